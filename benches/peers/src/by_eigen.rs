//! Eigen by hand, compiled for the processor at hand: only where Eigen is installed.

use crate::net::{Forward, Net, Trainer};

#[cfg(not(eigen))]
pub fn forward(_: &Net) -> Option<Forward> {
    None
}

#[cfg(not(eigen))]
pub fn train_step() -> Option<Trainer<Net>> {
    None
}

#[cfg(eigen)]
pub use linked::{forward, train_step};

#[cfg(eigen)]
mod linked {
    use std::ffi::c_void;
    use std::hint::black_box;

    use benches::Contender;

    use super::{Forward, Net, Trainer};

    type New = unsafe extern "C" fn(*const f32) -> *mut c_void;
    type Run = unsafe extern "C" fn(*mut c_void, *const f32, *mut f32);
    type Train = unsafe extern "C" fn(*mut c_void, *const f32, *const u8, f32) -> f32;

    unsafe extern "C" {
        fn eigen_w1_new(parameters: *const f32) -> *mut c_void;
        fn eigen_wt_new(parameters: *const f32) -> *mut c_void;
        fn eigen_w2_new(parameters: *const f32) -> *mut c_void;
        fn eigen_w3_new(parameters: *const f32) -> *mut c_void;
        fn eigen_w4_new(parameters: *const f32) -> *mut c_void;
        fn eigen_w5_new(parameters: *const f32) -> *mut c_void;
        fn eigen_w1(net: *mut c_void, x: *const f32, y: *mut f32);
        fn eigen_wt(net: *mut c_void, x: *const f32, y: *mut f32);
        fn eigen_w2(net: *mut c_void, x: *const f32, y: *mut f32);
        fn eigen_w3(net: *mut c_void, x: *const f32, y: *mut f32);
        fn eigen_w4(net: *mut c_void, x: *const f32, classes: *const u8, rate: f32) -> f32;
        fn eigen_w5(net: *mut c_void, x: *const f32, classes: *const u8, rate: f32) -> f32;
    }

    /// The parameters in the library's order, which is that of the columns of Eigen's matrices.
    fn parameters(net: &Net) -> Vec<f32> {
        net.layers.iter().flat_map(|layer| layer.weight.iter().chain(&layer.bias)).copied().collect()
    }

    pub fn forward(net: &Net) -> Option<Forward> {
        let (new, run): (New, Run) = match (net.sizes, net.samples) {
            ([4, 10, 10, 3], 1) => (eigen_w1_new, eigen_w1),
            ([4, 32, 16, 4], 1) => (eigen_wt_new, eigen_wt),
            ([784, 128, 64, 10], 1) => (eigen_w2_new, eigen_w2),
            ([784, 128, 64, 10], 64) => (eigen_w3_new, eigen_w3),
            sizes => unreachable!("{sizes:?}"),
        };
        let (xs, mut y) = (net.xs.clone(), vec![0.0; net.samples * net.sizes[3]]);
        // SAFETY: the sizes of the parameters are those of the work, which `sizes` chose.
        let network = unsafe { new(parameters(net).as_ptr()) };
        // SAFETY: so are those of the samples and the answers; the network is never freed.
        let run = move |y: &mut [f32]| unsafe { run(network, black_box(&xs).as_ptr(), y.as_mut_ptr()) };
        run(&mut y);
        let answers = y.clone();
        let contender = Contender::new("Eigen", move || {
            run(&mut y);
            black_box(&y);
        });
        Some(Forward { answers, contender })
    }

    pub fn train_step() -> Option<Trainer<Net>> {
        Some(("Eigen", |net, rate| {
            let (new, train): (New, Train) = match net.sizes {
                [2, 64, 32, 3] => (eigen_w4_new, eigen_w4),
                [784, 128, 64, 10] => (eigen_w5_new, eigen_w5),
                sizes => unreachable!("{sizes:?}"),
            };
            let (xs, classes) = (net.xs.clone(), net.classes.clone());
            // SAFETY: the sizes of the parameters are those of the work, which `sizes` chose.
            let network = unsafe { new(parameters(net).as_ptr()) };
            Box::new(move || {
                let (xs, classes) = (black_box(&xs).as_ptr(), black_box(&classes).as_ptr());
                // SAFETY: so are those of the samples and the classes; the network is never freed.
                unsafe { train(network, xs, classes, rate as f32) }
            })
        }))
    }
}
