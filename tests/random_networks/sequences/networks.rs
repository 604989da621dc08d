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
        Concat { { Dense(3), Tanh }, {}, { Lstm(3, layers = 2) } },
        Conv1d(7, kernel = 2, causal = true, dilation = 3),
        LayerNorm,
        Relu,
        Concat { { MaxOverTime }, { Lstm(3), Last } },
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [1, 3],
        Add { { Dense(5, bias = false) }, { Dense(5), Silu }, { Rnn(5, bias = false) } },
        LeakyRelu(slope = 0.2),
        Conv1d(2, kernel = 2, padding = same, dilation = 3, bias = false),
        Gelu,
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [6, 5],
        Dense(6),
        RmsNorm,
        Sigmoid,
        Rnn(4, nonlinearity = relu),
        Softplus,
        output: [6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [1, 1],
        Reshape([1, 1]),
        Gru(2, bidirectional = true),
        Add { { Rnn(4), MeanOverTime }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [5, 2],
        Dense(8),
        LayerNorm,
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [6, 4],
        Conv1d(2, kernel = 3, stride = 3, padding = 1),
        Conv1d(5, kernel = 2, causal = true, dilation = 2),
        Dense(3),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [6, 2],
        Residual { Rnn(2, nonlinearity = relu) },
        Rnn(2, nonlinearity = relu, layers = 2, bidirectional = true),
        Concat { { MaxOverTime }, { Rnn(2), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [1, 5],
        Add { { Gru(2) }, { Dense(2) }, { Dense(2), Elu(alpha = 0.75) } },
        Conv1d(2, kernel = 3, padding = same, dilation = 3, bias = false),
        Dense(1),
        output: [1, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [3, 2],
        Dense(2),
        Softmax,
        Add { { Gru(2), Last }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [4, 3],
        Dense(3, bias = false),
        Tanh,
        Relu,
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [2, 2],
        Dense(5),
        RmsNorm,
        Residual { Dense(7), LayerNorm, Dense(5, bias = false) },
        Last,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [2, 5],
        Residual { Gru(5) },
        MaxOverTime,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [3, 2],
        Add { { Dense(3) }, { Dense(3), Silu }, { Lstm(3, layers = 2, bias = false) } },
        Multiply { {}, { Dense(3), Sigmoid } },
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [5, 3],
        Multiply { { Gru(3, layers = 2) }, { Dense(3), Sigmoid } },
        Conv1d(2, kernel = 2, causal = true, dilation = 3),
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [6, 5],
        Multiply { {}, { Dense(5), Sigmoid } },
        Dense(1, bias = false),
        LeakyRelu(slope = 0.2),
        Gelu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [4, 2],
        Rnn(3, bidirectional = true),
        output: [4, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [6, 2],
        Gru(4, layers = 2, bidirectional = true),
        Sigmoid,
        Concat { { Gru(4) }, { Dense(3, bias = false), Softplus } },
        MaxOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [5, 2],
        Lstm(3, layers = 2),
        Dense(6, bias = false),
        LayerNorm,
        Dense(3, bias = false),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
        input: [6, 1],
        Gru(3, layers = 2, bias = false),
        Elu(alpha = 0.75),
        MaxOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence020 {
        input: [2, 5],
        Conv1d(5, kernel = 2, causal = true, dilation = 2),
        Last,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [4, 4],
        Dense(1),
        Tanh,
        Last,
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [5, 1],
        Conv1d(5, kernel = 4, stride = 3, padding = 2, dilation = 2),
        output: [1, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [5, 3],
        Residual { Rnn(3, layers = 2, bias = false) },
        Relu,
        Multiply { {}, { Dense(3), Sigmoid } },
        Silu,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [3, 3],
        Concat { { Dense(1), LeakyRelu(slope = 0.2) }, { Rnn(2, nonlinearity = relu, bias = false) } },
        Dense(5),
        RmsNorm,
        Dense(3),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [4, 2],
        Conv1d(6, kernel = 2, padding = same, dilation = 3),
        Gelu,
        Conv1d(6, kernel = 4, padding = same, dilation = 2),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence026 {
        input: [3, 5],
        Conv1d(3, kernel = 4, stride = 2, padding = 1),
        Multiply { {}, { Dense(3), Sigmoid } },
        output: [1, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [2, 5],
        Residual { Lstm(5, layers = 2) },
        Dense(3),
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [4, 1],
        Gru(5, layers = 2),
        RmsNorm,
        Concat { { MeanOverTime }, { Rnn(3, nonlinearity = relu, layers = 2, bias = false), MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [5, 4],
        Rnn(3, bidirectional = true, bias = false),
        LayerNorm,
        Conv1d(2, kernel = 3, causal = true),
        Sigmoid,
        Last,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [4, 1],
        Conv1d(4, kernel = 4, padding = same, dilation = 2),
        Residual { Rnn(2, layers = 2, bidirectional = true) },
        Softplus,
        output: [4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [2, 4],
        Residual { Dense(5, bias = false), RmsNorm, Dense(4) },
        Elu(alpha = 0.75),
        Residual { Conv1d(4, kernel = 3, causal = true) },
        Add { { Gru(4, layers = 2), MaxOverTime }, { MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [2, 4],
        Dense(4),
        Softmax,
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence033 {
        input: [1, 1],
        Dense(5),
        LayerNorm,
        Dense(2),
        Tanh,
        Add { { Lstm(2), MaxOverTime }, { MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence034 {
        input: [6, 3],
        Lstm(7, layers = 2, bias = false),
        Residual { Gru(7) },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [6, 2],
        Dense(6, bias = false),
        RmsNorm,
        Add { { Dense(5) }, { Rnn(5, nonlinearity = relu) } },
        Add { { Lstm(5), MaxOverTime }, { MaxOverTime } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [4, 4],
        Reshape([2, 8]),
        Rnn(3, layers = 2),
        Concat { { Last }, { Rnn(3, nonlinearity = relu), MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [1, 3],
        Conv1d(2, kernel = 2, causal = true, dilation = 3),
        Gru(3, bidirectional = true),
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [3, 4],
        Residual { Dense(5, bias = false), RmsNorm, Dense(4) },
        Relu,
        Reshape([2, 6]),
        Rnn(2, nonlinearity = relu, bias = false),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [1, 1],
        Conv1d(4, kernel = 2, stride = 3, padding = 1),
        Silu,
        output: [1, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [4, 4],
        Rnn(2, bidirectional = true),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [6, 4],
        Gru(4, bias = false),
        Multiply { { Gru(2, bidirectional = true, bias = false) }, { Dense(4, bias = false), Sigmoid } },
        Dense(2),
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [4, 5],
        Conv1d(2, kernel = 1, stride = 3),
        Concat { { Lstm(3, bias = false) }, { Dense(1, bias = false), LeakyRelu(slope = 0.2) }, {} },
        Concat { { Last }, { Lstm(3), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [1, 4],
        Conv1d(7, kernel = 2, padding = same),
        LayerNorm,
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [3, 1],
        Conv1d(5, kernel = 2, causal = true, dilation = 2),
        RmsNorm,
        MaxOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [3, 3],
        Residual { Gru(3) },
        Rnn(5, nonlinearity = relu),
        Add { { Lstm(5, layers = 2), MaxOverTime }, { Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [3, 3],
        Gru(6, layers = 2),
        Gelu,
        Dense(3),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [5, 4],
        Dense(7),
        RmsNorm,
        MeanOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [2, 4],
        Residual { Lstm(2, layers = 2, bidirectional = true) },
        Sigmoid,
        Add { { Gru(2, layers = 2, bidirectional = true), MaxOverTime }, { MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [5, 2],
        Concat { { Lstm(4, layers = 2, bias = false) }, { Dense(1, bias = false), Softplus }, {} },
        output: [5, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [6, 1],
        Conv1d(2, kernel = 3, padding = same),
        Gru(5, layers = 2, bias = false),
        RmsNorm,
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [6, 1],
        Concat { { Dense(1), Elu(alpha = 0.75) }, {}, { Gru(4, layers = 2) } },
        Dense(6),
        Tanh,
        Relu,
        Concat { { MaxOverTime }, { Rnn(3, nonlinearity = relu, layers = 2, bias = false), MeanOverTime } },
        Dense(2, bias = false),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [1, 2],
        Residual { Conv1d(2, kernel = 4, causal = true) },
        Conv1d(2, kernel = 3, padding = same),
        Concat { { Last }, { Lstm(3, layers = 2), MeanOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [5, 2],
        Dense(7),
        LayerNorm,
        Conv1d(6, kernel = 4, causal = true),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [1, 1],
        Gru(4, bidirectional = true),
        output: [1, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [5, 4],
        Dense(8),
        LayerNorm,
        Concat { { MeanOverTime }, { Rnn(3, nonlinearity = relu, layers = 2), MaxOverTime } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
        input: [3, 5],
        Residual { Dense(7), RmsNorm, Dense(5) },
        Concat { { Gru(4) }, { Dense(3), Silu } },
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence057 {
        input: [3, 2],
        Conv1d(3, kernel = 2, stride = 2, padding = 2),
        LeakyRelu(slope = 0.2),
        Dense(6),
        LayerNorm,
        Concat { { MeanOverTime }, { Rnn(3), MaxOverTime } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence058 {
        input: [2, 1],
        Residual { Dense(5), RmsNorm, Dense(1) },
        Add { { Lstm(1, bias = false), Last }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence059 {
        input: [3, 1],
        Dense(4),
        LogSoftmax,
        Gelu,
        Dense(3),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence060 {
        input: [5, 3],
        Rnn(7, layers = 2),
        Concat { { Lstm(2) }, { Dense(1, bias = false), Sigmoid } },
        Add { { Lstm(3), MaxOverTime }, { MaxOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence061 {
        input: [1, 3],
        Dense(8),
        RmsNorm,
        Dense(8, bias = false),
        LayerNorm,
        Softplus,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence062 {
        input: [6, 4],
        Concat { { Gru(3) }, { Dense(3), Elu(alpha = 0.75) } },
        Tanh,
        Conv1d(6, kernel = 3, causal = true, dilation = 3),
        MaxOverTime,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence063 {
        input: [1, 2],
        Residual { Conv1d(2, kernel = 4, padding = same, dilation = 2) },
        Conv1d(7, kernel = 4, padding = same, dilation = 3),
        RmsNorm,
        Relu,
        Add { { Lstm(7), Last }, { MaxOverTime } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [3, 1],
        Add { { Gru(2) }, { Dense(2) }, { Dense(2), Silu } },
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [5, 2],
        Conv1d(2, kernel = 3, padding = same),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [4, 5],
        Dense(3, bias = false),
        Softmax,
        LeakyRelu(slope = 0.2),
        Dense(7),
        RmsNorm,
        MeanOverTime,
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [5, 4],
        Add { { Dense(2, bias = false) }, { Dense(2), Gelu }, { Rnn(2, nonlinearity = relu, bias = false) } },
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [2, 1],
        Add { { Dense(3, bias = false) }, { Rnn(3, nonlinearity = relu, layers = 2) } },
        Last,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [6, 2],
        Dense(5),
        RmsNorm,
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [3, 2],
        Rnn(6, layers = 2),
        Last,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [1, 2],
        Conv1d(5, kernel = 3, padding = same),
        Sigmoid,
        Concat { { Last }, { Lstm(2, layers = 2), MaxOverTime } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [2, 4],
        Gru(3, layers = 2),
        Softplus,
        Last,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [1, 1],
        Conv1d(3, kernel = 4, causal = true, dilation = 2, bias = false),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [3, 5],
        Rnn(7, layers = 2),
        LayerNorm,
        Dense(2),
        Softmax,
        Concat { { MeanOverTime }, { Rnn(3), MaxOverTime } },
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [5, 1],
        Conv1d(7, kernel = 2, padding = same, dilation = 2),
        RmsNorm,
        Concat { { Gru(4, layers = 2) }, { Dense(3, bias = false), Elu(alpha = 0.75) } },
        MeanOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [6, 1],
        Conv1d(5, kernel = 4),
        Conv1d(6, kernel = 3, causal = true),
        output: [3, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [6, 5],
        Dense(4),
        Tanh,
        Dense(2, bias = false),
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [3, 4],
        Conv1d(7, kernel = 2, stride = 3, padding = 2, dilation = 2),
        LayerNorm,
        Concat { { MaxOverTime }, { Gru(3, layers = 2), Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [3, 4],
        Rnn(5, nonlinearity = relu, bias = false),
        Relu,
        Residual { Conv1d(5, kernel = 4, padding = same, dilation = 3, bias = false) },
        Silu,
        Add { { Lstm(5, layers = 2), Last }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [6, 5],
        Add { { Lstm(4, layers = 2) }, { Dense(4, bias = false) }, { Dense(4), LeakyRelu(slope = 0.2) } },
        Dense(2),
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [1, 5],
        Gru(4, layers = 2, bidirectional = true, bias = false),
        Concat { { MeanOverTime }, { Gru(2, layers = 2, bias = false), MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [6, 1],
        Add { { Gru(2, layers = 2, bidirectional = true) }, { Dense(4, bias = false) } },
        MaxOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [4, 3],
        Conv1d(6, kernel = 1, padding = 1),
        Last,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [1, 2],
        Dense(4, bias = false),
        LogSoftmax,
        Conv1d(4, kernel = 3, stride = 2, padding = 2, dilation = 2),
        MaxOverTime,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [2, 2],
        Concat { { Dense(2), Gelu }, { Gru(2) } },
        Conv1d(4, kernel = 1, stride = 2, dilation = 2),
        output: [1, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [6, 5],
        Conv1d(5, kernel = 4, stride = 2, padding = 1, dilation = 2),
        RmsNorm,
        Lstm(4, bidirectional = true),
        Add { { Gru(4, bidirectional = true), Last }, { Last } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [2, 5],
        Lstm(2, layers = 2, bidirectional = true),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [1, 5],
        Concat { { Gru(2, layers = 2, bidirectional = true) }, { Dense(2), Sigmoid }, {} },
        Add { { Gru(11, layers = 2), MeanOverTime }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
        input: [5, 1],
        Conv1d(6, kernel = 1, stride = 2, padding = 2, bias = false),
        Concat { { MeanOverTime }, { Rnn(2, nonlinearity = relu), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence090 {
        input: [4, 2],
        Reshape([1, 8]),
        Lstm(3, bias = false),
        MeanOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [4, 2],
        Dense(8),
        RmsNorm,
        Reshape([4, 8]),
        Rnn(2, nonlinearity = relu, layers = 2, bias = false),
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [3, 3],
        Conv1d(2, kernel = 1, padding = 1),
        Conv1d(4, kernel = 4, causal = true, dilation = 3),
        Dense(1),
        output: [5, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
        input: [4, 5],
        Dense(7),
        RmsNorm,
        MeanOverTime,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence094 {
        input: [6, 2],
        Add { { Dense(4) }, { Lstm(2, bidirectional = true) } },
        Last,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [6, 2],
        Lstm(4, layers = 2, bias = false),
        Add { { Lstm(5, bias = false) }, { Dense(5) } },
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [2, 5],
        Gru(5),
        LayerNorm,
        Softplus,
        Residual { Dense(6, bias = false), LayerNorm, Dense(5) },
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [2, 3],
        Conv1d(2, kernel = 1, stride = 2, dilation = 2),
        Elu(alpha = 0.75),
        Dense(5),
        Tanh,
        Relu,
        Add { { Rnn(5, layers = 2), MeanOverTime }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [4, 4],
        Dense(6),
        RmsNorm,
        Add { { Gru(3, layers = 2, bidirectional = true, bias = false), MeanOverTime }, { MeanOverTime } },
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [2, 5],
        Concat { { Dense(1, bias = false), Silu }, { Gru(3, bias = false) } },
        MeanOverTime,
        Dense(2),
        output: [2],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 100] = [
    check!(Sequence000, 8),
    check!(Sequence001, 20),
    check!(Sequence002, 3),
    check!(Sequence003, 30),
    check!(Sequence004, 1),
    check!(Sequence005, 10),
    check!(Sequence006, 24),
    check!(Sequence007, 12),
    check!(Sequence008, 5),
    check!(Sequence009, 6),
    check!(Sequence010, 12),
    check!(Sequence011, 4),
    check!(Sequence012, 10),
    check!(Sequence013, 6),
    check!(Sequence014, 15),
    check!(Sequence015, 30),
    check!(Sequence016, 8),
    check!(Sequence017, 12),
    check!(Sequence018, 10),
    check!(Sequence019, 6),
    check!(Sequence020, 10),
    check!(Sequence021, 16),
    check!(Sequence022, 5),
    check!(Sequence023, 15),
    check!(Sequence024, 9),
    check!(Sequence025, 8),
    check!(Sequence026, 15),
    check!(Sequence027, 10),
    check!(Sequence028, 4),
    check!(Sequence029, 20),
    check!(Sequence030, 4),
    check!(Sequence031, 8),
    check!(Sequence032, 8),
    check!(Sequence033, 1),
    check!(Sequence034, 18),
    check!(Sequence035, 12),
    check!(Sequence036, 16),
    check!(Sequence037, 3),
    check!(Sequence038, 12),
    check!(Sequence039, 1),
    check!(Sequence040, 16),
    check!(Sequence041, 24),
    check!(Sequence042, 20),
    check!(Sequence043, 4),
    check!(Sequence044, 3),
    check!(Sequence045, 9),
    check!(Sequence046, 9),
    check!(Sequence047, 20),
    check!(Sequence048, 8),
    check!(Sequence049, 10),
    check!(Sequence050, 6),
    check!(Sequence051, 6),
    check!(Sequence052, 2),
    check!(Sequence053, 10),
    check!(Sequence054, 1),
    check!(Sequence055, 20),
    check!(Sequence056, 15),
    check!(Sequence057, 6),
    check!(Sequence058, 2),
    check!(Sequence059, 3),
    check!(Sequence060, 15),
    check!(Sequence061, 3),
    check!(Sequence062, 24),
    check!(Sequence063, 2),
    check!(Sequence064, 3),
    check!(Sequence065, 10),
    check!(Sequence066, 20),
    check!(Sequence067, 20),
    check!(Sequence068, 2),
    check!(Sequence069, 12),
    check!(Sequence070, 6),
    check!(Sequence071, 2),
    check!(Sequence072, 8),
    check!(Sequence073, 1),
    check!(Sequence074, 15),
    check!(Sequence075, 5),
    check!(Sequence076, 6),
    check!(Sequence077, 30),
    check!(Sequence078, 12),
    check!(Sequence079, 12),
    check!(Sequence080, 30),
    check!(Sequence081, 5),
    check!(Sequence082, 6),
    check!(Sequence083, 12),
    check!(Sequence084, 2),
    check!(Sequence085, 4),
    check!(Sequence086, 30),
    check!(Sequence087, 10),
    check!(Sequence088, 5),
    check!(Sequence089, 5),
    check!(Sequence090, 8),
    check!(Sequence091, 8),
    check!(Sequence092, 9),
    check!(Sequence093, 20),
    check!(Sequence094, 12),
    check!(Sequence095, 12),
    check!(Sequence096, 10),
    check!(Sequence097, 6),
    check!(Sequence098, 16),
    check!(Sequence099, 10),
];
