//! Whether any convolution is much slower, for each multiply-add, than its neighbours in size.
//!
//! `cargo bench -p benches --bench convolutions`
//!
//! Channels of 1 to 64, images of 4 to 40, kernels of 1, 3, 5 and 7, strides of 1 and 2. A neighbour is one channel, or one row and column, away.

use std::hint::black_box;

use benches::{Contender, alternate, record};
use serde_json::json;
use static_nn::init::Rng;
use static_nn::kernels::Lanes32;
use static_nn::kernels::conv::{Around, ConvKernels, Convolution};
use static_nn::kernels::level;
use static_nn::scalar::{scalars, scalars_mut};

/// Turns of everybody at first, and when two are compared again.
const ROUNDS: [usize; 2] = [5, 51];
/// The largest ratio of neighbours that is no cliff.
const CLIFF: f64 = 1.6;
/// Pairs that are shown.
const WORST: usize = 10;

/// What is done: a block of 16 images forward, what a step does besides, one image.
#[derive(Clone, Copy)]
enum Way {
    Forward,
    Backward,
    Sample,
}

impl Way {
    const ALL: [Self; 3] = [Self::Forward, Self::Backward, Self::Sample];

    fn name(self) -> &'static str {
        match self {
            Self::Forward => "a block forward",
            Self::Backward => "a block's gradients",
            Self::Sample => "one image",
        }
    }
}

/// A convolution, and where it stands among its neighbours: in a chain, at a place.
struct Size {
    chain: String,
    place: usize,
    conv: Convolution,
}

fn conv([inputs, outputs]: [usize; 2], image: usize, kernel: usize, stride: usize, padding: usize) -> Convolution {
    let extent = (image + 2 * padding - kernel) / stride + 1;
    Convolution {
        input: [inputs, image, image],
        output: [outputs, extent, extent],
        kernel: [kernel; 2],
        stride: [stride; 2],
        padding: [padding; 2],
        dilation: [1; 2],
        groups: 1,
    }
}

fn sizes() -> Vec<Size> {
    let mut sizes = Vec::new();
    for kernel in [1, 3, 5, 7] {
        for stride in [1, 2] {
            let padding = kernel / 2;
            for (title, channels) in [("n to n", [true, true]), ("16 to n", [false, true]), ("n to 16", [true, false])]
            {
                for n in 1..=64 {
                    let channels = channels.map(|varies| if varies { n } else { 16 });
                    let chain = format!("{title} channels, 12 x 12, kernel {kernel}, stride {stride}");
                    sizes.push(Size { chain, place: n, conv: conv(channels, 12, kernel, stride, padding) });
                }
            }
            for (title, padding) in [("", 0), (", padded", padding)] {
                for image in kernel.max(4)..=40 {
                    let chain = format!("8 to 16 channels, n x n{title}, kernel {kernel}, stride {stride}");
                    sizes.push(Size { chain, place: image, conv: conv([8, 16], image, kernel, stride, padding) });
                }
            }
        }
    }
    sizes
}

fn lanes(count: usize) -> Vec<Lanes32> {
    let mut rng = Rng::new(1);
    let mut lanes = vec![Lanes32([0.0; 16]); count];
    #[expect(clippy::cast_possible_truncation, reason = "a sample needs no double precision")]
    scalars_mut::<f32>(&mut lanes).fill_with(|| rng.normal() as f32);
    lanes
}

fn contender(conv: Convolution, way: Way) -> Contender<'static> {
    let [inputs, outputs] = [conv.input, conv.output].map(|image| image.iter().product::<usize>());
    let weights = conv.output[0] * conv.patch();
    let (x, dy, w) = (lanes(inputs), lanes(outputs), lanes(weights.div_ceil(16)));
    let (mut y, mut dx, mut dw) = (lanes(outputs), lanes(inputs), lanes(weights.div_ceil(16)));
    let mut scratch = lanes(conv.scratch().div_ceil(16));
    Contender::new("", move || {
        let (level, w) = (level(), &scalars::<f32>(black_box(&w))[..weights]);
        let (x, y) = (scalars::<f32>(black_box(&x)), scalars_mut::<f32>(&mut y));
        let around = Around::forward(&[], f32::NEG_INFINITY);
        match way {
            Way::Forward => f32::conv_blocks(level, &conv, w, around, x, y),
            Way::Backward => {
                let (dy, dx) = (scalars::<f32>(black_box(&dy)), scalars_mut::<f32>(&mut dx));
                f32::conv_blocks_dw(level, &conv, x, dy, true, &mut scalars_mut::<f32>(&mut dw)[..weights]);
                f32::conv_blocks_dx(level, &conv, w, Around::gradient(), dy, dx);
            }
            Way::Sample => {
                let scratch = scalars_mut::<f32>(&mut scratch);
                f32::conv(level, &conv, w, around, &x[..inputs], &mut y[..outputs], scratch);
            }
        }
    })
}

/// The multiply-adds that are there, those of padding not among them.
fn work(conv: &Convolution) -> f64 {
    let side = |side: usize| -> usize {
        let taps = |place: usize| {
            let at = place * conv.stride[side];
            (0..conv.kernel[side])
                .filter(|tap| (conv.padding[side]..conv.padding[side] + conv.input[1 + side]).contains(&(at + tap)))
                .count()
        };
        (0..conv.output[1 + side]).map(taps).sum()
    };
    (side(0) * side(1) * conv.input[0] * conv.output[0]) as f64
}

fn main() {
    let sizes = sizes();
    for way in Way::ALL {
        let mut rates = Vec::new();
        for size in &sizes {
            // One at a time: all of them together would fill the memory.
            let time = alternate(&mut [contender(size.conv, way)], ROUNDS[0])[0];
            rates.push(time / work(&size.conv));
        }
        let mut pairs: Vec<(f64, usize)> = (1..sizes.len())
            .filter(|i| sizes[*i].chain == sizes[*i - 1].chain && sizes[*i].place == sizes[*i - 1].place + 1)
            .map(|i| ((rates[i] / rates[i - 1]).max(rates[i - 1] / rates[i]), i))
            .collect();
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let count = pairs.len();
        // Whatever looks bad is measured again, beside its neighbour.
        let mut worst: Vec<(f64, usize)> = pairs
            .into_iter()
            .take(3 * WORST)
            .map(|(_, i)| {
                let times = alternate(&mut [i - 1, i].map(|i| contender(sizes[i].conv, way)), ROUNDS[1]);
                let rates = [times[0] / work(&sizes[i - 1].conv), times[1] / work(&sizes[i].conv)];
                ((rates[0] / rates[1]).max(rates[1] / rates[0]), i)
            })
            .collect();
        worst.sort_by(|a, b| b.0.total_cmp(&a.0));
        let cliffs = worst.iter().filter(|(ratio, _)| *ratio > CLIFF).count();
        println!("\n{}: {count} pairs of neighbours, {cliffs} of the worst {} above {CLIFF}", way.name(), 3 * WORST);
        for (ratio, i) in worst.iter().take(WORST) {
            println!("{ratio:>6.2}  {} and {}: {}", sizes[i - 1].place, sizes[*i].place, sizes[*i].chain);
        }
        let (ratio, i) = worst[0];
        let (chain, place) = (&sizes[i].chain, sizes[i - 1].place);
        let line =
            json!({ "way": way.name(), "pairs": count, "ratio": ratio, "chain": chain, "at": place, "cliffs": cliffs });
        record("convolutions", &line);
    }
}
