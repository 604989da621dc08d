//! 150 irises of three species, inside the program. `examples/data/README.md` says whose they are.

use static_nn::data::Csv;

/// A line for each flower: four lengths in centimetres, then the species, separated by commas.
static CSV: &str = include_str!("../data/iris.csv");

/// The names of the classes 0, 1 and 2.
pub const SPECIES: [&str; 3] = ["setosa", "versicolor", "virginica"];

/// Length and width of the sepals and of the petals of every flower, and its species, in the order of the file.
pub fn load() -> (Vec<[f32; 4]>, Vec<usize>) {
    Csv::new(CSV.as_bytes()).classified(&SPECIES).expect("the embedded file is whole")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_its_readme_says() {
        let (flowers, species) = load();
        assert_eq!((flowers.len(), species.len()), (150, 150));
        assert!((0..3).all(|class| species.iter().filter(|species| **species == class).count() == 50));
        assert!(flowers[0].iter().zip([5.1, 3.5, 1.4, 0.2]).all(|(found, length)| (found - length).abs() < 1e-6));
        // The two flowers that some copies have otherwise.
        assert_eq!([flowers[34], flowers[37]], [[4.9, 3.1, 1.5, 0.2], [4.9, 3.6, 1.4, 0.1]]);
    }
}
