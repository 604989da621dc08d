//! JSON (RFC 8259), read strictly: no comments, no trailing commas, no name twice, no lone surrogates.

use std::collections::HashSet;
use std::fmt;

use crate::names::shown;

/// How deep lists and objects may nest. A header needs three levels; the limit keeps the stack small.
const DEEPEST: usize = 32;

/// A JSON value. What no header needs is read and forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// An object, its fields in the order of the text.
    Object(Vec<(String, Value)>),
    /// A list.
    List(Vec<Value>),
    /// A string.
    Text(String),
    /// A number without sign, fraction and exponent that fits.
    Size(usize),
    /// Any other number, `true`, `false` and `null`.
    Other,
}

impl Value {
    /// The field of that name, if this is an object that has one.
    pub(super) fn field(&self, name: &str) -> Option<&Value> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|field| field.0 == name).map(|(_, value)| value)
    }

    /// The number, if this is a size.
    pub(super) fn size(&self) -> Option<usize> {
        if let Self::Size(size) = *self { Some(size) } else { None }
    }
}

/// Where a text stops being JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
#[expect(missing_docs, reason = "the texts say what the fields are")]
pub enum JsonError {
    /// Something else should stand there.
    Expected { what: &'static str, at: usize },
    /// A name stands twice in one object.
    Duplicate { name: String },
    /// Lists and objects nest too deep.
    TooDeep { at: usize },
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Expected { what, at } => write!(f, "expected {what} at byte {at} of the header"),
            Self::Duplicate { name } => write!(f, "`{}` stands there twice", shown(name)),
            Self::TooDeep { at } => {
                write!(f, "more than {DEEPEST} lists and objects are open at byte {at} of the header")
            }
        }
    }
}

/// The value that is the whole of `text`.
pub(super) fn parse(text: &str) -> Result<Value, JsonError> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { reader.expected("nothing more") } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn expected<T>(&self, what: &'static str) -> Result<T, JsonError> {
        Err(JsonError::Expected { what, at: self.at })
    }

    /// Steps over `token` if it comes next.
    fn take(&mut self, token: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(token.as_bytes());
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, JsonError> {
        if depth > DEEPEST {
            return Err(JsonError::TooDeep { at: self.at });
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => {
                let mut items = Vec::new();
                self.items("]", "`,` or `]`", |reader| {
                    items.push(reader.value(depth + 1)?);
                    Ok(())
                })?;
                Ok(Value::List(items))
            }
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("true") || self.take("false") || self.take("null") => Ok(Value::Other),
            _ => self.expected("a value"),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Value, JsonError> {
        let (mut fields, mut names) = (Vec::new(), HashSet::new());
        self.items("}", "`,` or `}`", |reader| {
            reader.space();
            let name = reader.string()?;
            reader.space();
            if !reader.take(":") {
                return reader.expected("`:`");
            }
            if !names.insert(name.clone()) {
                return Err(JsonError::Duplicate { name });
            }
            fields.push((name, reader.value(depth + 1)?));
            Ok(())
        })?;
        Ok(Value::Object(fields))
    }

    /// Items between commas, from the opening bracket to the closing one.
    fn items(
        &mut self,
        close: &str,
        next: &'static str,
        mut item: impl FnMut(&mut Self) -> Result<(), JsonError>,
    ) -> Result<(), JsonError> {
        self.at += 1;
        self.space();
        if self.take(close) {
            return Ok(());
        }
        loop {
            item(self)?;
            self.space();
            if self.take(close) {
                return Ok(());
            }
            if !self.take(",") {
                return self.expected(next);
            }
        }
    }

    fn string(&mut self) -> Result<String, JsonError> {
        if !self.take("\"") {
            return self.expected("a string");
        }
        let mut string = String::new();
        loop {
            let rest = &self.text[self.at..];
            let plain = rest.find(|c: char| c == '"' || c == '\\' || c < ' ').unwrap_or(rest.len());
            string.push_str(&rest[..plain]);
            self.at += plain;
            if self.take("\"") {
                return Ok(string);
            }
            if !self.take("\\") {
                return self.expected("the end of a string");
            }
            string.push(self.escaped()?);
        }
    }

    /// The character behind a backslash.
    fn escaped(&mut self) -> Result<char, JsonError> {
        const SHORT: [(&str, char); 8] = [
            ("\"", '"'),
            ("\\", '\\'),
            ("/", '/'),
            ("b", '\u{8}'),
            ("f", '\u{c}'),
            ("n", '\n'),
            ("r", '\r'),
            ("t", '\t'),
        ];
        if let Some((_, short)) = SHORT.into_iter().find(|(letter, _)| self.take(letter)) {
            return Ok(short);
        }
        if !self.take("u") {
            return self.expected("an escaped character");
        }
        let mut units = vec![self.unit()?];
        // Above U+FFFF a character is two units of UTF-16.
        if (0xd800..0xdc00).contains(&units[0]) && self.take("\\u") {
            units.push(self.unit()?);
        }
        let mut characters = char::decode_utf16(units);
        match (characters.next(), characters.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => self.expected("a pair of surrogates before this"),
        }
    }

    fn unit(&mut self) -> Result<u16, JsonError> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok()) else {
            return self.expected("four hexadecimal digits");
        };
        self.at += 4;
        Ok(unit)
    }

    fn number(&mut self) -> Result<Value, JsonError> {
        let start = self.at;
        self.take("-");
        if !self.take("0") {
            self.digits()?;
        }
        if self.take(".") {
            self.digits()?;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            self.digits()?;
        }
        Ok(self.text[start..self.at].parse().map_or(Value::Other, Value::Size))
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { self.expected("a digit") } else { Ok(()) }
    }
}
