//! The macro knows the built-in layers as data, the library as types: every entry of the one beside what the other says.
//!
//! `nn_macros::catalogue!` walks all entries, so that a new layer is compared without a line here.

use nn_macros::catalogue;
use static_nn::prepare::{MinMaxScaler, Pca, StandardScaler};
use static_nn::{Residual, SMatrix, network};

mod facts {
    use std::any::TypeId;

    use static_nn::layer::Layer;
    use static_nn::parameters::{Order, Parameters, Parts, Path};
    use static_nn::shape::Shape;

    /// A tensor's name, extents, and whether it lies in memory column by column.
    type Tensor<'a> = (&'a str, &'a [usize], bool);

    /// Counts, shapes and tensors of one layer, with given sizes and switches.
    pub(super) fn layer<L: Layer<f32>>(
        name: &str,
        parameters: usize,
        macs: usize,
        input: &[usize],
        output: &[usize],
        tensors: &[Tensor<'_>],
    ) {
        assert_eq!(L::PARAMETERS, parameters, "parameters of `{name}` {input:?}");
        assert_eq!(L::MACS, macs, "multiply-adds of `{name}` {input:?}");
        assert_eq!(<L::Input as Shape>::DIMS, input, "what `{name}` takes");
        assert_eq!(<L::Output as Shape>::DIMS, output, "what `{name}` produces from {input:?}");
        let mut found = Vec::new();
        L::tensors(&Path::ROOT, &mut |tensor| {
            found.push((tensor.name.to_string(), tensor.dims.to_vec(), tensor.order == Order::ColumnMajor));
        });
        let tensors: Vec<_> =
            tensors.iter().map(|(name, dims, order)| ((*name).to_owned(), dims.to_vec(), *order)).collect();
        assert_eq!(found, tensors, "tensors of `{name}` {input:?}");
        parts::<L>();
    }

    /// Whether there is nothing to learn: no parameters but statistics, which no other parameter comes with.
    pub(super) fn fixed<L: Layer<f32>>(name: &str, is_fixed: bool) {
        assert_eq!(L::PARAMETERS == L::STATISTICS, is_fixed, "what `{name}` learns");
    }

    /// The tensors of a type as a constant, beside those that it visits.
    pub(super) fn parts<P: Parameters<f32>>() {
        fn visit(parts: Parts, name: &Path<'_>, found: &mut Vec<(String, Vec<usize>, bool)>) {
            match parts {
                Parts::Untold => panic!("`{name}` is not told"),
                // A vector has one order.
                Parts::Tensor(dims, order) => found.push((name.to_string(), dims.to_vec(), by_column(dims, order))),
                Parts::Frozen(parts) => visit(*parts, &name.frozen(), found),
                Parts::Together(all) => all.iter().for_each(|parts| visit(*parts, name, found)),
                Parts::Named(named) => named.iter().for_each(|(part, parts)| visit(*parts, &name.join(part), found)),
            }
        }
        fn by_column(dims: &[usize], order: Order) -> bool {
            dims.len() > 1 && order == Order::ColumnMajor
        }

        let (mut constant, mut visited) = (Vec::new(), Vec::new());
        visit(P::PARTS, &Path::ROOT, &mut constant);
        P::tensors(&Path::ROOT, &mut |tensor| {
            visited.push((tensor.name.to_string(), tensor.dims.to_vec(), by_column(tensor.dims, tensor.order)));
        });
        assert_eq!(constant, visited, "{}", std::any::type_name::<P>());
    }

    /// The defaults of settings that are const arguments: the type without them is that with them.
    pub(super) fn same_type<A: 'static, B: 'static>(name: &str) {
        assert_eq!(TypeId::of::<A>(), TypeId::of::<B>(), "the defaults of `{name}` are not the library's");
    }

    /// The default of a setting that goes to the constructor.
    pub(super) fn number(name: &str, key: &str, catalogue: f64, library: f64) {
        assert_eq!(
            catalogue.to_bits(),
            library.to_bits(),
            "the default of `{key}` of `{name}`: {catalogue}, {library}"
        );
    }

    /// What is within a range.
    pub(super) fn range(range: static_nn::__private::Range, tried: &[(f64, bool)]) {
        for (value, contained) in tried {
            assert_eq!(range.contains(*value), *contained, "{range:?} and {value}");
        }
    }
}

#[test]
fn the_catalogue_says_what_the_library_says() {
    catalogue!([static_nn] facts);
}

network! {
    struct Inner { input: [4], #[name("0")] fc: Dense(4), Residual { norm: LayerNorm, Dense(4) } }
}

network! {
    #[name("net")]
    struct Outer { input: [4], Relu, inner: Inner, Repeat(2) { Dense(4, bias = false) }, Residual { inner: Inner } }
}

network! {
    struct Branched {
        input: [4],
        down: Add { { Inner, Relu }, {}, { #[name("1")] fc: Dense(4) } },
        #[name("x.y")]
        Concat { {}, { Multiply { { norm: LayerNorm }, { Dense(4) } } }, { Tanh } },
    }
}

#[test]
fn the_constants_of_types_say_what_they_visit() {
    facts::parts::<Outer>();
    facts::parts::<Residual<Outer>>();
    facts::parts::<Branched>();
    facts::parts::<StandardScaler<f32, 3>>();
    facts::parts::<MinMaxScaler<f32, 3>>();
    facts::parts::<Pca<f32, 3, 2>>();
    facts::parts::<SMatrix<f32, 3, 1>>();
    facts::parts::<SMatrix<f32, 3, 2>>();
    facts::parts::<[f32; 3]>();
    facts::parts::<std::marker::PhantomData<f32>>();
}
