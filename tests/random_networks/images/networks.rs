//! 200 networks drawn from seed 3 by `images/generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Image000 {
        input: [1, 5, 7],
        Conv2d(2, kernel = 1, padding = same, dilation = 2, bias = false),
        GroupNorm(1),
        Relu,
        Conv2d(2, kernel = 3, stride = 2, padding = [1, 0], bias = false),
        Tanh,
        Flatten,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image001 {
        input: [1, 2, 4],
        Residual { Conv2d(1, kernel = 3, padding = same), LeakyRelu(slope = 0.2) },
        Silu,
        AdaptiveAvgPool2d([2, 1]),
        Flatten,
        Dense(2),
        Reshape([1, 2, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image002 {
        input: [2, 3, 2],
        Multiply { { Conv2d(2, kernel = 3, padding = same), Relu }, { Conv2d(2, kernel = 1), Sigmoid } },
        GlobalMaxPool2d,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image003 {
        input: [2, 6, 3],
        Conv2d(4, kernel = 3, padding = same, groups = 2),
        MaxPool2d(2, padding = 1, dilation = 2),
        Gelu,
        Flatten,
        Dense(6),
        Reshape([2, 1, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image004 {
        input: [3, 3, 2],
        Multiply { {}, { Conv2d(3, kernel = 1), Sigmoid } },
        Elu(alpha = 0.75),
        Concat { { Flatten, Dense(2), Softplus }, { GlobalMaxPool2d } },
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image005 {
        input: [3, 6, 3],
        Residual { Conv2d(3, kernel = [2, 3], padding = same), Relu },
        Tanh,
        output: [3, 6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image006 {
        input: [2, 6, 2],
        ConvTranspose2d(2, kernel = 2, padding = [1, 0]),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(12),
        Reshape([2, 2, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image007 {
        input: [4, 2, 6],
        Conv2d(2, kernel = [3, 1], stride = 2, padding = [1, 0], groups = 2),
        Conv2d(2, kernel = 1),
        Silu,
        Flatten,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image008 {
        input: [1, 4, 5],
        Conv2d(2, kernel = [2, 3], padding = [0, 1], dilation = 2, bias = false),
        Multiply { { Conv2d(2, kernel = 3, padding = same), Relu }, { Conv2d(2, kernel = 1), Sigmoid } },
        Gelu,
        output: [2, 2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image009 {
        input: [4, 6, 2],
        Conv2d(2, kernel = 1, padding = same, bias = false),
        Conv2d(4, kernel = 2, padding = same, dilation = [2, 1], groups = 2, bias = false),
        GroupNorm(2),
        Elu(alpha = 0.75),
        GlobalMaxPool2d,
        Dense(3),
        Residual { Dense(3), Softplus },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image010 {
        input: [1, 3, 4],
        Multiply { { Conv2d(1, kernel = 3, padding = same) }, { Conv2d(1, kernel = 1), Sigmoid } },
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image011 {
        input: [3, 2, 7],
        Multiply { { Conv2d(3, kernel = 3, padding = same, bias = false), Relu }, { Conv2d(3, kernel = 1, bias = false), Sigmoid } },
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image012 {
        input: [2, 5, 2],
        Multiply { {}, { Conv2d(2, kernel = 1, bias = false), Sigmoid } },
        Tanh,
        Add { { Conv2d(2, kernel = 1, stride = 2) }, { Conv2d(2, kernel = 3, stride = 2, padding = 1, bias = false), LeakyRelu(slope = 0.2), Residual { Conv2d(2, kernel = [2, 3], padding = same), Silu } } },
        Relu,
        Flatten,
        Dense(6),
        Reshape([1, 2, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image013 {
        input: [3, 4, 2],
        Residual { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Gelu },
        Multiply { {}, { Conv2d(3, kernel = 1, bias = false), Sigmoid } },
        Concat { { Flatten, Dense(3), Elu(alpha = 0.75) }, { GlobalMaxPool2d } },
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image014 {
        input: [2, 6, 5],
        Add { { Conv2d(3, kernel = 1, stride = 2, bias = false) }, { Conv2d(3, kernel = 3, stride = 2, padding = 1), Softplus, Residual { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Relu } } },
        Tanh,
        GlobalAvgPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image015 {
        input: [2, 2, 6],
        Residual { Conv2d(2, kernel = [1, 3], padding = same), LeakyRelu(slope = 0.2) },
        Silu,
        ConvTranspose2d(2, kernel = 3, stride = [2, 1], padding = [0, 1], output_padding = [1, 0]),
        Relu,
        Flatten,
        Dense(2),
        Residual { Dense(2), Gelu },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image016 {
        input: [1, 7, 6],
        Conv2d(2, kernel = 2, padding = [0, 1], dilation = [2, 1]),
        GlobalAvgPool2d,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image017 {
        input: [3, 5, 4],
        Multiply { { Conv2d(3, kernel = [1, 3], padding = same, bias = false) }, { Conv2d(3, kernel = 1), Sigmoid } },
        Relu,
        Conv2d(2, kernel = 3, padding = [2, 0], bias = false),
        LayerNorm,
        LeakyRelu(slope = 0.2),
        output: [2, 7, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image018 {
        input: [4, 3, 4],
        Add { { Conv2d(1, kernel = 1, bias = false) }, { Conv2d(1, kernel = 3, padding = 1), Silu, Residual { Conv2d(1, kernel = [1, 3], padding = same), Relu } } },
        Gelu,
        Concat { { Conv2d(2, kernel = 3, padding = same), Elu(alpha = 0.75) }, { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(3, kernel = 1, bias = false) } },
        GlobalMaxPool2d,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image019 {
        input: [1, 4, 2],
        AdaptiveAvgPool2d(2),
        Softplus,
        Conv2d(2, kernel = 3, padding = same, dilation = 2),
        Flatten,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image020 {
        input: [4, 2, 4],
        ConvTranspose2d(1, kernel = [3, 2], stride = 3, padding = [0, 1], output_padding = [2, 1]),
        Relu,
        Residual { Conv2d(1, kernel = [1, 3], padding = same), Silu },
        Relu,
        GlobalMaxPool2d,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image021 {
        input: [3, 4, 2],
        Conv2d(2, kernel = 2, padding = same, dilation = 2),
        MaxPool2d([1, 3], padding = [0, 1]),
        Gelu,
        Flatten,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image022 {
        input: [4, 7, 2],
        Conv2d(2, kernel = 2, stride = 2, padding = 1, groups = 2),
        LayerNorm,
        Elu(alpha = 0.75),
        output: [2, 4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image023 {
        input: [2, 5, 3],
        Conv2d(2, kernel = 3, padding = same),
        Concat { { Flatten, Dense(1), Softplus }, { GlobalMaxPool2d } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image024 {
        input: [1, 7, 2],
        Conv2d(1, kernel = 1, stride = 2, bias = false),
        Relu,
        Conv2d(1, kernel = 3, padding = same, dilation = 2),
        Tanh,
        GlobalMaxPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image025 {
        input: [1, 2, 7],
        Conv2d(2, kernel = [1, 3], stride = 2, padding = [0, 2], bias = false),
        output: [2, 1, 5],
    }
}

network! {
    #[derive(Clone)]
    struct Image026 {
        input: [1, 3, 3],
        Conv2d(1, kernel = 1, dilation = 2, bias = false),
        output: [1, 3, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image027 {
        input: [2, 2, 6],
        Conv2d(1, kernel = [1, 3], stride = [1, 2], padding = [0, 1], dilation = [2, 1], bias = false),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image028 {
        input: [4, 5, 3],
        Conv2d(2, kernel = 3, padding = same, groups = 2),
        LayerNorm,
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image029 {
        input: [4, 3, 3],
        Concat { { Conv2d(2, kernel = 3, padding = same), Silu }, {}, { Conv2d(1, kernel = 1, bias = false) } },
        Relu,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image030 {
        input: [1, 7, 5],
        Add { { Conv2d(4, kernel = 3, stride = 2, padding = 1, bias = false), Gelu }, { Conv2d(4, kernel = 1, stride = 2, bias = false) } },
        Conv2d(8, kernel = 3, stride = 2, padding = 2, groups = 4),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image031 {
        input: [4, 2, 2],
        Residual { Conv2d(4, kernel = [2, 3], padding = same), Elu(alpha = 0.75) },
        Softplus,
        Add { { Conv2d(3, kernel = 3, stride = 2, padding = 1, bias = false), Relu, Residual { Conv2d(3, kernel = [2, 3], padding = same, bias = false), Tanh } }, { Conv2d(3, kernel = 1, stride = 2, bias = false) } },
        GlobalAvgPool2d,
        Dense(4),
        Residual { Dense(4), LeakyRelu(slope = 0.2) },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image032 {
        input: [4, 3, 2],
        Conv2d(8, kernel = 2, padding = 1, dilation = [1, 2], groups = 4),
        GroupNorm(2),
        Conv2d(8, kernel = 2, stride = 2, padding = [1, 0], groups = 4),
        output: [8, 3, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Image033 {
        input: [1, 7, 3],
        Conv2d(2, kernel = [1, 3], padding = same),
        GlobalMaxPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image034 {
        input: [4, 2, 2],
        ConvTranspose2d(4, kernel = 1, stride = 3, groups = 2, output_padding = [0, 2]),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image035 {
        input: [4, 2, 2],
        Multiply { {}, { Conv2d(4, kernel = 1, bias = false), Sigmoid } },
        Silu,
        Concat { { Flatten, Dense(1), Relu }, { GlobalMaxPool2d } },
        Dense(2),
        Residual { Dense(2), Gelu },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image036 {
        input: [4, 2, 6],
        ConvTranspose2d(1, kernel = 3, padding = 1),
        Conv2d(1, kernel = 2, stride = [2, 1], padding = [1, 0]),
        Elu(alpha = 0.75),
        GlobalMaxPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image037 {
        input: [3, 7, 2],
        Conv2d(2, kernel = 3, padding = 2),
        LayerNorm,
        Softplus,
        Add { { Conv2d(1, kernel = 3, stride = 2, padding = 1, bias = false), Relu, Residual { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Tanh } }, { Conv2d(1, kernel = 1, stride = 2) } },
        LeakyRelu(slope = 0.2),
        output: [1, 5, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image038 {
        input: [1, 4, 6],
        Multiply { { Conv2d(1, kernel = [1, 3], padding = same, bias = false) }, { Conv2d(1, kernel = 1), Sigmoid } },
        Silu,
        ConvTranspose2d(1, kernel = 1, dilation = 2, output_padding = [0, 1]),
        GlobalAvgPool2d,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image039 {
        input: [1, 7, 7],
        Conv2d(1, kernel = 2, stride = [1, 2], dilation = 2),
        MaxPool2d([2, 3], padding = 1, dilation = 2),
        Relu,
        Flatten,
        Dense(4),
        Residual { Dense(4), Gelu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image040 {
        input: [2, 4, 7],
        Multiply { { Conv2d(2, kernel = [1, 3], padding = same), Elu(alpha = 0.75) }, { Conv2d(2, kernel = 1), Sigmoid } },
        Softplus,
        Concat { { Flatten, Dense(3), Relu }, { GlobalAvgPool2d } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image041 {
        input: [1, 7, 7],
        Conv2d(2, kernel = [2, 3], padding = [0, 1]),
        GroupNorm(1),
        Tanh,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image042 {
        input: [3, 2, 7],
        Concat { { Conv2d(1, kernel = 1) }, { Conv2d(2, kernel = [2, 3], padding = same), LeakyRelu(slope = 0.2) }, { MaxPool2d(3, stride = 1, padding = 1) } },
        Concat { { Conv2d(1, kernel = 1) }, { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Silu }, {} },
        Relu,
        Flatten,
        Dense(2),
        Residual { Dense(2), Gelu },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image043 {
        input: [1, 4, 3],
        Conv2d(2, kernel = 2, padding = same),
        Elu(alpha = 0.75),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image044 {
        input: [4, 6, 2],
        Conv2d(2, kernel = 2, padding = same),
        Softplus,
        Upsample([2, 1]),
        Relu,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image045 {
        input: [2, 5, 6],
        Conv2d(1, kernel = 3, stride = [1, 2], padding = 1),
        LeakyRelu(slope = 0.2),
        output: [1, 5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image046 {
        input: [4, 7, 2],
        Conv2d(2, kernel = 2, stride = [1, 2], padding = [1, 0]),
        GroupNorm(1),
        Silu,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image047 {
        input: [3, 5, 4],
        Conv2d(2, kernel = 1),
        Gelu,
        GlobalMaxPool2d,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image048 {
        input: [1, 2, 2],
        Add { { Conv2d(4, kernel = 1, bias = false) }, { Conv2d(4, kernel = 3, padding = 1, bias = false), Elu(alpha = 0.75), Residual { Conv2d(4, kernel = [2, 3], padding = same, bias = false), Softplus } } },
        Relu,
        ConvTranspose2d(1, kernel = [3, 1], stride = 3, padding = [2, 0], output_padding = [0, 1]),
        Tanh,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image049 {
        input: [1, 2, 4],
        Conv2d(2, kernel = 1, stride = 2),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image050 {
        input: [4, 7, 2],
        Residual { Conv2d(4, kernel = [1, 3], padding = same), Silu },
        Relu,
        Concat { { Conv2d(2, kernel = 1) }, { Conv2d(2, kernel = [2, 3], padding = same, bias = false), Gelu }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) } },
        output: [8, 7, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image051 {
        input: [1, 2, 4],
        Conv2d(2, kernel = 1, bias = false),
        Flatten,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image052 {
        input: [2, 7, 2],
        Conv2d(1, kernel = 3, stride = [2, 1], padding = [0, 1]),
        AvgPool2d(2, padding = 1, count_padding = false),
        Elu(alpha = 0.75),
        Add { { Conv2d(1, kernel = 1, bias = false) }, { Conv2d(1, kernel = 3, padding = 1), Softplus } },
        Relu,
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image053 {
        input: [4, 2, 5],
        ZeroPad2d(0),
        Tanh,
        Conv2d(2, kernel = 1, padding = same, dilation = 2),
        GroupNorm(1),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(4),
        Residual { Dense(4), Silu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image054 {
        input: [3, 6, 2],
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(1, kernel = 1) }, { Conv2d(2, kernel = [2, 3], padding = same, bias = false), Relu } },
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(2, kernel = 1) }, { Conv2d(2, kernel = [1, 3], padding = same), Gelu } },
        Elu(alpha = 0.75),
        Flatten,
        Dense(3),
        Residual { Dense(3), Softplus },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image055 {
        input: [1, 4, 2],
        Conv2d(2, kernel = 1, stride = 2),
        Conv2d(2, kernel = [3, 2], stride = 2, padding = 1, groups = 2),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image056 {
        input: [3, 4, 2],
        Concat { { Conv2d(2, kernel = 1, bias = false) }, { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Relu }, {} },
        ConvTranspose2d(2, kernel = 1, bias = false),
        Tanh,
        output: [2, 4, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image057 {
        input: [4, 4, 2],
        Conv2d(4, kernel = 2, padding = 1, groups = 4),
        Conv2d(2, kernel = 1),
        MaxPool2d([2, 3], stride = 1, padding = [1, 0]),
        Concat { { Flatten, Dense(1), LeakyRelu(slope = 0.2) }, { GlobalMaxPool2d } },
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image058 {
        input: [4, 3, 5],
        Add { { Conv2d(4, kernel = 3, padding = 1, bias = false), Silu, Residual { Conv2d(4, kernel = 3, padding = same, bias = false), Relu } }, { Conv2d(4, kernel = 1, bias = false) } },
        Gelu,
        Flatten,
        Dense(9),
        Reshape([1, 3, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image059 {
        input: [1, 5, 5],
        Add { { Conv2d(1, kernel = 1, stride = [2, 1]) }, { Conv2d(1, kernel = 3, stride = [2, 1], padding = 1), Elu(alpha = 0.75) } },
        Conv2d(2, kernel = 3, stride = 2, padding = 1),
        Flatten,
        Dense(8),
        Reshape([2, 2, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image060 {
        input: [1, 3, 6],
        Conv2d(2, kernel = 1, stride = 2),
        LayerNorm,
        GlobalMaxPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image061 {
        input: [3, 3, 5],
        Add { { Conv2d(3, kernel = 3, stride = 2, padding = 1, bias = false), Softplus, Residual { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Relu } }, { Conv2d(3, kernel = 1, stride = 2) } },
        Tanh,
        ConvTranspose2d(2, kernel = 1, stride = 2, output_padding = [0, 1]),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image062 {
        input: [2, 3, 7],
        Multiply { { Conv2d(2, kernel = [1, 3], padding = same, bias = false), LeakyRelu(slope = 0.2) }, { Conv2d(2, kernel = 1, bias = false), Sigmoid } },
        Silu,
        Concat { { Conv2d(1, kernel = 1, bias = false) }, { Conv2d(2, kernel = [1, 3], padding = same), Relu }, { MaxPool2d(3, stride = 1, padding = 1) } },
        output: [5, 3, 7],
    }
}

network! {
    #[derive(Clone)]
    struct Image063 {
        input: [3, 4, 2],
        Conv2d(6, kernel = 1, stride = 2, groups = 3),
        LocalResponseNorm(4, alpha = 0.5),
        Gelu,
        Conv2d(4, kernel = 1, groups = 2),
        Elu(alpha = 0.75),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image064 {
        input: [1, 4, 6],
        Concat { {}, { Conv2d(1, kernel = 1, bias = false) }, { Conv2d(1, kernel = 3, padding = same, bias = false), Softplus } },
        Flatten,
        Dense(4),
        Residual { Dense(4), Relu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image065 {
        input: [2, 3, 5],
        ConvTranspose2d(1, kernel = 3, stride = 3, padding = [0, 2], output_padding = [0, 1]),
        Tanh,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image066 {
        input: [1, 4, 7],
        Conv2d(2, kernel = 1, stride = 2, bias = false),
        Flatten,
        Dense(2),
        Residual { Dense(2), LeakyRelu(slope = 0.2) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image067 {
        input: [2, 6, 5],
        Multiply { { Conv2d(2, kernel = 3, padding = same), Silu }, { Conv2d(2, kernel = 1, bias = false), Sigmoid } },
        Flatten,
        Dense(4),
        Residual { Dense(4), Relu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image068 {
        input: [4, 7, 2],
        Add { { Conv2d(2, kernel = 3, padding = 1), Gelu }, { Conv2d(2, kernel = 1, bias = false) } },
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image069 {
        input: [4, 2, 4],
        Add { { Conv2d(3, kernel = 1) }, { Conv2d(3, kernel = 3, padding = 1, bias = false), Elu(alpha = 0.75) } },
        Softplus,
        GlobalMaxPool2d,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image070 {
        input: [3, 6, 3],
        Add { { Conv2d(1, kernel = 1, stride = 2) }, { Conv2d(1, kernel = 3, stride = 2, padding = 1), Relu, Residual { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Tanh } } },
        LeakyRelu(slope = 0.2),
        Conv2d(1, kernel = 2, padding = same),
        Silu,
        Concat { { Flatten, Dense(3), Relu }, { GlobalAvgPool2d } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image071 {
        input: [2, 5, 2],
        Conv2d(4, kernel = [3, 1], padding = [2, 0], dilation = 2, groups = 2),
        Gelu,
        Add { { Conv2d(4, kernel = 3, padding = 1), Elu(alpha = 0.75), Residual { Conv2d(4, kernel = [2, 3], padding = same, bias = false), Softplus } }, { Conv2d(4, kernel = 1) } },
        Relu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image072 {
        input: [4, 6, 2],
        Conv2d(4, kernel = 1, groups = 2),
        Tanh,
        ConvTranspose2d(1, kernel = 2, stride = 2, padding = 1, output_padding = 1),
        output: [1, 11, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image073 {
        input: [1, 7, 4],
        Multiply { { Conv2d(1, kernel = [2, 3], padding = same) }, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        LeakyRelu(slope = 0.2),
        Concat { { Conv2d(1, kernel = 1) }, { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Silu }, {} },
        Flatten,
        Dense(6),
        Reshape([1, 3, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image074 {
        input: [4, 4, 3],
        Conv2d(4, kernel = [1, 3], stride = [1, 2], padding = [0, 2], groups = 2),
        Conv2d(2, kernel = 2, padding = same, groups = 2),
        Relu,
        output: [2, 4, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image075 {
        input: [1, 2, 5],
        Conv2d(1, kernel = 2, stride = 2, padding = [0, 1], bias = false),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image076 {
        input: [1, 4, 5],
        Conv2d(2, kernel = [1, 3], padding = [0, 1], bias = false),
        GroupNorm(1),
        Gelu,
        Conv2d(2, kernel = 1, stride = 2),
        Elu(alpha = 0.75),
        GlobalMaxPool2d,
        Dense(3),
        Residual { Dense(3), Softplus },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image077 {
        input: [1, 4, 5],
        ZeroPad2d([1, 2]),
        Relu,
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image078 {
        input: [4, 6, 2],
        Conv2d(2, kernel = 2, stride = 2, padding = [1, 0], groups = 2),
        LocalResponseNorm(3, alpha = 0.5),
        GlobalAvgPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image079 {
        input: [3, 2, 3],
        ConvTranspose2d(1, kernel = [1, 2], stride = 3, dilation = 2, output_padding = [2, 0]),
        Tanh,
        output: [1, 6, 9],
    }
}

network! {
    #[derive(Clone)]
    struct Image080 {
        input: [4, 5, 3],
        Conv2d(2, kernel = 2, dilation = [2, 1], bias = false),
        Concat { { Flatten, Dense(3), LeakyRelu(slope = 0.2) }, { GlobalAvgPool2d } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image081 {
        input: [1, 7, 2],
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(2, kernel = 1, bias = false) }, { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Silu } },
        Relu,
        Concat { { Flatten, Dense(2), Gelu }, { GlobalAvgPool2d } },
        Dense(4),
        Residual { Dense(4), Elu(alpha = 0.75) },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image082 {
        input: [1, 5, 7],
        ConvTranspose2d(1, kernel = 1, dilation = 2, bias = false, output_padding = 1),
        Conv2d(2, kernel = 2, padding = same, dilation = 2),
        AvgPool2d(3, stride = [2, 1], padding = 1),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image083 {
        input: [1, 6, 5],
        Conv2d(2, kernel = 3, padding = same, dilation = 2, bias = false),
        AvgPool2d([1, 3], stride = 2, padding = [0, 1], count_padding = false),
        ConvTranspose2d(2, kernel = 3, stride = 2, padding = [1, 2]),
        Softplus,
        output: [2, 5, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image084 {
        input: [1, 2, 2],
        Conv2d(1, kernel = 1),
        Flatten,
        Dense(4),
        Reshape([1, 2, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image085 {
        input: [2, 4, 4],
        Add { { Conv2d(3, kernel = 1, bias = false) }, { Conv2d(3, kernel = 3, padding = 1, bias = false), Relu } },
        Tanh,
        ConvTranspose2d(1, kernel = [1, 2], stride = [3, 2], dilation = 2, bias = false, output_padding = [1, 0]),
        LeakyRelu(slope = 0.2),
        Concat { { Flatten, Dense(1), Silu }, { GlobalAvgPool2d } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image086 {
        input: [1, 3, 5],
        Concat { { Conv2d(2, kernel = 3, padding = same, bias = false), Relu }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) }, { Conv2d(2, kernel = 1) } },
        Add { { Conv2d(4, kernel = 1, bias = false) }, { Conv2d(4, kernel = 3, padding = 1, bias = false), Gelu, Residual { Conv2d(4, kernel = 3, padding = same, bias = false), Elu(alpha = 0.75) } } },
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image087 {
        input: [1, 5, 5],
        ConvTranspose2d(2, kernel = [3, 2], padding = [2, 0]),
        Relu,
        Upsample(1),
        Concat { { Flatten, Dense(2), Tanh }, { GlobalAvgPool2d } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image088 {
        input: [3, 2, 4],
        Upsample(2),
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image089 {
        input: [1, 2, 4],
        Conv2d(1, kernel = 3, padding = same, dilation = 2),
        Conv2d(1, kernel = 3, padding = [1, 2], bias = false),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image090 {
        input: [4, 2, 6],
        ConvTranspose2d(1, kernel = [2, 1], stride = 3),
        Conv2d(2, kernel = 1, stride = [1, 2], dilation = 2),
        MaxPool2d([3, 2], stride = 2, padding = [0, 1]),
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image091 {
        input: [1, 4, 4],
        Conv2d(2, kernel = [1, 2], stride = 2, padding = [0, 1]),
        LeakyRelu(slope = 0.2),
        output: [2, 2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image092 {
        input: [4, 3, 2],
        Multiply { { Conv2d(4, kernel = 3, padding = same) }, { Conv2d(4, kernel = 1), Sigmoid } },
        Silu,
        Concat { { Flatten, Dense(3), Relu }, { GlobalMaxPool2d } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image093 {
        input: [2, 3, 2],
        Concat { { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Gelu }, {}, { Conv2d(2, kernel = 1, bias = false) } },
        Elu(alpha = 0.75),
        Conv2d(5, kernel = [1, 3], padding = same, groups = 5),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image094 {
        input: [3, 7, 2],
        Conv2d(6, kernel = [3, 1], padding = [2, 0], dilation = 2, groups = 3),
        LocalResponseNorm(3, alpha = 0.5),
        Softplus,
        Conv2d(2, kernel = 1, stride = 2, dilation = 2),
        GroupNorm(1),
        Relu,
        GlobalMaxPool2d,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image095 {
        input: [1, 3, 5],
        Conv2d(1, kernel = 3, stride = 2, padding = 2),
        Tanh,
        Conv2d(2, kernel = 2, stride = [1, 2], padding = [1, 0]),
        LocalResponseNorm(1, alpha = 0.5),
        GlobalMaxPool2d,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image096 {
        input: [4, 5, 2],
        ConvTranspose2d(1, kernel = 1, stride = 2),
        Concat { { Flatten, Dense(2), LeakyRelu(slope = 0.2) }, { GlobalMaxPool2d } },
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image097 {
        input: [3, 3, 2],
        Multiply { { Conv2d(3, kernel = [2, 3], padding = same, bias = false), Silu }, { Conv2d(3, kernel = 1, bias = false), Sigmoid } },
        Add { { Conv2d(4, kernel = 3, stride = [2, 1], padding = 1, bias = false), Relu, Residual { Conv2d(4, kernel = [1, 3], padding = same, bias = false), Gelu } }, { Conv2d(4, kernel = 1, stride = [2, 1]) } },
        Elu(alpha = 0.75),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image098 {
        input: [4, 2, 3],
        ConvTranspose2d(4, kernel = 3, stride = 3, padding = [1, 2], groups = 4, output_padding = [0, 2]),
        Add { { Conv2d(3, kernel = 3, padding = 1, bias = false), Softplus, Residual { Conv2d(3, kernel = 3, padding = same, bias = false), Relu } }, { Conv2d(3, kernel = 1, bias = false) } },
        Tanh,
        GlobalMaxPool2d,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image099 {
        input: [1, 3, 6],
        AdaptiveAvgPool2d(1),
        LeakyRelu(slope = 0.2),
        AdaptiveAvgPool2d(1),
        Flatten,
        Dense(4),
        Residual { Dense(4), Silu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image100 {
        input: [3, 3, 3],
        Conv2d(1, kernel = 2, padding = [0, 1], bias = false),
        AvgPool2d(2, stride = [1, 2], padding = [1, 0]),
        Multiply { { Conv2d(1, kernel = [2, 3], padding = same) }, { Conv2d(1, kernel = 1), Sigmoid } },
        Relu,
        Concat { { Flatten, Dense(1), Gelu }, { GlobalMaxPool2d } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image101 {
        input: [1, 6, 3],
        ConvTranspose2d(2, kernel = 2, padding = [1, 0], bias = false),
        Upsample([1, 2]),
        GlobalAvgPool2d,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image102 {
        input: [1, 2, 2],
        Multiply { { Conv2d(1, kernel = [2, 3], padding = same) }, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        Conv2d(2, kernel = 2, padding = 1),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image103 {
        input: [4, 3, 3],
        Concat { {}, { Conv2d(3, kernel = 1) }, { Conv2d(3, kernel = [2, 3], padding = same, bias = false), Elu(alpha = 0.75) } },
        Softplus,
        Flatten,
        Dense(4),
        Residual { Dense(4), Relu },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image104 {
        input: [4, 3, 3],
        Conv2d(2, kernel = 2, stride = 2, padding = [1, 0], bias = false),
        GlobalAvgPool2d,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image105 {
        input: [1, 4, 6],
        Conv2d(1, kernel = 3, stride = 2, padding = 1),
        Flatten,
        Dense(3),
        Reshape([1, 1, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image106 {
        input: [1, 5, 3],
        Concat { {}, { Conv2d(1, kernel = 1) }, { Conv2d(1, kernel = [2, 3], padding = same, bias = false), Tanh } },
        LeakyRelu(slope = 0.2),
        GlobalAvgPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image107 {
        input: [3, 5, 4],
        Multiply { { Conv2d(3, kernel = [1, 3], padding = same), Relu }, { Conv2d(3, kernel = 1), Sigmoid } },
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image108 {
        input: [4, 5, 3],
        Conv2d(1, kernel = 1, padding = same),
        GlobalAvgPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image109 {
        input: [2, 6, 2],
        Conv2d(2, kernel = [3, 1], padding = same),
        Gelu,
        GlobalMaxPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image110 {
        input: [1, 2, 5],
        Conv2d(2, kernel = 1, stride = [1, 2]),
        GlobalMaxPool2d,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image111 {
        input: [1, 7, 3],
        Add { { Conv2d(4, kernel = 1, bias = false) }, { Conv2d(4, kernel = 3, padding = 1), Elu(alpha = 0.75), Residual { Conv2d(4, kernel = [1, 3], padding = same), Softplus } } },
        Relu,
        Multiply { { Conv2d(4, kernel = [2, 3], padding = same) }, { Conv2d(4, kernel = 1), Sigmoid } },
        Tanh,
        GlobalMaxPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image112 {
        input: [4, 2, 4],
        Conv2d(2, kernel = 2, padding = same, dilation = [2, 1], groups = 2, bias = false),
        LayerNorm,
        LeakyRelu(slope = 0.2),
        Residual { Conv2d(2, kernel = 3, padding = same, bias = false), Silu },
        Relu,
        Flatten,
        Dense(6),
        Reshape([2, 3, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image113 {
        input: [3, 5, 3],
        ConvTranspose2d(1, kernel = 2, stride = 2, padding = [0, 1]),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image114 {
        input: [2, 7, 4],
        Conv2d(2, kernel = [2, 1], padding = [1, 0], bias = false),
        LayerNorm,
        Gelu,
        Conv2d(2, kernel = 1, stride = [1, 2], dilation = [2, 1], groups = 2, bias = false),
        LocalResponseNorm(5, alpha = 0.5),
        Elu(alpha = 0.75),
        Concat { { Flatten, Dense(3), Softplus }, { GlobalMaxPool2d } },
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image115 {
        input: [2, 2, 4],
        Conv2d(1, kernel = 1),
        Relu,
        GlobalAvgPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image116 {
        input: [1, 6, 4],
        Conv2d(2, kernel = [3, 1], padding = [2, 0]),
        Conv2d(2, kernel = 3, stride = 2, padding = [0, 1], groups = 2),
        MaxPool2d([3, 1]),
        LeakyRelu(slope = 0.2),
        GlobalMaxPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image117 {
        input: [2, 3, 7],
        Add { { Conv2d(4, kernel = 3, stride = [1, 2], padding = 1, bias = false), Silu }, { Conv2d(4, kernel = 1, stride = [1, 2], bias = false) } },
        Multiply { { Conv2d(4, kernel = [2, 3], padding = same, bias = false) }, { Conv2d(4, kernel = 1, bias = false), Sigmoid } },
        Flatten,
        Dense(2),
        Reshape([2, 1, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image118 {
        input: [1, 3, 7],
        Multiply { {}, { Conv2d(1, kernel = 1), Sigmoid } },
        Conv2d(2, kernel = 2, padding = [0, 1], dilation = 2, bias = false),
        Relu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image119 {
        input: [3, 3, 5],
        Conv2d(3, kernel = 3, padding = [2, 0], groups = 3, bias = false),
        MaxPool2d([1, 3], stride = [2, 1]),
        Gelu,
        Concat { { Conv2d(1, kernel = 1) }, { Conv2d(2, kernel = [2, 3], padding = same, bias = false), Elu(alpha = 0.75) }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) } },
        Softplus,
        output: [6, 3, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Image120 {
        input: [3, 3, 3],
        Conv2d(1, kernel = 3, padding = 2, bias = false),
        MaxPool2d(2, padding = [0, 1], dilation = [2, 1]),
        Concat { { Flatten, Dense(3), Relu }, { GlobalMaxPool2d } },
        Dense(4),
        Residual { Dense(4), Tanh },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image121 {
        input: [1, 6, 2],
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(3, kernel = 1, bias = false) }, { Conv2d(2, kernel = [2, 3], padding = same, bias = false), LeakyRelu(slope = 0.2) } },
        Silu,
        output: [6, 6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image122 {
        input: [4, 7, 2],
        Multiply { { Conv2d(4, kernel = 3, padding = same) }, { Conv2d(4, kernel = 1), Sigmoid } },
        Conv2d(2, kernel = 2, padding = same),
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image123 {
        input: [4, 3, 3],
        Conv2d(2, kernel = [3, 1], stride = 2, padding = [1, 0]),
        LayerNorm,
        Residual { Conv2d(2, kernel = 3, padding = same), Relu, Conv2d(2, kernel = [1, 3], padding = same) },
        Gelu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image124 {
        input: [1, 3, 3],
        Add { { Conv2d(3, kernel = 3, padding = 1, bias = false), Elu(alpha = 0.75) }, { Conv2d(3, kernel = 1) } },
        Softplus,
        Residual { Conv2d(3, kernel = 3, padding = same), Relu },
        Tanh,
        Flatten,
        Dense(2),
        Residual { Dense(2), LeakyRelu(slope = 0.2) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image125 {
        input: [2, 2, 5],
        Conv2d(2, kernel = 1, padding = same),
        Flatten,
        Dense(2),
        Reshape([1, 1, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image126 {
        input: [4, 5, 3],
        Conv2d(2, kernel = 1, stride = [2, 1]),
        LocalResponseNorm(1, alpha = 0.5),
        Silu,
        Flatten,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image127 {
        input: [2, 5, 6],
        Conv2d(1, kernel = 1),
        Relu,
        GlobalAvgPool2d,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image128 {
        input: [4, 5, 2],
        Conv2d(1, kernel = 3, stride = [2, 1], padding = [2, 1], dilation = [2, 1]),
        Conv2d(1, kernel = [2, 1], padding = same),
        Gelu,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image129 {
        input: [2, 4, 3],
        Conv2d(4, kernel = [1, 3], padding = same, groups = 2),
        Flatten,
        Dense(6),
        Reshape([1, 3, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image130 {
        input: [4, 5, 3],
        Conv2d(1, kernel = 2, padding = same, dilation = 2),
        ConvTranspose2d(1, kernel = [3, 1], stride = [2, 3], padding = [1, 0], bias = false, output_padding = [0, 1]),
        Elu(alpha = 0.75),
        output: [1, 9, 8],
    }
}

network! {
    #[derive(Clone)]
    struct Image131 {
        input: [4, 5, 3],
        Conv2d(2, kernel = 3, groups = 2),
        AvgPool2d(1, count_padding = false),
        Softplus,
        Concat { { Conv2d(1, kernel = 3, padding = same), Relu }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) }, { Conv2d(1, kernel = 1) } },
        Concat { { Flatten, Dense(1), Tanh }, { GlobalMaxPool2d } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image132 {
        input: [4, 3, 4],
        Conv2d(2, kernel = 1, stride = 2, dilation = [1, 2]),
        LocalResponseNorm(3, alpha = 0.5),
        LeakyRelu(slope = 0.2),
        GlobalAvgPool2d,
        Dense(2),
        Residual { Dense(2), Silu },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image133 {
        input: [4, 4, 3],
        Multiply { {}, { Conv2d(4, kernel = 1, bias = false), Sigmoid } },
        Conv2d(8, kernel = 2, padding = same, groups = 4),
        Relu,
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image134 {
        input: [3, 3, 2],
        Residual { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Gelu },
        Flatten,
        Dense(12),
        Reshape([2, 3, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image135 {
        input: [1, 7, 4],
        Multiply { { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Elu(alpha = 0.75) }, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image136 {
        input: [2, 7, 3],
        Add { { Conv2d(4, kernel = 1, bias = false) }, { Conv2d(4, kernel = 3, padding = 1), Softplus, Residual { Conv2d(4, kernel = [2, 3], padding = same), Relu } } },
        Flatten,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image137 {
        input: [4, 2, 6],
        Concat { {}, { Conv2d(3, kernel = 1) }, { Conv2d(3, kernel = [2, 3], padding = same, bias = false), Tanh } },
        Add { { Conv2d(3, kernel = 3, padding = 1, bias = false), LeakyRelu(slope = 0.2), Residual { Conv2d(3, kernel = 3, padding = same), Silu } }, { Conv2d(3, kernel = 1, bias = false) } },
        Relu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image138 {
        input: [1, 7, 6],
        Multiply { { Conv2d(1, kernel = 3, padding = same) }, { Conv2d(1, kernel = 1), Sigmoid } },
        Conv2d(2, kernel = 3, stride = 2, padding = [2, 1], dilation = [2, 1], bias = false),
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image139 {
        input: [1, 4, 3],
        ConvTranspose2d(1, kernel = 3, padding = [1, 0]),
        Elu(alpha = 0.75),
        Residual { Conv2d(1, kernel = [1, 3], padding = same), Softplus },
        Concat { { Flatten, Dense(2), Relu }, { GlobalAvgPool2d } },
        Dense(4),
        Residual { Dense(4), Tanh },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image140 {
        input: [2, 2, 7],
        Concat { { Conv2d(2, kernel = 3, padding = same), LeakyRelu(slope = 0.2) }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) }, { Conv2d(1, kernel = 1, bias = false) } },
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image141 {
        input: [3, 2, 2],
        Add { { Conv2d(3, kernel = 3, padding = 1), Silu }, { Conv2d(3, kernel = 1, bias = false) } },
        ConvTranspose2d(2, kernel = 3, stride = 2, padding = [1, 0], dilation = [1, 2]),
        GlobalAvgPool2d,
        Dense(3),
        Residual { Dense(3), Relu },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image142 {
        input: [1, 2, 2],
        Conv2d(1, kernel = 1, stride = 2),
        Gelu,
        Add { { Conv2d(4, kernel = 3, stride = [1, 2], padding = 1), Elu(alpha = 0.75), Residual { Conv2d(4, kernel = 3, padding = same), Softplus } }, { Conv2d(4, kernel = 1, stride = [1, 2]) } },
        Concat { { Flatten, Dense(2), Relu }, { GlobalMaxPool2d } },
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image143 {
        input: [1, 4, 5],
        Conv2d(1, kernel = 2, stride = 2, dilation = 2),
        MaxPool2d(1),
        Concat { { Flatten, Dense(3), LeakyRelu(slope = 0.2) }, { GlobalMaxPool2d } },
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image144 {
        input: [3, 6, 2],
        Add { { Conv2d(1, kernel = 1) }, { Conv2d(1, kernel = 3, padding = 1), Silu } },
        Conv2d(1, kernel = 1, dilation = 2),
        MaxPool2d(2, stride = [2, 1], padding = [1, 0]),
        Relu,
        Flatten,
        Dense(3),
        Reshape([1, 3, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image145 {
        input: [4, 3, 3],
        Concat { { Conv2d(2, kernel = [1, 3], padding = same), Gelu }, {}, { Conv2d(1, kernel = 1) } },
        Conv2d(2, kernel = 3, padding = same),
        Elu(alpha = 0.75),
        Flatten,
        Dense(4),
        Residual { Dense(4), Softplus },
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image146 {
        input: [1, 4, 2],
        Multiply { { Conv2d(1, kernel = [1, 3], padding = same) }, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        GlobalAvgPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image147 {
        input: [4, 3, 5],
        Multiply { {}, { Conv2d(4, kernel = 1, bias = false), Sigmoid } },
        Upsample(1),
        Relu,
        GlobalMaxPool2d,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image148 {
        input: [4, 2, 6],
        Conv2d(4, kernel = 1, padding = same, groups = 4),
        Tanh,
        ConvTranspose2d(2, kernel = 1, stride = 2, groups = 2, output_padding = [0, 1]),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image149 {
        input: [1, 7, 7],
        Multiply { { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Relu }, { Conv2d(1, kernel = 1), Sigmoid } },
        Gelu,
        Add { { Conv2d(1, kernel = 3, stride = [2, 1], padding = 1), Tanh, Residual { Conv2d(1, kernel = [2, 3], padding = same, bias = false), LeakyRelu(slope = 0.2) } }, { Conv2d(1, kernel = 1, stride = [2, 1]) } },
        Silu,
        GlobalMaxPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image150 {
        input: [1, 2, 7],
        Conv2d(1, kernel = 2, stride = [2, 1]),
        Relu,
        AdaptiveAvgPool2d([1, 6]),
        Gelu,
        Flatten,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image151 {
        input: [4, 7, 2],
        Conv2d(1, kernel = 3, padding = same, bias = false),
        AvgPool2d(3, padding = 1),
        GlobalMaxPool2d,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image152 {
        input: [1, 5, 5],
        ConvTranspose2d(2, kernel = 2, padding = [0, 1]),
        Elu(alpha = 0.75),
        Add { { Conv2d(3, kernel = 3, stride = 2, padding = 1, bias = false), Softplus, Residual { Conv2d(3, kernel = [1, 3], padding = same), Relu } }, { Conv2d(3, kernel = 1, stride = 2, bias = false) } },
        Tanh,
        Flatten,
        Dense(4),
        Reshape([1, 2, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image153 {
        input: [1, 3, 2],
        Conv2d(1, kernel = 3, stride = 2, padding = [0, 2]),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image154 {
        input: [4, 3, 4],
        Concat { { Conv2d(3, kernel = 1) }, { Conv2d(2, kernel = [2, 3], padding = same), Silu }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) } },
        Conv2d(3, kernel = 3, stride = 2, padding = [2, 0], groups = 3),
        LocalResponseNorm(3, alpha = 0.5),
        Relu,
        Flatten,
        Dense(6),
        Reshape([1, 3, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image155 {
        input: [3, 2, 3],
        ConvTranspose2d(2, kernel = [2, 1], stride = 2, padding = [1, 0], output_padding = 1),
        Add { { Conv2d(2, kernel = 3, stride = 2, padding = 1, bias = false), Gelu }, { Conv2d(2, kernel = 1, stride = 2, bias = false) } },
        Elu(alpha = 0.75),
        Concat { { Flatten, Dense(3), Softplus }, { GlobalAvgPool2d } },
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image156 {
        input: [1, 5, 3],
        Conv2d(2, kernel = 1, stride = 2, dilation = 2),
        Residual { Conv2d(2, kernel = [2, 3], padding = same, bias = false), Relu },
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image157 {
        input: [1, 7, 7],
        Multiply { {}, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        Tanh,
        Residual { Conv2d(1, kernel = 3, padding = same, bias = false), Silu },
        Relu,
        GlobalMaxPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image158 {
        input: [3, 2, 5],
        Conv2d(2, kernel = 2, stride = [1, 2], padding = 1),
        Flatten,
        Dense(2),
        Reshape([2, 1, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image159 {
        input: [1, 6, 3],
        Residual { Conv2d(1, kernel = [1, 3], padding = same), Gelu },
        GlobalMaxPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image160 {
        input: [4, 2, 6],
        Concat { { Conv2d(2, kernel = 1, bias = false) }, { Conv2d(3, kernel = 3, padding = same, bias = false), Elu(alpha = 0.75) }, { AvgPool2d(3, stride = 1, padding = 1, count_padding = false) } },
        AdaptiveAvgPool2d([1, 5]),
        GlobalMaxPool2d,
        Dense(2),
        Softmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image161 {
        input: [2, 5, 3],
        Conv2d(1, kernel = 3, stride = 2, padding = 2, dilation = [2, 1]),
        AvgPool2d(1, count_padding = false),
        Softplus,
        Flatten,
        Dense(2),
        Reshape([2, 1, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image162 {
        input: [2, 2, 6],
        Residual { Conv2d(2, kernel = [1, 3], padding = same, bias = false), Relu },
        Tanh,
        Conv2d(2, kernel = [1, 3], padding = same),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(12),
        Reshape([2, 2, 3]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 6],
    }
}

network! {
    #[derive(Clone)]
    struct Image163 {
        input: [1, 6, 3],
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(1, kernel = 1) }, { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Silu } },
        output: [3, 6, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image164 {
        input: [4, 2, 5],
        Add { { Conv2d(4, kernel = 3, padding = 1), Relu }, { Conv2d(4, kernel = 1, bias = false) } },
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image165 {
        input: [1, 6, 4],
        Conv2d(2, kernel = 3, stride = 2, padding = [1, 2], dilation = [2, 1]),
        LayerNorm,
        Residual { Conv2d(2, kernel = [2, 3], padding = same, bias = false), Gelu },
        Elu(alpha = 0.75),
        GlobalMaxPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image166 {
        input: [4, 2, 6],
        Concat { { Conv2d(2, kernel = 1) }, { Conv2d(1, kernel = [1, 3], padding = same, bias = false), Softplus }, {} },
        Relu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image167 {
        input: [1, 2, 4],
        ConvTranspose2d(1, kernel = 3, stride = 3, padding = [1, 2], dilation = 2, output_padding = [2, 1]),
        Tanh,
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image168 {
        input: [4, 3, 4],
        Conv2d(4, kernel = 2, padding = same, groups = 4),
        Flatten,
        Dense(3),
        Residual { Dense(3), LeakyRelu(slope = 0.2) },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image169 {
        input: [3, 2, 3],
        Multiply { { Conv2d(3, kernel = [1, 3], padding = same, bias = false) }, { Conv2d(3, kernel = 1), Sigmoid } },
        output: [3, 2, 3],
    }
}

network! {
    #[derive(Clone)]
    struct Image170 {
        input: [1, 3, 5],
        ConvTranspose2d(1, kernel = 3, stride = [2, 3], padding = 2, output_padding = [0, 1]),
        Silu,
        Conv2d(2, kernel = 1),
        MaxPool2d(2, stride = [1, 2], padding = [0, 1], dilation = 2),
        Concat { { Flatten, Dense(1), Relu }, { GlobalMaxPool2d } },
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image171 {
        input: [2, 3, 3],
        Multiply { { Conv2d(2, kernel = [1, 3], padding = same, bias = false) }, { Conv2d(2, kernel = 1, bias = false), Sigmoid } },
        Concat { { Flatten, Dense(1), Gelu }, { GlobalAvgPool2d } },
        Dense(2),
        Residual { Dense(2), Elu(alpha = 0.75) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image172 {
        input: [4, 3, 4],
        Residual { Conv2d(4, kernel = [1, 3], padding = same, bias = false), Softplus },
        Relu,
        GlobalAvgPool2d,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image173 {
        input: [1, 6, 2],
        Conv2d(1, kernel = [1, 2], padding = [0, 1], bias = false),
        GlobalAvgPool2d,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image174 {
        input: [4, 3, 4],
        Conv2d(2, kernel = [1, 3], stride = 2, padding = [0, 1]),
        AvgPool2d(3, padding = 1, count_padding = false),
        Tanh,
        Upsample(2),
        LeakyRelu(slope = 0.2),
        Flatten,
        Dense(4),
        Reshape([1, 2, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image175 {
        input: [1, 5, 3],
        Add { { Conv2d(2, kernel = 3, stride = 2, padding = 1, bias = false), Silu, Residual { Conv2d(2, kernel = 3, padding = same), Relu } }, { Conv2d(2, kernel = 1, stride = 2, bias = false) } },
        Gelu,
        Conv2d(1, kernel = 1, stride = [2, 1]),
        Elu(alpha = 0.75),
        Flatten,
        Dense(4),
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image176 {
        input: [4, 5, 2],
        Multiply { { Conv2d(4, kernel = 3, padding = same) }, { Conv2d(4, kernel = 1, bias = false), Sigmoid } },
        Softplus,
        Multiply { { Conv2d(4, kernel = 3, padding = same, bias = false) }, { Conv2d(4, kernel = 1), Sigmoid } },
        GlobalMaxPool2d,
        Dense(3),
        Residual { Dense(3), Relu },
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image177 {
        input: [4, 5, 3],
        Add { { Conv2d(2, kernel = 1, bias = false) }, { Conv2d(2, kernel = 3, padding = 1, bias = false), Tanh, Residual { Conv2d(2, kernel = [2, 3], padding = same, bias = false), LeakyRelu(slope = 0.2) } } },
        Silu,
        Add { { Conv2d(3, kernel = 1, stride = 2) }, { Conv2d(3, kernel = 3, stride = 2, padding = 1, bias = false), Relu, Residual { Conv2d(3, kernel = [2, 3], padding = same), Gelu } } },
        Elu(alpha = 0.75),
        Flatten,
        Dense(6),
        Reshape([2, 3, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image178 {
        input: [2, 3, 2],
        Multiply { {}, { Conv2d(2, kernel = 1), Sigmoid } },
        Softplus,
        Concat { { Conv2d(2, kernel = 3, padding = same), Relu }, { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(3, kernel = 1, bias = false) } },
        Tanh,
        GlobalMaxPool2d,
        Dense(2),
        Residual { Dense(2), LeakyRelu(slope = 0.2) },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image179 {
        input: [1, 3, 3],
        Add { { Conv2d(3, kernel = 3, padding = 1), Silu, Residual { Conv2d(3, kernel = [2, 3], padding = same), Relu } }, { Conv2d(3, kernel = 1, bias = false) } },
        Concat { { Flatten, Dense(1), Gelu }, { GlobalAvgPool2d } },
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image180 {
        input: [3, 2, 2],
        Residual { Conv2d(3, kernel = 3, padding = same), Elu(alpha = 0.75) },
        Flatten,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image181 {
        input: [3, 6, 2],
        Conv2d(3, kernel = 2, padding = same, dilation = [2, 1], groups = 3),
        Conv2d(6, kernel = 1, stride = [1, 2], dilation = 2, groups = 3, bias = false),
        Softplus,
        GlobalMaxPool2d,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image182 {
        input: [4, 2, 5],
        Conv2d(4, kernel = 1, padding = same, groups = 4),
        LocalResponseNorm(4, alpha = 0.5),
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image183 {
        input: [4, 6, 2],
        ConvTranspose2d(1, kernel = [3, 2], stride = 3, padding = [1, 0]),
        Relu,
        Conv2d(1, kernel = 1, padding = same),
        AvgPool2d(1),
        Tanh,
        Flatten,
        Dense(2),
        Reshape([2, 1, 1]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 2, 2],
    }
}

network! {
    #[derive(Clone)]
    struct Image184 {
        input: [2, 3, 6],
        Residual { Conv2d(2, kernel = 3, padding = same, bias = false), LeakyRelu(slope = 0.2) },
        Silu,
        Flatten,
        Dense(12),
        Reshape([2, 3, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 6, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image185 {
        input: [2, 4, 4],
        Residual { Conv2d(2, kernel = 3, padding = same), Relu },
        Gelu,
        Multiply { {}, { Conv2d(2, kernel = 1), Sigmoid } },
        Elu(alpha = 0.75),
        GlobalMaxPool2d,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image186 {
        input: [3, 5, 2],
        Conv2d(1, kernel = 3, padding = same),
        Flatten,
        Dense(8),
        Reshape([2, 2, 2]),
        ConvTranspose2d(1, kernel = 2, stride = 2),
        output: [1, 4, 4],
    }
}

network! {
    #[derive(Clone)]
    struct Image187 {
        input: [2, 3, 2],
        Conv2d(1, kernel = 1),
        AvgPool2d(2, stride = 1, padding = [1, 0]),
        output: [1, 4, 1],
    }
}

network! {
    #[derive(Clone)]
    struct Image188 {
        input: [2, 4, 4],
        Residual { Conv2d(2, kernel = [1, 3], padding = same), Softplus },
        Flatten,
        Dense(2),
        LogSoftmax,
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image189 {
        input: [4, 2, 3],
        Conv2d(2, kernel = 3, stride = 2, padding = [2, 1], bias = false),
        Relu,
        GlobalMaxPool2d,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image190 {
        input: [3, 2, 2],
        Add { { Conv2d(4, kernel = 1, bias = false) }, { Conv2d(4, kernel = 3, padding = 1, bias = false), Tanh, Residual { Conv2d(4, kernel = 3, padding = same), LeakyRelu(slope = 0.2) } } },
        Silu,
        GlobalAvgPool2d,
        Dense(3),
        Softmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image191 {
        input: [4, 2, 5],
        Concat { { MaxPool2d(3, stride = 1, padding = 1) }, { Conv2d(3, kernel = 1, bias = false) }, { Conv2d(3, kernel = [1, 3], padding = same, bias = false), Relu } },
        Gelu,
        Concat { { Flatten, Dense(2), Elu(alpha = 0.75) }, { GlobalMaxPool2d } },
        Dense(2),
        Residual { Dense(2), Softplus },
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image192 {
        input: [3, 6, 3],
        Residual { Conv2d(3, kernel = [2, 3], padding = same, bias = false), Relu },
        Add { { Conv2d(3, kernel = 3, stride = [2, 1], padding = 1), Tanh, Residual { Conv2d(3, kernel = [1, 3], padding = same, bias = false), LeakyRelu(slope = 0.2) } }, { Conv2d(3, kernel = 1, stride = [2, 1]) } },
        Silu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image193 {
        input: [4, 5, 2],
        Conv2d(2, kernel = [1, 2], padding = same),
        Upsample(1),
        GlobalMaxPool2d,
        Dense(4),
        LogSoftmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image194 {
        input: [1, 6, 3],
        Multiply { { Conv2d(1, kernel = 3, padding = same), Relu }, { Conv2d(1, kernel = 1, bias = false), Sigmoid } },
        Conv2d(2, kernel = [3, 1], padding = same),
        AvgPool2d(2, padding = [0, 1], count_padding = false),
        Gelu,
        Flatten,
        Dense(2),
        output: [2],
    }
}

network! {
    #[derive(Clone)]
    struct Image195 {
        input: [1, 7, 5],
        Conv2d(1, kernel = 2, padding = [1, 0], dilation = 2, bias = false),
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image196 {
        input: [4, 3, 5],
        Residual { Conv2d(4, kernel = [2, 3], padding = same, bias = false), Elu(alpha = 0.75) },
        ConvTranspose2d(2, kernel = 2, stride = 2, padding = [1, 0], bias = false, output_padding = 1),
        Softplus,
        Flatten,
        Dense(4),
        Softmax,
        output: [4],
    }
}

network! {
    #[derive(Clone)]
    struct Image197 {
        input: [3, 3, 2],
        Multiply { { Conv2d(3, kernel = 3, padding = same, bias = false), Relu }, { Conv2d(3, kernel = 1), Sigmoid } },
        Tanh,
        Conv2d(2, kernel = 1),
        AvgPool2d(1, count_padding = false),
        Flatten,
        Dense(3),
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image198 {
        input: [1, 5, 3],
        Concat { {}, { Conv2d(1, kernel = 1) }, { Conv2d(2, kernel = [1, 3], padding = same), LeakyRelu(slope = 0.2) } },
        Silu,
        Flatten,
        Dense(3),
        LogSoftmax,
        output: [3],
    }
}

network! {
    #[derive(Clone)]
    struct Image199 {
        input: [1, 6, 5],
        Conv2d(2, kernel = 2, stride = 2, padding = [1, 0]),
        Concat { { Flatten, Dense(2), Relu }, { GlobalAvgPool2d } },
        Dense(2),
        output: [2],
    }
}

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 200] = [
    check!(Image000, 35),
    check!(Image001, 8),
    check!(Image002, 12),
    check!(Image003, 36),
    check!(Image004, 18),
    check!(Image005, 54),
    check!(Image006, 24),
    check!(Image007, 48),
    check!(Image008, 20),
    check!(Image009, 48),
    check!(Image010, 12),
    check!(Image011, 42),
    check!(Image012, 20),
    check!(Image013, 24),
    check!(Image014, 60),
    check!(Image015, 24),
    check!(Image016, 42),
    check!(Image017, 60),
    check!(Image018, 48),
    check!(Image019, 8),
    check!(Image020, 32),
    check!(Image021, 24),
    check!(Image022, 56),
    check!(Image023, 30),
    check!(Image024, 14),
    check!(Image025, 14),
    check!(Image026, 9),
    check!(Image027, 24),
    check!(Image028, 60),
    check!(Image029, 36),
    check!(Image030, 35),
    check!(Image031, 16),
    check!(Image032, 24),
    check!(Image033, 21),
    check!(Image034, 16),
    check!(Image035, 16),
    check!(Image036, 48),
    check!(Image037, 42),
    check!(Image038, 24),
    check!(Image039, 49),
    check!(Image040, 56),
    check!(Image041, 49),
    check!(Image042, 42),
    check!(Image043, 12),
    check!(Image044, 48),
    check!(Image045, 60),
    check!(Image046, 56),
    check!(Image047, 60),
    check!(Image048, 4),
    check!(Image049, 8),
    check!(Image050, 56),
    check!(Image051, 8),
    check!(Image052, 28),
    check!(Image053, 40),
    check!(Image054, 36),
    check!(Image055, 8),
    check!(Image056, 24),
    check!(Image057, 32),
    check!(Image058, 60),
    check!(Image059, 25),
    check!(Image060, 18),
    check!(Image061, 45),
    check!(Image062, 42),
    check!(Image063, 24),
    check!(Image064, 24),
    check!(Image065, 30),
    check!(Image066, 28),
    check!(Image067, 60),
    check!(Image068, 56),
    check!(Image069, 32),
    check!(Image070, 54),
    check!(Image071, 20),
    check!(Image072, 48),
    check!(Image073, 28),
    check!(Image074, 48),
    check!(Image075, 10),
    check!(Image076, 20),
    check!(Image077, 20),
    check!(Image078, 48),
    check!(Image079, 18),
    check!(Image080, 60),
    check!(Image081, 14),
    check!(Image082, 35),
    check!(Image083, 30),
    check!(Image084, 4),
    check!(Image085, 32),
    check!(Image086, 15),
    check!(Image087, 25),
    check!(Image088, 24),
    check!(Image089, 8),
    check!(Image090, 48),
    check!(Image091, 16),
    check!(Image092, 24),
    check!(Image093, 12),
    check!(Image094, 42),
    check!(Image095, 15),
    check!(Image096, 40),
    check!(Image097, 18),
    check!(Image098, 24),
    check!(Image099, 18),
    check!(Image100, 27),
    check!(Image101, 18),
    check!(Image102, 4),
    check!(Image103, 36),
    check!(Image104, 36),
    check!(Image105, 24),
    check!(Image106, 15),
    check!(Image107, 60),
    check!(Image108, 60),
    check!(Image109, 24),
    check!(Image110, 10),
    check!(Image111, 21),
    check!(Image112, 32),
    check!(Image113, 45),
    check!(Image114, 56),
    check!(Image115, 16),
    check!(Image116, 24),
    check!(Image117, 42),
    check!(Image118, 21),
    check!(Image119, 45),
    check!(Image120, 27),
    check!(Image121, 12),
    check!(Image122, 56),
    check!(Image123, 36),
    check!(Image124, 9),
    check!(Image125, 20),
    check!(Image126, 60),
    check!(Image127, 60),
    check!(Image128, 40),
    check!(Image129, 24),
    check!(Image130, 60),
    check!(Image131, 60),
    check!(Image132, 48),
    check!(Image133, 48),
    check!(Image134, 18),
    check!(Image135, 28),
    check!(Image136, 42),
    check!(Image137, 48),
    check!(Image138, 42),
    check!(Image139, 12),
    check!(Image140, 28),
    check!(Image141, 12),
    check!(Image142, 4),
    check!(Image143, 20),
    check!(Image144, 36),
    check!(Image145, 36),
    check!(Image146, 8),
    check!(Image147, 60),
    check!(Image148, 48),
    check!(Image149, 49),
    check!(Image150, 14),
    check!(Image151, 56),
    check!(Image152, 25),
    check!(Image153, 6),
    check!(Image154, 48),
    check!(Image155, 18),
    check!(Image156, 15),
    check!(Image157, 49),
    check!(Image158, 30),
    check!(Image159, 18),
    check!(Image160, 48),
    check!(Image161, 30),
    check!(Image162, 24),
    check!(Image163, 18),
    check!(Image164, 40),
    check!(Image165, 24),
    check!(Image166, 48),
    check!(Image167, 8),
    check!(Image168, 48),
    check!(Image169, 18),
    check!(Image170, 15),
    check!(Image171, 18),
    check!(Image172, 48),
    check!(Image173, 12),
    check!(Image174, 48),
    check!(Image175, 15),
    check!(Image176, 40),
    check!(Image177, 60),
    check!(Image178, 12),
    check!(Image179, 9),
    check!(Image180, 12),
    check!(Image181, 36),
    check!(Image182, 40),
    check!(Image183, 48),
    check!(Image184, 36),
    check!(Image185, 32),
    check!(Image186, 30),
    check!(Image187, 12),
    check!(Image188, 32),
    check!(Image189, 24),
    check!(Image190, 12),
    check!(Image191, 40),
    check!(Image192, 54),
    check!(Image193, 40),
    check!(Image194, 18),
    check!(Image195, 35),
    check!(Image196, 60),
    check!(Image197, 18),
    check!(Image198, 15),
    check!(Image199, 30),
];
