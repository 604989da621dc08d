//! A confusion matrix as a table.

use core::fmt;

use super::ConfusionMatrix;

/// A row for each class, a column for each prediction; the recall of the row, the precision of the column, the accuracy.
impl<const N: usize> fmt::Display for ConfusionMatrix<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = Table {
            classes: N,
            count: &|truth, prediction| self.count(truth, prediction),
            recall: &|class| self.recall(class),
            precision: &|class| self.precision(class),
            accuracy: self.accuracy(),
        };
        table.write(f)
    }
}

/// What a table shows, for any number of classes, so that it is compiled once.
struct Table<'a> {
    classes: usize,
    count: &'a dyn Fn(usize, usize) -> u64,
    recall: &'a dyn Fn(usize) -> Option<f64>,
    precision: &'a dyn Fn(usize) -> Option<f64>,
    accuracy: Option<f64>,
}

impl Table<'_> {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// The width of the names of the rows.
        const HEAD: usize = "precision".len();
        let classes = 0..self.classes;
        let counts =
            classes.clone().flat_map(|truth| classes.clone().map(move |prediction| (self.count)(truth, prediction)));
        let digits = counts.fold(self.classes as u64, u64::max).checked_ilog10().unwrap_or(0) as usize + 1;
        // A precision, `100%`, stands below the counts.
        let width = digits.max(4) + 1;
        write!(f, "{:HEAD$}", "truth")?;
        for prediction in classes.clone() {
            write!(f, "{prediction:>width$}")?;
        }
        writeln!(f, "  recall")?;
        for truth in classes.clone() {
            write!(f, "{truth:>HEAD$}")?;
            for prediction in classes.clone() {
                write!(f, "{:>width$}", (self.count)(truth, prediction))?;
            }
            write_part(f, (self.recall)(truth), 7, 1)?;
            writeln!(f)?;
        }
        write!(f, "{:HEAD$}", "precision")?;
        for class in classes {
            write_part(f, (self.precision)(class), width - 1, 0)?;
        }
        write_part(f, self.accuracy, 7, 1)?;
        writeln!(f)
    }
}

/// A part as a percentage of this many characters before the sign.
fn write_part(f: &mut fmt::Formatter<'_>, part: Option<f64>, width: usize, decimals: usize) -> fmt::Result {
    match part {
        Some(part) => write!(f, "{:>width$.decimals$}%", 100.0 * part),
        None => write!(f, "{:>1$}", "-", width + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;

    #[test]
    fn the_table_has_a_row_for_each_class() {
        let mut confusion = ConfusionMatrix::<3>::new();
        for (truth, prediction, times) in [(0, 0, 12), (0, 2, 3), (1, 1, 8), (1, 0, 1)] {
            for _ in 0..times {
                confusion.add(truth, prediction).unwrap();
            }
        }
        let table = "\
truth        0    1    2  recall
        0   12    0    3   80.0%
        1    1    8    0   88.9%
        2    0    0    0       -
precision  92% 100%   0%   83.3%
";
        assert_eq!(confusion.to_string(), table);
        assert_eq!(
            ConfusionMatrix::<1>::new().to_string(),
            "truth        0  recall\n        0    0       -\nprecision    -       -\n"
        );
    }

    #[test]
    fn large_counts_stay_in_their_columns() {
        let outputs = std::vec![[0.0_f32, 1.0]; 12_345];
        let confusion = ConfusionMatrix::of(&outputs, &[1_u8; 12_345]).unwrap();
        let table = "\
truth         0     1  recall
        0     0     0       -
        1     0 12345  100.0%
precision     -  100%  100.0%
";
        assert_eq!(confusion.to_string(), table);
    }
}
