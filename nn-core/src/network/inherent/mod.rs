//! The inherent methods of every declared network.

mod alloc;
mod files;
mod stream;

/// Writes the methods and constants of the network `$Net` with input shape `$X` and output shape `$Y`.
///
/// Constants and constructors are written for `f32`, the default scalar, so that the plain name needs no annotation;
/// the `f64` twin has the same ones through the trait `Network`. Primitive types carry their path, since the names alone would
/// be looked up where the network is declared.
///
/// Messages speak of the names and the bounds of these functions: `at!`, a macro beside `network!`, moves them to the name of the network.
/// It and the traits in bounds are named through `__nn`, which is the hidden module of the facade there: `$crate` cannot be moved.
#[doc(hidden)]
#[macro_export]
macro_rules! inherent {
    ($Net:ident, $X:ty, $Y:ty) => {
        __nn::at! { $Net,
            // Whatever the network is called, be it like a generic parameter below.
            type __NnNet<__NnT> = $Net<__NnT>;
            // A constant of the user's by the name of an argument would make a pattern of it. A function does not, and is nearer.
            #[allow(unused_imports)]
            use $crate::private::{
                not_a_pattern as buffer, not_a_pattern as gradient, not_a_pattern as loss, not_a_pattern as optimizer, not_a_pattern as path,
                not_a_pattern as room,
                not_a_pattern as scratch, not_a_pattern as seed, not_a_pattern as state, not_a_pattern as target,
                not_a_pattern as targets, not_a_pattern as workspace, not_a_pattern as x, not_a_pattern as xs,
                not_a_pattern as ys,
            };

            impl __NnNet<::core::primitive::f32> {
                /// The number of parameters.
                pub const PARAMETERS: ::core::primitive::usize =
                    <Self as $crate::Parameters<::core::primitive::f32>>::PARAMETERS;
                /// The bytes of the parameters.
                pub const PARAMETER_BYTES: ::core::primitive::usize =
                    <Self as $crate::Network<::core::primitive::f32>>::PARAMETER_BYTES;
                /// Multiply-adds of one sample.
                pub const MACS: ::core::primitive::usize = <Self as $crate::Layer<::core::primitive::f32>>::MACS;
                /// The bytes that one forward pass needs besides parameters, input and output.
                pub const FORWARD_BYTES: ::core::primitive::usize =
                    <Self as $crate::Network<::core::primitive::f32>>::FORWARD_BYTES;
                /// The bytes of stack that a call of [`forward`](Self::forward) takes at most, in a build with optimisation.
                pub const STACK_BYTES: ::core::primitive::usize =
                    <Self as $crate::Network<::core::primitive::f32>>::STACK_BYTES;
                /// The bytes that the gradient of one sample needs besides parameters and input.
                pub const TRAIN_BYTES: ::core::primitive::usize =
                    <Self as $crate::Network<::core::primitive::f32>>::TRAIN_BYTES;

                /// The numbers that [`train_step_in`](Self::train_step_in) needs besides the gradient.
                pub const TRAIN_ROOM: ::core::primitive::usize =
                    <Self as $crate::Network<::core::primitive::f32>>::TRAIN_ROOM;

                /// A network of zeros, for a static.
                #[must_use]
                pub const fn zeros() -> Self {
                    $crate::private::zeros()
                }

                /// A network with starting values drawn from `seed`, by value: for those that fit on the stack.
                #[must_use]
                pub fn new<'fits>(seed: ::core::primitive::u64) -> Self
                where
                    // A lifetime, so that the bound is asked where it is called, and not here.
                    &'fits (): __nn::FitsTheStack<
                            { $crate::network::fits_the_stack::<__NnNet<::core::primitive::f32>>() },
                        >,
                {
                    <Self as $crate::Network<::core::primitive::f32>>::new(seed)
                }

                // The trait's, with a bound whose text rustc shows where it is called: of a trait it would say that there is no such function.
                #[doc(hidden)]
                #[must_use]
                #[allow(clippy::should_implement_trait, clippy::same_name_method)]
                pub fn default<'fits>() -> Self
                where
                    &'fits (): __nn::FitsTheStack<
                            { $crate::network::fits_the_stack::<__NnNet<::core::primitive::f32>>() },
                        >,
                {
                    $crate::Parameters::zeroed()
                }

                /// The table of layers, to be printed.
                #[must_use]
                pub fn summary() -> $crate::network::Summary {
                    <Self as $crate::Network<::core::primitive::f32>>::summary()
                }

                /// The answer to one sample, in a constant: `const Y: [f32; 1] = XOR.forward_const(&[0.0, 1.0]);`.
                ///
                /// For networks of `Dense`, activations, softmaxes, normalisations and `Residual`, with at most 100,000 multiply-adds. It
                /// differs from [`forward`](Self::forward) by rounding: this one has every sum and function in double precision, and rounds
                /// each layer's answer once. While a program runs, `forward` is faster by far.
                ///
                /// # Panics
                ///
                /// In a constant, as an error of the compiler that says why, for any other network.
                #[track_caller]
                #[must_use]
                pub const fn forward_const(
                    &self,
                    x: &<$X as $crate::Shape>::Of<::core::primitive::f32>,
                ) -> <$Y as $crate::Shape>::Of<::core::primitive::f32> {
                    $crate::private::forward_const::<
                        Self,
                        { <Self as $crate::Layer<::core::primitive::f32>>::PLAN.scratch() },
                    >(self, x)
                }

                $crate::inherent_alloc! { constructors $Net }
                $crate::inherent_std! { constructors $Net }
            }

            #[allow(clippy::multiple_bound_locations)]
            impl<T: __nn::Scalar> __NnNet<T> {
                /// The answer to one sample: an array of its values, the nested array of an image, or an `SVector`.
                ///
                /// Nothing is allocated; the activations lie on the stack, up to 64 KiB of them. Larger networks do not have
                /// this function, but [`forward_with`](Self::forward_with).
                #[inline]
                #[must_use]
                pub fn forward<X: ?::core::marker::Sized>(&self, x: &X) -> <$Y as $crate::Shape>::Of<T>
                where
                    X: __nn::Sample<T, $X>
                        + __nn::OnStack<{ $crate::private::fits::<__NnNet<::core::primitive::f32>>() }>,
                {
                    $crate::network::forward::<
                        T,
                        Self,
                        X,
                        { <__NnNet<::core::primitive::f32> as $crate::Layer<::core::primitive::f32>>::FORWARD_SCRATCH },
                    >(self, x)
                }

                /// The answer to one sample, with the activations in a scratch made once.
                #[inline]
                #[must_use]
                pub fn forward_with<X: __nn::Sample<T, $X> + ?::core::marker::Sized>(
                    &self,
                    scratch: &mut [T; <__NnNet<::core::primitive::f32> as $crate::Layer<::core::primitive::f32>>::FORWARD_SCRATCH],
                    x: &X,
                ) -> <$Y as $crate::Shape>::Of<T> {
                    $crate::network::forward_with(self, scratch, x)
                }

                /// The answers to a slice of samples of any length, the same as one by one to rounding.
                ///
                /// Nothing is allocated; one block of samples lies on the stack, up to 256 KiB of activations. Larger networks do
                /// not have this function, but `forward_batch_with`, which is also the faster one for many samples. Without the feature `std` a
                /// network of up to 4,096 parameters takes one sample at a time, and its activations alone lie there.
                ///
                /// # Errors
                ///
                /// If `ys` is not as long as `xs`, or a sample not as long as the input; nothing is written then.
                #[inline]
                pub fn forward_batch<X>(
                    &self,
                    xs: &[X],
                    ys: &mut [<$Y as $crate::Shape>::Of<T>],
                ) -> ::core::result::Result<(), $crate::network::BatchError>
                where
                    X: __nn::Sample<T, $X>
                        + __nn::BlockOnStack<
                            {
                                $crate::private::block_len::<__NnNet<::core::primitive::f32>>()
                                    <= $crate::private::BATCH_STACK
                            },
                        >,
                {
                    if $crate::network::goes_one_by_one::<T, Self, X>() {
                        let mut scratch = [T::ZERO;
                            <__NnNet<::core::primitive::f32> as $crate::Layer<::core::primitive::f32>>::FORWARD_SCRATCH];
                        return $crate::network::one_by_one(self, &mut scratch, xs, ys);
                    }
                    let mut buffer = [<<T as $crate::Number>::Lanes as $crate::bytemuck::Zeroable>::zeroed();
                        $crate::private::block_len::<__NnNet<::core::primitive::f32>>()];
                    $crate::network::forward_batch_with(self, &mut buffer, xs, ys)
                }

                /// The class that the answer to one sample points at, for a network that ends in logits, without a softmax: the place of the
                /// largest. Of a single output it is 1 above zero, and else 0.
                ///
                /// Larger networks do not have this function: `network::class_of` says it of their answers.
                #[inline]
                #[must_use]
                pub fn predict<X: ?::core::marker::Sized>(&self, x: &X) -> ::core::primitive::usize
                where
                    X: __nn::Sample<T, $X>
                        + __nn::OnStack<{ $crate::private::fits::<__NnNet<::core::primitive::f32>>() }>,
                {
                    $crate::network::class_of::<T, $Y>(&self.forward(x))
                }

                /// The probabilities that the answer to one sample stands for, for a network that ends in logits, without a softmax or a sigmoid:
                /// their softmax. Of a single output it is the sigmoid, the probability of the class 1.
                ///
                /// Larger networks do not have this function: `network::probabilities_of` says it of their answers.
                #[inline]
                #[must_use]
                pub fn probabilities<X: ?::core::marker::Sized>(&self, x: &X) -> <$Y as $crate::Shape>::Of<T>
                where
                    X: __nn::Sample<T, $X>
                        + __nn::OnStack<{ $crate::private::fits::<__NnNet<::core::primitive::f32>>() }>,
                {
                    $crate::network::probabilities_of::<T, $Y>(&self.forward(x))
                }

                /// Computes the gradient of a batch, one sample after the other, lets the optimizer take one step against it, and returns the
                /// loss before it: training without an allocator.
                ///
                /// The gradient is left where the caller wants it, and `room` has at least `TRAIN_ROOM` numbers, whatever they hold. The
                /// optimizer's state is made once: `State::over([0.0; RUNS * Net::PARAMETERS])`.
                ///
                /// # Errors
                ///
                /// If the batch or a setting is unusable, if `room` is too short, or if the loss or its gradient is not finite; network and state have
                /// not changed then.
                #[allow(clippy::too_many_arguments)]
                pub fn train_step_in<
                    M: ::core::convert::AsMut<[T]>,
                    X: __nn::Sample<T, $X>,
                    Y,
                    L: __nn::Loss<T, $Y, Y>,
                >(
                    &mut self,
                    gradient: &mut Self,
                    room: &mut [T],
                    optimizer: &impl __nn::Optimizer,
                    state: &mut $crate::optim::State<M>,
                    xs: &[X],
                    targets: &[Y],
                    loss: L,
                ) -> ::core::result::Result<T, $crate::network::StepError> {
                    $crate::network::train_step_in(self, gradient, room, optimizer, state, xs, targets, loss)
                }

                /// All parameters as one slice, layer after layer.
                #[inline]
                #[must_use]
                pub fn as_slice(&self) -> &[T] {
                    $crate::Parameters::as_slice(self)
                }

                /// All parameters as one slice, layer after layer, to be written.
                #[inline]
                pub fn as_mut_slice(&mut self) -> &mut [T] {
                    $crate::Parameters::as_mut_slice(self)
                }

                /// Moves every normalisation over the batch into the dense layer before it, where that has a bias, in blocks and networks inside
                /// this one too: answers stay the same to rounding and take less time, and the network is not to be trained any further.
                pub fn fold(&mut self) {
                    $crate::Layer::<T>::fold(self);
                }

                $crate::inherent_alloc! { methods $Net, $X, $Y }
                $crate::inherent_std! { methods $Net }
            }

            /// All zeros: for networks that may be made by value. As for the constructors, the plain name is that in `f32`.
            impl<'fits> ::core::default::Default for __NnNet<::core::primitive::f32>
            where
                &'fits ():
                    __nn::FitsTheStack<{ $crate::network::fits_the_stack::<__NnNet<::core::primitive::f32>>() }>,
            {
                fn default() -> Self {
                    $crate::Parameters::zeroed()
                }
            }

            /// The table of layers.
            impl<T: __nn::Scalar> ::core::fmt::Display for __NnNet<T> {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Display::fmt(&<Self as $crate::Network<T>>::summary(), f)
                }
            }
        }
    };
}
