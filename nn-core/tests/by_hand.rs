//! What `network!` writes, written by hand.
#![allow(missing_docs)]

use nn_core::private as __nn;

#[derive(Clone, Debug, PartialEq)]
#[repr(C)]
pub struct Tiny<T = f32> {
    pub hidden: __nn::Dense<T, 4, 10>,
    pub out: __nn::Dense<T, 10, 3, __nn::NoBias>,
}

const _: () = {
    unsafe impl<T: __nn::Scalar> __nn::Parameters<T> for Tiny<T> {
        const PARAMETERS: usize = 0
            + <__nn::Dense<T, 4, 10> as __nn::Parameters<T>>::PARAMETERS
            + <__nn::Dense<T, 10, 3, __nn::NoBias> as __nn::Parameters<T>>::PARAMETERS;
        fn tensors(name: &__nn::Path<'_>, visit: &mut dyn FnMut(&__nn::Tensor<'_>)) {
            <__nn::Dense<T, 4, 10> as __nn::Parameters<T>>::tensors(&name.join("hidden"), visit);
            <__nn::Dense<T, 10, 3, __nn::NoBias> as __nn::Parameters<T>>::tensors(&name.join("out"), visit);
        }
    }
    impl<T: __nn::Scalar> __nn::Layer<T> for Tiny<T> {
        type Input = __nn::D1<4>;
        type Output = __nn::D1<3>;
        const CACHE: usize = 10 + 10;
        const SCRATCH: usize = 2 * __nn::max(&[10, 10]);
        const MACS: usize = <__nn::Dense<T, 4, 10> as __nn::Layer<T>>::MACS
            + <__nn::Dense<T, 10, 3, __nn::NoBias> as __nn::Layer<T>>::MACS;
        #[inline(always)]
        fn forward<S: __nn::Simd>(&self, simd: S, input: &[T; 4], output: &mut [T; 3], scratch: &mut [T]) {
            use __nn::Shape as _;
            let (even, odd, scratch) = __nn::two_buffers(scratch, 10, 10);
            let hidden = __nn::D1::<10>::view_mut(even);
            __nn::Dense::<T, 4, 10>::forward(&self.hidden, simd, input, hidden, scratch);
            let tanh1 = __nn::D1::<10>::view_mut(odd);
            __nn::Tanh::<__nn::D1<10>>::new().forward(simd, hidden, tanh1, scratch);
            __nn::Dense::<T, 10, 3, __nn::NoBias>::forward(&self.out, simd, tanh1, output, scratch);
        }
        fn backward<S: __nn::Simd>(
            &self,
            _: S,
            _: __nn::Record<'_, [T; 4], [T; 3], T>,
            _: &[T; 3],
            _: Option<&mut [T; 4]>,
            _: &mut Self,
            _: &mut [T],
        ) {
        }
    }
    impl<T: __nn::Scalar> __nn::Network<T> for Tiny<T> {
        const NAME: &'static str = "Tiny";
        const LAYERS: &'static [__nn::LayerInfo] = &[__nn::LayerInfo {
            name: "hidden",
            kind: "Dense(4 -> 10)",
            output: <__nn::D1<10> as __nn::Shape>::DIMS,
            parameters: <__nn::Dense<T, 4, 10> as __nn::Parameters<T>>::PARAMETERS,
            macs: <__nn::Dense<T, 4, 10> as __nn::Layer<T>>::MACS,
        }];
    }
    __nn::inherent! { Tiny, __nn::D1<4>, __nn::D1<3> }
};

#[test]
fn works() {
    let net = Tiny::boxed(1);
    println!("{}", Tiny::summary());
    let y = net.forward(&[0.5, 1.0, -1.0, 2.0]);
    let mut ys = [[0.0; 3]; 21];
    net.forward_batch(&[[0.5, 1.0, -1.0, 2.0]; 21], &mut ys).unwrap();
    println!("{y:?} {:?}", ys[20]);
    for (a, b) in y.iter().zip(&ys[20]) {
        assert!((a - b).abs() < 1e-6)
    }
    use nn_core::Network;
    let twin = Tiny::<f64>::boxed(1);
    println!("{:?}", twin.forward(&[0.5, 1.0, -1.0, 2.0]));
    let _ = Tiny::new(1);
}
