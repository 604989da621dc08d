//! A number that only rustc knows as a type, digit by digit.

use typenum::{B0, B1, UInt, UTerm, Unsigned};

/// A number, and a hexadecimal digit more behind it. Digits in front of the first one that is not 0 leave nothing.
pub trait Append<const DIGIT: usize> {
    /// The longer number.
    type Number: Unsigned;
}

/// Digit `place` of a number, the last one at place 0. Of a number of more than eight digits all are the largest.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "four bits")]
pub const fn digit(number: usize, place: u32) -> usize {
    let number = number as u64;
    let number = if number > u32::MAX as u64 { u32::MAX as u64 } else { number };
    (number >> (4 * place)) as usize & 15
}

macro_rules! digits {
    ($($digit:literal: $a:ident $b:ident $c:ident $d:ident, $First:ident;)*) => {$(
        impl Append<$digit> for UTerm {
            type Number = typenum::consts::$First;
        }

        impl<U, B> Append<$digit> for UInt<U, B>
        where
            UInt<UInt<UInt<UInt<Self, $a>, $b>, $c>, $d>: Unsigned,
        {
            type Number = UInt<UInt<UInt<UInt<Self, $a>, $b>, $c>, $d>;
        }
    )*};
}

digits! {
    0: B0 B0 B0 B0, U0;
    1: B0 B0 B0 B1, U1;
    2: B0 B0 B1 B0, U2;
    3: B0 B0 B1 B1, U3;
    4: B0 B1 B0 B0, U4;
    5: B0 B1 B0 B1, U5;
    6: B0 B1 B1 B0, U6;
    7: B0 B1 B1 B1, U7;
    8: B1 B0 B0 B0, U8;
    9: B1 B0 B0 B1, U9;
    10: B1 B0 B1 B0, U10;
    11: B1 B0 B1 B1, U11;
    12: B1 B1 B0 B0, U12;
    13: B1 B1 B0 B1, U13;
    14: B1 B1 B1 B0, U14;
    15: B1 B1 B1 B1, U15;
}

#[cfg(test)]
mod tests {
    use super::*;

    type Two<const A: usize, const B: usize> = <<UTerm as Append<A>>::Number as Append<B>>::Number;

    #[test]
    fn digits_become_a_number() {
        assert_eq!(<Two<0, 0> as Unsigned>::U64, 0);
        assert_eq!(<Two<0, 7> as Unsigned>::U64, 0x07);
        assert_eq!(<Two<12, 5> as Unsigned>::U64, 0xC5);
        assert_eq!([digit(0x1_2C5, 0), digit(0x1_2C5, 2), digit(0x1_2C5, 7)], [5, 2, 0]);
        assert_eq!(digit(usize::MAX, 7), 15);
    }

    /// Comparisons of typenum go by the number of digits.
    #[test]
    fn nothing_stands_before_the_first_digit() {
        fn same<A: typenum::Same<B>, B>() {}
        same::<Two<0, 3>, typenum::U3>();
        same::<Two<1, 0>, typenum::U16>();
    }
}
