// pub struct Net {
//     input: [6],
//     words: Embedding(50 -> 8), Gru(4), Last,
// }

/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[6]` | | |
/// | `words`: `Embedding(50 -> 8)` | `[6, 8]` | 400 | 0 |
/// | `gru1`: `Gru(8 -> 4)` | `[6, 4]` | 168 | 864 |
/// | `Last` | `[4]` |  |  |
/// | **in all** | | 568 | 864 |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net<T = ::core::primitive::f32> {
    /// `Embedding(50 -> 8)`
    pub words: static_nn::__private::Embedding<
        T,
        50,
        8,
        6,
        static_nn::__private::D2<6, 8, 48>,
    >,
    /// `Gru(8 -> 4)`
    pub gru1: static_nn::__private::Gru<
        T,
        8,
        4,
        12,
        static_nn::__private::D2<6, 8, 48>,
        static_nn::__private::D2<6, 4, 24>,
    >,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "words",
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                (
                    "gru1",
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Embedding<T, 50, 8, 6, __nn::D2<6, 8, 48>> = &raw const __nn_whole
                    .words;
                let _: *const __nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > = &raw const __nn_whole.gru1;
            };
            <__nn::Embedding<
                T,
                50,
                8,
                6,
                __nn::D2<6, 8, 48>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("words"), __nn_visit);
            <__nn::Gru<
                T,
                8,
                4,
                12,
                __nn::D2<6, 8, 48>,
                __nn::D2<6, 4, 24>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("gru1"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::Words<6>;
        type Output = __nn::D1<4>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                72,
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 48 + 32
            + __nn::max(
                &[
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 48 + 32
            + __nn::max(
                &[
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 48 + 32
            + __nn::max(
                &[
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 3 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::MACS,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const VOCABULARY: ::core::option::Option<::core::primitive::usize> = <__nn::Embedding<
            T,
            50,
            8,
            6,
            __nn::D2<6, 8, 48>,
        > as __nn::Layer<T>>::VOCABULARY;
        const HEEDLESS: ::core::option::Option<&'static ::core::primitive::str> = __nn::heedless(
            &[
                (
                    "words",
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                (
                    "gru1",
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                ("Last", <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::HEEDLESS),
            ],
        );
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "words: Embedding(50 -> 8)",
                    plan: <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<6, 8, 48> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Gru(8 -> 4)",
                    plan: <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<6, 4, 24> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Last",
                    plan: <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Last<
                        __nn::D2<6, 4, 24>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 6],
            __nn_output: &mut [T; 4],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                48,
                32,
            );
            let __nn_words = <__nn::D2<6, 8, 48> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.words, __nn_simd, __nn_input, __nn_words, __nn_scratch);
            let __nn_gru1 = <__nn::D2<6, 4, 24> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(&self.gru1, __nn_simd, __nn_words, __nn_gru1, __nn_scratch);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_simd,
                __nn_gru1,
                __nn_output,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[T; 6],
            __nn_output: &mut [T; 4],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_words, __nn_cache) = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_gru1, __nn_cache) = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_words_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_gru1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_last1_cache, _) = __nn_cache
                .split_at_mut(<__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.words,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_words,
                __nn_words_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.gru1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    1,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_words,
                __nn_gru1,
                __nn_gru1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_gru1,
                __nn_output,
                __nn_last1_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [T; 6], [T; 4], T>,
            __nn_dy: &[T; 4],
            __nn_dx: ::core::option::Option<&mut [T; 6]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_words, __nn_cache) = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_gru1, __nn_cache) = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_words_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_gru1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_last1_cache, _) = __nn_cache
                .split_at(<__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::CACHE);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                48,
                32,
            );
            let __nn_d_gru1 = <__nn::D2<6, 4, 24> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_gru1,
                    y: __nn_output,
                    cache: __nn_last1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_gru1),
                &mut __nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_scratch,
            );
            let __nn_d_words = <__nn::D2<6, 8, 48> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.gru1,
                __nn_simd,
                __nn::Record {
                    x: __nn_words,
                    y: __nn_gru1,
                    cache: __nn_gru1_cache,
                },
                __nn_d_gru1,
                ::core::option::Option::Some(&mut *__nn_d_words),
                &mut __nn_grad.gru1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.words,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_words,
                    cache: __nn_words_cache,
                },
                __nn_d_words,
                __nn_dx,
                &mut __nn_grad.words,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 6]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                48 * __nn_blocks,
                32 * __nn_blocks,
            );
            let __nn_words = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.words,
                __nn_pass,
                __nn_input,
                __nn_words,
                __nn_scratch,
            );
            let __nn_gru1 = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.gru1,
                __nn_pass,
                __nn_words,
                __nn_gru1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_pass,
                __nn_gru1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[<T as __nn::Number>::Lanes; 6]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 4]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_words, __nn_cache) = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_gru1, __nn_cache) = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_words_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_gru1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_last1_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.words,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_words,
                __nn_words_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.gru1,
                &__nn::pass(
                    __nn_pass,
                    1,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_words,
                __nn_gru1,
                __nn_gru1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_gru1,
                __nn_output,
                __nn_last1_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 6]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 4]],
            __nn_dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 6]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_words, __nn_cache) = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_gru1, __nn_cache) = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_words_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_gru1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_last1_cache, _) = __nn_cache
                .split_at(
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                48 * __nn_blocks,
                32 * __nn_blocks,
            );
            let __nn_d_gru1 = <__nn::D2<
                6,
                4,
                24,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_gru1,
                    y: __nn_output,
                    cache: __nn_last1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_gru1),
                &mut __nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_scratch,
            );
            let __nn_d_words = <__nn::D2<
                6,
                8,
                48,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.gru1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.gru1,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_words,
                    y: __nn_gru1,
                    cache: __nn_gru1_cache,
                },
                __nn_d_gru1,
                ::core::option::Option::Some(&mut *__nn_d_words),
                &mut __nn_grad.gru1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.words,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.words,
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_words,
                    cache: __nn_words_cache,
                },
                __nn_d_words,
                __nn_dx,
                &mut __nn_grad.words,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.words, __nn_rng);
            __nn::Layer::<T>::init(&mut self.gru1, __nn_rng);
        }
    }
    impl<T: __nn::Scalar> __nn::Stream<T> for Net<T>
    where
        __nn::Embedding<
            T,
            50,
            8,
            6,
            __nn::D2<6, 8, 48>,
        >: __nn::Stream<T, Input = __nn::Words<6>, Output = __nn::D2<6, 8, 48>>,
        __nn::Gru<
            T,
            8,
            4,
            12,
            __nn::D2<6, 8, 48>,
            __nn::D2<6, 4, 24>,
        >: __nn::Stream<T, Input = __nn::D2<6, 8, 48>, Output = __nn::D2<6, 4, 24>>,
        __nn::Last<
            __nn::D2<6, 4, 24>,
        >: __nn::Stream<T, Input = __nn::D2<6, 4, 24>, Output = __nn::D1<4>>,
    {
        type State = __nn::Then<
            <__nn::Embedding<T, 50, 8, 6, __nn::D2<6, 8, 48>> as __nn::Stream<T>>::State,
            __nn::Then<
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Stream<T>>::State,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Stream<T>>::State,
            >,
        >;
        type Scratch = __nn::Then<
            <__nn::Embedding<
                T,
                50,
                8,
                6,
                __nn::D2<6, 8, 48>,
            > as __nn::Stream<T>>::Scratch,
            __nn::Then<
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Stream<T>>::Scratch,
                <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Stream<T>>::Scratch,
            >,
        >;
        const RECEPTIVE_FIELD: ::core::primitive::usize = __nn::together(
            __nn::together(
                __nn::together(
                    1,
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                ),
                <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Stream<T>>::RECEPTIVE_FIELD,
            ),
            <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Stream<T>>::RECEPTIVE_FIELD,
        );
        const LATENCY: ::core::primitive::usize = 0
            + <__nn::Embedding<
                T,
                50,
                8,
                6,
                __nn::D2<6, 8, 48>,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::Gru<
                T,
                8,
                4,
                12,
                __nn::D2<6, 8, 48>,
                __nn::D2<6, 4, 24>,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Stream<T>>::LATENCY;
        const SEAMS: ::core::primitive::usize = __nn::sum(
            &[
                <<__nn::D2<6, 4, 24> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<6, 8, 48> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
            ],
        )
            + __nn::max(
                &[
                    <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Stream<T>>::SEAMS,
                ],
            );
        #[inline(always)]
        fn settle<__NnS: __nn::Simd>(__nn_simd: __NnS, __nn_state: &mut Self::State) {
            <__nn::Embedding<
                T,
                50,
                8,
                6,
                __nn::D2<6, 8, 48>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.0);
            <__nn::Gru<
                T,
                8,
                4,
                12,
                __nn::D2<6, 8, 48>,
                __nn::D2<6, 4, 24>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.0);
            <__nn::Last<
                __nn::D2<6, 4, 24>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1);
        }
        #[inline(always)]
        fn step<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_state: &mut Self::State,
            __nn_input: &<<__nn::Words<
                6,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T>,
            __nn_output: &mut <<__nn::D1<
                4,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T>,
            __nn_scratch: &mut Self::Scratch,
        ) {
            let mut __nn_seam0: <<__nn::D2<
                6,
                8,
                48,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &self.words,
                __nn_simd,
                &mut __nn_state.0,
                __nn_input,
                &mut __nn_seam0,
                &mut __nn_scratch.0,
            );
            let mut __nn_seam1: <<__nn::D2<
                6,
                4,
                24,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &self.gru1,
                __nn_simd,
                &mut __nn_state.1.0,
                &__nn_seam0,
                &mut __nn_seam1,
                &mut __nn_scratch.1.0,
            );
            __nn::Stream::<
                T,
            >::step(
                &__nn::Last::<__nn::D2<6, 4, 24>>::new(),
                __nn_simd,
                &mut __nn_state.1.1,
                &__nn_seam1,
                __nn_output,
                &mut __nn_scratch.1.1,
            );
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "words",
                kind: "Embedding(50 -> 8)",
                output: <__nn::D2<6, 8, 48> as __nn::Shape>::DIMS,
                parameters: <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Embedding<
                    T,
                    50,
                    8,
                    6,
                    __nn::D2<6, 8, 48>,
                > as __nn::Layer<T>>::MACS,
                values: 48
                    + <__nn::Embedding<
                        T,
                        50,
                        8,
                        6,
                        __nn::D2<6, 8, 48>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "gru1",
                kind: "Gru(8 -> 4)",
                output: <__nn::D2<6, 4, 24> as __nn::Shape>::DIMS,
                parameters: <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Gru<
                    T,
                    8,
                    4,
                    12,
                    __nn::D2<6, 8, 48>,
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::MACS,
                values: 24
                    + <__nn::Gru<
                        T,
                        8,
                        4,
                        12,
                        __nn::D2<6, 8, 48>,
                        __nn::D2<6, 4, 24>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Last",
                output: <__nn::D1<4> as __nn::Shape>::DIMS,
                parameters: <__nn::Last<
                    __nn::D2<6, 4, 24>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Last<__nn::D2<6, 4, 24>> as __nn::Layer<T>>::MACS,
                values: <__nn::Last<
                    __nn::D2<6, 4, 24>,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::Words < 6 >, __nn::D1 < 4 >
    }
    impl __nn::Counted for Net<::core::primitive::f32> {
        type Parameters = __nn::UInt<
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
                                    __nn::B0,
                                >,
                                __nn::B1,
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
                                            __nn::UInt<
                                                __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                                __nn::B0,
                                            >,
                                            __nn::B0,
                                        >,
                                        __nn::B1,
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
                                __nn::UInt<
                                    __nn::UInt<
                                        __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
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
        type Figures = __nn::Figures<
            568,
            2272,
            {
                <Net<
                    ::core::primitive::f32,
                > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES
            },
            864,
        >;
    }
    impl __nn::Counted for Net<::core::primitive::f64> {
        type Parameters = __nn::UInt<
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
                                    __nn::B0,
                                >,
                                __nn::B1,
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
                                            __nn::UInt<
                                                __nn::UInt<
                                                    __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B0>,
                                                    __nn::B0,
                                                >,
                                                __nn::B0,
                                            >,
                                            __nn::B1,
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
                                __nn::UInt<
                                    __nn::UInt<
                                        __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
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
        type Figures = __nn::Figures<
            568,
            4544,
            {
                <Net<
                    ::core::primitive::f64,
                > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES
            },
            864,
        >;
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
    __nn::inherent_stream! {
        Net
    }
};
