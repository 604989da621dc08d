// #[repr(C)]
// pub struct Gain<T, const N: usize>
// where
//     [T; N]: Sized,
// {
//     gain: [T; N],
//     marker: PhantomData<T>,
// }

unsafe impl<
    T: ::static_nn::__private::Scalar,
    const N: usize,
> ::static_nn::__private::Parameters<T> for Gain<T, N>
where
    [T; N]: Sized,
{
    const PARAMETERS: ::core::primitive::usize = ::static_nn::__private::sum(
        &[
            <[T; N] as ::static_nn::__private::Parameters<T>>::PARAMETERS,
            <PhantomData<T> as ::static_nn::__private::Parameters<T>>::PARAMETERS,
        ],
    );
    const STATISTICS: ::core::primitive::usize = ::static_nn::__private::sum(
        &[
            <[T; N] as ::static_nn::__private::Parameters<T>>::STATISTICS,
            <PhantomData<T> as ::static_nn::__private::Parameters<T>>::STATISTICS,
        ],
    );
    const PARTS: ::static_nn::__private::Parts = ::static_nn::__private::Parts::Named(
        &[
            ("gain", <[T; N] as ::static_nn::__private::Parameters<T>>::PARTS),
            ("marker", <PhantomData<T> as ::static_nn::__private::Parameters<T>>::PARTS),
        ],
    );
    fn tensors(
        __nn_name: &::static_nn::__private::Path<'_>,
        __nn_visit: &mut dyn ::core::ops::FnMut(&::static_nn::__private::Tensor<'_>),
    ) {
        let _ = |__nn_whole: &Self| {
            let _: *const [T; N] = &raw const __nn_whole.gain;
            let _: *const PhantomData<T> = &raw const __nn_whole.marker;
        };
        <[T; N] as ::static_nn::__private::Parameters<
            T,
        >>::tensors(&__nn_name.join("gain"), __nn_visit);
        <PhantomData<
            T,
        > as ::static_nn::__private::Parameters<
            T,
        >>::tensors(&__nn_name.join("marker"), __nn_visit);
    }
}
