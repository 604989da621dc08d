//! Recorded answers: written, read while this is compiled, and compared.

use std::path::{Path, PathBuf};

use static_nn::golden::GoldenError;
use static_nn::init::Rng;
use static_nn::io::SaveError;
use static_nn::{Layer, Network, network};

network! {
    /// Small enough to be asked while this is compiled.
    #[derive(Clone, Debug)]
    #[weights("examples/data/digits.safetensors")]
    #[golden("tests/data/digits.golden.safetensors", tolerance = 1e-4)]
    struct Digits { input: [64], hidden: Dense(64), Relu, digit: Dense(10) }
}

network! {
    /// With layers that have no form in a constant: asked in its test alone.
    #[derive(Clone, Debug)]
    #[weights("tests/data/images.safetensors")]
    #[golden(concat!("tests/data/", "images.golden.safetensors"))]
    struct Images {
        input: [1, 6, 4],
        conv: Conv2d(4, kernel = [3, 2]), Relu, MaxPool2d([2, 1]),
        depth: Conv2d(4 -> 4, kernel = [1, 2], groups = 4, bias = false), GlobalAvgPool2d,
        class: Dense(3),
    }
}

/// The examples of the files in `data`.
#[expect(clippy::cast_possible_truncation, reason = "multiples of 1/64")]
fn samples<const N: usize>() -> [[f32; N]; 6] {
    let mut rng = Rng::new(14);
    std::array::from_fn(|_| std::array::from_fn(|_| (rng.normal() * 64.0).round() as f32 / 64.0))
}

/// A file of one test.
fn scratch_file(test: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.golden.safetensors"))
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The file is written anew with `UPDATE_GOLDEN=1`.
#[track_caller]
fn assert_recorded<N: Network<f32>>(saved: &[u8], name: &str) {
    let path = data(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, saved).unwrap();
    }
    let [saved, recorded] = [saved, &std::fs::read(path).unwrap()].map(|bytes| {
        let file = safetensors::SafeTensors::deserialize(bytes).unwrap();
        let tensor = |name| {
            let tensor = file.tensor(name).unwrap();
            (tensor.shape().to_vec(), tensor.data().to_vec())
        };
        let names = file.names().into_iter().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        (names, tensor("inputs"), tensor("outputs").0, tensor("checksum"))
    });
    assert_eq!(saved, recorded);
    assert_eq!(saved.1.0[1..], *<<N as Layer<f32>>::Input as static_nn::Shape>::DIMS);
}

#[test]
fn a_network_records_its_answers() {
    let path = scratch_file("records");
    Digits::EMBEDDED.save_golden(&path, &samples::<64>()).unwrap();
    assert_recorded::<Digits>(&std::fs::read(&path).unwrap(), "digits.golden.safetensors");
    // A file that is there is replaced.
    Images::EMBEDDED.save_golden(&path, &samples::<24>()).unwrap();
    assert_recorded::<Images>(&std::fs::read(&path).unwrap(), "images.golden.safetensors");
}

#[test]
fn they_are_in_the_program() {
    assert_eq!((Digits::GOLDEN.examples, Digits::GOLDEN.tolerance), (6, 1e-4));
    assert_eq!((Images::GOLDEN.file, Images::GOLDEN.tolerance), ("tests/data/images.golden.safetensors", 1e-5));
    assert_eq!(Digits::GOLDEN.inputs[..4], samples::<64>()[0][0].to_le_bytes());
    assert_eq!(Digits::EMBEDDED.check_golden(), Ok(()));
    assert_eq!(Images::EMBEDDED.check_golden(), Ok(()));
}

#[test]
fn one_bit_of_one_parameter_is_noticed() {
    let at = Digits::PARAMETERS - 700;
    for bit in 0..32 {
        let mut net = Digits::EMBEDDED.clone_boxed();
        let parameter = &mut net.as_mut_slice()[at];
        *parameter = f32::from_bits(parameter.to_bits() ^ 1 << bit);
        let error = net.check_golden().unwrap_err();
        assert_eq!(error, GoldenError::OtherParameters { file: Digits::GOLDEN.file }, "bit {bit}");
    }
}

/// Without a checksum, as in a file of another program, the answers speak.
#[test]
fn another_answer_is_told_with_its_place() {
    let golden = static_nn::golden::Golden { checksum: None, ..Images::GOLDEN };
    let mut net = Images::EMBEDDED.clone();
    net.class.bias[1] += 0.5;
    let mut scratch = [0.0; <Images as Layer<f32>>::FORWARD_SCRATCH];
    let error = golden.check(&net, &mut scratch).unwrap_err();
    let GoldenError::OtherAnswer { example: 0, output: 1, answer, recorded, .. } = error else { panic!("{error:?}") };
    assert!((answer - recorded - 0.5).abs() < 1e-5);
    let text = error.to_string();
    assert!(text.starts_with("output 1 of example 0 of `tests/data/images.golden.safetensors` is "), "{text}");
    // NaN is as far as can be from every number.
    net.class.bias[1] = f32::NAN;
    assert!(golden.check(&net, &mut scratch).is_err());
}

#[test]
fn what_cannot_be_recorded_leaves_the_old_file() {
    let path = scratch_file("keeps");
    std::fs::write(&path, "the old file").unwrap();
    let none: [[f32; 64]; 0] = [];
    let error = Digits::EMBEDDED.save_golden(&path, &none).unwrap_err();
    assert!(matches!(error, SaveError::Content { .. }) && error.to_string().contains("there is no example"), "{error}");
    let mut net = Digits::EMBEDDED.clone();
    net.digit.bias[3] = f32::INFINITY;
    let error = net.save_golden(&path, &samples::<64>()).unwrap_err().to_string();
    assert!(error.contains("`outputs`[0, 3] is inf") || error.contains("`outputs[0, 3]` is inf"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), b"the old file");
}
