//! Numbers and points of any kind.

mod sealed {
    pub trait Sealed {}
}

/// A number that can be drawn, or a reference to one: `f32`, `f64`, whole numbers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no number that can be drawn",
    label = "`f32`, `f64` or a whole number"
)]
pub trait Value: sealed::Sealed {
    /// The number.
    fn value(self) -> f64;
}

/// Two numbers: `[x, y]`, `(x, y)`, or a reference to them.
#[diagnostic::on_unimplemented(message = "`{Self}` is no point", label = "write `[x, y]` or `(x, y)`")]
pub trait Point: sealed::Sealed {
    /// The numbers.
    fn point(self) -> [f64; 2];
}

macro_rules! values {
    ($($number:ty)*) => {$(
        impl sealed::Sealed for $number {}

        impl Value for $number {
            #[expect(clippy::allow_attributes, reason = "not every number needs all of them")]
            #[allow(clippy::cast_lossless, trivial_numeric_casts, reason = "one body for all numbers")]
            fn value(self) -> f64 {
                self as f64
            }
        }
    )*};
}

values! { f32 f64 i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl<T: sealed::Sealed> sealed::Sealed for &T {}
impl<T: sealed::Sealed> sealed::Sealed for [T; 2] {}
impl<T: sealed::Sealed, U: sealed::Sealed> sealed::Sealed for (T, U) {}

impl<T: Value + Copy> Value for &T {
    fn value(self) -> f64 {
        (*self).value()
    }
}

impl<T: Value> Point for [T; 2] {
    fn point(self) -> [f64; 2] {
        self.map(Value::value)
    }
}

impl<T: Value, U: Value> Point for (T, U) {
    fn point(self) -> [f64; 2] {
        [self.0.value(), self.1.value()]
    }
}

impl<P: Point + Copy> Point for &P {
    fn point(self) -> [f64; 2] {
        (*self).point()
    }
}
