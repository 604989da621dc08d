//! Files of weights, as a program reads them and as the macro does: no panic, no more memory than the file is worth, and on an error the
//! network is what it was.
#![no_main]

use fuzz::{Counting, bounded};
use libfuzzer_sys::fuzz_target;
use nn_files::safetensors;
use static_nn::io::{read_into, read_some_into};
use static_nn::{Parameters, network};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

network! {
    struct Net { input: [3], fc1: Dense(2), norm: BatchNorm, Relu, Residual { a: Dense(2) }, fc2: Dense(1, bias = false) }
}

fuzz_target!(|bytes: &[u8]| {
    let mut net = Net::new(1);
    let before: Vec<u32> = net.as_slice().iter().map(|value| value.to_bits()).collect();
    let is_same = |net: &Net| net.as_slice().iter().map(|value| value.to_bits()).eq(before.iter().copied());
    if let Err(error) = bounded(bytes.len(), || read_into(&mut net, bytes)) {
        assert!(is_same(&net) && !error.to_string().is_empty());
    }
    let mut net = Net::new(1);
    if let Err(error) = bounded(bytes.len(), || read_some_into(&mut net, bytes)) {
        assert!(is_same(&net) && !error.to_string().is_empty());
    }
    assert!(net.as_slice().iter().all(|value| value.is_finite()));

    bounded(bytes.len(), || match safetensors::parse(bytes) {
        Ok(entries) => {
            for entry in entries {
                match entry.floats() {
                    Ok(values) => assert_eq!(values.len(), entry.dims.iter().product::<usize>()),
                    Err(error) => assert!(!error.to_string().is_empty()),
                }
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    });
});
