//! The answers of a network over images by the formulas of PyTorch's documentation, value by value.

use std::collections::VecDeque;

use nalgebra::DVector;

use super::{Join, Piece, Spec, Window};
use crate::plain::activation::Layer as Function;
use crate::plain::{Activation, Layer as _, Tensor};

/// An answer, and how near any value on the way came to a point without a derivative.
pub(crate) struct Answer {
    pub(crate) y: Vec<f64>,
    pub(crate) distance_to_kink: f64,
}

/// What the network with these tensors says to `x`.
pub(crate) fn answer(spec: &Spec, tensors: &VecDeque<Tensor>, x: &[f64]) -> Answer {
    let mut run = Run { tensors: tensors.clone(), distance_to_kink: f64::INFINITY };
    let y = run.list(&spec.pieces, Values { extents: spec.input.to_vec(), values: x.to_vec() });
    assert!(run.tensors.is_empty(), "{}: no layer for {:?}", spec.name, run.tensors);
    Answer { y: y.values, distance_to_kink: run.distance_to_kink }
}

/// A vector or an image.
#[derive(Clone)]
struct Values {
    extents: Vec<usize>,
    values: Vec<f64>,
}

impl Values {
    fn zeros(extents: Vec<usize>) -> Self {
        Self { values: vec![0.0; extents.iter().product()], extents }
    }

    /// The place of a value, if it is in the image.
    fn place(&self, channel: usize, [row, column]: [isize; 2]) -> Option<usize> {
        let (row, column) = (usize::try_from(row).ok()?, usize::try_from(column).ok()?);
        let [_, rows, columns] = self.extents[..] else { unreachable!("an image") };
        (row < rows && column < columns).then(|| (channel * rows + row) * columns + column)
    }

    /// Rows and columns.
    fn places(&self) -> impl Iterator<Item = [usize; 2]> + use<> {
        grid([self.extents[1], self.extents[2]])
    }

    /// The values of one channel.
    fn channel(&self) -> usize {
        self.extents[1..].iter().product()
    }
}

/// All pairs below these extents.
fn grid([rows, columns]: [usize; 2]) -> impl Iterator<Item = [usize; 2]> {
    (0..rows).flat_map(move |row| (0..columns).map(move |column| [row, column]))
}

/// Where the tap `k` of the window at `at` looks, or, the other way round, writes.
fn tap(window: &Window, at: [usize; 2], k: [usize; 2]) -> [isize; 2] {
    [0, 1].map(|i| {
        (at[i] * window.stride[i] + k[i] * window.dilation[i]).cast_signed() - window.before()[i].cast_signed()
    })
}

struct Run {
    tensors: VecDeque<Tensor>,
    distance_to_kink: f64,
}

impl Run {
    fn tensor(&mut self, name: &str, dims: &[usize]) -> Vec<f64> {
        let tensor = self.tensors.pop_front().expect("a tensor for each layer");
        assert!(tensor.name.ends_with(name) && tensor.dims == dims, "{} {:?}, not {dims:?}", tensor.name, tensor.dims);
        tensor.values
    }

    fn bias(&mut self, has: bool, outputs: usize) -> Vec<f64> {
        if has { self.tensor(".bias", &[outputs]) } else { vec![0.0; outputs] }
    }

    fn list(&mut self, pieces: &[Piece], x: Values) -> Values {
        pieces.iter().fold(x, |x, piece| self.layer(piece, x))
    }

    #[expect(clippy::too_many_lines, reason = "an arm for each layer, which is its formula")]
    fn layer(&mut self, piece: &Piece, x: Values) -> Values {
        let extents = piece.gives(&x.extents).expect("a layer that fits");
        match piece {
            Piece::Conv { outputs, window, groups, bias } => {
                let [kh, kw] = window.kernel;
                let ins = x.extents[0] / groups;
                let weight = self.tensor(".weight", &[*outputs, ins, kh, kw]);
                let bias = self.bias(*bias, *outputs);
                let group = |o: usize| o / (outputs / groups);
                self.each(extents, |o, at, _| {
                    let taps = (0..ins).flat_map(|c| grid([kh, kw]).map(move |k| (c, k)));
                    let terms = taps.filter_map(|(c, k)| {
                        let place = x.place(group(o) * ins + c, tap(window, at, k))?;
                        Some(weight[((o * ins + c) * kh + k[0]) * kw + k[1]] * x.values[place])
                    });
                    bias[o] + terms.sum::<f64>()
                })
            }
            Piece::Transposed { outputs, window, groups, bias, .. } => {
                let [kh, kw] = window.kernel;
                let outs = outputs / groups;
                let weight = self.tensor(".weight", &[x.extents[0], outs, kh, kw]);
                let bias = self.bias(*bias, *outputs);
                let mut y = self.each(extents, |o, _, _| bias[o]);
                for c in 0..x.extents[0] {
                    let first = c / (x.extents[0] / groups) * outs;
                    for (at, o) in x.places().flat_map(|at| (0..outs).map(move |o| (at, o))) {
                        let from = x.place(c, at.map(usize::cast_signed)).expect("a place in the image");
                        for k in grid([kh, kw]) {
                            if let Some(to) = y.place(first + o, tap(window, at, k)) {
                                y.values[to] += weight[((c * outs + o) * kh + k[0]) * kw + k[1]] * x.values[from];
                            }
                        }
                    }
                }
                y
            }
            Piece::MaxPool(window) => self.each(extents, |c, at, run| {
                let seen = grid(window.kernel).filter_map(|k| x.place(c, tap(window, at, k)));
                run.most(seen.map(|place| x.values[place]).collect())
            }),
            Piece::AvgPool { window, count_padding } => self.each(extents, |c, at, _| {
                let seen: Vec<usize> = grid(window.kernel).filter_map(|k| x.place(c, tap(window, at, k))).collect();
                let count = if *count_padding { window.kernel.iter().product() } else { seen.len() };
                seen.into_iter().map(|place| x.values[place]).sum::<f64>() / count as f64
            }),
            Piece::AdaptiveAvgPool(size) => self.each(extents, |c, at, _| {
                let side =
                    |i: usize| (at[i] * x.extents[i + 1] / size[i])..((at[i] + 1) * x.extents[i + 1]).div_ceil(size[i]);
                let (rows, columns) = (side(0), side(1));
                let count = rows.len() * columns.len();
                let places = rows.flat_map(|row| columns.clone().map(move |column| [row, column]));
                let places = places.filter_map(|at| x.place(c, at.map(usize::cast_signed)));
                places.map(|place| x.values[place]).sum::<f64>() / count as f64
            }),
            Piece::GlobalAvgPool => {
                let size = x.channel();
                let means = x.values.chunks(size).map(|values| values.iter().sum::<f64>() / size as f64).collect();
                Values { extents, values: means }
            }
            Piece::GlobalMaxPool => {
                let most = x.values.chunks(x.channel()).map(|values| self.most(values.to_vec())).collect();
                Values { extents, values: most }
            }
            Piece::Upsample(factor) => self.each(extents, |c, [row, column], _| {
                let at = [row / factor[0], column / factor[1]].map(usize::cast_signed);
                x.values[x.place(c, at).expect("a place in the image")]
            }),
            Piece::ZeroPad(padding) => self.each(extents, |c, at, _| {
                let at = [0, 1].map(|i| at[i].cast_signed() - padding[i].cast_signed());
                x.place(c, at).map_or(0.0, |place| x.values[place])
            }),
            Piece::LayerNorm => {
                let [weight, bias] = [".weight", ".bias"].map(|name| self.tensor(name, &x.extents));
                let values = normal(&x.values).into_iter().enumerate().map(|(i, v)| v * weight[i] + bias[i]).collect();
                Values { extents, values }
            }
            Piece::GroupNorm(groups) => {
                let [weight, bias] = [".weight", ".bias"].map(|name| self.tensor(name, &x.extents[..1]));
                let values: Vec<f64> = x.values.chunks(x.values.len() / groups).flat_map(normal).collect();
                let scaled = values.iter().enumerate().map(|(i, v)| {
                    let c = i / x.channel();
                    v * weight[c] + bias[c]
                });
                Values { extents, values: scaled.collect() }
            }
            Piece::ResponseNorm(size) => {
                let channel = x.channel();
                let values = x.values.iter().enumerate().map(|(i, v)| {
                    let c = i / channel;
                    let near = c.saturating_sub(size / 2)..(c + (size - 1) / 2 + 1).min(x.extents[0]);
                    let squares: f64 = near.map(|near| x.values[near * channel + i % channel].powi(2)).sum();
                    v / (1.0 + 0.5 * squares / *size as f64).powf(0.75)
                });
                Values { extents, values: values.collect() }
            }
            Piece::Activation(activation) => Values { extents, values: self.activation(*activation, x.values) },
            Piece::Flatten | Piece::Reshape(_) => Values { extents, ..x },
            Piece::Dense(outputs) => {
                let inputs = x.values.len();
                let weight = self.tensor(".weight", &[*outputs, inputs]);
                let bias = self.bias(true, *outputs);
                let row =
                    |o: usize| weight[o * inputs..][..inputs].iter().zip(&x.values).map(|(w, x)| w * x).sum::<f64>();
                Values { extents, values: (0..*outputs).map(|o| row(o) + bias[o]).collect() }
            }
            Piece::Residual(pieces) => {
                let y = self.list(pieces, x.clone());
                Values { extents, values: x.values.iter().zip(&y.values).map(|(x, y)| x + y).collect() }
            }
            Piece::Branches(join, branches) => {
                let mut all = branches.iter().map(|branch| self.list(branch, x.clone()).values);
                let first = all.next().expect("a branch");
                let each = |a: Vec<f64>, b: Vec<f64>, f: fn(f64, f64) -> f64| {
                    a.into_iter().zip(b).map(|(a, b)| f(a, b)).collect()
                };
                let values = all.fold(first, |a, b| match join {
                    Join::Add => each(a, b, |a, b| a + b),
                    Join::Multiply => each(a, b, |a, b| a * b),
                    Join::Concat => [a, b].concat(),
                });
                Values { extents, values }
            }
        }
    }

    /// An image of these extents, value by value.
    fn each(&mut self, extents: Vec<usize>, f: impl Fn(usize, [usize; 2], &mut Self) -> f64) -> Values {
        let mut y = Values::zeros(extents);
        let places = (0..y.extents[0]).flat_map(|c| y.places().map(move |at| (c, at)));
        y.values = places.map(|(c, at)| f(c, at, self)).collect();
        y
    }

    /// The largest. Which one it is changes where the next smaller one reaches it; those that are equal are the same value, or zeros of a
    /// rectifier, which stay so.
    fn most(&mut self, values: Vec<f64>) -> f64 {
        let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let next = values.into_iter().filter(|value| *value < most).fold(f64::NEG_INFINITY, f64::max);
        self.distance_to_kink = self.distance_to_kink.min(most - next);
        most
    }

    fn activation(&mut self, activation: Activation, x: Vec<f64>) -> Vec<f64> {
        let mut function = Function::new(activation);
        let y = function.forward(&DVector::from_vec(x));
        self.distance_to_kink = self.distance_to_kink.min(function.distance_to_kink());
        y.as_slice().to_vec()
    }
}

/// Mean 0 and variance 1.
fn normal(values: &[f64]) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n;
    values.iter().map(|v| (v - mean) / (variance + 1e-5).sqrt()).collect()
}
