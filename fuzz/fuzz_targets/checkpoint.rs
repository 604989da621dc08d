//! Files of a training run: what cannot be gone on from is an error that leaves the network as it was.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use fuzz::{Counting, bounded};
use libfuzzer_sys::fuzz_target;
use static_nn::prelude::*;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

network! {
    struct Net { input: [2], a: Dense(3), Tanh, b: Dense(1) }
}

/// Where the file lies: in memory, where the system has such a place.
static PATH: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let place = if memory.is_dir() { memory } else { std::env::temp_dir() };
    place.join(format!("checkpoint-{}.safetensors", std::process::id()))
});

fuzz_target!(|bytes: &[u8]| {
    std::fs::write(&*PATH, bytes).unwrap();
    let mut net = Net::new(1);
    let trainer = Trainer::new(MeanSquaredError, Adam::new(0.01)).epochs(2).batch_size(2).resume(&*PATH);
    let result = bounded(bytes.len(), || trainer.fit(&mut net, &[[0.0, 1.0], [1.0, 0.0]], &[[1.0], [0.0]]));
    match result {
        Ok(history) => assert!(history.epochs.len() <= 2),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert_eq!(net.as_slice(), Net::new(1).as_slice());
        }
    }
});
