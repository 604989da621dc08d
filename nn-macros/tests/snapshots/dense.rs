// /// Digits of 28 x 28 pixels.
// #[derive(Clone, Debug)]
// pub struct Digits {
//     input: [1, 28, 28],
//     Flatten,
//     /// The features.
//     hidden: Dense(784 -> 128), Relu,
//     #[init(he_normal)]
//     digit: Dense(10, bias = false), LeakyRelu(slope = 0.1),
//     output: [10],
// }

/// Digits of 28 x 28 pixels.
#[derive(Clone, Debug)]
///
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[1, 28, 28]` | | |
/// | `Flatten` | `[784]` |  |  |
/// | `hidden`: `Dense(784 -> 128)` | `[128]` | 100,480 | 100,352 |
/// | `Relu` | `[128]` |  |  |
/// | `digit`: `Dense(128 -> 10, bias = false)` | `[10]` | 1,280 | 1,280 |
/// | `LeakyRelu(slope = 0.1)` | `[10]` |  |  |
/// | **in all** | | 101,760 | 101,632 |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Digits<T = ::core::primitive::f32> {
    /// The features.
    pub hidden: static_nn::__private::Dense<T, 784, 128>,
    /// `Dense(128 -> 10, bias = false)`
    pub digit: static_nn::__private::Dense<T, 128, 10, static_nn::__private::NoBias>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Digits<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<
                    T,
                    128,
                    10,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<
                    T,
                    128,
                    10,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                ("hidden", <__nn::Dense<T, 784, 128> as __nn::Parameters<T>>::PARTS),
                (
                    "digit",
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Parameters<T>>::PARTS,
                ),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 784, 128> = &raw const __nn_whole.hidden;
                let _: *const __nn::Dense<T, 128, 10, __nn::NoBias> = &raw const __nn_whole
                    .digit;
            };
            <__nn::Dense<
                T,
                784,
                128,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("hidden"), __nn_visit);
            <__nn::Dense<
                T,
                128,
                10,
                __nn::NoBias,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("digit"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Digits<T> {
        type Input = __nn::D3<1, 28, 28, 784>;
        type Output = __nn::D1<10>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                138,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 128 + 16
            + __nn::max(
                &[
                    <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::SCRATCH,
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = 128 + 0
            + __nn::max(
                &[
                    <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<
                        T,
                        128,
                        10,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = 128 + 16
            + __nn::max(
                &[
                    <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<
                        T,
                        128,
                        10,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::FRAMES,
                <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::FRAMES,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 4 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::MACS,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::COUPLED,
                <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::COUPLED,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::BLOCKS,
                <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::BLOCKS,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::DRAWS,
                <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::DRAWS,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "Flatten",
                    plan: __nn::Plan::Same,
                    parameters: <__nn::Flatten<
                        __nn::D3<1, 28, 28, 784>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<784> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "hidden: Dense(784 -> 128)",
                    plan: <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        784,
                        128,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<128> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Relu",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Relu(__nn::functions::Relu::new()),
                    ),
                    parameters: <__nn::Relu<
                        __nn::D1<128>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<128> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "digit: Dense(128 -> 10, bias = false)",
                    plan: <__nn::Dense<
                        T,
                        128,
                        10,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        128,
                        10,
                        __nn::NoBias,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<10> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "LeakyRelu(slope = 0.1)",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::LeakyRelu(__nn::functions::LeakyRelu::new(0.1)),
                    ),
                    parameters: <__nn::LeakyRelu<
                        __nn::D1<10>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<10> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[[[T; 28]; 28]; 1],
            __nn_output: &mut [T; 10],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(__nn_scratch, 128, 0);
            let __nn_relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(__nn_even);
            __nn::Dense::forward_activated(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_simd,
                <__nn::D1<
                    784,
                > as __nn::Shape>::view(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(__nn_input),
                ),
                __nn_relu1,
                __nn_scratch,
            );
            __nn::Dense::forward_activated(
                &self.digit,
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_simd,
                __nn_relu1,
                __nn_output,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[[[T; 28]; 28]; 1],
            __nn_output: &mut [T; 10],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_relu1, __nn_cache) = <__nn::D1<
                128,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_digit, __nn_cache) = <__nn::D1<
                10,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_digit_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE,
                );
            let (__nn_leaky_relu1_cache, _) = __nn_cache
                .split_at_mut(<__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_simd,
                <__nn::D1<
                    784,
                > as __nn::Shape>::view(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(__nn_input),
                ),
                __nn_relu1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.digit,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    3,
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_digit,
                __nn_digit_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    4,
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_digit,
                __nn_output,
                __nn_leaky_relu1_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [[[T; 28]; 28]; 1], [T; 10], T>,
            __nn_dy: &[T; 10],
            __nn_dx: ::core::option::Option<&mut [[[T; 28]; 28]; 1]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_relu1, __nn_cache) = <__nn::D1<
                128,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_digit, __nn_cache) = <__nn::D1<
                10,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_digit_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE,
                );
            let (__nn_leaky_relu1_cache, _) = __nn_cache
                .split_at(<__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                128,
                16,
            );
            let __nn_d_digit = <__nn::D1<10> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_simd,
                __nn::Record {
                    x: __nn_digit,
                    y: __nn_output,
                    cache: __nn_leaky_relu1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_digit),
                &mut __nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.digit,
                __nn_simd,
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_digit,
                    cache: __nn_digit_cache,
                },
                __nn_d_digit,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn_grad.digit,
                __nn_scratch,
            );
            __nn::Relu::<
                __nn::D1<128>,
            >::backward_in_place::<
                T,
                _,
            >(
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_simd,
                __nn_relu1,
                &mut *__nn_d_relu1,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.hidden,
                __nn_simd,
                __nn::Record {
                    x: <__nn::D1<
                        784,
                    > as __nn::Shape>::view(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(__nn_input),
                    ),
                    y: __nn_relu1,
                    cache: &[],
                },
                __nn_d_relu1,
                __nn_dx
                    .map(|__nn_dx| <__nn::D1<
                        784,
                    > as __nn::Shape>::view_mut(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_mut(__nn_dx),
                    )),
                &mut __nn_grad.hidden,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 10]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, _, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                128 * __nn_blocks,
                0 * __nn_blocks,
            );
            let __nn_relu1 = <__nn::D1<
                128,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Dense::forward_activated_blocks(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_pass,
                <__nn::D1<
                    784,
                > as __nn::Shape>::all(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(__nn_input),
                ),
                __nn_relu1,
                __nn_scratch,
            );
            __nn::Dense::forward_activated_blocks(
                &self.digit,
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_pass,
                __nn_relu1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 10]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_relu1, __nn_cache) = <__nn::D1<
                128,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_digit, __nn_cache) = <__nn::D1<
                10,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_digit_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_leaky_relu1_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            __nn::Dense::forward_train_activated_blocks(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_pass,
                <__nn::D1<
                    784,
                > as __nn::Shape>::all(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(__nn_input),
                ),
                __nn_relu1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.digit,
                &__nn::pass(
                    __nn_pass,
                    3,
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_digit,
                __nn_digit_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                &__nn::pass(
                    __nn_pass,
                    4,
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_digit,
                __nn_output,
                __nn_leaky_relu1_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
                [[<T as __nn::Number>::Lanes; 10]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 10]],
            __nn_dx: ::core::option::Option<
                &mut [[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            >,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_relu1, __nn_cache) = <__nn::D1<
                128,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_digit, __nn_cache) = <__nn::D1<
                10,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_digit_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_leaky_relu1_cache, _) = __nn_cache
                .split_at(
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                128 * __nn_blocks,
                16 * __nn_blocks,
            );
            let __nn_d_digit = <__nn::D1<
                10,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_pass,
                __nn::Record {
                    x: __nn_digit,
                    y: __nn_output,
                    cache: __nn_leaky_relu1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_digit),
                &mut __nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D1<
                128,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.digit,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.digit,
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_digit,
                    cache: __nn_digit_cache,
                },
                __nn_d_digit,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn_grad.digit,
                __nn_scratch,
            );
            __nn::Relu::<
                __nn::D1<128>,
            >::backward_in_place_blocks::<
                T,
            >(
                &__nn::Relu::<__nn::D1<128>>::new(),
                __nn_pass,
                __nn_relu1,
                &mut *__nn_d_relu1,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.hidden,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.hidden,
                    <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: <__nn::D1<
                        784,
                    > as __nn::Shape>::all(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(__nn_input),
                    ),
                    y: __nn_relu1,
                    cache: &[],
                },
                __nn_d_relu1,
                __nn_dx
                    .map(|__nn_dx| <__nn::D1<
                        784,
                    > as __nn::Shape>::all_mut(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all_mut(__nn_dx),
                    )),
                &mut __nn_grad.hidden,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.hidden, __nn_rng);
            __nn::fill::<T, _>(&mut self.digit, __nn::Init::HeNormal, __nn_rng);
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Digits<T> {
        const NAME: &'static ::core::primitive::str = "Digits";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "",
                kind: "Flatten",
                output: <__nn::D1<784> as __nn::Shape>::DIMS,
                parameters: <__nn::Flatten<
                    __nn::D3<1, 28, 28, 784>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Flatten<__nn::D3<1, 28, 28, 784>> as __nn::Layer<T>>::MACS,
                values: <__nn::Flatten<
                    __nn::D3<1, 28, 28, 784>,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "hidden",
                kind: "Dense(784 -> 128)",
                output: <__nn::D1<128> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<
                    T,
                    784,
                    128,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::MACS,
                values: 128
                    + <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Relu",
                output: <__nn::D1<128> as __nn::Shape>::DIMS,
                parameters: <__nn::Relu<
                    __nn::D1<128>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::MACS,
                values: <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "digit",
                kind: "Dense(128 -> 10, bias = false)",
                output: <__nn::D1<10> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<
                    T,
                    128,
                    10,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::MACS,
                values: <__nn::Dense<
                    T,
                    128,
                    10,
                    __nn::NoBias,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "LeakyRelu(slope = 0.1)",
                output: <__nn::D1<10> as __nn::Shape>::DIMS,
                parameters: <__nn::LeakyRelu<
                    __nn::D1<10>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::MACS,
                values: <__nn::LeakyRelu<
                    __nn::D1<10>,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Digits, __nn::D3 < 1, 28, 28, 784 >, __nn::D1 < 10 >
    }
    impl __nn::Counted for Digits<::core::primitive::f32> {
        type Parameters = __nn::UInt<
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
                                                    __nn::UInt<
                                                        __nn::UInt<
                                                            __nn::UInt<
                                                                __nn::UInt<
                                                                    __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                                                                    __nn::B0,
                                                                >,
                                                                __nn::B0,
                                                            >,
                                                            __nn::B0,
                                                        >,
                                                        __nn::B1,
                                                    >,
                                                    __nn::B1,
                                                >,
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
                                                    __nn::UInt<
                                                        __nn::UInt<
                                                            __nn::UInt<
                                                                __nn::UInt<
                                                                    __nn::UInt<
                                                                        __nn::UInt<
                                                                            __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                                                                            __nn::B0,
                                                                        >,
                                                                        __nn::B0,
                                                                    >,
                                                                    __nn::B0,
                                                                >,
                                                                __nn::B1,
                                                            >,
                                                            __nn::B1,
                                                        >,
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
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    7u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    6u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    5u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    4u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    3u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    2u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f32,
                    > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES,
                    1u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
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
                                                                __nn::B0,
                                                            >,
                                                            __nn::B0,
                                                        >,
                                                        __nn::B1,
                                                    >,
                                                    __nn::B1,
                                                >,
                                                __nn::B0,
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
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            101760,
            407040,
            {
                <Digits<
                    ::core::primitive::f32,
                > as __nn::Network<::core::primitive::f32>>::FORWARD_BYTES
            },
            101632,
        >;
    }
    impl __nn::Counted for Digits<::core::primitive::f64> {
        type Parameters = __nn::UInt<
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
                                                    __nn::UInt<
                                                        __nn::UInt<
                                                            __nn::UInt<
                                                                __nn::UInt<
                                                                    __nn::UInt<__nn::UInt<__nn::UTerm, __nn::B1>, __nn::B1>,
                                                                    __nn::B0,
                                                                >,
                                                                __nn::B0,
                                                            >,
                                                            __nn::B0,
                                                        >,
                                                        __nn::B1,
                                                    >,
                                                    __nn::B1,
                                                >,
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
                                                                            __nn::B0,
                                                                        >,
                                                                        __nn::B0,
                                                                    >,
                                                                    __nn::B1,
                                                                >,
                                                                __nn::B1,
                                                            >,
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
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    7u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    6u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    5u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    4u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    3u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    2u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
                        ::core::primitive::f64,
                    > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES,
                    1u32,
                )
            },
        >>::Number as __nn::Append<
            {
                __nn::digit(
                    <Digits<
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
                                                                __nn::B0,
                                                            >,
                                                            __nn::B0,
                                                        >,
                                                        __nn::B1,
                                                    >,
                                                    __nn::B1,
                                                >,
                                                __nn::B0,
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
                >,
                __nn::B0,
            >,
            __nn::B0,
        >;
        type Figures = __nn::Figures<
            101760,
            814080,
            {
                <Digits<
                    ::core::primitive::f64,
                > as __nn::Network<::core::primitive::f64>>::FORWARD_BYTES
            },
            101632,
        >;
    }
    impl<T: __nn::HasWeights> Digits<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
