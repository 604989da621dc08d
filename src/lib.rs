#![cfg_attr(doctest, doc = include_str!("../README.md"))]
//! Neural networks that are fixed when the program is compiled.
//!
//! A network is written once, as a list of layers. [`network!`] turns it into a plain struct whose weights are statically
//! sized matrices, with straight-line forward and backward functions. A wrong dimension is a compile error that names the
//! layer, and nothing allocates after construction.
//!
//! ```
//! use static_nn::{CrossEntropy, network};
//!
//! network! {
//!     pub struct Iris {
//!         input: [4],
//!         hidden: Dense(10), Tanh,
//!         species: Dense(3),
//!     }
//! }
//!
//! let net = Iris::new(42); // seeded: the same numbers everywhere
//! assert_eq!(Iris::PARAMETERS, 4 * 10 + 10 + 10 * 3 + 3);
//! let logits = net.forward(&[5.1, 3.5, 1.4, 0.2]);
//! assert_eq!(logits.len(), 3);
//! ```
//!
//! # A layer of one's own
//!
//! A layer's type takes the scalar as its first generic parameter, holds nothing but parameters, and implements [`Layer`]:
//! its shapes and the pass of one sample, forward and backward. Everything else follows.
//!
//! ```
//! use static_nn::{D1, Layer, Parameters, Record, Scalar, Simd, gradcheck, network};
//!
//! /// `y = scale * x`, value by value.
//! #[derive(Clone, Parameters)]
//! #[repr(C)]
//! pub struct Scale<T, const N: usize> {
//!     scale: [T; N],
//! }
//!
//! impl<T: Scalar, const N: usize> Layer<T> for Scale<T, N> {
//!     type Input = D1<N>;
//!     type Output = D1<N>;
//!
//!     fn forward<S: Simd>(&self, _: S, x: &[T; N], y: &mut [T; N], _: &mut [T]) {
//!         for i in 0..N {
//!             y[i] = self.scale[i] * x[i];
//!         }
//!     }
//!
//!     fn backward<S: Simd>(
//!         &self,
//!         _: S,
//!         record: Record<'_, [T; N], [T; N], T>,
//!         dy: &[T; N],
//!         dx: Option<&mut [T; N]>,
//!         grad: &mut Self,
//!         _: &mut [T],
//!     ) {
//!         for i in 0..N {
//!             grad.scale[i] += dy[i] * record.x[i]; // added to, for a sum over samples
//!         }
//!         if let Some(dx) = dx {
//!             for i in 0..N {
//!                 dx[i] = dy[i] * self.scale[i];
//!             }
//!         }
//!     }
//! }
//!
//! network! {
//!     pub struct Net {
//!         input: [3],
//!         norm: Scale<3>, // the scalar is left out
//!         Dense(2),
//!     }
//! }
//!
//! let mut scale = Scale { scale: [0.5, -1.0, 2.0] };
//! let report = gradcheck::layer(&mut scale, &[[0.1, 0.2, 0.3]], 42);
//! assert!(report.worst() < 1e-8, "{report}");
//! assert_eq!(Net::PARAMETERS, 3 + 8);
//! ```
//!
//! # Transfer learning
//!
//! A new last layer on layers that were trained before: what the file has is loaded by name and shape, and what is left
//! is told.
//!
//! ```
//! use static_nn::prelude::*;
//!
//! network! {
//!     pub struct Side { input: [2], fc1: Dense(16), Tanh, fc2: Dense(16), Tanh, side: Dense(2) }
//! }
//! network! {
//!     // The new layer has a name that the file does not have: a tensor of another shape would be an error.
//!     pub struct Ring { input: [2], fc1: Dense(16), Tanh, fc2: Dense(16), Tanh, ring: Dense(3) }
//! }
//!
//! let path = std::env::temp_dir().join("side.safetensors");
//! let trained = Side::boxed(1);
//! trained.save(&path)?;
//!
//! let mut net = Ring::boxed(2);
//! let unmatched = net.load_some(&path)?;
//! assert_eq!(unmatched.missing, ["ring.weight", "ring.bias"]); // they keep what `boxed` drew
//! assert_eq!(unmatched.unexpected, ["side.bias", "side.weight"]);
//! assert_eq!(net.fc2.weight, trained.fc2.weight);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # As text
//!
//! With the feature `serde` a list may derive serde's traits. Lists of numbers are what PyTorch's `tolist()` gives,
//! settings out of their range are refused as they are read. What is read passes over the stack; large networks have
//! `save` and `load`.
//!
//! ```ignore
//! use static_nn::network;
//!
//! network! {
//!     #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
//!     pub struct Line { input: [2], line: Dense(1) }
//! }
//!
//! let text = r#"{ "line": { "weight": [[2.0, -1.0]], "bias": [0.5] } }"#;
//! let net: Line = serde_json::from_str(text)?;
//! assert_eq!(net.forward(&[3.0, 1.0]), [5.5]);
//! assert_eq!(serde_json::from_str::<Line>(&serde_json::to_string(&net)?)?, net);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Where things are
//!
//! | what | where |
//! |---|---|
//! | the language of layer lists | [`network!`] |
//! | what a network weighs, and limits of that | [`budget`] |
//! | one of several networks, chosen when the program runs | [`network_family!`] |
//! | the layers, with their formulas | [`layers`] |
//! | the contract of a layer | [`layer`], [`derive@Parameters`] |
//! | losses, optimizers, learning rate schedules, starting values | [`loss`], [`optim`], [`schedule`], [`init`] |
//! | training | `train`, or `train_step` of every network in a loop of one's own |
//! | data: CSV and IDX files, MNIST | `data`, with the feature of that name |
//! | data: scaling, principal components, splits | [`prepare`], `split` |
//! | accuracy, F1, ROC-AUC, R2 | [`metrics`] |
//! | files | `save` and `load` of every network, [`io`] |
//! | numerical gradients | [`gradcheck`] |
//! | pictures | `plot`, with the feature of that name |
//!
//! # Features
//!
//! | feature | adds |
//! |---|---|
//! | `std` (default) | files, the trainer, the choice of vector instructions when the program runs |
//! | `alloc` | networks and workspaces on the heap; implied by `std` |
//! | `progress` | a progress bar for the trainer |
//! | `data` | samples from CSV and IDX files |
//! | `gzip` | the same from files that are packed, `.gz` |
//! | `plot` | pictures of training, data and answers, as SVG and PNG |
//! | `serde` | networks whose list derives serde's traits, settings, histories and scalers, in every format of serde |
//! | `rayon` | large batches divided between the threads of rayon's pool, with the same results, bit by bit |
//!
//! Without any of them the crate is `no_std`, and networks live in statics and on the stack.
#![no_std]
#![forbid(unsafe_code)]

pub use nn_core::*;
pub use nn_macros::Parameters;

/// Exactly what generated code may name. Not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use nn_core::private::*;
    pub use nn_macros::{at, network_family_impl, network_impl};
}

/// What most programs want in scope.
pub mod prelude {
    pub use crate::{network, network_family};
    pub use nn_core::prelude::*;
}

/// Declares a network: a list of layers becomes a struct.
///
/// ```
/// use static_nn::network;
///
/// const HIDDEN: usize = 32;
///
/// network! {
///     /// Digits of 8 x 8 pixels.
///     #[derive(Clone, Debug, PartialEq)]
///     pub struct Digits {
///         input: [1, 8, 8],
///
///         Flatten,
///         /// The features.
///         #[init(he_normal)]
///         hidden: Dense(64 -> HIDDEN), Relu,
///         Residual { Dense(HIDDEN), LeakyRelu(slope = 0.1) },
///         Repeat(2) { Dense(16, bias = false), Tanh },
///         digit: Dense(10),
///
///         output: [10],
///     }
/// }
///
/// let net = Digits::new(1);
/// println!("{}", Digits::summary());
/// assert_eq!(net.hidden.weight.shape(), (32, 64));
/// assert_eq!(net.forward(&[[[0.5; 8]; 8]]).len(), 10);
/// ```
///
/// # The list
///
/// - `input: [n]` (a vector), `input: [t, f]` (a sequence of `t` steps of `f` features) or `input: [c, h, w]` (an image) comes first; `output: [..]` may come last and is checked.
/// - `input: [t]` before an `Embedding` is `t` words, which are whole numbers: a sample is `[u8; t]`, `[u16; t]` or `[u32; t]`, or as many
///   scalars. `Embedding(5000 -> 64)` has 5,000 words, from 0 on, and 64 values for each; nothing but the input stands before it. A number that
///   is no word gives NaN in its step, and in data to learn from it is an error.
/// - A batch may have samples that end before the last step: [`Padded`] says where. The loss is then [`EveryStep`] or [`LastStep`] of another, and
///   a layer that makes other steps, as a strided convolution, refuses them.
/// - A layer is `Name`, `Name(size)` or `Name(in -> out)`, with `key = value` settings. Sizes that are not stated are taken
///   from the layer before; stated ones are checked. A size is a literal or a constant expression. The sizes of a convolution are its
///   channels, those of a recurrent layer the features of a step.
/// - A layer of vectors that has `[t, f]` in the table takes a sequence step by step, each with the same parameters, as PyTorch's do: its sizes
///   are those of a step. Activations and `Dropout` see single values anyway.
/// - A setting of rows and columns is a number for both, `kernel = 5`, or a pair, `kernel = [5, 3]`. A layer whose first setting has no name
///   in the table takes it so: `MaxPool2d(2)`. Windows have PyTorch's meanings: one that does not fit is left out, which the table of layers in
///   the struct's documentation tells; a pool strides by its kernel; `padding = same`, of convolutions alone, keeps rows and columns.
/// - `name:` before a layer names its field and its tensors (`hidden.weight`). A layer with parameters and no name gets
///   one from its kind and count (`dense1`).
/// - `Residual { .. }` adds a block's input to its output; `Repeat(n) { .. }` writes its layers `n` times, each with its own
///   parameters.
/// - Branches take the same input, and stand in braces of their own: `Add { { Dense(8), Relu, Dense(4) }, { Dense(4) } }`. [`Add`] adds what
///   they produce, [`Multiply`] multiplies it value by value (a gate), [`Concat`] puts it one behind the other: vectors, sequences step by
///   step, or images channel by channel. An empty branch, `{}`, is the input itself. The branches of `down` are the fields `down.0`, `down.1`, .., of which there are up
///   to eight, and that is what their tensors are called: `down.0.fc1.weight`.
/// - A name with a path, with generic arguments, or one that is no built-in layer, is a type in scope that implements
///   [`Layer`]: another network, or a layer of one's own. Its first generic parameter, the scalar, is left out.
/// - On a layer, doc comments go to its field, and `#[init(..)]` chooses its starting values: `default`, `he_normal`,
///   `he_uniform`, `xavier_normal`, `xavier_uniform`, `lecun_normal`, `orthogonal` or `orthogonal(1.4)` (feature `alloc`),
///   `truncated_normal(0.02)`, `zeros`, `constant(0.1)`, and with a gain `fan_in_normal(1.4)`, `fan_in_uniform(1.4)`,
///   `fan_average_normal(1.4)`, `fan_average_uniform(1.4)`: see [`init::Init`]. `auto` takes the one that suits the activation behind the
///   layer: He's before rectifiers, Xavier's before everything else, another layer or the end of the list included
///   ([`init::Nonlinearity`]).
/// - `#[name("0")]` on a layer or a block calls its tensors so, whatever its field is called: `0.weight`, as PyTorch's `nn.Sequential`
///   has it. On the struct, `#[name("net")]` stands before the names of all its tensors.
/// - `#[frozen]` on a layer or a block leaves it as it is when the network is trained: no step, no decay, no statistics. Another network in the
///   list can be frozen, too. What is frozen in one run alone is told to the trainer: [`Trainer::freeze`](train::Trainer::freeze).
/// - On the struct, `#[weights("file.safetensors")]` builds trained weights into the program, `#[golden("vectors.safetensors")]` sees to it
///   that they give their recorded answers, and `#[budget(flash <= "64 KiB")]` limits what the network weighs; see below.
///
/// | layer | settings | shape |
/// |---|---|---|
/// | [`Dense`] | `bias = true` | `[in]` to `[out]`, `[t, in]` to `[t, out]` |
/// | [`Embedding`](layers::Embedding) | | `[t]` to `[t, out]` |
/// | [`Lstm`](layers::Lstm), [`Gru`](layers::Gru) | `layers = 1`, `bidirectional = false`, `bias = true` | `[t, in]` to `[t, out]` or `[t, 2 out]` |
/// | [`Rnn`](layers::Rnn) | the same, and `nonlinearity = tanh` or `relu` | `[t, in]` to `[t, out]` or `[t, 2 out]` |
/// | [`SelfAttention`](layers::SelfAttention) | `heads`, `causal = false`, `bias = true` | `[t, f]`, kept |
/// | [`PositionalEncoding`](layers::PositionalEncoding) | `learned = false` ([`true`](layers::LearnedPositionalEncoding)) | `[t, f]`, kept |
/// | [`Conv1d`](layers::Conv1d) | `kernel`, `stride = 1`, `padding = 0` or `same`, `dilation = 1`, `causal = false`, `groups = 1`, `bias = true` | `[t, in]` to `[.., out]` |
/// | [`MaxPool1d`](layers::MaxPool1d) | the kernel, `stride`, `padding = 0`, `dilation = 1` | `[t, f]` to `[.., f]` |
/// | [`AvgPool1d`](layers::AvgPool1d) | the kernel, `stride`, `padding = 0`, `count_padding = true` | `[t, f]` to `[.., f]` |
/// | [`Last`](layers::Last), [`MeanOverTime`](layers::MeanOverTime), [`MaxOverTime`](layers::MaxOverTime) | | `[t, f]` to `[f]` |
/// | [`Conv2d`](layers::Conv2d) | `kernel`, `stride = 1`, `padding = 0` or `same`, `dilation = 1`, `groups = 1`, `bias = true` | `[in, h, w]` to `[out, ..]` |
/// | [`ConvTranspose2d`](layers::ConvTranspose2d) | `kernel`, `stride = 1`, `padding = 0`, `output_padding = 0`, `dilation = 1`, `groups = 1`, `bias = true` | `[in, h, w]` to `[out, ..]` |
/// | [`MaxPool2d`](layers::MaxPool2d) | the kernel, `stride`, `padding = 0`, `dilation = 1` | `[c, h, w]` to `[c, ..]` |
/// | [`AvgPool2d`](layers::AvgPool2d) | the kernel, `stride`, `padding = 0`, `count_padding = true` | `[c, h, w]` to `[c, ..]` |
/// | [`AdaptiveAvgPool2d`](layers::AdaptiveAvgPool2d) | the rows and columns that come out | `[c, h, w]` to `[c, ..]` |
/// | [`Upsample`](layers::Upsample) | the factor: `Upsample(2)` | `[c, h, w]` to `[c, ..]` |
/// | [`ZeroPad2d`](layers::ZeroPad2d) | the padding on each side: `ZeroPad2d(1)` | `[c, h, w]` to `[c, ..]` |
/// | [`GlobalAvgPool2d`](layers::GlobalAvgPool2d), [`GlobalMaxPool2d`](layers::GlobalMaxPool2d) | | `[c, h, w]` to `[c]` |
/// | [`Flatten`] | | any to a vector |
/// | [`Reshape`](layers::Reshape) | the extents: `Reshape([t, f])`, `Reshape([c, h, w])` | any to a sequence or an image of as many values |
/// | [`Relu`], [`Silu`], [`Sigmoid`], [`Tanh`], [`Softplus`], [`HardSigmoid`], [`HardTanh`], [`Step`], [`Identity`] | | any, kept |
/// | [`Mish`] | | any, kept |
/// | [`LeakyRelu`] | `slope = 0.01` | any, kept |
/// | [`Elu`] | `alpha = 1.0` | any, kept |
/// | [`Gelu`] | `approximate = "none"` or `"tanh"` | any, kept |
/// | [`Softmax`], [`LogSoftmax`] | | `[n]` or `[t, f]`, kept |
/// | [`LayerNorm`] | `eps = 1e-5` | `[n]`, `[t, f]` or a whole image, kept |
/// | [`RmsNorm`] | `eps = 1.1920929e-7` | `[n]` or `[t, f]`, kept |
/// | [`BatchNorm`] | `eps = 1e-5`, `momentum = 0.1` | `[n]`, a sequence by its features, or an image by its channels, kept |
/// | [`GroupNorm`](layers::GroupNorm) | the groups, `eps = 1e-5` | `[c, h, w]`, kept |
/// | [`LocalResponseNorm`](layers::LocalResponseNorm) | the size, `alpha = 1e-4`, `beta = 0.75`, `k = 1.0` | `[c, h, w]`, kept |
/// | [`Standardize`] | | `[n]` or `[t, f]`, kept |
/// | [`Add`], [`Multiply`] `{ {..}, {..} }` | | that of every branch |
/// | [`Concat`] `{ {..}, {..} }` | | `[n0]`, `[n1]`, .. to `[n0 + n1 + ..]`; `[t, f0]`, .. to `[t, f0 + f1 + ..]`; `[c0, h, w]`, .. to `[c0 + c1 + .., h, w]` |
/// | [`Dropout`] | `p = 0.5` | any, kept |
/// | [`Dropout2d`](layers::Dropout2d) | `p = 0.5` | `[c, h, w]`, kept |
/// | [`GaussianNoise`] | `deviation = 0.1` | any, kept |
///
/// # A budget
///
/// `#[budget(..)]` on the struct says what the network may weigh. Where it weighs more the build fails, with the figure, the limit and the
/// layers that weigh most, all limits at once:
///
/// ```
/// use static_nn::network;
///
/// network! {
///     #[budget(parameters <= 62_000, flash <= "64 KiB", ram <= "16 KiB", macs <= 500_000)]
///     pub struct Small { input: [64], Dense(64), Relu, Dense(10) }
/// }
/// ```
///
/// | limit of | what it counts | constant |
/// |---|---|---|
/// | `parameters` | the numbers that the network holds | `PARAMETERS` |
/// | `flash` | the bytes of these, as they are built into a program | `PARAMETER_BYTES` |
/// | `ram` | the bytes that `forward` needs for one sample, besides parameters, input and output | `FORWARD_BYTES` |
/// | `macs` | multiply-adds of one sample | `MACS` |
/// | `stack` | the bytes of stack of one call of `forward`, in a build with optimisation | `STACK_BYTES` |
/// | `stream_ram` | the bytes that a stream needs: its state, and one step | [`STATE_BYTES`](Stream::STATE_BYTES), [`STEP_BYTES`](Stream::STEP_BYTES) |
///
/// A function asks for a network that fits by a bound; [`budget`] has both:
///
/// ```
/// use static_nn::budget::{Fits, Flash, KiB};
/// # use static_nn::network;
/// # network! { pub struct Small { input: [64], Dense(64), Relu, Dense(10) } }
///
/// fn deploy<N: Fits<Flash<KiB<64>>>>(_: &N) {}
///
/// deploy(&Small::new(1)); // 19,240 bytes
/// ```
///
/// # Weights in the program
///
/// The path in `#[weights(..)]` begins at the directory of `Cargo.toml`, or with `./` or `../` at that of the source file. It is a
/// string, or `concat!` and `env!` of strings, so that a build script may write the file:
///
/// ```no_run
/// // build.rs
/// # use static_nn::network;
/// network! { pub struct Digits { input: [64], hidden: Dense(32), Relu, Dense(10) } }
///
/// fn main() {
///     let net = Digits::boxed(1); // trained here, or converted from somebody else's
///     let directory = std::env::var("OUT_DIR").unwrap();
///     net.save(format!("{directory}/digits.safetensors")).unwrap();
///     println!("cargo::rerun-if-changed=build.rs");
/// }
/// ```
///
/// ```text
/// // src/main.rs
/// network! {
///     #[weights(concat!(env!("OUT_DIR"), "/digits.safetensors"))]
///     pub struct Digits { input: [64], hidden: Dense(32), Relu, Dense(10) }
/// }
///
/// static NET: &Digits = Digits::EMBEDDED;
/// ```
///
/// A [bundle](io::Bundle) holds more than the network. What that is stands behind the file, by its name and its type without the scalar, and
/// has a constant of its own; `_` leaves it out:
///
/// ```text
/// use static_nn::prepare::StandardScaler;
///
/// network! {
///     #[weights("iris.safetensors", scaler: StandardScaler<4>, pca: _)]
///     pub struct Iris { input: [4], hidden: Dense(16), Tanh, species: Dense(3) }
/// }
///
/// let scores = Iris::EMBEDDED.forward(&Iris::EMBEDDED_SCALER.transform(&flower));
/// ```
///
/// Files that another library wrote have other names, and their matrices may lie the other way round. Settings behind the file say so; at run time
/// [`LoadOptions`](io::LoadOptions) are the same, and a rule that works in the one works in the other:
///
/// ```text
/// network! {
///     // PyTorch's `nn.Sequential`, out of a model that `torch.compile` has wrapped: `_orig_mod.net.0.weight` is read as `fc1.weight`.
///     #[weights("model.safetensors", strip_prefix = "_orig_mod", rename("net.0" = "fc1", "net.2" = "fc2"))]
///     pub struct Net { input: [3], fc1: Dense(8), Relu, fc2: Dense(2) }
/// }
///
/// network! {
///     // Keras, by `np.savez("model.npz", **{v.path: v.numpy() for v in model.weights})`: `sequential/fc1/kernel` is read as `fc1.weight`.
///     #[weights("model.npz", layout = "keras", strip_prefix = "sequential")]
///     pub struct Net { input: [3], fc1: Dense(8), Relu, fc2: Dense(2) }
/// }
/// ```
///
/// | setting | effect |
/// |---|---|
/// | `strip_prefix = "module"` | names that begin with these levels lose them |
/// | `rename("net.0" = "fc1", "encoder.*" = "*")` | names that begin with the left side begin with the right one; `*` is one level or more. The first rule that fits counts |
/// | `layout = "keras"` | names and values as Keras and scikit-learn have them: [which](io::LoadOptions::layout) |
///
/// They take effect in this order. A rule that fits no name is an error, and so are two tensors that come to have one name.
///
/// A file is one of safetensors or an archive of NumPy (`np.savez`, `np.savez_compressed`); which, its first bytes tell.
///
/// Every tensor must be there with its shape, and nothing else; those of another network in the list, or of a layer of one's own that derives
/// [`Parameters`], stand behind its name: `encoder.fc1.weight`. Half precision (`F16`, `BF16`) becomes single precision exactly; double
/// precision is rounded.
///
/// # Recorded answers
///
/// What a network answered where it was trained travels with its weights:
///
/// ```text
/// network! {
///     #[weights("digits.safetensors")]
///     #[golden("digits.golden.safetensors", tolerance = 1e-5)]
///     pub struct Digits { input: [64], hidden: Dense(32), Relu, Dense(10) }
/// }
/// ```
///
/// The second file has the tensors `inputs` and `outputs`, with the examples as first extent. PyTorch writes it with
/// `safetensors.torch.save_file({"inputs": x, "outputs": net(x)}, "digits.golden.safetensors")`, and a network with `save_golden(path, &samples)`,
/// which adds a checksum of the parameters: then every bit of them counts. An answer may differ from the recorded one by the tolerance, times the size
/// of that where it is above 1; without a setting that is 1e-5.
///
/// A network that `forward_const` can compute is asked while the program is compiled, if its examples come to at most 100,000 multiply-adds. Every
/// network is asked by a test that the macro writes, `digits_gives_its_recorded_answers`, and wherever a program calls `net.check_golden()`: at
/// the start of a device, say. See [`golden`].
///
/// # Answers in constants
///
/// `const Y: [f32; 1] = XOR.forward_const(&[0.0, 1.0]);` for a `const XOR: &Xor = Xor::EMBEDDED`. Networks of `Dense`, activations, softmaxes,
/// normalisations, `Residual` and of each other can be computed so, with up to 100,000 multiply-adds. Each function is within 0.51 ulp there and within
/// its own bound in `forward`, and sums are rounded once and not step by step: see [`constant`].
///
/// # The struct
///
/// `Digits` is `Digits<f32>`; `Digits<f64>` is its twin in double precision, whose constructors come from the trait
/// [`Network`] (`Digits::<f64>::new(1)`) and which [`io::load`] reads. Nothing is derived unless the list says so, as
/// above; a network inside another needs the same derives. It has a public field for every layer with parameters, and
/// these methods: `boxed`, `zeroed_boxed`, `summary`, `forward`, `forward_with`, `forward_batch`, `forward_batch_with`,
/// `forward_const`, `predict`, `probabilities`, `gradient`, `gradient_batch`, `input_gradient`, `train_step`, `save`, `save_golden`, `load`, `load_with`, `load_some`,
/// `clone_boxed`, `as_slice`, `as_mut_slice`, `fold`; `Display`, the table of its layers, and up to 256 KiB `new` and
/// `Default`, zeros; and the constants `PARAMETERS`, `PARAMETER_BYTES`, `MACS`, `FORWARD_BYTES`,
/// `STACK_BYTES`, `TRAIN_BYTES`. Those that make a network on the heap make it in place and return a [`Boxed`].
#[macro_export]
macro_rules! network {
    ($($tokens:tt)*) => { $crate::__private::network_impl! { [$crate] $($tokens)* } };
}

/// Declares a family: networks with the same input and output, one of which is chosen when the program runs.
///
/// Each network stays the static one that it is, with its own straight-line code; the family is an enum that asks the one that it holds.
///
/// ```
/// use static_nn::{Boxed, network, network_family};
///
/// network! { pub struct SmallNet { input: [16], Dense(8), Relu, Dense(3) } }
/// network! { pub struct LargeNet { input: [16], Dense(256), Relu, Dense(256), Relu, Dense(3) } }
///
/// network_family! {
///     /// What listens: the small one while the battery is low.
///     pub enum Voice {
///         Small(SmallNet),
///         Large(Boxed<LargeNet>),
///     }
/// }
///
/// let battery_is_low = true;
/// let voice: Voice = if battery_is_low { SmallNet::new(1).into() } else { LargeNet::boxed(1).into() };
/// let scores: [f32; 3] = voice.forward(&[0.5; 16]);
/// assert!(matches!(voice, Voice::Small(_)));
/// assert_eq!(voice.name(), "SmallNet");
/// assert_eq!(Voice::PARAMETERS, LargeNet::PARAMETERS); // room for any of them
/// # let _ = scores;
/// ```
///
/// # The list
///
/// - A network is held by value, `Small(SmallNet)`, on the heap, `Small(Boxed<SmallNet>)`, or by a reference, `Small(&'static SmallNet)`, as
///   one that is [built into the program](network!#weights-in-the-program) is: `Voice::Small(SmallNet::EMBEDDED)`. A large one by value makes
///   the enum large.
/// - Inputs and outputs of all networks are the same shapes; one that differs is an error where it is written.
/// - The same type may be there twice, trained in two ways. A type that is there once has a `From`.
/// - `#[derive(..)]` and documentation go to the enum.
/// - Families compute in `f32`.
///
/// # The enum
///
/// It has `forward`, `forward_with` for networks whose activations do not fit on the stack, `forward_batch`, `predict`, `name`, `summary` and
/// `Display`, the table of the one that it holds, and as constants what the largest of the family needs: `PARAMETERS`,
/// `PARAMETER_BYTES`, `FORWARD_SCRATCH`, `FORWARD_BYTES`, `STACK_BYTES`, `MACS`.
///
/// # Streams
///
/// With `#[stream(VoiceState)]` all networks go step by step, and `VoiceState` is declared beside the family: what a stream of one of them
/// remembers. Then there are `state`, `step` and `stream`. The state of another network of the family is none: a step with it begins anew.
///
/// ```
/// use static_nn::{network, network_family};
///
/// network! { pub struct Plain { input: [64, 1], Gru(4), Dense(1) } }
/// network! { pub struct Rich { input: [64, 1], Lstm(12), Dense(1) } }
///
/// network_family! {
///     #[stream(AmpState)]
///     pub enum Amp { Plain(Plain), Rich(Rich) }
/// }
///
/// let mut amp = Amp::Plain(Plain::new(1));
/// let mut state = amp.state();
/// let y: [f32; 1] = amp.step(&mut state, &[0.25]);
/// amp = Amp::Rich(Rich::new(1)); // between two steps
/// let z: [f32; 1] = amp.step(&mut state, &[0.25]);
/// assert!(matches!(state, AmpState::Rich(_)) && y != z);
/// ```
#[macro_export]
macro_rules! network_family {
    ($($tokens:tt)*) => { $crate::__private::network_family_impl! { [$crate] $($tokens)* } };
}
