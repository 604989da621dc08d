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
    fn what_is_too_long_is_left_out() {
        let (mut text, long) = (Text::new(), "é".repeat(700));
        text.push(&long).push(&long).push("end");
        assert_eq!(text.as_str(), long + "end");
    }
}
