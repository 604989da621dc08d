//! `backward` of every layer of images against finite differences, on both paths, in double precision.

use nn_core::gradcheck;
use nn_core::init::Rng;
use nn_core::{
    AdaptiveAvgPool2d, AvgPool2d, BatchNorm, Conv2d, ConvTranspose2d, D3, Dropout2d, GlobalAvgPool2d, GlobalMaxPool2d,
    GroupNorm, Layer, LayerNorm, LocalResponseNorm, MaxPool2d, NoBias, Parameters, SVector, Sample, Upsample, Window,
    ZeroPad2d,
};

/// Analytic and numerical gradients agree to this relative error; the differences themselves are good to about 1e-9.
const TOLERANCE: f64 = 1e-7;

/// One sample, and batches that fill blocks and do not.
const COUNTS: &[usize] = &[1, 5, 8, 19];

fn check<const N: usize, L: Layer<f64> + Clone>(name: &str, counts: &[usize], mut layer: L)
where
    [f64; N]: Sample<f64, L::Input>,
{
    let mut rng = Rng::new(7);
    layer.as_mut_slice().fill_with(|| 0.5 + rng.uniform());
    for count in counts {
        let samples: Vec<[f64; N]> = (0..*count).map(|_| core::array::from_fn(|_| 2.0 * rng.normal())).collect();
        let report = gradcheck::layer(&mut layer, &samples, 3);
        assert!(report.worst() < TOLERANCE, "{name}, {count} samples:\n{report}");
    }
}

/// An image's shape.
macro_rules! image {
    ($c:literal, $h:literal, $w:literal) => {
        D3<$c, $h, $w, { $c * $h * $w }>
    };
}

/// A convolution, or a transposed one, by the sizes of its images and its window.
macro_rules! conv {
    ([$c:literal, $h:literal, $w:literal] -> [$o:literal, $oh:literal, $ow:literal], $Window:ty, $patch:literal, $groups:literal, $Bias:ty) => {
        check::<{ $c * $h * $w }, _>(
            concat!(stringify!([$c, $h, $w] -> [$o, $oh, $ow]), " ", stringify!($Window), " ", $groups),
            COUNTS,
            <Conv2d<f64, image!($c, $h, $w), image!($o, $oh, $ow), $Window, $o, $patch, $groups, $Bias> as Parameters<f64>>::zeroed(),
        );
    };
    (transposed [$c:literal, $h:literal, $w:literal] -> [$o:literal, $oh:literal, $ow:literal], $Window:ty, $patch:literal, $groups:literal, $Bias:ty) => {
        check::<{ $c * $h * $w }, _>(
            concat!("transposed ", stringify!([$c, $h, $w] -> [$o, $oh, $ow]), " ", stringify!($Window), " ", $groups),
            COUNTS,
            <ConvTranspose2d<f64, image!($c, $h, $w), image!($o, $oh, $ow), $Window, $c, $o, $patch, $groups, $Bias> as Parameters<f64>>::zeroed(),
        );
    };
}

type Vector<const N: usize> = SVector<f64, N>;

#[test]
fn convolutions() {
    conv!([1, 5, 6] -> [3, 3, 4], Window<3, 3>, 9, 1, Vector<3>);
    conv!([2, 5, 5] -> [4, 5, 5], Window<3, 3, 1, 1, 1, 1>, 18, 1, NoBias);
    conv!([2, 6, 7] -> [3, 3, 3], Window<3, 2, 2, 3, 1, 1>, 12, 1, Vector<3>);
    conv!([4, 5, 4] -> [6, 3, 2], Window<3, 3, 2, 1, 2, 1, 2, 2>, 18, 2, Vector<6>);
    conv!([3, 4, 4] -> [3, 4, 4], Window<2, 2>, 4, 3, Vector<3>);
    conv!([3, 3, 3] -> [5, 3, 3], Window<1, 1>, 3, 1, Vector<5>);
}

#[test]
fn transposed_convolutions() {
    conv!(transposed [2, 3, 3] -> [3, 5, 5], Window<3, 3>, 27, 1, Vector<3>);
    conv!(transposed [2, 3, 4] -> [3, 6, 8], Window<2, 2, 2, 2>, 12, 1, NoBias);
    conv!(transposed [4, 3, 2] -> [2, 6, 5], Window<3, 3, 2, 3, 1, 1>, 9, 2, Vector<2>);
    // A row more than windows reach that move by one, but are dilated.
    conv!(transposed [2, 2, 3] -> [1, 3, 3], Window<3, 3, 1, 1, 2, 2, 2, 2>, 9, 1, Vector<1>);
}

#[test]
fn pools() {
    check::<24, _>("max", COUNTS, MaxPool2d::<image!(2, 3, 4), image!(2, 1, 2), Window<2, 2, 2, 2>>::new());
    check::<50, _>(
        "max, overlapping",
        COUNTS,
        MaxPool2d::<image!(2, 5, 5), image!(2, 3, 3), Window<3, 3, 2, 2, 1, 1>>::new(),
    );
    check::<24, _>("global max", COUNTS, GlobalMaxPool2d::<image!(2, 3, 4)>::new());
    check::<50, _>("mean", COUNTS, AvgPool2d::<image!(2, 5, 5), image!(2, 3, 3), Window<3, 3, 2, 2, 1, 1>>::new(true));
    check::<50, _>(
        "mean of what there is",
        COUNTS,
        AvgPool2d::<image!(2, 5, 5), image!(2, 3, 3), Window<3, 3, 2, 2, 1, 1>>::new(false),
    );
    check::<24, _>("global mean", COUNTS, GlobalAvgPool2d::<image!(2, 3, 4)>::new());
    check::<70, _>("adaptive", COUNTS, AdaptiveAvgPool2d::<image!(2, 5, 7), image!(2, 2, 3)>::new());
}

#[test]
fn other_extents() {
    check::<12, _>("upsample", COUNTS, Upsample::<image!(2, 2, 3), image!(2, 4, 9)>::new());
    check::<12, _>("zero_pad2d", COUNTS, ZeroPad2d::<image!(2, 2, 3), image!(2, 4, 3)>::new());
}

#[test]
fn normalisations() {
    check::<24, BatchNorm<f64, 2, { 1e-5_f64.to_bits() }, { 0.1_f64.to_bits() }, image!(2, 3, 4)>>(
        "batch",
        &[3, 5, 8, 19],
        Parameters::<f64>::zeroed(),
    );
    check::<24, LayerNorm<f64, 24, { 1e-5_f64.to_bits() }, image!(2, 3, 4)>>(
        "layer",
        COUNTS,
        Parameters::<f64>::zeroed(),
    );
    check::<24, GroupNorm<f64, image!(4, 3, 2), 4, 2>>("group", COUNTS, Parameters::<f64>::zeroed());
    check::<30, _>("response", COUNTS, LocalResponseNorm::<image!(5, 2, 3)>::new(3, 0.5, 0.75, 2.0));
}

#[test]
fn channels_are_dropped() {
    check::<24, _>("dropout2d", COUNTS, Dropout2d::<image!(4, 3, 2)>::new(0.5));
}
