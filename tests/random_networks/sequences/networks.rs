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
        Conv1d(4, kernel = 3, padding = same),
        Tanh,
        Conv1d(6, kernel = 2, causal = true, dilation = 3, bias = false),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence002 {
        input: [4, 5],
        Residual { Gru(5) },
        Relu,
        Add { { Dense(5) }, { Dense(5), Silu }, { Rnn(5, layers = 2, bias = false) } },
        Last,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence003 {
        input: [2, 5],
        Dense(3, bias = false),
        SelfAttention(heads = 3, causal = true),
        Dense(7, bias = false),
        LayerNorm,
        LeakyRelu(slope = 0.2),
        output: [2, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence004 {
        input: [1, 1],
        Conv1d(3, kernel = 4, padding = same, dilation = 2),
        Add { { Rnn(3), MaxOverTime }, { MeanOverTime } },
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence005 {
        input: [3, 4],
        Residual { Dense(5, bias = false), RmsNorm, Dense(4) },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence006 {
        input: [5, 4],
        Dense(2),
        SelfAttention(heads = 1, causal = true),
        Gru(2, layers = 2, bidirectional = true),
        Dense(3),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence007 {
        input: [6, 2],
        Multiply { { Gru(2, layers = 2, bias = false) }, { Dense(2), Sigmoid } },
        Conv1d(2, kernel = 4, padding = same, dilation = 2),
        Gelu,
        Last,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence008 {
        input: [5, 1],
        Dense(2),
        SelfAttention(heads = 2),
        Multiply { { Rnn(2, layers = 2) }, { Dense(2), Sigmoid } },
        MaxOverTime,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence009 {
        input: [1, 2],
        Rnn(3, layers = 2, bidirectional = true),
        RmsNorm,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence010 {
        input: [1, 1],
        Dense(8),
        RmsNorm,
        Dense(6, bias = false),
        LayerNorm,
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence011 {
        input: [1, 4],
        Dense(5, bias = false),
        LayerNorm,
        Sigmoid,
        output: [1, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence012 {
        input: [6, 4],
        Dense(2, bias = false),
        Conv1d(4, kernel = 2, causal = true, dilation = 2, groups = 2),
        Softplus,
        MeanOverTime,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence013 {
        input: [5, 2],
        Lstm(9, layers = 2),
        SelfAttention(heads = 3),
        Dense(2, bias = false),
        LogSoftmax,
        output: [5, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence014 {
        input: [1, 4],
        Conv1d(3, kernel = 1, padding = 1),
        Conv1d(4, kernel = 4, stride = 2, padding = 2, dilation = 2, bias = false),
        Elu(alpha = 0.75),
        Last,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence015 {
        input: [2, 1],
        Dense(9),
        SelfAttention(heads = 3, causal = true),
        Dense(1, bias = false),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence016 {
        input: [2, 2],
        Rnn(3, nonlinearity = relu, layers = 2, bidirectional = true),
        Conv1d(4, kernel = 2, causal = true, dilation = 3, bias = false),
        Last,
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence017 {
        input: [2, 2],
        Conv1d(6, kernel = 4, padding = same, dilation = 2, bias = false),
        MeanOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence018 {
        input: [2, 3],
        Lstm(3, layers = 2),
        SelfAttention(heads = 1),
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence019 {
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
    struct Sequence020 {
        input: [2, 5],
        Rnn(3, nonlinearity = relu, layers = 2),
        Dense(1),
        output: [2, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence021 {
        input: [2, 4],
        Dense(4, bias = false),
        Softmax,
        Lstm(8, bias = false),
        MaxOverTime,
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence022 {
        input: [5, 3],
        Multiply { {}, { Dense(3), Sigmoid } },
        Dense(7, bias = false),
        LayerNorm,
        Relu,
        Dense(3, bias = false),
        output: [5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence023 {
        input: [3, 2],
        Residual { Dense(6), RmsNorm, Dense(2) },
        Residual { Dense(1), SelfAttention(heads = 1, causal = true), Dense(2) },
        Dense(3),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence024 {
        input: [4, 2],
        Gru(3, layers = 2),
        SelfAttention(heads = 1),
        Conv1d(6, kernel = 3, stride = 2, padding = 2),
        MaxPool1d(2),
        Add { { Gru(3, bidirectional = true), Last }, { MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence025 {
        input: [1, 2],
        Conv1d(6, kernel = 3, causal = true, dilation = 2),
        Dense(1),
        output: [1, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence026 {
        input: [2, 4],
        Multiply { { Rnn(4) }, { Dense(4, bias = false), Sigmoid } },
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence027 {
        input: [4, 4],
        Residual { Dense(3), SelfAttention(heads = 1), Dense(4) },
        Silu,
        Conv1d(5, kernel = 4, causal = true, dilation = 3),
        Last,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence028 {
        input: [6, 3],
        Multiply { {}, { Dense(3), Sigmoid } },
        Gru(3, layers = 2),
        Concat { { Last }, { Gru(3, layers = 2), Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence029 {
        input: [2, 1],
        Conv1d(3, kernel = 2, stride = 3, padding = 1),
        Conv1d(6, kernel = 4, causal = true, dilation = 2),
        output: [1, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence030 {
        input: [1, 5],
        Dense(4),
        LeakyRelu(slope = 0.2),
        MaxOverTime,
        Dense(4, bias = false),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence031 {
        input: [1, 2],
        Residual { Dense(9), SelfAttention(heads = 3, causal = true, bias = false), Dense(2) },
        Residual { Dense(6), RmsNorm, Dense(2) },
        Concat { { Last }, { Lstm(3), MeanOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence032 {
        input: [3, 5],
        Add { { Dense(4, bias = false) }, { Gru(2, bidirectional = true, bias = false) } },
        Residual { Gru(2, bidirectional = true) },
        Add { { Rnn(2, nonlinearity = relu, bidirectional = true), MaxOverTime }, { Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence033 {
        input: [4, 1],
        Residual { Conv1d(1, kernel = 4, causal = true, dilation = 3, bias = false) },
        Add { { Gru(1), Last }, { MeanOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence034 {
        input: [5, 3],
        Rnn(5, nonlinearity = relu, layers = 2),
        AvgPool1d(2),
        Dense(2),
        output: [2, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence035 {
        input: [6, 2],
        Rnn(3, nonlinearity = relu, bidirectional = true),
        Gelu,
        Add { { Gru(3, bidirectional = true), MeanOverTime }, { MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence036 {
        input: [6, 5],
        Residual { Gru(5, layers = 2, bias = false) },
        Sigmoid,
        Lstm(5),
        Last,
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence037 {
        input: [2, 4],
        Concat { { Dense(1), Softplus }, { Rnn(2, layers = 2, bidirectional = true) } },
        Rnn(2, bidirectional = true),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence038 {
        input: [6, 4],
        Dense(5),
        Elu(alpha = 0.75),
        Dense(6, bias = false),
        SelfAttention(heads = 3, causal = true, bias = false),
        Tanh,
        Dense(3, bias = false),
        output: [6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence039 {
        input: [3, 1],
        Residual { Conv1d(1, kernel = 4, padding = same, dilation = 3) },
        Relu,
        Gru(2, layers = 2, bidirectional = true, bias = false),
        Add { { Rnn(4, layers = 2, bias = false), MeanOverTime }, { Last } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence040 {
        input: [1, 4],
        Dense(2),
        Conv1d(4, kernel = 2, causal = true, dilation = 3, groups = 2),
        Silu,
        Conv1d(5, kernel = 3, stride = 2, padding = 2, dilation = 2),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence041 {
        input: [3, 2],
        Lstm(5, layers = 2, bias = false),
        MaxPool1d(3),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence042 {
        input: [1, 1],
        Dense(4),
        Softmax,
        Multiply { {}, { Dense(4), Sigmoid } },
        MeanOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence043 {
        input: [5, 1],
        Residual { Conv1d(1, kernel = 2, padding = same, dilation = 3, bias = false) },
        Lstm(4),
        AvgPool1d(2),
        MaxOverTime,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence044 {
        input: [1, 2],
        Conv1d(3, kernel = 2, causal = true),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence045 {
        input: [6, 3],
        Add { { Dense(5, bias = false) }, { Dense(5), LeakyRelu(slope = 0.2) }, { Gru(5) } },
        Gelu,
        Dense(6),
        RmsNorm,
        Sigmoid,
        MaxOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence046 {
        input: [1, 5],
        Conv1d(5, kernel = 2, padding = same, dilation = 2, bias = false),
        Rnn(3, nonlinearity = relu),
        MaxOverTime,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence047 {
        input: [2, 2],
        Dense(4),
        Conv1d(2, kernel = 4, causal = true, dilation = 2, groups = 2, bias = false),
        Gru(5, layers = 2),
        RmsNorm,
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence048 {
        input: [1, 5],
        Residual { Lstm(5, layers = 2, bias = false) },
        Add { { Gru(3) }, { Dense(3) } },
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence049 {
        input: [2, 3],
        Residual { Lstm(1), SelfAttention(heads = 1), Dense(3) },
        Softplus,
        output: [2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence050 {
        input: [6, 5],
        Conv1d(2, kernel = 4, causal = true),
        Elu(alpha = 0.75),
        Dense(4),
        Conv1d(2, kernel = 4, causal = true, dilation = 2, groups = 2, bias = false),
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence051 {
        input: [5, 3],
        Dense(3),
        Conv1d(6, kernel = 4, padding = same, dilation = 2, groups = 3),
        Last,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence052 {
        input: [2, 4],
        Dense(6),
        Conv1d(3, kernel = 2, padding = same, dilation = 2, groups = 3),
        Reshape([2, 3]),
        Rnn(3, bias = false),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence053 {
        input: [2, 4],
        Dense(3),
        Softmax,
        Concat { { MeanOverTime }, { Rnn(3), MaxOverTime } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence054 {
        input: [2, 1],
        Concat { { Dense(2), Tanh }, { Gru(3) } },
        Last,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence055 {
        input: [3, 2],
        Residual { Dense(7), RmsNorm, Dense(2) },
        Add { { Rnn(2), MaxOverTime }, { Last } },
        Dense(2, bias = false),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence056 {
        input: [5, 3],
        Rnn(7, layers = 2),
        Conv1d(3, kernel = 4, causal = true, dilation = 2, bias = false),
        Concat { { MaxOverTime }, { Lstm(2, layers = 2), MeanOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence057 {
        input: [4, 2],
        Concat { { Dense(3), Relu }, {}, { Lstm(2) } },
        Flatten,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence058 {
        input: [3, 3],
        Dense(6),
        Conv1d(6, kernel = 2, causal = true, dilation = 3, groups = 3),
        Silu,
        output: [3, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence059 {
        input: [5, 2],
        Conv1d(3, kernel = 2, stride = 3, padding = 2, dilation = 2),
        Lstm(2, bidirectional = true),
        Add { { Gru(4, bias = false), MaxOverTime }, { Last } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence060 {
        input: [6, 5],
        Dense(6),
        Conv1d(6, kernel = 3, causal = true, dilation = 2, groups = 3, bias = false),
        output: [6, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence061 {
        input: [6, 3],
        Conv1d(2, kernel = 2, causal = true, dilation = 2),
        AvgPool1d(3),
        Lstm(5, layers = 2),
        MaxOverTime,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence062 {
        input: [5, 5],
        Concat { { Dense(1, bias = false), LeakyRelu(slope = 0.2) }, {}, { Gru(2, layers = 2) } },
        MeanOverTime,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence063 {
        input: [5, 2],
        Conv1d(2, kernel = 2, causal = true, dilation = 2, bias = false),
        AvgPool1d(3),
        MaxOverTime,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence064 {
        input: [2, 3],
        Dense(6, bias = false),
        Conv1d(6, kernel = 4, padding = same, groups = 3, bias = false),
        Last,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence065 {
        input: [1, 2],
        Dense(5, bias = false),
        Softmax,
        output: [1, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence066 {
        input: [6, 4],
        Residual { Conv1d(4, kernel = 2, padding = same, dilation = 3) },
        Add { { Gru(3, layers = 2, bias = false) }, { Dense(3, bias = false) } },
        Add { { Rnn(3, layers = 2), MeanOverTime }, { MeanOverTime } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence067 {
        input: [3, 5],
        Conv1d(3, kernel = 1, dilation = 2),
        Concat { { Last }, { Rnn(3, nonlinearity = relu, layers = 2), Last } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence068 {
        input: [4, 5],
        Residual { Conv1d(5, kernel = 2, causal = true, dilation = 3) },
        output: [4, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence069 {
        input: [3, 3],
        Dense(1),
        SelfAttention(heads = 1, causal = true),
        Flatten,
        Dense(3, bias = false),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence070 {
        input: [3, 4],
        Residual { Lstm(2, layers = 2, bidirectional = true, bias = false) },
        Residual { Dense(6, bias = false), LayerNorm, Dense(4) },
        Flatten,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence071 {
        input: [4, 3],
        Add { { Lstm(5) }, { Dense(5) } },
        Dense(4),
        Conv1d(2, kernel = 4, causal = true, dilation = 2, groups = 2, bias = false),
        Last,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence072 {
        input: [4, 2],
        Dense(4, bias = false),
        SelfAttention(heads = 2, causal = true),
        Conv1d(5, kernel = 1, padding = 1),
        output: [6, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence073 {
        input: [6, 3],
        Residual { Rnn(3, layers = 2, bias = false) },
        Dense(1),
        output: [6, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence074 {
        input: [5, 3],
        Concat { { Gru(3) }, { Dense(3, bias = false), Gelu } },
        MeanOverTime,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence075 {
        input: [3, 5],
        Conv1d(3, kernel = 2, causal = true, dilation = 2),
        Conv1d(5, kernel = 4, stride = 2, padding = 2, dilation = 2),
        RmsNorm,
        MaxOverTime,
        Dense(4, bias = false),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence076 {
        input: [4, 3],
        Residual { Dense(5), LayerNorm, Dense(3) },
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence077 {
        input: [4, 5],
        Concat { { Gru(3) }, { Dense(3), Sigmoid }, {} },
        Softplus,
        Conv1d(2, kernel = 4, causal = true),
        Flatten,
        Dense(2, bias = false),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence078 {
        input: [3, 3],
        Lstm(7, layers = 2),
        Add { { Rnn(7, nonlinearity = relu, layers = 2), MaxOverTime }, { MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence079 {
        input: [2, 2],
        Conv1d(3, kernel = 4, causal = true, dilation = 3),
        Conv1d(4, kernel = 4, padding = same, dilation = 3),
        Elu(alpha = 0.75),
        Concat { { Last }, { Rnn(3), Last } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence080 {
        input: [3, 5],
        Conv1d(6, kernel = 4, stride = 3, padding = 2, dilation = 2),
        MaxOverTime,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence081 {
        input: [5, 4],
        Dense(6),
        RmsNorm,
        Last,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence082 {
        input: [4, 4],
        Dense(4),
        Softmax,
        Tanh,
        Reshape([2, 8]),
        Gru(2, layers = 2),
        MeanOverTime,
        Dense(4, bias = false),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence083 {
        input: [6, 3],
        Conv1d(4, kernel = 3, causal = true, bias = false),
        Relu,
        Add { { Gru(2, bidirectional = true), Last }, { MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence084 {
        input: [1, 5],
        Dense(6),
        Silu,
        LeakyRelu(slope = 0.2),
        Conv1d(2, kernel = 3, causal = true, dilation = 3, bias = false),
        output: [1, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence085 {
        input: [3, 5],
        Dense(4),
        Conv1d(2, kernel = 3, causal = true, dilation = 2, groups = 2),
        MeanOverTime,
        Dense(2, bias = false),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence086 {
        input: [3, 3],
        Rnn(4, bidirectional = true),
        Concat { { MaxOverTime }, { Rnn(3, bias = false), MaxOverTime } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence087 {
        input: [3, 2],
        Dense(5),
        RmsNorm,
        Residual { Gru(5) },
        Add { { Rnn(5, layers = 2, bias = false), MeanOverTime }, { MeanOverTime } },
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence088 {
        input: [6, 2],
        Residual { Lstm(2, layers = 2, bidirectional = true), SelfAttention(heads = 2), Dense(2) },
        Gelu,
        output: [6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence089 {
        input: [3, 3],
        Reshape([9, 1]),
        Rnn(3, bias = false),
        Sigmoid,
        Rnn(5, layers = 2),
        MaxPool1d(3),
        Add { { Rnn(5, nonlinearity = relu, layers = 2, bias = false), Last }, { Last } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence090 {
        input: [4, 4],
        Concat { { Dense(3, bias = false), Softplus }, { Rnn(2, bidirectional = true) } },
        Elu(alpha = 0.75),
        Dense(3, bias = false),
        Conv1d(6, kernel = 2, padding = same, groups = 3),
        Concat { { MeanOverTime }, { Gru(3), MaxOverTime } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence091 {
        input: [3, 2],
        Lstm(3, layers = 2, bidirectional = true, bias = false),
        RmsNorm,
        Dense(3),
        SelfAttention(heads = 1, causal = true),
        output: [3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence092 {
        input: [6, 3],
        Residual { Dense(7), RmsNorm, Dense(3) },
        Conv1d(2, kernel = 1, stride = 2, dilation = 2),
        MaxPool1d(2),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence093 {
        input: [1, 1],
        Concat { { Gru(2, bidirectional = true) }, { Dense(2), Tanh }, {} },
        Multiply { { Lstm(7) }, { Dense(7, bias = false), Sigmoid } },
        MeanOverTime,
        Dense(3, bias = false),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence094 {
        input: [5, 3],
        Conv1d(4, kernel = 1, stride = 2, padding = 1),
        Residual { Dense(2), SelfAttention(heads = 1), Dense(4) },
        Last,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence095 {
        input: [4, 3],
        Conv1d(3, kernel = 1),
        Dense(6),
        RmsNorm,
        output: [4, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence096 {
        input: [3, 3],
        Rnn(3, layers = 2, bidirectional = true),
        Concat { { MeanOverTime }, { Rnn(3, layers = 2, bias = false), MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence097 {
        input: [6, 4],
        Dense(1, bias = false),
        Relu,
        output: [6, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence098 {
        input: [2, 3],
        Residual { Dense(2), SelfAttention(heads = 2, causal = true), Dense(3) },
        Add { { Lstm(3, bias = false), Last }, { MaxOverTime } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Sequence099 {
        input: [1, 5],
        Conv1d(6, kernel = 2, stride = 3, padding = 1, dilation = 2),
        Rnn(7, layers = 2, bias = false),
        LayerNorm,
        Last,
        Dense(3, bias = false),
        Softmax,
        output: [3],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 100] = [
    check!(Sequence000, 8),
    check!(Sequence001, 20),
    check!(Sequence002, 20),
    check!(Sequence003, 10),
    check!(Sequence004, 1),
    check!(Sequence005, 12),
    check!(Sequence006, 20),
    check!(Sequence007, 12),
    check!(Sequence008, 5),
    check!(Sequence009, 2),
    check!(Sequence010, 1),
    check!(Sequence011, 4),
    check!(Sequence012, 24),
    check!(Sequence013, 10),
    check!(Sequence014, 4),
    check!(Sequence015, 2),
    check!(Sequence016, 4),
    check!(Sequence017, 4),
    check!(Sequence018, 6),
    check!(Sequence019, 25),
    check!(Sequence020, 10),
    check!(Sequence021, 8),
    check!(Sequence022, 15),
    check!(Sequence023, 6),
    check!(Sequence024, 8),
    check!(Sequence025, 2),
    check!(Sequence026, 8),
    check!(Sequence027, 16),
    check!(Sequence028, 18),
    check!(Sequence029, 2),
    check!(Sequence030, 5),
    check!(Sequence031, 2),
    check!(Sequence032, 15),
    check!(Sequence033, 4),
    check!(Sequence034, 15),
    check!(Sequence035, 12),
    check!(Sequence036, 30),
    check!(Sequence037, 8),
    check!(Sequence038, 24),
    check!(Sequence039, 3),
    check!(Sequence040, 4),
    check!(Sequence041, 6),
    check!(Sequence042, 1),
    check!(Sequence043, 5),
    check!(Sequence044, 2),
    check!(Sequence045, 18),
    check!(Sequence046, 5),
    check!(Sequence047, 4),
    check!(Sequence048, 5),
    check!(Sequence049, 6),
    check!(Sequence050, 30),
    check!(Sequence051, 15),
    check!(Sequence052, 8),
    check!(Sequence053, 8),
    check!(Sequence054, 2),
    check!(Sequence055, 6),
    check!(Sequence056, 15),
    check!(Sequence057, 8),
    check!(Sequence058, 9),
    check!(Sequence059, 10),
    check!(Sequence060, 30),
    check!(Sequence061, 18),
    check!(Sequence062, 25),
    check!(Sequence063, 10),
    check!(Sequence064, 6),
    check!(Sequence065, 2),
    check!(Sequence066, 24),
    check!(Sequence067, 15),
    check!(Sequence068, 20),
    check!(Sequence069, 9),
    check!(Sequence070, 12),
    check!(Sequence071, 12),
    check!(Sequence072, 8),
    check!(Sequence073, 18),
    check!(Sequence074, 15),
    check!(Sequence075, 15),
    check!(Sequence076, 12),
    check!(Sequence077, 20),
    check!(Sequence078, 9),
    check!(Sequence079, 4),
    check!(Sequence080, 15),
    check!(Sequence081, 20),
    check!(Sequence082, 16),
    check!(Sequence083, 18),
    check!(Sequence084, 5),
    check!(Sequence085, 15),
    check!(Sequence086, 9),
    check!(Sequence087, 6),
    check!(Sequence088, 12),
    check!(Sequence089, 9),
    check!(Sequence090, 16),
    check!(Sequence091, 6),
    check!(Sequence092, 18),
    check!(Sequence093, 1),
    check!(Sequence094, 15),
    check!(Sequence095, 12),
    check!(Sequence096, 9),
    check!(Sequence097, 24),
    check!(Sequence098, 6),
    check!(Sequence099, 5),
];
