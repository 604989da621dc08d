//! Families: the answers are those of the network that is held, whichever way it is held.
#![allow(clippy::float_cmp, reason = "the same function of the same network, to the bit")]
#![allow(clippy::large_enum_variant, reason = "networks by value, on the heap and by a reference")]

use static_nn::network::BatchError;
use static_nn::{Boxed, Network, network, network_family};

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Small { input: [1, 4, 4], Flatten, Dense(8), Tanh, Dense(3) }
}
network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Large { input: [1, 4, 4], Conv2d(4, kernel = 3), Relu, Flatten, Dense(3) }
}

network_family! {
    /// Three ways to hold one.
    #[derive(Clone, Debug)]
    pub enum Net {
        /// By value.
        Small(Small),
        /// On the heap.
        Large(Boxed<Large>),
        /// By a reference.
        Built(&'static Small),
        /// Of a type that is there already.
        Other(Boxed<Large>),
    }
}

fn samples() -> Vec<[[[f32; 4]; 4]; 1]> {
    (0..37).map(|i| [std::array::from_fn(|j| std::array::from_fn(|k| ((i + 5 * j + 3 * k) as f32).sin()))]).collect()
}

fn check<N: Network<f32>>(family: &Net, net: &N, forward: impl Fn(&N, &[[[f32; 4]; 4]; 1]) -> [f32; 3]) {
    let xs = samples();
    let mut ys = vec![[0.0; 3]; xs.len()];
    family.forward_batch(&xs, &mut ys).unwrap();
    let mut scratch = [0.0; Net::FORWARD_SCRATCH];
    for (x, y) in xs.iter().zip(&ys) {
        let expected = forward(net, x);
        assert_eq!(family.forward(x), expected);
        // A flat sample counts as an image, as for a network.
        assert_eq!(family.forward(<&[f32; 16]>::try_from(x[0].as_flattened()).unwrap()), expected);
        assert_eq!(family.forward_with(&mut scratch, x), expected);
        assert!(y.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-5), "{y:?} {expected:?}");
        assert_eq!(family.predict(x), static_nn::metrics::argmax(&expected));
    }
    assert_eq!(family.name(), N::NAME);
    assert_eq!(family.to_string(), N::summary().to_string());
}

#[test]
fn answers_are_those_of_the_network() {
    let (small, large) = (Small::new(3), Large::boxed(4));
    let built: &'static Small = Box::leak(Box::new(Small::new(5)));
    check(&Net::from(small.clone()), &small, Small::forward);
    check(&Net::Large(large.clone()), &*large, Large::forward);
    check(&Net::Other(large.clone()), &*large, Large::forward);
    check(&built.into(), built, Small::forward);
}

#[test]
fn constants_are_those_of_the_largest() {
    assert_eq!(Net::PARAMETERS, Small::PARAMETERS.max(Large::PARAMETERS));
    assert_eq!(Net::PARAMETER_BYTES, Small::PARAMETER_BYTES.max(Large::PARAMETER_BYTES));
    assert_eq!(Net::MACS, Small::MACS.max(Large::MACS));
    assert_eq!(Net::FORWARD_BYTES, Small::FORWARD_BYTES.max(Large::FORWARD_BYTES));
    assert_eq!(Net::STACK_BYTES, Small::STACK_BYTES.max(Large::STACK_BYTES));
}

#[test]
fn a_batch_has_an_answer_for_each_sample() {
    let net = Net::Small(Small::new(1));
    let error = net.forward_batch(&samples(), &mut [[0.0; 3]; 2]).unwrap_err();
    assert!(matches!(error, BatchError::Length { samples: 37, others: 2, .. }), "{error}");
}

network! { pub struct Plain { input: [16, 2], Gru(4), Dense(1) } }
network! { pub struct Rich { input: [16, 2], Residual { Lstm(2) }, Conv1d(3, kernel = 3, causal = true), Dense(1) } }

network_family! {
    #[stream(AmpState)]
    pub(crate) enum Amp { Plain(Plain), Rich(&'static Rich), Copy(Boxed<Rich>) }
}

#[test]
fn a_stream_is_that_of_the_network() {
    let (plain, rich) = (Plain::new(1), Rich::boxed(2));
    let xs: [[f32; 2]; 16] = std::array::from_fn(|t| [(t as f32).sin(), (t as f32).cos()]);
    let (amp, mut state) = (Amp::Plain(plain), AmpState::Rich(Rich::state()));
    // A state of another network is no state.
    let whole = amp.forward(&xs);
    for (t, x) in xs.iter().enumerate() {
        assert_eq!(amp.step(&mut state, x), whole[t]);
        assert!(matches!(state, AmpState::Plain(_)));
    }
    let amp = Amp::Copy(rich.clone());
    let mut ys = [[0.0; 1]; 16];
    amp.stream(&mut state, &xs[..5], &mut ys[..5]);
    amp.stream(&mut state, &xs[5..], &mut ys[5..]);
    assert_eq!(ys, rich.forward(&xs));
    assert_eq!(ys, amp.forward(&xs));
}
