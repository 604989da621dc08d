//! 200 networks drawn from seed 1 by `generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::random_networks::generator::{HALF, WIDTH};
use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Net000 {
        input: [2],
        Residual { Dense(2), Relu },
        Dense(1),
        Tanh,
        Dense(12),
        Gelu,
        Residual { first: Dense(12), LeakyRelu(slope = 0.2) },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net001 {
        input: [9],
        Dense(8),
        Sigmoid,
        Dense(9),
        Softmax,
        Dense(8),
        Elu(alpha = 0.75),
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net002 {
        input: [WIDTH + 1],
        Residual { first: Dense(HALF), Silu, Dense(HALF -> WIDTH + 1, bias = false), HardTanh },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net003 {
        input: [11],
        Residual { Dense(11 -> 11, bias = false), Softplus },
        first: Dense(3, bias = false),
        Gelu(approximate = "tanh"),
        Repeat(2) { Residual { second: Dense(3), LogSoftmax } },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net004 {
        input: [4],
        Residual { Dense(4), HardSigmoid },
        Dense(4 -> 3),
        Identity,
        Dense(9, bias = false),
        Step,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net005 {
        input: [1, 4, 3],
        Relu,
        Flatten,
        Dense(11),
        Tanh,
        Repeat(2) { Dense(11), Gelu },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net006 {
        input: [12],
        Dense(7, bias = false),
        LeakyRelu(slope = 0.2),
        Residual { Dense(7, bias = false), Sigmoid },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net007 {
        input: [5],
        Residual { Dense(5 -> 5), Softmax },
        Residual { first: Dense(5 -> 9), Elu(alpha = 0.75), second: Dense(5), Silu },
        hidden: Dense(8),
        HardTanh,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net008 {
        input: [6],
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net009 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Flatten,
        first: Dense(WIDTH - 4),
        Softplus,
        Net000,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net010 {
        input: [3],
        Residual { first: Dense(4, bias = false), Gelu(approximate = "tanh"), Dense(3), LogSoftmax },
        Dense(4),
        HardSigmoid,
        Dense(4 -> 12),
        Identity,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net011 {
        input: [4],
        Dense(10),
        Dense(3),
        Step,
        Dense(3 -> 5),
        Relu,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net012 {
        input: [7],
        first: Dense(12),
        Tanh,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net013 {
        input: [6],
        first: Dense(6, bias = false),
        Repeat(2) { Dense(6, bias = false), Gelu },
        second: Dense(6 -> 1, bias = false),
        LeakyRelu(slope = 0.2),
        Residual { Dense(1), Sigmoid },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net014 {
        input: [WIDTH + 2],
        first: Dense(HALF + 2),
        Dense(HALF + 2 -> WIDTH - 5),
        Dense(HALF + 1),
        Softmax,
        Repeat(2) { Residual { second: Dense(HALF + 1) } },
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net015 {
        input: [2 * HALF],
        Residual { first: Dense(WIDTH + 2), Elu(alpha = 0.75), Dense(WIDTH + 2 -> 2 * HALF), Silu },
        Dense(WIDTH + 2, bias = false),
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net016 {
        input: [9],
        Dense(11),
        HardTanh,
        Repeat(2) { first: Dense(11), Softplus },
        Dense(11 -> 2, bias = false),
        Gelu(approximate = "tanh"),
        Dense(1),
        LogSoftmax,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net017 {
        input: [5],
        Dense(10),
        HardSigmoid,
        Residual { Dense(9), Identity, Dense(10) },
        Dense(5),
        Step,
        Dense(9),
        Relu,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net018 {
        input: [WIDTH + 3],
        Residual { Dense(WIDTH + 3 -> 2 * HALF), Tanh, Dense(WIDTH + 3, bias = false), Gelu },
        first: Dense(WIDTH + 5),
        LeakyRelu(slope = 0.2),
        Repeat(2) { second: Dense(WIDTH + 5), Sigmoid },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net019 {
        input: [WIDTH + 1],
        Dense(WIDTH + 5),
        Softmax,
        Repeat(2) { Dense(WIDTH + 5), Elu(alpha = 0.75) },
        Residual { Dense(WIDTH + 5), Silu },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net020 {
        input: [12],
        Dense(5),
        HardTanh,
        Residual { Dense(5 -> 4), Softplus, Dense(5), Gelu(approximate = "tanh") },
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net021 {
        input: [10],
        Residual { Dense(5, bias = false), Dense(5 -> 10), HardSigmoid },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net022 {
        input: [1, 2, 3],
        Identity,
        Residual { Step },
        Flatten,
        Dense(12),
        Relu,
        first: Dense(12 -> 7),
        Repeat(3) { second: Dense(7), Tanh },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net023 {
        input: [3, 2, 2],
        Gelu,
        Flatten,
        Dense(5),
        LeakyRelu(slope = 0.2),
        first: Dense(2),
        Sigmoid,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net024 {
        input: [1, 4, 3],
        Elu(alpha = 0.75),
        Flatten,
        Residual { first: Dense(2, bias = false), Silu, second: Dense(12) },
        Dense(4),
        HardTanh,
        hidden: Dense(10),
        Softplus,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net025 {
        input: [3, 1, 4],
        Flatten,
        Dense(10),
        Gelu(approximate = "tanh"),
        Net021,
        Residual { Dense(2, bias = false), LogSoftmax, Dense(10) },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net026 {
        input: [WIDTH * 2],
        first: Dense(2 * HALF),
        HardSigmoid,
        Net008,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net027 {
        input: [5],
        Dense(5 -> 1),
        Identity,
        Dense(11),
        Step,
        Residual { Dense(11 -> 8, bias = false), Relu, first: Dense(11), Tanh },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net028 {
        input: [8],
        Residual { first: Dense(8, bias = false), Gelu },
        second: Dense(8 -> 12),
        LeakyRelu(slope = 0.2),
        Net006,
        Dense(7, bias = false),
        Sigmoid,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net029 {
        input: [1, 2, 3],
        Elu(alpha = 0.75),
        Flatten,
        first: Dense(6 -> 6, bias = false),
        Silu,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net030 {
        input: [WIDTH],
        Dense(WIDTH -> WIDTH + 3),
        HardTanh,
        Dense(WIDTH + 3 -> WIDTH - 5, bias = false),
        Softplus,
        Residual { Dense(WIDTH - 5), Gelu(approximate = "tanh") },
        Dense(HALF + 1),
        LogSoftmax,
        Dense(WIDTH + 1),
        HardSigmoid,
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net031 {
        input: [HALF],
        Dense(WIDTH - 4),
        Identity,
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net032 {
        input: [1, 4, 3],
        Step,
        Residual { Relu },
        Flatten,
        Dense(1),
        Tanh,
        first: Dense(1 -> 8),
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net033 {
        input: [1, 4, 3],
        Gelu,
        Flatten,
        first: Dense(12),
        LeakyRelu(slope = 0.2),
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net034 {
        input: [WIDTH + 3],
        first: Dense(WIDTH * 2),
        Sigmoid,
        Net006,
        Dense(7 -> WIDTH + 4),
        Softmax,
        output: [WIDTH + 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net035 {
        input: [9],
        first: Dense(9 -> 7),
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net036 {
        input: [HALF + 2],
        Residual { Dense(WIDTH - 5), Elu(alpha = 0.75), Dense(HALF + 2), Silu },
        first: Dense(HALF + 2 -> WIDTH + 1),
        HardTanh,
        second: Dense(WIDTH + 1 -> WIDTH),
        Softplus,
        Net008,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net037 {
        input: [10],
        first: Dense(6),
        Gelu(approximate = "tanh"),
        second: Dense(9, bias = false),
        Dense(9 -> 5),
        LogSoftmax,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net038 {
        input: [10],
        Residual { first: Dense(11, bias = false), second: Dense(11 -> 10), HardSigmoid },
        Residual { hidden: Dense(10, bias = false), Identity },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net039 {
        input: [10],
        first: Dense(3),
        Step,
        Dense(3 -> 11),
        Relu,
        Residual { Dense(11 -> 4), Tanh, second: Dense(11, bias = false) },
        Dense(6),
        Gelu,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net040 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Flatten,
        Dense(WIDTH + 2, bias = false),
        LeakyRelu(slope = 0.2),
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net041 {
        input: [1],
        Dense(12, bias = false),
        Sigmoid,
        Repeat(3) { Residual { Dense(12), Softmax } },
        Residual { Dense(12 -> 12), Elu(alpha = 0.75) },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net042 {
        input: [7],
        first: Dense(12, bias = false),
        Repeat(3) { Dense(12, bias = false), Silu },
        Dense(6, bias = false),
        HardTanh,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net043 {
        input: [10],
        Dense(2),
        Repeat(3) { Dense(2), Softplus },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net044 {
        input: [8],
        Dense(7),
        Gelu(approximate = "tanh"),
        Net012,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net045 {
        input: [8],
        Residual { Dense(8 -> 8), LogSoftmax },
        Residual { Dense(2, bias = false), HardSigmoid, Dense(8), Identity },
        first: Dense(8 -> 6, bias = false),
        Step,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net046 {
        input: [11],
        Dense(1, bias = false),
        Relu,
        Dense(8),
        Dense(3, bias = false),
        Tanh,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net047 {
        input: [2],
        first: Dense(11),
        Gelu,
        Dense(11 -> 8, bias = false),
        LeakyRelu(slope = 0.2),
        Dense(9),
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net048 {
        input: [HALF, WIDTH - 5, HALF + 1],
        Flatten,
        first: Dense(12 -> WIDTH),
        Sigmoid,
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net049 {
        input: [1],
        Dense(1 -> 3, bias = false),
        Softmax,
        Net031,
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net050 {
        input: [5],
        Dense(11, bias = false),
        Elu(alpha = 0.75),
        Dense(6, bias = false),
        Silu,
        Dense(6 -> 5),
        HardTanh,
        Dense(9),
        Softplus,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net051 {
        input: [2],
        Dense(9),
        first: Dense(9 -> 11, bias = false),
        Gelu(approximate = "tanh"),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net052 {
        input: [WIDTH - 4],
        Residual { Dense(WIDTH + 2, bias = false), LogSoftmax, Dense(WIDTH - 4), HardSigmoid },
        Dense(HALF + 1, bias = false),
        Identity,
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net053 {
        input: [WIDTH + 2],
        Dense(WIDTH * 2),
        Dense(WIDTH - 4),
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net054 {
        input: [2],
        Dense(12, bias = false),
        Dense(6, bias = false),
        Step,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net055 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Residual { Relu },
        Flatten,
        first: Dense(HALF + 1),
        Tanh,
        Residual { Dense(HALF + 1), Gelu },
        Dense(HALF + 1 -> HALF),
        LeakyRelu(slope = 0.2),
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net056 {
        input: [2],
        Residual { Dense(2 -> 2, bias = false), Sigmoid },
        Dense(2 -> 5),
        Softmax,
        first: Dense(4, bias = false),
        Elu(alpha = 0.75),
        Dense(2),
        Silu,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net057 {
        input: [6],
        first: Dense(4, bias = false),
        HardTanh,
        Repeat(2) { Dense(4, bias = false) },
        Residual { second: Dense(4), Softplus },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net058 {
        input: [6],
        Dense(8),
        Gelu(approximate = "tanh"),
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net059 {
        input: [2],
        Dense(6, bias = false),
        LogSoftmax,
        Net008,
        first: Dense(7),
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net060 {
        input: [2],
        first: Dense(2 -> 11, bias = false),
        HardSigmoid,
        Dense(3),
        Identity,
        Repeat(3) { Residual { second: Dense(3), Step } },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net061 {
        input: [10],
        Dense(1),
        Relu,
        Dense(10, bias = false),
        Tanh,
        Dense(10 -> 6, bias = false),
        Gelu,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net062 {
        input: [9],
        Dense(4),
        LeakyRelu(slope = 0.2),
        Residual { Dense(4), Sigmoid },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net063 {
        input: [1, 2, 3],
        Residual { Elu(alpha = 0.75) },
        Flatten,
        Dense(9),
        Silu,
        first: Dense(5),
        HardTanh,
        Residual { Dense(5), Softplus, second: Dense(5) },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net064 {
        input: [3, 1, 4],
        Residual { Gelu(approximate = "tanh") },
        Flatten,
        Dense(1),
        LogSoftmax,
        Dense(5),
        HardSigmoid,
        Dense(10),
        Identity,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net065 {
        input: [2, 2, 2],
        Step,
        Flatten,
        Dense(8 -> 1, bias = false),
        Relu,
        Repeat(3) { Dense(1), Tanh },
        Dense(10),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net066 {
        input: [2],
        first: Dense(2 -> 12),
        Gelu,
        Dense(9, bias = false),
        LeakyRelu(slope = 0.2),
        second: Dense(8),
        Sigmoid,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net067 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2),
        Softmax,
        Dense(WIDTH + 3, bias = false),
        Repeat(3) { Residual { Dense(WIDTH + 3), Elu(alpha = 0.75) } },
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net068 {
        input: [1],
        Dense(6, bias = false),
        Silu,
        Dense(2),
        HardTanh,
        Repeat(2) { Residual { Dense(2, bias = false), Softplus } },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net069 {
        input: [1, 2, 3],
        Gelu(approximate = "tanh"),
        Flatten,
        first: Dense(12),
        LogSoftmax,
        Dense(12 -> 8, bias = false),
        HardSigmoid,
        second: Dense(8 -> 10, bias = false),
        Identity,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net070 {
        input: [HALF + 2],
        Dense(WIDTH + 4),
        Step,
        Dense(WIDTH - 4),
        first: Dense(WIDTH - 4 -> WIDTH + 1),
        Relu,
        Residual { Dense(WIDTH + 1) },
        Residual { Dense(WIDTH + 1), Tanh },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net071 {
        input: [WIDTH],
        first: Dense(HALF + 2),
        Gelu,
        second: Dense(HALF + 2 -> WIDTH - 5),
        LeakyRelu(slope = 0.2),
        Dense(WIDTH + 1),
        Sigmoid,
        Dense(HALF + 1),
        Softmax,
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net072 {
        input: [10],
        Dense(10 -> 2),
        Elu(alpha = 0.75),
        Dense(9),
        Silu,
        Dense(6),
        HardTanh,
        Dense(10, bias = false),
        Softplus,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net073 {
        input: [6],
        first: Dense(1, bias = false),
        Gelu(approximate = "tanh"),
        Dense(1 -> 1),
        LogSoftmax,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net074 {
        input: [11],
        Dense(8, bias = false),
        HardSigmoid,
        Dense(3),
        Identity,
        Dense(9),
        Dense(12),
        Step,
        Residual { Dense(12), Relu },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net075 {
        input: [9],
        first: Dense(10, bias = false),
        Tanh,
        Repeat(3) { Residual { Dense(10), Gelu } },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net076 {
        input: [12],
        first: Dense(10),
        LeakyRelu(slope = 0.2),
        Repeat(3) { Dense(10) },
        Dense(11, bias = false),
        Sigmoid,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net077 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Residual { Elu(alpha = 0.75) },
        Flatten,
        Dense(WIDTH - 5),
        Silu,
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net078 {
        input: [2, 2, 2],
        HardTanh,
        Flatten,
        Dense(8 -> 3, bias = false),
        Softplus,
        Dense(9),
        Dense(5, bias = false),
        Gelu(approximate = "tanh"),
        Dense(7),
        LogSoftmax,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net079 {
        input: [WIDTH + 5],
        first: Dense(WIDTH + 5 -> WIDTH + 4, bias = false),
        Repeat(2) { Residual { Dense(WIDTH + 4, bias = false), HardSigmoid } },
        second: Dense(WIDTH + 4 -> HALF),
        Identity,
        hidden: Dense(HALF -> WIDTH + 3),
        Step,
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net080 {
        input: [WIDTH - 5, HALF + 1, HALF],
        Relu,
        Residual { Tanh },
        Flatten,
        Dense(12 -> WIDTH + 3),
        Gelu,
        Repeat(3) { Residual { Dense(WIDTH + 3), LeakyRelu(slope = 0.2) } },
        first: Dense(HALF + 2),
        Sigmoid,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net081 {
        input: [WIDTH + 4],
        Dense(WIDTH + 4 -> HALF + 2),
        Softmax,
        Dense(HALF + 1, bias = false),
        Elu(alpha = 0.75),
        first: Dense(HALF + 1),
        Silu,
        second: Dense(WIDTH - 4, bias = false),
        HardTanh,
        hidden: Dense(WIDTH),
        Softplus,
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net082 {
        input: [11],
        first: Dense(11 -> 2),
        Gelu(approximate = "tanh"),
        Repeat(2) { Residual { second: Dense(2), LogSoftmax } },
        hidden: Dense(6),
        Net008,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net083 {
        input: [HALF],
        Dense(WIDTH - 4),
        HardSigmoid,
        first: Dense(HALF + 2),
        Identity,
        Dense(HALF + 2 -> HALF, bias = false),
        Step,
        Dense(WIDTH + 4),
        Relu,
        second: Dense(HALF + 1),
        Tanh,
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net084 {
        input: [2 * HALF],
        Dense(2 * HALF -> WIDTH + 4, bias = false),
        Gelu,
        Residual { Dense(WIDTH + 4 -> WIDTH + 4, bias = false), LeakyRelu(slope = 0.2) },
        Residual { Dense(WIDTH + 4) },
        output: [WIDTH + 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net085 {
        input: [7],
        Dense(4, bias = false),
        Sigmoid,
        first: Dense(4 -> 12),
        Softmax,
        second: Dense(1),
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net086 {
        input: [12],
        first: Dense(10),
        Elu(alpha = 0.75),
        Repeat(2) { Residual { Dense(10, bias = false), Silu } },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net087 {
        input: [1, 2, 3],
        HardTanh,
        Flatten,
        Residual { Dense(6 -> 11), Softplus, Dense(11 -> 6), Gelu(approximate = "tanh") },
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net088 {
        input: [11],
        Residual { Dense(11 -> 1, bias = false), LogSoftmax, first: Dense(11, bias = false), HardSigmoid },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net089 {
        input: [HALF + 1],
        first: Dense(HALF),
        Repeat(2) { second: Dense(HALF) },
        Dense(HALF + 2),
        Identity,
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net090 {
        input: [9],
        Dense(3),
        Step,
        Repeat(2) { Residual { Dense(3), Relu } },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net091 {
        input: [3],
        Dense(6, bias = false),
        Tanh,
        Dense(11),
        Gelu,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net092 {
        input: [2],
        Residual { Dense(6), LeakyRelu(slope = 0.2), Dense(6 -> 2), Sigmoid },
        Dense(5, bias = false),
        Softmax,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net093 {
        input: [3, 1, 4],
        Elu(alpha = 0.75),
        Flatten,
        Dense(11, bias = false),
        Silu,
        Net046,
        Residual { Dense(3, bias = false), HardTanh },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net094 {
        input: [WIDTH + 2],
        Residual { Dense(WIDTH + 2 -> WIDTH + 2), Softplus },
        Residual { Dense(WIDTH + 2), Gelu(approximate = "tanh") },
        Residual { Dense(WIDTH + 2), LogSoftmax },
        Dense(HALF),
        HardSigmoid,
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net095 {
        input: [1, 2, 3],
        Identity,
        Flatten,
        Residual { Dense(5), Step, Dense(6), Relu },
        Dense(10),
        Tanh,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net096 {
        input: [HALF + 2],
        Dense(WIDTH * 2),
        Gelu,
        Repeat(3) { first: Dense(WIDTH * 2), LeakyRelu(slope = 0.2) },
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net097 {
        input: [6],
        first: Dense(6 -> 1),
        Sigmoid,
        second: Dense(2),
        Dense(7, bias = false),
        Softmax,
        Dense(7 -> 12, bias = false),
        Elu(alpha = 0.75),
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net098 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Silu,
        Flatten,
        Dense(8 -> WIDTH + 1),
        Residual { Dense(WIDTH + 1 -> WIDTH + 1), HardTanh },
        Dense(WIDTH + 1 -> WIDTH + 2, bias = false),
        Softplus,
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net099 {
        input: [2, 2, 2],
        Gelu(approximate = "tanh"),
        Flatten,
        Residual { Dense(8 -> 8), LogSoftmax },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net100 {
        input: [11],
        Dense(11 -> 4),
        HardSigmoid,
        Net004,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net101 {
        input: [5],
        first: Dense(10, bias = false),
        Identity,
        Dense(10 -> 6),
        Step,
        Net058,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net102 {
        input: [2],
        Residual { first: Dense(2), Relu },
        Dense(1),
        Tanh,
        Dense(5),
        second: Dense(11, bias = false),
        Gelu,
        Residual { Dense(11), LeakyRelu(slope = 0.2) },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net103 {
        input: [2, 3, 1],
        Flatten,
        Residual { Dense(3, bias = false), Sigmoid, Dense(6), Softmax },
        Dense(6 -> 9),
        Elu(alpha = 0.75),
        Net035,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net104 {
        input: [3, 1, 4],
        Residual { Silu },
        Flatten,
        Dense(11),
        Repeat(3) { first: Dense(11), HardTanh },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net105 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Residual { Softplus },
        Flatten,
        Dense(12 -> WIDTH + 2),
        Gelu(approximate = "tanh"),
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net106 {
        input: [WIDTH - 5],
        Residual { Dense(WIDTH - 5 -> WIDTH + 1), LogSoftmax, Dense(WIDTH + 1 -> WIDTH - 5), HardSigmoid },
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net107 {
        input: [12],
        first: Dense(9, bias = false),
        Identity,
        Dense(12),
        Step,
        Repeat(2) { Dense(12), Relu },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net108 {
        input: [4],
        Dense(4 -> 2),
        Tanh,
        Dense(2 -> 4),
        Gelu,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net109 {
        input: [10],
        Dense(12, bias = false),
        LeakyRelu(slope = 0.2),
        first: Dense(12 -> 8),
        Sigmoid,
        second: Dense(8 -> 12, bias = false),
        Softmax,
        Net006,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net110 {
        input: [2, 3, 1],
        Elu(alpha = 0.75),
        Flatten,
        first: Dense(5, bias = false),
        Silu,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net111 {
        input: [3],
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net112 {
        input: [10],
        Dense(10 -> 6),
        HardTanh,
        Dense(4, bias = false),
        Softplus,
        first: Dense(1),
        Gelu(approximate = "tanh"),
        Repeat(2) { second: Dense(1, bias = false), LogSoftmax },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net113 {
        input: [12],
        first: Dense(4),
        HardSigmoid,
        Residual { Dense(4 -> 4), Identity },
        Residual { Dense(4 -> 4) },
        second: Dense(1),
        Step,
        Residual { hidden: Dense(1), Relu },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net114 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2 -> WIDTH + 2),
        Tanh,
        Residual { Dense(WIDTH + 2 -> WIDTH + 2) },
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net115 {
        input: [2 * HALF],
        Dense(2 * HALF -> HALF),
        Gelu,
        Repeat(2) { first: Dense(HALF, bias = false), LeakyRelu(slope = 0.2) },
        Dense(HALF + 1),
        Dense(2 * HALF),
        Sigmoid,
        output: [2 * HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net116 {
        input: [12],
        Residual { Dense(12), Softmax },
        Residual { first: Dense(12 -> 12), Elu(alpha = 0.75) },
        second: Dense(12 -> 4),
        Silu,
        hidden: Dense(3, bias = false),
        HardTanh,
        Residual { Dense(3), Softplus },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net117 {
        input: [6],
        Dense(10, bias = false),
        Gelu(approximate = "tanh"),
        first: Dense(1),
        LogSoftmax,
        Repeat(3) { Residual { second: Dense(1, bias = false), HardSigmoid } },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net118 {
        input: [3],
        Residual { Dense(3), Identity },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net119 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Flatten,
        Dense(WIDTH + 5),
        Step,
        first: Dense(HALF + 1),
        Relu,
        Dense(WIDTH * 2),
        Tanh,
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net120 {
        input: [3],
        first: Dense(1),
        Gelu,
        second: Dense(1 -> 9),
        LeakyRelu(slope = 0.2),
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net121 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Sigmoid,
        Flatten,
        Dense(WIDTH),
        Softmax,
        Dense(HALF + 2),
        Dense(HALF + 2 -> WIDTH * 2),
        Elu(alpha = 0.75),
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net122 {
        input: [4],
        Residual { first: Dense(5), Silu, Dense(4), HardTanh },
        Dense(11),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net123 {
        input: [7],
        Dense(4),
        Softplus,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net124 {
        input: [WIDTH + 4],
        Dense(WIDTH + 4 -> WIDTH - 4),
        Gelu(approximate = "tanh"),
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net125 {
        input: [HALF, WIDTH - 5, HALF + 1],
        HardSigmoid,
        Residual { Identity },
        Flatten,
        Dense(12 -> HALF + 1),
        Step,
        output: [HALF + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net126 {
        input: [3],
        Dense(3 -> 9),
        Relu,
        first: Dense(7),
        Repeat(2) { second: Dense(7), Tanh },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net127 {
        input: [8],
        Dense(5, bias = false),
        Gelu,
        first: Dense(7),
        LeakyRelu(slope = 0.2),
        Dense(1, bias = false),
        Sigmoid,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net128 {
        input: [3, 2, 2],
        Elu(alpha = 0.75),
        Flatten,
        first: Dense(12 -> 8),
        Silu,
        Residual { second: Dense(8), HardTanh },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net129 {
        input: [10],
        Dense(10 -> 10, bias = false),
        Softplus,
        Dense(10, bias = false),
        Gelu(approximate = "tanh"),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net130 {
        input: [5],
        Dense(5 -> 4),
        LogSoftmax,
        Dense(4 -> 2),
        HardSigmoid,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net131 {
        input: [HALF],
        first: Dense(WIDTH - 5),
        Identity,
        output: [WIDTH - 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net132 {
        input: [1],
        Dense(1 -> 7, bias = false),
        Step,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net133 {
        input: [WIDTH + 3],
        first: Dense(WIDTH + 2),
        Relu,
        Repeat(3) { second: Dense(WIDTH + 2), Tanh },
        Dense(WIDTH + 1),
        Gelu,
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net134 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        LeakyRelu(slope = 0.2),
        Flatten,
        first: Dense(WIDTH + 5),
        Sigmoid,
        second: Dense(WIDTH + 5 -> WIDTH + 5),
        Softmax,
        Repeat(3) { hidden: Dense(WIDTH + 5, bias = false), Elu(alpha = 0.75) },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net135 {
        input: [WIDTH + 3],
        Dense(WIDTH + 3 -> WIDTH * 2, bias = false),
        Silu,
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net136 {
        input: [3],
        Dense(12, bias = false),
        HardTanh,
        Residual { Dense(12), Softplus },
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net137 {
        input: [9],
        Residual { Dense(9 -> 9), Gelu(approximate = "tanh") },
        first: Dense(10),
        second: Dense(10 -> 5),
        LogSoftmax,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net138 {
        input: [1],
        Dense(1 -> 9),
        HardSigmoid,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net139 {
        input: [1, 2, 3],
        Residual { Identity },
        Flatten,
        first: Dense(6 -> 6),
        Step,
        second: Dense(6 -> 3, bias = false),
        Net136,
        output: [12],
    }
}

network! {
    #[derive(Clone)]
    struct Net140 {
        input: [11],
        Dense(5),
        Relu,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net141 {
        input: [2, 2, 2],
        Flatten,
        Dense(8 -> 2, bias = false),
        Dense(8),
        Tanh,
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net142 {
        input: [HALF, WIDTH - 4, WIDTH - 4],
        Flatten,
        first: Dense(WIDTH * 2),
        Gelu,
        second: Dense(HALF + 2),
        LeakyRelu(slope = 0.2),
        Dense(HALF + 2 -> WIDTH + 1),
        Sigmoid,
        Repeat(2) { Residual { Dense(WIDTH + 1) } },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net143 {
        input: [4],
        Residual { Dense(4), Softmax },
        Dense(6),
        Dense(6 -> 8),
        Elu(alpha = 0.75),
        first: Dense(8 -> 4, bias = false),
        Silu,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net144 {
        input: [1, 4, 3],
        HardTanh,
        Flatten,
        Dense(12 -> 4),
        Softplus,
        Dense(4, bias = false),
        Gelu(approximate = "tanh"),
        Residual { Dense(4), LogSoftmax },
        Dense(6),
        HardSigmoid,
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net145 {
        input: [11],
        first: Dense(3),
        Identity,
        second: Dense(3 -> 11, bias = false),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net146 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Step,
        Flatten,
        Residual { Dense(WIDTH * 2), Relu, Dense(WIDTH * 2 -> 8), Tanh },
        first: Dense(WIDTH + 2),
        Gelu,
        Net053,
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net147 {
        input: [7],
        Dense(6),
        LeakyRelu(slope = 0.2),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net148 {
        input: [4],
        Dense(2),
        Sigmoid,
        first: Dense(7, bias = false),
        Softmax,
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net149 {
        input: [2, 2, 2],
        Elu(alpha = 0.75),
        Residual { Silu },
        Flatten,
        Dense(8 -> 11),
        HardTanh,
        Residual { Dense(11, bias = false), Softplus },
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net150 {
        input: [WIDTH * 2],
        Residual { Dense(WIDTH + 3), Gelu(approximate = "tanh"), first: Dense(WIDTH + 3 -> WIDTH * 2, bias = false), LogSoftmax },
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net151 {
        input: [WIDTH + 3],
        Residual { Dense(WIDTH * 2), HardSigmoid, Dense(WIDTH + 3), Identity },
        Dense(HALF),
        Step,
        Residual { Dense(HALF), Relu },
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net152 {
        input: [WIDTH - 5, HALF + 1, HALF],
        Flatten,
        Dense(12 -> WIDTH + 4),
        Tanh,
        Residual { Dense(WIDTH + 4) },
        output: [WIDTH + 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net153 {
        input: [4],
        first: Dense(11),
        Gelu,
        Dense(5),
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net154 {
        input: [2, 3, 1],
        Flatten,
        Dense(4, bias = false),
        LeakyRelu(slope = 0.2),
        Residual { first: Dense(4, bias = false), Sigmoid },
        Dense(11),
        Softmax,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net155 {
        input: [12],
        Residual { Dense(12), Elu(alpha = 0.75) },
        first: Dense(2, bias = false),
        Silu,
        Dense(2 -> 5),
        HardTanh,
        Repeat(2) { Residual { second: Dense(5), Softplus } },
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net156 {
        input: [10],
        Dense(11),
        Dense(1),
        Gelu(approximate = "tanh"),
        Dense(1 -> 2),
        LogSoftmax,
        Dense(2 -> 10),
        HardSigmoid,
        Dense(5),
        Identity,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net157 {
        input: [7],
        Dense(7 -> 11, bias = false),
        Step,
        first: Dense(11 -> 10),
        Relu,
        Repeat(3) { Dense(10, bias = false), Tanh },
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net158 {
        input: [1],
        Dense(1 -> 1, bias = false),
        Gelu,
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net159 {
        input: [1],
        Dense(7),
        LeakyRelu(slope = 0.2),
        Residual { Dense(7), Sigmoid },
        first: Dense(7 -> 3),
        Softmax,
        Net031,
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net160 {
        input: [11],
        Dense(11),
        Elu(alpha = 0.75),
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net161 {
        input: [10],
        first: Dense(4),
        Silu,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net162 {
        input: [3],
        first: Dense(7),
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net163 {
        input: [1, 4, 3],
        Flatten,
        Residual { Dense(12 -> 12, bias = false), HardTanh },
        Dense(12 -> 4),
        Softplus,
        Dense(4 -> 8),
        Gelu(approximate = "tanh"),
        Dense(8 -> 6),
        LogSoftmax,
        first: Dense(3),
        HardSigmoid,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net164 {
        input: [HALF + 1],
        Dense(WIDTH - 4),
        first: Dense(WIDTH + 5),
        Identity,
        Dense(WIDTH + 5 -> WIDTH * 2),
        Repeat(2) { Dense(WIDTH * 2), Step },
        output: [WIDTH * 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net165 {
        input: [WIDTH],
        Residual { Dense(WIDTH + 3, bias = false), first: Dense(WIDTH) },
        Residual { Dense(WIDTH -> WIDTH), Relu },
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net166 {
        input: [WIDTH + 3],
        first: Dense(WIDTH + 3 -> HALF + 1),
        Tanh,
        Residual { Dense(HALF + 1 -> HALF + 1, bias = false), Gelu },
        second: Dense(WIDTH + 5, bias = false),
        LeakyRelu(slope = 0.2),
        Net160,
        Dense(11 -> WIDTH + 4),
        Sigmoid,
        output: [WIDTH + 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net167 {
        input: [4],
        Dense(5),
        Softmax,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net168 {
        input: [WIDTH * 2],
        Dense(HALF),
        Elu(alpha = 0.75),
        Dense(WIDTH + 5),
        Residual { Dense(WIDTH * 2), Dense(WIDTH * 2 -> WIDTH + 5), Silu },
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net169 {
        input: [4],
        Residual { Dense(4) },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net170 {
        input: [1, 4, 3],
        Flatten,
        Dense(3, bias = false),
        HardTanh,
        Repeat(2) { Dense(3), Softplus },
        Residual { Dense(3), Gelu(approximate = "tanh") },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Net171 {
        input: [3],
        Dense(7),
        LogSoftmax,
        Net123,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net172 {
        input: [6],
        Dense(10),
        HardSigmoid,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net173 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Residual { Identity },
        Flatten,
        Dense(6 -> WIDTH + 5),
        first: Dense(HALF, bias = false),
        Step,
        output: [HALF],
    }
}

network! {
    #[derive(Clone)]
    struct Net174 {
        input: [7],
        Residual { Dense(7 -> 5, bias = false), Relu, Dense(5 -> 7) },
        output: [7],
    }
}

network! {
    #[derive(Clone)]
    struct Net175 {
        input: [3, 2, 2],
        Flatten,
        Dense(4),
        Tanh,
        Net167,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net176 {
        input: [WIDTH * 2],
        Dense(WIDTH * 2 -> WIDTH * 2),
        Gelu,
        first: Dense(WIDTH * 2 -> WIDTH * 2, bias = false),
        LeakyRelu(slope = 0.2),
        second: Dense(WIDTH * 2 -> WIDTH + 2),
        Sigmoid,
        output: [WIDTH + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net177 {
        input: [12],
        Dense(1),
        Dense(10),
        Softmax,
        Net021,
        first: Dense(5),
        Elu(alpha = 0.75),
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net178 {
        input: [8],
        Dense(8 -> 2),
        Silu,
        Dense(6),
        HardTanh,
        Residual { Dense(6, bias = false), Softplus },
        Dense(6),
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net179 {
        input: [1],
        first: Dense(1),
        Gelu(approximate = "tanh"),
        Dense(1 -> 1),
        Dense(11),
        LogSoftmax,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net180 {
        input: [9],
        first: Dense(3),
        HardSigmoid,
        Net091,
        output: [11],
    }
}

network! {
    #[derive(Clone)]
    struct Net181 {
        input: [WIDTH - 4, WIDTH - 4, WIDTH - 4],
        Identity,
        Flatten,
        Dense(WIDTH + 5),
        output: [WIDTH + 5],
    }
}

network! {
    #[derive(Clone)]
    struct Net182 {
        input: [WIDTH + 3],
        Dense(WIDTH - 4),
        Step,
        Repeat(2) { Residual { Dense(WIDTH - 4), Relu } },
        output: [WIDTH - 4],
    }
}

network! {
    #[derive(Clone)]
    struct Net183 {
        input: [2, 2, 2],
        Tanh,
        Flatten,
        Dense(8, bias = false),
        Gelu,
        Repeat(2) { Residual { first: Dense(8), LeakyRelu(slope = 0.2) } },
        output: [8],
    }
}

network! {
    #[derive(Clone)]
    struct Net184 {
        input: [1],
        first: Dense(1 -> 5),
        Sigmoid,
        output: [5],
    }
}

network! {
    #[derive(Clone)]
    struct Net185 {
        input: [4],
        Residual { Dense(4 -> 4, bias = false), Softmax },
        first: Dense(8),
        Elu(alpha = 0.75),
        Dense(8 -> 8),
        Silu,
        Dense(2),
        HardTanh,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net186 {
        input: [11],
        first: Dense(11 -> 1),
        Softplus,
        Repeat(2) { Residual { second: Dense(1, bias = false) } },
        output: [1],
    }
}

network! {
    #[derive(Clone)]
    struct Net187 {
        input: [3, 1, 4],
        Gelu(approximate = "tanh"),
        Residual { HardSigmoid },
        Flatten,
        Dense(7),
        Identity,
        Dense(9, bias = false),
        Step,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net188 {
        input: [WIDTH + 1],
        Residual { first: Dense(HALF), Relu, second: Dense(HALF -> WIDTH + 1), Tanh },
        Residual { Dense(WIDTH + 1 -> WIDTH + 1) },
        output: [WIDTH + 1],
    }
}

network! {
    #[derive(Clone)]
    struct Net189 {
        input: [4],
        Residual { Dense(7), Gelu, first: Dense(7 -> 4), LeakyRelu(slope = 0.2) },
        second: Dense(9, bias = false),
        Sigmoid,
        output: [9],
    }
}

network! {
    #[derive(Clone)]
    struct Net190 {
        input: [3],
        Dense(3 -> 2),
        Residual { Dense(2), Softmax },
        Dense(2),
        Elu(alpha = 0.75),
        Repeat(2) { Dense(2), Silu },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net191 {
        input: [HALF + 2],
        Residual { Dense(WIDTH * 2), Dense(HALF + 2), HardTanh },
        output: [HALF + 2],
    }
}

network! {
    #[derive(Clone)]
    struct Net192 {
        input: [8],
        Dense(10, bias = false),
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net193 {
        input: [1, 4, 3],
        Softplus,
        Residual { Gelu(approximate = "tanh") },
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Net194 {
        input: [HALF + 2],
        Dense(WIDTH + 3),
        HardSigmoid,
        Residual { Dense(WIDTH + 3, bias = false) },
        output: [WIDTH + 3],
    }
}

network! {
    #[derive(Clone)]
    struct Net195 {
        input: [10],
        Dense(12),
        Identity,
        first: Dense(11),
        Step,
        Dense(10),
        Relu,
        output: [10],
    }
}

network! {
    #[derive(Clone)]
    struct Net196 {
        input: [5],
        Residual { first: Dense(9), Tanh, second: Dense(9 -> 5, bias = false), Gelu },
        Dense(4, bias = false),
        LeakyRelu(slope = 0.2),
        hidden: Dense(2, bias = false),
        Sigmoid,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Net197 {
        input: [WIDTH - 4, HALF, WIDTH - 5],
        Residual { Elu(alpha = 0.75) },
        Flatten,
        Dense(WIDTH),
        Silu,
        output: [WIDTH],
    }
}

network! {
    #[derive(Clone)]
    struct Net198 {
        input: [2, 3, 1],
        Flatten,
        Residual { Dense(6), HardTanh },
        output: [6],
    }
}

network! {
    #[derive(Clone)]
    struct Net199 {
        input: [1, 2, 3],
        Flatten,
        first: Dense(9),
        Softplus,
        Repeat(3) { Dense(9), Gelu(approximate = "tanh") },
        output: [9],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 200] = [
    check!(Net000, 2, 12),
    check!(Net001, 9, 8),
    check!(Net002, 7, 7),
    check!(Net003, 11, 3),
    check!(Net004, 4, 9),
    check!(Net005, 12, 11),
    check!(Net006, 12, 7),
    check!(Net007, 5, 8),
    check!(Net008, 6, 2),
    check!(Net009, 6, 12),
    check!(Net010, 3, 12),
    check!(Net011, 4, 5),
    check!(Net012, 7, 12),
    check!(Net013, 6, 1),
    check!(Net014, 8, 4),
    check!(Net015, 6, 8),
    check!(Net016, 9, 1),
    check!(Net017, 5, 9),
    check!(Net018, 9, 11),
    check!(Net019, 7, 11),
    check!(Net020, 12, 3),
    check!(Net021, 10, 10),
    check!(Net022, 6, 7),
    check!(Net023, 12, 2),
    check!(Net024, 12, 10),
    check!(Net025, 12, 10),
    check!(Net026, 12, 2),
    check!(Net027, 5, 11),
    check!(Net028, 8, 7),
    check!(Net029, 6, 6),
    check!(Net030, 6, 7),
    check!(Net031, 3, 2),
    check!(Net032, 12, 8),
    check!(Net033, 12, 12),
    check!(Net034, 9, 10),
    check!(Net035, 9, 7),
    check!(Net036, 5, 2),
    check!(Net037, 10, 5),
    check!(Net038, 10, 10),
    check!(Net039, 10, 6),
    check!(Net040, 6, 8),
    check!(Net041, 1, 12),
    check!(Net042, 7, 6),
    check!(Net043, 10, 2),
    check!(Net044, 8, 12),
    check!(Net045, 8, 6),
    check!(Net046, 11, 3),
    check!(Net047, 2, 9),
    check!(Net048, 12, 6),
    check!(Net049, 1, 2),
    check!(Net050, 5, 9),
    check!(Net051, 2, 11),
    check!(Net052, 2, 4),
    check!(Net053, 8, 2),
    check!(Net054, 2, 6),
    check!(Net055, 8, 3),
    check!(Net056, 2, 2),
    check!(Net057, 6, 4),
    check!(Net058, 6, 8),
    check!(Net059, 2, 7),
    check!(Net060, 2, 3),
    check!(Net061, 10, 6),
    check!(Net062, 9, 4),
    check!(Net063, 6, 5),
    check!(Net064, 12, 10),
    check!(Net065, 8, 10),
    check!(Net066, 2, 8),
    check!(Net067, 12, 9),
    check!(Net068, 1, 2),
    check!(Net069, 6, 10),
    check!(Net070, 5, 7),
    check!(Net071, 6, 4),
    check!(Net072, 10, 10),
    check!(Net073, 6, 1),
    check!(Net074, 11, 12),
    check!(Net075, 9, 10),
    check!(Net076, 12, 11),
    check!(Net077, 6, 1),
    check!(Net078, 8, 7),
    check!(Net079, 11, 9),
    check!(Net080, 12, 5),
    check!(Net081, 10, 6),
    check!(Net082, 11, 2),
    check!(Net083, 3, 4),
    check!(Net084, 6, 10),
    check!(Net085, 7, 1),
    check!(Net086, 12, 10),
    check!(Net087, 6, 6),
    check!(Net088, 11, 11),
    check!(Net089, 4, 5),
    check!(Net090, 9, 3),
    check!(Net091, 3, 11),
    check!(Net092, 2, 5),
    check!(Net093, 12, 3),
    check!(Net094, 8, 3),
    check!(Net095, 6, 10),
    check!(Net096, 5, 12),
    check!(Net097, 6, 12),
    check!(Net098, 8, 8),
    check!(Net099, 8, 8),
    check!(Net100, 11, 9),
    check!(Net101, 5, 8),
    check!(Net102, 2, 11),
    check!(Net103, 6, 7),
    check!(Net104, 12, 11),
    check!(Net105, 12, 8),
    check!(Net106, 1, 1),
    check!(Net107, 12, 12),
    check!(Net108, 4, 4),
    check!(Net109, 10, 7),
    check!(Net110, 6, 5),
    check!(Net111, 3, 4),
    check!(Net112, 10, 1),
    check!(Net113, 12, 1),
    check!(Net114, 12, 8),
    check!(Net115, 6, 6),
    check!(Net116, 12, 3),
    check!(Net117, 6, 1),
    check!(Net118, 3, 3),
    check!(Net119, 6, 12),
    check!(Net120, 3, 9),
    check!(Net121, 6, 12),
    check!(Net122, 4, 11),
    check!(Net123, 7, 4),
    check!(Net124, 10, 2),
    check!(Net125, 12, 4),
    check!(Net126, 3, 7),
    check!(Net127, 8, 1),
    check!(Net128, 12, 8),
    check!(Net129, 10, 10),
    check!(Net130, 5, 2),
    check!(Net131, 3, 1),
    check!(Net132, 1, 7),
    check!(Net133, 9, 7),
    check!(Net134, 6, 11),
    check!(Net135, 9, 12),
    check!(Net136, 3, 12),
    check!(Net137, 9, 5),
    check!(Net138, 1, 9),
    check!(Net139, 6, 12),
    check!(Net140, 11, 5),
    check!(Net141, 8, 8),
    check!(Net142, 12, 7),
    check!(Net143, 4, 4),
    check!(Net144, 12, 6),
    check!(Net145, 11, 11),
    check!(Net146, 8, 2),
    check!(Net147, 7, 6),
    check!(Net148, 4, 7),
    check!(Net149, 8, 11),
    check!(Net150, 12, 12),
    check!(Net151, 9, 3),
    check!(Net152, 12, 10),
    check!(Net153, 4, 5),
    check!(Net154, 6, 11),
    check!(Net155, 12, 5),
    check!(Net156, 10, 5),
    check!(Net157, 7, 10),
    check!(Net158, 1, 1),
    check!(Net159, 1, 2),
    check!(Net160, 11, 11),
    check!(Net161, 10, 4),
    check!(Net162, 3, 7),
    check!(Net163, 12, 3),
    check!(Net164, 4, 12),
    check!(Net165, 6, 6),
    check!(Net166, 9, 10),
    check!(Net167, 4, 5),
    check!(Net168, 12, 11),
    check!(Net169, 4, 4),
    check!(Net170, 12, 3),
    check!(Net171, 3, 4),
    check!(Net172, 6, 10),
    check!(Net173, 6, 3),
    check!(Net174, 7, 7),
    check!(Net175, 12, 5),
    check!(Net176, 12, 8),
    check!(Net177, 12, 5),
    check!(Net178, 8, 6),
    check!(Net179, 1, 11),
    check!(Net180, 9, 11),
    check!(Net181, 8, 11),
    check!(Net182, 9, 2),
    check!(Net183, 8, 8),
    check!(Net184, 1, 5),
    check!(Net185, 4, 2),
    check!(Net186, 11, 1),
    check!(Net187, 12, 9),
    check!(Net188, 7, 7),
    check!(Net189, 4, 9),
    check!(Net190, 3, 2),
    check!(Net191, 5, 5),
    check!(Net192, 8, 10),
    check!(Net193, 12, 4),
    check!(Net194, 5, 9),
    check!(Net195, 10, 10),
    check!(Net196, 5, 2),
    check!(Net197, 6, 6),
    check!(Net198, 6, 6),
    check!(Net199, 6, 9),
];
