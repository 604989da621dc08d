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
#[repr(C)]
pub(crate) struct NetBody1<T = ::core::primitive::f32> {
    /// `Dense(4 -> 8)`
    pub dense1: static_nn::__private::Dense<T, 4, 8>,
    /// `Dense(8 -> 4)`
    pub dense2: static_nn::__private::Dense<T, 8, 4>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for NetBody1<T> {
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
        fn tensors(
            name: &__nn::Path<'_>,
            visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |whole: &Self| {
                let _: *const __nn::Dense<T, 4, 8> = &raw const whole.dense1;
                let _: *const __nn::Dense<T, 8, 4> = &raw const whole.dense2;
            };
            <__nn::Dense<
                T,
                4,
                8,
            > as __nn::Parameters<T>>::tensors(&name.join("dense1"), visit);
            <__nn::Dense<
                T,
                8,
                4,
            > as __nn::Parameters<T>>::tensors(&name.join("dense2"), visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for NetBody1<T> {
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
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            input: &[T; 4],
            output: &mut [T; 4],
            scratch: &mut [T],
        ) {
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(even);
            __nn::Dense::forward_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                simd,
                input,
                tanh1,
            );
            __nn::Layer::<T>::forward(&self.dense2, simd, tanh1, output, scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            noise: __nn::Noise,
            input: &[T; 4],
            output: &mut [T; 4],
            cache: &mut [T],
            scratch: &mut [T],
        ) {
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::split_mut(cache);
            let (dense2_cache, _) = cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                simd,
                input,
                tanh1,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense2,
                simd,
                __nn::noise::<T, __nn::Dense<T, 8, 4>>(noise, 2),
                tanh1,
                output,
                dense2_cache,
                scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            record: __nn::Record<'_, [T; 4], [T; 4], T>,
            dy: &[T; 4],
            dx: ::core::option::Option<&mut [T; 4]>,
            grad: &mut Self,
            scratch: &mut [T],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::split(cache);
            let (dense2_cache, _) = cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let d_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(even);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense2,
                simd,
                __nn::Record {
                    x: tanh1,
                    y: output,
                    cache: dense2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_tanh1),
                &mut grad.dense2,
                scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place::<
                T,
                _,
            >(&__nn::Tanh::<__nn::D1<8>>::new(), simd, tanh1, &mut *d_tanh1);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                simd,
                __nn::Record {
                    x: input,
                    y: tanh1,
                    cache: &[],
                },
                d_tanh1,
                dx,
                &mut grad.dense1,
                scratch,
            );
        }
        fn forward_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let tanh1 = <__nn::D1<8> as __nn::Shape>::views_mut(even, blocks);
            __nn::Dense::forward_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                pass,
                input,
                tanh1,
            );
            __nn::Layer::<T>::forward_blocks(&self.dense2, pass, tanh1, output, scratch);
        }
        fn forward_train_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            cache: &mut [<T as __nn::Number>::Lanes],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::splits_mut(cache, blocks);
            let (dense2_cache, _) = cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * blocks);
            __nn::Dense::forward_train_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                pass,
                input,
                tanh1,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense2,
                &__nn::pass::<T, __nn::Dense<T, 8, 4>>(pass, 2),
                tanh1,
                output,
                dense2_cache,
                scratch,
            );
        }
        fn backward_blocks(
            &self,
            pass: &__nn::Pass,
            record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            dy: &[[<T as __nn::Number>::Lanes; 4]],
            dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            grad: &mut Self,
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let blocks = input.len();
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::splits(cache, blocks);
            let (dense2_cache, _) = cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * blocks);
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let d_tanh1 = <__nn::D1<8> as __nn::Shape>::views_mut(even, blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense2,
                pass,
                __nn::Record {
                    x: tanh1,
                    y: output,
                    cache: dense2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_tanh1),
                &mut grad.dense2,
                scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place_blocks::<
                T,
            >(&__nn::Tanh::<__nn::D1<8>>::new(), pass, tanh1, &mut *d_tanh1);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense1,
                pass,
                __nn::Record {
                    x: input,
                    y: tanh1,
                    cache: &[],
                },
                d_tanh1,
                dx,
                &mut grad.dense1,
                scratch,
            );
        }
        fn init(&mut self, rng: &mut __nn::Rng) {
            __nn::fill::<T, _>(&mut self.dense1, __nn::Nonlinearity::Tanh.init(), rng);
            __nn::Layer::<T>::init(&mut self.dense2, rng);
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
#[repr(C)]
pub(crate) struct NetBody2<T = ::core::primitive::f32> {
    /// `Dense(4 -> 8)`
    pub dense1: static_nn::__private::Dense<T, 4, 8>,
    /// `Dense(8 -> 4)`
    pub dense2: static_nn::__private::Dense<T, 8, 4>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for NetBody2<T> {
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
        fn tensors(
            name: &__nn::Path<'_>,
            visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |whole: &Self| {
                let _: *const __nn::Dense<T, 4, 8> = &raw const whole.dense1;
                let _: *const __nn::Dense<T, 8, 4> = &raw const whole.dense2;
            };
            <__nn::Dense<
                T,
                4,
                8,
            > as __nn::Parameters<T>>::tensors(&name.join("dense1"), visit);
            <__nn::Dense<
                T,
                8,
                4,
            > as __nn::Parameters<T>>::tensors(&name.join("dense2"), visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for NetBody2<T> {
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
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<__nn::D1<8>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 8, 4> as __nn::Layer<T>>::DRAWS,
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            input: &[T; 4],
            output: &mut [T; 4],
            scratch: &mut [T],
        ) {
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(even);
            __nn::Dense::forward_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                simd,
                input,
                tanh1,
            );
            __nn::Layer::<T>::forward(&self.dense2, simd, tanh1, output, scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            noise: __nn::Noise,
            input: &[T; 4],
            output: &mut [T; 4],
            cache: &mut [T],
            scratch: &mut [T],
        ) {
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::split_mut(cache);
            let (dense2_cache, _) = cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            __nn::Dense::forward_train_activated(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                simd,
                input,
                tanh1,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense2,
                simd,
                __nn::noise::<T, __nn::Dense<T, 8, 4>>(noise, 2),
                tanh1,
                output,
                dense2_cache,
                scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            record: __nn::Record<'_, [T; 4], [T; 4], T>,
            dy: &[T; 4],
            dx: ::core::option::Option<&mut [T; 4]>,
            grad: &mut Self,
            scratch: &mut [T],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::split(cache);
            let (dense2_cache, _) = cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE);
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let d_tanh1 = <__nn::D1<8> as __nn::Shape>::view_mut(even);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense2,
                simd,
                __nn::Record {
                    x: tanh1,
                    y: output,
                    cache: dense2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_tanh1),
                &mut grad.dense2,
                scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place::<
                T,
                _,
            >(&__nn::Tanh::<__nn::D1<8>>::new(), simd, tanh1, &mut *d_tanh1);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                simd,
                __nn::Record {
                    x: input,
                    y: tanh1,
                    cache: &[],
                },
                d_tanh1,
                dx,
                &mut grad.dense1,
                scratch,
            );
        }
        fn forward_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let tanh1 = <__nn::D1<8> as __nn::Shape>::views_mut(even, blocks);
            __nn::Dense::forward_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                pass,
                input,
                tanh1,
            );
            __nn::Layer::<T>::forward_blocks(&self.dense2, pass, tanh1, output, scratch);
        }
        fn forward_train_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            cache: &mut [<T as __nn::Number>::Lanes],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::splits_mut(cache, blocks);
            let (dense2_cache, _) = cache
                .split_at_mut(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * blocks);
            __nn::Dense::forward_train_activated_blocks(
                &self.dense1,
                &__nn::Tanh::<__nn::D1<8>>::new(),
                pass,
                input,
                tanh1,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense2,
                &__nn::pass::<T, __nn::Dense<T, 8, 4>>(pass, 2),
                tanh1,
                output,
                dense2_cache,
                scratch,
            );
        }
        fn backward_blocks(
            &self,
            pass: &__nn::Pass,
            record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            dy: &[[<T as __nn::Number>::Lanes; 4]],
            dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            grad: &mut Self,
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let blocks = input.len();
            let (tanh1, cache) = <__nn::D1<8> as __nn::Shape>::splits(cache, blocks);
            let (dense2_cache, _) = cache
                .split_at(<__nn::Dense<T, 8, 4> as __nn::Layer<T>>::CACHE * blocks);
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let d_tanh1 = <__nn::D1<8> as __nn::Shape>::views_mut(even, blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense2,
                pass,
                __nn::Record {
                    x: tanh1,
                    y: output,
                    cache: dense2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_tanh1),
                &mut grad.dense2,
                scratch,
            );
            __nn::Tanh::<
                __nn::D1<8>,
            >::backward_in_place_blocks::<
                T,
            >(&__nn::Tanh::<__nn::D1<8>>::new(), pass, tanh1, &mut *d_tanh1);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.dense1,
                pass,
                __nn::Record {
                    x: input,
                    y: tanh1,
                    cache: &[],
                },
                d_tanh1,
                dx,
                &mut grad.dense1,
                scratch,
            );
        }
        fn init(&mut self, rng: &mut __nn::Rng) {
            __nn::fill::<T, _>(&mut self.dense1, __nn::Nonlinearity::Tanh.init(), rng);
            __nn::Layer::<T>::init(&mut self.dense2, rng);
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
#[repr(C)]
pub(crate) struct Net<T = ::core::primitive::f32> {
    /// `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }`
    pub body_1: static_nn::__private::Residual<NetBody1<T>>,
    /// `Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }`
    pub body_2: static_nn::__private::Residual<NetBody2<T>>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<NetBody1<T>> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Residual<NetBody2<T>> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<NetBody1<T>> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Residual<NetBody2<T>> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        fn tensors(
            name: &__nn::Path<'_>,
            visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |whole: &Self| {
                let _: *const __nn::Residual<NetBody1<T>> = &raw const whole.body_1;
                let _: *const __nn::Residual<NetBody2<T>> = &raw const whole.body_2;
            };
            <__nn::Residual<
                NetBody1<T>,
            > as __nn::Parameters<T>>::tensors(&name.join("body_1"), visit);
            <__nn::Residual<
                NetBody2<T>,
            > as __nn::Parameters<T>>::tensors(&name.join("body_2"), visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<4>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                4,
                <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::CACHE,
                <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = 16 + 0
            + __nn::max(
                &[
                    <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::MACS,
                <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::COUPLED,
                <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::DRAWS,
                <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::DRAWS,
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            input: &[T; 4],
            output: &mut [T; 4],
            scratch: &mut [T],
        ) {
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let body_1 = <__nn::D1<4> as __nn::Shape>::view_mut(even);
            __nn::Layer::<T>::forward(&self.body_1, simd, input, body_1, scratch);
            __nn::Layer::<T>::forward(&self.body_2, simd, body_1, output, scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            noise: __nn::Noise,
            input: &[T; 4],
            output: &mut [T; 4],
            cache: &mut [T],
            scratch: &mut [T],
        ) {
            let (body_1, cache) = <__nn::D1<4> as __nn::Shape>::split_mut(cache);
            let (body_1_cache, cache) = cache
                .split_at_mut(<__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::CACHE);
            let (body_2_cache, _) = cache
                .split_at_mut(<__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.body_1,
                simd,
                __nn::noise::<T, __nn::Residual<NetBody1<T>>>(noise, 0),
                input,
                body_1,
                body_1_cache,
                scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.body_2,
                simd,
                __nn::noise::<T, __nn::Residual<NetBody2<T>>>(noise, 1),
                body_1,
                output,
                body_2_cache,
                scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            simd: __NnS,
            record: __nn::Record<'_, [T; 4], [T; 4], T>,
            dy: &[T; 4],
            dx: ::core::option::Option<&mut [T; 4]>,
            grad: &mut Self,
            scratch: &mut [T],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let (body_1, cache) = <__nn::D1<4> as __nn::Shape>::split(cache);
            let (body_1_cache, cache) = cache
                .split_at(<__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::CACHE);
            let (body_2_cache, _) = cache
                .split_at(<__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::CACHE);
            let (even, _, scratch) = __nn::two_buffers(scratch, 16, 0);
            let d_body_1 = <__nn::D1<4> as __nn::Shape>::view_mut(even);
            __nn::Layer::<
                T,
            >::backward(
                &self.body_2,
                simd,
                __nn::Record {
                    x: body_1,
                    y: output,
                    cache: body_2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_body_1),
                &mut grad.body_2,
                scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.body_1,
                simd,
                __nn::Record {
                    x: input,
                    y: body_1,
                    cache: body_1_cache,
                },
                d_body_1,
                dx,
                &mut grad.body_1,
                scratch,
            );
        }
        fn forward_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let body_1 = <__nn::D1<4> as __nn::Shape>::views_mut(even, blocks);
            __nn::Layer::<T>::forward_blocks(&self.body_1, pass, input, body_1, scratch);
            __nn::Layer::<
                T,
            >::forward_blocks(&self.body_2, pass, body_1, output, scratch);
        }
        fn forward_train_blocks(
            &self,
            pass: &__nn::Pass,
            input: &[[<T as __nn::Number>::Lanes; 4]],
            output: &mut [[<T as __nn::Number>::Lanes; 4]],
            cache: &mut [<T as __nn::Number>::Lanes],
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let blocks = input.len();
            let (body_1, cache) = <__nn::D1<
                4,
            > as __nn::Shape>::splits_mut(cache, blocks);
            let (body_1_cache, cache) = cache
                .split_at_mut(
                    <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::CACHE * blocks,
                );
            let (body_2_cache, _) = cache
                .split_at_mut(
                    <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::CACHE * blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.body_1,
                &__nn::pass::<T, __nn::Residual<NetBody1<T>>>(pass, 0),
                input,
                body_1,
                body_1_cache,
                scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.body_2,
                &__nn::pass::<T, __nn::Residual<NetBody2<T>>>(pass, 1),
                body_1,
                output,
                body_2_cache,
                scratch,
            );
        }
        fn backward_blocks(
            &self,
            pass: &__nn::Pass,
            record: __nn::Record<
                '_,
                [[<T as __nn::Number>::Lanes; 4]],
                [[<T as __nn::Number>::Lanes; 4]],
                <T as __nn::Number>::Lanes,
            >,
            dy: &[[<T as __nn::Number>::Lanes; 4]],
            dx: ::core::option::Option<&mut [[<T as __nn::Number>::Lanes; 4]]>,
            grad: &mut Self,
            scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: input, y: output, cache } = record;
            let blocks = input.len();
            let (body_1, cache) = <__nn::D1<4> as __nn::Shape>::splits(cache, blocks);
            let (body_1_cache, cache) = cache
                .split_at(
                    <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::CACHE * blocks,
                );
            let (body_2_cache, _) = cache
                .split_at(
                    <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::CACHE * blocks,
                );
            let (even, _, scratch) = __nn::two_buffers(scratch, 16 * blocks, 0 * blocks);
            let d_body_1 = <__nn::D1<4> as __nn::Shape>::views_mut(even, blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.body_2,
                pass,
                __nn::Record {
                    x: body_1,
                    y: output,
                    cache: body_2_cache,
                },
                dy,
                ::core::option::Option::Some(&mut *d_body_1),
                &mut grad.body_2,
                scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.body_1,
                pass,
                __nn::Record {
                    x: input,
                    y: body_1,
                    cache: body_1_cache,
                },
                d_body_1,
                dx,
                &mut grad.body_1,
                scratch,
            );
        }
        fn init(&mut self, rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.body_1, rng);
            __nn::Layer::<T>::init(&mut self.body_2, rng);
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
                    NetBody1<T>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Residual<NetBody1<T>> as __nn::Layer<T>>::MACS,
            },
            __nn::LayerInfo {
                name: "body_2",
                kind: "Residual { Dense(4 -> 8), Tanh, Dense(8 -> 4) }",
                output: <__nn::D1<4> as __nn::Shape>::DIMS,
                parameters: <__nn::Residual<
                    NetBody2<T>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Residual<NetBody2<T>> as __nn::Layer<T>>::MACS,
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
    }
};
