//! NumPy's archives, and what options make of their arrays: no panic, and no more memory than the file is worth and the caller permits.
#![no_main]

use fuzz::{Counting, bounded};
use libfuzzer_sys::fuzz_target;
use nn_files::{Entry, Layout, LoadOptions, npz};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How many bytes the arrays may take, unpacked.
const MOST: usize = 1 << 14;

/// Every value of an array that has values.
fn look_at(entries: &[Entry<'_>]) {
    for entry in entries {
        match entry.floats() {
            Ok(values) => assert_eq!(values.len(), entry.dims.iter().product::<usize>()),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    bounded(bytes.len() + MOST, || match npz::parse(bytes, MOST) {
        Ok(entries) => look_at(&entries),
        Err(error) => assert!(!error.to_string().is_empty()),
    });
    bounded(bytes.len() + MOST, || {
        let Ok(entries) = npz::parse(bytes, MOST) else { return };
        let options = LoadOptions::new().strip_prefix("module.").rename("*.0", "*.fc1").layout(Layout::Keras);
        let (entries, errors) = options.apply(entries, &|_| None);
        assert!(errors.iter().all(|error| !error.to_string().is_empty()));
        if errors.is_empty() {
            look_at(&entries);
        }
    });
});
