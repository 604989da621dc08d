//! Networks over images and sequences as in PyTorch: its files, answers, gradients and steps of Adam, in both scalars; and the same weights in the program.

use safetensors::tensor::{Dtype, TensorView};
use static_nn::optim::State;
use static_nn::{
    Adam, CrossEntropy, D1, Layer, Network, Parameters, Path, Role, Sample, Scalar, Shape, Workspace, io, network,
};

use super::{FilePath, Tensors, assert_close, classes, goldens};

network! {
    /// LeNet-5 on images of 28 x 28.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/goldens/lenet5.model.safetensors")]
    pub struct LeNet5 {
        input: [1, 28, 28],
        conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2),
        conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2),
        Flatten,
        fc1: Dense(120), Relu,
        fc2: Dense(84), Relu,
        digit: Dense(10),
    }
}

network! {
    /// A residual block, one with a projection, and the means of the channels.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/goldens/resnet.model.safetensors")]
    pub struct ResNet {
        input: [3, 9, 8],
        stem: Conv2d(6, kernel = 3, padding = same, bias = false), norm: BatchNorm, Relu,
        block1: Residual {
            conv1: Conv2d(6, kernel = 3, padding = 1, bias = false), norm1: BatchNorm, Relu,
            conv2: Conv2d(6, kernel = 3, padding = 1, bias = false), norm2: BatchNorm,
        },
        Relu,
        block2: Add {
            {
                conv1: Conv2d(10, kernel = 3, stride = 2, padding = 1, bias = false), norm1: BatchNorm, Relu,
                conv2: Conv2d(10, kernel = 3, padding = 1, bias = false), norm2: BatchNorm,
            },
            { conv: Conv2d(10, kernel = 1, stride = 2, bias = false), norm: BatchNorm },
        },
        Relu,
        GlobalAvgPool2d,
        last: Dense(4),
    }
}

network! {
    /// Recurrent layers on each other and in both directions.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/goldens/speaker.model.safetensors")]
    pub struct Speaker {
        input: [12, 4],
        lstm: Lstm(6, layers = 2), gru: Gru(5, bidirectional = true), Last, word: Dense(3),
    }
}

network! {
    /// A convolution with features normalised over all steps, attention, and a pool.
    #[derive(Clone, Debug, PartialEq)]
    #[weights("tests/goldens/reader.model.safetensors")]
    pub struct Reader {
        input: [9, 5],
        conv: Conv1d(8, kernel = 3, padding = same, bias = false), norm: BatchNorm, Relu,
        block: Residual { norm1: LayerNorm, self_attn: SelfAttention(heads = 2, bias = false) },
        MaxPool1d(2), apart: Conv1d(8, kernel = 2, groups = 4), Tanh, MeanOverTime,
        word: Dense(4),
    }
}

/// Asserts that the tensors are those whose names begin with `prefix`; of a gradient those that are no statistics.
#[track_caller]
fn assert_tensors<T: Scalar, P: Parameters<T>>(golden: &Tensors, prefix: &str, parameters: &P, tolerance: f64) {
    let (mut from, mut count) = (0, 0);
    P::tensors(&Path::ROOT, &mut |tensor| {
        let values = &parameters.as_slice()[from..from + tensor.len()];
        from += tensor.len();
        if prefix == "grad." && tensor.role == Role::Statistic {
            return;
        }
        let name = format!("{prefix}{}", tensor.name);
        assert_eq!(golden.0[&name].0, tensor.dims, "{name}");
        let rows: Vec<T> = (0..values.len()).map(|i| values[tensor.place(i)]).collect();
        assert_close(&name, &rows, &golden.values(&name), tolerance);
        count += 1;
    });
    assert_eq!(count, golden.0.keys().filter(|name| name.starts_with(prefix)).count(), "{prefix}");
}

/// How far numbers may be from PyTorch's of double precision, which the files hold rounded to single precision.
struct Tolerances {
    answer: f64,
    gradient: f64,
    adam: f64,
}

/// The answers and losses are numbers up to 2, of which single precision drops up to 2^-24.
const DOUBLE: Tolerances = Tolerances { answer: 1.2e-7, gradient: 6e-8, adam: 1.2e-7 };
/// In single precision PyTorch's own answers of these networks are up to 2.0e-7 off, its gradients 8.4e-8.
const SINGLE: Tolerances = Tolerances { answer: 6e-7, gradient: 3e-7, adam: 1e-6 };
/// Adam divides each gradient by its own size, so where one is as small as rounding the step, of 1e-3, shows it: PyTorch's own parameters of
/// `lenet5` in single precision are up to 2.2e-5 off, those of sums in another order up to 7.1e-5.
const SMALL_GRADIENTS: f64 = 2e-4;

fn check<T, N, const IN: usize, const OUT: usize>(name: &str, tolerances: &Tolerances)
where
    T: Scalar,
    N: Network<T> + Layer<T, Output = D1<OUT>> + Clone,
    [T; IN]: Sample<T, N::Input>,
{
    let golden = Tensors::golden(&format!("{name}.golden.safetensors"));
    let mut net = io::load::<T, N>(goldens().join(format!("{name}.model.safetensors"))).unwrap();
    let xs: Vec<[T; IN]> = golden.values("x").as_chunks().0.to_vec();
    let targets = classes(&golden, "target");
    let answers = |net: &N, expected: &str| {
        let (mut ys, mut scratch) = (vec![[T::ZERO; OUT]; xs.len()], N::scratch());
        Workspace::new().forward_batch(net, &xs, &mut ys).unwrap();
        assert_close(expected, ys.as_flattened(), &golden.values(expected), tolerances.answer);
        for (x, y) in xs.iter().zip(&mut ys) {
            *y = net.forward_with(&mut scratch, x);
        }
        assert_close(expected, ys.as_flattened(), &golden.values(expected), tolerances.answer);
    };
    answers(&net, "y");

    let mut workspace = Workspace::with_batch(xs.len());
    let gradient = net.gradient_batch(&mut workspace, &xs, &targets, CrossEntropy).unwrap();
    assert_tensors(&golden, "grad.", gradient, tolerances.gradient);
    if !N::COUPLED {
        let part = T::from_f64(1.0 / xs.len() as f64);
        for ((x, target), expected) in xs.iter().zip(&targets).zip(golden.values("dx").chunks(IN)) {
            let dx = net.input_gradient(&mut workspace, x, target, CrossEntropy).unwrap();
            let dx: Vec<T> = N::Input::flat(dx).iter().map(|dx| *dx * part).collect();
            assert_close("dx", &dx, expected, tolerances.gradient);
        }
    }

    let adam = Adam::new(1e-3);
    let (mut state, mut losses): (State<Box<[T]>>, _) = (State::new::<N>(&adam), vec![]);
    for step in 1..=5 {
        losses.push(net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap());
        let prefix = format!("adam.{step}.");
        if golden.0.keys().any(|name| name.starts_with(&prefix)) {
            assert_tensors(&golden, &prefix, &*net, tolerances.adam);
        }
    }
    assert_close("losses", &losses, &golden.values("losses"), tolerances.answer);
    answers(&net, "y.after");
}

#[test]
fn lenet5() {
    check::<f64, LeNet5<f64>, 784, 10>("lenet5", &DOUBLE);
    check::<f32, LeNet5, 784, 10>("lenet5", &Tolerances { adam: SMALL_GRADIENTS, ..SINGLE });
}

#[test]
fn resnet() {
    check::<f64, ResNet<f64>, 216, 4>("resnet", &DOUBLE);
    check::<f32, ResNet, 216, 4>("resnet", &SINGLE);
}

#[test]
fn speaker() {
    check::<f64, Speaker<f64>, 48, 3>("speaker", &DOUBLE);
    check::<f32, Speaker, 48, 3>("speaker", &SINGLE);
}

#[test]
fn reader() {
    check::<f64, Reader<f64>, 45, 4>("reader", &DOUBLE);
    check::<f32, Reader, 45, 4>("reader", &SINGLE);
}

#[test]
fn weights_of_images_are_built_in_as_they_are_loaded() {
    let net = LeNet5::load(goldens().join("lenet5.model.safetensors")).unwrap();
    assert_eq!(*LeNet5::EMBEDDED, *net);
    let bits = |net: &LeNet5| net.forward(&[0.5; 784]).map(f32::to_bits);
    assert_eq!(bits(LeNet5::EMBEDDED), bits(&net));

    let net = ResNet::load(goldens().join("resnet.model.safetensors")).unwrap();
    assert_eq!(*ResNet::EMBEDDED, *net);
    let bits = |net: &ResNet| net.forward(&[0.5; 216]).map(f32::to_bits);
    assert_eq!(bits(ResNet::EMBEDDED), bits(&net));
}

/// `from_rust.py` takes the files that this test leaves in `target/tmp`.
#[test]
fn a_saved_network_is_pytorchs_state_dict() {
    saved::<LeNet5, 784, 10>("lenet5", &[("conv1.weight", &[6, 1, 5, 5]), ("conv2.weight", &[16, 6, 5, 5])]);
    saved::<Speaker, 48, 3>("speaker", &[("lstm.weight_hh_l1", &[24, 6]), ("gru.weight_ih_l0_reverse", &[15, 6])]);
    saved::<Reader, 45, 4>("reader", &[("block.self_attn.in_proj_weight", &[24, 8]), ("apart.weight", &[8, 2, 2])]);
    saved::<ResNet, 216, 4>("resnet", &[("block2.1.conv.weight", &[10, 6, 1, 1]), ("block1.norm2.running_var", &[6])]);
}

/// Trains a little, saves, compares every number with the file's, and leaves answers beside it.
fn saved<N, const IN: usize, const OUT: usize>(name: &str, dims: &[(&str, &[usize])])
where
    N: Network<f32> + Layer<f32, Output = D1<OUT>>,
    [f32; IN]: Sample<f32, N::Input>,
{
    let golden = Tensors::golden(&format!("{name}.golden.safetensors"));
    let (xs, targets) = (golden.values("x").as_chunks::<IN>().0.to_vec(), classes(&golden, "target"));
    let mut net = N::boxed(7);
    let (mut workspace, adam) = (Workspace::with_batch(xs.len()), Adam::new(0.01));
    let mut state: State<Box<[f32]>> = State::new::<N>(&adam);
    for _ in 0..10 {
        net.train_step(&mut workspace, &adam, &mut state, &xs, &targets, CrossEntropy).unwrap();
    }
    let directory = FilePath::new(env!("CARGO_TARGET_TMPDIR"));
    let path = directory.join(format!("{name}.model.safetensors"));
    io::save(&*net, &path).unwrap();
    let file = Tensors::read(&path);
    assert_tensors(&file, "", &*net, 0.0);
    for (tensor, dims) in dims {
        assert_eq!(file.0[*tensor].0, *dims, "{tensor}");
    }
    assert_eq!(io::load::<f32, N>(&path).unwrap().as_slice(), net.as_slice());

    let mut ys = vec![[0.0; OUT]; xs.len()];
    Workspace::new().forward_batch(&*net, &xs, &mut ys).unwrap();
    let bytes: Vec<u8> = ys.as_flattened().iter().flat_map(|y| y.to_le_bytes()).collect();
    let answer = TensorView::new(Dtype::F32, vec![xs.len(), OUT], &bytes).unwrap();
    let path = directory.join(format!("{name}.answer.safetensors"));
    safetensors::serialize_to_file([("y", answer)], None, &path).unwrap();
}
