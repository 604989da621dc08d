//! Files that an earlier version wrote: whatever tensors come to be called, these load, and hold the same network.

use std::path::{Path, PathBuf};

use safetensors::SafeTensors;
use static_nn::io::{BundleMut, read_into};
use static_nn::prelude::*;

network! {
    #[derive(Debug, PartialEq)]
    pub struct Skip {
        input: [3],
        Residual { fc: Dense(4), Tanh, Dense(3) },
        outer: Residual { Residual { inner: Dense(3) }, norm: LayerNorm },
        last: Dense(2),
    }
}

network! {
    #[weights("tests/files/residual.safetensors")]
    pub struct Embedded {
        input: [3],
        Residual { fc: Dense(4), Tanh, Dense(3) },
        outer: Residual { Residual { inner: Dense(3) }, norm: LayerNorm },
        last: Dense(2),
    }
}

const XS: [[f32; 3]; 4] = [[0.5, -1.0, 2.0], [1.0, 0.0, -0.5], [-2.0, 1.5, 0.25], [0.125, 0.75, -1.0]];
const YS: [u8; 4] = [0, 1, 1, 0];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)
}

fn trainer() -> Trainer<CrossEntropy, Sgd> {
    Trainer::new(CrossEntropy, Sgd::new(0.1).momentum(0.9)).batch_size(2).shuffle(42)
}

/// Rounding of single precision through some layers and a few steps.
const ROUNDING: f32 = 1e-5;

/// What the network of the files answers to the first sample, and after three more epochs.
const ANSWER: [f32; 2] = [1.323_396_7, -0.074_192_524];
const TRAINED: [f32; 2] = [1.502_726_3, -0.281_151_74];

fn assert_answers(answer: [f32; 2], expected: [f32; 2]) {
    assert!(answer.iter().zip(expected).all(|(y, expected)| (y - expected).abs() < ROUNDING), "{answer:?}");
}

/// A block's layers follow the name of the block, as in PyTorch: there is no level between them.
#[test]
fn tensors_of_blocks_are_called_what_they_were() {
    let bytes = std::fs::read(file("residual.safetensors")).unwrap();
    let of_before = SafeTensors::deserialize(&bytes).unwrap();
    let again = static_nn::io::to_bytes(&*Skip::load(file("residual.safetensors")).unwrap()).unwrap();
    assert_eq!(again, bytes, "what is written today is the same file");
    for name in ["residual1.fc.weight", "residual1.dense1.bias", "outer.residual1.inner.weight", "outer.norm.bias"] {
        assert!(of_before.tensor(name).is_ok(), "{name}");
    }
}

#[test]
fn they_load_in_every_way() {
    let path = file("residual.safetensors");
    let net = Skip::load(&path).unwrap();
    assert_answers(net.forward(&XS[0]), ANSWER);
    assert_eq!(Embedded::EMBEDDED.as_slice(), net.as_slice());

    let mut read = Skip::zeroed_boxed();
    read_into(&mut *read, &std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(read, net);
    let mut read = Skip::zeroed_boxed();
    BundleMut::new(&mut *read).load(&path).unwrap();
    assert_eq!(read, net);
    // A checkpoint is a file of its network.
    assert_eq!(Skip::load(file("residual.run.safetensors")).unwrap(), net);
}

#[test]
fn a_run_goes_on() {
    let mut net = Skip::boxed(1);
    let trainer = trainer().epochs(5).resume(file("residual.run.safetensors"));
    let history = trainer.fit(&mut net, &XS, &YS).unwrap();
    assert_eq!(history.epochs.len(), 5);
    assert_answers(net.forward(&XS[0]), TRAINED);
}
