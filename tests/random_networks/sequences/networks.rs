//! 100 networks drawn from seed 5 by `sequences/generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Sequence000 {
        input: [2, 4],
        Lstm(7, layers = 2),
        MaxOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence001 {
        input: [4, 5],
        Residual { Dense(5), LayerNorm, Dense(5) },
        Lstm(5),
        output: [4, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [6, 3],
        Lstm(5),
        Reshape([6, 5]),
        Gru(3),
        Tanh,
        Add { { Lstm(3), Last }, { MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [3, 3],
        Multiply { {}, { Dense(3), Sigmoid } },
        Relu,
        Dense(3, bias = false),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [6, 1],
        Dense(5),
        RmsNorm,
        Multiply { { Lstm(5, layers = 2) }, { Dense(5), Sigmoid } },
        Dense(3, bias = false),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [3, 1],
        Lstm(3),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [4, 3],
        Add { { Dense(4) }, { Dense(4), Silu }, { Gru(2, bidirectional = true) } },
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [4, 3],
        Concat { { Gru(4) }, { Dense(2), LeakyRelu(slope = 0.2) } },
        Gelu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [2, 3],
        Gru(4, bias = false),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [2, 2],
        Concat { { Gru(3, layers = 2) }, { Dense(3), Sigmoid } },
        Softplus,
        Last,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [5, 1],
        Add { { Lstm(3) }, { Dense(3) } },
        Rnn(5),
        Elu(alpha = 0.75),
        Concat { { MaxOverTime }, { Gru(3, layers = 2), Last } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [3, 2],
        Dense(5, bias = false),
        RmsNorm,
        Flatten,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [1, 5],
        Reshape([5, 1]),
        Lstm(2, layers = 2),
        Dense(3),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [1, 4],
        Gru(7, layers = 2),
        Tanh,
        MaxOverTime,
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [2, 5],
        Reshape([10, 1]),
        Gru(3, layers = 2),
        Relu,
        Residual { Dense(6), LayerNorm, Dense(3) },
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [5, 3],
        Residual { Rnn(3, nonlinearity = relu) },
        Dense(4, bias = false),
        Gelu,
        Dense(1),
        output: [5, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [6, 1],
        Residual { Dense(6, bias = false), RmsNorm, Dense(1, bias = false) },
        Concat { { Gru(3, layers = 2) }, { Dense(1, bias = false), Sigmoid }, {} },
        Dense(1, bias = false),
        output: [6, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [1, 5],
        Dense(5),
        LayerNorm,
        Dense(7),
        RmsNorm,
        Softplus,
        Last,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [6, 1],
        Dense(5),
        LayerNorm,
        MeanOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
        input: [6, 2],
        Multiply { { Gru(2, layers = 2) }, { Dense(2), Sigmoid } },
        Elu(alpha = 0.75),
        Lstm(2, bidirectional = true),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence020 {
        input: [5, 5],
        Lstm(2, layers = 2, bidirectional = true, bias = false),
        Tanh,
        MaxOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [2, 5],
        Concat { { Dense(1), Relu }, {}, { Gru(3, layers = 2) } },
        Silu,
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [1, 2],
        Gru(7, layers = 2),
        output: [1, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [5, 1],
        Concat { { Rnn(4, nonlinearity = relu, bias = false) }, { Dense(3), LeakyRelu(slope = 0.2) } },
        Add { { Gru(7, layers = 2), Last }, { MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [2, 1],
        Concat { { Dense(2), Gelu }, { Rnn(3, nonlinearity = relu, layers = 2) } },
        Flatten,
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [2, 3],
        Residual { Dense(5), RmsNorm, Dense(3, bias = false) },
        Sigmoid,
        Concat { { Lstm(3, layers = 2) }, { Dense(3), Softplus } },
        MeanOverTime,
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence026 {
        input: [6, 5],
        Add { { Gru(5) }, { Dense(5) }, { Dense(5), Tanh } },
        Rnn(3, nonlinearity = relu, layers = 2, bias = false),
        Relu,
        Concat { { MeanOverTime }, { Lstm(2, layers = 2), Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [1, 1],
        Lstm(5, layers = 2),
        Concat { { MeanOverTime }, { Rnn(3, nonlinearity = relu, layers = 2, bias = false), MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [5, 4],
        Dense(3),
        Silu,
        Multiply { { Gru(3, layers = 2) }, { Dense(3), Sigmoid } },
        LeakyRelu(slope = 0.2),
        Add { { Lstm(3), MeanOverTime }, { MaxOverTime } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [5, 4],
        Dense(4),
        LogSoftmax,
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [2, 1],
        Gru(7),
        MaxOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [6, 1],
        Gru(3, bidirectional = true),
        Reshape([12, 3]),
        Rnn(4),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [4, 4],
        Concat { { Dense(3), Gelu }, {}, { Rnn(3, nonlinearity = relu, layers = 2) } },
        Dense(2),
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence033 {
        input: [4, 4],
        Reshape([16, 1]),
        Lstm(2, layers = 2),
        Multiply { { Rnn(2) }, { Dense(2), Sigmoid } },
        Dense(3),
        output: [16, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence034 {
        input: [1, 4],
        Concat { { Dense(3), Sigmoid }, { Rnn(3, layers = 2) } },
        Add { { Dense(5, bias = false) }, { Rnn(5, nonlinearity = relu, bias = false) } },
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [6, 3],
        Dense(5, bias = false),
        Softmax,
        Dense(5),
        LogSoftmax,
        Concat { { MeanOverTime }, { Lstm(2), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [6, 3],
        Gru(5, layers = 2),
        LayerNorm,
        Multiply { { Rnn(5, nonlinearity = relu, layers = 2) }, { Dense(5), Sigmoid } },
        Dense(3),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [4, 3],
        Dense(1),
        Softplus,
        Residual { Dense(6, bias = false), LayerNorm, Dense(1) },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [5, 3],
        Rnn(4, nonlinearity = relu, layers = 2, bidirectional = true),
        Dense(3),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [5, 5],
        Concat { { Dense(1), Elu(alpha = 0.75) }, { Rnn(2, layers = 2, bidirectional = true) } },
        Concat { { Gru(3) }, { Dense(1, bias = false), Tanh } },
        MeanOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [1, 3],
        Lstm(3, layers = 2, bidirectional = true),
        LayerNorm,
        Lstm(5, bias = false),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [5, 5],
        Residual { Rnn(5, nonlinearity = relu, layers = 2, bias = false) },
        Relu,
        Dense(3, bias = false),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [3, 1],
        Add { { Dense(4, bias = false) }, { Dense(4), Silu }, { Rnn(4, nonlinearity = relu) } },
        Dense(3, bias = false),
        LogSoftmax,
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [2, 1],
        Concat { { Dense(1), LeakyRelu(slope = 0.2) }, {}, { Lstm(4, layers = 2) } },
        Gelu,
        Concat { { Lstm(2, bias = false) }, { Dense(1), Sigmoid } },
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [6, 2],
        Lstm(6),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [3, 5],
        Lstm(4, bidirectional = true),
        Concat { { MeanOverTime }, { Lstm(2), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [2, 3],
        Dense(6),
        LayerNorm,
        Softplus,
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [3, 1],
        Multiply { { Rnn(1) }, { Dense(1), Sigmoid } },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [6, 4],
        Add { { Dense(3) }, { Dense(3), Elu(alpha = 0.75) }, { Gru(3) } },
        Flatten,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [4, 4],
        Gru(4),
        Dense(8),
        LayerNorm,
        output: [4, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [6, 5],
        Reshape([5, 6]),
        Rnn(2, nonlinearity = relu, layers = 2),
        Tanh,
        Last,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [2, 4],
        Concat { { Dense(1), Relu }, { Lstm(3, layers = 2, bias = false) } },
        output: [2, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [6, 1],
        Residual { Dense(7, bias = false), RmsNorm, Dense(1) },
        Silu,
        Rnn(6, layers = 2, bias = false),
        LeakyRelu(slope = 0.2),
        output: [6, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [3, 5],
        Residual { Dense(6, bias = false), RmsNorm, Dense(5, bias = false) },
        Gru(6, layers = 2, bias = false),
        Gelu,
        Dense(1, bias = false),
        output: [3, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [5, 2],
        Dense(2, bias = false),
        Softmax,
        Concat { { Last }, { Lstm(3, layers = 2), MeanOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [5, 2],
        Dense(4),
        Sigmoid,
        Dense(7),
        LayerNorm,
        Dense(1, bias = false),
        output: [5, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
        input: [2, 5],
        Dense(2),
        Softplus,
        Add { { Dense(4, bias = false) }, { Rnn(4, nonlinearity = relu, layers = 2) } },
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence057 {
        input: [2, 2],
        Rnn(5, nonlinearity = relu),
        output: [2, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence058 {
        input: [5, 4],
        Rnn(2, nonlinearity = relu, bidirectional = true),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence059 {
        input: [1, 5],
        Gru(3, bidirectional = true),
        RmsNorm,
        Gru(7, bias = false),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence060 {
        input: [2, 4],
        Residual { Dense(7), LayerNorm, Dense(4) },
        Multiply { { Lstm(2, bidirectional = true) }, { Dense(4), Sigmoid } },
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence061 {
        input: [3, 3],
        Add { { Dense(4) }, { Dense(4), Elu(alpha = 0.75) }, { Rnn(2, bidirectional = true) } },
        Add { { Rnn(2, bidirectional = true), MaxOverTime }, { Last } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence062 {
        input: [3, 2],
        Dense(8),
        RmsNorm,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence063 {
        input: [3, 4],
        Add { { Lstm(2, layers = 2) }, { Dense(2) }, { Dense(2, bias = false), Tanh } },
        Relu,
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [5, 4],
        Concat { { Gru(3) }, { Dense(1), Silu } },
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [3, 4],
        Multiply { { Gru(4, layers = 2) }, { Dense(4, bias = false), Sigmoid } },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [4, 5],
        Add { { Dense(3) }, { Dense(3), LeakyRelu(slope = 0.2) }, { Rnn(3, nonlinearity = relu) } },
        Add { { Dense(2) }, { Dense(2), Gelu }, { Gru(2) } },
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [6, 3],
        Dense(8, bias = false),
        RmsNorm,
        Dense(3),
        Sigmoid,
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [6, 5],
        Residual { Dense(5), RmsNorm, Dense(5, bias = false) },
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [6, 3],
        Concat { { Dense(1), Softplus }, { Rnn(2, layers = 2) } },
        Lstm(5, layers = 2),
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [5, 5],
        Gru(5, layers = 2),
        LayerNorm,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [3, 3],
        Concat { { Dense(1), Elu(alpha = 0.75) }, {}, { Gru(3, layers = 2, bias = false) } },
        Reshape([7, 3]),
        Rnn(3, nonlinearity = relu, bias = false),
        Tanh,
        MeanOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [6, 5],
        Concat { { Dense(3, bias = false), Relu }, { Rnn(2, bidirectional = true) } },
        Silu,
        Dense(4),
        Softmax,
        LeakyRelu(slope = 0.2),
        Concat { { Last }, { Rnn(3, nonlinearity = relu, layers = 2), Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [5, 5],
        Rnn(4, bidirectional = true, bias = false),
        Gelu,
        Concat { { MeanOverTime }, { Rnn(2, layers = 2), MeanOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [2, 3],
        Lstm(4, layers = 2, bidirectional = true),
        Sigmoid,
        Concat { { Rnn(3, layers = 2) }, { Dense(3), Softplus }, {} },
        Elu(alpha = 0.75),
        output: [2, 14],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [2, 2],
        Multiply { {}, { Dense(2), Sigmoid } },
        Add { { Lstm(2, layers = 2) }, { Dense(2) } },
        Tanh,
        MeanOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [5, 2],
        Concat { { Lstm(3, bias = false) }, { Dense(1), Relu }, {} },
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [3, 2],
        Concat { { Rnn(2, layers = 2) }, { Dense(2), Silu } },
        Add { { Lstm(2, bidirectional = true), MaxOverTime }, { Last } },
        Dense(4, bias = false),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [6, 2],
        Add { { Dense(4) }, { Dense(4, bias = false), LeakyRelu(slope = 0.2) }, { Rnn(2, nonlinearity = relu, bidirectional = true, bias = false) } },
        Gelu,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [6, 5],
        Add { { Dense(4) }, { Gru(4, layers = 2) } },
        Sigmoid,
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [4, 1],
        Reshape([1, 4]),
        Gru(3),
        Softplus,
        Dense(5),
        LogSoftmax,
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [6, 3],
        Dense(6),
        RmsNorm,
        Add { { Rnn(3, layers = 2, bidirectional = true), MeanOverTime }, { MeanOverTime } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [6, 3],
        Residual { Rnn(3, layers = 2) },
        Tanh,
        Concat { { Dense(1), Relu }, { Gru(3, bias = false) } },
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [3, 5],
        Rnn(3),
        Silu,
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [2, 1],
        Residual { Dense(6), LayerNorm, Dense(1) },
        Dense(7),
        RmsNorm,
        output: [2, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [1, 3],
        Add { { Gru(2, layers = 2, bidirectional = true, bias = false) }, { Dense(4) }, { Dense(4, bias = false), LeakyRelu(slope = 0.2) } },
        Gelu,
        Lstm(5, layers = 2, bias = false),
        Last,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [3, 5],
        Lstm(4, layers = 2, bidirectional = true),
        Dense(7, bias = false),
        RmsNorm,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [6, 5],
        Add { { Dense(4) }, { Gru(2, layers = 2, bidirectional = true) } },
        Sigmoid,
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [6, 2],
        Add { { Dense(3) }, { Dense(3, bias = false), Softplus }, { Gru(3, layers = 2) } },
        Concat { { Lstm(2, layers = 2, bidirectional = true) }, { Dense(1), Elu(alpha = 0.75) } },
        Tanh,
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
        input: [4, 4],
        Dense(6),
        Relu,
        Lstm(8, layers = 2, bias = false),
        Dense(2),
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence090 {
        input: [1, 2],
        Gru(2, layers = 2, bidirectional = true, bias = false),
        Silu,
        Reshape([2, 2]),
        Lstm(2),
        LeakyRelu(slope = 0.2),
        Add { { Rnn(2, layers = 2), MaxOverTime }, { MeanOverTime } },
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [3, 3],
        Add { { Lstm(2, layers = 2, bidirectional = true, bias = false) }, { Dense(4, bias = false) }, { Dense(4, bias = false), Gelu } },
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [3, 5],
        Concat { { Rnn(2, nonlinearity = relu, layers = 2) }, { Dense(2), Sigmoid } },
        Softplus,
        Dense(8, bias = false),
        LayerNorm,
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
        input: [3, 3],
        Multiply { { Gru(3) }, { Dense(3), Sigmoid } },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence094 {
        input: [4, 2],
        Lstm(7),
        LayerNorm,
        Elu(alpha = 0.75),
        Concat { { MeanOverTime }, { Lstm(3), MeanOverTime } },
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [5, 4],
        Gru(6, layers = 2),
        Concat { { MeanOverTime }, { Lstm(2, layers = 2), MeanOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [3, 5],
        Rnn(2, nonlinearity = relu, bidirectional = true),
        Concat { { MeanOverTime }, { Gru(3), MaxOverTime } },
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [1, 5],
        Rnn(5, nonlinearity = relu),
        LayerNorm,
        Tanh,
        Add { { Dense(2, bias = false) }, { Gru(2, bias = false) } },
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [4, 2],
        Dense(6),
        RmsNorm,
        Dense(8),
        RmsNorm,
        Dense(1),
        output: [4, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [4, 5],
        Reshape([5, 4]),
        Lstm(3),
        Flatten,
        Dense(3),
        output: [3],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 100] = [
    check!(Sequence000, 8),
    check!(Sequence001, 20),
    check!(Sequence002, 18),
    check!(Sequence003, 9),
    check!(Sequence004, 6),
    check!(Sequence005, 3),
    check!(Sequence006, 12),
    check!(Sequence007, 12),
    check!(Sequence008, 6),
    check!(Sequence009, 4),
    check!(Sequence010, 5),
    check!(Sequence011, 6),
    check!(Sequence012, 5),
    check!(Sequence013, 4),
    check!(Sequence014, 10),
    check!(Sequence015, 15),
    check!(Sequence016, 6),
    check!(Sequence017, 5),
    check!(Sequence018, 6),
    check!(Sequence019, 12),
    check!(Sequence020, 25),
    check!(Sequence021, 10),
    check!(Sequence022, 2),
    check!(Sequence023, 5),
    check!(Sequence024, 2),
    check!(Sequence025, 6),
    check!(Sequence026, 30),
    check!(Sequence027, 1),
    check!(Sequence028, 20),
    check!(Sequence029, 20),
    check!(Sequence030, 2),
    check!(Sequence031, 6),
    check!(Sequence032, 16),
    check!(Sequence033, 16),
    check!(Sequence034, 4),
    check!(Sequence035, 18),
    check!(Sequence036, 18),
    check!(Sequence037, 12),
    check!(Sequence038, 15),
    check!(Sequence039, 25),
    check!(Sequence040, 3),
    check!(Sequence041, 25),
    check!(Sequence042, 3),
    check!(Sequence043, 2),
    check!(Sequence044, 12),
    check!(Sequence045, 15),
    check!(Sequence046, 6),
    check!(Sequence047, 3),
    check!(Sequence048, 24),
    check!(Sequence049, 16),
    check!(Sequence050, 30),
    check!(Sequence051, 8),
    check!(Sequence052, 6),
    check!(Sequence053, 15),
    check!(Sequence054, 10),
    check!(Sequence055, 10),
    check!(Sequence056, 10),
    check!(Sequence057, 4),
    check!(Sequence058, 20),
    check!(Sequence059, 5),
    check!(Sequence060, 8),
    check!(Sequence061, 9),
    check!(Sequence062, 6),
    check!(Sequence063, 12),
    check!(Sequence064, 20),
    check!(Sequence065, 12),
    check!(Sequence066, 20),
    check!(Sequence067, 18),
    check!(Sequence068, 30),
    check!(Sequence069, 18),
    check!(Sequence070, 25),
    check!(Sequence071, 9),
    check!(Sequence072, 30),
    check!(Sequence073, 25),
    check!(Sequence074, 6),
    check!(Sequence075, 4),
    check!(Sequence076, 10),
    check!(Sequence077, 6),
    check!(Sequence078, 12),
    check!(Sequence079, 30),
    check!(Sequence080, 4),
    check!(Sequence081, 18),
    check!(Sequence082, 18),
    check!(Sequence083, 15),
    check!(Sequence084, 2),
    check!(Sequence085, 3),
    check!(Sequence086, 15),
    check!(Sequence087, 30),
    check!(Sequence088, 12),
    check!(Sequence089, 16),
    check!(Sequence090, 2),
    check!(Sequence091, 9),
    check!(Sequence092, 15),
    check!(Sequence093, 9),
    check!(Sequence094, 8),
    check!(Sequence095, 20),
    check!(Sequence096, 15),
    check!(Sequence097, 5),
    check!(Sequence098, 8),
    check!(Sequence099, 20),
];
