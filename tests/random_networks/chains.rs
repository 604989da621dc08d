//! 40 networks drawn from seed 5 by `generator.rs`. Not to be edited by hand.

use static_nn::network;

use crate::{Check, check};

network! {
    #[derive(Clone)]
    struct Chain00 {
        input: [1],
        Dense(3),
        Relu,
        output: [3],
    }
}
methods! { Chain00, 1, 3 }

network! {
    #[derive(Clone)]
    struct Chain01 {
        input: [5],
        Dense(257, bias = false),
        Tanh,
        Dense(7),
        Gelu,
        Dense(295),
        LeakyRelu(slope = 0.2),
        Dense(9),
        Sigmoid,
        output: [9],
    }
}
methods! { Chain01, 5, 9 }

network! {
    #[derive(Clone)]
    struct Chain02 {
        input: [72],
        Dense(15),
        Softmax,
        Dense(17, bias = false),
        Elu(alpha = 0.75),
        output: [17],
    }
}
methods! { Chain02, 72, 17 }

network! {
    #[derive(Clone)]
    struct Chain03 {
        input: [18],
        Dense(31),
        Silu,
        Dense(123),
        HardTanh,
        output: [123],
    }
}
methods! { Chain03, 18, 123 }

network! {
    #[derive(Clone)]
    struct Chain04 {
        input: [288],
        Dense(33, bias = false),
        Softplus,
        Dense(63),
        Gelu(approximate = "tanh"),
        output: [63],
    }
}
methods! { Chain04, 288, 63 }

network! {
    #[derive(Clone)]
    struct Chain05 {
        input: [65],
        Dense(127),
        LogSoftmax,
        Dense(129, bias = false),
        HardSigmoid,
        Dense(255),
        Identity,
        Dense(257),
        Step,
        output: [257],
    }
}
methods! { Chain05, 65, 257 }

network! {
    #[derive(Clone)]
    struct Chain06 {
        input: [299],
        Dense(283, bias = false),
        Relu,
        output: [283],
    }
}
methods! { Chain06, 299, 283 }

network! {
    #[derive(Clone)]
    struct Chain07 {
        input: [25],
        Dense(300, bias = false),
        Tanh,
        Dense(276, bias = false),
        Gelu,
        output: [276],
    }
}
methods! { Chain07, 25, 276 }

network! {
    #[derive(Clone)]
    struct Chain08 {
        input: [1],
        Dense(3),
        LeakyRelu(slope = 0.2),
        output: [3],
    }
}
methods! { Chain08, 1, 3 }

network! {
    #[derive(Clone)]
    struct Chain09 {
        input: [5],
        Dense(7),
        Sigmoid,
        Dense(9),
        Softmax,
        Dense(21),
        Elu(alpha = 0.75),
        output: [21],
    }
}
methods! { Chain09, 5, 21 }

network! {
    #[derive(Clone)]
    struct Chain10 {
        input: [97],
        Dense(15),
        Silu,
        Dense(17),
        HardTanh,
        output: [17],
    }
}
methods! { Chain10, 97, 17 }

network! {
    #[derive(Clone)]
    struct Chain11 {
        input: [31],
        Dense(33, bias = false),
        Softplus,
        Dense(63),
        Gelu(approximate = "tanh"),
        Dense(65),
        LogSoftmax,
        output: [65],
    }
}
methods! { Chain11, 31, 65 }

network! {
    #[derive(Clone)]
    struct Chain12 {
        input: [127],
        Dense(176),
        HardSigmoid,
        Dense(129),
        Identity,
        output: [129],
    }
}
methods! { Chain12, 127, 129 }

network! {
    #[derive(Clone)]
    struct Chain13 {
        input: [266],
        Dense(238),
        Step,
        Dense(166),
        Relu,
        Dense(255),
        Tanh,
        Dense(257),
        Gelu,
        output: [257],
    }
}
methods! { Chain13, 266, 257 }

network! {
    #[derive(Clone)]
    struct Chain14 {
        input: [299],
        Dense(39),
        LeakyRelu(slope = 0.2),
        output: [39],
    }
}
methods! { Chain14, 299, 39 }

network! {
    #[derive(Clone)]
    struct Chain15 {
        input: [300],
        Dense(92),
        Sigmoid,
        Dense(1),
        Softmax,
        Dense(3),
        Elu(alpha = 0.75),
        Dense(5),
        Silu,
        output: [5],
    }
}
methods! { Chain15, 300, 5 }

network! {
    #[derive(Clone)]
    struct Chain16 {
        input: [7],
        Dense(122),
        HardTanh,
        Dense(48),
        Softplus,
        Dense(9),
        Gelu(approximate = "tanh"),
        Dense(15, bias = false),
        LogSoftmax,
        output: [15],
    }
}
methods! { Chain16, 7, 15 }

network! {
    #[derive(Clone)]
    struct Chain17 {
        input: [17],
        Dense(207),
        HardSigmoid,
        output: [207],
    }
}
methods! { Chain17, 17, 207 }

network! {
    #[derive(Clone)]
    struct Chain18 {
        input: [31],
        Dense(128),
        Identity,
        Dense(33, bias = false),
        Step,
        Dense(63),
        Relu,
        output: [63],
    }
}
methods! { Chain18, 31, 63 }

network! {
    #[derive(Clone)]
    struct Chain19 {
        input: [278],
        Dense(65),
        Tanh,
        Dense(127),
        Gelu,
        Dense(129),
        LeakyRelu(slope = 0.2),
        Dense(255, bias = false),
        Sigmoid,
        output: [255],
    }
}
methods! { Chain19, 278, 255 }

network! {
    #[derive(Clone)]
    struct Chain20 {
        input: [257],
        Dense(167),
        Softmax,
        Dense(8),
        Elu(alpha = 0.75),
        output: [8],
    }
}
methods! { Chain20, 257, 8 }

network! {
    #[derive(Clone)]
    struct Chain21 {
        input: [299],
        Dense(300),
        Silu,
        Dense(1, bias = false),
        HardTanh,
        Dense(3),
        Softplus,
        output: [3],
    }
}
methods! { Chain21, 299, 3 }

network! {
    #[derive(Clone)]
    struct Chain22 {
        input: [5],
        Dense(7),
        Gelu(approximate = "tanh"),
        output: [7],
    }
}
methods! { Chain22, 5, 7 }

network! {
    #[derive(Clone)]
    struct Chain23 {
        input: [7],
        Dense(140),
        LogSoftmax,
        Dense(89, bias = false),
        HardSigmoid,
        Dense(299),
        Identity,
        Dense(9),
        Step,
        output: [9],
    }
}
methods! { Chain23, 7, 9 }

network! {
    #[derive(Clone)]
    struct Chain24 {
        input: [68],
        Dense(129),
        Relu,
        Dense(15, bias = false),
        Tanh,
        output: [15],
    }
}
methods! { Chain24, 68, 15 }

network! {
    #[derive(Clone)]
    struct Chain25 {
        input: [244],
        Dense(17),
        Gelu,
        Dense(113),
        LeakyRelu(slope = 0.2),
        Dense(31),
        Sigmoid,
        Dense(36, bias = false),
        Softmax,
        output: [36],
    }
}
methods! { Chain25, 244, 36 }

network! {
    #[derive(Clone)]
    struct Chain26 {
        input: [33],
        Dense(63),
        Elu(alpha = 0.75),
        output: [63],
    }
}
methods! { Chain26, 33, 63 }

network! {
    #[derive(Clone)]
    struct Chain27 {
        input: [65],
        Dense(127),
        Silu,
        output: [127],
    }
}
methods! { Chain27, 65, 127 }

network! {
    #[derive(Clone)]
    struct Chain28 {
        input: [129],
        Dense(255, bias = false),
        HardTanh,
        Dense(180),
        Softplus,
        Dense(257),
        Gelu(approximate = "tanh"),
        output: [257],
    }
}
methods! { Chain28, 129, 257 }

network! {
    #[derive(Clone)]
    struct Chain29 {
        input: [299],
        Dense(300),
        LogSoftmax,
        Dense(54),
        HardSigmoid,
        Dense(1),
        Identity,
        Dense(273),
        Step,
        output: [273],
    }
}
methods! { Chain29, 299, 273 }

network! {
    #[derive(Clone)]
    struct Chain30 {
        input: [234],
        Dense(3),
        Relu,
        Dense(5, bias = false),
        Tanh,
        Dense(7, bias = false),
        Gelu,
        Dense(9, bias = false),
        LeakyRelu(slope = 0.2),
        output: [9],
    }
}
methods! { Chain30, 234, 9 }

network! {
    #[derive(Clone)]
    struct Chain31 {
        input: [42],
        Dense(15),
        Sigmoid,
        Dense(17),
        Softmax,
        Dense(31, bias = false),
        Elu(alpha = 0.75),
        output: [31],
    }
}
methods! { Chain31, 42, 31 }

network! {
    #[derive(Clone)]
    struct Chain32 {
        input: [21],
        Dense(33),
        Silu,
        Dense(63),
        HardTanh,
        output: [63],
    }
}
methods! { Chain32, 21, 63 }

network! {
    #[derive(Clone)]
    struct Chain33 {
        input: [65],
        Dense(93, bias = false),
        Softplus,
        Dense(151, bias = false),
        Gelu(approximate = "tanh"),
        Dense(276),
        LogSoftmax,
        output: [276],
    }
}
methods! { Chain33, 65, 276 }

network! {
    #[derive(Clone)]
    struct Chain34 {
        input: [249],
        Dense(127),
        HardSigmoid,
        Dense(129),
        Identity,
        Dense(255),
        Step,
        output: [255],
    }
}
methods! { Chain34, 249, 255 }

network! {
    #[derive(Clone)]
    struct Chain35 {
        input: [257],
        Dense(299, bias = false),
        Relu,
        Dense(16),
        Tanh,
        Dense(284, bias = false),
        Gelu,
        output: [284],
    }
}
methods! { Chain35, 257, 284 }

network! {
    #[derive(Clone)]
    struct Chain36 {
        input: [300],
        Dense(1),
        LeakyRelu(slope = 0.2),
        output: [1],
    }
}
methods! { Chain36, 300, 1 }

network! {
    #[derive(Clone)]
    struct Chain37 {
        input: [3],
        Dense(5),
        Sigmoid,
        Dense(7, bias = false),
        Softmax,
        Dense(24),
        Elu(alpha = 0.75),
        Dense(9),
        Silu,
        output: [9],
    }
}
methods! { Chain37, 3, 9 }

network! {
    #[derive(Clone)]
    struct Chain38 {
        input: [15],
        Dense(17, bias = false),
        HardTanh,
        Dense(31),
        Softplus,
        output: [31],
    }
}
methods! { Chain38, 15, 31 }

network! {
    #[derive(Clone)]
    struct Chain39 {
        input: [33],
        Dense(63),
        Gelu(approximate = "tanh"),
        output: [63],
    }
}
methods! { Chain39, 33, 63 }

/// The check of every network.
#[rustfmt::skip]
pub(crate) const CHECKS: [Check; 40] = [
    check!(Chain00, 1, 3),
    check!(Chain01, 5, 9),
    check!(Chain02, 72, 17),
    check!(Chain03, 18, 123),
    check!(Chain04, 288, 63),
    check!(Chain05, 65, 257),
    check!(Chain06, 299, 283),
    check!(Chain07, 25, 276),
    check!(Chain08, 1, 3),
    check!(Chain09, 5, 21),
    check!(Chain10, 97, 17),
    check!(Chain11, 31, 65),
    check!(Chain12, 127, 129),
    check!(Chain13, 266, 257),
    check!(Chain14, 299, 39),
    check!(Chain15, 300, 5),
    check!(Chain16, 7, 15),
    check!(Chain17, 17, 207),
    check!(Chain18, 31, 63),
    check!(Chain19, 278, 255),
    check!(Chain20, 257, 8),
    check!(Chain21, 299, 3),
    check!(Chain22, 5, 7),
    check!(Chain23, 7, 9),
    check!(Chain24, 68, 15),
    check!(Chain25, 244, 36),
    check!(Chain26, 33, 63),
    check!(Chain27, 65, 127),
    check!(Chain28, 129, 257),
    check!(Chain29, 299, 273),
    check!(Chain30, 234, 9),
    check!(Chain31, 42, 31),
    check!(Chain32, 21, 63),
    check!(Chain33, 65, 276),
    check!(Chain34, 249, 255),
    check!(Chain35, 257, 284),
    check!(Chain36, 300, 1),
    check!(Chain37, 3, 9),
    check!(Chain38, 15, 31),
    check!(Chain39, 33, 63),
];
