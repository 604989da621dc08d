//! `network!` in places that are hard on a macro: no prelude, names taken by the user, the crate under another name, lints
//! at their strictest.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]
#![expect(clippy::float_cmp, reason = "the same computation gives the same numbers")]

use static_nn::{Layer, Network, Parameters, network};

/// Nothing is in scope but what is written out.
mod without_prelude {
    #![no_implicit_prelude]

    ::static_nn::network! {
        /// Every kind of layer that the list knows.
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        pub(crate) struct Everything {
            input: [1, 2, 3],
            #[init(auto)]
            Conv2d(2, kernel = [1, 3], padding = same), BatchNorm, Relu, ConvTranspose2d(2, kernel = 1), LayerNorm,
            Upsample(1), ZeroPad2d(0), GroupNorm(1), LocalResponseNorm(size = 3), Dropout2d,
            MaxPool2d([1, 2], stride = 1), AvgPool2d(1, count_padding = false), AdaptiveAvgPool2d([2, 3]), Reshape([3, 2, 2]),
            Reshape([4, 3]), Lstm(4, bias = false), Rnn(3, nonlinearity = relu), Dense(4), RmsNorm, Residual { Gru(4), Softmax }, PositionalEncoding,
            PositionalEncoding(learned = true), SelfAttention(heads = 2), SelfAttention(heads = 4, causal = true),
            Conv1d(3, kernel = 2, padding = 1), Conv1d(4, kernel = 2, causal = true),
            Concat { { Last }, { MeanOverTime }, { MaxOverTime } },
            #[init(he_normal)]
            first: Dense(12 -> 4), Relu,
            Residual { Dense(4), LeakyRelu(slope = 0.1) },
            Add { {}, { Dense(4) }, { Multiply { {}, { Sigmoid } } } },
            Concat { { Dense(2), Tanh }, {} },
            Repeat(2) { Dense(4, bias = false), Tanh },
            Dense(2), Softmax,
            output: [2],
        }
    }

    ::static_nn::network! {
        /// Words.
        pub(crate) struct Words {
            input: [3],
            words: Embedding(4 -> 2), Gru(3), Last,
        }
    }

    ::static_nn::network! {
        /// What is built into the program, and what was saved beside it.
        #[weights("tests/data/bundle.safetensors", scaler: ::static_nn::prepare::StandardScaler<3>, pca: _, other: _)]
        pub(crate) struct Bundled { input: [3], fc: Dense(2) }
    }

    #[::core::prelude::v1::test]
    fn what_is_embedded_works() {
        let prepared = Bundled::EMBEDDED_SCALER.transform(&[1.0, 2.0, 3.0]);
        ::core::assert!(Bundled::EMBEDDED.forward(&prepared)[0].is_finite());
    }

    #[::core::prelude::v1::test]
    fn works() {
        let net = Everything::boxed(1);
        let y = net.forward(&[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]);
        ::core::assert!((y[0] + y[1] - 1.0).abs() < 1e-6);
        ::core::assert_eq!(*net, Everything::new(1));
        ::core::assert_eq!(Words::new(1).forward(&[3_u8, 0, 1]).len(), 3);
    }
}

/// Types that are called like a network and a block in it.
mod blocks {
    static_nn::network! {
        /// The block `body`.
        #[derive(Clone, Debug)]
        pub(crate) struct Net {
            input: [2],
            body: Residual { Dense(2), inner: Residual { Tanh, Dense(2) } },
        }
    }

    static_nn::network! {
        /// A network by another name.
        pub(crate) struct NetBody {
            input: [2],
            inner: Residual { Dense(2) },
        }
    }

    #[derive(Debug)]
    pub(crate) struct NetBodyInner;

    #[test]
    fn works() {
        let (net, other) = (Net::new(1), NetBody::new(1));
        assert_eq!(net.as_slice().len(), 2 * other.as_slice().len());
        assert_eq!(format!("{NetBodyInner:?}"), "NetBodyInner");
    }
}

/// The user has taken the names that a careless expansion would use.
#[allow(dead_code, non_camel_case_types, reason = "names that are in the way")]
mod taken_names {
    pub(crate) struct Option;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Result;
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Box;
    pub(crate) struct Vec;
    pub(crate) struct String;
    pub(crate) struct f32;
    pub(crate) struct f64;
    pub(crate) struct usize;
    pub(crate) struct u64;
    pub(crate) struct str;
    pub(crate) struct T;
    pub(crate) struct N;
    pub(crate) struct S;
    pub(crate) struct X;
    pub(crate) struct Dense;
    pub(crate) struct Relu;
    pub(crate) struct Residual;
    pub(crate) struct Add;
    pub(crate) struct Concat;
    pub(crate) struct Branches2;
    pub(crate) struct Identity;
    pub(crate) struct Simd;
    pub(crate) struct Pass;
    pub(crate) struct Path;
    pub(crate) struct D1;
    pub(crate) trait Layer {}
    pub(crate) trait Network {}
    pub(crate) trait Parameters {}
    pub(crate) trait Shape {}
    pub(crate) trait Scalar {}
    pub(crate) trait Sample {}
    pub(crate) trait Sized {}
    pub(crate) trait Clone {}
    pub(crate) trait AsMut {}
    pub(crate) trait FnMut {}
    pub(crate) mod core {}
    pub(crate) mod std {}
    pub(crate) mod static_nn {}
    pub(crate) mod nn_core {}
    pub(crate) const IN: ::core::primitive::usize = 3;
    pub(crate) const OUT: ::core::primitive::usize = 2;
    pub(crate) fn forward() {}
    pub(crate) fn backward() {}
    pub(crate) fn simd() {}
    pub(crate) fn scratch() {}
    pub(crate) fn input() {}
    pub(crate) fn output() {}
    pub(crate) fn max() {}

    ::static_nn::network! {
        /// Sizes from constants that are called like const parameters.
        pub(crate) struct Net {
            input: [IN],
            hidden: Dense(IN -> 4), Relu,
            inner: Inner,
            Residual { Dense(4), Tanh },
            Concat { { Dense(3), Tanh }, { Dense(1) } },
            last: Dense(4 -> OUT),
            output: [OUT],
        }
    }

    ::static_nn::network! {
        /// A type in scope.
        pub(crate) struct Inner {
            input: [4],
            Dense(4), Softplus,
        }
    }

    #[test]
    fn works() {
        let net = Net::boxed(1);
        let mut workspace = ::static_nn::Workspace::new();
        let gradient = net.gradient(&mut workspace, &[1.0, 2.0, 3.0], &[0.0, 0.0], ::static_nn::MeanSquaredError);
        assert!(gradient.unwrap().as_slice().iter().any(|value| *value != 0.0));
        let mut ys = [[0.0; OUT]; 2];
        net.forward_batch(&[[1.0; IN], [2.0; IN]], &mut ys).unwrap();
        assert_eq!(ys[0].len(), net.forward(&[1.0; IN]).len());
    }
}

network! {
    /// Layers called like what the generated functions have of their own.
    struct OddNames {
        input: [3],
        scratch: Dense(3), Tanh,
        simd: Dense(3),
        cache: Dense(3),
        rng: Dense(3),
        input_: Dense(3),
        x: Dense(3),
        y: Dense(3),
        dy: Dense(3),
        dx: Dense(3),
        d_x: Dense(3),
        d_y: Dense(3),
        self_: Dense(3),
        even: Dense(3),
        odd: Dense(3),
        pass: Dense(3),
        record: Dense(3),
        grad: Dense(3),
        blocks: Dense(3),
        name: Dense(3),
        visit: Dense(3),
        output_: Dense(3),
        inner_cache: Dense(3),
        inner: Inner,
        net: Dense(3),
        nn_core: Dense(3),
        static_nn: Dense(3),
        forward: Dense(3),
        as_slice: Dense(3),
        new: Dense(3),
        r#type: Dense(3),
        r#fn: Relu,
        dense1: Dense(3),
        Dense(3),
        relu1: Relu,
        Relu,
        output: [3],
    }
}

network! {
    /// A layer that needs a cache.
    struct Inner {
        input: [3],
        Dense(3), Residual { cache: Dense(3), scratch: Tanh },
    }
}

#[test]
fn layers_may_be_called_anything() {
    let mut net = OddNames::boxed(1);
    let layers = <OddNames as Network<f32>>::LAYERS;
    assert_eq!(layers.iter().filter(|layer| layer.parameters > 0).count(), 32);
    assert!(layers.iter().any(|layer| layer.name == "type"));
    assert_eq!(net.dense2.bias.len(), 3, "`dense1` is taken, so that a layer without a name is the next");

    let report = {
        let mut net = <OddNames<f64> as Network<f64>>::boxed(1);
        // Near the identity, so that gradients reach through all layers.
        for layer in net.as_mut_slice().chunks_exact_mut(12) {
            for value in layer.iter_mut() {
                *value *= 0.1;
            }
            for diagonal in [0, 4, 8] {
                layer[diagonal] += 1.0;
            }
        }
        static_nn::gradcheck::network(&mut *net, &[[0.3, -0.5, 0.9]; 2], &[0, 2], static_nn::CrossEntropy).unwrap()
    };
    // Differences are good to about 1e-9.
    assert!(report.worst() < 1e-7, "{report}");
    let mut names: Vec<&str> = report.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert!(names.contains(&"type.weight") && names.contains(&"inner.residual1.cache.bias"), "{names:?}");
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 2 * 33);

    net.r#type.bias[1] = 5.0;
    assert!(net.as_slice().contains(&5.0));
}

mod renamed_import {
    use static_nn as renamed;

    renamed::network! {
        /// By way of another name.
        pub(crate) struct Net {
            input: [2],
            Dense(3), Tanh,
            gain: super::Gain<3>,
        }
    }

    #[test]
    fn works() {
        assert_eq!(Net::PARAMETERS, 9 + 3);
        assert_eq!(Net::boxed(1).forward(&[1.0, 2.0]).len(), 3);
    }
}

mod renamed_crate {
    extern crate static_nn as renamed;

    use renamed::network as declare;

    declare! {
        /// The macro under another name too.
        pub(crate) struct Net {
            input: [2],
            Dense(3),
        }
    }

    #[test]
    fn works() {
        assert_eq!(Net::boxed(1).forward(&[1.0, 2.0]).len(), 3);
    }
}

/// `y_i = factor_i x_i`, whose derive is told where the library is.
#[derive(Clone, Debug, PartialEq, Parameters)]
#[parameters(crate = static_nn)]
#[repr(transparent)]
struct Gain<T, const N: usize> {
    factor: [T; N],
}

impl<T: static_nn::Scalar, const N: usize> Layer<T> for Gain<T, N> {
    type Input = static_nn::D1<N>;
    type Output = static_nn::D1<N>;

    fn forward<S: static_nn::Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
        for i in 0..N {
            y[i] = self.factor[i] * x[i];
        }
    }

    fn backward<S: static_nn::Simd>(
        &self,
        _: S,
        record: static_nn::layer::SampleRecord<'_, Self, T>,
        dy: &[T; N],
        dx: Option<&mut [T; N]>,
        grad: &mut Self,
        _: &mut [T],
    ) {
        for ((factor, x), dy) in grad.factor.iter_mut().zip(record.x).zip(dy) {
            *factor += *dy * *x;
        }
        if let Some(dx) = dx {
            *dx = std::array::from_fn(|i| dy[i] * self.factor[i]);
        }
    }
}

#[test]
fn networks_inside_functions() {
    const WIDTH: usize = 5;

    #[allow(clippy::items_after_statements, reason = "that is what it shows")]
    fn used_before_it_is_declared() -> usize {
        return Local::PARAMETERS;

        network! {
            struct Local {
                input: [2],
                Dense(2), Residual { Dense(2) },
            }
        }
    }

    network! {
        struct Local {
            input: [WIDTH],
            part: Part,
            Dense(3), Residual { Dense(3) },
        }
    }
    network! {
        struct Part {
            input: [WIDTH],
            Dense(WIDTH - 1), Sigmoid,
        }
    }
    assert_eq!((Local::PARAMETERS, used_before_it_is_declared()), (24 + 15 + 12, 12));
    assert_eq!(Local::boxed(1).forward(&[0.5; WIDTH]).len(), 3);
}

mod visibilities {
    pub(crate) mod inside {
        static_nn::network! {
            /// For everyone.
            pub struct Public {
                input: [2],
                Dense(1),
            }
        }

        static_nn::network! {
            /// For this crate.
            pub(crate) struct Crate {
                input: [2],
                public: Public,
            }
        }

        static_nn::network! {
            /// For the module around.
            pub(super) struct Super {
                input: [2],
                krate: Crate,
                Residual { Dense(1) },
            }
        }

        static_nn::network! {
            /// For the module around, by its path.
            pub(in crate::visibilities) struct Path {
                input: [2],
                inside: Super,
            }
        }

        static_nn::network! {
            struct Private {
                input: [2],
                path: Path,
            }
        }

        pub(crate) fn answer_of_private() -> [f32; 1] {
            Private::boxed(1).forward(&[1.0, 2.0])
        }
    }

    pub(crate) fn answer() -> [f32; 1] {
        let net = inside::Path::boxed(1);
        assert_eq!(net.forward(&[1.0, 2.0]), net.inside.forward(&[1.0, 2.0]));
        inside::Super::boxed(1).forward(&[1.0, 2.0])
    }
}

#[test]
fn every_visibility() {
    let nested = visibilities::answer();
    assert_eq!(nested, visibilities::inside::answer_of_private());
    let net = visibilities::inside::Crate::boxed(3);
    assert_eq!(net.forward(&[1.0, 2.0]), net.public.forward(&[1.0, 2.0]));
    assert_eq!(visibilities::inside::Public::PARAMETERS, 3);
}

network! {
    /// 64 layers in one list.
    struct Deep {
        input: [3],
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh, Dense(3), Tanh,
        output: [3],
    }
}

/// 32 layers that each round to 2^-24, and none of which makes an error larger: tanh is flat, the weights are below 1.
const ROUNDING: f64 = 1e-6;

#[test]
fn a_deep_list() {
    assert_eq!((Deep::PARAMETERS, <Deep as Network<f32>>::LAYERS.len()), (32 * 12, 64));
    let net = Deep::boxed(1);
    let mut x = [0.5, -1.0, 2.0];
    let answer = net.forward(&[0.5, -1.0, 2.0]);
    // Column by column, then the bias.
    for layer in net.as_slice().chunks_exact(12) {
        let w = |o: usize, i: usize| f64::from(layer[3 * i + o]);
        let sum = |o: usize| (0..3).map(|i| w(o, i) * x[i]).sum::<f64>() + f64::from(layer[9 + o]);
        x = [sum(0).tanh(), sum(1).tanh(), sum(2).tanh()];
    }
    for (y, expected) in answer.iter().zip(x) {
        assert!((f64::from(*y) - expected).abs() < ROUNDING, "{answer:?} and {x:?}");
    }
    let mut batch = [[0.0; 3]; 17];
    net.forward_batch(&[[0.5, -1.0, 2.0]; 17], &mut batch).unwrap();
    for (y, expected) in batch[16].iter().zip(x) {
        assert!((f64::from(*y) - expected).abs() < ROUNDING, "{batch:?} and {x:?}");
    }
}

/// Constants, statics, functions and types by every name that generated code or the methods of a network have of their own, and
/// networks by the names of generic parameters. A `let` or an argument by the name of a constant would be a pattern of it.
#[allow(
    dead_code,
    non_upper_case_globals,
    non_camel_case_types,
    non_snake_case,
    clippy::upper_case_acronyms,
    reason = "names that are in the way"
)]
mod every_generated_name {
    macro_rules! constants {
        ($($name:ident)*) => { $(pub(crate) const $name: ::core::primitive::u8 = 0;)* };
    }
    macro_rules! statics {
        ($($name:ident)*) => { $(pub(crate) static $name: ::core::primitive::u8 = 0;)* };
    }
    macro_rules! functions {
        ($($name:ident)*) => { $(pub(crate) fn $name() {})* };
    }
    macro_rules! structs {
        ($($name:ident)*) => { $(pub(crate) struct $name;)* };
    }

    // The arguments of the methods, and the locals of the passes.
    constants! {
        x xs ys seed scratch workspace target targets loss optimizer state path buffer blocks cache dx dy even odd grad noise pass
        record rng simd name visit whole fc1 relu1 fc1_cache d_fc1 batch_norm1 tanh1 d_tanh1 input_ output_ size sum max any
    }
    statics! { input output dense1 d_dense1 dense1_cache NET OK TAKES PRODUCES EMBEDDED PARAMETERS CACHE SCRATCH }
    functions! {
        fits embed put judge fill_from fill ensure noise_ two_buffers not_a_pattern layer windows past covered same_padding told at_most divides equal extent has_rank
    }
    structs! { S N Y L M R Taken Produced Record Noise Rng Parameters Tensor Counted Net_ Conv2d Window Image C H W
    Sequence F Conv1d Causal Span1d EachStep Lstm Gru Rnn ReluRnn Last D1 D2 D3 Words Embedding VOCABULARY STEPS }

    ::static_nn::network! {
        pub(crate) struct T {
            input: [4],
            fc1: Dense(4), Relu, Dense(4), Tanh, BatchNorm, Dropout(p = 0.1),
            Residual { Dense(4), LeakyRelu },
            output: [4],
        }
    }

    ::static_nn::network! {
        pub(crate) struct X {
            input: [WIDTH],
            T: T, T, self::T,
            Dense(WIDTH), Softmax,
        }
    }

    const WIDTH: ::core::primitive::usize = 4;

    ::static_nn::network! {
        /// Sizes of windows that only rustc knows.
        pub(crate) struct Seen {
            input: [1, WIDTH, WIDTH],
            Conv2d(2, kernel = WIDTH - 1), Relu, MaxPool2d(2), Reshape([1, 1, 2]), GlobalAvgPool2d, Dense(WIDTH),
        }
    }

    ::static_nn::network! {
        /// Sequences whose sizes only rustc knows.
        pub(crate) struct Heard {
            input: [WIDTH, WIDTH],
            Conv1d(3, kernel = WIDTH, padding = same), Conv1d(2, kernel = WIDTH, causal = true),
            Dense(2), Relu, Lstm(WIDTH), Rnn(2, nonlinearity = relu), LayerNorm, Concat { {}, { Gru(WIDTH) } }, Last,
        }
    }

    ::static_nn::network! {
        /// Words of which only rustc knows how many there are.
        pub(crate) struct Read {
            input: [WIDTH],
            Concat { { Embedding(WIDTH + 1 -> WIDTH) }, { Embedding(3 -> 2), Tanh } }, Gru(WIDTH), Last,
        }
    }

    ::static_nn::network! {
        /// A network in another one.
        pub(crate) struct Inner {
            input: [4],
            fc1: Dense(3, bias = false), LayerNorm, Tanh,
            #[name("2.linear")] fc2: Dense(4),
        }
    }

    ::static_nn::network! {
        /// What is built into the program.
        #[weights("tests/data/nested_alone.safetensors")]
        pub(crate) struct Outer { input: [4], inner: self::Inner }
    }

    #[test]
    fn what_is_embedded_works() {
        ::core::assert_eq!(Outer::EMBEDDED.forward(&[0.5; 4]), Outer::EMBEDDED.inner.forward(&[0.5; 4]));
    }

    #[test]
    fn works() {
        let mut net = X::boxed(1);
        let mut space = ::static_nn::Workspace::new();
        let adam = ::static_nn::Adam::new(1e-3);
        let mut memory = ::static_nn::optim::State::new::<X>(&adam);
        let step = net.train_step(
            &mut space,
            &adam,
            &mut memory,
            &[[1.0; 4], [2.0; 4]],
            &[[0.0; 4]; 2],
            ::static_nn::MeanSquaredError,
        );
        assert!(step.unwrap() > 0.0);
        assert_eq!(net.T.fc1.bias.len(), net.t1.fc1.bias.len());
        assert_eq!(Seen::boxed(1).forward(&[1.0; 16]).len(), 4);
        assert_eq!(Read::boxed(1).forward(&[2_u8, 0, 1, 1]).len(), 4);
        assert_eq!(Heard::boxed(1).forward(&[1.0; 16]).len(), 6);
        assert!((net.forward(&[1.0; 4]).iter().sum::<::core::primitive::f32>() - 1.0).abs() < 1e-6);
    }
}

network! {
    /// Blocks whose structs would be called alike, and raw identifiers.
    struct Alike {
        input: [3],
        block_1: Residual { Dense(3) },
        block: Add { { Dense(3) }, { Dense(3) } },
        block_0: Residual { Dense(3) },
        block1: Residual { Dense(3) },
        __: Residual { Dense(3) },
        r#type: Residual { r#Dense(3), r#fn: Dense(3) },
        r#Gain<3>,
        r#dense1: Dense(3),
        Dense(3),
    }
}

#[test]
fn structs_of_blocks_are_different_types() {
    let net = Alike::boxed(1);
    assert_eq!(net.forward(&[1.0, 2.0, 3.0]).len(), 3);
    assert_eq!(net.r#type.r#fn.bias.len() + net.gain1.factor.len() + net.dense2.bias.len(), 9);
    let names: Vec<&str> = <Alike as Network<f32>>::LAYERS.iter().map(|layer| layer.name).collect();
    assert_eq!(names, ["block_1", "block", "block_0", "block1", "__", "type", "gain1", "dense1", "dense2"]);
}
