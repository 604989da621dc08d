//! Whatever a path leads to, no more of it is read than the network and the run can need.
#![cfg(unix)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use allocation_counter::measure;
use static_nn::io::LoadError;
use static_nn::prelude::*;
use static_nn::train::{CheckpointError, TrainError};

network! {
    #[derive(Debug, PartialEq)]
    pub struct Net { input: [2], Dense(3), Tanh, Dense(1) }
}

/// What a refusal may hold in memory: nothing that grows with the file.
const MOST: u64 = 1 << 20;

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A file of 6 GB that takes no room on the disk, and begins with these bytes: how it is refused.
fn hole(name: &str, first: &[u8]) -> (LoadError, CheckpointError) {
    let path = place(name);
    fs::write(&path, first).unwrap();
    File::options().write(true).open(&path).unwrap().set_len(6_000_000_000).unwrap();
    let errors = (load(&path), resume(&path));
    fs::remove_file(path).unwrap();
    errors
}

fn load(path: &Path) -> LoadError {
    let mut error = None;
    let memory = measure(|| error = Net::load(path).err());
    assert!(memory.bytes_max < MOST, "{} bytes for {}", memory.bytes_max, path.display());
    error.unwrap()
}

fn resume(path: &Path) -> CheckpointError {
    let (xs, ys) = ([[0.0_f32, 1.0], [1.0, 0.0]], [[1.0_f32], [2.0]]);
    let mut net = Net::boxed(1);
    let before = net.clone_boxed();
    let trainer = Trainer::new(MeanSquaredError, Adam::new(0.1)).epochs(3).resume(path);
    let mut result = None;
    let memory = measure(|| result = Some(trainer.fit(&mut net, &xs, &ys)));
    assert!(memory.bytes_max < MOST, "{} bytes for {}", memory.bytes_max, path.display());
    assert_eq!(net, before);
    match result {
        Some(Err(TrainError::Checkpoint(error))) => *error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_device_without_an_end_is_refused_at_once() {
    let path = Path::new("/dev/zero");
    assert!(matches!(load(path), LoadError::Content { .. }));
    let error = resume(path);
    assert!(matches!(error, CheckpointError::Content { .. }), "{error}");
    let text = error.to_string();
    assert!(text.starts_with("`/dev/zero`: the header is damaged: it does not begin with `{`"), "{text}");
}

#[test]
fn a_file_of_gigabytes_is_refused_at_once() {
    let empty = [&2_u64.to_le_bytes()[..], b"{}"].concat();
    let (alone, error) = hole("hole-after-a-header.safetensors", &empty);
    assert!(matches!(alone, LoadError::TooLarge { parameters: 13, .. }), "{alone}");
    assert!(matches!(error, CheckpointError::TooLarge { parameters: 13, .. }), "{error}");
    assert!(error.to_string().ends_with("and a run with 13 parameters needs far fewer: this is no checkpoint of it"));

    // The longest header that the format allows, and nothing but spaces in it, would be in memory too.
    let spaces = [&100_000_000_u64.to_le_bytes()[..], b"{ "].concat();
    let (alone, error) = hole("hole-in-a-header.safetensors", &spaces);
    assert!(matches!(alone, LoadError::TooLarge { .. }), "{alone}");
    assert!(matches!(error, CheckpointError::TooLarge { .. }), "{error}");

    let (alone, error) = hole("hole.safetensors", &[]);
    assert!(matches!(alone, LoadError::Content { .. }), "{alone}");
    assert!(matches!(error, CheckpointError::Content { .. }), "{error}");
}

/// The run of a small network may be longer than the network is large.
#[test]
fn a_long_history_is_no_reason_to_refuse() {
    let path = place("long.safetensors");
    let (xs, ys) = ([[0.0_f32, 1.0]], [[1.0_f32]]);
    let trainer = || Trainer::new(MeanSquaredError, Sgd::new(1e-3));
    let mut net = Net::boxed(1);
    trainer().epochs(5_000).checkpoint(Checkpoint::every(5_000, &path)).fit(&mut net, &xs, &ys).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > 240_000);
    let history = trainer().epochs(5_001).resume(&path).fit(&mut net, &xs, &ys).unwrap();
    assert_eq!(history.epochs.len(), 5_001);
    Net::load(&path).unwrap();
}
