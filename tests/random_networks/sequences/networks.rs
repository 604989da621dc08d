//! 100 networks drawn from seed 5 by `sequences/generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Sequence000 {
        input: [2, 4],
        Lstm(7, layers = 2, bias = false),
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence001 {
        input: [6, 4],
        Lstm(5, layers = 3),
        Tanh,
        Residual { Dense(6, bias = false), LayerNorm, Dense(5) },
        Concat { { MaxOverTime }, { Lstm(2, layers = 3), MaxOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [3, 5],
        Lstm(3, bidirectional = true),
        Relu,
        Add { { Rnn(6, nonlinearity = relu, layers = 3), MaxOverTime }, { Last } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [1, 5],
        Concat { { Lstm(2, layers = 2, bidirectional = true, bias = false) }, { Dense(3, bias = false), Silu } },
        Rnn(3, nonlinearity = relu, layers = 3),
        MeanOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [1, 1],
        Gru(7, layers = 3),
        Residual { Rnn(7) },
        Add { { Gru(7), MaxOverTime }, { Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [4, 2],
        Concat { { Dense(3, bias = false), LeakyRelu(slope = 0.2) }, { Gru(3, layers = 2, bias = false) } },
        Gelu,
        Dense(4),
        Softmax,
        Sigmoid,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [2, 3],
        Gru(4, bias = false),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [2, 2],
        Concat { { Gru(3, layers = 2, bias = false) }, { Dense(2, bias = false), Softplus }, {} },
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [2, 5],
        Concat { { Dense(3), Elu(alpha = 0.75) }, {}, { Gru(3, layers = 3, bias = false) } },
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [3, 1],
        Concat { { Gru(2, layers = 2, bidirectional = true) }, { Dense(2), Tanh }, {} },
        Relu,
        Concat { { Last }, { Rnn(3, nonlinearity = relu, layers = 2), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [2, 5],
        Dense(3),
        Softmax,
        Gru(3, layers = 3),
        Silu,
        Dense(3),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [1, 1],
        Add { { Rnn(3, nonlinearity = relu, layers = 3, bias = false) }, { Dense(3) }, { Dense(3), LeakyRelu(slope = 0.2) } },
        Gelu,
        Concat { { Dense(3), Sigmoid }, { Rnn(3) } },
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [5, 3],
        Residual { Dense(5), RmsNorm, Dense(3) },
        Softplus,
        Dense(2),
        output: [5, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [4, 3],
        Lstm(3, layers = 2, bidirectional = true),
        Add { { Gru(6, bias = false), Last }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [6, 2],
        Rnn(3, nonlinearity = relu),
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [6, 4],
        Lstm(4, layers = 2, bias = false),
        Elu(alpha = 0.75),
        Dense(6),
        Tanh,
        Add { { Rnn(3, layers = 3, bidirectional = true), MeanOverTime }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [2, 4],
        Dense(6),
        Relu,
        Concat { { Last }, { Lstm(2, bias = false), MeanOverTime } },
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [6, 2],
        Multiply { { Gru(2, layers = 3) }, { Dense(2), Sigmoid } },
        Silu,
        Gru(3, layers = 2, bidirectional = true, bias = false),
        LeakyRelu(slope = 0.2),
        Last,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [1, 1],
        Lstm(3),
        Last,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
        input: [6, 1],
        Lstm(2, layers = 2, bidirectional = true),
        Rnn(3, nonlinearity = relu, layers = 3),
        Gelu,
        Dense(1),
        output: [6, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence020 {
        input: [5, 4],
        Add { { Dense(5) }, { Lstm(5, layers = 2, bias = false) } },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [4, 4],
        Dense(5),
        RmsNorm,
        Sigmoid,
        Add { { Rnn(5, nonlinearity = relu, layers = 2, bias = false), MaxOverTime }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [4, 4],
        Concat { { Dense(1), Softplus }, { Gru(3) } },
        Elu(alpha = 0.75),
        Lstm(7),
        output: [4, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [4, 2],
        Multiply { {}, { Dense(2, bias = false), Sigmoid } },
        Multiply { { Lstm(2) }, { Dense(2), Sigmoid } },
        Add { { Lstm(2, layers = 2), MeanOverTime }, { MaxOverTime } },
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [3, 5],
        Residual { Rnn(5) },
        Tanh,
        Last,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [6, 1],
        Residual { Dense(5), LayerNorm, Dense(1) },
        MeanOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence026 {
        input: [2, 1],
        Lstm(5, layers = 3, bias = false),
        Flatten,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [4, 2],
        Add { { Gru(5) }, { Dense(5, bias = false) }, { Dense(5, bias = false), Relu } },
        Silu,
        Dense(2),
        LogSoftmax,
        LeakyRelu(slope = 0.2),
        Last,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [4, 1],
        Add { { Lstm(1) }, { Dense(1) } },
        Dense(2),
        Softmax,
        Gelu,
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [2, 4],
        Gru(7),
        LayerNorm,
        Sigmoid,
        Reshape([2, 7]),
        Lstm(2, layers = 3),
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [3, 4],
        Concat { { Gru(3, layers = 3) }, { Dense(2), Softplus } },
        Concat { { Lstm(2, layers = 3) }, { Dense(1, bias = false), Elu(alpha = 0.75) }, {} },
        output: [3, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [4, 4],
        Reshape([16, 1]),
        Lstm(2, layers = 3, bias = false),
        Residual { Lstm(2) },
        Concat { { Last }, { Lstm(3), MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [3, 5],
        Dense(7, bias = false),
        RmsNorm,
        Relu,
        Residual { Gru(7) },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence033 {
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
    struct Sequence034 {
        input: [6, 3],
        Gru(5, layers = 3),
        LayerNorm,
        Lstm(7),
        LayerNorm,
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [4, 5],
        Lstm(4, layers = 3, bidirectional = true),
        Silu,
        Add { { Gru(4, bidirectional = true), MeanOverTime }, { MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [6, 5],
        Dense(2),
        LeakyRelu(slope = 0.2),
        Gelu,
        Concat { { Lstm(4, bias = false) }, { Dense(2, bias = false), Sigmoid }, {} },
        Softplus,
        output: [6, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [3, 5],
        Dense(8),
        LayerNorm,
        Dense(2, bias = false),
        Elu(alpha = 0.75),
        Concat { { MeanOverTime }, { Gru(2, layers = 3), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [1, 3],
        Lstm(2, layers = 2, bidirectional = true),
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [2, 5],
        Multiply { { Rnn(5, nonlinearity = relu) }, { Dense(5), Sigmoid } },
        Tanh,
        Multiply { {}, { Dense(5), Sigmoid } },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [4, 1],
        Multiply { { Rnn(1, nonlinearity = relu) }, { Dense(1), Sigmoid } },
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [1, 2],
        Lstm(7),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [1, 5],
        Concat { { Lstm(2, bias = false) }, { Dense(1), Relu } },
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [6, 2],
        Lstm(6),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [3, 5],
        Lstm(4, bidirectional = true),
        Concat { { MeanOverTime }, { Lstm(2), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [2, 3],
        Dense(6),
        LayerNorm,
        Silu,
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [3, 1],
        Multiply { { Rnn(1) }, { Dense(1), Sigmoid } },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [6, 4],
        Add { { Dense(3) }, { Dense(3), LeakyRelu(slope = 0.2) }, { Gru(3) } },
        Flatten,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [4, 4],
        Gru(4),
        Dense(8),
        LayerNorm,
        output: [4, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [6, 5],
        Reshape([5, 6]),
        Rnn(2, nonlinearity = relu, layers = 2),
        output: [5, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [6, 5],
        Lstm(3),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [5, 4],
        Rnn(3, nonlinearity = relu),
        MaxOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [2, 2],
        Reshape([1, 4]),
        Rnn(2, nonlinearity = relu, layers = 2, bias = false),
        Residual { Dense(6, bias = false), RmsNorm, Dense(2, bias = false) },
        output: [1, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [2, 3],
        Dense(6),
        Gelu,
        Sigmoid,
        Rnn(7, nonlinearity = relu, layers = 2),
        Softplus,
        Last,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [4, 5],
        Dense(3),
        Elu(alpha = 0.75),
        MaxOverTime,
        Dense(2, bias = false),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [4, 2],
        Dense(7),
        LayerNorm,
        Dense(1, bias = false),
        output: [4, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
        input: [2, 5],
        Dense(2),
        Tanh,
        Add { { Dense(4, bias = false) }, { Rnn(4, nonlinearity = relu, layers = 2) } },
        Relu,
        output: [2, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence057 {
        input: [5, 2],
        Gru(4, bidirectional = true),
        output: [5, 8],
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
        Add { { Dense(4) }, { Dense(4), Silu }, { Rnn(2, bidirectional = true) } },
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
        Add { { Lstm(1) }, { Dense(1) } },
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [1, 2],
        Residual { Dense(5, bias = false), RmsNorm, Dense(2, bias = false) },
        Rnn(3, bidirectional = true),
        Add { { Gru(3, bidirectional = true), MaxOverTime }, { MeanOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [6, 5],
        Rnn(7, nonlinearity = relu, layers = 3),
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [6, 1],
        Lstm(3, layers = 3),
        Dense(4),
        Softmax,
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [1, 2],
        Reshape([1, 2]),
        Rnn(3, nonlinearity = relu),
        Add { { Dense(5, bias = false) }, { Dense(5, bias = false), LeakyRelu(slope = 0.2) }, { Gru(5, layers = 2) } },
        Dense(2),
        output: [1, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [4, 3],
        Multiply { { Lstm(3) }, { Dense(3), Sigmoid } },
        Gelu,
        Dense(2),
        output: [4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [2, 3],
        Residual { Dense(5), LayerNorm, Dense(3) },
        Add { { Gru(2, bidirectional = true, bias = false) }, { Dense(4) } },
        Sigmoid,
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [3, 4],
        Lstm(7),
        LayerNorm,
        output: [3, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [1, 2],
        Residual { Rnn(2, nonlinearity = relu) },
        Concat { { Dense(3, bias = false), Softplus }, { Lstm(2, layers = 2, bidirectional = true) } },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [5, 5],
        Lstm(7, layers = 2),
        Dense(6, bias = false),
        Elu(alpha = 0.75),
        Tanh,
        Flatten,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [4, 4],
        Rnn(8, nonlinearity = relu),
        Lstm(5),
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [3, 1],
        Dense(7),
        LayerNorm,
        Concat { { MaxOverTime }, { Gru(3), Last } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [3, 4],
        Rnn(7, nonlinearity = relu, layers = 2),
        Relu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [2, 4],
        Dense(5),
        Silu,
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [1, 4],
        Rnn(3, nonlinearity = relu, layers = 2, bidirectional = true),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [5, 4],
        Lstm(5, layers = 3, bias = false),
        Concat { { MaxOverTime }, { Rnn(2, layers = 3), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [3, 4],
        Concat { { Lstm(2) }, { Dense(3), Gelu } },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [5, 4],
        Dense(7, bias = false),
        RmsNorm,
        Lstm(7),
        Sigmoid,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [6, 5],
        Add { { Gru(4, layers = 2) }, { Dense(4) } },
        Concat { { Last }, { Gru(2), MaxOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [4, 4],
        Lstm(7, layers = 3),
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [4, 1],
        Rnn(8),
        Softplus,
        output: [4, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [3, 1],
        Gru(3, bidirectional = true),
        RmsNorm,
        Rnn(8, nonlinearity = relu),
        Dense(2),
        output: [3, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [3, 2],
        Lstm(4, bidirectional = true, bias = false),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [6, 4],
        Dense(3, bias = false),
        Elu(alpha = 0.75),
        Last,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [4, 2],
        Reshape([1, 8]),
        Lstm(2),
        Tanh,
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [1, 1],
        Dense(7),
        RmsNorm,
        Lstm(6),
        Dense(1),
        output: [1, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
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
    struct Sequence090 {
        input: [6, 5],
        Lstm(5, layers = 2, bias = false),
        Lstm(4, layers = 2, bidirectional = true, bias = false),
        Add { { Gru(8, bias = false), MeanOverTime }, { MaxOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [2, 4],
        Add { { Dense(4) }, { Lstm(2, layers = 3, bidirectional = true) } },
        Dense(5, bias = false),
        Softmax,
        MeanOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [5, 1],
        Rnn(4, nonlinearity = relu, bidirectional = true, bias = false),
        Silu,
        MeanOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
        input: [4, 4],
        Rnn(2, nonlinearity = relu, layers = 3, bidirectional = true),
        Last,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence094 {
        input: [2, 1],
        Add { { Rnn(1, nonlinearity = relu) }, { Dense(1) }, { Dense(1), LeakyRelu(slope = 0.2) } },
        Dense(1),
        Gelu,
        Dense(3),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [4, 2],
        Dense(5),
        LayerNorm,
        Rnn(7),
        output: [4, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [3, 3],
        Add { { Lstm(3, layers = 2, bias = false) }, { Dense(3, bias = false) }, { Dense(3, bias = false), Sigmoid } },
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [3, 5],
        Concat { { Rnn(2, nonlinearity = relu, layers = 3) }, { Dense(2), Softplus }, {} },
        Multiply { { Lstm(9, layers = 3) }, { Dense(9), Sigmoid } },
        Add { { Gru(9), MeanOverTime }, { MaxOverTime } },
        Dense(2, bias = false),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [2, 5],
        Residual { Dense(5), RmsNorm, Dense(5) },
        Residual { Dense(7), LayerNorm, Dense(5) },
        Concat { { MeanOverTime }, { Lstm(3, layers = 2, bias = false), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [1, 2],
        Residual { Rnn(2, nonlinearity = relu, bias = false) },
        Add { { Lstm(2, layers = 3), MeanOverTime }, { MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 100] = [
    check!(Sequence000, 8),
    check!(Sequence001, 24),
    check!(Sequence002, 15),
    check!(Sequence003, 5),
    check!(Sequence004, 1),
    check!(Sequence005, 8),
    check!(Sequence006, 6),
    check!(Sequence007, 4),
    check!(Sequence008, 10),
    check!(Sequence009, 3),
    check!(Sequence010, 10),
    check!(Sequence011, 1),
    check!(Sequence012, 15),
    check!(Sequence013, 12),
    check!(Sequence014, 12),
    check!(Sequence015, 24),
    check!(Sequence016, 8),
    check!(Sequence017, 12),
    check!(Sequence018, 1),
    check!(Sequence019, 6),
    check!(Sequence020, 20),
    check!(Sequence021, 16),
    check!(Sequence022, 16),
    check!(Sequence023, 8),
    check!(Sequence024, 15),
    check!(Sequence025, 6),
    check!(Sequence026, 2),
    check!(Sequence027, 8),
    check!(Sequence028, 4),
    check!(Sequence029, 8),
    check!(Sequence030, 12),
    check!(Sequence031, 16),
    check!(Sequence032, 15),
    check!(Sequence033, 18),
    check!(Sequence034, 18),
    check!(Sequence035, 20),
    check!(Sequence036, 30),
    check!(Sequence037, 15),
    check!(Sequence038, 3),
    check!(Sequence039, 10),
    check!(Sequence040, 4),
    check!(Sequence041, 2),
    check!(Sequence042, 5),
    check!(Sequence043, 12),
    check!(Sequence044, 15),
    check!(Sequence045, 6),
    check!(Sequence046, 3),
    check!(Sequence047, 24),
    check!(Sequence048, 16),
    check!(Sequence049, 30),
    check!(Sequence050, 30),
    check!(Sequence051, 20),
    check!(Sequence052, 4),
    check!(Sequence053, 6),
    check!(Sequence054, 20),
    check!(Sequence055, 8),
    check!(Sequence056, 10),
    check!(Sequence057, 10),
    check!(Sequence058, 20),
    check!(Sequence059, 5),
    check!(Sequence060, 8),
    check!(Sequence061, 9),
    check!(Sequence062, 6),
    check!(Sequence063, 12),
    check!(Sequence064, 2),
    check!(Sequence065, 30),
    check!(Sequence066, 6),
    check!(Sequence067, 2),
    check!(Sequence068, 12),
    check!(Sequence069, 6),
    check!(Sequence070, 12),
    check!(Sequence071, 2),
    check!(Sequence072, 25),
    check!(Sequence073, 16),
    check!(Sequence074, 3),
    check!(Sequence075, 12),
    check!(Sequence076, 8),
    check!(Sequence077, 4),
    check!(Sequence078, 20),
    check!(Sequence079, 12),
    check!(Sequence080, 20),
    check!(Sequence081, 30),
    check!(Sequence082, 16),
    check!(Sequence083, 4),
    check!(Sequence084, 3),
    check!(Sequence085, 6),
    check!(Sequence086, 24),
    check!(Sequence087, 8),
    check!(Sequence088, 1),
    check!(Sequence089, 20),
    check!(Sequence090, 30),
    check!(Sequence091, 8),
    check!(Sequence092, 5),
    check!(Sequence093, 16),
    check!(Sequence094, 2),
    check!(Sequence095, 8),
    check!(Sequence096, 9),
    check!(Sequence097, 15),
    check!(Sequence098, 10),
    check!(Sequence099, 2),
];
