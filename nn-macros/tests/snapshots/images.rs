// pub struct Net {
//     input: [1, 9, 9],
//     conv: Conv2d(2, kernel = 3, bias = false), BatchNorm, Relu, MaxPool2d(2),
//     Conv2d(4, kernel = SIDE, padding = [0, 1], groups = 2), Tanh, GlobalAvgPool2d,
//     Dense(3),
// }

#[allow(non_upper_case_globals)]
const __NN_Net_1: ::core::primitive::usize = static_nn::__private::size(
    [SIDE],
    "`SIDE` is 0, and `kernel` cannot be 0\nhelp: the smallest is 1",
    "`SIDE` does not fit into memory\nhelp: the limit is 2^48 values",
);
#[allow(non_upper_case_globals)]
const __NN_Net_2: ::core::primitive::usize = static_nn::__private::told(
    static_nn::__private::windows([3, __NN_Net_1, 1, 0, 1]),
    &[],
    static_nn::__private::at_most(static_nn::__private::covered([__NN_Net_1, 1]), 3),
    &[
        "the kernel of `conv1` has ",
        " rows, but its image has 3\n[1, 9, 9] -> conv [2, 7, 7] -> MaxPool2d [2, 3, 3]\nhelp: write a smaller kernel, or add `padding`",
    ],
    &[__NN_Net_1],
);
#[allow(non_upper_case_globals)]
const __NN_Net_3: ::core::primitive::usize = static_nn::__private::told(
    static_nn::__private::windows([3, __NN_Net_1, 1, 1, 1]),
    &[__NN_Net_2],
    static_nn::__private::at_most(static_nn::__private::covered([__NN_Net_1, 1]), 5),
    &[
        "the kernel of `conv1` has ",
        " columns, but its image has 5, padding included\n[1, 9, 9] -> conv [2, 7, 7] -> MaxPool2d [2, 3, 3]\nhelp: write a smaller kernel, or more `padding`",
    ],
    &[__NN_Net_1],
);
#[allow(non_upper_case_globals)]
const __NN_Net_4: ::core::primitive::usize = static_nn::__private::fitting(
    __NN_Net_2,
    &[&[4, __NN_Net_2, __NN_Net_3]],
    "the output [4, 4 - SIDE, 6 - SIDE] of `conv1` does not fit into memory\nhelp: the limit is 2^48 values",
);
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[1, 9, 9]` | | |
/// | `conv`: `Conv2d(1 -> 2, kernel = 3, bias = false)` | `[2, 7, 7]` | 18 | 882 |
/// | `batch_norm1`: `BatchNorm` | `[2, 7, 7]` | 8 | 98 |
/// | `Relu` | `[2, 7, 7]` |  |  |
/// | `MaxPool2d(2)` | `[2, 3, 3]` |  |  |
/// | `conv1`: `Conv2d(2 -> 4, kernel = SIDE, padding = [0, 1], groups = 2)` | `[4, 4 - SIDE, 6 - SIDE]` | — | — |
/// | `Tanh` | `[4, 4 - SIDE, 6 - SIDE]` |  |  |
/// | `GlobalAvgPool2d` | `[4]` |  |  |
/// | `dense1`: `Dense(4 -> 3)` | `[3]` | 15 | 12 |
/// | **in all** | | — | — |
///
/// A window that does not fit is left out: `MaxPool2d(2)` makes `[2, 3, 3]` of `[2, 7, 7]`.
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net<T = ::core::primitive::f32> {
    /// `Conv2d(1 -> 2, kernel = 3, bias = false)`
    pub conv: static_nn::__private::Conv2d<
        T,
        static_nn::__private::D3<1, 9, 9, 81>,
        static_nn::__private::D3<2, 7, 7, 98>,
        static_nn::__private::Window<3, 3>,
        2,
        9,
        1,
        static_nn::__private::NoBias,
    >,
    /// `BatchNorm`
    pub batch_norm1: static_nn::__private::BatchNorm<
        T,
        2,
        { static_nn::__private::bits(0.00001) },
        { static_nn::__private::bits(0.1) },
        static_nn::__private::D3<2, 7, 7, 98>,
    >,
    /// `Conv2d(2 -> 4, kernel = SIDE, padding = [0, 1], groups = 2)`
    pub conv1: static_nn::__private::Conv2d<
        T,
        static_nn::__private::D3<2, 3, 3, 18>,
        static_nn::__private::D3<
            4,
            { __NN_Net_4 },
            { __NN_Net_3 },
            { 4 * __NN_Net_4 * __NN_Net_3 },
        >,
        static_nn::__private::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
        4,
        { __NN_Net_1 * __NN_Net_1 },
        2,
    >,
    /// `Dense(4 -> 3)`
    pub dense1: static_nn::__private::Dense<T, 4, 3>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "conv",
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                (
                    "batch_norm1",
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                (
                    "conv1",
                    <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                ("dense1", <__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > = &raw const __nn_whole.conv;
                let _: *const __nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > = &raw const __nn_whole.batch_norm1;
                let _: *const __nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > = &raw const __nn_whole.conv1;
                let _: *const __nn::Dense<T, 4, 3> = &raw const __nn_whole.dense1;
            };
            <__nn::Conv2d<
                T,
                __nn::D3<1, 9, 9, 81>,
                __nn::D3<2, 7, 7, 98>,
                __nn::Window<3, 3>,
                2,
                9,
                1,
                __nn::NoBias,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("conv"), __nn_visit);
            <__nn::BatchNorm<
                T,
                2,
                { __nn::bits(0.00001) },
                { __nn::bits(0.1) },
                __nn::D3<2, 7, 7, 98>,
            > as __nn::Parameters<
                T,
            >>::tensors(&__nn_name.join("batch_norm1"), __nn_visit);
            <__nn::Conv2d<
                T,
                __nn::D3<2, 3, 3, 18>,
                __nn::D3<
                    4,
                    { __NN_Net_4 },
                    { __NN_Net_3 },
                    { 4 * __NN_Net_4 * __NN_Net_3 },
                >,
                __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                4,
                { __NN_Net_1 * __NN_Net_1 },
                2,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("conv1"), __nn_visit);
            <__nn::Dense<
                T,
                4,
                3,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense1"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D3<1, 9, 9, 81>;
        type Output = __nn::D1<3>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                __nn::sum(&[316, 4 * __NN_Net_4 * __NN_Net_3]),
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::CACHE,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::CACHE,
                <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = __nn::max(
                &[98, 98, 4 * __NN_Net_4 * __NN_Net_3],
            )
            .next_multiple_of(16) + 112
            + __nn::max(
                &[
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Tanh<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = __nn::max(
                &[98, 98, 4 * __NN_Net_4 * __NN_Net_3],
            )
            .next_multiple_of(16) + 112
            + __nn::max(
                &[
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Relu<
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Tanh<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = __nn::max(
                &[98, 98, 4 * __NN_Net_4 * __NN_Net_3],
            )
            .next_multiple_of(16) + 112
            + __nn::max(
                &[
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Tanh<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::FRAMES,
                <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 8 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::MACS,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::MACS,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::MACS,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::COUPLED,
                <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::BLOCKS,
                <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::DRAWS,
                <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "conv: Conv2d(1 -> 2, kernel = 3, bias = false)",
                    plan: <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "BatchNorm",
                    plan: <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Relu",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Relu(__nn::functions::Relu::new()),
                    ),
                    parameters: <__nn::Relu<
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "MaxPool2d(2)",
                    plan: <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<2, 3, 3, 18> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Conv2d(2 -> 4, kernel = SIDE, padding = [0, 1], groups = 2)",
                    plan: <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    > as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Tanh",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Tanh(__nn::functions::Tanh::new()),
                    ),
                    parameters: <__nn::Tanh<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    > as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "GlobalAvgPool2d",
                    plan: <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<4> as __nn::Shape>::LEN,
                },
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
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[[[T; 9]; 9]; 1],
            __nn_output: &mut [T; 3],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[98, 98, 4 * __NN_Net_4 * __NN_Net_3]).next_multiple_of(16),
                112,
            );
            let __nn_conv = <__nn::D3<2, 7, 7, 98> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.conv, __nn_simd, __nn_input, __nn_conv, __nn_scratch);
            let __nn_batch_norm1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &self.batch_norm1,
                __nn_simd,
                __nn_conv,
                __nn_batch_norm1,
                __nn_scratch,
            );
            let __nn_relu1 = <__nn::D3<2, 7, 7, 98> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_simd,
                __nn_batch_norm1,
                __nn_relu1,
                __nn_scratch,
            );
            let __nn_max_pool1 = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_simd,
                __nn_relu1,
                __nn_max_pool1,
                __nn_scratch,
            );
            let __nn_tanh1 = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Conv2d::forward_activated(
                &self.conv1,
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn_max_pool1,
                __nn_tanh1,
                __nn_scratch,
            );
            let __nn_global_avg_pool1 = <__nn::D1<4> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn_tanh1,
                __nn_global_avg_pool1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward(
                &self.dense1,
                __nn_simd,
                __nn_global_avg_pool1,
                __nn_output,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[[[T; 9]; 9]; 1],
            __nn_output: &mut [T; 3],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_conv, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_batch_norm1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_relu1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_max_pool1, __nn_cache) = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_tanh1, __nn_cache) = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_global_avg_pool1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_conv_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_batch_norm1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::CACHE,
                );
            let (__nn_max_pool1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_global_avg_pool1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.conv,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_conv,
                __nn_conv_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.batch_norm1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    1,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_conv,
                __nn_batch_norm1,
                __nn_batch_norm1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_batch_norm1,
                __nn_relu1,
                __nn_relu1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    3,
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_max_pool1,
                __nn_max_pool1_cache,
                __nn_scratch,
            );
            __nn::Conv2d::forward_train_activated(
                &self.conv1,
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn_max_pool1,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    6,
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_global_avg_pool1,
                __nn_global_avg_pool1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    7,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_global_avg_pool1,
                __nn_output,
                __nn_dense1_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [[[T; 9]; 9]; 1], [T; 3], T>,
            __nn_dy: &[T; 3],
            __nn_dx: ::core::option::Option<&mut [[[T; 9]; 9]; 1]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_conv, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_batch_norm1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_relu1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_max_pool1, __nn_cache) = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_tanh1, __nn_cache) = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_global_avg_pool1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_conv_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_batch_norm1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::CACHE);
            let (__nn_max_pool1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_global_avg_pool1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[98, 98, 4 * __NN_Net_4 * __NN_Net_3]).next_multiple_of(16),
                112,
            );
            let __nn_d_global_avg_pool1 = <__nn::D1<
                4,
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                __nn_simd,
                __nn::Record {
                    x: __nn_global_avg_pool1,
                    y: __nn_output,
                    cache: __nn_dense1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_global_avg_pool1),
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
            let __nn_d_tanh1 = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_global_avg_pool1,
                    cache: __nn_global_avg_pool1_cache,
                },
                __nn_d_global_avg_pool1,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D3<
                    4,
                    { __NN_Net_4 },
                    { __NN_Net_3 },
                    { 4 * __NN_Net_4 * __NN_Net_3 },
                >,
            >::backward_in_place::<
                T,
                _,
            >(
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_simd,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            let __nn_d_max_pool1 = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &self.conv1,
                __nn_simd,
                __nn::Record {
                    x: __nn_max_pool1,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                ::core::option::Option::Some(&mut *__nn_d_max_pool1),
                &mut __nn_grad.conv1,
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_max_pool1,
                    cache: __nn_max_pool1_cache,
                },
                __nn_d_max_pool1,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_scratch,
            );
            let __nn_d_batch_norm1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_batch_norm1,
                    y: __nn_relu1,
                    cache: __nn_relu1_cache,
                },
                __nn_d_relu1,
                ::core::option::Option::Some(&mut *__nn_d_batch_norm1),
                &mut __nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_scratch,
            );
            let __nn_d_conv = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &self.batch_norm1,
                __nn_simd,
                __nn::Record {
                    x: __nn_conv,
                    y: __nn_batch_norm1,
                    cache: __nn_batch_norm1_cache,
                },
                __nn_d_batch_norm1,
                ::core::option::Option::Some(&mut *__nn_d_conv),
                &mut __nn_grad.batch_norm1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.conv,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_conv,
                    cache: __nn_conv_cache,
                },
                __nn_d_conv,
                __nn_dx,
                &mut __nn_grad.conv,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[[<T as __nn::Number>::Lanes; 9]; 9]; 1]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 3]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[98, 98, 4 * __NN_Net_4 * __NN_Net_3]).next_multiple_of(16)
                    * __nn_blocks,
                112 * __nn_blocks,
            );
            let __nn_conv = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.conv,
                __nn_pass,
                __nn_input,
                __nn_conv,
                __nn_scratch,
            );
            let __nn_batch_norm1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.batch_norm1,
                __nn_pass,
                __nn_conv,
                __nn_batch_norm1,
                __nn_scratch,
            );
            let __nn_relu1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_pass,
                __nn_batch_norm1,
                __nn_relu1,
                __nn_scratch,
            );
            let __nn_max_pool1 = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_pass,
                __nn_relu1,
                __nn_max_pool1,
                __nn_scratch,
            );
            let __nn_tanh1 = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Conv2d::forward_activated_blocks(
                &self.conv1,
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_pass,
                __nn_max_pool1,
                __nn_tanh1,
                __nn_scratch,
            );
            let __nn_global_avg_pool1 = <__nn::D1<
                4,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_pass,
                __nn_tanh1,
                __nn_global_avg_pool1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.dense1,
                __nn_pass,
                __nn_global_avg_pool1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[[<T as __nn::Number>::Lanes; 9]; 9]; 1]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 3]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_conv, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_batch_norm1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_relu1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_max_pool1, __nn_cache) = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_tanh1, __nn_cache) = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_global_avg_pool1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_conv_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_batch_norm1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_max_pool1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_global_avg_pool1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.conv,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_conv,
                __nn_conv_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.batch_norm1,
                &__nn::pass(
                    __nn_pass,
                    1,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_conv,
                __nn_batch_norm1,
                __nn_batch_norm1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_batch_norm1,
                __nn_relu1,
                __nn_relu1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                &__nn::pass(
                    __nn_pass,
                    3,
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_max_pool1,
                __nn_max_pool1_cache,
                __nn_scratch,
            );
            __nn::Conv2d::forward_train_activated_blocks(
                &self.conv1,
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_pass,
                __nn_max_pool1,
                __nn_tanh1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                &__nn::pass(
                    __nn_pass,
                    6,
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_tanh1,
                __nn_global_avg_pool1,
                __nn_global_avg_pool1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense1,
                &__nn::pass(
                    __nn_pass,
                    7,
                    <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_global_avg_pool1,
                __nn_output,
                __nn_dense1_cache,
                __nn_scratch,
            );
        }
        fn backward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_record: __nn::Record<
                '_,
                [[[[<T as __nn::Number>::Lanes; 9]; 9]; 1]],
                [[<T as __nn::Number>::Lanes; 3]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 3]],
            __nn_dx: ::core::option::Option<
                &mut [[[[<T as __nn::Number>::Lanes; 9]; 9]; 1]],
            >,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_conv, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_batch_norm1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_relu1, __nn_cache) = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_max_pool1, __nn_cache) = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_tanh1, __nn_cache) = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_global_avg_pool1, __nn_cache) = <__nn::D1<
                4,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_conv_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_batch_norm1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_max_pool1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_global_avg_pool1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 4, 3> as __nn::Layer<T>>::CACHE * __nn_blocks);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[98, 98, 4 * __NN_Net_4 * __NN_Net_3]).next_multiple_of(16)
                    * __nn_blocks,
                112 * __nn_blocks,
            );
            let __nn_d_global_avg_pool1 = <__nn::D1<
                4,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
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
                    x: __nn_global_avg_pool1,
                    y: __nn_output,
                    cache: __nn_dense1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_global_avg_pool1),
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
            let __nn_d_tanh1 = <__nn::D3<
                4,
                { __NN_Net_4 },
                { __NN_Net_3 },
                { 4 * __NN_Net_4 * __NN_Net_3 },
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_tanh1,
                    y: __nn_global_avg_pool1,
                    cache: __nn_global_avg_pool1_cache,
                },
                __nn_d_global_avg_pool1,
                ::core::option::Option::Some(&mut *__nn_d_tanh1),
                &mut __nn::GlobalAvgPool2d::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_scratch,
            );
            __nn::Tanh::<
                __nn::D3<
                    4,
                    { __NN_Net_4 },
                    { __NN_Net_3 },
                    { 4 * __NN_Net_4 * __NN_Net_3 },
                >,
            >::backward_in_place_blocks::<
                T,
            >(
                &__nn::Tanh::<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                >::new(),
                __nn_pass,
                __nn_tanh1,
                &mut *__nn_d_tanh1,
            );
            let __nn_d_max_pool1 = <__nn::D3<
                2,
                3,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.conv1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.conv1,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_max_pool1,
                    y: __nn_tanh1,
                    cache: &[],
                },
                __nn_d_tanh1,
                ::core::option::Option::Some(&mut *__nn_d_max_pool1),
                &mut __nn_grad.conv1,
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_max_pool1,
                    cache: __nn_max_pool1_cache,
                },
                __nn_d_max_pool1,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn::MaxPool2d::<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                >::new(),
                __nn_scratch,
            );
            let __nn_d_batch_norm1 = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_batch_norm1,
                    y: __nn_relu1,
                    cache: __nn_relu1_cache,
                },
                __nn_d_relu1,
                ::core::option::Option::Some(&mut *__nn_d_batch_norm1),
                &mut __nn::Relu::<__nn::D3<2, 7, 7, 98>>::new(),
                __nn_scratch,
            );
            let __nn_d_conv = <__nn::D3<
                2,
                7,
                7,
                98,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.batch_norm1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.batch_norm1,
                    <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_conv,
                    y: __nn_batch_norm1,
                    cache: __nn_batch_norm1_cache,
                },
                __nn_d_batch_norm1,
                ::core::option::Option::Some(&mut *__nn_d_conv),
                &mut __nn_grad.batch_norm1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.conv,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.conv,
                    <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_conv,
                    cache: __nn_conv_cache,
                },
                __nn_d_conv,
                __nn_dx,
                &mut __nn_grad.conv,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.conv, __nn_rng);
            __nn::Layer::<T>::init(&mut self.batch_norm1, __nn_rng);
            __nn::Layer::<T>::init(&mut self.conv1, __nn_rng);
            __nn::Layer::<T>::init(&mut self.dense1, __nn_rng);
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "conv",
                kind: "Conv2d(1 -> 2, kernel = 3, bias = false)",
                output: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::DIMS,
                parameters: <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Conv2d<
                    T,
                    __nn::D3<1, 9, 9, 81>,
                    __nn::D3<2, 7, 7, 98>,
                    __nn::Window<3, 3>,
                    2,
                    9,
                    1,
                    __nn::NoBias,
                > as __nn::Layer<T>>::MACS,
                values: 98
                    + <__nn::Conv2d<
                        T,
                        __nn::D3<1, 9, 9, 81>,
                        __nn::D3<2, 7, 7, 98>,
                        __nn::Window<3, 3>,
                        2,
                        9,
                        1,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "batch_norm1",
                kind: "BatchNorm",
                output: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::DIMS,
                parameters: <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::BatchNorm<
                    T,
                    2,
                    { __nn::bits(0.00001) },
                    { __nn::bits(0.1) },
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Layer<T>>::MACS,
                values: 98
                    + <__nn::BatchNorm<
                        T,
                        2,
                        { __nn::bits(0.00001) },
                        { __nn::bits(0.1) },
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Relu",
                output: <__nn::D3<2, 7, 7, 98> as __nn::Shape>::DIMS,
                parameters: <__nn::Relu<
                    __nn::D3<2, 7, 7, 98>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Relu<__nn::D3<2, 7, 7, 98>> as __nn::Layer<T>>::MACS,
                values: 98
                    + <__nn::Relu<
                        __nn::D3<2, 7, 7, 98>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "MaxPool2d(2)",
                output: <__nn::D3<2, 3, 3, 18> as __nn::Shape>::DIMS,
                parameters: <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::MaxPool2d<
                    __nn::D3<2, 7, 7, 98>,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::Window<2, 2, 2, 2>,
                > as __nn::Layer<T>>::MACS,
                values: 18
                    + <__nn::MaxPool2d<
                        __nn::D3<2, 7, 7, 98>,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::Window<2, 2, 2, 2>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "conv1",
                kind: "Conv2d(2 -> 4, kernel = SIDE, padding = [0, 1], groups = 2)",
                output: <__nn::D3<
                    4,
                    { __NN_Net_4 },
                    { __NN_Net_3 },
                    { 4 * __NN_Net_4 * __NN_Net_3 },
                > as __nn::Shape>::DIMS,
                parameters: <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Conv2d<
                    T,
                    __nn::D3<2, 3, 3, 18>,
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                    __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                    4,
                    { __NN_Net_1 * __NN_Net_1 },
                    2,
                > as __nn::Layer<T>>::MACS,
                values: 4 * __NN_Net_4 * __NN_Net_3
                    + <__nn::Conv2d<
                        T,
                        __nn::D3<2, 3, 3, 18>,
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                        __nn::Window<{ __NN_Net_1 }, { __NN_Net_1 }, 1, 1, 0, 1>,
                        4,
                        { __NN_Net_1 * __NN_Net_1 },
                        2,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Tanh",
                output: <__nn::D3<
                    4,
                    { __NN_Net_4 },
                    { __NN_Net_3 },
                    { 4 * __NN_Net_4 * __NN_Net_3 },
                > as __nn::Shape>::DIMS,
                parameters: <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::MACS,
                values: <__nn::Tanh<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "GlobalAvgPool2d",
                output: <__nn::D1<4> as __nn::Shape>::DIMS,
                parameters: <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::GlobalAvgPool2d<
                    __nn::D3<
                        4,
                        { __NN_Net_4 },
                        { __NN_Net_3 },
                        { 4 * __NN_Net_4 * __NN_Net_3 },
                    >,
                > as __nn::Layer<T>>::MACS,
                values: 4
                    + <__nn::GlobalAvgPool2d<
                        __nn::D3<
                            4,
                            { __NN_Net_4 },
                            { __NN_Net_3 },
                            { 4 * __NN_Net_4 * __NN_Net_3 },
                        >,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "dense1",
                kind: "Dense(4 -> 3)",
                output: <__nn::D1<3> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<T, 4, 3> as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::MACS,
                values: <__nn::Dense<T, 4, 3> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::D3 < 1, 9, 9, 81 >, __nn::D1 < 3 >
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
};
