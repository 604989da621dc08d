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
    ($($number:ty)*, $value:ident => $float:expr) => {$(
        impl sealed::Sealed for $number {}

        impl Value for $number {
            fn value(self) -> f64 {
                let $value = self;
                $float
            }
        }
    )*};
}

values! { f64, value => value }
values! { f32 i8 i16 i32 u8 u16 u32, value => f64::from(value) }
values! { i64 isize u64 usize, value => value as f64 }

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
