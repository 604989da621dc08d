use alloc::vec;

use super::*;
use crate::init::Rng;

/// Every index below the number of samples, once.
fn assert_divided(split: &Split, samples: usize) {
    let mut all: Vec<usize> = split.train.iter().chain(&split.test).copied().collect();
    all.sort_unstable();
    assert!(all.into_iter().eq(0..samples), "{split:?}");
}

#[test]
fn a_random_split_is_its_seed() {
    let split = random_split(8, 0.25, &mut Rng::new(42)).unwrap();
    assert_eq!(split, random_split(8, 0.25, &mut Rng::new(42)).unwrap());
    assert_eq!(split, Split { train: vec![7, 0, 1, 4, 3, 5], test: vec![2, 6] });
}

#[test]
fn every_sample_is_in_one_part() {
    for (samples, fraction) in [(2, 0.5), (10, 0.01), (100, 0.33), (1001, 0.9)] {
        assert_divided(&random_split(samples, fraction, &mut Rng::new(1)).unwrap(), samples);
    }
    let classes: Vec<u32> = (0..100).map(|i| i * i % 7).collect();
    assert_divided(&stratified_split(&classes, 0.3, &mut Rng::new(1)).unwrap(), 100);
    for folds in [2, 3, 10] {
        let splits: Vec<Split> = stratified_k_fold(&classes, folds, &mut Rng::new(1)).unwrap().collect();
        assert_eq!(splits.len(), folds);
        let mut tested: Vec<usize> = splits.iter().flat_map(|split| split.test.clone()).collect();
        tested.sort_unstable();
        assert!(tested.into_iter().eq(0..100));
        for split in &splits {
            assert_divided(split, 100);
        }
    }
}

#[test]
fn the_largest_remainders_get_one_more() {
    let classes = [-1_i8, -1, -1, -1, -1, -1, -1, 5, 5, 5];
    let split = stratified_split(&classes, 0.4, &mut Rng::new(3)).unwrap();
    // 4.2 and 1.8 of the 6 to train on.
    let rare = |part: &[usize]| part.iter().filter(|i| classes[**i] == 5).count();
    assert_eq!((rare(&split.train), rare(&split.test)), (2, 1));
}

#[test]
fn every_sample_is_as_likely_to_be_tested() {
    let mut rng = Rng::new(9);
    let classes: Vec<usize> = (0..10).map(|i| i / 5).collect();
    let mut tested = [0_u32; 10];
    for _ in 0..4000 {
        for sample in stratified_split(&classes, 0.4, &mut rng).unwrap().test {
            tested[sample] += 1;
        }
    }
    // 1,600 times each; five standard deviations of a draw with the chance 0.4.
    assert!(tested.iter().all(|&count| count.abs_diff(1600) < 155), "{tested:?}");
}

#[test]
fn what_cannot_be_divided_is_said() {
    let mut rng = Rng::new(1);
    for fraction in [0.0, 1.0, -0.5, f64::INFINITY] {
        assert_eq!(random_split(10, fraction, &mut rng), Err(SplitError::Fraction { fraction }));
    }
    assert!(matches!(random_split(10, f64::NAN, &mut rng), Err(SplitError::Fraction { .. })));
    assert_eq!(random_split(10, 0.95, &mut rng), Err(SplitError::TooFew { samples: 10, test: 10 }));
    assert_eq!(random_split(0, 0.5, &mut rng), Err(SplitError::TooFew { samples: 0, test: 0 }));
    assert_eq!(stratified_split::<u8>(&[], 0.5, &mut rng), Err(SplitError::TooFew { samples: 0, test: 0 }));
    let error = SplitError::Class { class: -3, members: 1, needed: 2 };
    assert_eq!(stratified_split(&[0, 0, -3, 0], 0.5, &mut rng), Err(error));
    let (samples, test, classes) = (6, 1, 2);
    let error = SplitError::TooFewForClasses { samples, test, classes };
    assert_eq!(stratified_split(&[0, 0, 0, 1, 1, 1], 0.1, &mut rng), Err(error));
    for (samples, folds) in [(10, 0), (10, 1), (10, 11), (0, 2)] {
        assert_eq!(k_fold(samples, folds, &mut rng), Err(SplitError::Folds { folds, samples }));
    }
    let error = SplitError::Class { class: 1, members: 2, needed: 3 };
    assert_eq!(stratified_k_fold(&[0_u8, 0, 0, 1, 1], 3, &mut rng), Err(error));
    let split = random_split(4, 0.5, &mut rng).unwrap();
    assert_eq!(split.apply(&[1, 2, 3]), Err(SplitError::Length { samples: 4, items: 3 }));
    assert_eq!(split.apply(&[1, 2, 3, 4, 5]), Err(SplitError::Length { samples: 4, items: 5 }));
}
