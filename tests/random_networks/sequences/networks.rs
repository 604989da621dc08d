//! 100 networks drawn from seed 5 by `sequences/generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Sequence000 {
        input: [2, 4],
        Lstm(5),
        Tanh,
        MaxOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence001 {
        input: [3, 3],
        Add { { Lstm(4) }, { Dense(4) }, { Dense(4), Relu } },
        Rnn(1, nonlinearity = relu, bias = false),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [4, 5],
        Dense(2),
        Silu,
        Lstm(4),
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [3, 5],
        Dense(2, bias = false),
        Softmax,
        Dense(1),
        output: [3, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [6, 5],
        Rnn(3, nonlinearity = relu),
        LeakyRelu(slope = 0.2),
        Lstm(7),
        LayerNorm,
        Dense(3, bias = false),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [3, 1],
        Lstm(1),
        Gelu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [4, 3],
        Dense(6),
        RmsNorm,
        Residual { Dense(5, bias = false), RmsNorm, Dense(6) },
        Flatten,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [2, 3],
        Add { { Dense(3, bias = false) }, { Rnn(3, bias = false) } },
        Sigmoid,
        Dense(4),
        Softmax,
        Softplus,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [2, 3],
        Gru(2, bias = false),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [3, 3],
        Dense(1, bias = false),
        Elu(alpha = 0.75),
        Add { { Lstm(1, bias = false), MeanOverTime }, { MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [2, 2],
        Gru(1, bias = false),
        Concat { { Last }, { Gru(3), MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [5, 1],
        Dense(8),
        LayerNorm,
        MaxOverTime,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [1, 2],
        Rnn(3),
        Dense(3),
        output: [1, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [2, 2],
        Add { { Lstm(1) }, { Dense(1) } },
        Tanh,
        Gru(5, bias = false),
        LayerNorm,
        Relu,
        Add { { Rnn(5), MaxOverTime }, { Last } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [5, 3],
        Gru(6, bias = false),
        Add { { Dense(1, bias = false) }, { Dense(1, bias = false), Silu }, { Lstm(1) } },
        Flatten,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [6, 1],
        Dense(6),
        RmsNorm,
        Last,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [4, 1],
        Residual { Dense(6), RmsNorm, Dense(1) },
        LeakyRelu(slope = 0.2),
        Add { { Rnn(1), MeanOverTime }, { MaxOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [6, 4],
        Lstm(2),
        Concat { { Dense(3), Gelu }, { Gru(1) } },
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [6, 4],
        Lstm(2, bias = false),
        Sigmoid,
        Rnn(2, nonlinearity = relu),
        Dense(3),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
        input: [3, 1],
        Dense(7),
        RmsNorm,
        Softplus,
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence020 {
        input: [2, 2],
        Gru(3),
        Dense(6, bias = false),
        Elu(alpha = 0.75),
        MaxOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [5, 5],
        Dense(4),
        Tanh,
        Dense(5),
        Relu,
        Silu,
        Dense(1),
        output: [5, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [4, 2],
        Concat { { Lstm(4) }, { Dense(3, bias = false), LeakyRelu(slope = 0.2) } },
        Gelu,
        output: [4, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [2, 1],
        Concat { { Lstm(4) }, { Dense(1), Sigmoid }, {} },
        output: [2, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [6, 2],
        Dense(4),
        Softplus,
        Elu(alpha = 0.75),
        Dense(5),
        Tanh,
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [2, 4],
        Gru(1),
        Add { { Dense(2) }, { Dense(2, bias = false), Relu }, { Gru(2) } },
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence026 {
        input: [1, 4],
        Add { { Dense(3) }, { Rnn(3) } },
        Silu,
        Gru(6, bias = false),
        Dense(3),
        output: [1, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [4, 4],
        Concat { { Dense(1), LeakyRelu(slope = 0.2) }, { Gru(3, bias = false) } },
        Gru(4),
        Dense(3),
        output: [4, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [4, 2],
        Multiply { {}, { Dense(2, bias = false), Sigmoid } },
        Multiply { { Lstm(2, bias = false) }, { Dense(2), Sigmoid } },
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [1, 3],
        Concat { { Dense(2, bias = false), Gelu }, {}, { Gru(4) } },
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [5, 1],
        Gru(6),
        Residual { Dense(5), LayerNorm, Dense(6) },
        MeanOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [2, 1],
        Lstm(3),
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [4, 4],
        Add { { Dense(4) }, { Rnn(4, nonlinearity = relu) } },
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence033 {
        input: [2, 4],
        Gru(1),
        Reshape([2, 1]),
        Lstm(3, bias = false),
        Sigmoid,
        Add { { Gru(3, bias = false), MeanOverTime }, { MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence034 {
        input: [2, 2],
        Lstm(2),
        Concat { { Last }, { Gru(3), Last } },
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [4, 2],
        Dense(4),
        Softmax,
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [6, 2],
        Dense(4),
        Softplus,
        Residual { Gru(4, bias = false) },
        Add { { Gru(4), Last }, { Last } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [4, 1],
        Multiply { { Lstm(1) }, { Dense(1, bias = false), Sigmoid } },
        Concat { { Dense(2), Elu(alpha = 0.75) }, {}, { Rnn(4, nonlinearity = relu) } },
        Tanh,
        Dense(2),
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [4, 3],
        Residual { Gru(3) },
        Relu,
        Residual { Dense(6, bias = false), LayerNorm, Dense(3) },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [5, 4],
        Lstm(5),
        Residual { Dense(7, bias = false), LayerNorm, Dense(5) },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [6, 2],
        Dense(5),
        LogSoftmax,
        Dense(7),
        LayerNorm,
        Concat { { MaxOverTime }, { Rnn(1, nonlinearity = relu, bias = false), MaxOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [5, 1],
        Residual { Dense(6), RmsNorm, Dense(1) },
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [1, 5],
        Dense(4, bias = false),
        Softmax,
        Silu,
        output: [1, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [6, 4],
        Add { { Gru(1) }, { Dense(1) } },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [6, 4],
        Gru(1, bias = false),
        LeakyRelu(slope = 0.2),
        MaxOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [6, 3],
        Lstm(3, bias = false),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [6, 2],
        Add { { Rnn(5) }, { Dense(5) } },
        Gelu,
        Add { { Gru(5), MeanOverTime }, { Last } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [4, 2],
        Lstm(7, bias = false),
        RmsNorm,
        Sigmoid,
        Last,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [3, 3],
        Reshape([3, 3]),
        Gru(1),
        Multiply { { Gru(1, bias = false) }, { Dense(1), Sigmoid } },
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [2, 2],
        Reshape([2, 2]),
        Lstm(2, bias = false),
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [2, 3],
        Gru(6),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [1, 5],
        Concat { { Dense(3), Softplus }, {}, { Lstm(1, bias = false) } },
        Elu(alpha = 0.75),
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [1, 1],
        Gru(2),
        Add { { Dense(3) }, { Dense(3), Tanh }, { Rnn(3, bias = false) } },
        Dense(1, bias = false),
        output: [1, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [1, 4],
        Concat { { Dense(1), Relu }, { Rnn(3) } },
        Silu,
        Dense(3),
        output: [1, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [4, 2],
        Rnn(5),
        LayerNorm,
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [5, 1],
        Add { { Dense(3) }, { Gru(3) } },
        Concat { { Dense(2, bias = false), LeakyRelu(slope = 0.2) }, { Gru(1) } },
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
        input: [4, 3],
        Lstm(2),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence057 {
        input: [6, 3],
        Dense(8),
        LayerNorm,
        Rnn(6, nonlinearity = relu),
        Dense(3),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence058 {
        input: [2, 2],
        Concat { { Lstm(4, bias = false) }, { Dense(2), Gelu } },
        Add { { Lstm(6, bias = false), Last }, { MeanOverTime } },
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence059 {
        input: [1, 5],
        Concat { { Lstm(4, bias = false) }, { Dense(3), Sigmoid }, {} },
        Softplus,
        Flatten,
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence060 {
        input: [6, 1],
        Rnn(7, nonlinearity = relu),
        LayerNorm,
        Add { { Gru(7), Last }, { Last } },
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence061 {
        input: [6, 1],
        Rnn(5, nonlinearity = relu),
        Elu(alpha = 0.75),
        Add { { Lstm(5), MeanOverTime }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence062 {
        input: [1, 2],
        Residual { Dense(5, bias = false), RmsNorm, Dense(2, bias = false) },
        Add { { Gru(2), MaxOverTime }, { MaxOverTime } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence063 {
        input: [1, 5],
        Concat { { Dense(1), Tanh }, { Rnn(2, nonlinearity = relu) } },
        Concat { { MaxOverTime }, { Lstm(1), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [2, 1],
        Gru(2),
        Lstm(5),
        LayerNorm,
        MeanOverTime,
        Dense(2, bias = false),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [1, 4],
        Rnn(6, nonlinearity = relu),
        RmsNorm,
        Dense(3, bias = false),
        output: [1, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [3, 5],
        Gru(5),
        LayerNorm,
        Relu,
        Dense(5, bias = false),
        Silu,
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [5, 2],
        Add { { Dense(4) }, { Rnn(4, nonlinearity = relu) } },
        Dense(3),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [2, 4],
        Concat { { Dense(3), Gelu }, {}, { Rnn(2) } },
        Add { { Gru(9), Last }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [4, 2],
        Dense(4),
        LogSoftmax,
        Sigmoid,
        output: [4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [6, 4],
        Dense(5),
        RmsNorm,
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [3, 2],
        Gru(1),
        Gru(3),
        Softplus,
        Concat { { MaxOverTime }, { Gru(1), MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [4, 2],
        Add { { Dense(3) }, { Dense(3), Elu(alpha = 0.75) }, { Gru(3) } },
        Dense(1),
        Tanh,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [3, 2],
        Multiply { { Gru(2) }, { Dense(2), Sigmoid } },
        Reshape([3, 2]),
        Rnn(3, nonlinearity = relu),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [1, 1],
        Dense(6),
        Relu,
        Gru(6, bias = false),
        Add { { Rnn(6), Last }, { MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [4, 5],
        Multiply { { Gru(5) }, { Dense(5, bias = false), Sigmoid } },
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [6, 5],
        Residual { Dense(5), RmsNorm, Dense(5, bias = false) },
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [6, 3],
        Concat { { Dense(2), Silu }, {}, { Rnn(1) } },
        Residual { Dense(5), LayerNorm, Dense(6) },
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [5, 5],
        Gru(5),
        RmsNorm,
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [3, 3],
        Concat { { Gru(2) }, { Dense(3), LeakyRelu(slope = 0.2) }, {} },
        Residual { Rnn(8, nonlinearity = relu, bias = false) },
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [2, 3],
        Reshape([6, 1]),
        Lstm(4),
        output: [6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [5, 2],
        Multiply { {}, { Dense(2, bias = false), Sigmoid } },
        Add { { Lstm(2) }, { Dense(2, bias = false) } },
        output: [5, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [6, 4],
        Add { { Lstm(5, bias = false) }, { Dense(5, bias = false) }, { Dense(5), Gelu } },
        Reshape([5, 6]),
        Rnn(4, nonlinearity = relu),
        Add { { Rnn(4), Last }, { MeanOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [2, 3],
        Lstm(6),
        Sigmoid,
        Dense(2, bias = false),
        Softplus,
        Add { { Rnn(2, bias = false), MaxOverTime }, { Last } },
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [2, 2],
        Multiply { {}, { Dense(2), Sigmoid } },
        Add { { Lstm(2) }, { Dense(2) }, { Dense(2), Elu(alpha = 0.75) } },
        Add { { Lstm(2), MaxOverTime }, { Last } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [3, 4],
        Dense(1),
        Tanh,
        Dense(8, bias = false),
        LayerNorm,
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [3, 1],
        Lstm(3),
        MeanOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [6, 3],
        Rnn(6, nonlinearity = relu),
        Rnn(5),
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [6, 1],
        Add { { Dense(5) }, { Dense(5, bias = false), Relu }, { Lstm(5, bias = false) } },
        Silu,
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
        input: [1, 1],
        Lstm(5),
        Concat { { Last }, { Gru(2), Last } },
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence090 {
        input: [2, 4],
        Dense(5),
        RmsNorm,
        Residual { Dense(5, bias = false), RmsNorm, Dense(5) },
        MeanOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [3, 5],
        Residual { Rnn(5) },
        Lstm(3),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [6, 3],
        Concat { { Dense(3, bias = false), LeakyRelu(slope = 0.2) }, { Lstm(4, bias = false) } },
        Gelu,
        Dense(4),
        Softmax,
        output: [6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
        input: [1, 5],
        Residual { Dense(7, bias = false), LayerNorm, Dense(5) },
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence094 {
        input: [6, 3],
        Dense(2),
        Sigmoid,
        Softplus,
        Residual { Rnn(2, bias = false) },
        Elu(alpha = 0.75),
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [2, 5],
        Rnn(4, nonlinearity = relu),
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [5, 2],
        Residual { Lstm(2) },
        Tanh,
        Residual { Gru(2) },
        Dense(1),
        output: [5, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [5, 4],
        Dense(8, bias = false),
        LayerNorm,
        Relu,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [6, 5],
        Lstm(3),
        Reshape([18, 1]),
        Gru(1, bias = false),
        output: [18, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [3, 5],
        Residual { Gru(5, bias = false) },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 100] = [
    check!(Sequence000, 8),
    check!(Sequence001, 9),
    check!(Sequence002, 20),
    check!(Sequence003, 15),
    check!(Sequence004, 30),
    check!(Sequence005, 3),
    check!(Sequence006, 12),
    check!(Sequence007, 6),
    check!(Sequence008, 6),
    check!(Sequence009, 9),
    check!(Sequence010, 4),
    check!(Sequence011, 5),
    check!(Sequence012, 2),
    check!(Sequence013, 4),
    check!(Sequence014, 15),
    check!(Sequence015, 6),
    check!(Sequence016, 4),
    check!(Sequence017, 24),
    check!(Sequence018, 24),
    check!(Sequence019, 3),
    check!(Sequence020, 4),
    check!(Sequence021, 25),
    check!(Sequence022, 8),
    check!(Sequence023, 2),
    check!(Sequence024, 12),
    check!(Sequence025, 8),
    check!(Sequence026, 4),
    check!(Sequence027, 16),
    check!(Sequence028, 8),
    check!(Sequence029, 3),
    check!(Sequence030, 5),
    check!(Sequence031, 2),
    check!(Sequence032, 16),
    check!(Sequence033, 8),
    check!(Sequence034, 4),
    check!(Sequence035, 8),
    check!(Sequence036, 12),
    check!(Sequence037, 4),
    check!(Sequence038, 12),
    check!(Sequence039, 20),
    check!(Sequence040, 12),
    check!(Sequence041, 5),
    check!(Sequence042, 5),
    check!(Sequence043, 24),
    check!(Sequence044, 24),
    check!(Sequence045, 18),
    check!(Sequence046, 12),
    check!(Sequence047, 8),
    check!(Sequence048, 9),
    check!(Sequence049, 4),
    check!(Sequence050, 6),
    check!(Sequence051, 5),
    check!(Sequence052, 1),
    check!(Sequence053, 4),
    check!(Sequence054, 8),
    check!(Sequence055, 5),
    check!(Sequence056, 12),
    check!(Sequence057, 18),
    check!(Sequence058, 4),
    check!(Sequence059, 5),
    check!(Sequence060, 6),
    check!(Sequence061, 6),
    check!(Sequence062, 2),
    check!(Sequence063, 5),
    check!(Sequence064, 2),
    check!(Sequence065, 4),
    check!(Sequence066, 15),
    check!(Sequence067, 10),
    check!(Sequence068, 8),
    check!(Sequence069, 8),
    check!(Sequence070, 24),
    check!(Sequence071, 6),
    check!(Sequence072, 8),
    check!(Sequence073, 6),
    check!(Sequence074, 1),
    check!(Sequence075, 20),
    check!(Sequence076, 30),
    check!(Sequence077, 18),
    check!(Sequence078, 25),
    check!(Sequence079, 9),
    check!(Sequence080, 6),
    check!(Sequence081, 10),
    check!(Sequence082, 24),
    check!(Sequence083, 6),
    check!(Sequence084, 4),
    check!(Sequence085, 12),
    check!(Sequence086, 3),
    check!(Sequence087, 18),
    check!(Sequence088, 6),
    check!(Sequence089, 1),
    check!(Sequence090, 8),
    check!(Sequence091, 15),
    check!(Sequence092, 18),
    check!(Sequence093, 5),
    check!(Sequence094, 18),
    check!(Sequence095, 10),
    check!(Sequence096, 10),
    check!(Sequence097, 20),
    check!(Sequence098, 30),
    check!(Sequence099, 15),
];
