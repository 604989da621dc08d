//! Forward passes.

use std::hint::black_box;

use nalgebra::SVector;
use static_nn::Workspace;

use super::Work;
use crate::baselines::dynamic::{self, Activation, Matrix};
use crate::baselines::nalgebra::{Batch, Three};
use crate::data::{SEED, samples};
use crate::roofline::{MultiplyAdds, Reader};
use crate::{Contender, Curves, Flowers, Images};

/// One sample through 4-10-10-3 with softmax.
#[must_use]
pub fn w1() -> Work {
    let net = Flowers::boxed(SEED);
    let dynamic = dynamic::Network::new(&[4, 10, 10, 3], Activation::Relu, net.as_slice()).softmax();
    let by_hand = Three::<4, 10, 10, 3>::new(net.as_slice());
    let x = samples::<4>(1)[0];
    let (row, column) = (Matrix::from_rows(&[x]), SVector::from(x));
    Work {
        name: "W1",
        what: "one sample, 4-10-10-3, ReLU, softmax",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward(black_box(&x))),
            Contender::new("dynamic", move || black_box(&dynamic).forward(black_box(&row))),
            Contender::new("nalgebra", move || black_box(&*by_hand).softmax(black_box(&column), |x| x.max(0.0))),
        ],
    }
}

/// One sample through 4-32-16-4 with tanh.
#[must_use]
pub fn wt() -> Work {
    let net = Curves::boxed(SEED);
    let dynamic = dynamic::Network::new(&[4, 32, 16, 4], Activation::Tanh, net.as_slice());
    let by_hand = Three::<4, 32, 16, 4>::new(net.as_slice());
    let x = samples::<4>(1)[0];
    let (row, column) = (Matrix::from_rows(&[x]), SVector::from(x));
    Work {
        name: "WT",
        what: "one sample, 4-32-16-4, tanh",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward(black_box(&x))),
            Contender::new("dynamic", move || black_box(&dynamic).forward(black_box(&row))),
            Contender::new("nalgebra", move || black_box(&*by_hand).forward(black_box(&column), f32::tanh)),
        ],
    }
}

/// One sample through 784-128-64-10. The limit reads the parameters once, from the second-level cache.
#[must_use]
pub fn w2() -> Work {
    let net = Images::boxed(SEED);
    let dynamic = dynamic::Network::new(&[784, 128, 64, 10], Activation::Relu, net.as_slice());
    let by_hand = Three::<784, 128, 64, 10>::new(net.as_slice());
    let x = samples::<784>(1)[0];
    let (row, column) = (Matrix::from_rows(&[x]), SVector::from(x));
    let mut limit = Reader::best(Images::PARAMETERS);
    Work {
        name: "W2",
        what: "one sample, 784-128-64-10, ReLU",
        contenders: vec![
            Contender::new("static", move || black_box(&*net).forward(black_box(&x))),
            Contender::new("dynamic", move || black_box(&dynamic).forward(black_box(&row))),
            Contender::new("nalgebra", move || black_box(&*by_hand).forward(black_box(&column), |x| x.max(0.0))),
            Contender::new("limit", move || limit.run()),
        ],
    }
}

/// A batch of 64 through 784-128-64-10. The limit does the multiply-adds, in registers.
#[must_use]
#[expect(clippy::missing_panics_doc, reason = "there are as many answers as samples")]
pub fn w3() -> Work {
    const SAMPLES: usize = 64;
    let net = Images::boxed(SEED);
    let dynamic = dynamic::Network::new(&[784, 128, 64, 10], Activation::Relu, net.as_slice());
    let mut by_hand = Batch::new(&[784, 128, 64, 10], SAMPLES, net.as_slice());
    let xs = samples::<784>(SAMPLES);
    let (rows, columns) = (Matrix::from_rows(&xs), xs.clone());
    let (mut workspace, mut answers) = (Workspace::new(), vec![[0.0; 10]; SAMPLES]);
    let limit = MultiplyAdds::new(SAMPLES * Images::MACS);
    Work {
        name: "W3",
        what: "batch of 64, 784-128-64-10, ReLU",
        contenders: vec![
            Contender::new("static", move || {
                black_box(&*net).forward_batch_with(&mut workspace, black_box(&xs), &mut answers).expect("a batch");
                black_box(&answers);
            }),
            Contender::new("dynamic", move || black_box(&dynamic).forward(black_box(&rows))),
            Contender::new("nalgebra", move || {
                black_box(by_hand.forward(black_box(&columns)));
            }),
            Contender::new("limit", move || limit.run()),
        ],
    }
}
