//! Two blocks of a transformer learn to sort digits, and show where they look.
//!
//! `cargo run --release --features plot --example transformer`
//!
//! The encoder of Vaswani et al., Attention is all you need, 2017, with the normalisation before each part, as in Xiong et al., On layer
//! normalization in the transformer architecture, 2020. All digits come in at once, and at each place comes out the digit that stands there when
//! they are sorted; so every place has to find its digit among the others. Where a place looks is computed here from the layer's weights, and
//! compared with what the layer gives.

mod support;

use std::collections::BTreeSet;
use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;

use nalgebra::SVector;
use static_nn::init::Rng;
use static_nn::metrics::argmax;
use static_nn::plot::{Chart, Grid, Images};
use static_nn::prelude::*;
use support::{claim, pictures};

network! {
    /// Each place takes from the others what it asks for.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Look {
        input: [LENGTH, WIDTH],
        look: Residual { norm: LayerNorm, attention: SelfAttention(heads = HEADS) },
    }
}

network! {
    /// And then thinks about it by itself.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Block {
        input: [LENGTH, WIDTH],
        look: Look,
        Reshape([LENGTH, WIDTH]),
        think: Residual { LayerNorm, Dense(2 * WIDTH), Gelu, Dense(WIDTH) },
    }
}

network! {
    /// What a digit is, and where it stands.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Places {
        input: [LENGTH],
        digit: Embedding(DIGITS -> WIDTH),
        place: PositionalEncoding(learned = true),
    }
}

network! {
    /// Digits in, and at each place a score for every digit that may stand there when they are sorted.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Sorter {
        input: [LENGTH],
        places: Places,
        first: Block,
        second: Block,
        Reshape([LENGTH, WIDTH]), LayerNorm,
        sorted: Dense(DIGITS),
    }
}

const DIGITS: usize = 10;
/// The digits of a sequence.
const LENGTH: usize = 10;
/// The features of a place inside of the network, of which each head has its part.
const WIDTH: usize = 32;
const HEADS: usize = 4;

/// How many sequences there are to learn from, and how many to be tested on.
const SEQUENCES: [usize; 2] = [8_000, 1_000];
/// The part of the test sequences that must be sorted without a mistake.
const GOAL: f64 = 0.97;
/// What is computed here may differ from the layer's answer by rounding: two products of some dozen terms.
const ROUNDING: f32 = 1e-4;

const EPOCHS: usize = 12;
/// Decides the digits, the starting values and the order of the sequences.
const SEED: u64 = 1;

type Digits = [u8; LENGTH];
type Inside = [[f32; WIDTH]; LENGTH];
/// The share of each place that a place takes.
type Shares = [[f32; LENGTH]; LENGTH];

fn main() -> ExitCode {
    claim::exit(run())
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut rng = Rng::new(SEED);
    #[expect(clippy::cast_possible_truncation, reason = "a digit")]
    let mut draw =
        |count| -> Vec<Digits> { (0..count).map(|_| std::array::from_fn(|_| rng.below(DIGITS) as u8)).collect() };
    let [learned, mut unseen] = SEQUENCES.map(&mut draw);
    let known: BTreeSet<&Digits> = learned.iter().collect();
    unseen.retain(|digits| !known.contains(digits));
    let answers: Vec<Digits> = learned.iter().map(sorted).collect();
    println!("{}\n\n{} sequences to learn from, {} to be tested on", Sorter::summary(), learned.len(), unseen.len());

    let start = Instant::now();
    let mut net = Sorter::boxed(SEED);
    let history = Trainer::new(EveryStep(CrossEntropy), Adam::new(3e-3))
        .epochs(EPOCHS)
        .batch_size(64)
        .shuffle(SEED)
        .schedule(CosineAnnealing::new(EPOCHS as u64))
        .clip_norm(1.0)
        .progress()
        .fit(&mut net, &learned, &answers)?;
    println!("{EPOCHS} epochs in {:.2} s\n", start.elapsed().as_secs_f64());

    let answer = |digits: &Digits| net.forward(digits).map(|scores| argmax(&scores));
    let right = unseen.iter().filter(|digits| answer(digits) == sorted(digits).map(usize::from)).count();
    let part = right as f64 / unseen.len() as f64;
    let example = &unseen[0];
    println!("{} becomes {}", text(example), text(&answer(example)));
    println!("{right} of {} sequences that it has not seen are sorted without a mistake", unseen.len());

    let mut mean = [[[[0.0; LENGTH]; LENGTH]; HEADS]; 2];
    for digits in &unseen {
        let looks = looks(&net, digits)?;
        for (mean, look) in mean.as_flattened_mut().iter_mut().zip(looks.as_flattened()) {
            for (mean, look) in mean.iter_mut().zip(in_order(digits, look)) {
                for (mean, look) in mean.iter_mut().zip(look) {
                    *mean += look / unseen.len() as f32;
                }
            }
        }
    }
    let picture = Grid::new(1)
        .panel(heads(&format!("Where each place looks among {}", text(example)), &looks(&net, example)?))
        .panel(heads("The mean over all sequences, the digits in their order", &mean))
        .panel(Chart::loss(&history).title("Learning to sort").y_label("cross entropy of a place").log_y())
        .picture()?;
    pictures::save("transformer", &picture)?;

    claim::check(part >= GOAL, || {
        format!("{:.1} % are sorted, less than the {:.0} % that this example promises", 100.0 * part, 100.0 * GOAL)
    })
}

fn sorted(digits: &Digits) -> Digits {
    let mut sorted = *digits;
    sorted.sort_unstable();
    sorted
}

fn text(digits: &[impl ToString; LENGTH]) -> String {
    digits.each_ref().map(ToString::to_string).join(" ")
}

/// Where the heads of both blocks look; each place is a row.
fn looks(net: &Sorter, digits: &Digits) -> Result<[[Shares; HEADS]; 2], Box<dyn Error>> {
    let before = net.places.forward(digits);
    let between = net.first.forward(&before);
    Ok([shares(&net.first.look, &before)?, shares(&net.second.look, &between)?])
}

/// `softmax(q[t] . k[u] / sqrt(D))` for each head, place `t` and place `u`, and whether what follows from it is what the layer gives.
fn shares(look: &Look, x: &Inside) -> Result<[Shares; HEADS], Box<dyn Error>> {
    const D: usize = WIDTH / HEADS;
    let (norm, attention) = (&look.look.norm, &look.look.attention);
    let asked = x.map(|x| {
        let x = SVector::from(x);
        let centred = x.add_scalar(-x.mean());
        let normal = centred / (x.variance() + 1e-5).sqrt();
        attention.in_proj_weight * (normal.component_mul(&norm.weight) + norm.bias) + attention.in_proj_bias
    });
    // Queries, keys and values of all heads lie one behind the other.
    let part = |place: usize, kind: usize, head: usize| asked[place].fixed_rows::<D>(kind * WIDTH + head * D);
    let shares = std::array::from_fn(|head| -> Shares {
        std::array::from_fn(|t| {
            let scores: [f32; LENGTH] =
                std::array::from_fn(|u| part(t, 0, head).dot(&part(u, 1, head)) / (D as f32).sqrt());
            let parts = scores.map(|score| (score - scores[argmax(&scores)]).exp());
            let sum: f32 = parts.iter().sum();
            parts.map(|part| part / sum)
        })
    });

    for (t, (x, given)) in x.iter().zip(look.forward(x)).enumerate() {
        let mut taken = SVector::<f32, WIDTH>::zeros();
        for (head, shares) in shares.iter().enumerate() {
            let sum = (0..LENGTH).map(|u| part(u, 2, head) * shares[t][u]).sum::<SVector<f32, D>>();
            taken.fixed_rows_mut::<D>(head * D).copy_from(&sum);
        }
        let y = SVector::from(*x) + attention.out_proj.weight * taken + attention.out_proj.bias;
        let off = (y - SVector::from(given)).amax();
        claim::check(off <= ROUNDING, || format!("the shares give another answer than the layer, by {off:.1e}"))?;
    }
    Ok(shares)
}

/// The columns in the order of the digits, equal ones as they came.
fn in_order(digits: &Digits, shares: &Shares) -> Shares {
    let mut order: [usize; LENGTH] = std::array::from_fn(|i| i);
    order.sort_by_key(|i| digits[*i]);
    shares.map(|row| order.map(|i| row[i]))
}

/// The shares of all heads: dark is much.
fn heads(title: &str, looks: &[[Shares; HEADS]; 2]) -> Images {
    let picture = Images::new(LENGTH, LENGTH).columns(HEADS).title(title).range(0.0, 0.5);
    looks.iter().zip(1..).fold(picture, |picture, (heads, block)| {
        heads.iter().zip(1..).fold(picture, |picture, (shares, head)| {
            picture.image(shares.as_flattened(), format!("block {block}, head {head}"))
        })
    })
}
