//! The parameters of a layer or a network: one contiguous run of scalars, and the named tensors in it.

use core::fmt;

#[cfg(feature = "alloc")]
use crate::boxed::Boxed;
use crate::private::Text;
use crate::scalar::Scalar;

/// A dotted tensor name under construction: `encoder.fc1.weight`.
///
/// Each part points to the one before it, so that names need no allocation. `Display` writes the whole name.
#[derive(Clone, Copy, Debug)]
pub struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    part: &'a str,
    frozen: bool,
}

impl<'a> Path<'a> {
    /// The name of a whole network: nothing stands before its layers.
    pub const ROOT: Path<'static> = Path { parent: None, part: "", frozen: false };

    /// This name with one more part behind it.
    #[must_use]
    pub const fn join(&'a self, part: &'a str) -> Path<'a> {
        Path { parent: Some(self), part, frozen: false }
    }

    /// The same name of something that training is to leave as it is, with all that has a name behind it: what a network's declaration
    /// freezes. What a program freezes is told to a [`Trainer`](crate::train::Trainer) or a [`Workspace`](crate::network::Workspace).
    #[must_use]
    pub const fn frozen(self) -> Self {
        Self { frozen: true, ..self }
    }

    /// Whether this name or one before it is that of something [`frozen`](Self::frozen).
    #[must_use]
    pub fn is_frozen(&self) -> bool {
        self.frozen || self.parent.is_some_and(Path::is_frozen)
    }

    /// Whether this is the name `name`.
    pub(crate) const fn is(&self, name: &str) -> bool {
        let Some(parent) = self.parent else { return name.is_empty() };
        let (name, part) = (name.as_bytes(), self.part.as_bytes());
        let Some(at) = name.len().checked_sub(part.len()) else { return false };
        let (front, behind) = name.split_at(at);
        let mut i = 0;
        while i < part.len() {
            if behind[i] != part[i] {
                return false;
            }
            i += 1;
        }
        match front {
            [] => parent.parent.is_none(),
            [front @ .., b'.'] => match core::str::from_utf8(front) {
                Ok(front) => parent.parent.is_some() && parent.is(front),
                Err(_) => false,
            },
            _ => false,
        }
    }

    /// Adds the name, level by level, each behind a dot.
    pub(crate) const fn write(&self, text: &mut Text) {
        if let Some(parent) = self.parent {
            parent.write(text);
            text.level(self.part);
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
            if !parent.part.is_empty() {
                f.write_str(".")?;
            }
        }
        f.write_str(self.part)
    }
}

/// How a tensor's values lie in memory, as against its extents read row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The last extent runs fastest, as in PyTorch, NumPy and safetensors.
    RowMajor,
    /// The first extent runs fastest, and the others as in [`RowMajor`](Self::RowMajor): a matrix of nalgebra, whose columns
    /// are what each of the first extent's places has.
    ColumnMajor,
}

/// What a tensor is to its layer; initialisation and optimizers ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Role {
    /// Multiplies inputs.
    Weight,
    /// Is added.
    Bias,
    /// Scales what a layer has normalised.
    Scale,
    /// What a layer has measured in training, and uses afterwards: no parameter, though it lies among them.
    ///
    /// The place of a statistic in a gradient holds what it is to change by until the [`Workspace`](crate::network::Workspace) takes
    /// that out and leaves zero. After the optimizer's step it writes the new value, so that no optimizer has a say in it.
    Statistic,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Weight, Self::Bias, Self::Scale, Self::Statistic];
}

/// One named tensor of a run of parameters.
#[derive(Clone, Copy, Debug)]
pub struct Tensor<'a> {
    /// Its name as PyTorch writes it: `fc1.weight`.
    pub name: &'a Path<'a>,
    /// Its extents as PyTorch writes them: `[outputs, inputs]` for a dense weight.
    pub dims: &'a [usize],
    /// How its values lie in memory.
    pub order: Order,
    /// What it is to its layer.
    pub role: Role,
    /// How many inputs each output of the layer sees.
    pub fan_in: usize,
    /// How many outputs each input of the layer reaches.
    pub fan_out: usize,
}

impl Tensor<'_> {
    /// The number of values.
    #[must_use]
    pub fn len(&self) -> usize {
        self.dims.iter().product()
    }

    /// Whether it has no values at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The place in memory of the value that stands at `index` when the tensor is read row by row.
    #[must_use]
    pub fn place(&self, index: usize) -> usize {
        match (self.order, self.dims) {
            (Order::ColumnMajor, [rows, rest @ ..]) => {
                let columns: usize = rest.iter().product();
                (index % columns) * rows + index / columns
            }
            _ => index,
        }
    }
}

/// The tensors of a type of parameters as a constant: what [`Parameters::tensors`] visits, for what is judged when a program is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// The type does not say.
    Untold,
    /// A tensor of these extents.
    Tensor(&'static [usize], Order),
    /// Parts in the order of memory, each with what its name adds to that of the whole.
    Named(&'static [(&'static str, Self)]),
    /// Parts in the order of memory whose names begin as that of the whole does.
    Together(&'static [Self]),
    /// What a declaration freezes.
    Frozen(&'static Self),
}

impl Parts {
    /// Those of a type without parameters.
    pub const NONE: Self = Self::Named(&[]);

    /// Whether it is known that no declaration freezes any of them.
    pub(crate) const fn are_free(&self) -> bool {
        match self {
            Self::Untold | Self::Frozen(_) => false,
            Self::Tensor(..) => true,
            Self::Named(parts) => {
                let mut i = 0;
                while i < parts.len() && parts[i].1.are_free() {
                    i += 1;
                }
                i == parts.len()
            }
            Self::Together(parts) => {
                let mut i = 0;
                while i < parts.len() && parts[i].are_free() {
                    i += 1;
                }
                i == parts.len()
            }
        }
    }
}

/// Fails to compile unless `count` scalars fill `P`, or there are none to look at.
const fn assert_filled<P, T>(count: usize) {
    assert!(count == 0 || size_of::<P>() == count * size_of::<T>(), "a type of parameters holds nothing but scalars");
    assert!(count == 0 || align_of::<P>() >= align_of::<T>(), "a type of parameters is aligned as its scalars are");
}

/// [`Parameters::tensors`] of some type.
pub(crate) type VisitTensors = fn(&Path<'_>, &mut dyn FnMut(&Tensor<'_>));

/// Parameters that are one contiguous run of scalars.
///
/// Optimizers, clipping, saving and summing over threads are loops over [`as_slice`](Self::as_slice), written once.
/// `network!` and `#[derive(Parameters)]` write the implementation; nobody needs to by hand.
///
/// # Safety
///
/// If `PARAMETERS` is not zero, the type is `repr(C)` (or `repr(transparent)`), its size is exactly
/// `PARAMETERS * size_of::<T>()`, every byte of it belongs to a `T`, and it has no invariant of its own: any values
/// of those scalars are a valid value of the type. A type with `PARAMETERS == 0` may hold settings of any kind; if it has no
/// size, it has a value, and making one out of nothing breaks no promise.
#[expect(unsafe_code, reason = "the promise is what makes the slice views sound")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what its parameters are",
    label = "this type does not implement `Parameters<{T}>`",
    note = "write `#[derive(static_nn::Parameters)] #[repr(C)]` before the struct of a layer of your own"
)]
pub unsafe trait Parameters<T: Scalar>: Sized {
    /// The number of scalars.
    const PARAMETERS: usize;
    /// How many of them belong to tensors of the role [`Role::Statistic`].
    const STATISTICS: usize = 0;
    /// The same tensors as [`tensors`](Self::tensors) has, for `#[weights]`, which reads them from a file when the program is compiled.
    const PARTS: Parts = if Self::PARAMETERS == 0 { Parts::NONE } else { Parts::Untold };

    /// Calls `visit` for every tensor in the order of memory. `name` is the name of the whole.
    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>));

    /// All parameters, in the order of [`tensors`](Self::tensors).
    #[inline(always)]
    fn as_slice(&self) -> &[T] {
        view(self)
    }

    /// All parameters, to be written.
    #[inline(always)]
    #[expect(unsafe_code, reason = "the one view of a struct of scalars as a slice")]
    fn as_mut_slice(&mut self) -> &mut [T] {
        const { assert_filled::<Self, T>(Self::PARAMETERS) };
        if Self::PARAMETERS == 0 {
            return &mut [];
        }
        // SAFETY: as in `as_slice`; the borrow is exclusive, and any values may be written: the contract says so.
        unsafe { core::slice::from_raw_parts_mut(core::ptr::from_mut(self).cast(), Self::PARAMETERS) }
    }

    /// All zeros, by value: for networks that fit on the stack.
    #[must_use]
    fn zeroed() -> Self {
        zeroed()
    }

    /// All zeros, made in place on the heap: nothing passes over the stack, however large the type.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn zeroed_boxed() -> Boxed<Self> {
        Boxed::zeroed::<T>()
    }

    /// A copy made in place on the heap: nothing passes over the stack, however large the type.
    #[cfg(feature = "alloc")]
    #[must_use]
    fn clone_boxed(&self) -> Boxed<Self> {
        let mut copy = Self::zeroed_boxed();
        copy.as_mut_slice().copy_from_slice(self.as_slice());
        copy
    }
}

/// [`Parameters::as_slice`], for constants too.
#[inline(always)]
#[expect(unsafe_code, reason = "the one view of a struct of scalars as a slice")]
pub(crate) const fn view<T: Scalar, P: Parameters<T>>(parameters: &P) -> &[T] {
    const { assert_filled::<P, T>(P::PARAMETERS) };
    if P::PARAMETERS == 0 {
        return &[];
    }
    // SAFETY: the trait's contract: `PARAMETERS` scalars fill the value without padding (size and alignment are asserted above);
    // the lifetime is that of the borrow.
    unsafe { core::slice::from_raw_parts(core::ptr::from_ref(parameters).cast(), P::PARAMETERS) }
}

/// [`Parameters::zeroed`], for statics too.
#[must_use]
#[expect(unsafe_code, reason = "the zero value of a struct of scalars")]
pub const fn zeroed<T: Scalar, P: Parameters<T>>() -> P {
    const { assert!(size_of::<P>() == P::PARAMETERS * size_of::<T>(), "only parameters can be zeroed") };
    // SAFETY: the type is nothing but scalars (size asserted, the rest is the trait's contract); all bits zero is 0.0.
    unsafe { core::mem::zeroed() }
}

// SAFETY: nalgebra's static matrix is a transparent wrapper of `[[T; R]; C]`: nothing but scalars.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const R: usize, const C: usize> Parameters<T> for nalgebra::SMatrix<T, R, C> {
    const PARAMETERS: usize = R * C;
    const PARTS: Parts = Parts::Tensor(if C == 1 { &[R] } else { &[R, C] }, Order::ColumnMajor);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        let dims = [R, C];
        let (dims, fan_in) = if C == 1 { (&dims[..1], R) } else { (&dims[..], C) };
        visit(&Tensor { name, dims, order: Order::ColumnMajor, role: Role::Weight, fan_in, fan_out: R });
    }
}

// SAFETY: an array of scalars.
#[expect(unsafe_code, reason = "the promise of being nothing but scalars")]
unsafe impl<T: Scalar, const N: usize> Parameters<T> for [T; N] {
    const PARAMETERS: usize = N;
    const PARTS: Parts = Parts::Tensor(&[N], Order::RowMajor);

    fn tensors(name: &Path<'_>, visit: &mut dyn FnMut(&Tensor<'_>)) {
        visit(&Tensor { name, dims: &[N], order: Order::RowMajor, role: Role::Weight, fan_in: N, fan_out: N });
    }
}

// SAFETY: no parameters.
#[expect(unsafe_code, reason = "the promise of having no parameters")]
unsafe impl<T: Scalar, M> Parameters<T> for core::marker::PhantomData<M> {
    const PARAMETERS: usize = 0;

    fn tensors(_: &Path<'_>, _: &mut dyn FnMut(&Tensor<'_>)) {}
}
