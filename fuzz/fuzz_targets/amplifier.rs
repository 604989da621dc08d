//! Files of amplifiers: Neural Amp Modeler's and RTNeural's.
#![no_main]

use fuzz::{Counting, bounded};
use libfuzzer_sys::fuzz_target;

#[allow(dead_code, unreachable_pub)]
#[path = "../../examples/support/amp.rs"]
mod amp;
#[allow(dead_code, unreachable_pub)]
#[path = "../../examples/support/nam.rs"]
mod nam;
#[allow(dead_code, unreachable_pub)]
#[path = "../../examples/support/rtneural.rs"]
mod rtneural;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fuzz_target!(|bytes: &[u8]| {
    bounded(bytes.len(), || {
        let Ok(json) = serde_json::from_slice(bytes) else { return };
        for amp in [nam::parse::<2, 8>(&json), rtneural::parse::<2, 8>(&json)] {
            match amp {
                Ok(amp) => {
                    let values = amp.weight_ih.iter().chain(&amp.weight_hh).chain(&amp.bias).chain(&amp.head_weight);
                    assert!(values.chain([&amp.head_bias]).all(|value| value.is_finite()));
                }
                Err(text) => assert!(!text.is_empty()),
            }
        }
    });
});
