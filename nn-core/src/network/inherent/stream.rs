//! The inherent methods of a network over sequences that takes one step at a time.

/// Writes them for the network `$Net`. A network that looks ahead has them too, with a bound that tells why where they are called.
#[doc(hidden)]
#[macro_export]
macro_rules! inherent_stream {
    ($Net:ident) => {
        __nn::at! { $Net,
            type __NnStreamed<__NnT> = $Net<__NnT>;
            #[allow(clippy::multiple_bound_locations)]
            impl<T: __nn::Scalar> __NnStreamed<T> {
                /// What the network remembers before the first step: zeros. It is plain data, to be copied, compared, or put back.
                #[must_use]
                pub fn state() -> <Self as __nn::Stream<T>>::State
                where
                    Self: __nn::Stream<T>,
                {
                    $crate::Parameters::zeroed()
                }

                /// The answer to the next step, with `state` as the steps before have left it. Nothing is allocated.
                ///
                /// Row `t` of what [`forward`](Self::forward) answers to a whole sequence is the answer to its step `t`, to the bit.
                #[inline]
                pub fn step(
                    &self,
                    state: &mut <Self as __nn::Stream<T>>::State,
                    x: &$crate::stream::FrameIn<Self, T>,
                ) -> $crate::stream::FrameOut<Self, T>
                where
                    Self: __nn::Stream<T>,
                {
                    $crate::stream::step(self, state, x)
                }

                /// The answers to the next steps, however many, the same as step by step to the bit. Nothing is allocated.
                ///
                /// # Panics
                ///
                /// If `ys` is shorter than `xs`; nothing is computed then.
                #[inline]
                pub fn stream(
                    &self,
                    state: &mut <Self as __nn::Stream<T>>::State,
                    xs: &[$crate::stream::FrameIn<Self, T>],
                    ys: &mut [$crate::stream::FrameOut<Self, T>],
                )
                where
                    Self: __nn::Stream<T>,
                {
                    $crate::stream::stream(self, state, xs, ys);
                }
            }
        }
    };
}
