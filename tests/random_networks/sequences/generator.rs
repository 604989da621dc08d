//! Draws networks over sequences from a seed. What makes a sequence too large for differences is drawn again.

use static_nn::init::Rng;

use super::{Cell, Conv, Join, Over, Padding, Piece, Spec};
use crate::plain::Activation;

/// The most values between two layers.
const VALUES: usize = 48;
/// The most features of a step that others are made of: with many inputs a unit of a recurrent layer is all or nothing.
const FEATURES: usize = 8;
/// The fewest values that are normalised together: of two, nothing is left but their signs.
const NORMALISED: usize = 5;

/// Activations in turn; those with jumps are not among them.
const ACTIVATIONS: [Activation; 8] = [
    Activation::Tanh,
    Activation::Relu,
    Activation::Silu,
    Activation::LeakyRelu(0.2),
    Activation::Gelu,
    Activation::Sigmoid,
    Activation::Softplus,
    Activation::Elu(0.75),
];

/// `count` networks.
pub(crate) fn sequences(seed: u64, count: usize) -> Vec<Spec> {
    let mut draw = Draw { rng: Rng::new(seed), activations: 0 };
    (0..count).map(|index| draw.network(index)).collect()
}

struct Draw {
    rng: Rng,
    /// How many activations have been taken from the list.
    activations: usize,
}

impl Draw {
    fn chance(&mut self, of: usize, all: usize) -> bool {
        self.rng.below(all) < of
    }

    /// From `least` to `most`.
    fn within(&mut self, least: usize, most: usize) -> usize {
        least + self.rng.below(most + 1 - least)
    }

    fn activation(&mut self) -> Piece {
        self.activations += 1;
        Piece::Activation(ACTIVATIONS[(self.activations - 1) % ACTIVATIONS.len()])
    }

    fn network(&mut self, index: usize) -> Spec {
        let input = [self.within(1, 6), self.within(1, 5)];
        let (mut pieces, mut x) = (Vec::new(), input);
        for _ in 0..self.within(1, 2) {
            x = self.layers(x, &mut pieces);
        }
        self.end(x, &mut pieces);
        Spec { name: format!("Sequence{index:03}"), input, pieces }
    }

    /// Appends a layer, or a block, and maybe an activation; returns the sequence that comes out.
    fn layers(&mut self, x: [usize; 2], pieces: &mut Vec<Piece>) -> [usize; 2] {
        loop {
            let drawn = match self.rng.below(33) {
                0..=4 => vec![self.recurrent(3, 8)],
                18..=22 => vec![self.conv(2, 6)],
                23 => vec![self.biased(NORMALISED, 7), self.norm()],
                24 => vec![Piece::Residual(vec![self.keeping(x[1], x[1])])],
                25 | 26 => self.attention(),
                27 | 28 => {
                    let attention = self.attention();
                    vec![Piece::Residual([attention, vec![self.dense(x[1], x[1])]].concat())]
                }
                29 => {
                    let recurrent = self.recurrent(2, 6);
                    vec![recurrent, self.pool()]
                }
                30 => {
                    let conv = self.conv(2, 6);
                    vec![conv, self.pool()]
                }
                31 | 32 => self.grouped(),
                5 => vec![self.dense(1, 6), self.activation()],
                6 | 7 => vec![self.dense(NORMALISED, 8), self.norm()],
                8 => vec![self.recurrent(NORMALISED, 7), self.norm()],
                9 => vec![
                    self.dense(2, 5),
                    Piece::Activation([Activation::Softmax, Activation::LogSoftmax][self.rng.below(2)]),
                ],
                10 => vec![Piece::Residual(vec![self.recurrent(x[1], x[1])])],
                11 => vec![Piece::Residual(vec![self.dense(NORMALISED, 7), self.norm(), self.dense(x[1], x[1])])],
                12 | 13 => self.sum(),
                14 => self.product(x[1]),
                15 | 16 => self.concatenation(),
                _ => {
                    let values = x[0] * x[1];
                    let steps: Vec<usize> = (1..=values)
                        .filter(|steps| values.is_multiple_of(*steps) && values / steps <= FEATURES)
                        .collect();
                    let steps = steps[self.rng.below(steps.len())];
                    vec![Piece::Reshape([steps, values / steps]), self.recurrent(2, 4)]
                }
            };
            if let Some(y) = fitting(&drawn, x) {
                pieces.extend(drawn);
                if self.chance(1, 4) {
                    let activation = self.activation();
                    pieces.push(activation);
                }
                return y;
            }
        }
    }

    /// One that makes so many features, maybe of several layers and both directions: of these no tensor is a single number, whose gradient may
    /// happen to be next to nothing. Of more than two layers of so few units the first ones hardly count.
    fn recurrent(&mut self, least: usize, most: usize) -> Piece {
        let cell = [Cell::Lstm, Cell::Gru, Cell::Tanh, Cell::Lstm, Cell::Gru, Cell::Relu][self.rng.below(6)];
        let features = self.within(least, most);
        let both = features > 2 && features.is_multiple_of(2) && self.chance(2, 3);
        let layers = if features > 1 && self.chance(1, 2) { 2 } else { 1 };
        let units = if both { features / 2 } else { features };
        Piece::Recurrent { cell, units, bias: self.chance(3, 4), layers, both }
    }

    /// A convolution that makes so many features.
    fn conv(&mut self, least: usize, most: usize) -> Piece {
        if self.chance(1, 2) {
            return self.keeping(least, most);
        }
        let (outputs, kernel, stride) = (self.within(least, most), self.within(1, 4), self.within(1, 3));
        let (padding, dilation) = (Padding::Both(self.within(0, 2)), self.within(1, 2));
        Piece::Conv(Conv { outputs, kernel, stride, padding, dilation, groups: 1, bias: self.chance(3, 4) })
    }

    /// One with a bias: without, a single feature that is normalised is nothing but its sign, the same in many steps.
    fn biased(&mut self, least: usize, most: usize) -> Piece {
        match self.conv(least, most) {
            Piece::Conv(conv) => Piece::Conv(Conv { bias: true, ..conv }),
            other => other,
        }
    }

    /// A layer that makes features for heads, and attention.
    fn attention(&mut self) -> Vec<Piece> {
        let (heads, depth) = (self.within(1, 3), self.within(1, 3));
        let first = if self.chance(1, 3) {
            self.recurrent(heads * depth, heads * depth)
        } else {
            self.dense(heads * depth, heads * depth)
        };
        vec![first, Piece::Attention { heads, causal: self.chance(1, 2), bias: self.chance(3, 4) }]
    }

    fn pool(&mut self) -> Piece {
        Piece::Pool { largest: self.chance(1, 2), kernel: self.within(2, 3) }
    }

    /// A layer that makes features for groups, and a convolution of them.
    fn grouped(&mut self) -> Vec<Piece> {
        let (groups, inputs, outputs) = (self.within(2, 3), self.within(1, 2), self.within(1, 2));
        let first = self.dense(groups * inputs, groups * inputs);
        match self.keeping(groups * outputs, groups * outputs) {
            Piece::Conv(conv) => vec![first, Piece::Conv(Conv { groups, ..conv })],
            other => vec![first, other],
        }
    }

    /// One that keeps the steps.
    fn keeping(&mut self, least: usize, most: usize) -> Piece {
        let (outputs, kernel, dilation) = (self.within(least, most), self.within(2, 4), self.within(1, 3));
        let padding = if self.chance(2, 3) { Padding::Causal } else { Padding::Same };
        Piece::Conv(Conv { outputs, kernel, stride: 1, padding, dilation, groups: 1, bias: self.chance(3, 4) })
    }

    fn dense(&mut self, least: usize, most: usize) -> Piece {
        Piece::Dense { outputs: self.within(least, most), bias: self.chance(3, 4) }
    }

    fn norm(&mut self) -> Piece {
        if self.chance(1, 2) { Piece::LayerNorm } else { Piece::RmsNorm }
    }

    /// A sum of branches one of which only brings the features in line.
    fn sum(&mut self) -> Vec<Piece> {
        let units = self.within(2, 5);
        let mut branches = vec![vec![self.recurrent(units, units)], vec![self.dense(units, units)]];
        if self.chance(1, 2) {
            let other = vec![self.dense(units, units), self.activation()];
            branches.push(other);
        }
        branches.rotate_left(self.rng.below(2));
        vec![Piece::Branches(Join::Add, branches)]
    }

    fn product(&mut self, features: usize) -> Vec<Piece> {
        let gate = vec![self.dense(features, features), Piece::Activation(Activation::Sigmoid)];
        let other = if self.chance(1, 3) { Vec::new() } else { vec![self.recurrent(features, features)] };
        vec![Piece::Branches(Join::Multiply, vec![other, gate])]
    }

    fn concatenation(&mut self) -> Vec<Piece> {
        let mut branches = vec![vec![self.recurrent(2, 4)], vec![self.dense(1, 3), self.activation()]];
        if self.chance(1, 2) {
            branches.push(Vec::new());
        }
        branches.rotate_left(self.rng.below(2));
        vec![Piece::Branches(Join::Concat, branches)]
    }

    fn over(&mut self) -> Piece {
        Piece::Over([Over::Last, Over::Mean, Over::Max][self.rng.below(3)])
    }

    /// Appends what follows the sequences.
    fn end(&mut self, x: [usize; 2], pieces: &mut Vec<Piece>) {
        match self.rng.below(8) {
            0 => return,
            1 => {
                pieces.push(self.dense(1, 3));
                return;
            }
            2 => pieces.push(Piece::Flatten),
            3 => {
                let branches = vec![vec![self.over()], vec![self.recurrent(2, 3), self.over()]];
                pieces.push(Piece::Branches(Join::Concat, branches));
            }
            4 => {
                let branches = vec![vec![self.recurrent(x[1], x[1]), self.over()], vec![self.over()]];
                pieces.push(Piece::Branches(Join::Add, branches));
            }
            _ => pieces.push(self.over()),
        }
        pieces.push(self.dense(2, 4));
        match self.rng.below(6) {
            0 => pieces.push(Piece::Activation(Activation::Softmax)),
            1 => pieces.push(Piece::Activation(Activation::LogSoftmax)),
            _ => {}
        }
    }
}

/// The sequence behind these layers, if none makes it too large.
fn fitting(layers: &[Piece], x: [usize; 2]) -> Option<[usize; 2]> {
    let sequence = layers
        .iter()
        .try_fold(x.to_vec(), |x, layer| layer.gives(&x).filter(|extents| extents.iter().product::<usize>() <= VALUES));
    sequence?.try_into().ok()
}
