//! What names a class.

mod sealed {
    pub trait Sealed {}
}

/// A whole number that can name a class.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not name a class",
    label = "write a whole number: `usize`, `u8`, `i64`, .."
)]
pub trait Class: Copy + sealed::Sealed {
    /// The class as an index; `None` for a number that cannot be one.
    fn index(self) -> Option<usize>;
    /// The number itself.
    fn number(self) -> i128;
}

macro_rules! classes {
    ($($integer:ty)*) => {$(
        impl sealed::Sealed for $integer {}

        impl Class for $integer {
            #[inline(always)]
            fn index(self) -> Option<usize> {
                self.try_into().ok()
            }

            #[allow(clippy::cast_lossless, reason = "one text for all widths: `From<usize>` does not exist")]
            fn number(self) -> i128 {
                self as i128
            }
        }
    )*};
}

classes!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
