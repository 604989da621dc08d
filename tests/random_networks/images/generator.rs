//! Draws networks over images from a seed. A layer that does not fit, or makes an image too large for differences, is drawn again.

use static_nn::init::Rng;

use super::{Join, Padding, Piece, Spec, Window};
use crate::plain::Activation;

/// The most values of an image that comes in.
const INPUTS: usize = 60;
/// The most values between two layers.
const VALUES: usize = 120;
/// The fewest values that are normalised together: of two, nothing is left but their signs.
const NORMALISED: usize = 8;

/// Activations in turn; those with jumps, or for vectors alone, are not among them.
const ACTIVATIONS: [Activation; 8] = [
    Activation::Relu,
    Activation::Tanh,
    Activation::LeakyRelu(0.2),
    Activation::Silu,
    Activation::Relu,
    Activation::Gelu,
    Activation::Elu(0.75),
    Activation::Softplus,
];

/// `count` networks.
pub(crate) fn images(seed: u64, count: usize) -> Vec<Spec> {
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

    /// Rows and columns, mostly the same.
    fn pair(&mut self, least: usize, most: usize) -> [usize; 2] {
        let rows = self.within(least, most);
        if self.chance(2, 3) { [rows; 2] } else { [rows, self.within(least, most)] }
    }

    fn activation(&mut self) -> Piece {
        self.activations += 1;
        Piece::Activation(ACTIVATIONS[(self.activations - 1) % ACTIVATIONS.len()])
    }

    fn network(&mut self, index: usize) -> Spec {
        let input = loop {
            let extents = [[1, 2, 3, 4, 4][self.rng.below(5)], self.within(2, 7), self.within(2, 7)];
            if extents.iter().product::<usize>() <= INPUTS {
                break extents;
            }
        };
        let mut pieces = Vec::new();
        let mut extents = input;
        for _ in 0..self.within(1, 2) {
            extents = self.layers(extents, &mut pieces);
        }
        self.end(&mut pieces);
        Spec { name: format!("Image{index:03}"), input, pieces }
    }

    /// Appends a layer, or a block, and maybe an activation; returns the image that comes out.
    fn layers(&mut self, x: [usize; 3], pieces: &mut Vec<Piece>) -> [usize; 3] {
        loop {
            let drawn = match self.rng.below(21) {
                0..=4 => self.convolution(x),
                5..=7 => self.transposed(x),
                8 | 9 => self.pool(x),
                10 => vec![self.resize(x)],
                11..=13 => {
                    let mut layers = self.convolution(x);
                    let Some(y) = fitting(&layers, x) else { continue };
                    let Some(norm) = self.norm(y) else { continue };
                    layers.push(norm);
                    layers
                }
                14 => {
                    let mut layers = vec![self.same(x[0])];
                    layers.push(self.activation());
                    if self.chance(1, 3) {
                        layers.push(self.same(x[0]));
                    }
                    vec![Piece::Residual(layers)]
                }
                15 | 16 => self.projection(),
                17 | 18 => self.product(x[0]),
                _ => self.concatenation(),
            };
            if let Some(y) = fitting(&drawn, x) {
                pieces.extend(drawn);
                if self.chance(1, 2) {
                    let activation = self.activation();
                    pieces.push(activation);
                }
                return y;
            }
        }
    }

    fn window(&mut self, kernel: usize, stride: usize) -> Window {
        let kernel = self.pair(1, kernel);
        let padding = [0, 1].map(|i| self.within(0, kernel[i] - 1));
        let dilation = if self.chance(1, 2) { self.pair(1, 2) } else { [1; 2] };
        Window { kernel, stride: self.pair(1, stride), padding: Padding::Both(padding), dilation }
    }

    fn convolution(&mut self, x: [usize; 3]) -> Vec<Piece> {
        let mut window = self.window(3, 2);
        if self.chance(1, 4) {
            (window.stride, window.padding) = ([1; 2], Padding::Same);
        }
        let groups = self.groups(x[0]);
        vec![Piece::Conv { outputs: groups * self.within(1, 2), window, groups, bias: self.chance(3, 4) }]
    }

    fn transposed(&mut self, x: [usize; 3]) -> Vec<Piece> {
        let window = self.window(3, 3);
        let behind = [0, 1].map(|i| self.within(0, window.stride[i].max(window.dilation[i]) - 1));
        let groups = self.groups(x[0]);
        vec![Piece::Transposed { outputs: groups * self.within(1, 2), window, behind, groups, bias: self.chance(3, 4) }]
    }

    /// Groups that divide so many channels.
    fn groups(&mut self, channels: usize) -> usize {
        loop {
            let groups = if self.chance(1, 4) { 1 } else { self.within(1, channels) };
            if channels.is_multiple_of(groups) {
                return groups;
            }
        }
    }

    fn pool(&mut self, x: [usize; 3]) -> Vec<Piece> {
        let mut window = self.window(3, 2);
        if self.chance(1, 2) {
            window.stride = window.kernel;
        }
        window.padding = Padding::Both([0, 1].map(|i| self.within(0, window.kernel[i] / 2)));
        let mut layers = self.convolution(x);
        layers.push(if self.chance(2, 3) {
            Piece::MaxPool(window)
        } else {
            Piece::AvgPool { window: Window { dilation: [1; 2], ..window }, count_padding: self.chance(1, 2) }
        });
        layers
    }

    fn resize(&mut self, x: [usize; 3]) -> Piece {
        match self.rng.below(3) {
            0 => Piece::Upsample(self.pair(1, 2)),
            1 => Piece::ZeroPad(self.pair(0, 2)),
            _ => Piece::AdaptiveAvgPool([self.within(1, x[1]), self.within(1, x[2])]),
        }
    }

    /// A normalisation behind a convolution, none of whose parameters it makes vain: not one that takes the mean of a channel out.
    fn norm(&mut self, [channels, rows, columns]: [usize; 3]) -> Option<Piece> {
        if channels < 2 || channels * rows * columns < NORMALISED {
            return None;
        }
        let halves = channels.is_multiple_of(2) && channels > 2 && channels / 2 * rows * columns >= NORMALISED;
        Some(match self.rng.below(3) {
            0 => Piece::LayerNorm,
            1 => Piece::GroupNorm(if halves { 2 } else { 1 }),
            _ => Piece::ResponseNorm(self.within(1, 5)),
        })
    }

    /// A convolution that keeps the extents.
    fn same(&mut self, outputs: usize) -> Piece {
        let window =
            Window { kernel: [self.within(1, 3), 3], stride: [1; 2], padding: Padding::Same, dilation: [1; 2] };
        Piece::Conv { outputs, window, groups: 1, bias: self.chance(1, 2) }
    }

    /// A convolution of one value of each channel.
    fn point(&mut self, outputs: usize, stride: [usize; 2]) -> Piece {
        let window = Window { kernel: [1; 2], stride, padding: Padding::Both([0; 2]), dilation: [1; 2] };
        Piece::Conv { outputs, window, groups: 1, bias: self.chance(1, 2) }
    }

    /// A sum of branches one of which only brings the channels and the extents in line.
    fn projection(&mut self) -> Vec<Piece> {
        let (outputs, stride) = (self.within(1, 4), self.pair(1, 2));
        let window = Window { kernel: [3; 2], stride, padding: Padding::Both([1; 2]), dilation: [1; 2] };
        let conv = Piece::Conv { outputs, window, groups: 1, bias: self.chance(1, 2) };
        let mut way = vec![conv, self.activation()];
        if self.chance(1, 2) {
            way.push(Piece::Residual(vec![self.same(outputs), self.activation()]));
        }
        let mut branches = vec![way, vec![self.point(outputs, stride)]];
        if self.chance(1, 2) {
            branches.reverse();
        }
        vec![Piece::Branches(Join::Add, branches)]
    }

    fn product(&mut self, channels: usize) -> Vec<Piece> {
        let gate = vec![self.point(channels, [1; 2]), Piece::Activation(Activation::Sigmoid)];
        let other = match self.rng.below(3) {
            0 => Vec::new(),
            1 => vec![self.same(channels)],
            _ => vec![self.same(channels), self.activation()],
        };
        vec![Piece::Branches(Join::Multiply, vec![other, gate])]
    }

    fn concatenation(&mut self) -> Vec<Piece> {
        let window = Window { kernel: [3; 2], stride: [1; 2], padding: Padding::Both([1; 2]), dilation: [1; 2] };
        let outputs = self.within(1, 3);
        let mut branches = vec![vec![self.point(outputs, [1; 2])]];
        let outputs = self.within(1, 3);
        branches.push(vec![self.same(outputs), self.activation()]);
        branches.push(match self.rng.below(3) {
            0 => vec![Piece::MaxPool(window)],
            1 => vec![Piece::AvgPool { window, count_padding: false }],
            _ => Vec::new(),
        });
        branches.rotate_left(self.rng.below(3));
        vec![Piece::Branches(Join::Concat, branches)]
    }

    /// Appends what follows the images.
    fn end(&mut self, pieces: &mut Vec<Piece>) {
        match self.rng.below(8) {
            0 => return,
            1 => pieces.push(Piece::GlobalAvgPool),
            2 => pieces.push(Piece::GlobalMaxPool),
            3 => {
                let extents = [self.within(1, 2), self.within(1, 3), self.within(1, 3)];
                pieces.extend([Piece::Flatten, Piece::Dense(extents.iter().product()), Piece::Reshape(extents)]);
                let window =
                    Window { kernel: [2; 2], stride: [2; 2], padding: Padding::Both([0; 2]), dilation: [1; 2] };
                pieces.push(Piece::Transposed { outputs: 1, window, behind: [0; 2], groups: 1, bias: true });
                return;
            }
            4 => {
                let outputs = self.within(1, 3);
                let one = vec![Piece::Flatten, Piece::Dense(outputs), self.activation()];
                let other = vec![[Piece::GlobalAvgPool, Piece::GlobalMaxPool][self.rng.below(2)].clone()];
                pieces.push(Piece::Branches(Join::Concat, vec![one, other]));
            }
            _ => pieces.push(Piece::Flatten),
        }
        let outputs = self.within(2, 4);
        pieces.push(Piece::Dense(outputs));
        match self.rng.below(6) {
            0 => pieces.push(Piece::Activation(Activation::Softmax)),
            1 => pieces.push(Piece::Activation(Activation::LogSoftmax)),
            2 => pieces.push(Piece::Residual(vec![Piece::Dense(outputs), self.activation()])),
            _ => {}
        }
    }
}

/// The image behind these layers, if all of them fit and none makes it too large.
fn fitting(layers: &[Piece], x: [usize; 3]) -> Option<[usize; 3]> {
    let image = layers
        .iter()
        .try_fold(x.to_vec(), |x, layer| layer.gives(&x).filter(|extents| extents.iter().product::<usize>() <= VALUES));
    image?.try_into().ok()
}
