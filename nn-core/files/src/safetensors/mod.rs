//! Files of safetensors.
//!
//! A file is eight bytes of header length, the header in JSON, and the data of all tensors without a hole between them:
//!
//! ```text
//! 58 00 .. 00 | {"fc1.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | 00 00 80 3f 00 00 00 40
//! ```
//!
//! Nothing in it is believed: lengths, offsets and shapes are checked against each other and against the file before
//! they are used, so a damaged file is an error that says what is wrong with it.

mod error;
mod json;
#[cfg(test)]
mod tests;

pub use error::Error;
pub use json::JsonError;

use json::Value;

use crate::{Dtype, Entry};

/// The longest header that the format allows.
pub const LONGEST_HEADER: u64 = 100_000_000;

/// The format's types and the number of bits of a value; two of them are narrower than a byte.
const TYPES: [(Dtype, usize); 22] = {
    use Dtype::{Bf16, F16, F32, F64, Other};
    [
        (F32, 32),
        (F64, 64),
        (Other("BOOL"), 8),
        (Other("F4"), 4),
        (Other("F6_E2M3"), 6),
        (Other("F6_E3M2"), 6),
        (Other("U8"), 8),
        (Other("I8"), 8),
        (Other("F8_E5M2"), 8),
        (Other("F8_E4M3"), 8),
        (Other("F8_E8M0"), 8),
        (Other("F8_E4M3FNUZ"), 8),
        (Other("F8_E5M2FNUZ"), 8),
        (Other("I16"), 16),
        (Other("U16"), 16),
        (F16, 16),
        (Bf16, 16),
        (Other("I32"), 32),
        (Other("U32"), 32),
        (Other("C64"), 64),
        (Other("I64"), 64),
        (Other("U64"), 64),
    ]
};

/// The format's own text for the name of a type; what it does not know is something else.
#[must_use]
pub fn name_of(name: &str) -> &'static str {
    TYPES.into_iter().map(|(dtype, _)| dtype.name()).find(|known| *known == name).unwrap_or("something else")
}

/// The tensors of a file in the order of their data.
///
/// # Errors
///
/// If the bytes are no such file.
pub fn parse(bytes: &[u8]) -> Result<Vec<Entry<'_>>, Error> {
    let Some((first, rest)) = bytes.split_first_chunk() else {
        return Err(Error::TooShort { found: bytes.len() });
    };
    let claimed = u64::from_le_bytes(*first);
    if claimed > LONGEST_HEADER {
        return Err(Error::HeaderTooLarge { claimed });
    }
    let split = usize::try_from(claimed).ok().and_then(|length| rest.split_at_checked(length));
    let Some((header, data)) = split else {
        return Err(Error::HeaderLength { claimed, available: rest.len() });
    };
    if header.first() != Some(&b'{') {
        return Err(Error::NoObject);
    }
    let Value::Object(fields) = json::parse(std::str::from_utf8(header)?)? else {
        return Err(Error::NoObject);
    };
    let infos = fields.into_iter().filter(|(name, _)| name != "__metadata__");
    lay_out(infos.map(|(name, info)| Info::new(name, &info)).collect::<Result<_, _>>()?, data)
}

/// What the header says about a tensor.
struct Info {
    name: String,
    dtype: Dtype,
    dims: Vec<usize>,
    start: usize,
    end: usize,
}

impl Info {
    fn new(name: String, info: &Value) -> Result<Self, Error> {
        let Some((dtype, dims, [start, end])) = fields(info) else {
            return Err(Error::Fields { tensor: name });
        };
        let known = TYPES.into_iter().find(|(known, _)| known.name() == dtype);
        let Some((dtype, bits)) = known else {
            return Err(Error::UnknownDtype { tensor: name, found: dtype.to_owned() });
        };
        let bits = dims.iter().try_fold(bits, |bits, &extent| bits.checked_mul(extent));
        let bytes = bits.filter(|bits| bits % 8 == 0).map(|bits| bits / 8);
        if bytes.is_none() || bytes != end.checked_sub(start) {
            return Err(Error::Size { tensor: name, dtype, dims, start, end });
        }
        Ok(Self { name, dtype, dims, start, end })
    }
}

/// The three fields of a tensor's object: `dtype`, `shape` and `data_offsets`.
fn fields(info: &Value) -> Option<(&str, Vec<usize>, [usize; 2])> {
    let sizes = |value: &Value| match value {
        Value::List(items) => items.iter().map(Value::size).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    let Value::Text(dtype) = info.field("dtype")? else { return None };
    let offsets = sizes(info.field("data_offsets")?)?;
    Some((dtype, sizes(info.field("shape")?)?, offsets.try_into().ok()?))
}

/// Gives each tensor its data, all of which must be used exactly once.
fn lay_out(mut infos: Vec<Info>, data: &[u8]) -> Result<Vec<Entry<'_>>, Error> {
    infos.sort_by_key(|info| (info.start, info.end));
    let mut filled = 0;
    let mut entries = Vec::with_capacity(infos.len());
    for Info { name, dtype, dims, start, end } in infos {
        if start != filled {
            return Err(Error::Offsets { tensor: name, expected: filled, found: start });
        }
        let Some(data) = data.get(start..end) else {
            return Err(Error::Truncated { tensor: name, end, available: data.len() });
        };
        filled = end;
        entries.push(Entry::new(name, dtype, dims, data));
    }
    if filled != data.len() {
        return Err(Error::TrailingData { filled, available: data.len() });
    }
    Ok(entries)
}
