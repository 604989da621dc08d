//! Whatever the library puts on the heap begins on a cache line.

use std::ptr;

use static_nn::prelude::*;

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Inner {
        input: [5],
        Dense(7), Tanh,
    }
}

network! {
    #[derive(Clone, Debug, PartialEq)]
    pub struct Net {
        input: [3],
        Dense(5), Relu,
        inner: Inner,
        Dense(2),
    }
}

/// Some numbers of networks: an address may be right by chance.
const TRIES: u64 = 8;

fn on_a_cache_line<N>(net: &N) -> bool {
    ptr::from_ref(net).addr().is_multiple_of(64)
}

#[test]
fn networks_begin_on_a_cache_line() {
    let all: Vec<_> = (0..TRIES).flat_map(|seed| [Net::boxed(seed), Net::zeroed_boxed()]).collect();
    assert!(all.iter().all(|net| on_a_cache_line(&**net)));
    assert!(all.iter().all(|net| on_a_cache_line(&*net.clone()) && on_a_cache_line(&*net.clone_boxed())));
    let double = [0, 1].map(<Net<f64> as Network<f64>>::boxed);
    assert!(double.iter().all(|net| on_a_cache_line(&**net)));
}

#[test]
fn loaded_networks_too() {
    let path = std::env::temp_dir().join(format!("boxed-{}.safetensors", std::process::id()));
    let net = Net::boxed(3);
    net.save(&path).unwrap();
    let all: Vec<_> = (0..TRIES).map(|_| Net::load(&path).unwrap()).collect();
    std::fs::remove_file(&path).unwrap();
    assert!(all.iter().all(|loaded| on_a_cache_line(&**loaded) && *loaded == net));
}

#[test]
fn gradients_and_scratches_too() {
    let net = Net::new(1);
    for samples in [1, 600] {
        let (xs, ys) = (vec![[0.5; 3]; samples], vec![1_u8; samples]);
        let mut workspace = Workspace::with_batch(samples);
        // Of 600 samples the gradients of four groups are summed.
        assert!(on_a_cache_line(net.gradient_batch(&mut workspace, &xs, &ys, CrossEntropy).unwrap()));
        assert!(on_a_cache_line(workspace.gradient()));
    }
    assert!((0..TRIES).map(|_| Net::scratch()).collect::<Vec<_>>().iter().all(|scratch| on_a_cache_line(&**scratch)));
}

#[test]
fn a_clone_is_equal_and_another() {
    let mut net = Net::boxed(5);
    let before = net.clone();
    assert_eq!(net, before);
    net.inner.dense1.bias[6] += 1.0;
    assert_ne!(net, before);
    assert_eq!(before, Net::boxed(5));
}
