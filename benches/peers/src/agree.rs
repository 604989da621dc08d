//! Whether everybody does the same work: who does not, ends the program.

use benches::Contender;
use benches::data::RATE;
use benches::works::Work;

use crate::net::{Forward, Trainer};

/// How far answers may lie apart: the error of single precision in sums of 784 terms.
const SINGLE: f32 = 2e-5;

/// The learning rate while losses are compared.
pub const CHECKED_RATE: f64 = 1e-3;
/// The steps whose losses are compared.
pub const STEPS: usize = 4;

/// The losses of a few steps of the library.
macro_rules! losses {
    ($Net:ident, $net:ident, $xs:ident) => {{
        let adam = Adam::new($crate::agree::CHECKED_RATE);
        let mut net = $Net::boxed(SEED);
        let (mut workspace, mut state) = (Workspace::new(), State::new::<$Net>(&adam));
        let mut step = || net.train_step(&mut workspace, &adam, &mut state, &$xs, &$net.classes, CrossEntropy);
        [(); $crate::agree::STEPS].map(|()| step().expect("a step"))
    }};
}
pub(crate) use losses;

/// Adds those who compute these answers.
pub fn answering(mut work: Work, answers: &[f32], all: impl IntoIterator<Item = Forward>) -> Work {
    for Forward { answers: found, contender } in all {
        check(found.as_slice(), answers, work.name, contender.name());
        work.contenders.push(contender);
    }
    work
}

/// Adds those who train with these losses.
pub fn training<N>(mut work: Work, net: &N, losses: [f32; STEPS], all: impl IntoIterator<Item = Trainer<N>>) -> Work {
    for (name, peer) in all {
        let mut step = peer(net, CHECKED_RATE);
        check(&[(); STEPS].map(|()| step()), &losses, work.name, name);
        work.contenders.push(Contender::new(name, peer(net, RATE)));
    }
    work
}

/// Fails unless somebody has done the same work.
fn check(found: &[f32], expected: &[f32], work: &str, who: &str) {
    assert_eq!(found.len(), expected.len(), "{work}, {who}");
    let norm = |values: &mut dyn Iterator<Item = f32>| values.map(|value| value * value).sum::<f32>().sqrt();
    let error = norm(&mut found.iter().zip(expected).map(|(a, b)| a - b)) / norm(&mut expected.iter().copied());
    assert!(error <= SINGLE, "{work}, {who}: {found:?} instead of {expected:?}");
}
