// pub struct Net {
//     input: [6, 4],
//     fc: Dense(3), Relu,
//     Lstm(HIDDEN, bias = false), Softmax, Rnn(2, nonlinearity = relu),
//     Last, Dense(2),
// }

#[allow(non_upper_case_globals)]
const __NN_Net_1: ::core::primitive::usize = static_nn::__private::size(
    [HIDDEN],
    "`HIDDEN` is 0, and a size cannot be 0\nhelp: the smallest size is 1",
    "`HIDDEN` does not fit into memory\nhelp: the limit is 2^48 values",
);
#[allow(non_upper_case_globals)]
const __NN_Net_2: ::core::primitive::usize = static_nn::__private::fitting(
    __NN_Net_1,
    &[
        &[4, __NN_Net_1, 3],
        &[4, __NN_Net_1],
        &[4, __NN_Net_1, __NN_Net_1],
        &[4, __NN_Net_1],
    ],
    "`lstm1` with `Lstm(3 -> HIDDEN, bias = false)` does not fit into memory\nhelp: the limit is 2^48 values",
);
#[allow(non_upper_case_globals)]
const __NN_Net_3: ::core::primitive::usize = static_nn::__private::fitting(
    __NN_Net_2,
    &[&[6, __NN_Net_2]],
    "the output [6, HIDDEN] of `lstm1` does not fit into memory\nhelp: the limit is 2^48 values",
);
#[allow(non_upper_case_globals)]
const __NN_Net_4: ::core::primitive::usize = static_nn::__private::fitting(
    __NN_Net_3,
    &[&[2, __NN_Net_3], &[2], &[4], &[2]],
    "`rnn1` with `Rnn(HIDDEN -> 2, nonlinearity = relu)` does not fit into memory\nhelp: the limit is 2^48 values",
);
/// | layer | output | parameters | multiply-adds |
/// |---|---|--:|--:|
/// | input | `[6, 4]` | | |
/// | `fc`: `Dense(4 -> 3)` | `[6, 3]` | 15 | 72 |
/// | `Relu` | `[6, 3]` |  |  |
/// | `lstm1`: `Lstm(3 -> HIDDEN, bias = false)` | `[6, HIDDEN]` | — | — |
/// | `Softmax` | `[6, HIDDEN]` |  |  |
/// | `rnn1`: `Rnn(HIDDEN -> 2, nonlinearity = relu)` | `[6, 2]` | — | — |
/// | `Last` | `[2]` |  |  |
/// | `dense1`: `Dense(2 -> 2)` | `[2]` | 6 | 4 |
/// | **in all** | | — | — |
#[allow(unreachable_pub)]
#[repr(C)]
pub struct Net<T = ::core::primitive::f32> {
    /// `Dense(4 -> 3)`
    pub fc: static_nn::__private::EachStep<
        static_nn::__private::Dense<T, 4, 3>,
        static_nn::__private::D2<6, 4, 24>,
        static_nn::__private::D2<6, 3, 18>,
    >,
    /// `Lstm(3 -> HIDDEN, bias = false)`
    pub lstm1: static_nn::__private::Lstm<
        T,
        3,
        { __NN_Net_2 },
        { 4 * __NN_Net_2 },
        static_nn::__private::D2<6, 3, 18>,
        static_nn::__private::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
        static_nn::__private::NoBias,
    >,
    /// `Rnn(HIDDEN -> 2, nonlinearity = relu)`
    pub rnn1: static_nn::__private::ReluRnn<
        T,
        { __NN_Net_4 },
        2,
        2,
        static_nn::__private::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
        static_nn::__private::D2<6, 2, 12>,
    >,
    /// `Dense(2 -> 2)`
    pub dense1: static_nn::__private::Dense<T, 2, 2>,
}
const _: () = {
    #[allow(unused_imports)]
    use static_nn::__private as __nn;
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Net<T> {
        const PARAMETERS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Parameters<T>>::PARAMETERS,
                <__nn::Dense<T, 2, 2> as __nn::Parameters<T>>::PARAMETERS,
            ],
        );
        const STATISTICS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Parameters<T>>::STATISTICS,
                <__nn::Dense<T, 2, 2> as __nn::Parameters<T>>::STATISTICS,
            ],
        );
        const PARTS: __nn::Parts = __nn::Parts::Named(
            &[
                (
                    "fc",
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                (
                    "lstm1",
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                (
                    "rnn1",
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Parameters<T>>::PARTS,
                ),
                ("dense1", <__nn::Dense<T, 2, 2> as __nn::Parameters<T>>::PARTS),
            ],
        );
        fn tensors(
            __nn_name: &__nn::Path<'_>,
            __nn_visit: &mut dyn ::core::ops::FnMut(&__nn::Tensor<'_>),
        ) {
            let _ = |__nn_whole: &Self| {
                let _: *const __nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > = &raw const __nn_whole.fc;
                let _: *const __nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > = &raw const __nn_whole.lstm1;
                let _: *const __nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > = &raw const __nn_whole.rnn1;
                let _: *const __nn::Dense<T, 2, 2> = &raw const __nn_whole.dense1;
            };
            <__nn::EachStep<
                __nn::Dense<T, 4, 3>,
                __nn::D2<6, 4, 24>,
                __nn::D2<6, 3, 18>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("fc"), __nn_visit);
            <__nn::Lstm<
                T,
                3,
                { __NN_Net_2 },
                { 4 * __NN_Net_2 },
                __nn::D2<6, 3, 18>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                __nn::NoBias,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("lstm1"), __nn_visit);
            <__nn::ReluRnn<
                T,
                { __NN_Net_4 },
                2,
                2,
                __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                __nn::D2<6, 2, 12>,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("rnn1"), __nn_visit);
            <__nn::Dense<
                T,
                2,
                2,
            > as __nn::Parameters<T>>::tensors(&__nn_name.join("dense1"), __nn_visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Net<T> {
        type Input = __nn::D2<6, 4, 24>;
        type Output = __nn::D1<2>;
        const CACHE: ::core::primitive::usize = __nn::sum(
            &[
                __nn::sum(&[50, 6 * __NN_Net_3, 6 * __NN_Net_3]),
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::CACHE,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::CACHE,
                <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::CACHE,
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::CACHE,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::CACHE,
            ],
        );
        const SCRATCH: ::core::primitive::usize = __nn::max(&[18, 6 * __NN_Net_3, 12])
            .next_multiple_of(16)
            + __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::SCRATCH,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::SCRATCH,
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::SCRATCH,
                ],
            );
        const FORWARD_SCRATCH: ::core::primitive::usize = __nn::max(
                &[18, 6 * __NN_Net_3, 12],
            )
            .next_multiple_of(16)
            + __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::FORWARD_SCRATCH,
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::FORWARD_SCRATCH,
                ],
            );
        const BLOCK_SCRATCH: ::core::primitive::usize = __nn::max(
                &[18, 6 * __NN_Net_3, 12],
            )
            .next_multiple_of(16)
            + __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16)
            + __nn::max(
                &[
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::BLOCK_SCRATCH,
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::BLOCK_SCRATCH,
                ],
            );
        const FRAMES: ::core::primitive::usize = __nn::max(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::FRAMES,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::FRAMES,
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::FRAMES,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::FRAMES,
            ],
        ) + 7 * __nn::FRAME;
        const MACS: ::core::primitive::usize = __nn::sum(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::MACS,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::MACS,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::MACS,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::MACS,
            ],
        );
        const COUPLED: ::core::primitive::bool = __nn::any(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::COUPLED,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::COUPLED,
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::COUPLED,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::COUPLED,
            ],
        );
        const BLOCKS: ::core::primitive::usize = __nn::max(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::BLOCKS,
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::BLOCKS,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::BLOCKS,
            ],
        );
        const DRAWS: ::core::primitive::bool = __nn::any(
            &[
                <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::DRAWS,
                <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::DRAWS,
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::DRAWS,
                <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::DRAWS,
            ],
        );
        const WRITES: ::core::primitive::bool = true;
        const HEEDLESS: ::core::option::Option<&'static ::core::primitive::str> = __nn::heedless(
            &[
                (
                    "fc",
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                ("Relu", <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::HEEDLESS),
                (
                    "lstm1",
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                (
                    "Softmax",
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                (
                    "rnn1",
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::HEEDLESS,
                ),
                ("Last", <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::HEEDLESS),
                ("dense1", <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::HEEDLESS),
            ],
        );
        const PLAN: __nn::Plan = __nn::Plan::InOrder(
            &[
                __nn::Part {
                    written: "fc: Dense(4 -> 3)",
                    plan: <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<6, 3, 18> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Relu",
                    plan: __nn::Plan::EachValue(
                        __nn::Pointwise::Relu(__nn::functions::Relu::new()),
                    ),
                    parameters: <__nn::Relu<
                        __nn::D2<6, 3, 18>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<6, 3, 18> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Lstm(3 -> HIDDEN, bias = false)",
                    plan: <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<
                        6,
                        { __NN_Net_3 },
                        { 6 * __NN_Net_3 },
                    > as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Softmax",
                    plan: <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<
                        6,
                        { __NN_Net_3 },
                        { 6 * __NN_Net_3 },
                    > as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Rnn(HIDDEN -> 2, nonlinearity = relu)",
                    plan: <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D2<6, 2, 12> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Last",
                    plan: <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Last<
                        __nn::D2<6, 2, 12>,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<2> as __nn::Shape>::LEN,
                },
                __nn::Part {
                    written: "Dense(2 -> 2)",
                    plan: <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::PLAN,
                    parameters: <__nn::Dense<
                        T,
                        2,
                        2,
                    > as __nn::Parameters<T>>::PARAMETERS,
                    outputs: <__nn::D1<2> as __nn::Shape>::LEN,
                },
            ],
        );
        #[inline(always)]
        fn forward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_input: &[[T; 4]; 6],
            __nn_output: &mut [T; 2],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[18, 6 * __NN_Net_3, 12]).next_multiple_of(16),
                __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16),
            );
            let __nn_fc = <__nn::D2<6, 3, 18> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.fc, __nn_simd, __nn_input, __nn_fc, __nn_scratch);
            let __nn_relu1 = <__nn::D2<6, 3, 18> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_simd,
                __nn_fc,
                __nn_relu1,
                __nn_scratch,
            );
            let __nn_lstm1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.lstm1, __nn_simd, __nn_relu1, __nn_lstm1, __nn_scratch);
            let __nn_softmax1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_simd,
                __nn_lstm1,
                __nn_softmax1,
                __nn_scratch,
            );
            let __nn_rnn1 = <__nn::D2<6, 2, 12> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::forward(&self.rnn1, __nn_simd, __nn_softmax1, __nn_rnn1, __nn_scratch);
            let __nn_last1 = <__nn::D1<2> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::forward(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_simd,
                __nn_rnn1,
                __nn_last1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward(&self.dense1, __nn_simd, __nn_last1, __nn_output, __nn_scratch);
        }
        #[inline(always)]
        fn forward_train<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_noise: __nn::Noise,
            __nn_input: &[[T; 4]; 6],
            __nn_output: &mut [T; 2],
            __nn_cache: &mut [T],
            __nn_scratch: &mut [T],
        ) {
            let (__nn_fc, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_relu1, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_lstm1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_softmax1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_rnn1, __nn_cache) = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_last1, __nn_cache) = <__nn::D1<
                2,
            > as __nn::Shape>::split_mut(__nn_cache);
            let (__nn_fc_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at_mut(<__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::CACHE);
            let (__nn_lstm1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_softmax1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_rnn1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_last1_cache, __nn_cache) = __nn_cache
                .split_at_mut(<__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::CACHE);
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at_mut(<__nn::Dense<T, 2, 2> as __nn::Layer<T>>::CACHE);
            __nn::Layer::<
                T,
            >::forward_train(
                &self.fc,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    0,
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_fc,
                __nn_fc_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    1,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_fc,
                __nn_relu1,
                __nn_relu1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.lstm1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    2,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_lstm1,
                __nn_lstm1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    3,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_lstm1,
                __nn_softmax1,
                __nn_softmax1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.rnn1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    4,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_softmax1,
                __nn_rnn1,
                __nn_rnn1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    5,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_rnn1,
                __nn_last1,
                __nn_last1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train(
                &self.dense1,
                __nn_simd,
                __nn::noise(
                    __nn_noise,
                    6,
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_last1,
                __nn_output,
                __nn_dense1_cache,
                __nn_scratch,
            );
        }
        #[inline(always)]
        fn backward<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_record: __nn::Record<'_, [[T; 4]; 6], [T; 2], T>,
            __nn_dy: &[T; 2],
            __nn_dx: ::core::option::Option<&mut [[T; 4]; 6]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [T],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let (__nn_fc, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_relu1, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_lstm1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_softmax1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_rnn1, __nn_cache) = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_last1, __nn_cache) = <__nn::D1<
                2,
            > as __nn::Shape>::split(__nn_cache);
            let (__nn_fc_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::CACHE);
            let (__nn_lstm1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_softmax1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_rnn1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::CACHE,
                );
            let (__nn_last1_cache, __nn_cache) = __nn_cache
                .split_at(<__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::CACHE);
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 2, 2> as __nn::Layer<T>>::CACHE);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[18, 6 * __NN_Net_3, 12]).next_multiple_of(16),
                __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16),
            );
            let __nn_d_last1 = <__nn::D1<2> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &self.dense1,
                __nn_simd,
                __nn::Record {
                    x: __nn_last1,
                    y: __nn_output,
                    cache: __nn_dense1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_last1),
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
            let __nn_d_rnn1 = <__nn::D2<6, 2, 12> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_rnn1,
                    y: __nn_last1,
                    cache: __nn_last1_cache,
                },
                __nn_d_last1,
                ::core::option::Option::Some(&mut *__nn_d_rnn1),
                &mut __nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_scratch,
            );
            let __nn_d_softmax1 = <__nn::D2<
                6,
                { __NN_Net_4 },
                { 6 * __NN_Net_4 },
            > as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &self.rnn1,
                __nn_simd,
                __nn::Record {
                    x: __nn_softmax1,
                    y: __nn_rnn1,
                    cache: __nn_rnn1_cache,
                },
                __nn_d_rnn1,
                ::core::option::Option::Some(&mut *__nn_d_softmax1),
                &mut __nn_grad.rnn1,
                __nn_scratch,
            );
            let __nn_d_lstm1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_simd,
                __nn::Record {
                    x: __nn_lstm1,
                    y: __nn_softmax1,
                    cache: __nn_softmax1_cache,
                },
                __nn_d_softmax1,
                ::core::option::Option::Some(&mut *__nn_d_lstm1),
                &mut __nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D2<6, 3, 18> as __nn::Shape>::view_mut(__nn_odd);
            __nn::Layer::<
                T,
            >::backward(
                &self.lstm1,
                __nn_simd,
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_lstm1,
                    cache: __nn_lstm1_cache,
                },
                __nn_d_lstm1,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn_grad.lstm1,
                __nn_scratch,
            );
            let __nn_d_fc = <__nn::D2<6, 3, 18> as __nn::Shape>::view_mut(__nn_even);
            __nn::Layer::<
                T,
            >::backward(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_simd,
                __nn::Record {
                    x: __nn_fc,
                    y: __nn_relu1,
                    cache: __nn_relu1_cache,
                },
                __nn_d_relu1,
                ::core::option::Option::Some(&mut *__nn_d_fc),
                &mut __nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward(
                &self.fc,
                __nn_simd,
                __nn::Record {
                    x: __nn_input,
                    y: __nn_fc,
                    cache: __nn_fc_cache,
                },
                __nn_d_fc,
                __nn_dx,
                &mut __nn_grad.fc,
                __nn_scratch,
            );
        }
        fn forward_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[<T as __nn::Number>::Lanes; 4]; 6]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 2]],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[18, 6 * __NN_Net_3, 12]).next_multiple_of(16) * __nn_blocks,
                __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16) * __nn_blocks,
            );
            let __nn_fc = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(&self.fc, __nn_pass, __nn_input, __nn_fc, __nn_scratch);
            let __nn_relu1 = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_pass,
                __nn_fc,
                __nn_relu1,
                __nn_scratch,
            );
            let __nn_lstm1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.lstm1,
                __nn_pass,
                __nn_relu1,
                __nn_lstm1,
                __nn_scratch,
            );
            let __nn_softmax1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_pass,
                __nn_lstm1,
                __nn_softmax1,
                __nn_scratch,
            );
            let __nn_rnn1 = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.rnn1,
                __nn_pass,
                __nn_softmax1,
                __nn_rnn1,
                __nn_scratch,
            );
            let __nn_last1 = <__nn::D1<
                2,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::forward_blocks(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_pass,
                __nn_rnn1,
                __nn_last1,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_blocks(
                &self.dense1,
                __nn_pass,
                __nn_last1,
                __nn_output,
                __nn_scratch,
            );
        }
        fn forward_train_blocks(
            &self,
            __nn_pass: &__nn::Pass<'_>,
            __nn_input: &[[[<T as __nn::Number>::Lanes; 4]; 6]],
            __nn_output: &mut [[<T as __nn::Number>::Lanes; 2]],
            __nn_cache: &mut [<T as __nn::Number>::Lanes],
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn_blocks = __nn_input.len();
            let (__nn_fc, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_relu1, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_lstm1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_softmax1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_rnn1, __nn_cache) = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_last1, __nn_cache) = <__nn::D1<
                2,
            > as __nn::Shape>::splits_mut(__nn_cache, __nn_blocks);
            let (__nn_fc_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_lstm1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_softmax1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_rnn1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_last1_cache, __nn_cache) = __nn_cache
                .split_at_mut(
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at_mut(
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.fc,
                &__nn::pass(
                    __nn_pass,
                    0,
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_input,
                __nn_fc,
                __nn_fc_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                &__nn::pass(
                    __nn_pass,
                    1,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_fc,
                __nn_relu1,
                __nn_relu1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.lstm1,
                &__nn::pass(
                    __nn_pass,
                    2,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_relu1,
                __nn_lstm1,
                __nn_lstm1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                &__nn::pass(
                    __nn_pass,
                    3,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_lstm1,
                __nn_softmax1,
                __nn_softmax1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.rnn1,
                &__nn::pass(
                    __nn_pass,
                    4,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::DRAWS,
                ),
                __nn_softmax1,
                __nn_rnn1,
                __nn_rnn1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                &__nn::pass(
                    __nn_pass,
                    5,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_rnn1,
                __nn_last1,
                __nn_last1_cache,
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::forward_train_blocks(
                &self.dense1,
                &__nn::pass(
                    __nn_pass,
                    6,
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::DRAWS,
                ),
                __nn_last1,
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
                [[[<T as __nn::Number>::Lanes; 4]; 6]],
                [[<T as __nn::Number>::Lanes; 2]],
                <T as __nn::Number>::Lanes,
            >,
            __nn_dy: &[[<T as __nn::Number>::Lanes; 2]],
            __nn_dx: ::core::option::Option<&mut [[[<T as __nn::Number>::Lanes; 4]; 6]]>,
            __nn_grad: &mut Self,
            __nn_scratch: &mut [<T as __nn::Number>::Lanes],
        ) {
            let __nn::Record { x: __nn_input, y: __nn_output, cache: __nn_cache } = __nn_record;
            let __nn_blocks = __nn_input.len();
            let (__nn_fc, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_relu1, __nn_cache) = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_lstm1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_softmax1, __nn_cache) = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_rnn1, __nn_cache) = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_last1, __nn_cache) = <__nn::D1<
                2,
            > as __nn::Shape>::splits(__nn_cache, __nn_blocks);
            let (__nn_fc_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_relu1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_lstm1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_softmax1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_rnn1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::CACHE * __nn_blocks,
                );
            let (__nn_last1_cache, __nn_cache) = __nn_cache
                .split_at(
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::CACHE
                        * __nn_blocks,
                );
            let (__nn_dense1_cache, _) = __nn_cache
                .split_at(<__nn::Dense<T, 2, 2> as __nn::Layer<T>>::CACHE * __nn_blocks);
            let (__nn_even, __nn_odd, __nn_scratch) = __nn::two_buffers(
                __nn_scratch,
                __nn::max(&[18, 6 * __NN_Net_3, 12]).next_multiple_of(16) * __nn_blocks,
                __nn::max(&[18, 6 * __NN_Net_3, 2]).next_multiple_of(16) * __nn_blocks,
            );
            let __nn_d_last1 = <__nn::D1<
                2,
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
                    <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_last1,
                    y: __nn_output,
                    cache: __nn_dense1_cache,
                },
                __nn_dy,
                ::core::option::Option::Some(&mut *__nn_d_last1),
                &mut __nn_grad.dense1,
                __nn_scratch,
            );
            let __nn_d_rnn1 = <__nn::D2<
                6,
                2,
                12,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_rnn1,
                    y: __nn_last1,
                    cache: __nn_last1_cache,
                },
                __nn_d_last1,
                ::core::option::Option::Some(&mut *__nn_d_rnn1),
                &mut __nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_scratch,
            );
            let __nn_d_softmax1 = <__nn::D2<
                6,
                { __NN_Net_4 },
                { 6 * __NN_Net_4 },
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.rnn1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.rnn1,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_softmax1,
                    y: __nn_rnn1,
                    cache: __nn_rnn1_cache,
                },
                __nn_d_rnn1,
                ::core::option::Option::Some(&mut *__nn_d_softmax1),
                &mut __nn_grad.rnn1,
                __nn_scratch,
            );
            let __nn_d_lstm1 = <__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_pass,
                __nn::Record {
                    x: __nn_lstm1,
                    y: __nn_softmax1,
                    cache: __nn_softmax1_cache,
                },
                __nn_d_softmax1,
                ::core::option::Option::Some(&mut *__nn_d_lstm1),
                &mut __nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_scratch,
            );
            let __nn_d_relu1 = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_odd, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.lstm1,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.lstm1,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_relu1,
                    y: __nn_lstm1,
                    cache: __nn_lstm1_cache,
                },
                __nn_d_lstm1,
                ::core::option::Option::Some(&mut *__nn_d_relu1),
                &mut __nn_grad.lstm1,
                __nn_scratch,
            );
            let __nn_d_fc = <__nn::D2<
                6,
                3,
                18,
            > as __nn::Shape>::views_mut(__nn_even, __nn_blocks);
            __nn::Layer::<
                T,
            >::backward_blocks(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_pass,
                __nn::Record {
                    x: __nn_fc,
                    y: __nn_relu1,
                    cache: __nn_relu1_cache,
                },
                __nn_d_relu1,
                ::core::option::Option::Some(&mut *__nn_d_fc),
                &mut __nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_scratch,
            );
            __nn::Layer::<
                T,
            >::backward_blocks(
                &self.fc,
                &__nn::Pass::with_gradient::<
                    T,
                    _,
                >(
                    __nn_pass,
                    &mut __nn_grad.fc,
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::WRITES,
                ),
                __nn::Record {
                    x: __nn_input,
                    y: __nn_fc,
                    cache: __nn_fc_cache,
                },
                __nn_d_fc,
                __nn_dx,
                &mut __nn_grad.fc,
                __nn_scratch,
            );
        }
        fn init(&mut self, __nn_rng: &mut __nn::Rng) {
            __nn::Layer::<T>::init(&mut self.fc, __nn_rng);
            __nn::Layer::<T>::init(&mut self.lstm1, __nn_rng);
            __nn::Layer::<T>::init(&mut self.rnn1, __nn_rng);
            __nn::Layer::<T>::init(&mut self.dense1, __nn_rng);
        }
    }
    impl<T: __nn::Scalar> __nn::Stream<T> for Net<T>
    where
        __nn::EachStep<
            __nn::Dense<T, 4, 3>,
            __nn::D2<6, 4, 24>,
            __nn::D2<6, 3, 18>,
        >: __nn::Stream<T, Input = __nn::D2<6, 4, 24>, Output = __nn::D2<6, 3, 18>>,
        __nn::Relu<
            __nn::D2<6, 3, 18>,
        >: __nn::Stream<T, Input = __nn::D2<6, 3, 18>, Output = __nn::D2<6, 3, 18>>,
        __nn::Lstm<
            T,
            3,
            { __NN_Net_2 },
            { 4 * __NN_Net_2 },
            __nn::D2<6, 3, 18>,
            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
            __nn::NoBias,
        >: __nn::Stream<
            T,
            Input = __nn::D2<6, 3, 18>,
            Output = __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
        >,
        __nn::EachStep<
            __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
        >: __nn::Stream<
            T,
            Input = __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
            Output = __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
        >,
        __nn::ReluRnn<
            T,
            { __NN_Net_4 },
            2,
            2,
            __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
            __nn::D2<6, 2, 12>,
        >: __nn::Stream<
            T,
            Input = __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
            Output = __nn::D2<6, 2, 12>,
        >,
        __nn::Last<
            __nn::D2<6, 2, 12>,
        >: __nn::Stream<T, Input = __nn::D2<6, 2, 12>, Output = __nn::D1<2>>,
        __nn::Dense<T, 2, 2>: __nn::Stream<T, Input = __nn::D1<2>, Output = __nn::D1<2>>,
    {
        type State = __nn::Then<
            <__nn::EachStep<
                __nn::Dense<T, 4, 3>,
                __nn::D2<6, 4, 24>,
                __nn::D2<6, 3, 18>,
            > as __nn::Stream<T>>::State,
            __nn::Then<
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Stream<T>>::State,
                __nn::Then<
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Stream<T>>::State,
                    __nn::Then<
                        <__nn::EachStep<
                            __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        > as __nn::Stream<T>>::State,
                        __nn::Then<
                            <__nn::ReluRnn<
                                T,
                                { __NN_Net_4 },
                                2,
                                2,
                                __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                                __nn::D2<6, 2, 12>,
                            > as __nn::Stream<T>>::State,
                            __nn::Then<
                                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Stream<T>>::State,
                                <__nn::Dense<T, 2, 2> as __nn::Stream<T>>::State,
                            >,
                        >,
                    >,
                >,
            >,
        >;
        type Scratch = __nn::Then<
            <__nn::EachStep<
                __nn::Dense<T, 4, 3>,
                __nn::D2<6, 4, 24>,
                __nn::D2<6, 3, 18>,
            > as __nn::Stream<T>>::Scratch,
            __nn::Then<
                <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Stream<T>>::Scratch,
                __nn::Then<
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Stream<T>>::Scratch,
                    __nn::Then<
                        <__nn::EachStep<
                            __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        > as __nn::Stream<T>>::Scratch,
                        __nn::Then<
                            <__nn::ReluRnn<
                                T,
                                { __NN_Net_4 },
                                2,
                                2,
                                __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                                __nn::D2<6, 2, 12>,
                            > as __nn::Stream<T>>::Scratch,
                            __nn::Then<
                                <__nn::Last<
                                    __nn::D2<6, 2, 12>,
                                > as __nn::Stream<T>>::Scratch,
                                <__nn::Dense<T, 2, 2> as __nn::Stream<T>>::Scratch,
                            >,
                        >,
                    >,
                >,
            >,
        >;
        const RECEPTIVE_FIELD: ::core::primitive::usize = __nn::together(
            __nn::together(
                __nn::together(
                    __nn::together(
                        __nn::together(
                            __nn::together(
                                __nn::together(
                                    1,
                                    <__nn::EachStep<
                                        __nn::Dense<T, 4, 3>,
                                        __nn::D2<6, 4, 24>,
                                        __nn::D2<6, 3, 18>,
                                    > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                                ),
                                <__nn::Relu<
                                    __nn::D2<6, 3, 18>,
                                > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                            ),
                            <__nn::Lstm<
                                T,
                                3,
                                { __NN_Net_2 },
                                { 4 * __NN_Net_2 },
                                __nn::D2<6, 3, 18>,
                                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                                __nn::NoBias,
                            > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                        ),
                        <__nn::EachStep<
                            __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                            __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                    ),
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Stream<T>>::RECEPTIVE_FIELD,
                ),
                <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Stream<T>>::RECEPTIVE_FIELD,
            ),
            <__nn::Dense<T, 2, 2> as __nn::Stream<T>>::RECEPTIVE_FIELD,
        );
        const LATENCY: ::core::primitive::usize = 0
            + <__nn::EachStep<
                __nn::Dense<T, 4, 3>,
                __nn::D2<6, 4, 24>,
                __nn::D2<6, 3, 18>,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Stream<T>>::LATENCY
            + <__nn::Lstm<
                T,
                3,
                { __NN_Net_2 },
                { 4 * __NN_Net_2 },
                __nn::D2<6, 3, 18>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                __nn::NoBias,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::EachStep<
                __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::ReluRnn<
                T,
                { __NN_Net_4 },
                2,
                2,
                __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                __nn::D2<6, 2, 12>,
            > as __nn::Stream<T>>::LATENCY
            + <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Stream<T>>::LATENCY
            + <__nn::Dense<T, 2, 2> as __nn::Stream<T>>::LATENCY;
        const SEAMS: ::core::primitive::usize = __nn::sum(
            &[
                <<__nn::D1<2> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<6, 2, 12> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<
                    6,
                    { __NN_Net_3 },
                    { 6 * __NN_Net_3 },
                > as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<
                    6,
                    { __NN_Net_3 },
                    { 6 * __NN_Net_3 },
                > as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<6, 3, 18> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
                <<__nn::D2<6, 3, 18> as __nn::Streamed>::Frame as __nn::Shape>::LEN,
            ],
        )
            + __nn::max(
                &[
                    <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Stream<T>>::SEAMS,
                    <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Stream<T>>::SEAMS,
                    <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Stream<T>>::SEAMS,
                    <__nn::Dense<T, 2, 2> as __nn::Stream<T>>::SEAMS,
                ],
            );
        #[inline(always)]
        fn settle<__NnS: __nn::Simd>(__nn_simd: __NnS, __nn_state: &mut Self::State) {
            <__nn::EachStep<
                __nn::Dense<T, 4, 3>,
                __nn::D2<6, 4, 24>,
                __nn::D2<6, 3, 18>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.0);
            <__nn::Relu<
                __nn::D2<6, 3, 18>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.0);
            <__nn::Lstm<
                T,
                3,
                { __NN_Net_2 },
                { 4 * __NN_Net_2 },
                __nn::D2<6, 3, 18>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                __nn::NoBias,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1.0);
            <__nn::EachStep<
                __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1.1.0);
            <__nn::ReluRnn<
                T,
                { __NN_Net_4 },
                2,
                2,
                __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                __nn::D2<6, 2, 12>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1.1.1.0);
            <__nn::Last<
                __nn::D2<6, 2, 12>,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1.1.1.1.0);
            <__nn::Dense<
                T,
                2,
                2,
            > as __nn::Stream<T>>::settle(__nn_simd, &mut __nn_state.1.1.1.1.1.1);
        }
        #[inline(always)]
        fn step<__NnS: __nn::Simd>(
            &self,
            __nn_simd: __NnS,
            __nn_state: &mut Self::State,
            __nn_input: &<<__nn::D2<
                6,
                4,
                24,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T>,
            __nn_output: &mut <<__nn::D1<
                2,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T>,
            __nn_scratch: &mut Self::Scratch,
        ) {
            let mut __nn_seam0: <<__nn::D2<
                6,
                3,
                18,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &self.fc,
                __nn_simd,
                &mut __nn_state.0,
                __nn_input,
                &mut __nn_seam0,
                &mut __nn_scratch.0,
            );
            let mut __nn_seam1: <<__nn::D2<
                6,
                3,
                18,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &__nn::Relu::<__nn::D2<6, 3, 18>>::new(),
                __nn_simd,
                &mut __nn_state.1.0,
                &__nn_seam0,
                &mut __nn_seam1,
                &mut __nn_scratch.1.0,
            );
            let mut __nn_seam2: <<__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &self.lstm1,
                __nn_simd,
                &mut __nn_state.1.1.0,
                &__nn_seam1,
                &mut __nn_seam2,
                &mut __nn_scratch.1.1.0,
            );
            let mut __nn_seam3: <<__nn::D2<
                6,
                { __NN_Net_3 },
                { 6 * __NN_Net_3 },
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &__nn::EachStep::<
                    _,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                >::of(__nn::Softmax::<__nn::D1<{ __NN_Net_3 }>>::new()),
                __nn_simd,
                &mut __nn_state.1.1.1.0,
                &__nn_seam2,
                &mut __nn_seam3,
                &mut __nn_scratch.1.1.1.0,
            );
            let mut __nn_seam4: <<__nn::D2<
                6,
                2,
                12,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &self.rnn1,
                __nn_simd,
                &mut __nn_state.1.1.1.1.0,
                &__nn_seam3,
                &mut __nn_seam4,
                &mut __nn_scratch.1.1.1.1.0,
            );
            let mut __nn_seam5: <<__nn::D1<
                2,
            > as __nn::Streamed>::Frame as __nn::Shape>::Of<T> = __nn::zeroed();
            __nn::Stream::<
                T,
            >::step(
                &__nn::Last::<__nn::D2<6, 2, 12>>::new(),
                __nn_simd,
                &mut __nn_state.1.1.1.1.1.0,
                &__nn_seam4,
                &mut __nn_seam5,
                &mut __nn_scratch.1.1.1.1.1.0,
            );
            __nn::Stream::<
                T,
            >::step(
                &self.dense1,
                __nn_simd,
                &mut __nn_state.1.1.1.1.1.1,
                &__nn_seam5,
                __nn_output,
                &mut __nn_scratch.1.1.1.1.1.1,
            );
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Net<T> {
        const NAME: &'static ::core::primitive::str = "Net";
        const LAYERS: &'static [__nn::LayerInfo] = &[
            __nn::LayerInfo {
                name: "fc",
                kind: "Dense(4 -> 3)",
                output: <__nn::D2<6, 3, 18> as __nn::Shape>::DIMS,
                parameters: <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::EachStep<
                    __nn::Dense<T, 4, 3>,
                    __nn::D2<6, 4, 24>,
                    __nn::D2<6, 3, 18>,
                > as __nn::Layer<T>>::MACS,
                values: 18
                    + <__nn::EachStep<
                        __nn::Dense<T, 4, 3>,
                        __nn::D2<6, 4, 24>,
                        __nn::D2<6, 3, 18>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Relu",
                output: <__nn::D2<6, 3, 18> as __nn::Shape>::DIMS,
                parameters: <__nn::Relu<
                    __nn::D2<6, 3, 18>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::MACS,
                values: 18
                    + <__nn::Relu<__nn::D2<6, 3, 18>> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "lstm1",
                kind: "Lstm(3 -> HIDDEN, bias = false)",
                output: <__nn::D2<
                    6,
                    { __NN_Net_3 },
                    { 6 * __NN_Net_3 },
                > as __nn::Shape>::DIMS,
                parameters: <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Lstm<
                    T,
                    3,
                    { __NN_Net_2 },
                    { 4 * __NN_Net_2 },
                    __nn::D2<6, 3, 18>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::NoBias,
                > as __nn::Layer<T>>::MACS,
                values: 6 * __NN_Net_3
                    + <__nn::Lstm<
                        T,
                        3,
                        { __NN_Net_2 },
                        { 4 * __NN_Net_2 },
                        __nn::D2<6, 3, 18>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::NoBias,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Softmax",
                output: <__nn::D2<
                    6,
                    { __NN_Net_3 },
                    { 6 * __NN_Net_3 },
                > as __nn::Shape>::DIMS,
                parameters: <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::EachStep<
                    __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                > as __nn::Layer<T>>::MACS,
                values: 6 * __NN_Net_3
                    + <__nn::EachStep<
                        __nn::Softmax<__nn::D1<{ __NN_Net_3 }>>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                        __nn::D2<6, { __NN_Net_3 }, { 6 * __NN_Net_3 }>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "rnn1",
                kind: "Rnn(HIDDEN -> 2, nonlinearity = relu)",
                output: <__nn::D2<6, 2, 12> as __nn::Shape>::DIMS,
                parameters: <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::ReluRnn<
                    T,
                    { __NN_Net_4 },
                    2,
                    2,
                    __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                    __nn::D2<6, 2, 12>,
                > as __nn::Layer<T>>::MACS,
                values: 12
                    + <__nn::ReluRnn<
                        T,
                        { __NN_Net_4 },
                        2,
                        2,
                        __nn::D2<6, { __NN_Net_4 }, { 6 * __NN_Net_4 }>,
                        __nn::D2<6, 2, 12>,
                    > as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "",
                kind: "Last",
                output: <__nn::D1<2> as __nn::Shape>::DIMS,
                parameters: <__nn::Last<
                    __nn::D2<6, 2, 12>,
                > as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::MACS,
                values: 2
                    + <__nn::Last<__nn::D2<6, 2, 12>> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
            __nn::LayerInfo {
                name: "dense1",
                kind: "Dense(2 -> 2)",
                output: <__nn::D1<2> as __nn::Shape>::DIMS,
                parameters: <__nn::Dense<T, 2, 2> as __nn::Parameters<T>>::PARAMETERS,
                macs: <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::MACS,
                values: <__nn::Dense<T, 2, 2> as __nn::Layer<T>>::FORWARD_SCRATCH,
            },
        ];
    }
    __nn::inherent! {
        Net, __nn::D2 < 6, 4, 24 >, __nn::D1 < 2 >
    }
    impl<T: __nn::HasWeights> Net<T> {
        #[doc(hidden)]
        pub const EMBEDDED: &'static Self = __nn::no_weights();
    }
    __nn::inherent_stream! {
        Net
    }
};
