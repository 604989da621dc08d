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
        fn tensors(
            name: &__nn::Path<'_>,
            visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |whole: &Self| {
                let _: *const __nn::Dense<T, 784, 128> = &raw const whole.hidden;
                let _: *const __nn::Dense<T, 128, 10, __nn::NoBias> = &raw const whole
                    .digit;
            };
            <__nn::Dense<
                T,
                784,
                128,
            > as __nn::Parameters<T>>::tensors(&name.join("hidden"), visit);
            <__nn::Dense<
                T,
                128,
                10,
                __nn::NoBias,
            > as __nn::Parameters<T>>::tensors(&name.join("digit"), visit);
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
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 784, 128> as __nn::Layer<T>>::DRAWS,
                <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::DRAWS,
                <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            input: &[[[T; 28]; 28]; 1],
            output: &mut [T; 10],
            scratch: &mut [T],
        ) {
            let (even, _, scratch) = __nn::two_buffers(scratch, 128, 0);
            let relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(even);
            __nn::Dense::forward_activated(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                simd,
                <__nn::D1<
                    784,
                > as __nn::Shape>::view(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(input),
                ),
                relu1,
            );
            __nn::Dense::forward_activated(
                &self.digit,
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                simd,
                relu1,
                output,
            );
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            noise: __nn::Noise,
            input: &[[[T; 28]; 28]; 1],
            output: &mut [T; 10],
            cache: &mut [T],
            scratch: &mut [T],
        ) {
            let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::split_mut(cache);
            let (digit, cache) = <__nn::D1<10> as __nn::Shape>::split_mut(cache);
            let (digit_cache, cache) = cache
                .split_at_mut(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE,
                );
            let (leaky_relu1_cache, _) = cache
                .split_at_mut(<__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                simd,
                <__nn::D1<
                    784,
                > as __nn::Shape>::view(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(input),
                ),
                relu1,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.digit,
                simd,
                __nn::noise::<T, __nn::Dense<T, 128, 10, __nn::NoBias>>(noise, 3),
                relu1,
                digit,
                digit_cache,
                scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                simd,
                __nn::noise::<T, __nn::LeakyRelu<__nn::D1<10>>>(noise, 4),
                digit,
                output,
                leaky_relu1_cache,
                scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            record: __nn::Record<'_, [[[T; 28]; 28]; 1], [T; 10], T>,
            dy: &[T; 10],
            dx: ::core::option::Option<&mut [[[T; 28]; 28]; 1]>,
            grad: &mut Self,
            scratch: &mut [T],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::split(cache);
            let (digit, cache) = <__nn::D1<10> as __nn::Shape>::split(cache);
            let (digit_cache, cache) = cache
                .split_at(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE,
                );
            let (leaky_relu1_cache, _) = cache
                .split_at(<__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE);
            let (even, odd, scratch) = __nn::two_buffers(scratch, 128, 16);
            let d_digit = <__nn::D1<10> as __nn::Shape>::view_mut(odd);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                simd,
                __nn::Record {
                    x: digit,
                    y: output,
                    cache: leaky_relu1_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_digit),
                &mut __nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                scratch,
            );
            let d_relu1 = <__nn::D1<128> as __nn::Shape>::view_mut(even);
            __nn::Layer::<
                T,
            >::backward(
                &self.digit,
                simd,
                __nn::Record {
                    x: relu1,
                    y: digit,
                    cache: digit_cache,
                },
                d_digit,
                ::core::option::Option::Some(&mut *d_relu1),
                &mut grad.digit,
                scratch,
            );
            __nn::Relu::<
                __nn::D1<128>,
            >::backward_in_place::<
                T,
                _,
            >(&__nn::Relu::<__nn::D1<128>>::new(), simd, relu1, &mut *d_relu1);
            __nn::Layer::<
                T,
            >::backward(
                &self.hidden,
                simd,
                __nn::Record {
                    x: <__nn::D1<
                        784,
                    > as __nn::Shape>::view(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat(input),
                    ),
                    y: relu1,
                    cache: &[],
                },
                d_relu1,
                dx
                    .map(|dx| <__nn::D1<
                        784,
                    > as __nn::Shape>::view_mut(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_mut(dx),
                    )),
                &mut grad.hidden,
                scratch,
            );
        }
        fn forward_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            output: &mut [[<T as __nn::Number>::Lanes; 10]],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (even, _, scratch) = __nn::two_buffers(
                scratch,
                128 * blocks,
                0 * blocks,
            );
            let relu1 = <__nn::D1<128> as __nn::Shape>::views_mut(even, blocks);
            __nn::Dense::forward_activated_blocks(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                pass,
                <__nn::D1<
                    784,
                > as __nn::Shape>::all(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(input),
                ),
                relu1,
            );
            __nn::Dense::forward_activated_blocks(
                &self.digit,
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                pass,
                relu1,
                output,
            );
        }
        fn forward_train_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            output: &mut [[<T as __nn::Number>::Lanes; 10]],
            cache: &mut [<T as __nn::Number>::Lanes],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (relu1, cache) = <__nn::D1<
                128,
            > as __nn::Shape>::splits_mut(cache, blocks);
            let (digit, cache) = <__nn::D1<
                10,
            > as __nn::Shape>::splits_mut(cache, blocks);
            let (digit_cache, cache) = cache
                .split_at_mut(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE
                        * blocks,
                );
            let (leaky_relu1_cache, _) = cache
                .split_at_mut(
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE * blocks,
                );
            __nn::Dense::forward_train_activated_blocks(
                &self.hidden,
                &__nn::Relu::<__nn::D1<128>>::new(),
                pass,
                <__nn::D1<
                    784,
                > as __nn::Shape>::all(
                    <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(input),
                ),
                relu1,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.digit,
                &__nn::pass::<T, __nn::Dense<T, 128, 10, __nn::NoBias>>(pass, 3),
                relu1,
                digit,
                digit_cache,
                scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                &__nn::pass::<T, __nn::LeakyRelu<__nn::D1<10>>>(pass, 4),
                digit,
                output,
                leaky_relu1_cache,
                scratch,
            );
        }
        fn backward_blocks(
            &self,
            pass: &__nn::Pass,
            record: __nn::Record<
                '_,
                [[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
                [[<T as __nn::Number>::Lanes; 10]],
                <T as __nn::Number>::Lanes,
            >,
            dy: &[[<T as __nn::Number>::Lanes; 10]],
            dx: ::core::option::Option<
                &mut [[[[<T as __nn::Number>::Lanes; 28]; 28]; 1]],
            >,
            grad: &mut Self,
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let blocks = input.len();
            let (relu1, cache) = <__nn::D1<128> as __nn::Shape>::splits(cache, blocks);
            let (digit, cache) = <__nn::D1<10> as __nn::Shape>::splits(cache, blocks);
            let (digit_cache, cache) = cache
                .split_at(
                    <__nn::Dense<T, 128, 10, __nn::NoBias> as __nn::Layer<T>>::CACHE
                        * blocks,
                );
            let (leaky_relu1_cache, _) = cache
                .split_at(
                    <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::CACHE * blocks,
                );
            let (even, odd, scratch) = __nn::two_buffers(
                scratch,
                128 * blocks,
                16 * blocks,
            );
            let d_digit = <__nn::D1<10> as __nn::Shape>::views_mut(odd, blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                pass,
                __nn::Record {
                    x: digit,
                    y: output,
                    cache: leaky_relu1_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_digit),
                &mut __nn::LeakyRelu::<__nn::D1<10>>::new(0.1),
                scratch,
            );
            let d_relu1 = <__nn::D1<128> as __nn::Shape>::views_mut(even, blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.digit,
                pass,
                __nn::Record {
                    x: relu1,
                    y: digit,
                    cache: digit_cache,
                },
                d_digit,
                ::core::option::Option::Some(&mut *d_relu1),
                &mut grad.digit,
                scratch,
            );
            __nn::Relu::<
                __nn::D1<128>,
            >::backward_in_place_blocks::<
                T,
            >(&__nn::Relu::<__nn::D1<128>>::new(), pass, relu1, &mut *d_relu1);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.hidden,
                pass,
                __nn::Record {
                    x: <__nn::D1<
                        784,
                    > as __nn::Shape>::all(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all(input),
                    ),
                    y: relu1,
                    cache: &[],
                },
                d_relu1,
                dx
                    .map(|dx| <__nn::D1<
                        784,
                    > as __nn::Shape>::all_mut(
                        <__nn::D3<1, 28, 28, 784> as __nn::Shape>::flat_all_mut(dx),
                    )),
                &mut grad.hidden,
                scratch,
            );
        }
        fn init(&mut self, rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.hidden, rng);
            __nn::fill::<T, _>(&mut self.digit, __nn::Init::HeNormal, rng);
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
            },
            __nn::LayerInfo {
                name: "",
                kind: "Relu",
                output: <__nn::D1<128> as __nn::Shape>::DIMS,
                parameters: <__nn::Relu<
                    __nn::D1<128>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Relu<__nn::D1<128>> as __nn::Layer<T>>::MACS,
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
            },
            __nn::LayerInfo {
                name: "",
                kind: "LeakyRelu(slope = 0.1)",
                output: <__nn::D1<10> as __nn::Shape>::DIMS,
                parameters: <__nn::LeakyRelu<
                    __nn::D1<10>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::LeakyRelu<__nn::D1<10>> as __nn::Layer<T>>::MACS,
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
    }
};
