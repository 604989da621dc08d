//! The history as a file for other programs.

use alloc::string::String;
use core::fmt::{self, Write};

use super::{Epoch, History};

/// The columns of both forms, in order.
const COLUMNS: [&str; 7] =
    ["epoch", "loss", "accuracy", "validation_loss", "validation_accuracy", "learning_rate", "seconds"];

impl History {
    /// The history as comma-separated values: a line of names, and one for each epoch. What was not measured is empty.
    ///
    /// Numbers are written in full: read back, they are the same to the bit.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::train::{Epoch, History};
    ///
    /// let epoch = Epoch {
    ///     loss: 0.25,
    ///     accuracy: None,
    ///     validation_loss: Some(0.5),
    ///     validation_accuracy: None,
    ///     learning_rate: 1e-3,
    ///     seconds: 1.5,
    /// };
    /// let csv = History { epochs: vec![epoch], restored: None }.to_csv();
    /// let names = "epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds";
    /// assert_eq!(csv, format!("{names}\n1,0.25,,0.5,,0.001,1.5\n"));
    /// ```
    #[must_use]
    pub fn to_csv(&self) -> String {
        written(|text| {
            for (i, name) in COLUMNS.iter().enumerate() {
                write!(text, "{}{name}", if i == 0 { "" } else { "," })?;
            }
            writeln!(text)?;
            for (number, epoch) in (1..).zip(&self.epochs) {
                write!(text, "{number}")?;
                for value in values(epoch) {
                    match value {
                        Some(value) => write!(text, ",{value:?}")?,
                        None => write!(text, ",")?,
                    }
                }
                writeln!(text)?;
            }
            Ok(())
        })
    }

    /// The history as JSON lines: an object for each epoch. What was not measured is `null`.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::train::{Epoch, History};
    ///
    /// let epoch = Epoch {
    ///     loss: 0.25,
    ///     accuracy: Some(0.875),
    ///     validation_loss: None,
    ///     validation_accuracy: None,
    ///     learning_rate: 1e-3,
    ///     seconds: 1.5,
    /// };
    /// let lines = History { epochs: vec![epoch], restored: None }.to_json_lines();
    /// let metrics = r#""epoch":1,"loss":0.25,"accuracy":0.875,"validation_loss":null,"validation_accuracy":null"#;
    /// assert_eq!(lines, format!("{{{metrics},\"learning_rate\":0.001,\"seconds\":1.5}}\n"));
    /// ```
    #[must_use]
    pub fn to_json_lines(&self) -> String {
        written(|text| {
            for (number, epoch) in (1..).zip(&self.epochs) {
                write!(text, "{{\"{}\":{number}", COLUMNS[0])?;
                for (name, value) in COLUMNS[1..].iter().zip(values(epoch)) {
                    match value.filter(|value| value.is_finite()) {
                        Some(value) => write!(text, ",\"{name}\":{value:?}")?,
                        None => write!(text, ",\"{name}\":null")?,
                    }
                }
                writeln!(text, "}}")?;
            }
            Ok(())
        })
    }
}

fn values(epoch: &Epoch) -> [Option<f64>; 6] {
    let Epoch { loss, accuracy, validation_loss, validation_accuracy, learning_rate, seconds } = *epoch;
    [Some(loss), accuracy, validation_loss, validation_accuracy, Some(learning_rate), Some(seconds)]
}

/// What `write` writes; a string takes everything.
fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut text = String::new();
    let _ = write(&mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    #[test]
    fn numbers_are_written_in_full() {
        let epoch = Epoch {
            loss: 0.1 + 0.2,
            accuracy: None,
            validation_loss: Some(1e-300),
            validation_accuracy: Some(1.0),
            learning_rate: f64::MIN_POSITIVE,
            seconds: 0.0,
        };
        let history = History { epochs: vec![epoch, epoch], restored: None };
        let csv = history.to_csv();
        let line = "0.30000000000000004,,1e-300,1.0,2.2250738585072014e-308,0.0";
        assert_eq!(csv.lines().nth(2), Some(&*std::format!("2,{line}")));
        let json = history.to_json_lines();
        assert_eq!(json.lines().count(), 2);
        assert!(json.contains("\"validation_loss\":1e-300,"), "{json}");
    }
}
