//! Draws networks from a seed. Activations come in turn, so that none is left to luck; what else a network has is
//! drawn.

use static_nn::init::Rng;

use super::{Piece, Size, Spec};
use crate::plain::Activation;
use crate::plain::activation::ALL;

/// Constants that sizes are written with.
pub(crate) const HALF: usize = 3;
/// See [`HALF`].
pub(crate) const WIDTH: usize = 2 * HALF;

/// The widest layer of a small network.
const WIDEST: usize = 12;
/// The most dense layers of a small network, those of its blocks counted as often as they run.
const DEEPEST: usize = 5;

/// `count` small networks with everything that the language has.
pub(crate) fn small(seed: u64, count: usize) -> Vec<Spec> {
    let mut draw = Draw { rng: Rng::new(seed), activations: 0, width: WIDEST, expressions: false, names: 0, left: 0 };
    let mut specs: Vec<Spec> = Vec::new();
    for index in 0..count {
        let spec = draw.network(index, &specs);
        specs.push(spec);
    }
    specs
}

/// `count` chains of dense layers whose widths come from `widths`, and in between from all up to the largest of them.
pub(crate) fn chains(seed: u64, count: usize, widths: &[usize]) -> Vec<Spec> {
    let widest = widths.iter().copied().max().unwrap_or(1);
    let mut draw = Draw { rng: Rng::new(seed), activations: 0, width: widest, expressions: false, names: 0, left: 0 };
    let mut stated = widths.iter().copied().cycle();
    (0..count)
        .map(|index| {
            let mut next = |draw: &mut Draw| {
                let any = 1 + draw.rng.below(draw.width);
                if draw.chance(2, 3) { stated.next().unwrap_or(any) } else { any }
            };
            let input = next(&mut draw);
            let (mut inputs, mut pieces) = (input, Vec::new());
            for _ in 0..=draw.rng.below(4) {
                let outputs = next(&mut draw);
                pieces.push(Piece::Dense {
                    inputs: inputs.into(),
                    outputs: outputs.into(),
                    bias: draw.chance(3, 4),
                    name: None,
                    maps: false,
                });
                pieces.push(Piece::Activation(draw.activation()));
                inputs = outputs;
            }
            Spec { name: format!("Chain{index:02}"), input: vec![input.into()], pieces, output: inputs.into() }
        })
        .collect()
}

/// How many dense layers a sample goes through.
fn depth(pieces: &[Piece]) -> usize {
    let one = |piece: &Piece| match piece {
        Piece::Dense { .. } => 1,
        Piece::Activation(_) | Piece::Flatten => 0,
        Piece::Residual(pieces) => depth(pieces),
        Piece::Repeat(rounds, pieces) => rounds * depth(pieces),
        Piece::Network(spec) => depth(&spec.pieces),
    };
    pieces.iter().map(one).sum()
}

/// The state of drawing.
struct Draw {
    rng: Rng,
    /// How many activations have been taken from the list.
    activations: usize,
    /// The widest layer.
    width: usize,
    /// Whether sizes are written as const expressions.
    expressions: bool,
    /// How many layers of the current network have a name.
    names: usize,
    /// How many dense layers the current network may still have.
    left: usize,
}

impl Draw {
    fn chance(&mut self, of: usize, all: usize) -> bool {
        self.rng.below(all) < of
    }

    fn activation(&mut self) -> Activation {
        self.activations += 1;
        ALL[(self.activations - 1) % ALL.len()]
    }

    /// The next activation that works value by value.
    fn pointwise(&mut self) -> Activation {
        loop {
            let activation = self.activation();
            if !matches!(activation, Activation::Softmax | Activation::LogSoftmax) {
                return activation;
            }
        }
    }

    fn size(&mut self) -> Size {
        let value = 1 + self.rng.below(self.width);
        self.written(value)
    }

    fn written(&mut self, value: usize) -> Size {
        if !self.expressions {
            return value.into();
        }
        let text = match value {
            HALF => "HALF".to_owned(),
            WIDTH => ["WIDTH", "2 * HALF"][self.rng.below(2)].to_owned(),
            WIDEST => "WIDTH * 2".to_owned(),
            value if value > WIDTH => format!("WIDTH + {}", value - WIDTH),
            value if value > HALF => format!("HALF + {}", value - HALF),
            value => format!("WIDTH - {}", WIDTH - value),
        };
        Size { value, text }
    }

    fn network(&mut self, index: usize, earlier: &[Spec]) -> Spec {
        self.names = 0;
        self.expressions = self.chance(1, 4);
        let (input, mut pieces) = if self.chance(1, 4) { self.image() } else { (vec![self.size()], Vec::new()) };
        let mut last = match &input[..] {
            [size] => size.clone(),
            sizes => sizes.iter().map(|size| size.value).product::<usize>().into(),
        };
        self.left = 1 + self.rng.below(DEEPEST);
        while self.left > 0 {
            last = self.layer(last, earlier, &mut pieces);
        }
        Spec { name: format!("Net{index:03}"), input, pieces, output: last }
    }

    /// An image of up to 12 values, and the way from it to a vector.
    fn image(&mut self) -> (Vec<Size>, Vec<Piece>) {
        let [channels, rows, columns] =
            [[1, 2, 3], [2, 2, 2], [3, 2, 2], [1, 4, 3], [2, 3, 1], [3, 1, 4]][self.rng.below(6)];
        let input = [channels, rows, columns].map(|extent| self.written(extent)).to_vec();
        let mut pieces = Vec::new();
        if self.chance(1, 2) {
            pieces.push(Piece::Activation(self.pointwise()));
        }
        if self.chance(1, 4) {
            pieces.push(Piece::Residual(vec![Piece::Activation(self.pointwise())]));
        }
        pieces.push(Piece::Flatten);
        (input, pieces)
    }

    /// Appends one layer with its activation, or a block; returns the width behind it.
    fn layer(&mut self, inputs: Size, earlier: &[Spec], pieces: &mut Vec<Piece>) -> Size {
        match self.rng.below(10) {
            0 | 1 => {
                let mut block = Vec::new();
                let middle = if self.left > 1 && self.chance(1, 2) {
                    self.dense(inputs.clone(), None, &mut block)
                } else {
                    inputs.clone()
                };
                self.dense(middle, Some(inputs.clone()), &mut block);
                pieces.push(Piece::Residual(block));
                inputs
            }
            2 | 3 if self.left > 2 => {
                // The first round must find what the later ones do.
                let width = self.dense(inputs, None, pieces);
                let mut block = Vec::new();
                let same = self.dense_mapping(width.clone(), Some(width), &mut block, false);
                if self.chance(1, 3) {
                    block = vec![Piece::Residual(block)];
                }
                let rounds = 2 + self.rng.below(self.left.min(2));
                self.left -= rounds - 1;
                pieces.push(Piece::Repeat(rounds, block));
                same
            }
            4 => {
                let left = self.left;
                let simple = |spec: &&Spec| {
                    spec.input.len() == 1
                        && depth(&spec.pieces) < left
                        && !spec.pieces.iter().any(|piece| matches!(piece, Piece::Network(_)))
                };
                let candidates: Vec<&Spec> = earlier.iter().filter(simple).collect();
                let Some(inner) = candidates.get(self.rng.below(candidates.len())) else {
                    return self.dense(inputs, None, pieces);
                };
                self.left -= depth(&inner.pieces);
                let takes = self.written(inner.inputs());
                self.dense(inputs, Some(takes), pieces);
                pieces.push(Piece::Network((*inner).clone()));
                inner.output.clone()
            }
            _ => self.dense(inputs, None, pieces),
        }
    }

    /// Appends a dense layer, mostly with an activation behind it.
    fn dense(&mut self, inputs: Size, outputs: Option<Size>, pieces: &mut Vec<Piece>) -> Size {
        let maps = self.chance(1, 3);
        self.dense_mapping(inputs, outputs, pieces, maps)
    }

    fn dense_mapping(&mut self, inputs: Size, outputs: Option<Size>, pieces: &mut Vec<Piece>, maps: bool) -> Size {
        const NAMES: [&str; 8] = ["first", "second", "hidden", "encoder", "fc", "head", "gate", "mix"];
        self.left -= 1;
        let outputs = outputs.unwrap_or_else(|| self.size());
        let named = self.names < NAMES.len() && self.chance(1, 3);
        let name = named.then(|| {
            self.names += 1;
            NAMES[self.names - 1]
        });
        pieces.push(Piece::Dense { inputs, outputs: outputs.clone(), bias: self.chance(3, 4), name, maps });
        if self.chance(5, 6) {
            pieces.push(Piece::Activation(self.activation()));
        }
        outputs
    }
}
