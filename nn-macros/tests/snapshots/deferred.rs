// struct Net {
//     input: [4],
//     fc1: Dense(2 * HIDDEN),
//     gain: my::Gain<16>, Tanh,
//     fc2: Dense(16 -> 3),
// }

#[allow(non_upper_case_globals)]
const __NN_Net_1: ::core::primitive::usize = static_nn::__private::size(
    [2 * HIDDEN],
    "`2 * HIDDEN` is 0, and a size cannot be 0\nhelp: the smallest size is 1",
    "`2 * HIDDEN` does not fit into memory\nhelp: the limit is 2^48 values",
);
#[allow(non_upper_case_globals)]
const __NN_Net_2: ::core::primitive::usize = static_nn::__private::fitting(
    __NN_Net_1,
    &[&[__NN_Net_1, 4], &[__NN_Net_1]],
    "`fc1` with `Dense(4 -> 2 * HIDDEN)` does not fit into memory\nhelp: the limit is 2^48 values",
);
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `fc1`: `Dense(4 -> 2 * HIDDEN)` | `[2 * HIDDEN]` | — | — |
/// | `gain`: `my::Gain<16>` |  | — | — |
/// | `Tanh` |  |  |  |
/// | `fc2`: `Dense(16 -> 3)` | `[3]` | 51 | 48 |
/// | **in all** | | — | — |
#[allow(unreachable_pub)]
#[repr(C)]
struct Net<T = ::core::primitive::f32> {
    /// `Dense(4 -> 2 * HIDDEN)`
    pub fc1: static_nn::__private::Dense<T, 4, { __NN_Net_2 }>,
    /// `my::Gain<16>`
    pub gain: my::Gain<T, 16>,
    /// `Dense(16 -> 3)`
    pub fc2: static_nn::__private::Dense<T, 16, 3>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T>
    where
        T: ::core::marker::Sized,
    {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Parameters<T>>::PARAMETERS,
                <my::Gain<T, 16> as __nn::Foreign<T>>::PARAMETERS,
                <__nn::Dense<T, 16, 3> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Parameters<T>>::STATISTICS,
                <my::Gain<T, 16> as __nn::Foreign<T>>::STATISTICS,
                <__nn::Dense<T, 16, 3> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "fc1",
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Parameters<T>>::PARTS,
                ),
                ("gain", <my::Gain<T, 16> as __nn::Foreign<T>>::PARTS),
                ("fc2", <__nn::Dense<T, 16, 3> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 4, { __NN_Net_2 }> = &raw const __nn_whole
                    .fc1;
                let _: *const my::Gain<T, 16> = &raw const __nn_whole.gain;
                let _: *const __nn::Dense<T, 16, 3> = &raw const __nn_whole.fc2;
            };
            <__nn::Dense<
                T,
                4,
                { __NN_Net_2 },
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("fc1"), __nn_visit);
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<T>>::tensors(&__nn_name.join("gain"), __nn_visit);
            <__nn::Dense<
                T,
                16,
                3,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("fc2"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T>
    where
        T: ::core::marker::Sized,
    {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<3>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                __nn::sum(
                    &[
                        0,
                        __NN_Net_2,
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::LEN,
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::LEN,
                    ],
                ),
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::CACHE,
                <my::Gain<T, 16> as __nn::Foreign<T>>::CACHE,
                <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = __nn::max(
                &[
                    __NN_Net_2,
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::LEN,
                ],
            )
            .next_multiple_of(16)
            + __nn::max(
                    &[
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::LEN,
                    ],
                )
                .next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::SCRATCH,
                    <my::Gain<T, 16> as __nn::Foreign<T>>::SCRATCH,
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = __nn::max(
                &[
                    __NN_Net_2,
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::LEN,
                ],
            )
            .next_multiple_of(16)
            + __nn::max(
                    &[
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::LEN,
                    ],
                )
                .next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::Dense<
                        T,
                        4,
                        { __NN_Net_2 },
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <my::Gain<T, 16> as __nn::Foreign<T>>::FORWARD_SCRATCH,
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = __nn::max(
                &[
                    __NN_Net_2,
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::LEN,
                ],
            )
            .next_multiple_of(16)
            + __nn::max(
                    &[
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::LEN,
                    ],
                )
                .next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <my::Gain<T, 16> as __nn::Foreign<T>>::BLOCK_SCRATCH,
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::FRAMES,
                <my::Gain<T, 16> as __nn::Foreign<T>>::FRAMES,
                <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 4 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::MACS,
                <my::Gain<T, 16> as __nn::Foreign<T>>::MACS,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::COUPLED,
                <my::Gain<T, 16> as __nn::Foreign<T>>::COUPLED,
                <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::BLOCKS,
                <my::Gain<T, 16> as __nn::Foreign<T>>::BLOCKS,
                <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::DRAWS,
                <my::Gain<T, 16> as __nn::Foreign<T>>::DRAWS,
                <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const HEEDLESS: ::core::option::Option<&'static ::core::primitive::str> = __nn::heedless(
            &[
                ("fc1", <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::HEEDLESS),
                ("gain", <my::Gain<T, 16> as __nn::Foreign<T>>::HEEDLESS),
                (
                    "Tanh",
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                ("fc2", <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::HEEDLESS),
            ],
        );
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "fc1: Dense(4 -> 2 * HIDDEN)",
                    plan: <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        4,
                        { __NN_Net_2 },
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "gain: my::Gain<16>",
                    plan: <my::Gain<T, 16> as __nn::Foreign<T>>::PLAN,
                    parameters: <my::Gain<T, 16> as __nn::Foreign<T>>::PARAMETERS,
                    outputs: <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Tanh",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Tanh(__nn::functions::Tanh::new()),
                    ),
                    parameters: <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "fc2: Dense(16 -> 3)",
                    plan: <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        16,
                        3,
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
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(
                        &[
                            __NN_Net_2,
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16),
                __nn::max(
                        &[
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16),
            );
            let __nn_fc1 = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.fc1, __nn_simd, __nn_input, __nn_fc1, __nn_scratch);
            let __nn_gain = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::view_mut(__nn_odd);
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::forward(
                &self.gain,
                __nn_simd,
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Input as __nn::Shape>::view(
                    <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat(__nn_fc1),
                ),
                __nn_gain,
                __nn_scratch,
            );
            let __nn_tanh1 = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_simd,
                __nn_gain,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward(
                &self.fc2,
                __nn_simd,
                <__nn::D1<
                    16,
                > as __nn::Shape>::view(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::flat(__nn_tanh1),
                ),
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
            let (__nn_fc1, __nn_cache) = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_gain, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_tanh1, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_fc1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::CACHE,
                );
            let (__nn_gain_cache, __nn_cache) = __nn_cache
                .split_at_mut(<my::Gain<T, 16> as __nn::Foreign<T>>::CACHE);
            let (__nn_tanh1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_fc2_cache, _) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 16, 3> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.fc1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_fc1,
                __nn_fc1_cache,
                __nn_scratch,
            );
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::forward_train(
                &self.gain,
                __nn_simd,
                __nn::noise(__nn_noise, 1, <my::Gain<T, 16> as __nn::Foreign<T>>::DRAWS),
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Input as __nn::Shape>::view(
                    <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat(__nn_fc1),
                ),
                __nn_gain,
                __nn_gain_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_gain,
                __nn_tanh1,
                __nn_tanh1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.fc2,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    3,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::DRAWS,
                ),
                <__nn::D1<
                    16,
                > as __nn::Shape>::view(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::flat(__nn_tanh1),
                ),
                __nn_output,
                __nn_fc2_cache,
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
            let (__nn_fc1, __nn_cache) = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_gain, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::split(__nn_cache);
            let (__nn_tanh1, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::split(__nn_cache);
            let (__nn_fc1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::CACHE);
            let (__nn_gain_cache, __nn_cache) = __nn_cache
                .split_at(<my::Gain<T, 16> as __nn::Foreign<T>>::CACHE);
            let (__nn_tanh1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_fc2_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 16, 3> as __nn::Layer<T>>::CACHE);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(
                        &[
                            __NN_Net_2,
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16),
                __nn::max(
                        &[
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16),
            );
            let __nn_d_tanh1 = <__nn::D1<16> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.fc2,
                __nn_simd,
                __nn::Record {
                    x: <__nn::D1<
                        16,
                    > as __nn::Shape>::view(
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::flat(__nn_tanh1),
                    ),
                    y: __nn_output,
                    cache: __nn_fc2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.fc2,
                __nn_scratch,
            );
            let __nn_d_gain = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_gain,
                    y: __nn_tanh1,
                    cache: __nn_tanh1_cache,
                },
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Output as __nn::Shape>::view(
                    <__nn::D1<16> as __nn::Shape>::flat(__nn_d_tanh1),
                ),
                ::core::option::Option::Some(&mut *__nn_d_gain),
                &mut __nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_scratch,
            );
            let __nn_d_fc1 = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Input as __nn::Shape>::view_mut(__nn_even);
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::backward(
                &self.gain,
                __nn_simd,
                __nn::Record {
                    x: <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Input as __nn::Shape>::view(
                        <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat(__nn_fc1),
                    ),
                    y: __nn_gain,
                    cache: __nn_gain_cache,
                },
                __nn_d_gain,
                ::core::option::Option::Some(&mut *__nn_d_fc1),
                &mut __nn_grad.gain,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.fc1,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_fc1,
                    cache: __nn_fc1_cache,
                },
                <__nn::D1<
                    { __NN_Net_2 },
                > as __nn::Shape>::view(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Input as __nn::Shape>::flat(__nn_d_fc1),
                ),
                __nn_dx,
                &mut __nn_grad.fc1,
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
            let __nn_blocks = __nn_input.len();
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(
                        &[
                            __NN_Net_2,
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16) * __nn_blocks,
                __nn::max(
                        &[
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16) * __nn_blocks,
            );
            let __nn_fc1 = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(&self.fc1, __nn_pass, __nn_input, __nn_fc1, __nn_scratch);
            let __nn_gain = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::forward_blocks(
                &self.gain,
                __nn_pass,
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Input as __nn::Shape>::all(
                    <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat_all(__nn_fc1),
                ),
                __nn_gain,
                __nn_scratch,
            );
            let __nn_tanh1 = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_pass,
                __nn_gain,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.fc2,
                __nn_pass,
                <__nn::D1<
                    16,
                > as __nn::Shape>::all(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::flat_all(__nn_tanh1),
                ),
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
            let (__nn_fc1, __nn_cache) = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_gain, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_tanh1, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_fc1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_gain_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <my::Gain<T, 16> as __nn::Foreign<T>>::CACHE * __nn_blocks,
                );
            let (__nn_tanh1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_fc2_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.fc1,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_fc1,
                __nn_fc1_cache,
                __nn_scratch,
            );
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::forward_train_blocks(
                &self.gain,
                &__nn::pass(__nn_pass, 1, <my::Gain<T, 16> as __nn::Foreign<T>>::DRAWS),
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Input as __nn::Shape>::all(
                    <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat_all(__nn_fc1),
                ),
                __nn_gain,
                __nn_gain_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_gain,
                __nn_tanh1,
                __nn_tanh1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.fc2,
                &__nn::pass(
                    __nn_pass,
                    3,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::DRAWS,
                ),
                <__nn::D1<
                    16,
                > as __nn::Shape>::all(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Output as __nn::Shape>::flat_all(__nn_tanh1),
                ),
                __nn_output,
                __nn_fc2_cache,
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
            let (__nn_fc1, __nn_cache) = <__nn::D1<
                { __NN_Net_2 },
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_gain, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_tanh1, __nn_cache) = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_fc1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_gain_cache, __nn_cache) = __nn_cache
                .split_at(<my::Gain<T, 16> as __nn::Foreign<T>>::CACHE * __nn_blocks);
            let (__nn_tanh1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_fc2_cache, _) = __nn_cache
                .split_at(
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(
                        &[
                            __NN_Net_2,
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16) * __nn_blocks,
                __nn::max(
                        &[
                            <<my::Gain<
                                ::core::primitive::f32,
                                16,
                            > as __nn::Foreign<
                                ::core::primitive::f32,
                            >>::Output as __nn::Shape>::LEN,
                        ],
                    )
                    .next_multiple_of(16) * __nn_blocks,
            );
            let __nn_d_tanh1 = <__nn::D1<
                16,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.fc2,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.fc2,
                    <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: <__nn::D1<
                        16,
                    > as __nn::Shape>::all(
                        <<my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<
                            ::core::primitive::f32,
                        >>::Output as __nn::Shape>::flat_all(__nn_tanh1),
                    ),
                    y: __nn_output,
                    cache: __nn_fc2_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn_grad.fc2,
                __nn_scratch,
            );
            let __nn_d_gain = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Output as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_gain,
                    y: __nn_tanh1,
                    cache: __nn_tanh1_cache,
                },
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Output as __nn::Shape>::all(
                    <__nn::D1<16> as __nn::Shape>::flat_all(__nn_d_tanh1),
                ),
                ::core::option::Option::Some(&mut *__nn_d_gain),
                &mut __nn::Tanh::<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                >::new(),
                __nn_scratch,
            );
            let __nn_d_fc1 = <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<
                ::core::primitive::f32,
            >>::Input as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            <my::Gain<
                T,
                16,
            > as __nn::Foreign<
                T,
            >>::backward_blocks(
                &self.gain,
                __nn_pass,
                __nn::Record {
                    x: <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Input as __nn::Shape>::all(
                        <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::flat_all(__nn_fc1),
                    ),
                    y: __nn_gain,
                    cache: __nn_gain_cache,
                },
                __nn_d_gain,
                ::core::option::Option::Some(&mut *__nn_d_fc1),
                &mut __nn_grad.gain,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.fc1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.fc1,
                    <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_fc1,
                    cache: __nn_fc1_cache,
                },
                <__nn::D1<
                    { __NN_Net_2 },
                > as __nn::Shape>::all(
                    <<my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<
                        ::core::primitive::f32,
                    >>::Input as __nn::Shape>::flat_all(__nn_d_fc1),
                ),
                __nn_dx,
                &mut __nn_grad.fc1,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.fc1, __nn_rng);
            <my::Gain<T, 16> as __nn::Foreign<T>>::init(&mut self.gain, __nn_rng);
            __nn::Layer::<T>::init(&mut self.fc2, __nn_rng);
        }
        fn fold(&mut self) {
            <my::Gain<T, 16> as __nn::Foreign<T>>::fold(&mut self.gain);
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T>
    where
        T: ::core::marker::Sized,
    {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "fc1",
                kind: "Dense(4 -> 2 * HIDDEN)",
                output: <__nn::D1<{ __NN_Net_2 }> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<
                    T,
                    4,
                    { __NN_Net_2 },
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 4, { __NN_Net_2 }> as __nn::Layer<T>>::MACS,
                values: __NN_Net_2
                    + <__nn::Dense<
                        T,
                        4,
                        { __NN_Net_2 },
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "gain",
                kind: "my::Gain<16>",
                output: <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Output as __nn::Shape>::DIMS,
                parameters: <my::Gain<T, 16> as __nn::Foreign<T>>::PARAMETERS,
                macs: <my::Gain<T, 16> as __nn::Foreign<T>>::MACS,
                values: <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<::core::primitive::f32>>::Output as __nn::Shape>::LEN
                    + <my::Gain<T, 16> as __nn::Foreign<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Tanh",
                output: <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<
                    ::core::primitive::f32,
                >>::Output as __nn::Shape>::DIMS,
                parameters: <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Tanh<
                    <my::Gain<
                        ::core::primitive::f32,
                        16,
                    > as __nn::Foreign<::core::primitive::f32>>::Output,
                > as __nn::Layer<T>>::MACS,
                values: <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<::core::primitive::f32>>::Output as __nn::Shape>::LEN
                    + <__nn::Tanh<
                        <my::Gain<
                            ::core::primitive::f32,
                            16,
                        > as __nn::Foreign<::core::primitive::f32>>::Output,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "fc2",
                kind: "Dense(16 -> 3)",
                output: <__nn::D1<3> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<T, 16, 3> as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::MACS,
                values: <__nn::Dense<T, 16, 3> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::D1 < 4 >, __nn::D1 < 3 >
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    __nn::ensure(
        <<my::Gain<
            ::core::primitive::f32,
            16,
        > as __nn::Foreign<::core::primitive::f32>>::Output as __nn::Shape>::LEN > 0
            || <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<::core::primitive::f32>>::Input as __nn::Shape>::LEN == 0,
        "`my::Gain<16>` produces 0 values\nhelp: the smallest size is 1",
    )
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    #[diagnostic::on_unimplemented(
        message = "`gain` takes {TAKES} inputs, but `fc1` before it produces {PRODUCES}",
        label = "takes {TAKES}, gets {PRODUCES}",
        note = "help: `gain` must take a vector of 2 * HIDDEN values here"
    )]
    trait __NnSeam<
        const TAKES: ::core::primitive::usize,
        const PRODUCES: ::core::primitive::usize,
    > {
        const OK: () = ();
    }
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnSeam<{ N }, { N }> for S {}
    <::core::primitive::usize as __NnSeam<
        {
            if <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<::core::primitive::f32>>::Input as __nn::Shape>::DIMS
                .len() == 1
            {
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<::core::primitive::f32>>::Input as __nn::Shape>::LEN
            } else {
                __NN_Net_2
            }
        },
        { __NN_Net_2 },
    >>::OK
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    #[diagnostic::on_unimplemented(
        message = "`gain` takes `{Produced}`, but it gets a vector from `fc1`",
        label = "this takes no vector"
    )]
    trait __NnVector<Produced> {
        const OK: () = ();
    }
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnVector<__nn::D1<{ N }>> for S {}
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnVector<__nn::Words<{ N }>> for S {}
    <::core::primitive::usize as __NnVector<
        <my::Gain<
            ::core::primitive::f32,
            16,
        > as __nn::Foreign<::core::primitive::f32>>::Input,
    >>::OK
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    __nn::ensure(
        <my::Gain<
            ::core::primitive::f32,
            16,
        > as __nn::Foreign<::core::primitive::f32>>::VOCABULARY
            .is_none(),
        "`gain` looks up the whole numbers of the input, as an `Embedding` does, but `fc1` stands before it\nhelp: write `gain` first",
    )
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    #[diagnostic::on_unimplemented(
        message = "`fc2` takes a vector, but `gain` before it produces `{Produced}`",
        label = "this takes a vector",
        note = "help: write `Flatten` before `fc2`, or `Reshape([steps, features])` for a layer of each step"
    )]
    trait __NnVector<Produced> {
        const OK: () = ();
    }
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnVector<__nn::D1<{ N }>> for S {}
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnVector<__nn::Words<{ N }>> for S {}
    <::core::primitive::usize as __NnVector<
        <my::Gain<
            ::core::primitive::f32,
            16,
        > as __nn::Foreign<::core::primitive::f32>>::Output,
    >>::OK
};
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    #[diagnostic::on_unimplemented(
        message = "`fc2` takes {TAKES} inputs, but `gain` before it produces {PRODUCES}",
        label = "takes {TAKES}, gets {PRODUCES}",
        note = "help: write `Dense(3)` to take the size from `gain`"
    )]
    trait __NnSeam<
        const TAKES: ::core::primitive::usize,
        const PRODUCES: ::core::primitive::usize,
    > {
        const OK: () = ();
    }
    impl<
        S: ?::core::marker::Sized,
        const N: ::core::primitive::usize,
    > __NnSeam<{ N }, { N }> for S {}
    <::core::primitive::usize as __NnSeam<
        { 16 },
        {
            if <<my::Gain<
                ::core::primitive::f32,
                16,
            > as __nn::Foreign<::core::primitive::f32>>::Output as __nn::Shape>::DIMS
                .len() == 1
            {
                <<my::Gain<
                    ::core::primitive::f32,
                    16,
                > as __nn::Foreign<::core::primitive::f32>>::Output as __nn::Shape>::LEN
            } else {
                16
            }
        },
    >>::OK
};
