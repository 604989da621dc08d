//! The answers of a network over sequences by the formulas of PyTorch's documentation, step by step.

use std::collections::VecDeque;

use nalgebra::DVector;

use super::{Cell, Conv, Join, Over, Piece, Spec};
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
    let y = run.list(&spec.pieces, steps_of(x, spec.input[1]));
    assert!(run.tensors.is_empty(), "{}: no layer for {:?}", spec.name, run.tensors);
    Answer { y: y.steps.concat(), distance_to_kink: run.distance_to_kink }
}

/// The steps of a sequence; a vector is one step.
#[derive(Clone)]
struct Values {
    steps: Vec<Vec<f64>>,
}

fn steps_of(values: &[f64], features: usize) -> Values {
    Values { steps: values.chunks(features).map(<[f64]>::to_vec).collect() }
}

fn vector(values: Vec<f64>) -> Values {
    Values { steps: vec![values] }
}

struct Run {
    tensors: VecDeque<Tensor>,
    distance_to_kink: f64,
}

/// The two products of a recurrent layer.
struct Product {
    weight: Vec<f64>,
    bias: Vec<f64>,
}

impl Product {
    fn of(&self, x: &[f64]) -> Vec<f64> {
        let row = |o: usize| self.weight[o * x.len()..][..x.len()].iter().zip(x).map(|(w, x)| w * x).sum::<f64>();
        self.bias.iter().enumerate().map(|(o, bias)| row(o) + bias).collect()
    }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

impl Run {
    fn tensor(&mut self, name: &str, dims: &[usize]) -> Vec<f64> {
        let tensor = self.tensors.pop_front().expect("a tensor for each layer");
        assert!(tensor.name.ends_with(name) && tensor.dims == dims, "{} {:?}, not {dims:?}", tensor.name, tensor.dims);
        tensor.values
    }

    fn product(&mut self, names: [&str; 2], [outputs, inputs]: [usize; 2], bias: bool) -> Product {
        let weight = self.tensor(names[0], &[outputs, inputs]);
        let bias = if bias { self.tensor(names[1], &[outputs]) } else { vec![0.0; outputs] };
        Product { weight, bias }
    }

    fn list(&mut self, pieces: &[Piece], x: Values) -> Values {
        pieces.iter().fold(x, |x, piece| self.layer(piece, x))
    }

    fn layer(&mut self, piece: &Piece, x: Values) -> Values {
        let features = x.steps[0].len();
        match piece {
            Piece::Recurrent { cell, units, bias, layers, both } => {
                let mut steps = x.steps;
                for layer in 0..*layers {
                    let forward = self.recurrent(*cell, (*units, *bias), &format!("l{layer}"), &steps);
                    steps = if *both {
                        steps.reverse();
                        let mut reverse = self.recurrent(*cell, (*units, *bias), &format!("l{layer}_reverse"), &steps);
                        reverse.reverse();
                        forward.into_iter().zip(reverse).map(|(a, b)| [a, b].concat()).collect()
                    } else {
                        forward
                    };
                }
                Values { steps }
            }
            Piece::Conv(conv) => Values { steps: self.conv(conv, &x.steps) },
            Piece::Attention { heads, causal, bias } => {
                Values { steps: self.attention([*heads, features], *causal, *bias, &x.steps) }
            }
            Piece::Pool { largest, kernel } => {
                let over = if *largest { Over::Max } else { Over::Mean };
                let pooled = |window: &[Vec<f64>]| {
                    let column = |f: usize| window.iter().map(|step| step[f]).collect::<Vec<f64>>();
                    (0..features).map(|f| self.over(over, &column(f))).collect()
                };
                Values { steps: x.steps.chunks_exact(*kernel).map(pooled).collect() }
            }
            Piece::Dense { outputs, bias } => {
                let product = self.product([".weight", ".bias"], [*outputs, features], *bias);
                each(&x, |step| product.of(step))
            }
            Piece::LayerNorm => {
                let [weight, bias] = [".weight", ".bias"].map(|name| self.tensor(name, &[features]));
                each(&x, |step| {
                    let n = step.len() as f64;
                    let mean = step.iter().sum::<f64>() / n;
                    let variance = step.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n;
                    let normal = step.iter().map(|v| (v - mean) / (variance + 1e-5).sqrt());
                    normal.zip(weight.iter().zip(&bias)).map(|(v, (w, b))| v * w + b).collect()
                })
            }
            Piece::RmsNorm => {
                let weight = self.tensor(".weight", &[features]);
                each(&x, |step| {
                    let square = step.iter().map(|v| v * v).sum::<f64>() / step.len() as f64;
                    let root = (square + f64::from(f32::EPSILON)).sqrt();
                    step.iter().zip(&weight).map(|(v, w)| v / root * w).collect()
                })
            }
            Piece::Activation(activation) => {
                let steps = x.steps.iter().map(|step| self.activation(*activation, step)).collect();
                Values { steps }
            }
            Piece::Over(over) => {
                let column = |f: usize| x.steps.iter().map(|step| step[f]).collect::<Vec<f64>>();
                vector((0..features).map(|f| self.over(*over, &column(f))).collect())
            }
            Piece::Flatten => vector(x.steps.concat()),
            Piece::Reshape([_, features]) => steps_of(&x.steps.concat(), *features),
            Piece::Residual(pieces) => {
                let y = self.list(pieces, x.clone());
                both(&x, &y, |x, y| x + y)
            }
            Piece::Branches(join, branches) => {
                let mut all = branches.iter().map(|branch| self.list(branch, x.clone()));
                let first = all.next().expect("a branch");
                all.fold(first, |a, b| match join {
                    Join::Add => both(&a, &b, |a, b| a + b),
                    Join::Multiply => both(&a, &b, |a, b| a * b),
                    Join::Concat => {
                        let steps = a.steps.iter().zip(&b.steps).map(|(a, b)| [a.clone(), b.clone()].concat());
                        Values { steps: steps.collect() }
                    }
                })
            }
        }
    }

    /// A product with each window of the steps and the zeros around them.
    fn conv(&mut self, conv: &Conv, x: &[Vec<f64>]) -> Vec<Vec<f64>> {
        // Of one group.
        let features = x[0].len() / conv.groups;
        let weight = self.tensor(".weight", &[conv.outputs, features, conv.kernel]);
        let bias = if conv.bias { self.tensor(".bias", &[conv.outputs]) } else { vec![0.0; conv.outputs] };
        let zeros = conv.zeros().map(|count| vec![vec![0.0; x[0].len()]; count]);
        let padded = [&zeros[0], x, &zeros[1]].concat();
        let count = conv.steps(x.len()).expect("a window that fits");
        let value = |t: usize, o: usize| {
            let places = (0..features * conv.kernel).map(|at| (at / conv.kernel, at % conv.kernel));
            let terms = places.map(|(i, k)| {
                let group = o / (conv.outputs / conv.groups);
                let x = padded[t * conv.stride + k * conv.dilation][group * features + i];
                weight[(o * features + i) * conv.kernel + k] * x
            });
            bias[o] + terms.sum::<f64>()
        };
        (0..count).map(|t| (0..conv.outputs).map(|o| value(t, o)).collect()).collect()
    }

    /// Each step takes of the values of all steps, or of those before it, what the softmax of its products with their keys says.
    fn attention(&mut self, [heads, features]: [usize; 2], causal: bool, bias: bool, x: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let names = [[".in_proj_weight", ".in_proj_bias"], [".out_proj.weight", ".out_proj.bias"]];
        let inner = self.product(names[0], [3 * features, features], bias);
        let outer = self.product(names[1], [features, features], bias);
        let inner: Vec<Vec<f64>> = x.iter().map(|x| inner.of(x)).collect();
        let depth = features / heads;
        let taken = (0..x.len()).map(|t| {
            let seen = if causal { t + 1 } else { x.len() };
            let of_head = |head: usize| {
                let part = |step: usize, which: usize| &inner[step][which * features + head * depth..][..depth];
                let score = |s: usize| part(t, 0).iter().zip(part(s, 1)).map(|(q, k)| q * k).sum::<f64>();
                let shares: Vec<f64> = (0..seen).map(|s| (score(s) / (depth as f64).sqrt()).exp()).collect();
                let all = shares.iter().sum::<f64>();
                let value = |i: usize| shares.iter().enumerate().map(|(s, share)| share / all * part(s, 2)[i]).sum();
                (0..depth).map(value).collect::<Vec<f64>>()
            };
            (0..heads).flat_map(of_head).collect::<Vec<f64>>()
        });
        taken.map(|taken| outer.of(&taken)).collect()
    }

    /// One layer in one direction, from the first of these steps to the last.
    fn recurrent(&mut self, cell: Cell, (units, bias): (usize, bool), name: &str, x: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let gates = cell.gates() * units;
        let [ih, hh] = [("ih", x[0].len()), ("hh", units)].map(|(product, inputs)| {
            let names = ["weight", "bias"].map(|tensor| format!(".{tensor}_{product}_{name}"));
            self.product([&names[0], &names[1]], [gates, inputs], bias)
        });
        let (mut h, mut c, mut y) = (vec![0.0; units], vec![0.0; units], Vec::new());
        for x in x {
            let (a, b) = (ih.of(x), hh.of(&h));
            let sum = |gate: usize, u: usize| a[gate * units + u] + b[gate * units + u];
            h = (0..units)
                .map(|u| match cell {
                    Cell::Lstm => {
                        let [i, f, g, o] = [0, 1, 2, 3].map(|gate| sum(gate, u));
                        c[u] = sigmoid(f) * c[u] + sigmoid(i) * g.tanh();
                        sigmoid(o) * c[u].tanh()
                    }
                    Cell::Gru => {
                        let [r, z] = [0, 1].map(|gate| sigmoid(sum(gate, u)));
                        let n = (a[2 * units + u] + r * b[2 * units + u]).tanh();
                        (1.0 - z) * n + z * h[u]
                    }
                    Cell::Tanh => sum(0, u).tanh(),
                    Cell::Relu => {
                        self.distance_to_kink = self.distance_to_kink.min(sum(0, u).abs());
                        sum(0, u).max(0.0)
                    }
                })
                .collect();
            y.push(h.clone());
        }
        y
    }

    /// Which one is the largest changes where the next smaller one reaches it; those that are equal are zeros of a rectifier, which stay so.
    fn over(&mut self, over: Over, steps: &[f64]) -> f64 {
        match over {
            Over::Last => steps[steps.len() - 1],
            Over::Mean => steps.iter().sum::<f64>() / steps.len() as f64,
            Over::Max => {
                let most = steps.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let next = steps.iter().copied().filter(|value| *value < most).fold(f64::NEG_INFINITY, f64::max);
                self.distance_to_kink = self.distance_to_kink.min(most - next);
                most
            }
        }
    }

    fn activation(&mut self, activation: Activation, x: &[f64]) -> Vec<f64> {
        let mut function = Function::new(activation);
        let y = function.forward(&DVector::from_column_slice(x));
        self.distance_to_kink = self.distance_to_kink.min(function.distance_to_kink());
        y.as_slice().to_vec()
    }
}

/// A function of every step.
fn each(x: &Values, f: impl Fn(&[f64]) -> Vec<f64>) -> Values {
    Values { steps: x.steps.iter().map(|step| f(step)).collect() }
}

/// A function of two values, one by one.
fn both(a: &Values, b: &Values, f: impl Fn(f64, f64) -> f64) -> Values {
    let of_steps = |(a, b): (&Vec<f64>, &Vec<f64>)| a.iter().zip(b).map(|(a, b)| f(*a, *b)).collect();
    Values { steps: a.steps.iter().zip(&b.steps).map(of_steps).collect() }
}
