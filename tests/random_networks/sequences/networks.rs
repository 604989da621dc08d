//! 100 networks drawn from seed 5 by `sequences/generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Sequence000 {
        input: [2, 4],
        Lstm(5),
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
        Lstm(3),
        output: [4, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [6, 3],
        Lstm(3),
        Reshape([2, 9]),
        Gru(2),
        Add { { Lstm(1, layers = 3, bidirectional = true, bias = false), MeanOverTime }, { MaxOverTime } },
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [5, 1],
        Gru(1, bias = false),
        Rnn(3, nonlinearity = relu, layers = 2, bias = false),
        MaxOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [6, 1],
        Concat { { Gru(3) }, { Dense(1), Tanh }, {} },
        Relu,
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [6, 4],
        Residual { Rnn(4) },
        Dense(5),
        Silu,
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [4, 2],
        Concat { { Dense(3, bias = false), LeakyRelu(slope = 0.2) }, { Gru(3) } },
        Lstm(5),
        Gelu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [2, 3],
        Gru(2, bias = false),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [2, 2],
        Concat { { Gru(3, layers = 2, bias = false) }, { Dense(2, bias = false), Sigmoid }, {} },
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [2, 5],
        Concat { { Dense(3), Softplus }, {}, { Gru(1, bidirectional = true, bias = false) } },
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [3, 1],
        Concat { { Gru(2, layers = 2, bidirectional = true) }, { Dense(2), Elu(alpha = 0.75) }, {} },
        Tanh,
        Concat { { Last }, { Rnn(1, nonlinearity = relu, bidirectional = true), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [2, 5],
        Dense(3),
        Softmax,
        Gru(1, layers = 3),
        Relu,
        Dense(3),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [1, 1],
        Add { { Rnn(3, nonlinearity = relu, bias = false) }, { Dense(3, bias = false) } },
        Dense(1),
        Silu,
        Concat { { MeanOverTime }, { Gru(2, bias = false), MaxOverTime } },
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [1, 3],
        Add { { Rnn(3) }, { Dense(3, bias = false) } },
        LeakyRelu(slope = 0.2),
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [2, 1],
        Dense(5),
        RmsNorm,
        Dense(5),
        LogSoftmax,
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [6, 5],
        Gru(3, bidirectional = true),
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [6, 4],
        Lstm(2, layers = 2, bias = false),
        Gelu,
        Dense(6),
        Sigmoid,
        Add { { Rnn(3, bidirectional = true), MeanOverTime }, { MeanOverTime } },
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [6, 2],
        Gru(3, bidirectional = true),
        Softplus,
        Residual { Dense(5, bias = false), RmsNorm, Dense(6) },
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [5, 2],
        Gru(2, layers = 2),
        Dense(4),
        Softmax,
        output: [5, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
        input: [6, 1],
        Multiply { {}, { Dense(1), Sigmoid } },
        Elu(alpha = 0.75),
        Lstm(1),
        Last,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence020 {
        input: [6, 1],
        Lstm(2, layers = 2),
        Rnn(1, nonlinearity = relu, layers = 3),
        Tanh,
        Dense(1),
        output: [6, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [5, 4],
        Add { { Dense(5) }, { Lstm(5, layers = 2, bias = false) } },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [4, 4],
        Dense(5),
        RmsNorm,
        Relu,
        Add { { Rnn(5, nonlinearity = relu, layers = 2, bias = false), MaxOverTime }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [4, 4],
        Concat { { Dense(1), Silu }, { Gru(3) } },
        LeakyRelu(slope = 0.2),
        Lstm(5),
        output: [4, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [4, 2],
        Multiply { {}, { Dense(2, bias = false), Sigmoid } },
        Multiply { { Lstm(2, bias = false) }, { Dense(2), Sigmoid } },
        Add { { Gru(1, bidirectional = true), MaxOverTime }, { MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [6, 3],
        Gru(7),
        RmsNorm,
        Gelu,
        Dense(5),
        Softplus,
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
        Lstm(3),
        MeanOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [4, 2],
        Add { { Gru(5) }, { Dense(5, bias = false) }, { Dense(5, bias = false), Elu(alpha = 0.75) } },
        Tanh,
        Dense(2),
        LogSoftmax,
        Relu,
        Last,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [4, 1],
        Add { { Lstm(1, bias = false) }, { Dense(1, bias = false) }, { Dense(1), Silu } },
        Gru(1, layers = 3, bias = false),
        Flatten,
        Dense(4, bias = false),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [2, 1],
        Lstm(1, bidirectional = true),
        Dense(3, bias = false),
        LeakyRelu(slope = 0.2),
        Concat { { MaxOverTime }, { Gru(3, layers = 3), MeanOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [5, 1],
        Concat { { Lstm(1, bidirectional = true) }, { Dense(1, bias = false), Gelu }, {} },
        Lstm(5, bias = false),
        Add { { Lstm(5, bias = false), MaxOverTime }, { MaxOverTime } },
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [3, 4],
        Lstm(3),
        Add { { Gru(3), MeanOverTime }, { MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [1, 3],
        Dense(8),
        LayerNorm,
        Multiply { { Gru(8, bias = false) }, { Dense(8), Sigmoid } },
        Flatten,
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
        Concat { { MeanOverTime }, { Lstm(2, bias = false), MaxOverTime } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence034 {
        input: [4, 4],
        Add { { Dense(1) }, { Dense(1, bias = false), Sigmoid }, { Rnn(1) } },
        Softplus,
        Add { { Gru(1), MeanOverTime }, { MeanOverTime } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [1, 5],
        Dense(8),
        LayerNorm,
        Dense(6),
        Elu(alpha = 0.75),
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [3, 4],
        Gru(7),
        LayerNorm,
        Tanh,
        Add { { Rnn(1, nonlinearity = relu, bias = false) }, { Dense(1, bias = false) }, { Dense(1), Relu } },
        Silu,
        output: [3, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [3, 5],
        Dense(8),
        LayerNorm,
        Dense(2, bias = false),
        LeakyRelu(slope = 0.2),
        Concat { { MeanOverTime }, { Gru(1, bidirectional = true), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [1, 3],
        Lstm(2),
        Add { { Rnn(2, nonlinearity = relu, layers = 3), MaxOverTime }, { MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [6, 5],
        Multiply { { Gru(5, layers = 3) }, { Dense(5), Sigmoid } },
        MaxOverTime,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [1, 5],
        Dense(6, bias = false),
        RmsNorm,
        Concat { { MaxOverTime }, { Rnn(1, nonlinearity = relu), Last } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [1, 4],
        Residual { Rnn(2, nonlinearity = relu, bidirectional = true) },
        Rnn(2, nonlinearity = relu, layers = 2, bias = false),
        Flatten,
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [3, 4],
        Lstm(5),
        LayerNorm,
        Gelu,
        Residual { Lstm(5) },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [3, 5],
        Lstm(3, bidirectional = true),
        Concat { { MeanOverTime }, { Lstm(1), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [2, 3],
        Dense(6),
        LayerNorm,
        Sigmoid,
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [3, 1],
        Multiply { { Rnn(1) }, { Dense(1), Sigmoid } },
        Concat { { MaxOverTime }, { Lstm(2), MaxOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [6, 4],
        Lstm(3),
        Dense(1),
        Softplus,
        Elu(alpha = 0.75),
        Add { { Gru(1, layers = 2), MaxOverTime }, { MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [5, 2],
        Residual { Lstm(2, bias = false) },
        Tanh,
        Last,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [6, 1],
        Concat { { Rnn(1) }, { Dense(3), Relu } },
        Rnn(5),
        Silu,
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [6, 4],
        Lstm(1, bidirectional = true, bias = false),
        LeakyRelu(slope = 0.2),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [6, 4],
        Concat { { Lstm(2) }, { Dense(1), Gelu } },
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [2, 1],
        Add { { Lstm(1, bidirectional = true) }, { Dense(2) }, { Dense(2, bias = false), Sigmoid } },
        Dense(7),
        RmsNorm,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [2, 3],
        Add { { Dense(4, bias = false) }, { Dense(4), Softplus }, { Lstm(2, layers = 3, bidirectional = true) } },
        MaxOverTime,
        Dense(3, bias = false),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [1, 1],
        Reshape([1, 1]),
        Gru(1, layers = 3),
        Gru(3, bidirectional = true),
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [5, 4],
        Rnn(1, nonlinearity = relu, bidirectional = true),
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [1, 5],
        Gru(3, bidirectional = true),
        RmsNorm,
        Gru(5, bias = false),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
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
    struct Sequence057 {
        input: [3, 3],
        Add { { Dense(4) }, { Dense(4), Elu(alpha = 0.75) }, { Rnn(2, bidirectional = true) } },
        Add { { Rnn(4), MaxOverTime }, { Last } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence058 {
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
    struct Sequence059 {
        input: [3, 4],
        Add { { Lstm(1, layers = 3) }, { Dense(1) }, { Dense(1), Tanh } },
        Last,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence060 {
        input: [2, 5],
        Gru(3, bidirectional = true),
        LayerNorm,
        Add { { Dense(5, bias = false) }, { Lstm(5, layers = 2) } },
        Dense(3, bias = false),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence061 {
        input: [2, 1],
        Add { { Lstm(3) }, { Dense(3) } },
        Gru(2, layers = 2, bias = false),
        MeanOverTime,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence062 {
        input: [6, 5],
        Residual { Rnn(5, layers = 2) },
        Rnn(4, nonlinearity = relu, bias = false),
        MaxOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence063 {
        input: [3, 5],
        Rnn(6, nonlinearity = relu),
        Lstm(2, bidirectional = true),
        Relu,
        MeanOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [1, 1],
        Gru(4),
        Silu,
        Dense(6),
        LayerNorm,
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [5, 2],
        Add { { Lstm(1, bias = false) }, { Dense(1, bias = false) }, { Dense(1), LeakyRelu(slope = 0.2) } },
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [1, 1],
        Dense(4, bias = false),
        LogSoftmax,
        Concat { { MaxOverTime }, { Rnn(1, nonlinearity = relu), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [5, 3],
        Rnn(5, nonlinearity = relu),
        RmsNorm,
        Concat { { Rnn(1, nonlinearity = relu) }, { Dense(1), Gelu }, {} },
        MaxOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [6, 4],
        Add { { Lstm(5) }, { Dense(5) }, { Dense(5), Sigmoid } },
        Dense(8, bias = false),
        LayerNorm,
        Add { { Rnn(4, layers = 2, bidirectional = true), MaxOverTime }, { Last } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [2, 3],
        Dense(5),
        LayerNorm,
        Dense(7),
        LayerNorm,
        Last,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [2, 2],
        Multiply { {}, { Dense(2), Sigmoid } },
        Add { { Dense(2, bias = false) }, { Dense(2, bias = false), Softplus }, { Lstm(1, bidirectional = true) } },
        Elu(alpha = 0.75),
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [2, 2],
        Residual { Dense(6, bias = false), RmsNorm, Dense(2) },
        Tanh,
        Rnn(7),
        LayerNorm,
        Concat { { MeanOverTime }, { Rnn(3), MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [4, 3],
        Residual { Lstm(3, bias = false) },
        Multiply { { Gru(3, layers = 2) }, { Dense(3, bias = false), Sigmoid } },
        MeanOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [6, 1],
        Add { { Dense(5) }, { Lstm(5, bias = false) } },
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [5, 4],
        Residual { Dense(7), LayerNorm, Dense(4) },
        Multiply { { Gru(2, bidirectional = true) }, { Dense(4, bias = false), Sigmoid } },
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [3, 1],
        Add { { Dense(3) }, { Lstm(3, bias = false) } },
        Rnn(1, bidirectional = true),
        Concat { { Last }, { Lstm(1, bidirectional = true), MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [3, 5],
        Rnn(6, nonlinearity = relu),
        Lstm(2, bidirectional = true),
        Relu,
        output: [3, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [6, 1],
        Reshape([6, 1]),
        Gru(3),
        Add { { Dense(3) }, { Dense(3), Silu }, { Gru(3) } },
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [6, 1],
        Rnn(1, nonlinearity = relu, bidirectional = true),
        Add { { Gru(1, bidirectional = true), MaxOverTime }, { MeanOverTime } },
        Dense(3, bias = false),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [1, 3],
        Add { { Dense(3) }, { Dense(3, bias = false), LeakyRelu(slope = 0.2) }, { Gru(3) } },
        Gru(2, bidirectional = true, bias = false),
        Last,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [3, 5],
        Lstm(6, layers = 2, bias = false),
        Residual { Gru(6, bias = false) },
        MeanOverTime,
        Dense(4, bias = false),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [5, 4],
        Multiply { {}, { Dense(4), Sigmoid } },
        Gelu,
        Residual { Lstm(2, bidirectional = true) },
        Add { { Gru(2, bidirectional = true), MeanOverTime }, { Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [1, 2],
        Concat { { Rnn(3, nonlinearity = relu, bias = false) }, { Dense(1, bias = false), Sigmoid }, {} },
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [4, 4],
        Rnn(2, nonlinearity = relu),
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [2, 2],
        Concat { { Gru(1) }, { Dense(1), Softplus }, {} },
        Last,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [3, 5],
        Reshape([3, 5]),
        Lstm(2),
        Concat { { MeanOverTime }, { Lstm(2), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [2, 4],
        Residual { Dense(7), LayerNorm, Dense(4) },
        Rnn(3, bidirectional = true),
        Concat { { MaxOverTime }, { Rnn(3, bias = false), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [3, 2],
        Lstm(3, bias = false),
        Multiply { { Gru(3) }, { Dense(3, bias = false), Sigmoid } },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [1, 5],
        Dense(6),
        Elu(alpha = 0.75),
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
        input: [4, 3],
        Rnn(6),
        LayerNorm,
        Tanh,
        Concat { { MeanOverTime }, { Lstm(2), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence090 {
        input: [5, 1],
        Lstm(3, bidirectional = true, bias = false),
        Add { { Lstm(3, bidirectional = true), MeanOverTime }, { MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [2, 1],
        Dense(3),
        Relu,
        Dense(3),
        LogSoftmax,
        MeanOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [6, 1],
        Concat { { Rnn(2, bidirectional = true) }, { Dense(1), Silu } },
        Lstm(7, bias = false),
        RmsNorm,
        MeanOverTime,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
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
    struct Sequence094 {
        input: [4, 5],
        Reshape([4, 5]),
        Lstm(2, layers = 3),
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [4, 2],
        Dense(1),
        LeakyRelu(slope = 0.2),
        Dense(5),
        LayerNorm,
        Gelu,
        output: [4, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [4, 3],
        Multiply { { Lstm(3) }, { Dense(3, bias = false), Sigmoid } },
        MaxOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [4, 1],
        Dense(6, bias = false),
        RmsNorm,
        Sigmoid,
        Rnn(3, nonlinearity = relu, bias = false),
        Add { { Gru(3), MaxOverTime }, { MeanOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [3, 2],
        Rnn(7, layers = 2),
        LayerNorm,
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [6, 1],
        Add { { Lstm(2, bias = false) }, { Dense(2) }, { Dense(2), Softplus } },
        Rnn(4),
        Add { { Gru(2, bidirectional = true), Last }, { MeanOverTime } },
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
    check!(Sequence003, 5),
    check!(Sequence004, 6),
    check!(Sequence005, 24),
    check!(Sequence006, 8),
    check!(Sequence007, 6),
    check!(Sequence008, 4),
    check!(Sequence009, 10),
    check!(Sequence010, 3),
    check!(Sequence011, 10),
    check!(Sequence012, 1),
    check!(Sequence013, 3),
    check!(Sequence014, 2),
    check!(Sequence015, 30),
    check!(Sequence016, 24),
    check!(Sequence017, 12),
    check!(Sequence018, 10),
    check!(Sequence019, 6),
    check!(Sequence020, 6),
    check!(Sequence021, 20),
    check!(Sequence022, 16),
    check!(Sequence023, 16),
    check!(Sequence024, 8),
    check!(Sequence025, 18),
    check!(Sequence026, 2),
    check!(Sequence027, 8),
    check!(Sequence028, 4),
    check!(Sequence029, 2),
    check!(Sequence030, 5),
    check!(Sequence031, 12),
    check!(Sequence032, 3),
    check!(Sequence033, 18),
    check!(Sequence034, 16),
    check!(Sequence035, 5),
    check!(Sequence036, 12),
    check!(Sequence037, 15),
    check!(Sequence038, 3),
    check!(Sequence039, 30),
    check!(Sequence040, 5),
    check!(Sequence041, 4),
    check!(Sequence042, 12),
    check!(Sequence043, 15),
    check!(Sequence044, 6),
    check!(Sequence045, 3),
    check!(Sequence046, 24),
    check!(Sequence047, 10),
    check!(Sequence048, 6),
    check!(Sequence049, 24),
    check!(Sequence050, 24),
    check!(Sequence051, 2),
    check!(Sequence052, 6),
    check!(Sequence053, 1),
    check!(Sequence054, 20),
    check!(Sequence055, 5),
    check!(Sequence056, 8),
    check!(Sequence057, 9),
    check!(Sequence058, 6),
    check!(Sequence059, 12),
    check!(Sequence060, 10),
    check!(Sequence061, 2),
    check!(Sequence062, 30),
    check!(Sequence063, 15),
    check!(Sequence064, 1),
    check!(Sequence065, 10),
    check!(Sequence066, 1),
    check!(Sequence067, 15),
    check!(Sequence068, 24),
    check!(Sequence069, 6),
    check!(Sequence070, 4),
    check!(Sequence071, 4),
    check!(Sequence072, 12),
    check!(Sequence073, 6),
    check!(Sequence074, 20),
    check!(Sequence075, 3),
    check!(Sequence076, 15),
    check!(Sequence077, 6),
    check!(Sequence078, 6),
    check!(Sequence079, 3),
    check!(Sequence080, 15),
    check!(Sequence081, 20),
    check!(Sequence082, 2),
    check!(Sequence083, 16),
    check!(Sequence084, 4),
    check!(Sequence085, 15),
    check!(Sequence086, 8),
    check!(Sequence087, 6),
    check!(Sequence088, 5),
    check!(Sequence089, 12),
    check!(Sequence090, 5),
    check!(Sequence091, 2),
    check!(Sequence092, 6),
    check!(Sequence093, 8),
    check!(Sequence094, 20),
    check!(Sequence095, 8),
    check!(Sequence096, 12),
    check!(Sequence097, 4),
    check!(Sequence098, 6),
    check!(Sequence099, 6),
];
