//! Texts that are put together when a program is compiled.

/// The bytes of the longest text. What does not fit is left out.
const MOST: usize = 2048;

/// A text under construction.
pub(crate) struct Text {
    bytes: [u8; MOST],
    len: usize,
}

impl Text {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; MOST], len: 0 }
    }

    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// Adds a text.
    pub(crate) const fn push(&mut self, text: &str) -> &mut Self {
        let room = self.bytes.split_at_mut(self.len).1;
        if let Some((room, _)) = room.split_at_mut_checked(text.len()) {
            room.copy_from_slice(text.as_bytes());
            self.len += text.len();
        }
        self
    }

    /// Adds a level of a name: a dot and the level, or nothing.
    pub(crate) const fn level(&mut self, level: &str) -> &mut Self {
        if level.is_empty() { self } else { self.push(".").push(level) }
    }

    /// Adds a number.
    pub(crate) const fn number(&mut self, number: usize) -> &mut Self {
        if number >= 10 {
            self.number(number / 10);
        }
        self.push("0123456789".split_at(number % 10).1.split_at(1).0)
    }

    /// Adds a number of six digits, as `f32` has them: `0.25`, `1.5e-7`.
    pub(crate) const fn float(&mut self, number: f64) -> &mut Self {
        if number.is_nan() {
            return self.push("NaN");
        }
        if number < 0.0 {
            self.push("-");
        }
        let number = number.abs();
        if number.is_infinite() {
            return self.push("inf");
        }
        if number == 0.0 {
            return self.push("0");
        }
        let (mut digits, mut exponent) = (number, 0_i32);
        while digits >= 10.0 {
            (digits, exponent) = (digits / 10.0, exponent + 1);
        }
        while digits < 1.0 {
            (digits, exponent) = (digits * 10.0, exponent - 1);
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of six digits")]
        let mut whole = (digits * 1e5 + 0.5) as usize;
        if whole == 1_000_000 {
            (whole, exponent) = (100_000, exponent + 1);
        }
        // How many digits stand before the point; the zeros at the end behind it say nothing.
        let is_plain = -4 <= exponent && exponent < 6;
        let shift = if is_plain { exponent } else { 0 };
        let mut behind = 5 - shift;
        while behind > 0 && whole.is_multiple_of(10) {
            (whole, behind) = (whole / 10, behind - 1);
        }
        let unit = 10_usize.pow(behind.unsigned_abs());
        self.number(whole / unit);
        if behind > 0 {
            self.push(".");
            let (mut rest, mut place) = (whole % unit, unit / 10);
            while place > 0 {
                self.number(rest / place);
                (rest, place) = (rest % place, place / 10);
            }
        }
        if !is_plain {
            self.push(if exponent < 0 { "e-" } else { "e" }).number(exponent.unsigned_abs() as usize);
        }
        self
    }

    /// Adds a number with its thousands apart: `62,006`.
    pub(crate) const fn count(&mut self, number: usize) -> &mut Self {
        if number < 1000 {
            return self.number(number);
        }
        let last = number % 1000;
        self.count(number / 1000).push(",").number(last / 100).number(last / 10 % 10).number(last % 10)
    }

    /// Adds numbers: `[10, 32]`.
    pub(crate) const fn list(&mut self, numbers: &[usize]) -> &mut Self {
        self.push("[");
        let mut i = 0;
        while i < numbers.len() {
            self.push(if i == 0 { "" } else { ", " }).number(numbers[i]);
            i += 1;
        }
        self.push("]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_read() {
        let mut text = Text::new();
        text.push("of ").number(0).push(" ").number(1_203).push(" ").list(&[]).list(&[784, 10]).level("").level("bias");
        assert_eq!(text.as_str(), "of 0 1203 [][784, 10].bias");
    }

    #[test]
    fn fractions_have_six_digits() {
        for (number, expected) in [
            (0.25, "0.25"),
            (-1.0, "-1"),
            (123_456.4, "123456"),
            (999_999.7, "1e6"),
            (0.000_123_456_78, "0.000123457"),
            (1e-5, "1e-5"),
            (-1.5e-7, "-1.5e-7"),
            (3.0e12, "3e12"),
            (0.100_000_001_5, "0.1"),
            (20.5, "20.5"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            let mut text = Text::new();
            assert_eq!(text.float(number).as_str(), expected);
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        let mut text = Text::new();
        text.count(0).push(" ").count(999).push(" ").count(62_006).push(" ").count(1_000_000);
        assert_eq!(text.as_str(), "0 999 62,006 1,000,000");
    }

    #[test]
    fn what_is_too_long_is_left_out() {
        let (mut text, long) = (Text::new(), "é".repeat(700));
        text.push(&long).push(&long).push("end");
        assert_eq!(text.as_str(), long + "end");
    }
}
