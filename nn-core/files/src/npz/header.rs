//! The line before the values of an array: `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
//!
//! Source: NumPy, `numpy/lib/format.py`, versions 1.0 to 3.0.

use crate::Dtype;

const MAGIC: &[u8] = b"\x93NUMPY";

/// What the line says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) dtype: Dtype,
    pub(super) is_big_endian: bool,
    pub(super) by_columns: bool,
    pub(super) dims: Vec<usize>,
}

impl Header {
    /// Of the bytes of an array, and where its values begin.
    pub(super) fn parse(bytes: &[u8]) -> Result<(Self, usize), &'static str> {
        let short = "it is cut off";
        let rest = bytes.strip_prefix(MAGIC).ok_or("it does not begin as one")?;
        let (&[version, _], rest) = rest.split_first_chunk().ok_or(short)?;
        let (length, rest) = match version {
            1 => rest.split_first_chunk().map(|(length, rest)| (u16::from_le_bytes(*length).into(), rest)),
            2 | 3 => rest.split_first_chunk().map(|(length, rest)| (u32::from_le_bytes(*length), rest)),
            _ => return Err("its format is a later one than 3.0"),
        }
        .ok_or(short)?;
        let line = usize::try_from(length).ok().and_then(|length| rest.get(..length)).ok_or(short)?;
        let header =
            std::str::from_utf8(line).ok().and_then(dictionary).ok_or("the line before its values is damaged")?;
        Ok((header, bytes.len() - rest.len() + line.len()))
    }

    /// Whether its values may take so many bytes: of those that no network is made of that is not known.
    pub(super) fn takes(&self, bytes: usize) -> bool {
        let width = match self.dtype {
            Dtype::F16 | Dtype::Bf16 => 2,
            Dtype::F32 => 4,
            Dtype::F64 => 8,
            Dtype::Other(_) => return true,
        };
        self.dims.iter().try_fold(width, |bytes: usize, &extent| bytes.checked_mul(extent)) == Some(bytes)
    }
}

/// A dictionary of Python with just these three keys, in any order.
fn dictionary(line: &str) -> Option<Header> {
    let mut rest = line.trim().strip_prefix('{')?.strip_suffix('}')?.trim();
    let (mut descr, mut order, mut shape) = (None, None, None);
    while !rest.is_empty() {
        let (key, value) = rest.strip_prefix(['\'', '"'])?.split_once(['\'', '"'])?;
        let value = value.trim_start().strip_prefix(':')?.trim_start();
        rest = match key {
            "descr" if descr.is_none() => {
                let (kind, rest) = kind(value)?;
                descr = Some(kind);
                rest
            }
            "fortran_order" if order.is_none() => {
                let (is_true, rest) = match value.strip_prefix("True") {
                    Some(rest) => (true, rest),
                    None => (false, value.strip_prefix("False")?),
                };
                order = Some(is_true);
                rest
            }
            "shape" if shape.is_none() => {
                let (extents, rest) = value.strip_prefix('(')?.split_once(')')?;
                let extents = extents.trim().strip_suffix(',').unwrap_or(extents.trim());
                let parse = |extent: &str| extent.trim().parse::<usize>().ok();
                shape = Some(match extents {
                    "" => Vec::new(),
                    extents => extents.split(',').map(parse).collect::<Option<_>>()?,
                });
                rest
            }
            _ => return None,
        };
        rest = match rest.trim_start() {
            "" => "",
            rest => rest.strip_prefix(',')?.trim_start(),
        };
    }
    let ((dtype, is_big_endian), by_columns, dims) = (descr?, order?, shape?);
    Some(Header { dtype, is_big_endian, by_columns, dims })
}

/// What the values are, and whether their bytes stand the other way round; behind it the rest of the line.
fn kind(value: &str) -> Option<((Dtype, bool), &str)> {
    if value.starts_with('[') {
        let end = value.rfind(']')? + 1;
        return Some(((Dtype::Other("records"), false), &value[end..]));
    }
    let (descr, rest) = value.strip_prefix(['\'', '"'])?.split_once(['\'', '"'])?;
    let (is_big_endian, name) = match descr.strip_prefix(['<', '>', '=', '|']) {
        Some(name) => (descr.starts_with('>'), name),
        None => (false, descr),
    };
    let dtype = match name {
        "f2" => Dtype::F16,
        "f4" => Dtype::F32,
        "f8" => Dtype::F64,
        _ if name.starts_with('O') => Dtype::Other("Python's objects"),
        _ if name.starts_with(['U', 'S']) => Dtype::Other("texts"),
        _ if name.starts_with(['i', 'u']) => Dtype::Other("whole numbers"),
        _ if name.starts_with('b') => Dtype::Other("booleans"),
        _ if name.starts_with('c') => Dtype::Other("complex numbers"),
        _ => Dtype::Other("something else"),
    };
    Some(((dtype, is_big_endian), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_as_numpy_writes_them_and_others() {
        let header = |line| dictionary(line).map(|h| (h.dtype, h.is_big_endian, h.by_columns, h.dims));
        assert_eq!(
            header("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }      \n"),
            Some((Dtype::F32, false, false, vec![2, 3]))
        );
        assert_eq!(
            header("{\"shape\":(7,),\"descr\":\">f8\",\"fortran_order\":True}"),
            Some((Dtype::F64, true, true, vec![7]))
        );
        assert_eq!(
            header("{'descr': '|O', 'fortran_order': False, 'shape': (), }"),
            Some((Dtype::Other("Python's objects"), false, false, vec![]))
        );
        assert_eq!(
            header("{'descr': [('a', '<f4'), ('b', '<i4')], 'fortran_order': False, 'shape': (1,), }"),
            Some((Dtype::Other("records"), false, false, vec![1]))
        );
        for line in [
            "",
            "{}",
            "{'descr': '<f4', 'fortran_order': False}",
            "{'descr': '<f4', 'fortran_order': No, 'shape': (1,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (1 2,)}",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}",
            "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
            "{'descr': '<f4' 'fortran_order': False, 'shape': (1,)}",
            "{'other': 1, 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
        ] {
            assert_eq!(header(line), None, "{line}");
        }
    }
}
