//! 200 networks drawn from seed 1 by `generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};
use crate::random_networks::generator::{HALF, WIDTH};

network! {
    #[derive(Clone)]
    struct Net000 {
        input: [2],
        Residual { Dense(2), Relu },
        Dense(1),
        Tanh,
        Dense(12),
        Gelu,
        Residual { first: Dense(12 -> 8, bias = false), LeakyRelu(slope = 0.2), Dense(12), Sigmoid },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net001 {
        input: [4],
        Dense(9),
        Softmax,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net002 {
        input: [8],
        Residual { Dense(8 -> 9), Elu(alpha = 0.75), Dense(8), Silu },
        Dense(8 -> 2, bias = false),
        HardTanh,
        Net000,
        Dense(11),
        Softplus,
        first: Dense(10),
        Gelu(approximate = "tanh"),
        Repeat(2) { Residual { second: Dense(10) } },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net003 {
        input: [2, 2, 2],
        Flatten,
        Dense(3),
        LogSoftmax,
        Repeat(2) { Residual { Dense(3, bias = false) } },
        Dense(3 -> 6),
        HardSigmoid,
        Dense(6 -> 4),
        Identity,
        Net001,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net004 {
        input: [6],
        first: Dense(12),
        Step,
        Dense(12 -> 9),
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net005 {
        input: [3],
        first: Dense(12),
        second: Dense(4, bias = false),
        Relu,
        hidden: Dense(4 -> 8),
        Tanh,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net006 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Gelu,
        Flatten,
        Dense(WIDTH),
        LeakyRelu(slope = 0.2),
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net007 {
        input: [2],
        Residual { Dense(2), Sigmoid },
        Dense(2 -> 9, bias = false),
        Softmax,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net008 {
        input: [WIDTH + 4],
        Dense(WIDTH - 4),
        Elu(alpha = 0.75),
        first: Dense(WIDTH + 2),
        Silu,
        Repeat(3) { Residual { second: Dense(WIDTH + 2, bias = false), HardTanh } },
        Residual { hidden: Dense(WIDTH + 2) },
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net009 {
        input: [8],
        Dense(8 -> 2, bias = false),
        Softplus,
        Residual { Dense(4), Gelu(approximate = "tanh"), Dense(2) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net010 {
        input: [3],
        first: Dense(3 -> 7),
        Dense(7 -> 12),
        LogSoftmax,
        second: Dense(12),
        HardSigmoid,
        Dense(6),
        Identity,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net011 {
        input: [3, 1, 4],
        Flatten,
        Dense(12 -> 3),
        Step,
        Net010,
        Residual { first: Dense(6 -> 6, bias = false), Relu },
        Dense(6 -> 1),
        second: Dense(5),
        Dense(5 -> 1),
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net012 {
        input: [HALF + 1],
        Dense(HALF + 1 -> WIDTH - 4, bias = false),
        Tanh,
        Net000,
        Dense(12 -> HALF + 1),
        Gelu,
        Residual { first: Dense(WIDTH + 2), LeakyRelu(slope = 0.2), Dense(WIDTH + 2 -> HALF + 1), Sigmoid },
        Dense(WIDTH + 2, bias = false),
        Repeat(2) { second: Dense(WIDTH + 2, bias = false), Softmax },
        Dense(2 * HALF),
        Elu(alpha = 0.75),
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net013 {
        input: [2 * HALF],
        Residual { first: Dense(2 * HALF) },
        Residual { Dense(2 * HALF, bias = false), Silu },
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net014 {
        input: [12],
        first: Dense(9),
        HardTanh,
        second: Dense(10, bias = false),
        Softplus,
        Dense(10 -> 12, bias = false),
        Gelu(approximate = "tanh"),
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net015 {
        input: [6],
        Dense(11),
        LogSoftmax,
        first: Dense(11),
        HardSigmoid,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net016 {
        input: [5],
        Dense(10),
        Identity,
        Net008,
        Dense(1),
        Step,
        Dense(1 -> 12),
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net017 {
        input: [5],
        Dense(2, bias = false),
        Relu,
        first: Dense(2),
        Tanh,
        Repeat(3) { Dense(2), Gelu },
        Dense(8),
        LeakyRelu(slope = 0.2),
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net018 {
        input: [3, 2, 2],
        Sigmoid,
        Flatten,
        Residual { first: Dense(12), second: Dense(12), Softmax },
        Residual { hidden: Dense(10), Elu(alpha = 0.75), Dense(12, bias = false) },
        Dense(12 -> 5),
        encoder: Dense(5 -> 4, bias = false),
        Repeat(2) { Residual { Dense(4, bias = false), Silu } },
        fc: Dense(4),
        Net001,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net019 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Flatten,
        Dense(WIDTH - 4),
        HardTanh,
        Repeat(3) { Dense(WIDTH - 4), Softplus },
        Dense(WIDTH - 4 -> WIDTH),
        Gelu(approximate = "tanh"),
        Net013,
        Dense(HALF + 1),
        LogSoftmax,
        Repeat(3) { Residual { Dense(HALF + 1), HardSigmoid } },
        Dense(HALF, bias = false),
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net020 {
        input: [7],
        Dense(12),
        Identity,
        Dense(3),
        Dense(12, bias = false),
        Step,
        Dense(12 -> 3),
        Relu,
        Repeat(3) { Dense(3) },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net021 {
        input: [3, 1, 4],
        Residual { Tanh },
        Flatten,
        Residual { first: Dense(12), Gelu },
        Dense(5, bias = false),
        LeakyRelu(slope = 0.2),
        Residual { Dense(5 -> 5, bias = false), Sigmoid },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net022 {
        input: [6],
        Residual { Dense(6 -> 8, bias = false), Softmax, first: Dense(6), Elu(alpha = 0.75) },
        Dense(10),
        Silu,
        Net008,
        second: Dense(2),
        HardTanh,
        Net007,
        Residual { Dense(9 -> 1), Softplus, Dense(9), Gelu(approximate = "tanh") },
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net023 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        HardSigmoid,
        Residual { Identity },
        Flatten,
        Residual { Dense(HALF), Step, Dense(8) },
        Dense(8 -> WIDTH + 3),
        Relu,
        Dense(WIDTH + 3 -> WIDTH - 5, bias = false),
        Tanh,
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net024 {
        input: [HALF + 2],
        Dense(HALF + 2 -> WIDTH + 1),
        Gelu,
        Repeat(3) { Dense(WIDTH + 1), LeakyRelu(slope = 0.2) },
        Dense(HALF + 2),
        Sigmoid,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net025 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Residual { Elu(alpha = 0.75) },
        Flatten,
        first: Dense(8 -> WIDTH + 4),
        Silu,
        Dense(WIDTH + 1),
        Repeat(3) { Residual { second: Dense(WIDTH + 1), HardTanh } },
        Dense(WIDTH * 2),
        Softplus,
        Repeat(3) { Residual { Dense(WIDTH * 2), Gelu(approximate = "tanh") } },
        Dense(WIDTH * 2 -> HALF),
        LogSoftmax,
        Dense(HALF + 2),
        HardSigmoid,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net026 {
        input: [5],
        Dense(1),
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net027 {
        input: [3, 2, 2],
        Residual { Identity },
        Flatten,
        first: Dense(10),
        Step,
        Net008,
        Dense(WIDTH + 2 -> 6),
        Relu,
        Dense(10),
        Tanh,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net028 {
        input: [1, 4, 3],
        Gelu,
        Residual { LeakyRelu(slope = 0.2) },
        Flatten,
        first: Dense(12 -> 2),
        Sigmoid,
        Dense(6),
        Softmax,
        Net013,
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net029 {
        input: [2],
        Dense(10),
        Dense(2),
        Elu(alpha = 0.75),
        Dense(8),
        Silu,
        Repeat(3) { Residual { first: Dense(8) } },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net030 {
        input: [1, 2, 3],
        HardTanh,
        Residual { Softplus },
        Flatten,
        first: Dense(6 -> 10),
        Gelu(approximate = "tanh"),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net031 {
        input: [10],
        first: Dense(10 -> 3),
        LogSoftmax,
        Repeat(2) { Dense(3), HardSigmoid },
        Residual { Dense(3 -> 12), Dense(12 -> 3, bias = false), Identity },
        second: Dense(3),
        Step,
        Net010,
        Residual { Dense(6), Relu },
        Dense(9),
        Tanh,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net032 {
        input: [3, 1, 4],
        Gelu,
        Flatten,
        Dense(10),
        LeakyRelu(slope = 0.2),
        Residual { first: Dense(10 -> 10), Sigmoid },
        Dense(10 -> 3, bias = false),
        Softmax,
        Net010,
        Dense(3, bias = false),
        Elu(alpha = 0.75),
        Dense(9, bias = false),
        Silu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net033 {
        input: [11],
        Dense(10),
        HardTanh,
        Residual { Dense(10), Softplus },
        Dense(12),
        Gelu(approximate = "tanh"),
        Dense(3, bias = false),
        LogSoftmax,
        Net010,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net034 {
        input: [8],
        first: Dense(8 -> 10),
        HardSigmoid,
        Residual { second: Dense(10 -> 12), Identity, Dense(10, bias = false), Step },
        hidden: Dense(3),
        Relu,
        Net010,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net035 {
        input: [2, 3, 1],
        Tanh,
        Flatten,
        Dense(1, bias = false),
        Gelu,
        Dense(8),
        Dense(3, bias = false),
        LeakyRelu(slope = 0.2),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net036 {
        input: [2],
        first: Dense(11),
        Sigmoid,
        Dense(3, bias = false),
        Softmax,
        Net005,
        Dense(9),
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net037 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Flatten,
        first: Dense(12 -> WIDTH),
        Elu(alpha = 0.75),
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net038 {
        input: [1],
        Dense(4, bias = false),
        Silu,
        Dense(5),
        HardTanh,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net039 {
        input: [10],
        Dense(6, bias = false),
        Softplus,
        Dense(6 -> 5),
        Gelu(approximate = "tanh"),
        Dense(9),
        LogSoftmax,
        Dense(9 -> 5),
        HardSigmoid,
        Net017,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net040 {
        input: [5],
        Dense(4),
        Residual { Dense(2), Identity, Dense(4), Step },
        Dense(10),
        Relu,
        Repeat(2) { Dense(10), Tanh },
        first: Dense(8),
        Gelu,
        Repeat(2) { Dense(8, bias = false), LeakyRelu(slope = 0.2) },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net041 {
        input: [2],
        Dense(12, bias = false),
        Dense(12 -> 8),
        Sigmoid,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net042 {
        input: [1, 2, 3],
        Elu(alpha = 0.75),
        Flatten,
        first: Dense(7),
        Silu,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net043 {
        input: [1, 4, 3],
        Flatten,
        first: Dense(2),
        HardTanh,
        Repeat(3) { Residual { Dense(2), Softplus } },
        Residual { Dense(2 -> 2, bias = false), Gelu(approximate = "tanh") },
        Dense(2 -> 5),
        LogSoftmax,
        second: Dense(4, bias = false),
        HardSigmoid,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net044 {
        input: [2],
        Dense(9),
        Identity,
        first: Dense(4, bias = false),
        Step,
        Repeat(2) { Dense(4, bias = false) },
        Residual { Dense(4 -> 4), Relu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net045 {
        input: [1],
        Dense(8),
        Tanh,
        Dense(2),
        Gelu,
        Dense(11),
        LeakyRelu(slope = 0.2),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net046 {
        input: [1, 2, 3],
        Flatten,
        Residual { first: Dense(6, bias = false), Sigmoid },
        Dense(5),
        Softmax,
        Dense(3),
        Elu(alpha = 0.75),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net047 {
        input: [10],
        first: Dense(10),
        Silu,
        Dense(11),
        HardTanh,
        Dense(2),
        Residual { second: Dense(9, bias = false), Dense(9 -> 2), Softplus },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net048 {
        input: [HALF + 2],
        first: Dense(WIDTH - 4, bias = false),
        Gelu(approximate = "tanh"),
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net049 {
        input: [11],
        Dense(9),
        LogSoftmax,
        Residual { first: Dense(9) },
        second: Dense(5),
        HardSigmoid,
        Net017,
        hidden: Dense(11, bias = false),
        Identity,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net050 {
        input: [WIDTH + 1],
        Residual { Dense(2 * HALF), Step, first: Dense(2 * HALF -> WIDTH + 1) },
        second: Dense(HALF),
        Relu,
        Residual { Dense(WIDTH + 5), Tanh, Dense(HALF, bias = false), Gelu },
        Dense(WIDTH),
        LeakyRelu(slope = 0.2),
        Net004,
        Dense(HALF + 2, bias = false),
        Sigmoid,
        Net017,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net051 {
        input: [3],
        Dense(5),
        Softmax,
        Repeat(2) { Dense(5, bias = false), Elu(alpha = 0.75) },
        Dense(5 -> 2),
        Silu,
        Dense(8, bias = false),
        HardTanh,
        Dense(5),
        Softplus,
        Net040,
        first: Dense(12),
        Gelu(approximate = "tanh"),
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net052 {
        input: [8],
        Dense(5, bias = false),
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net053 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2 -> WIDTH + 4, bias = false),
        LogSoftmax,
        output: [WIDTH + 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net054 {
        input: [WIDTH + 5],
        Residual { Dense(WIDTH + 5 -> 2 * HALF, bias = false), HardSigmoid, first: Dense(2 * HALF -> WIDTH + 5), Identity },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net055 {
        input: [12],
        Dense(1),
        Dense(1 -> 9, bias = false),
        Step,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net056 {
        input: [5],
        first: Dense(9),
        Relu,
        Dense(2),
        Tanh,
        Dense(4),
        Gelu,
        Net001,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net057 {
        input: [2, 3, 1],
        Residual { LeakyRelu(slope = 0.2) },
        Flatten,
        Residual { Dense(6), Sigmoid },
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net058 {
        input: [4],
        first: Dense(2),
        Softmax,
        Dense(8),
        Elu(alpha = 0.75),
        second: Dense(8 -> 7),
        Silu,
        Dense(5, bias = false),
        HardTanh,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net059 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Softplus,
        Flatten,
        Dense(WIDTH + 1),
        Gelu(approximate = "tanh"),
        Dense(2 * HALF),
        LogSoftmax,
        first: Dense(2 * HALF),
        HardSigmoid,
        Dense(HALF + 2),
        Identity,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net060 {
        input: [5],
        Residual { Dense(5) },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net061 {
        input: [9],
        Dense(11, bias = false),
        Step,
        Dense(2, bias = false),
        Relu,
        Repeat(3) { Dense(2, bias = false), Tanh },
        first: Dense(8),
        Gelu,
        second: Dense(3),
        LeakyRelu(slope = 0.2),
        Dense(4, bias = false),
        Sigmoid,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net062 {
        input: [12],
        Dense(12 -> 7),
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net063 {
        input: [11],
        Residual { Dense(11) },
        Dense(11 -> 2, bias = false),
        Softmax,
        Net044,
        first: Dense(4 -> 2),
        Elu(alpha = 0.75),
        Residual { second: Dense(8, bias = false), Silu, Dense(8 -> 2), HardTanh },
        Dense(2 -> 8),
        Softplus,
        Repeat(3) { Dense(8, bias = false), Gelu(approximate = "tanh") },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net064 {
        input: [1],
        Dense(5, bias = false),
        LogSoftmax,
        Dense(7),
        HardSigmoid,
        Repeat(2) { first: Dense(7) },
        Dense(7 -> 11, bias = false),
        Identity,
        Net054,
        Dense(WIDTH + 5 -> 4, bias = false),
        Step,
        second: Dense(4 -> 7),
        Relu,
        Repeat(2) { Dense(7), Tanh },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net065 {
        input: [WIDTH],
        Dense(WIDTH -> WIDTH + 3),
        Gelu,
        Repeat(3) { Residual { Dense(WIDTH + 3), LeakyRelu(slope = 0.2) } },
        first: Dense(HALF + 2),
        Sigmoid,
        Residual { Dense(WIDTH + 5), Softmax, Dense(HALF + 2), Elu(alpha = 0.75) },
        Dense(HALF + 2 -> WIDTH + 3),
        Silu,
        second: Dense(WIDTH + 3 -> WIDTH - 5),
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net066 {
        input: [2, 2, 2],
        Residual { HardTanh },
        Flatten,
        Dense(6),
        Softplus,
        Dense(5, bias = false),
        Gelu(approximate = "tanh"),
        Repeat(2) { first: Dense(5), LogSoftmax },
        second: Dense(6),
        HardSigmoid,
        Repeat(3) { Residual { hidden: Dense(6, bias = false), Identity } },
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net067 {
        input: [HALF],
        Dense(WIDTH - 4),
        Step,
        first: Dense(HALF + 2),
        Relu,
        Dense(HALF + 2 -> HALF, bias = false),
        Tanh,
        Dense(WIDTH + 4),
        Gelu,
        second: Dense(WIDTH + 1),
        LeakyRelu(slope = 0.2),
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net068 {
        input: [1, 4, 3],
        Sigmoid,
        Flatten,
        Dense(12 -> 10, bias = false),
        Softmax,
        Residual { Dense(10 -> 10, bias = false), Elu(alpha = 0.75) },
        Residual { Dense(10, bias = false), Silu },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net069 {
        input: [7],
        Dense(7 -> 5),
        HardTanh,
        Residual { first: Dense(5 -> 5), Softplus },
        Dense(5 -> 3, bias = false),
        Gelu(approximate = "tanh"),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net070 {
        input: [7],
        first: Dense(7 -> 4),
        LogSoftmax,
        Net058,
        Dense(4, bias = false),
        HardSigmoid,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net071 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Identity,
        Residual { Step },
        Flatten,
        first: Dense(WIDTH + 4),
        Relu,
        Repeat(3) { Dense(WIDTH + 4), Tanh },
        second: Dense(WIDTH + 4 -> HALF),
        Gelu,
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net072 {
        input: [4],
        Residual { first: Dense(4 -> 4), LeakyRelu(slope = 0.2) },
        second: Dense(4 -> 9),
        Sigmoid,
        Dense(9 -> 9, bias = false),
        Softmax,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net073 {
        input: [5],
        Dense(5 -> 9),
        Elu(alpha = 0.75),
        Dense(9 -> 12),
        Silu,
        Net055,
        first: Dense(9),
        Dense(9 -> 5),
        HardTanh,
        second: Dense(10),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net074 {
        input: [10],
        first: Dense(10 -> 7),
        Softplus,
        Dense(5),
        Dense(3),
        Gelu(approximate = "tanh"),
        Net010,
        second: Dense(6 -> 5, bias = false),
        LogSoftmax,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net075 {
        input: [6],
        Dense(10),
        HardSigmoid,
        first: Dense(10, bias = false),
        Identity,
        second: Dense(10 -> 12),
        Step,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net076 {
        input: [2, 3, 1],
        Flatten,
        Dense(6 -> 11),
        Relu,
        first: Dense(12),
        Tanh,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net077 {
        input: [2],
        first: Dense(10),
        Gelu,
        Net047,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net078 {
        input: [4],
        Dense(5),
        LeakyRelu(slope = 0.2),
        Dense(12),
        Sigmoid,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net079 {
        input: [9],
        Dense(12),
        Softmax,
        Dense(9),
        Elu(alpha = 0.75),
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net080 {
        input: [8],
        Residual { Dense(8), Silu, first: Dense(8 -> 8, bias = false) },
        Dense(7),
        HardTanh,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net081 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Flatten,
        Residual { Dense(12 -> HALF), Softplus, Dense(HALF -> 12), Gelu(approximate = "tanh") },
        first: Dense(12 -> WIDTH * 2, bias = false),
        LogSoftmax,
        Dense(HALF + 1),
        Repeat(2) { Residual { Dense(HALF + 1), HardSigmoid } },
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net082 {
        input: [1, 2, 3],
        Identity,
        Flatten,
        Residual { Dense(11), Step, Dense(11 -> 6), Relu },
        Dense(5, bias = false),
        Tanh,
        Dense(5 -> 10),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net083 {
        input: [6],
        Dense(6 -> 2),
        first: Dense(2 -> 9),
        Gelu,
        Residual { Dense(9) },
        Dense(6),
        LeakyRelu(slope = 0.2),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net084 {
        input: [2, 3, 1],
        Residual { Sigmoid },
        Flatten,
        Dense(4),
        Softmax,
        first: Dense(10),
        Elu(alpha = 0.75),
        Dense(11),
        Silu,
        Repeat(2) { second: Dense(11), HardTanh },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net085 {
        input: [10],
        Residual { first: Dense(10, bias = false), Softplus },
        second: Dense(12, bias = false),
        Gelu(approximate = "tanh"),
        Dense(6),
        LogSoftmax,
        hidden: Dense(6 -> 7),
        HardSigmoid,
        Net069,
        encoder: Dense(5),
        Identity,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net086 {
        input: [HALF],
        first: Dense(WIDTH + 5),
        Step,
        Repeat(3) { Residual { Dense(WIDTH + 5), Relu } },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net087 {
        input: [9],
        Dense(9 -> 10),
        Tanh,
        Dense(3, bias = false),
        Gelu,
        Dense(2, bias = false),
        LeakyRelu(slope = 0.2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net088 {
        input: [4],
        first: Dense(4 -> 5),
        Sigmoid,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net089 {
        input: [4],
        Dense(12),
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net090 {
        input: [2, 3, 1],
        Elu(alpha = 0.75),
        Residual { Silu },
        Flatten,
        Dense(1),
        HardTanh,
        Repeat(3) { first: Dense(1, bias = false), Softplus },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net091 {
        input: [3, 1, 4],
        Gelu(approximate = "tanh"),
        Flatten,
        Residual { Dense(10), LogSoftmax, Dense(10 -> 12) },
        first: Dense(10),
        HardSigmoid,
        Dense(10),
        Identity,
        Net008,
        Dense(WIDTH + 2 -> 5),
        Step,
        Residual { Dense(5 -> 5) },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net092 {
        input: [5],
        first: Dense(9),
        Relu,
        second: Dense(9 -> 9),
        Tanh,
        hidden: Dense(9 -> 12, bias = false),
        Gelu,
        encoder: Dense(7),
        LeakyRelu(slope = 0.2),
        Residual { fc: Dense(4), Sigmoid, Dense(7), Softmax },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net093 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2 -> WIDTH - 5),
        Residual { Dense(WIDTH - 5, bias = false), Elu(alpha = 0.75) },
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net094 {
        input: [WIDTH - 5, HALF + 1, HALF],
        Silu,
        Flatten,
        first: Dense(12 -> WIDTH * 2),
        second: Dense(2 * HALF),
        HardTanh,
        Repeat(3) { Residual { Dense(2 * HALF), Softplus } },
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net095 {
        input: [12],
        Dense(5),
        Gelu(approximate = "tanh"),
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net096 {
        input: [2, 2, 2],
        HardSigmoid,
        Flatten,
        first: Dense(8 -> 2),
        Identity,
        Repeat(2) { Dense(2), Step },
        Residual { Dense(1), Relu, Dense(2, bias = false), Tanh },
        second: Dense(11),
        Gelu,
        Residual { hidden: Dense(11 -> 9, bias = false), LeakyRelu(slope = 0.2), Dense(9 -> 11, bias = false), Sigmoid },
        Dense(11 -> 1),
        Softmax,
        Repeat(3) { Dense(1), Elu(alpha = 0.75) },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net097 {
        input: [11],
        Dense(1),
        Silu,
        Dense(1 -> 2),
        HardTanh,
        Repeat(2) { Residual { Dense(2, bias = false) } },
        first: Dense(3),
        Softplus,
        Residual { Dense(5), Gelu(approximate = "tanh"), Dense(5 -> 3), LogSoftmax },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net098 {
        input: [WIDTH],
        Dense(WIDTH),
        HardSigmoid,
        Dense(HALF + 2),
        Dense(WIDTH - 4, bias = false),
        Identity,
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net099 {
        input: [WIDTH + 2],
        Dense(WIDTH + 2 -> HALF + 2),
        Step,
        Dense(WIDTH + 3),
        Relu,
        Repeat(2) { Dense(WIDTH + 3) },
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net100 {
        input: [12],
        Residual { first: Dense(12), Tanh },
        Dense(12 -> 6),
        Gelu,
        Dense(6 -> 8),
        LeakyRelu(slope = 0.2),
        Repeat(2) { Residual { second: Dense(8, bias = false), Sigmoid } },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net101 {
        input: [2, 2, 2],
        Flatten,
        Dense(3),
        Softmax,
        first: Dense(1),
        Elu(alpha = 0.75),
        Dense(1 -> 8),
        Silu,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net102 {
        input: [11],
        Dense(5, bias = false),
        HardTanh,
        Dense(7),
        Softplus,
        Dense(7),
        Gelu(approximate = "tanh"),
        Net069,
        first: Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net103 {
        input: [4],
        Residual { first: Dense(4 -> 4, bias = false), HardSigmoid },
        Dense(4 -> 8, bias = false),
        Identity,
        second: Dense(8 -> 11, bias = false),
        Step,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net104 {
        input: [11],
        Dense(11),
        Relu,
        first: Dense(5),
        Tanh,
        Net026,
        Residual { second: Dense(1) },
        Dense(1 -> 2),
        Gelu,
        Net041,
        hidden: Dense(1),
        LeakyRelu(slope = 0.2),
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net105 {
        input: [1],
        Dense(1 -> 7, bias = false),
        Sigmoid,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net106 {
        input: [WIDTH + 3],
        first: Dense(WIDTH + 2),
        Softmax,
        Repeat(3) { second: Dense(WIDTH + 2), Elu(alpha = 0.75) },
        Dense(WIDTH + 2 -> 2 * HALF),
        Silu,
        Residual { Dense(HALF + 1, bias = false), Dense(2 * HALF), HardTanh },
        Residual { hidden: Dense(2 * HALF -> WIDTH + 5), Softplus, Dense(WIDTH + 5 -> 2 * HALF), Gelu(approximate = "tanh") },
        Dense(2 * HALF -> WIDTH + 3),
        LogSoftmax,
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net107 {
        input: [HALF + 2],
        first: Dense(WIDTH),
        HardSigmoid,
        second: Dense(WIDTH + 4),
        Dense(WIDTH - 4),
        Identity,
        hidden: Dense(WIDTH - 4 -> WIDTH * 2),
        Step,
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net108 {
        input: [9],
        Dense(9 -> 11),
        Relu,
        Repeat(2) { first: Dense(11), Tanh },
        Residual { Dense(3), Gelu, Dense(11), LeakyRelu(slope = 0.2) },
        Dense(11 -> 10),
        Sigmoid,
        Dense(7, bias = false),
        Softmax,
        Repeat(2) { second: Dense(7, bias = false) },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net109 {
        input: [2, 2, 2],
        Flatten,
        first: Dense(8 -> 7),
        second: Dense(7),
        Dense(7),
        Elu(alpha = 0.75),
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net110 {
        input: [2],
        Dense(8, bias = false),
        Silu,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net111 {
        input: [3],
        first: Dense(5),
        HardTanh,
        Dense(5 -> 7),
        Softplus,
        Repeat(3) { Residual { Dense(7) } },
        Dense(4),
        Gelu(approximate = "tanh"),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net112 {
        input: [9],
        Dense(6),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net113 {
        input: [8],
        Residual { first: Dense(1), LogSoftmax, Dense(8), HardSigmoid },
        Dense(10),
        Identity,
        Dense(10 -> 5),
        Step,
        second: Dense(3),
        Relu,
        Net111,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net114 {
        input: [2],
        Dense(5),
        Tanh,
        Dense(3),
        Gelu,
        Residual { Dense(6), Dense(6 -> 3, bias = false), LeakyRelu(slope = 0.2) },
        Residual { Dense(3 -> 6), Sigmoid, Dense(3), Softmax },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net115 {
        input: [3, 2, 2],
        Flatten,
        first: Dense(2),
        Elu(alpha = 0.75),
        Repeat(3) { Dense(2), Silu },
        Dense(6),
        HardTanh,
        Dense(8),
        Softplus,
        Repeat(3) { Dense(8), Gelu(approximate = "tanh") },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net116 {
        input: [8],
        Residual { first: Dense(1), LogSoftmax, Dense(8), HardSigmoid },
        Residual { Dense(8, bias = false), Identity },
        second: Dense(5),
        Step,
        Repeat(2) { Residual { Dense(5, bias = false), Relu } },
        Residual { hidden: Dense(5), Tanh },
        Dense(5 -> 4, bias = false),
        Gelu,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net117 {
        input: [10],
        Dense(8),
        LeakyRelu(slope = 0.2),
        Net052,
        Dense(3, bias = false),
        Sigmoid,
        Repeat(3) { Dense(3), Softmax },
        first: Dense(3 -> 7, bias = false),
        Elu(alpha = 0.75),
        Repeat(3) { second: Dense(7), Silu },
        Residual { hidden: Dense(7), HardTanh },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net118 {
        input: [11],
        Dense(8),
        Softplus,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net119 {
        input: [HALF + 1],
        Dense(HALF + 2, bias = false),
        Gelu(approximate = "tanh"),
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net120 {
        input: [10],
        Residual { first: Dense(10, bias = false), LogSoftmax },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net121 {
        input: [6],
        Dense(5),
        Net026,
        Dense(1 -> 12, bias = false),
        HardSigmoid,
        Residual { first: Dense(12) },
        Dense(12 -> 4),
        Identity,
        second: Dense(4 -> 6),
        Step,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net122 {
        input: [10],
        Dense(11),
        Dense(1),
        Relu,
        Dense(1 -> 2),
        Tanh,
        Dense(2 -> 10),
        Gelu,
        Dense(5),
        LeakyRelu(slope = 0.2),
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net123 {
        input: [7],
        Dense(7 -> 11, bias = false),
        Sigmoid,
        first: Dense(5),
        Softmax,
        Net040,
        Dense(2, bias = false),
        Elu(alpha = 0.75),
        second: Dense(2 -> 2),
        Silu,
        Dense(4, bias = false),
        HardTanh,
        Net103,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net124 {
        input: [10],
        first: Dense(9, bias = false),
        Softplus,
        Dense(5),
        Gelu(approximate = "tanh"),
        Residual { Dense(10, bias = false), LogSoftmax, Dense(10 -> 5, bias = false), HardSigmoid },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net125 {
        input: [HALF + 2],
        Dense(HALF + 2 -> WIDTH + 2),
        Identity,
        Dense(WIDTH + 2 -> WIDTH * 2),
        Step,
        first: Dense(WIDTH + 1),
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net126 {
        input: [1, 4, 3],
        Flatten,
        Residual { Dense(12 -> 12, bias = false), Relu },
        Dense(12 -> 4),
        Tanh,
        Dense(4 -> 8),
        Gelu,
        Dense(8 -> 6),
        LeakyRelu(slope = 0.2),
        Repeat(2) { Residual { first: Dense(6, bias = false), Sigmoid } },
        second: Dense(6 -> 7, bias = false),
        Softmax,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net127 {
        input: [2, 3, 1],
        Elu(alpha = 0.75),
        Flatten,
        Dense(2),
        Silu,
        Residual { first: Dense(2, bias = false) },
        second: Dense(5),
        HardTanh,
        hidden: Dense(5 -> 7),
        Softplus,
        Dense(10, bias = false),
        Gelu(approximate = "tanh"),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net128 {
        input: [2],
        first: Dense(1),
        LogSoftmax,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net129 {
        input: [3],
        first: Dense(3 -> 3),
        HardSigmoid,
        Net005,
        Dense(2, bias = false),
        Identity,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net130 {
        input: [WIDTH + 4],
        Residual { Dense(WIDTH + 4), Step },
        first: Dense(WIDTH + 4 -> WIDTH - 4),
        Relu,
        second: Dense(WIDTH - 4 -> HALF),
        hidden: Dense(WIDTH + 4),
        Tanh,
        Dense(HALF + 1, bias = false),
        Gelu,
        Net088,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net131 {
        input: [1, 2, 3],
        Flatten,
        Dense(3),
        LeakyRelu(slope = 0.2),
        first: Dense(4),
        Sigmoid,
        Dense(4 -> 12),
        Softmax,
        second: Dense(8, bias = false),
        Elu(alpha = 0.75),
        Dense(2),
        Silu,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net132 {
        input: [2],
        Dense(2 -> 2),
        HardTanh,
        Dense(5),
        Softplus,
        Repeat(2) { first: Dense(5, bias = false), Gelu(approximate = "tanh") },
        Dense(10),
        LogSoftmax,
        Dense(10 -> 10),
        HardSigmoid,
        Repeat(2) { Dense(10) },
        Dense(7),
        Identity,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net133 {
        input: [9],
        first: Dense(9 -> 1),
        Step,
        second: Dense(9, bias = false),
        Relu,
        Dense(1, bias = false),
        Tanh,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net134 {
        input: [11],
        first: Dense(9),
        Dense(1),
        Gelu,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net135 {
        input: [4],
        Residual { first: Dense(4 -> 4), LeakyRelu(slope = 0.2) },
        Residual { Dense(4 -> 6, bias = false), Dense(4), Sigmoid },
        second: Dense(6),
        Softmax,
        Dense(9),
        Elu(alpha = 0.75),
        Net087,
        Dense(2 -> 9),
        Silu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net136 {
        input: [1, 2, 3],
        Flatten,
        Dense(6),
        HardTanh,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net137 {
        input: [WIDTH + 5],
        Dense(WIDTH + 5),
        first: Dense(WIDTH + 4),
        Softplus,
        second: Dense(WIDTH - 5),
        Gelu(approximate = "tanh"),
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net138 {
        input: [1, 2, 3],
        HardSigmoid,
        Flatten,
        Dense(11),
        Identity,
        Dense(11),
        Step,
        Net118,
        Dense(8 -> 8),
        Relu,
        Residual { Dense(1), Dense(8, bias = false), Tanh },
        Dense(6, bias = false),
        Gelu,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net139 {
        input: [2],
        Dense(2 -> 5, bias = false),
        LeakyRelu(slope = 0.2),
        Net048,
        Residual { Dense(6, bias = false), Sigmoid, Dense(WIDTH - 4), Softmax },
        Residual { Dense(WIDTH - 4 -> 8), Elu(alpha = 0.75), Dense(8 -> WIDTH - 4), Silu },
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net140 {
        input: [WIDTH + 1],
        first: Dense(WIDTH + 1 -> WIDTH + 2),
        HardTanh,
        Dense(WIDTH + 2),
        Softplus,
        second: Dense(HALF + 2),
        Gelu(approximate = "tanh"),
        Net026,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net141 {
        input: [8],
        first: Dense(8 -> 12),
        LogSoftmax,
        second: Dense(5),
        HardSigmoid,
        hidden: Dense(5 -> 10, bias = false),
        Repeat(3) { Residual { encoder: Dense(10) } },
        Dense(10 -> 3),
        Identity,
        Repeat(3) { Residual { Dense(3), Step } },
        fc: Dense(12),
        Relu,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net142 {
        input: [2],
        first: Dense(2 -> 3),
        Tanh,
        second: Dense(7),
        Repeat(2) { Dense(7, bias = false), Gelu },
        Dense(7 -> 6),
        LeakyRelu(slope = 0.2),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net143 {
        input: [HALF],
        Dense(HALF -> HALF),
        Sigmoid,
        Repeat(2) { Dense(HALF), Softmax },
        first: Dense(HALF + 1),
        Elu(alpha = 0.75),
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net144 {
        input: [2, 3, 1],
        Flatten,
        first: Dense(6 -> 9),
        Silu,
        Residual { Dense(9 -> 9), HardTanh },
        Dense(5),
        Softplus,
        Repeat(3) { Residual { Dense(5, bias = false), Gelu(approximate = "tanh") } },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net145 {
        input: [8],
        first: Dense(8),
        LogSoftmax,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net146 {
        input: [11],
        first: Dense(11 -> 8),
        HardSigmoid,
        Dense(4),
        Identity,
        Repeat(3) { Residual { second: Dense(4), Step } },
        Dense(11),
        Relu,
        Dense(10, bias = false),
        Tanh,
        Dense(9, bias = false),
        Gelu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net147 {
        input: [1, 4, 3],
        Flatten,
        Dense(11, bias = false),
        LeakyRelu(slope = 0.2),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net148 {
        input: [12],
        Dense(12 -> 2),
        Sigmoid,
        Net110,
        first: Dense(7),
        Softmax,
        Repeat(3) { Residual { Dense(7), Elu(alpha = 0.75) } },
        Dense(9),
        Silu,
        second: Dense(3, bias = false),
        HardTanh,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net149 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Flatten,
        Dense(WIDTH + 1),
        Softplus,
        Repeat(2) { Residual { Dense(WIDTH + 1, bias = false), Gelu(approximate = "tanh") } },
        Dense(WIDTH - 5),
        LogSoftmax,
        Residual { Dense(WIDTH - 5) },
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net150 {
        input: [2, 2, 2],
        Flatten,
        Residual { Dense(8, bias = false), HardSigmoid },
        first: Dense(8),
        Identity,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net151 {
        input: [6],
        Dense(5, bias = false),
        Step,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net152 {
        input: [5],
        Residual { Dense(5 -> 5), Relu, Dense(5), Tanh },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net153 {
        input: [2],
        Residual { Dense(2 -> 3), Gelu, Dense(2) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net154 {
        input: [11],
        Dense(2),
        LeakyRelu(slope = 0.2),
        Dense(1),
        Sigmoid,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net155 {
        input: [6],
        Residual { first: Dense(6) },
        Dense(6 -> 2, bias = false),
        Dense(2 -> 6),
        Softmax,
        Dense(10),
        Elu(alpha = 0.75),
        Dense(3),
        Silu,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net156 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Flatten,
        first: Dense(6 -> HALF + 2),
        HardTanh,
        Repeat(3) { Residual { Dense(HALF + 2, bias = false), Softplus } },
        Dense(2 * HALF),
        Gelu(approximate = "tanh"),
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net157 {
        input: [1, 2, 3],
        Residual { HardSigmoid },
        Flatten,
        Dense(9),
        Identity,
        first: Dense(11),
        Step,
        Dense(9),
        Relu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net158 {
        input: [5],
        first: Dense(5 -> 6),
        Tanh,
        Repeat(2) { Dense(6, bias = false), Gelu },
        Dense(6 -> 10),
        LeakyRelu(slope = 0.2),
        Dense(12),
        Sigmoid,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net159 {
        input: [HALF + 1],
        Residual { first: Dense(HALF + 1), Softmax, second: Dense(HALF + 1), Elu(alpha = 0.75) },
        Residual { Dense(WIDTH - 4), Silu, Dense(HALF + 1, bias = false), HardTanh },
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net160 {
        input: [1],
        Dense(10),
        Softplus,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net161 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2),
        Gelu(approximate = "tanh"),
        Net093,
        first: Dense(WIDTH + 5, bias = false),
        Residual { second: Dense(WIDTH + 5, bias = false), LogSoftmax },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net162 {
        input: [2, 2, 2],
        Flatten,
        Dense(8 -> 8),
        HardSigmoid,
        Dense(2),
        Identity,
        Repeat(3) { Residual { first: Dense(2), Step } },
        Dense(2 -> 9, bias = false),
        Relu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net163 {
        input: [3],
        Dense(12),
        Tanh,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net164 {
        input: [HALF],
        Dense(WIDTH * 2, bias = false),
        Gelu,
        Repeat(2) { first: Dense(WIDTH * 2, bias = false), LeakyRelu(slope = 0.2) },
        Dense(HALF + 2),
        Dense(WIDTH + 1),
        Sigmoid,
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net165 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Elu(alpha = 0.75),
        Flatten,
        Dense(WIDTH + 5),
        Silu,
        Dense(WIDTH - 5),
        HardTanh,
        Dense(2 * HALF),
        Softplus,
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net166 {
        input: [2, 3, 1],
        Residual { Gelu(approximate = "tanh") },
        Flatten,
        first: Dense(6 -> 7),
        LogSoftmax,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net167 {
        input: [6],
        Dense(3),
        HardSigmoid,
        Dense(3 -> 3, bias = false),
        Residual { first: Dense(3) },
        Dense(2, bias = false),
        Identity,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net168 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Flatten,
        Dense(WIDTH - 4, bias = false),
        Step,
        Net029,
        Residual { Dense(8), Relu },
        first: Dense(WIDTH + 3),
        Tanh,
        second: Dense(WIDTH + 4, bias = false),
        Gelu,
        Dense(WIDTH + 5),
        LeakyRelu(slope = 0.2),
        Net137,
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net169 {
        input: [4],
        Dense(2),
        Sigmoid,
        Net029,
        first: Dense(10),
        Softmax,
        Residual { second: Dense(10, bias = false), Elu(alpha = 0.75) },
        Dense(10 -> 12),
        Repeat(3) { Residual { Dense(12, bias = false), Silu } },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net170 {
        input: [3, 1, 4],
        HardTanh,
        Flatten,
        first: Dense(6),
        Softplus,
        second: Dense(11),
        Gelu(approximate = "tanh"),
        hidden: Dense(2),
        Net041,
        Dense(8 -> 10),
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net171 {
        input: [9],
        first: Dense(10),
        Dense(12),
        HardSigmoid,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net172 {
        input: [9],
        first: Dense(12, bias = false),
        Identity,
        Residual { Dense(7), Step, second: Dense(12) },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net173 {
        input: [2],
        Dense(2 -> 6, bias = false),
        Relu,
        first: Dense(6),
        Tanh,
        Dense(6 -> 2),
        Repeat(3) { Residual { Dense(2), Gelu } },
        Dense(2 -> 2),
        LeakyRelu(slope = 0.2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net174 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Sigmoid,
        Flatten,
        Dense(WIDTH + 1, bias = false),
        Softmax,
        Residual { first: Dense(WIDTH + 1 -> WIDTH + 1), Elu(alpha = 0.75) },
        Residual { second: Dense(HALF + 2), Silu, Dense(HALF + 2 -> WIDTH + 1, bias = false), HardTanh },
        Residual { Dense(WIDTH + 1 -> HALF), Softplus, Dense(WIDTH + 1, bias = false), Gelu(approximate = "tanh") },
        Residual { Dense(WIDTH + 1 -> WIDTH - 5, bias = false), LogSoftmax, Dense(WIDTH - 5 -> WIDTH + 1), HardSigmoid },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net175 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Identity,
        Flatten,
        Dense(12 -> WIDTH - 5),
        Step,
        Dense(HALF),
        Relu,
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net176 {
        input: [6],
        Dense(11),
        Tanh,
        first: Dense(11 -> 12, bias = false),
        Gelu,
        second: Dense(6),
        LeakyRelu(slope = 0.2),
        Repeat(2) { Residual { Dense(6), Sigmoid } },
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net177 {
        input: [3],
        Residual { Dense(3 -> 3, bias = false), Softmax },
        Residual { first: Dense(3 -> 3, bias = false), Elu(alpha = 0.75) },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net178 {
        input: [3],
        first: Dense(3 -> 6, bias = false),
        Silu,
        Dense(6 -> 6),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net179 {
        input: [10],
        first: Dense(10),
        HardTanh,
        Dense(1),
        Softplus,
        second: Dense(1 -> 2),
        Gelu(approximate = "tanh"),
        Dense(3),
        LogSoftmax,
        Dense(3 -> 2, bias = false),
        HardSigmoid,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net180 {
        input: [2, 2, 2],
        Identity,
        Flatten,
        first: Dense(3),
        Step,
        Repeat(3) { Dense(3, bias = false), Relu },
        Residual { Dense(3), Tanh, Dense(3 -> 3), Gelu },
        Residual { Dense(3, bias = false), LeakyRelu(slope = 0.2) },
        Dense(3 -> 9),
        Sigmoid,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net181 {
        input: [11],
        first: Dense(11 -> 10),
        Softmax,
        Residual { Dense(10 -> 4), Dense(10), Elu(alpha = 0.75) },
        second: Dense(6),
        Silu,
        Dense(12),
        HardTanh,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net182 {
        input: [2],
        Residual { Dense(4), Softplus, Dense(4 -> 2), Gelu(approximate = "tanh") },
        Dense(12),
        Net055,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net183 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Flatten,
        Dense(WIDTH + 2, bias = false),
        LogSoftmax,
        first: Dense(WIDTH - 5),
        HardSigmoid,
        Dense(WIDTH - 5 -> WIDTH - 4),
        Identity,
        Net044,
        Dense(HALF + 1),
        Step,
        Dense(WIDTH + 2),
        Relu,
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net184 {
        input: [8],
        first: Dense(6),
        Tanh,
        Dense(6 -> 7),
        Gelu,
        Dense(1),
        LeakyRelu(slope = 0.2),
        Dense(7),
        Sigmoid,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net185 {
        input: [3, 1, 4],
        Residual { Elu(alpha = 0.75) },
        Flatten,
        Dense(12),
        Silu,
        first: Dense(12 -> 11),
        HardTanh,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net186 {
        input: [3],
        Dense(4),
        Dense(4 -> 5, bias = false),
        Softplus,
        Residual { first: Dense(5), Gelu(approximate = "tanh") },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net187 {
        input: [3],
        Dense(4),
        LogSoftmax,
        Dense(4 -> 12),
        HardSigmoid,
        Repeat(2) { first: Dense(12), Identity },
        Dense(8),
        Step,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net188 {
        input: [WIDTH + 3],
        Dense(WIDTH + 2, bias = false),
        Dense(WIDTH - 4),
        Relu,
        Net000,
        Residual { Dense(12 -> 12), Tanh },
        first: Dense(WIDTH - 5, bias = false),
        Dense(HALF + 2, bias = false),
        Gelu,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net189 {
        input: [2, 2, 2],
        LeakyRelu(slope = 0.2),
        Flatten,
        first: Dense(6),
        Sigmoid,
        Repeat(3) { Dense(6), Softmax },
        second: Dense(6 -> 2, bias = false),
        Elu(alpha = 0.75),
        Repeat(3) { hidden: Dense(2, bias = false), Silu },
        Dense(12),
        encoder: Dense(8),
        HardTanh,
        Residual { fc: Dense(6, bias = false), Softplus, head: Dense(8), Gelu(approximate = "tanh") },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net190 {
        input: [WIDTH + 2],
        Dense(WIDTH + 1),
        Residual { Dense(WIDTH + 1), LogSoftmax },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net191 {
        input: [3],
        first: Dense(5),
        HardSigmoid,
        second: Dense(5 -> 6),
        Identity,
        Dense(9, bias = false),
        Step,
        Dense(9),
        Relu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net192 {
        input: [11],
        Dense(12),
        Tanh,
        Repeat(2) { Dense(12, bias = false), Gelu },
        Dense(11),
        LeakyRelu(slope = 0.2),
        Repeat(2) { first: Dense(11), Sigmoid },
        second: Dense(7),
        Softmax,
        Dense(7 -> 4, bias = false),
        Residual { Dense(2, bias = false), Elu(alpha = 0.75), Dense(4, bias = false), Silu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net193 {
        input: [HALF + 2],
        first: Dense(HALF + 2 -> HALF),
        Dense(HALF -> WIDTH + 5),
        Residual { second: Dense(WIDTH + 5 -> WIDTH + 5), HardTanh },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net194 {
        input: [8],
        Dense(11),
        Repeat(3) { Dense(11), Softplus },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net195 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Flatten,
        Dense(HALF + 2),
        Gelu(approximate = "tanh"),
        first: Dense(HALF + 2 -> WIDTH + 2, bias = false),
        Dense(WIDTH + 5),
        LogSoftmax,
        Dense(WIDTH + 5 -> WIDTH + 5),
        HardSigmoid,
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net196 {
        input: [4],
        Residual { first: Dense(4, bias = false) },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net197 {
        input: [WIDTH + 2],
        Dense(WIDTH - 4),
        first: Dense(WIDTH - 4 -> WIDTH + 3),
        Dense(WIDTH + 3 -> WIDTH + 3),
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net198 {
        input: [1],
        first: Dense(8),
        Identity,
        Residual { Dense(8, bias = false), Step },
        Dense(9),
        Relu,
        second: Dense(9 -> 3, bias = false),
        Tanh,
        Dense(6),
        Gelu,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net199 {
        input: [9],
        Dense(2),
        LeakyRelu(slope = 0.2),
        Residual { first: Dense(2), Sigmoid },
        output: [2],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 200] = [
    check!(Net000, 2, 12),
    check!(Net001, 4, 9),
    check!(Net002, 8, 10),
    check!(Net003, 8, 9),
    check!(Net004, 6, 9),
    check!(Net005, 3, 8),
    check!(Net006, 8, 6),
    check!(Net007, 2, 9),
    check!(Net008, 10, 8),
    check!(Net009, 8, 2),
    check!(Net010, 3, 6),
    check!(Net011, 12, 1),
    check!(Net012, 4, 6),
    check!(Net013, 6, 6),
    check!(Net014, 12, 12),
    check!(Net015, 6, 11),
    check!(Net016, 5, 12),
    check!(Net017, 5, 8),
    check!(Net018, 12, 9),
    check!(Net019, 6, 3),
    check!(Net020, 7, 3),
    check!(Net021, 12, 5),
    check!(Net022, 6, 9),
    check!(Net023, 8, 1),
    check!(Net024, 5, 5),
    check!(Net025, 8, 5),
    check!(Net026, 5, 1),
    check!(Net027, 12, 10),
    check!(Net028, 12, 6),
    check!(Net029, 2, 8),
    check!(Net030, 6, 10),
    check!(Net031, 10, 9),
    check!(Net032, 12, 9),
    check!(Net033, 11, 6),
    check!(Net034, 8, 6),
    check!(Net035, 6, 3),
    check!(Net036, 2, 9),
    check!(Net037, 12, 6),
    check!(Net038, 1, 5),
    check!(Net039, 10, 8),
    check!(Net040, 5, 2),
    check!(Net041, 2, 8),
    check!(Net042, 6, 7),
    check!(Net043, 12, 4),
    check!(Net044, 2, 4),
    check!(Net045, 1, 11),
    check!(Net046, 6, 3),
    check!(Net047, 10, 2),
    check!(Net048, 5, 2),
    check!(Net049, 11, 11),
    check!(Net050, 7, 8),
    check!(Net051, 3, 12),
    check!(Net052, 8, 5),
    check!(Net053, 12, 10),
    check!(Net054, 11, 11),
    check!(Net055, 12, 9),
    check!(Net056, 5, 9),
    check!(Net057, 6, 6),
    check!(Net058, 4, 5),
    check!(Net059, 12, 5),
    check!(Net060, 5, 5),
    check!(Net061, 9, 4),
    check!(Net062, 12, 7),
    check!(Net063, 11, 8),
    check!(Net064, 1, 7),
    check!(Net065, 6, 1),
    check!(Net066, 8, 6),
    check!(Net067, 3, 7),
    check!(Net068, 12, 10),
    check!(Net069, 7, 3),
    check!(Net070, 7, 4),
    check!(Net071, 12, 3),
    check!(Net072, 4, 9),
    check!(Net073, 5, 10),
    check!(Net074, 10, 5),
    check!(Net075, 6, 12),
    check!(Net076, 6, 12),
    check!(Net077, 2, 2),
    check!(Net078, 4, 12),
    check!(Net079, 9, 9),
    check!(Net080, 8, 7),
    check!(Net081, 12, 4),
    check!(Net082, 6, 10),
    check!(Net083, 6, 6),
    check!(Net084, 6, 11),
    check!(Net085, 10, 5),
    check!(Net086, 3, 11),
    check!(Net087, 9, 2),
    check!(Net088, 4, 5),
    check!(Net089, 4, 4),
    check!(Net090, 6, 1),
    check!(Net091, 12, 5),
    check!(Net092, 5, 7),
    check!(Net093, 12, 1),
    check!(Net094, 12, 6),
    check!(Net095, 12, 5),
    check!(Net096, 8, 1),
    check!(Net097, 11, 3),
    check!(Net098, 6, 2),
    check!(Net099, 8, 9),
    check!(Net100, 12, 8),
    check!(Net101, 8, 8),
    check!(Net102, 11, 3),
    check!(Net103, 4, 11),
    check!(Net104, 11, 1),
    check!(Net105, 1, 7),
    check!(Net106, 9, 9),
    check!(Net107, 5, 12),
    check!(Net108, 9, 7),
    check!(Net109, 8, 7),
    check!(Net110, 2, 8),
    check!(Net111, 3, 4),
    check!(Net112, 9, 6),
    check!(Net113, 8, 4),
    check!(Net114, 2, 3),
    check!(Net115, 12, 8),
    check!(Net116, 8, 4),
    check!(Net117, 10, 7),
    check!(Net118, 11, 8),
    check!(Net119, 4, 5),
    check!(Net120, 10, 10),
    check!(Net121, 6, 6),
    check!(Net122, 10, 5),
    check!(Net123, 7, 11),
    check!(Net124, 10, 5),
    check!(Net125, 5, 7),
    check!(Net126, 12, 7),
    check!(Net127, 6, 10),
    check!(Net128, 2, 1),
    check!(Net129, 3, 2),
    check!(Net130, 10, 5),
    check!(Net131, 6, 2),
    check!(Net132, 2, 7),
    check!(Net133, 9, 1),
    check!(Net134, 11, 1),
    check!(Net135, 4, 9),
    check!(Net136, 6, 6),
    check!(Net137, 11, 1),
    check!(Net138, 6, 6),
    check!(Net139, 2, 2),
    check!(Net140, 7, 1),
    check!(Net141, 8, 12),
    check!(Net142, 2, 6),
    check!(Net143, 3, 4),
    check!(Net144, 6, 5),
    check!(Net145, 8, 8),
    check!(Net146, 11, 9),
    check!(Net147, 12, 11),
    check!(Net148, 12, 3),
    check!(Net149, 12, 1),
    check!(Net150, 8, 8),
    check!(Net151, 6, 5),
    check!(Net152, 5, 5),
    check!(Net153, 2, 2),
    check!(Net154, 11, 1),
    check!(Net155, 6, 3),
    check!(Net156, 6, 6),
    check!(Net157, 6, 9),
    check!(Net158, 5, 12),
    check!(Net159, 4, 4),
    check!(Net160, 1, 10),
    check!(Net161, 12, 11),
    check!(Net162, 8, 9),
    check!(Net163, 3, 12),
    check!(Net164, 3, 7),
    check!(Net165, 12, 6),
    check!(Net166, 6, 7),
    check!(Net167, 6, 2),
    check!(Net168, 12, 1),
    check!(Net169, 4, 12),
    check!(Net170, 12, 4),
    check!(Net171, 9, 12),
    check!(Net172, 9, 12),
    check!(Net173, 2, 2),
    check!(Net174, 6, 7),
    check!(Net175, 12, 3),
    check!(Net176, 6, 6),
    check!(Net177, 3, 3),
    check!(Net178, 3, 6),
    check!(Net179, 10, 2),
    check!(Net180, 8, 9),
    check!(Net181, 11, 12),
    check!(Net182, 2, 9),
    check!(Net183, 12, 8),
    check!(Net184, 8, 7),
    check!(Net185, 12, 11),
    check!(Net186, 3, 5),
    check!(Net187, 3, 8),
    check!(Net188, 9, 5),
    check!(Net189, 8, 8),
    check!(Net190, 8, 7),
    check!(Net191, 3, 9),
    check!(Net192, 11, 4),
    check!(Net193, 5, 11),
    check!(Net194, 8, 11),
    check!(Net195, 12, 11),
    check!(Net196, 4, 4),
    check!(Net197, 8, 9),
    check!(Net198, 1, 6),
    check!(Net199, 9, 2),
];
