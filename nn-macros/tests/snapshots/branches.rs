// #[derive(Clone)]
// pub struct Net {
//     input: [4],
//     features: Concat { { Dense(3), Tanh }, {} },
// }

#[derive(Clone)]
/// Branch 0 of `features` of [`Net`].
///
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `dense1`: `Dense(4 -> 3)` | `[3]` | 15 | 12 |
/// | `Tanh` | `[3]` |  |  |
/// | **in all** | | 15 | 12 |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net_features_0<T = ::core::primitive::f32> {
    /// `Dense(4 -> 3)`
    pub dense1: static_nn::__private::Dense<T, 4, 3>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net_features_0<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[<__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::PARAMETERS],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[<__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::STATISTICS],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[("dense1", <__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::PARTS)],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 4, 3> = &raw const __nn_whole.dense1;
            };
            <__nn::Dense<
                T,
                4,
                3,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense1"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net_features_0<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<3>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                3,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE,
                <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 0 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::FRAMES,
                <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 2 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::MACS],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::COUPLED,
                <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::BLOCKS,
                <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "Dense(4 -> 3)",
                    plan: <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        4,
                        3,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<3> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Tanh",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Tanh(__nn::functions::Tanh::new()),
                    ),
                    parameters: <__nn::Tanh<
                        __nn::D1<3>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<3> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 3],
            __nn_scratch: &mut [T],
        ) {
            __nn::Dense::forward_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<3>>::new(),
                __nn_simd,
                __nn_input,
                __nn_output,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 3],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_dense1, __nn_cache) = <__nn::D1<
                3,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_dense1_cache, __nn_cache) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE);
            let (__nn_tanh1_cache, _) = __nn_cache
                .split_at_mut(<__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_dense1,
                __nn_dense1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Tanh::<__nn::D1<3>>::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    1,
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_dense1,
                __nn_output,
                __nn_tanh1_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 4], [T; 3], T>,
            __nn_dy: &[T; 3],
            __nn_dx: ::core::option::Option<&mut [T; 4]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_dense1, __nn_cache) = <__nn::D1<
                3,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_dense1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE);
            let (__nn_tanh1_cache, _) = __nn_cache
                .split_at(<__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::CACHE);
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 16, 0);
            let __nn_d_dense1 = <__nn::D1<3> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Tanh::<__nn::D1<3>>::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_dense1,
                    y: __nn_output,
                    cache: __nn_tanh1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_dense1),
                &mut __nn::Tanh::<__nn::D1<3>>::new(),
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_dense1,
                    cache: __nn_dense1_cache,
                },
                __nn_d_dense1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 3]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            __nn::Dense::forward_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<3>>::new(),
                __nn_pass,
                __nn_input,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 3]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_dense1, __nn_cache) = <__nn::D1<
                3,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_dense1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_tanh1_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense1,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_dense1,
                __nn_dense1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Tanh::<__nn::D1<3>>::new(),
                &__nn::pass(
                    __nn_pass,
                    1,
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_dense1,
                __nn_output,
                __nn_tanh1_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 3]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 3]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_dense1, __nn_cache) = <__nn::D1<
                3,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_dense1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE * __nn_blocks);
            let (__nn_tanh1_cache, _) = __nn_cache
                .split_at(
                    <__nn::Tanh<__nn::D1<3>> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                16 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_d_dense1 = <__nn::D1<
                3,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Tanh::<__nn::D1<3>>::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_dense1,
                    y: __nn_output,
                    cache: __nn_tanh1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_dense1),
                &mut __nn::Tanh::<__nn::D1<3>>::new(),
                __nn_scratch,
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
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_dense1,
                    cache: __nn_dense1_cache,
                },
                __nn_d_dense1,
                __nn_dx,
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.dense1, __nn_rng);
        }
    }
};
#[derive(Clone)]
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `features`: `Concat { { Dense(4 -> 3), Tanh }, {} }` | `[7]` | 15 | 12 |
/// | **in all** | | 15 | 12 |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net<T = ::core::primitive::f32> {
    /// `Concat { { Dense(4 -> 3), Tanh }, {} }`
    pub features: static_nn::__private::Concat<
        static_nn::__private::Branches2<
            Net_features_0<T>,
            static_nn::__private::Identity<static_nn::__private::D1<4>>,
        >,
        static_nn::__private::D1<7>,
    >,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "features",
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > = &raw const __nn_whole.features;
            };
            <__nn::Concat<
                __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                __nn::D1<7>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("features"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<7>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                0,
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 0 + 0
            + __nn::max(
                &[
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 0 + 0
            + __nn::max(
                &[
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 0 + 0
            + __nn::max(
                &[
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::FRAMES,
            ],
        ) + 1 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const VOCABULARY: ::core::option::Option<::core::primitive::usize> = <__nn::Concat<
            __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
            __nn::D1<7>,
        > as __nn::Layer<T>>::VOCABULARY;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "features: Concat { { Dense(4 -> 3), Tanh }, {} }",
                    plan: <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<7> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 7],
            __nn_scratch: &mut [T],
        ) {
            __nn::Layer::<
                T,
            >::forward(&self.features, __nn_simd, __nn_input, __nn_output, __nn_scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 7],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_features_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::CACHE,
                );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.features,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_output,
                __nn_features_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 4], [T; 7], T>,
            __nn_dy: &[T; 7],
            __nn_dx: ::core::option::Option<&mut [T; 4]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_features_cache, _) = __nn_cache
                .split_at(
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::CACHE,
                );
            __nn::Layer::<
                T,
            >::backward(
                &self.features,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_output,
                    cache: __nn_features_cache,
                },
                __nn_dy,
                __nn_dx,
                &mut __nn_grad.features,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 7]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.features,
                __nn_pass,
                __nn_input,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 7]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_features_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.features,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_output,
                __nn_features_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 7]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 7]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_features_cache, _) = __nn_cache
                .split_at(
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.features,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.features,
                    <__nn::Concat<
                        __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                        __nn::D1<7>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_output,
                    cache: __nn_features_cache,
                },
                __nn_dy,
                __nn_dx,
                &mut __nn_grad.features,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.features, __nn_rng);
        }
        fn fold(&mut self) {
            __nn::Layer::<T>::fold(&mut self.features);
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "features",
                kind: "Concat { { Dense(4 -> 3), Tanh }, {} }",
                output: <__nn::D1<7> as __nn::Shape>::DIMS,
                parameters: <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::MACS,
                values: <__nn::Concat<
                    __nn::Branches2<Net_features_0<T>, __nn::Identity<__nn::D1<4>>>,
                    __nn::D1<7>,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::D1 < 4 >, __nn::D1 < 7 >
    }
    impl __nn::Counted for Net<::core::primitive::f32> {
        type Parameters = __nn::UInt<
            __nn::UInt<
                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                __nn::B1,
            >,
            __nn::B1,
        >;
        type ParameterBytes = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                        __nn::B1,
                    >,
                    __nn::B1,
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
                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            15,
            60,
            {
                <Net<
                    ::core::primitive::f32,
                > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES
            },
            12,
        >;
    }
    impl __nn::Counted for Net<::core::primitive::f64> {
        type Parameters = __nn::UInt<
            __nn::UInt<
                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                __nn::B1,
            >,
            __nn::B1,
        >;
        type ParameterBytes = __nn::UInt<
            __nn::UInt<
                __nn::UInt<
                    __nn::UInt<
                        __nn::UInt<
                            __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
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
                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            15,
            120,
            {
                <Net<
                    ::core::primitive::f64,
                > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES
            },
            12,
        >;
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
