use static_nn::{Dense, network};

mod __nn {
    pub struct Dense<T, const A: usize, const B: usize>(pub Box<super::Dense<T, A, B>>);

    impl<T, const A: usize, const B: usize> std::ops::Deref for Dense<T, A, B> {
        type Target = super::Dense<T, A, B>;

        fn deref(&self) -> &Self::Target {
            &self.0
        }
    }

    impl<T, const A: usize, const B: usize> std::ops::DerefMut for Dense<T, A, B> {
        fn deref_mut(&mut self) -> &mut Self::Target {
            &mut self.0
        }
    }
}

network! {
    pub struct Net {
        input: [1],
        fc: __nn::Dense<1, 1>,
        output: [1],
    }
}

fn main() {}
