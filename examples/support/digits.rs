//! 1,797 handwritten digits of 8 x 8 pixels, inside the program. `examples/data/README.md` says whose they are.

use flate2::read::GzDecoder;
use static_nn::data::Csv;

use super::Digits;

/// A line for each digit: 64 pixels from 0 to 16, then the digit, separated by commas.
static CSV_GZ: &[u8] = include_bytes!("../data/digits.csv.gz");

/// Four fifths of the digits, rounded down; the other 360 are for testing.
const TRAIN: usize = 1_437;

/// The training set (1,437 digits) and the test set (360), the same ones every time.
///
/// The file is ordered by writer. It is shuffled first, so both sets know every hand: a score on this test set says how
/// well a network reads these thirteen writers, and would be lower for a stranger.
pub fn load() -> (Digits<64>, Digits<64>) {
    let mut train: Vec<_> = all().collect();
    shuffle(&mut train, 1998);
    let test = train.split_off(TRAIN);
    (train.into_iter().collect(), test.into_iter().collect())
}

/// All digits in the order of the file.
pub fn all() -> impl Iterator<Item = ([f32; 64], usize)> {
    let table = Csv::new(GzDecoder::new(CSV_GZ)).without_header();
    let (pixels, digits) = table.numbered::<f32, 64>(10).expect("the embedded file is whole");
    pixels.into_iter().map(|pixels| pixels.map(|pixel| pixel / 16.0)).zip(digits)
}

/// Fisher and Yates's shuffle, drawn from Knuth's MMIX generator: short, and the same on every machine for ever.
fn shuffle<T>(items: &mut [T], mut state: u64) {
    for i in (1..items.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the random ones.
        let j = (state >> 33) as usize % (i + 1);
        items.swap(i, j);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_what_its_readme_says() {
        let all: Digits<64> = all().collect();
        assert_eq!(all.len(), 1_797);
        assert!(all.images.as_flattened().iter().all(|pixel| (0.0..=1.0).contains(pixel)));

        let mut counts = [0; 10];
        for &label in &all.labels {
            counts[label] += 1;
        }
        assert_eq!(counts, [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);

        assert_eq!(all.labels[..10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(all.images[0].map(|pixel| pixel * 16.0)[..8], [0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0]);
    }

    #[test]
    fn the_split_loses_nothing() {
        let (train, test) = load();
        assert_eq!((train.len(), test.len()), (1_437, 360));

        let sorted = |samples: Vec<([f32; 64], usize)>| {
            let mut keys: Vec<_> = samples.into_iter().map(|(x, label)| (x.map(f32::to_bits), label)).collect();
            keys.sort_unstable();
            keys
        };
        let both = train.iter().chain(test.iter()).map(|(x, label)| (*x, label)).collect();
        assert_eq!(sorted(both), sorted(all().collect()));
    }

    #[test]
    fn the_split_never_changes() {
        let (train, test) = load();
        assert_eq!(train.labels[..10], [2, 2, 3, 4, 7, 9, 2, 0, 1, 6]);
        assert_eq!(test.labels[..10], [8, 5, 3, 7, 8, 0, 9, 6, 3, 3]);
        for digit in 0..10 {
            let tested = test.labels.iter().filter(|&&label| label == digit).count();
            assert!((25..=50).contains(&tested), "{tested} of {digit}");
        }
    }
}
