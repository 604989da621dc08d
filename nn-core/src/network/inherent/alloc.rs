//! Those that need an allocator.

/// The inherent methods that need an allocator.
#[cfg(feature = "alloc")]
#[doc(hidden)]
#[macro_export]
macro_rules! inherent_alloc {
    (constructors $Net:ident) => {
        __nn::at! { $Net,
            /// A network with starting values drawn from `seed`, made in place on the heap however large it is.
            #[must_use]
            pub fn boxed(seed: ::core::primitive::u64) -> $crate::Boxed<Self> {
                <Self as $crate::Network<::core::primitive::f32>>::boxed(seed)
            }

            /// A network of zeros, made in place on the heap however large it is.
            #[must_use]
            pub fn zeroed_boxed() -> $crate::Boxed<Self> {
                <Self as $crate::Parameters<::core::primitive::f32>>::zeroed_boxed()
            }

            /// What [`forward_with`](Self::forward_with) needs, on the heap.
            #[must_use]
            pub fn scratch()
            -> $crate::Boxed<[::core::primitive::f32; <Self as $crate::Layer<::core::primitive::f32>>::FORWARD_SCRATCH]> {
                $crate::Parameters::zeroed_boxed()
            }
        }
    };
    (methods $Net:ident, $X:ty, $Y:ty) => {
        __nn::at! { $Net,
            /// A copy made in place on the heap, however large the network is.
            #[must_use]
            pub fn clone_boxed(&self) -> $crate::Boxed<Self> {
                $crate::Parameters::clone_boxed(self)
            }

            /// The answers to a slice of samples of any length, several blocks at a time: the fastest way for many samples.
            ///
            /// # Errors
            ///
            /// If `ys` is not as long as `xs`, or a sample not as long as the input; nothing is written then.
            pub fn forward_batch_with<X: __nn::Sample<T, $X>>(
                &self,
                workspace: &mut $crate::Workspace<T, Self>,
                xs: &[X],
                ys: &mut [<$Y as $crate::Shape>::Of<T>],
            ) -> ::core::result::Result<(), $crate::network::BatchError> {
                workspace.forward_batch(self, xs, ys)
            }

            /// The gradient of the loss of one sample, in the network's own type; `workspace.loss()` then is the loss.
            ///
            /// # Errors
            ///
            /// If the target is impossible: a class that the network does not have, say; if a setting of the loss is; if the sample is not as
            /// long as the input; or if the network normalises over the batch.
            pub fn gradient<'w, X: __nn::Sample<T, $X> + ?::core::marker::Sized, Y, L: __nn::Loss<T, $Y, Y>>(
                &self,
                workspace: &'w mut $crate::Workspace<T, Self>,
                x: &X,
                target: &Y,
                loss: L,
            ) -> ::core::result::Result<&'w Self, $crate::network::BatchError> {
                $crate::network::gradient(self, workspace, x, target, loss)
            }

            /// The gradient of the loss of one sample with respect to the sample, for saliency and adversarial examples: that of the training
            /// pass, so that a dropout drops values. That of the parameters is in `workspace.gradient()` then.
            ///
            /// # Errors
            ///
            /// As [`gradient`](Self::gradient).
            pub fn input_gradient<'w, X: __nn::Sample<T, $X> + ?::core::marker::Sized, Y, L: __nn::Loss<T, $Y, Y>>(
                &self,
                workspace: &'w mut $crate::Workspace<T, Self>,
                x: &X,
                target: &Y,
                loss: L,
            ) -> ::core::result::Result<&'w <$X as $crate::Shape>::Of<T>, $crate::network::BatchError> {
                $crate::network::input_gradient(self, workspace, x, target, loss)
            }

            /// The gradient of the loss of a batch of any length, its mean unless the loss says otherwise; `workspace.loss()` then is
            /// the loss.
            ///
            /// # Errors
            ///
            /// If the batch is empty, if there is not one target for each sample, if a sample is not as long as the input, or if a target or a
            /// setting of the loss is impossible. A network that normalises over the batch takes at least two samples, and no more than the
            /// workspace was made for.
            pub fn gradient_batch<'w, X: __nn::Sample<T, $X>, Y: ::core::marker::Sync, L: __nn::Loss<T, $Y, Y>>(
                &self,
                workspace: &'w mut $crate::Workspace<T, Self>,
                xs: &[X],
                targets: &[Y],
                loss: L,
            ) -> ::core::result::Result<&'w Self, $crate::network::BatchError> {
                $crate::network::gradient_batch(self, workspace, xs, targets, loss)
            }

            /// Computes the gradient of a batch, lets the optimizer take one step against it, and returns the loss before it.
            ///
            /// Nothing is allocated. The optimizer's state is made once: `State::new::<Net>(&optimizer)`.
            ///
            /// # Errors
            ///
            /// If the batch or a setting is unusable, or the loss or its gradient is not finite; nothing has changed then.
            pub fn train_step<
                M: ::core::convert::AsMut<[T]> + ::core::marker::Send,
                X: __nn::Sample<T, $X>,
                Y: ::core::marker::Sync,
                L: __nn::Loss<T, $Y, Y>,
            >(
                &mut self,
                workspace: &mut $crate::Workspace<T, Self>,
                optimizer: &impl __nn::Optimizer,
                state: &mut $crate::optim::State<M>,
                xs: &[X],
                targets: &[Y],
                loss: L,
            ) -> ::core::result::Result<T, $crate::network::StepError> {
                $crate::network::train_step(self, workspace, optimizer, state, xs, targets, loss)
            }
        }
    };
}

/// Nothing: there is no allocator.
#[cfg(not(feature = "alloc"))]
#[doc(hidden)]
#[macro_export]
macro_rules! inherent_alloc {
    ($($ignored:tt)*) => {};
}
