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
    fn tensors(
        name: &::static_nn::__private::Path<'_>,
        visit: &mut dyn ::core::ops::FnMut(&::static_nn::__private::Tensor<'_>),
    ) {
        let _ = |whole: &Self| {
            let _: *const [T; N] = &raw const whole.gain;
            let _: *const PhantomData<T> = &raw const whole.marker;
        };
        <[T; N] as ::static_nn::__private::Parameters<
            T,
        >>::tensors(&name.join("gain"), visit);
        <PhantomData<
            T,
        > as ::static_nn::__private::Parameters<
            T,
        >>::tensors(&name.join("marker"), visit);
    }
}
