// #[derive(Clone)]
// pub(crate) struct Net {
//     input: [4],
//     Repeat(2) {
//         body: Residual { #[init(auto)] Dense(8), Tanh, Dense(4) },
//     },
// }

#[derive(Clone)]
/// The block `body_1` of [`Net`].
///
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `dense1`: `Dense(4 -> 8)` | `[8]` | 40 | 32 |
/// | `Tanh` | `[8]` |  |  |
/// | `dense2`: `Dense(8 -> 4)` | `[4]` | 36 | 32 |
/// | **in all** | | 76 | 64 |
#[allow(unreachable_pub)]
#[repr(C)]
pub(crate) struct Net_body_1<T = ::core::primitive::f32> {
    /// `Dense(4 -> 8)`
    pub dense1: static_nn::__private::Dense<T, 4, 8>,
    /// `Dense(8 -> 4)`
    pub dense2: static_nn::__private::Dense<T, 8, 4>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net_body_1<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                ("dense1", <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARTS),
                ("dense2", <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 4, 8> = &raw const __nn_whole.dense1;
                let _: *const __nn::Dense<T, 8, 4> = &raw const __nn_whole.dense2;
            };
            <__nn::Dense<
                T,
                4,
                8,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense1"), __nn_visit);
            <__nn::Dense<
                T,
                8,
                4,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense2"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net_body_1<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<4>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[8, <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE],
        );
        const SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::FRAMES,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 3 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::MACS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::COUPLED,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::BLOCKS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "Dense(4 -> 8)",
                    plan: <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        4,
                        8,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<8> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Tanh",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Tanh(__nn::functions::Tanh::new()),
                    ),
                    parameters: <__nn::Tanh<
                        __nn::D1<8>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<8> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Dense(8 -> 4)",
                    plan: <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        8,
                        4,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(__nn_even);
            __nn::Dense::forward_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward(&self.dense2, __nn_simd, __nn_tanh1, __nn_output, __nn_scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense2,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_output,
                __nn_dense2_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 4], [T; 4], T>,
            __nn_dy: &[T; 4],
            __nn_dx: ::core::option::Option<&mut [T; 4]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_d_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense2,
                __nn_simd,
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_output,
                    cache: __nn_dense2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.dense2,
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place::<
                T,
                _,
            >(
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_tanh1 = <__nn::D1<
                8,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Dense::forward_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.dense2,
                __nn_pass,
                __nn_tanh1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Dense::forward_train_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense2,
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_output,
                __nn_dense2_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * __nn_blocks);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_d_tanh1 = <__nn::D1<
                8,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense2,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.dense2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_output,
                    cache: __nn_dense2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.dense2,
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place_blocks::<
                T,
            >(
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.dense1,
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::fill::<
                T,
                _,
            >(&mut self.dense1, __nn::Nonlinearity::Tanh.init(), __nn_rng);
            __nn::Layer::<T>::init(&mut self.dense2, __nn_rng);
        }
    }
};
#[derive(Clone)]
/// The block `body_2` of [`Net`].
///
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `dense1`: `Dense(4 -> 8)` | `[8]` | 40 | 32 |
/// | `Tanh` | `[8]` |  |  |
/// | `dense2`: `Dense(8 -> 4)` | `[4]` | 36 | 32 |
/// | **in all** | | 76 | 64 |
#[allow(unreachable_pub)]
#[repr(C)]
pub(crate) struct Net_body_2<T = ::core::primitive::f32> {
    /// `Dense(4 -> 8)`
    pub dense1: static_nn::__private::Dense<T, 4, 8>,
    /// `Dense(8 -> 4)`
    pub dense2: static_nn::__private::Dense<T, 8, 4>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net_body_2<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                ("dense1", <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARTS),
                ("dense2", <__nn::Dense<T, 8, 4> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 4, 8> = &raw const __nn_whole.dense1;
                let _: *const __nn::Dense<T, 8, 4> = &raw const __nn_whole.dense2;
            };
            <__nn::Dense<
                T,
                4,
                8,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense1"), __nn_visit);
            <__nn::Dense<
                T,
                8,
                4,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense2"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net_body_2<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<4>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[8, <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE],
        );
        const SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::FRAMES,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 3 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::MACS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::COUPLED,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::BLOCKS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "Dense(4 -> 8)",
                    plan: <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        4,
                        8,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<8> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Tanh",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Tanh(__nn::functions::Tanh::new()),
                    ),
                    parameters: <__nn::Tanh<
                        __nn::D1<8>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<8> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Dense(8 -> 4)",
                    plan: <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        8,
                        4,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(__nn_even);
            __nn::Dense::forward_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward(&self.dense2, __nn_simd, __nn_tanh1, __nn_output, __nn_scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense2,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_output,
                __nn_dense2_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 4], [T; 4], T>,
            __nn_dy: &[T; 4],
            __nn_dx: ::core::option::Option<&mut [T; 4]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_d_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense2,
                __nn_simd,
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_output,
                    cache: __nn_dense2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.dense2,
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place::<
                T,
                _,
            >(
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_simd,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_tanh1 = <__nn::D1<
                8,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Dense::forward_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.dense2,
                __nn_pass,
                __nn_tanh1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Dense::forward_train_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_input,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense2,
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_output,
                __nn_dense2_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_tanh1, __nn_cache) = <__nn::D1<
                8,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_dense2_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * __nn_blocks);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_d_tanh1 = <__nn::D1<
                8,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense2,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.dense2,
                    <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_output,
                    cache: __nn_dense2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.dense2,
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place_blocks::<
                T,
            >(
                &__nn::Tanh::<__nn::D1<8>>::new(),
                __nn_pass,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.dense1,
                    <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::fill::<
                T,
                _,
            >(&mut self.dense1, __nn::Nonlinearity::Tanh.init(), __nn_rng);
            __nn::Layer::<T>::init(&mut self.dense2, __nn_rng);
        }
    }
};
#[derive(Clone)]
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `body_1`: `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }` | `[4]` | 76 | 64 |
/// | `body_2`: `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }` | `[4]` | 76 | 64 |
/// | **in all** | | 152 | 128 |
#[allow(unreachable_pub)]
#[repr(C)]
pub(crate) struct Net<T = ::core::primitive::f32> {
    /// `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }`
    pub body_1: static_nn::__private::Residual<Net_body_1<T>>,
    /// `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }`
    pub body_2: static_nn::__private::Residual<Net_body_2<T>>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Residual<Net_body_2<T>> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Residual<Net_body_2<T>> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "body_1",
                    <__nn::Residual<Net_body_1<T>> as __nn::Parameters<T>>::PARTS,
                ),
                ("body_2", <__nn::Residual<Net_body_2<T>> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Residual<Net_body_1<T>> = &raw const __nn_whole
                    .body_1;
                let _: *const __nn::Residual<Net_body_2<T>> = &raw const __nn_whole
                    .body_2;
            };
            <__nn::Residual<
                Net_body_1<T>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("body_1"), __nn_visit);
            <__nn::Residual<
                Net_body_2<T>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("body_2"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<4>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                4,
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::CACHE,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::FRAMES,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 2 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::MACS,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::COUPLED,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::DRAWS,
                <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const VOCABULARY: ::core::option::Option<::core::primitive::usize> = <__nn::Residual<
            Net_body_1<T>,
        > as __nn::Layer<T>>::VOCABULARY;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "body_1: Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }",
                    plan: <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Residual<
                        Net_body_1<T>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "body_2: Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }",
                    plan: <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Residual<
                        Net_body_2<T>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_body_1 = <__nn::D1<4> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.body_1, __nn_simd, __nn_input, __nn_body_1, __nn_scratch);
            __nn::Layer::<
                T,
            >::forward(&self.body_2, __nn_simd, __nn_body_1, __nn_output, __nn_scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 4],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_body_1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_body_1_cache, __nn_cache) = __nn_cache
                .split_at_mut(<__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::CACHE);
            let (__nn_body_2_cache, _) = __nn_cache
                .split_at_mut(<__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.body_1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_body_1,
                __nn_body_1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.body_2,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    1,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_body_1,
                __nn_output,
                __nn_body_2_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 4], [T; 4], T>,
            __nn_dy: &[T; 4],
            __nn_dx: ::core::option::Option<&mut [T; 4]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_body_1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_body_1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::CACHE);
            let (__nn_body_2_cache, _) = __nn_cache
                .split_at(<__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::CACHE);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_d_body_1 = <__nn::D1<4> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.body_2,
                __nn_simd,
                __nn::Record {
                    x: __nn_body_1,
                    y: __nn_output,
                    cache: __nn_body_2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_body_1),
                &mut __nn_grad.body_2,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.body_1,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_body_1,
                    cache: __nn_body_1_cache,
                },
                __nn_d_body_1,
                __nn_dx,
                &mut __nn_grad.body_1,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_body_1 = <__nn::D1<
                4,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.body_1,
                __nn_pass,
                __nn_input,
                __nn_body_1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.body_2,
                __nn_pass,
                __nn_body_1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_body_1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_body_1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_body_2_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.body_1,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_body_1,
                __nn_body_1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.body_2,
                &__nn::pass(
                    __nn_pass,
                    1,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_body_1,
                __nn_output,
                __nn_body_2_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_body_1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_body_1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_body_2_cache, _) = __nn_cache
                .split_at(
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_d_body_1 = <__nn::D1<
                4,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.body_2,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.body_2,
                    <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_body_1,
                    y: __nn_output,
                    cache: __nn_body_2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_body_1),
                &mut __nn_grad.body_2,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.body_1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.body_1,
                    <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_body_1,
                    cache: __nn_body_1_cache,
                },
                __nn_d_body_1,
                __nn_dx,
                &mut __nn_grad.body_1,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.body_1, __nn_rng);
            __nn::Layer::<T>::init(&mut self.body_2, __nn_rng);
        }
        fn fold(&mut self) {
            __nn::Layer::<T>::fold(&mut self.body_1);
            __nn::Layer::<T>::fold(&mut self.body_2);
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "body_1",
                kind: "Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }",
                output: <__nn::D1<4> as __nn::Shape>::DIMS,
                parameters: <__nn::Residual<
                    Net_body_1<T>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::MACS,
                values: 4
                    + <__nn::Residual<Net_body_1<T>> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "body_2",
                kind: "Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }",
                output: <__nn::D1<4> as __nn::Shape>::DIMS,
                parameters: <__nn::Residual<
                    Net_body_2<T>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Residual<Net_body_2<T>> as __nn::Layer<T>>::MACS,
                values: <__nn::Residual<
                    Net_body_2<T>,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::D1 < 4 >, __nn::D1 < 4 >
    }
    impl __nn::Counted for Net<::core::primitive::f32> {
        type Parameters = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                __nn::B0,
                            >,
                            __nn::B1,
                        >,
                        __nn::B1,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type ParameterBytes = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<
                                    __nn::UInt<
                                        __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                        __nn::B0,
                                    >,
                                    __nn::B1,
                                >,
                                __nn::B1,
                            >,
                            __nn::B0,
                        >,
                        __nn::B0,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type ForwardBytes = <<<<<<<<__nn::UTerm as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    7u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    6u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    5u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    4u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    3u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    2u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    1u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    0u32,
                )
            },
        >>::Number;
        type Macs = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                __nn::B0,
                            >,
                            __nn::B0,
                        >,
                        __nn::B0,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            152,
            608,
            {
                <Net<
                    ::core::primitive::f32,
                > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES
            },
            128,
        >;
    }
    impl __nn::Counted for Net<::core::primitive::f64> {
        type Parameters = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                __nn::B0,
                            >,
                            __nn::B1,
                        >,
                        __nn::B1,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type ParameterBytes = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<
                                    __nn::UInt<
                                        __nn::UInt<
                                            __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                            __nn::B0,
                                        >,
                                        __nn::B1,
                                    >,
                                    __nn::B1,
                                >,
                                __nn::B0,
                            >,
                            __nn::B0,
                        >,
                        __nn::B0,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type ForwardBytes = <<<<<<<<__nn::UTerm as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    7u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    6u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    5u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    4u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    3u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    2u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    1u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Net<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    0u32,
                )
            },
        >>::Number;
        type Macs = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<
                                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                __nn::B0,
                            >,
                            __nn::B0,
                        >,
                        __nn::B0,
                    >,
                    __nn::B0,
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            152,
            1216,
            {
                <Net<
                    ::core::primitive::f64,
                > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES
            },
            128,
        >;
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
