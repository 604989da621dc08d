//! What the functions that cannot panic compute: batches beside single samples, streams beside sequences, and gradients beside central
//! differences. It is compiled as they are, for a target that alone decides on the instructions.

use std::process::ExitCode;

use bare::networks::{Image, Memory, Plain, Skip, Transformer};
use static_nn::init::Rng;
use static_nn::network::{forward_with, train_step_in};
use static_nn::optim::State;
use static_nn::{MeanSquaredError, Network, Sample, Sgd, Shape};

/// Samples in a batch.
const COUNT: usize = 5;

fn samples<const N: usize>() -> Vec<[f64; N]> {
    let mut rng = Rng::new(7);
    (0..COUNT).map(|_| std::array::from_fn(|_| rng.normal())).collect()
}

fn single<const N: usize>(x: &[f64; N]) -> [f32; N] {
    x.map(|value| value as f32)
}

/// The gradient that a step leaves is that of central differences.
fn gradients<Net: Network<f64>, const N: usize>(name: &str, room: &mut [f64]) -> Option<String>
where
    [f64; N]: Sample<f64, Net::Input>,
    MeanSquaredError: static_nn::Loss<f64, Net::Output, <Net::Output as Shape>::Of<f64>>,
{
    const H: f64 = 1e-6;
    let xs = samples::<N>();
    let ys: Vec<_> = xs.iter().map(|_| bytemuck::Zeroable::zeroed()).collect();
    let mut scratch = vec![0.0; Net::FORWARD_SCRATCH];
    let mut loss = |net: &Net| {
        let squares = |x| {
            let y = forward_with(net, &mut scratch, x);
            Net::Output::flat::<f64>(&y).iter().map(|y| y * y).sum::<f64>() / Net::OUTPUTS as f64
        };
        xs.iter().map(squares).sum::<f64>() / COUNT as f64
    };
    let (mut net, mut gradient) = (Net::new(3), Net::zeroed());
    let mut state = State::over([0.0; 0]);
    let step = train_step_in(&mut net, &mut gradient, room, &Sgd::new(0.0), &mut state, &xs, &ys, MeanSquaredError);
    if let Err(error) = step {
        return Some(format!("{name}: {error}"));
    }
    for i in 0..Net::PARAMETERS {
        let value = net.as_slice()[i];
        let mut at = |value| {
            net.as_mut_slice()[i] = value;
            loss(&net)
        };
        let (expected, found) = ((at(value + H) - at(value - H)) / (2.0 * H), gradient.as_slice()[i]);
        net.as_mut_slice()[i] = value;
        if (found - expected).abs() > 1e-6 * expected.abs().max(1.0) {
            return Some(format!("{name}: derivative {i} is {found}, by differences {expected}"));
        }
    }
    None
}

/// Batches and streams give the bits of single samples and of the whole sequence.
fn answers() -> Vec<String> {
    let mut faults = vec![];
    macro_rules! batches {
        ($($Net:ident, $inputs:literal;)*) => {
            $(
                let xs: Vec<_> = samples::<$inputs>().iter().map(single).collect();
                let net = $Net::<f32>::new(1);
                let expected: Vec<_> = xs.iter().map(|x| net.forward(x)).collect();
                let mut found = vec![expected[0]; COUNT];
                if net.forward_batch(&xs, &mut found).is_err() || found != expected {
                    faults.push(format!("{}: a batch gives {found:?}, its samples {expected:?}", stringify!($Net)));
                }
            )*
        };
    }
    batches! { Plain, 4; Image, 64; Memory, 16; Transformer, 48; Skip, 8; }

    let (net, x, mut state) = (Memory::<f32>::new(1), single(&samples::<16>()[0]), Memory::<f32>::state());
    let found: Vec<_> = x.as_chunks::<2>().0.iter().map(|frame| net.step(&mut state, frame)).collect();
    let expected = net.forward(&x);
    if found != expected {
        faults.push(format!("Memory: a stream gives {found:?}, the sequence {expected:?}"));
    }
    faults
}

fn main() -> ExitCode {
    let mut faults = answers();
    macro_rules! gradients {
        ($($Net:ident, $inputs:literal;)*) => {
            $(faults.extend(gradients::<$Net<f64>, $inputs>(stringify!($Net), &mut [0.0; $Net::<f32>::TRAIN_ROOM]));)*
        };
    }
    gradients! { Plain, 4; Image, 64; Memory, 16; Transformer, 48; Skip, 8; }
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
