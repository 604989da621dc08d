//! Networks that take one step at a time give the same answers as over the whole sequence, to the bit.
#![expect(clippy::float_cmp, reason = "the same bits")]

use static_nn::init::Rng;
use static_nn::{Parameters, Stream, network};

network! {
    /// A recurrent layer small enough to be inlined.
    struct Small {
        input: [40, 2],
        lstm: Lstm(20), out: Dense(3), Tanh,
    }
}

network! {
    /// Layers of all kinds, one of which is too large to be inlined.
    struct Deep {
        input: [33, 5],
        first: Gru(40), norm: LayerNorm, LeakyRelu(slope = 0.1),
        Residual { Dense(40), Relu, Dropout(p = 0.3), Rnn(40) },
        second: Lstm(17, bias = false), Softmax,
    }
}

network! {
    /// One answer to all steps.
    struct Listener {
        input: [25, 4],
        ears: Gru(9), Last, hidden: Dense(8), Gelu, word: Dense(3), LogSoftmax,
    }
}

network! {
    /// Convolutions that never look ahead, beside a recurrent layer.
    struct Waves {
        input: [37, 3],
        near: Conv1d(6, kernel = 3, causal = true), LeakyRelu(slope = 0.1),
        far: Conv1d(7, kernel = 2, dilation = 4, causal = true, bias = false), Tanh,
        Residual { Conv1d(7, kernel = 4, dilation = 2, causal = true), Silu },
        BatchNorm, gru: Gru(5), apart: Conv1d(10, kernel = 3, dilation = 2, groups = 5, causal = true),
        point: Conv1d(4, kernel = 1, causal = true),
    }
}

network! {
    /// Branches of all kinds, and those that are the input itself.
    struct Sides {
        input: [29, 4],
        Add { {}, { Conv1d(4, kernel = 3, causal = true), Tanh }, { Gru(4) } },
        gated: Multiply { { Conv1d(6, kernel = 2, causal = true), Tanh }, { Dense(6), Sigmoid } },
        Concat { { Lstm(3) }, {}, { Residual { Dense(6), Add { { Rnn(6) }, {} } }, Dense(2) } },
        Last, Concat { { Dense(2) }, {} },
    }
}

network! {
    /// Layers of single steps so wide that several steps of a sequence go together.
    struct Wide {
        input: [33, 5],
        Gru(37), first: Dense(64), Relu, second: Dense(128, bias = false), Tanh, Dense(192), third: Dense(20),
    }
}

network! {
    /// Layers too large to be inlined, of which nothing but the input makes something.
    struct Quiet {
        input: [40, 3],
        gru: Gru(70, bias = false), lstm: Lstm(70, bias = false), rnn: Rnn(70, bias = false),
    }
}

/// Sequences of numbers around zero.
#[expect(clippy::cast_possible_truncation, reason = "a sample needs no double precision")]
fn frames<const F: usize, const S: usize>(seed: u64) -> [[f32; F]; S] {
    let mut rng = Rng::new(seed);
    std::array::from_fn(|_| std::array::from_fn(|_| rng.normal() as f32))
}

#[test]
fn a_stream_is_the_whole_sequence_to_the_bit() {
    let (net, x) = (Small::new(1), frames::<2, 40>(2));
    let (whole, mut state) = (net.forward(&x), Small::<f32>::state());
    let steps = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(steps, whole);

    let (net, x) = (Deep::new(3), frames::<5, 33>(4));
    let (whole, mut state) = (net.forward(&x), Deep::<f32>::state());
    let steps = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(steps, whole);

    let (net, x) = (Wide::boxed(23), frames::<5, 33>(24));
    let (whole, mut state) = (net.forward(&x), Wide::<f32>::state());
    let steps = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(steps, whole);

    let (net, x) = (Waves::new(13), frames::<3, 37>(14));
    let (whole, mut state) = (net.forward(&x), Waves::<f32>::state());
    let steps = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(steps, whole);
}

#[test]
fn branches_take_a_step_each() {
    let (net, x) = (Sides::new(21), frames::<4, 29>(22));
    let mut state = Sides::<f32>::state();
    let answers = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(answers[28], net.forward(&x));
    assert_eq!(Sides::<f32>::RECEPTIVE_FIELD, usize::MAX);
    // The past of two convolutions with their places, and what three cells remember.
    assert_eq!(Parameters::<f32>::as_slice(&state).len(), (2 * 4 + 1) + 4 + (4 + 1) + 6 + 6);
}

#[test]
fn any_cut_of_a_stream_gives_the_same_answers() {
    let (net, x) = (Deep::new(5), frames::<5, 33>(6));
    let whole = net.forward(&x);
    for cut in 0..=33 {
        let (mut state, mut y) = (Deep::<f32>::state(), [[0.0; 17]; 33]);
        net.stream(&mut state, &x[..cut], &mut y[..cut]);
        net.stream(&mut state, &x[cut..], &mut y[cut..]);
        assert_eq!(y, whole, "{cut}");
    }

    let (net, x) = (Waves::new(15), frames::<3, 37>(16));
    let whole = net.forward(&x);
    for cut in 0..=37 {
        let (mut state, mut y) = (Waves::<f32>::state(), [[0.0; 4]; 37]);
        net.stream(&mut state, &x[..cut], &mut y[..cut]);
        net.stream(&mut state, &x[cut..], &mut y[cut..]);
        assert_eq!(y, whole, "{cut}");
    }
}

#[test]
fn convolutions_see_as_far_as_their_windows_reach() {
    const FAR: usize = 4;
    network! {
        struct Echo {
            input: [20, 2],
            near: Conv1d(3, kernel = 3, causal = true), far: Conv1d(1, kernel = FAR / 2, dilation = FAR, causal = true),
        }
    }
    const FIELD: usize = <Echo<f32> as Stream<f32>>::RECEPTIVE_FIELD;
    assert_eq!(FIELD, 3 + 5 - 1);
    let (net, mut x) = (Echo::new(17), frames::<2, 20>(18));
    let before = net.forward(&x);
    x[3] = [9.0, -9.0];
    let after = net.forward(&x);
    let changed = |t: usize| before[t] != after[t];
    assert!(changed(3) && changed(3 + FIELD - 1));
    assert!((0..20).filter(|t| changed(*t)).all(|t| (3..3 + FIELD).contains(&t)));
    // The two newest steps of the first, the four newest of the second, and the place of each in its ring.
    assert_eq!(Parameters::<f32>::as_slice(&Echo::<f32>::state()).len(), 2 * 2 + 1 + 4 * 3 + 1);
}

#[test]
fn behind_the_last_step_each_step_answers_for_the_sequence_so_far() {
    let (net, x) = (Listener::new(7), frames::<4, 25>(8));
    let mut state = Listener::<f32>::state();
    let mut answer = [0.0; 3];
    for frame in &x {
        answer = net.step(&mut state, frame);
    }
    assert_eq!(answer, net.forward(&x));
}

#[test]
fn a_state_is_plain_data() {
    let (net, x) = (Small::new(9), frames::<2, 40>(10));
    let mut state = Small::<f32>::state();
    for frame in &x[..20] {
        net.step(&mut state, frame);
    }
    let saved = state;
    let once = net.step(&mut state, &x[20]);
    assert_ne!(state, saved);
    state = saved;
    assert_eq!(net.step(&mut state, &x[20]), once);
    // 20 units with a hidden state and a memory each.
    assert_eq!(Parameters::<f32>::as_slice(&state).len(), 40);
    state.as_mut_slice().fill(0.0);
    assert_eq!(state, Small::<f32>::state());
}

/// Numbers next to nothing, which a processor takes long for, are gone after a step; the answers stay the same to the bit.
#[test]
fn what_is_next_to_nothing_is_dropped() {
    let (net, mut x) = (Waves::new(25), frames::<3, 37>(26));
    x.as_flattened_mut().iter_mut().for_each(|value| *value *= 1e-39);
    let (whole, mut state) = (net.forward(&x), Waves::<f32>::state());
    assert_eq!(x.map(|frame| net.step(&mut state, &frame)), whole);

    let (net, x) = (Small::new(27), [[1e-40, -1e-39]; 40]);
    let (whole, mut state) = (net.forward(&x), Small::<f32>::state());
    state.as_mut_slice().fill(1e-41);
    let answers = x.map(|frame| net.step(&mut state, &frame));
    assert_eq!(answers, whole);
    assert!(Parameters::<f32>::as_slice(&state).iter().all(|value| !value.is_subnormal()));
}

#[test]
fn a_stream_has_no_end() {
    let net = Small::new(11);
    let mut state = Small::<f32>::state();
    let answers: Vec<[f32; 3]> = (0..10_000).map(|i| net.step(&mut state, &[(i as f32 * 0.1).sin(), 1.0])).collect();
    assert!(answers.as_flattened().iter().all(|value| value.is_finite()));
}

#[test]
fn tiny_numbers_are_those_of_the_whole_sequence_too() {
    let net = Quiet::new(21);
    for size in [1e-10, 1e-20, 1e-21, 1e-22, 1e-26, 1e-27, 1e-28, 1e-30, 1e-40] {
        let x = frames::<3, 40>(22).map(|frame| frame.map(|x| x * size));
        let (whole, mut state) = (net.forward(&x), Quiet::<f32>::state());
        assert_eq!(x.map(|frame| net.step(&mut state, &frame)), whole, "{size}");
    }
}

#[test]
fn a_state_of_next_to_nothing_is_an_empty_one() {
    macro_rules! check {
        ($($Net:ident: $features:literal;)*) => {$(
            let (net, x) = ($Net::new(23), frames::<$features, 5>(24));
            let mut state = $Net::<f32>::state();
            let from_nothing = x.map(|frame| net.step(&mut state, &frame));
            for size in [1e-45, -1e-40, 1e-38, -1e-30] {
                let mut state = $Net::<f32>::state();
                state.as_mut_slice().fill(size);
                let (mut copy, mut ys) = (state, x.map(|frame| net.step(&mut $Net::<f32>::state(), &frame)));
                assert_eq!(x.map(|frame| net.step(&mut state, &frame)), from_nothing, "{size}");
                net.stream(&mut copy, &x, &mut ys);
                assert_eq!(ys, from_nothing, "{size}");
                assert_eq!(copy, state);
            }
        )*};
    }
    check! { Small: 2; Deep: 5; Listener: 4; Waves: 3; Sides: 4; Quiet: 3; }
}
