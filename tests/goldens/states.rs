//! Recurrent layers that begin with a state as in PyTorch: its own gradient too, sample by sample and in blocks, in both scalars.

use static_nn::Scalar;
use static_nn::bytemuck::Zeroable;
use static_nn::kernels::level;
use static_nn::kernels::recurrent::{Cell, Gradient, Recurrence, Seen};
use static_nn::scalar::{scalars, scalars_mut};

use super::{Tensors, assert_close};

const STEPS: usize = 7;
const INPUTS: usize = 3;
const HIDDEN: usize = 5;
/// Samples in the file.
const SAMPLES: usize = 17;

/// How far values near 1 may be from numbers of double precision that the file holds rounded to single precision.
fn tolerance<T: Scalar>() -> f64 {
    if T::DTYPE == "F64" { 1.2e-7 } else { 3e-6 }
}

/// Line by line, a value of so many samples from `first` on; those that there are not are copies of the last.
fn lines<T: Scalar>(values: &[T], [first, lanes]: [usize; 2]) -> Vec<T> {
    let len = values.len() / SAMPLES;
    let value = |i: usize, lane: usize| values[(first + lane).min(SAMPLES - 1) * len + i];
    (0..len).flat_map(|i| (0..lanes).map(move |lane| value(i, lane))).collect()
}

/// The same beginning on a cache line, as blocks do.
fn aligned<T: Scalar>(values: &[T]) -> Vec<T::Lanes> {
    let mut run = vec![T::Lanes::zeroed(); values.len().div_ceil(T::LANES)];
    scalars_mut::<T>(&mut run)[..values.len()].copy_from_slice(values);
    run
}

/// The other way round.
fn unlines<T: Scalar>(lines: &[T], [first, lanes]: [usize; 2], values: &mut [T]) {
    let len = values.len() / SAMPLES;
    for (at, line) in lines.iter().enumerate() {
        let (i, sample) = (at / lanes, first + at % lanes);
        if sample < SAMPLES {
            values[sample * len + i] = *line;
        }
    }
}

/// The parameters of a product: its weights column by column, and then its bias.
fn product<T: Scalar>(golden: &Tensors, weight: &str, bias: &str, inputs: usize) -> Vec<T> {
    let (rows, bias): (Vec<T>, Vec<T>) = (golden.values(weight), golden.values(bias));
    let columns = (0..inputs).flat_map(|i| rows.iter().skip(i).step_by(inputs).copied());
    columns.chain(bias.iter().copied()).collect()
}

fn check<T: Scalar>(golden: &Tensors, name: &str, cell: Cell, lanes: usize) {
    let of = |tensor: &str| golden.values::<T>(&format!("{name}.{tensor}"));
    let tensor = |tensor: &str| format!("{name}.{tensor}");
    let [ih, hh] = [("ih", INPUTS), ("hh", HIDDEN)].map(|(kind, inputs)| {
        product::<T>(golden, &tensor(&format!("weight_{kind}_l0")), &tensor(&format!("bias_{kind}_l0")), inputs)
    });
    let (steps, blocks, apart) = (STEPS, 1, 0);
    let layer = Recurrence {
        cell,
        inputs: INPUTS,
        hidden: HIDDEN,
        steps,
        reverse: false,
        lanes,
        blocks,
        apart,
        ih: &ih,
        hh: &hh,
    };
    let zeros = |len: usize| aligned(&vec![T::ZERO; len * lanes]);
    let (mut y, mut dx) = (of("y"), of("dx"));
    let (mut end, mut d_begin) = (of("end"), of("d_begin"));
    let [mut d_ih, mut d_hh] = [&ih, &hh].map(|parameters| vec![T::ZERO; parameters.len()]);
    for values in [&mut y, &mut dx, &mut end, &mut d_begin] {
        values.fill(T::from_f64(f64::NAN));
    }
    for first in (0..SAMPLES).step_by(lanes) {
        let at = [first, lanes];
        let run = |tensor: &str| aligned(&lines(&of(tensor), at));
        // Lanes without a sample have no gradient.
        let gradient = |tensor: &str| {
            let mut lines = lines(&of(tensor), at);
            let nobody = lines.iter_mut().enumerate().filter(|(i, _)| first + i % lanes >= SAMPLES);
            nobody.for_each(|(_, value)| *value = T::ZERO);
            aligned(&lines)
        };
        let (x, begin, mut state, mut y_run) = (run("x"), run("begin"), run("begin"), zeros(STEPS * HIDDEN));
        let mut kept = zeros(cell.kept() * STEPS * HIDDEN);
        let most = cell.scratch(HIDDEN, STEPS, 1).max(cell.scratch_back(HIDDEN, STEPS, 1));
        let mut scratch = zeros(most + ih.len() + hh.len());
        let len = |values: usize| values * lanes;
        let (inputs, outputs, states) = (len(STEPS * INPUTS), len(STEPS * HIDDEN), len(cell.state() * HIDDEN));
        let (x, state) = (&scalars::<T>(&x)[..inputs], &mut scalars_mut::<T>(&mut state)[..states]);
        let (y_run, kept) = (&mut scalars_mut::<T>(&mut y_run)[..outputs], scalars_mut::<T>(&mut kept));
        let (kept, scratch) = (&mut kept[..cell.kept() * outputs], scalars_mut::<T>(&mut scratch));
        T::recurrent(level(), &layer, x, state, y_run, kept, scratch);
        unlines(y_run, at, &mut y);
        unlines(state, at, &mut end);
        let seen = Seen { x, y: y_run, kept, state: &scalars::<T>(&begin)[..states] };
        let (dy, mut d_state, mut dx_run) = (gradient("dy"), gradient("d_end"), zeros(STEPS * INPUTS));
        let (dy, d_state) = (&scalars::<T>(&dy)[..outputs], &mut scalars_mut::<T>(&mut d_state)[..states]);
        let dx_run = &mut scalars_mut::<T>(&mut dx_run)[..inputs];
        let gradient = Gradient { ih: &mut d_ih, hh: &mut d_hh, first: first == 0 };
        T::recurrent_backward(level(), &layer, &seen, dy, Some(&mut *dx_run), d_state, gradient, scratch);
        unlines(dx_run, at, &mut dx);
        unlines(d_state, at, &mut d_begin);
    }
    let close = |what: &str, found: &[T], expected: &[T]| {
        assert_close(&format!("{name}.{what}, {lanes} lanes, {}", T::DTYPE), found, expected, tolerance::<T>());
    };
    for (what, found) in [("y", &y), ("end", &end), ("dx", &dx), ("d_begin", &d_begin)] {
        close(what, found, &of(what));
    }
    for (kind, found, inputs) in [("ih", &d_ih, INPUTS), ("hh", &d_hh, HIDDEN)] {
        let expected = product::<T>(
            golden,
            &tensor(&format!("grad.weight_{kind}_l0")),
            &tensor(&format!("grad.bias_{kind}_l0")),
            inputs,
        );
        // Sums over 17 samples.
        let [found, expected] =
            [found, &expected].map(|all| all.iter().map(|d| *d / T::from_f64(17.0)).collect::<Vec<T>>());
        close(kind, &found, &expected);
    }
}

#[test]
fn recurrent_layers_begin_with_a_state() {
    let golden = Tensors::golden("states.golden.safetensors");
    let cells = [("lstm", Cell::Lstm), ("gru", Cell::Gru), ("rnn", Cell::Tanh), ("rnn_relu", Cell::Relu)];
    for (name, cell) in cells {
        for lanes in [1, 16] {
            check::<f32>(&golden, name, cell, lanes);
        }
        for lanes in [1, 8] {
            check::<f64>(&golden, name, cell, lanes);
        }
    }
}
