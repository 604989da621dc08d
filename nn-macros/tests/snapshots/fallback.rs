// pub struct Net {
//     input: [4],
//     fc1: Dense(8), Relu,
//     fc2: Dense(9 -> 3),
// }

::core::compile_error! {
    "`fc2` takes 9 inputs, but `fc1` before it produces 8\nhelp: write `Dense(8 -> 3)`, or `Dense(3)` to take the size from `fc1`"
}
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[4]` | | |
/// | `fc1`: `Dense(4 -> 8)` | `[8]` | 40 | 32 |
/// | `Relu` | `[8]` |  |  |
/// | `fc2`: `Dense(9 -> 3)` | `[3]` | 30 | 27 |
/// | **in all** | | 70 | 59 |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net<T = ::core::primitive::f32> {
    /// `Dense(4 -> 8)`
    pub fc1: static_nn::__private::Dense<T, 4, 8>,
    /// `Dense(9 -> 3)`
    pub fc2: static_nn::__private::Dense<T, 9, 3>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<T, 9, 3> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<T, 9, 3> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                ("fc1", <__nn::Dense<T, 4, 8> as __nn::Parameters<T>>::PARTS),
                ("fc2", <__nn::Dense<T, 9, 3> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Dense<T, 4, 8> = &raw const __nn_whole.fc1;
                let _: *const __nn::Dense<T, 9, 3> = &raw const __nn_whole.fc2;
            };
            <__nn::Dense<
                T,
                4,
                8,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("fc1"), __nn_visit);
            <__nn::Dense<
                T,
                9,
                3,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("fc2"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<3>;
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[T; 4],
            __nn_output: &mut [T; 3],
            __nn_scratch: &mut [T],
        ) {
            ::core::unreachable!()
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
            ::core::unreachable!()
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[];
    }
    __nn::inherent! {
        Net, __nn::D1 < 4 >, __nn::D1 < 3 >
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
