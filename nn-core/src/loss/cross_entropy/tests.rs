//! Values, gradients, settings, and what is refused.

use super::*;
use crate::loss::testing::{self, ROUNDING, probabilities};
use crate::loss::weight;

const LOGITS: [f64; 4] = [1.0, -2.0, 0.5, 3.0];

fn gradient<Target>(target: &Target) -> (f64, [f64; 4])
where
    CrossEntropy: Loss<f64, D1<4>, Target>,
{
    testing::gradient::<D1<4>, _>(&CrossEntropy, &LOGITS, target)
}

fn assert_close((loss, dy): (f64, [f64; 4]), expected_loss: f64, expected: [f64; 4]) {
    assert!((loss - expected_loss).abs() < ROUNDING, "{loss}");
    assert!(dy.iter().zip(&expected).all(|(a, b)| (a - b).abs() < ROUNDING), "{dy:?}");
}

#[test]
fn values_are_those_of_pytorch() {
    let expected =
        [0.110_553_750_361_739_23, 0.005_504_147_127_587_68, -0.932_945_760_859_388_5, 0.816_887_863_370_065_7];
    assert_close(gradient(&2_usize), 2.702_253_447_679_351_6, expected);
    let expected =
        [0.010_553_750_361_739_22, -0.194_495_852_872_416_33, -0.232_945_760_859_388_5, 0.416_887_863_370_065_67];
    assert_close(gradient(&[0.1, 0.2, 0.3, 0.4]), 2.152_253_447_679_352, expected);
}

#[test]
fn every_way_to_write_the_target_is_the_same() {
    let (loss, dy) = gradient(&3_u8);
    assert_close(gradient(&3), loss, dy);
    assert_close(gradient(&3_u64), loss, dy);
    assert_close(gradient(&[0.0, 0.0, 0.0, 1.0]), loss, dy);
    assert_close(gradient(&SVector::from([0.0, 0.0, 0.0, 1.0])), loss, dy);
}

#[test]
fn gradient_and_block_agree_with_one_sample() {
    testing::check_loss::<f64, D1<11>, usize>(&CrossEntropy, |rng| rng.below(11));
    testing::check_loss::<f64, D1<3>, _>(&CrossEntropy, probabilities::<f64, 3>);
    testing::check_block::<f32, D1<10>, usize>(&CrossEntropy, |rng| rng.below(10));
    testing::check_block::<f32, D1<1>, u8>(&CrossEntropy, |_| 0);
    testing::check_block::<f32, D1<7>, _>(&CrossEntropy, probabilities::<f32, 7>);
}

#[test]
fn settings_keep_gradient_and_block_in_step_with_one_sample() {
    let smoothed = CrossEntropy.label_smoothing(0.1);
    testing::check_loss::<f64, D1<11>, usize>(&smoothed, |rng| rng.below(11));
    testing::check_loss::<f64, D1<3>, [f64; 3]>(&smoothed, probabilities);
    let weighted = CrossEntropy.class_weights([0.5, 0.0, 2.0]);
    testing::check_loss::<f64, D1<3>, usize>(&weighted, |rng| rng.below(3));
    testing::check_loss::<f64, D1<3>, [f64; 3]>(&weighted, probabilities);
    testing::check_block::<f32, D1<3>, u8>(&weighted, |rng| u8::from(rng.below(2) == 1));
    let both = weighted.label_smoothing(0.3);
    testing::check_loss::<f64, D1<3>, usize>(&both, |rng| rng.below(3));
    testing::check_loss::<f64, D1<3>, SVector<f64, 3>>(&both, |rng| SVector::from(probabilities::<_, 3>(rng)));
    testing::check_block::<f32, D1<3>, usize>(&both, |rng| rng.below(3));
    testing::check_block::<f32, D1<3>, [f32; 3]>(&both, probabilities);
}

#[test]
fn settings_that_change_nothing_change_nothing() {
    let value = |loss: CrossEntropyWith<[f64; 4]>| testing::gradient::<D1<4>, usize>(&loss, &LOGITS, &2);
    let (loss, dy) = value(CrossEntropy.label_smoothing(0.0).class_weights([1.0; 4]));
    assert_close(gradient(&2_usize), loss, dy);
    let even = testing::gradient::<D1<4>, usize>(&CrossEntropy.label_smoothing(1.0), &LOGITS, &2);
    assert_close(gradient(&[0.25; 4]), even.0, even.1);
}

#[test]
fn only_classes_with_weights_are_a_weighted_mean() {
    let weighted = CrossEntropy.class_weights([0.5, 1.0, 2.0, 0.25]);
    assert_eq!(Loss::<f64, D1<4>, u8>::reduction(&weighted.label_smoothing(0.1)), Reduction::WeightedMean);
    assert_eq!(Loss::<f64, D1<4>, [f64; 4]>::reduction(&weighted), Reduction::Mean);
    assert_eq!(Loss::<f64, D1<4>, u8>::reduction(&CrossEntropy.label_smoothing(0.1)), Reduction::Mean);
    assert!((weight::<f64, D1<4>, u8>(&weighted, [3, 2, 0].iter()) - 2.75).abs() < ROUNDING);
}

#[test]
fn settings_out_of_range_are_refused() {
    let refused = |weights: [f64; 2]| {
        let error = Loss::<f32, D1<2>, u8>::check_settings(&CrossEntropy.class_weights(weights)).unwrap_err();
        (error.setting, error.permitted)
    };
    assert_eq!(Loss::<f32, D1<2>, u8>::check_settings(&CrossEntropy.class_weights([0.0, 2.0])), Ok(()));
    for weight in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(refused([1.0, weight]), ("class_weights", "finite numbers that are not negative"));
    }
    assert_eq!(refused([0.0, 0.0]), ("class_weights", "above 0 for at least one class"));
    let check = |s: f64| Loss::<f32, D1<2>, [f32; 2]>::check_settings(&CrossEntropy.label_smoothing(s));
    assert_eq!([check(0.0), check(1.0)], [Ok(()), Ok(())]);
    for smoothing in [-0.1, 1.1, f64::NAN] {
        assert_eq!(check(smoothing).unwrap_err().setting, "label_smoothing");
    }
}

#[test]
fn large_logits_do_not_overflow() {
    let value = |y: [f32; 2], class: usize| Loss::<f32, D1<2>, usize>::value(&CrossEntropy, &y, &class);
    assert!(value([1e30, 0.0], 0).abs() < f32::EPSILON);
    assert!((value([1e4, 0.0], 1) - 1e4).abs() < 1e-2);
    assert!((value([-1e4, 0.0], 0) - 1e4).abs() < 1e-2);
    assert!(value([f32::NEG_INFINITY, 0.0], 1).abs() < f32::EPSILON);
}

fn assert_nan(loss: &impl Loss<f32, D1<3>, i64>, class: i64) {
    assert!(loss.value(&[0.0; 3], &class).is_nan());
    let (y, mut value) = ([crate::scalar::Lanes32([0.0; 16]); 3], [0.0]);
    loss.block(&Pass::new(1), &y, &[&class], 1.0, &mut { y }, &mut value);
    assert!(value[0].is_nan());
}

#[test]
fn impossible_targets_are_refused_and_do_not_panic() {
    let check = |class: i64| Loss::<f32, D1<3>, i64>::check(&CrossEntropy, &class);
    assert_eq!(check(2), Ok(()));
    assert_eq!(check(3), Err(TargetError::Class { class: 3, classes: 3 }));
    assert_eq!(check(-1), Err(TargetError::Class { class: -1, classes: 3 }));
    for class in [-1, 3, i64::MAX] {
        assert_nan(&CrossEntropy, class);
        assert_nan(&CrossEntropy.label_smoothing(0.1), class);
        assert_nan(&CrossEntropy.class_weights([1.0, 2.0, 3.0]), class);
    }
    let check = |target: [f64; 2]| Loss::<f64, D1<2>, [f64; 2]>::check(&CrossEntropy, &target);
    assert_eq!(check([0.333, 0.667]), Ok(()));
    assert_eq!(check([0.5, 0.25]), Err(TargetError::Sum { sum: 0.75 }));
    assert_eq!(check([1.5, -0.5]), Err(TargetError::NotAProbability { index: 0, value: 1.5 }));
}

#[test]
fn the_largest_logit_decides_what_is_correct() {
    let correct = |class: usize| Loss::<f64, D1<4>, usize>::correct(&CrossEntropy, &LOGITS, &class);
    assert_eq!([correct(3), correct(0)], [Some(true), Some(false)]);
    let correct = Loss::<f64, D1<4>, [f64; 4]>::correct(&CrossEntropy, &LOGITS, &[0.2, 0.2, 0.2, 0.4]);
    assert_eq!(correct, Some(true));
}
