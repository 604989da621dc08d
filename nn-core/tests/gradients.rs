//! Every layer's `backward` against finite differences, on both paths, in double precision.

use nn_core::gradcheck;
use nn_core::init::{Init, Rng, fill};
use nn_core::kernels::for_each_function;
use nn_core::{
    BatchNorm, D1, D3, Dense, Dropout, Flatten, GaussianNoise, Identity, Layer, LayerNorm, LogSoftmax, NoBias,
    Parameters, Residual, RmsNorm, Softmax, Standardize, Tanh,
};

/// Analytic and numerical gradients agree to this relative error; the differences themselves are good to about 1e-9.
const TOLERANCE: f64 = 1e-7;

/// `count` samples of `N` values from the normal distribution, stretched to reach the bends of all activations.
fn samples<const N: usize>(count: usize, seed: u64) -> Vec<[f64; N]> {
    let mut rng = Rng::new(seed);
    (0..count).map(|_| core::array::from_fn(|_| 2.0 * rng.normal())).collect()
}

fn check<const N: usize, L: Layer<f64, Input = D1<N>> + Clone>(name: &str, mut layer: L) {
    fill::<f64, L>(&mut layer, Init::Default, &mut Rng::new(7));
    // One sample, one that leaves lanes empty, one that fills blocks exactly, and a ragged end.
    for count in if N > 100 { [1, 9].as_slice() } else { &[1, 5, 8, 19] } {
        let report = gradcheck::layer(&mut layer, &samples::<N>(*count, 42), 3);
        assert!(report.worst() < TOLERANCE, "{name}, {count} samples:\n{report}");
    }
}

/// Every activation, with settings that are not the defaults.
macro_rules! activations {
    ($(
        $(#[$doc:meta])*
        $file:ident::$Name:ident { $($constructor:ident($($setting:ident: $Type:ty = $default:expr)?))* }
    )*) => {
        $($(
            let name = concat!(stringify!($Name), "::", stringify!($constructor));
            check(name, nn_core::$Name::<D1<11>>::$constructor($({ let $setting: $Type = 0.3 + $default; $setting })?));
            check(name, nn_core::$Name::<D1<131>>::$constructor($({ let $setting: $Type = 0.3 + $default; $setting })?));
        )*)*
    };
}

/// Within the size that is inlined, and beyond it.
#[test]
fn activations() {
    for_each_function! { activations }
}

#[test]
fn layers_without_parameters() {
    check("softmax", Softmax::<D1<11>>::new());
    check("log_softmax", LogSoftmax::<D1<11>>::new());
    check("identity", Identity::<D1<11>>::new());
    check("flatten", Flatten::<D1<11>>::new());
}

#[test]
fn dense() {
    check("1 to 1", Dense::<f64, 1, 1>::zeroed());
    check("3 to 5", Dense::<f64, 3, 5>::zeroed());
    check("10 to 3, no bias", Dense::<f64, 10, 3, NoBias>::zeroed());
    check("17 to 33", Dense::<f64, 17, 33>::zeroed());
    check("beyond the inlined size", Dense::<f64, 67, 71>::zeroed());
    check("beyond it, few outputs", Dense::<f64, 1500, 3>::zeroed());
}

#[test]
fn residual() {
    check("residual", Residual { block: Dense::<f64, 6, 6>::zeroed() });
    check("residual of an activation", Residual { block: Tanh::<D1<6>>::new() });
}

#[test]
fn layers_that_draw_random_numbers() {
    check("dropout", Dropout::<D1<11>>::new(0.5));
    check("gaussian_noise", GaussianNoise::<D1<11>>::new(0.5));
    check("residual of dropout", Residual { block: Dropout::<D1<11>>::new(0.3) });
}

/// A layer whose parameters are all different from each other, and from where they begin.
fn shaken<L: Layer<f64>>() -> L {
    let (mut layer, mut rng) = (L::zeroed(), Rng::new(11));
    layer.as_mut_slice().fill_with(|| 0.5 + rng.uniform());
    layer
}

/// [`check`] with parameters of its own.
fn check_shaken<const N: usize, L: Layer<f64, Input = D1<N>> + Clone>(name: &str, counts: &[usize]) {
    for count in counts {
        let report = gradcheck::layer(&mut shaken::<L>(), &samples::<N>(*count, 42), 3);
        assert!(report.worst() < TOLERANCE, "{name}, {count} samples:\n{report}");
    }
}

#[test]
fn normalisations() {
    check_shaken::<11, LayerNorm<f64, 11>>("layer_norm", &[1, 5, 8, 19]);
    check_shaken::<67, LayerNorm<f64, 67, { 0.1_f64.to_bits() }>>("layer_norm, eps 0.1", &[1, 9]);
    check_shaken::<11, RmsNorm<f64, 11>>("rms_norm", &[1, 5, 8, 19]);
    check_shaken::<11, BatchNorm<f64, 11>>("batch_norm", &[3, 5, 8, 19]);
    check_shaken::<3, Residual<BatchNorm<f64, 3>>>("residual of batch_norm", &[3, 19]);
    check_shaken::<11, Standardize<f64, 11>>("standardize", &[1, 5, 8, 19]);
    check_shaken::<131, Standardize<f64, 131>>("standardize of many", &[1, 9]);
    check_shaken::<3, Residual<Standardize<f64, 3>>>("residual of standardize", &[1, 19]);
}

#[test]
fn statistics_have_no_entry() {
    let report = gradcheck::layer(&mut shaken::<BatchNorm<f64, 2>>(), &samples::<2>(5, 42), 3);
    let names: Vec<&str> = report.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["weight", "bias", "input"]);
}

#[test]
fn an_image_is_flattened_and_passed_back() {
    let images: Vec<[f64; 12]> = samples(9, 1);
    let report = gradcheck::layer(&mut Flatten::<D3<3, 2, 2, 12>>::new(), &images, 5);
    assert!(report.worst() < TOLERANCE, "{report}");
}

#[test]
fn a_wrong_gradient_is_seen() {
    use nn_core::{Path, Record, Simd, Tensor};

    /// `y = x * x` whose backward forgets the factor two.
    #[derive(Clone)]
    struct Wrong;
    // SAFETY: no parameters.
    unsafe impl<T: nn_core::Scalar> Parameters<T> for Wrong {
        const PARAMETERS: usize = 0;
        fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
    }
    impl<T: nn_core::Scalar> Layer<T> for Wrong {
        type Input = D1<2>;
        type Output = D1<2>;
        fn forward<S: Simd>(&self, _: S, x: &[T; 2], y: &mut [T; 2], _: &mut [T]) {
            *y = [x[0] * x[0], x[1] * x[1]];
        }
        fn backward<S: Simd>(
            &self,
            _: S,
            record: Record<'_, [T; 2], [T; 2], T>,
            dy: &[T; 2],
            dx: Option<&mut [T; 2]>,
            _: &mut Self,
            _: &mut [T],
        ) {
            if let Some(dx) = dx {
                *dx = [record.x[0] * dy[0], record.x[1] * dy[1]];
            }
        }
    }
    let report = gradcheck::layer(&mut Wrong, &[[1.0, 2.0]], 1);
    assert!(report.worst() > 0.1, "{report}");
}
