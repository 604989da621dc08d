//! The members of a zip file.
//!
//! Source: PKWARE, "APPNOTE.TXT", 6.3: the list of members at the end (sections 4.3.12 and 4.3.16), and the header before each (4.3.7).

use std::borrow::Cow;

use super::NpzError;

const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// What a size says that stands elsewhere, since it takes more than 32 bits.
const ELSEWHERE: usize = u32::MAX as usize;

/// One file in the archive.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    method: u16,
    is_encrypted: bool,
    checksum: u32,
    /// As many bytes as there are in the archive.
    packed: usize,
    /// As many bytes as they come to.
    pub(super) size: usize,
    /// Where its header stands.
    at: usize,
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}

/// The list at the end of the archive.
pub(super) fn members(bytes: &[u8]) -> Result<Vec<Member>, NpzError> {
    const END: &[u8] = b"PK\x05\x06";
    const LENGTH: usize = 22;
    // A comment of up to 64 KiB may stand behind it, and nothing else.
    let from = bytes.len().saturating_sub(LENGTH + usize::from(u16::MAX));
    let ends = |at: usize| {
        short(bytes, at + LENGTH - 2).is_some_and(|comment| at + LENGTH + usize::from(comment) == bytes.len())
    };
    let at =
        (from..bytes.len()).rev().find(|&at| bytes[at..].starts_with(END) && ends(at)).ok_or(NpzError::NoDirectory)?;
    let field = |offset| long(bytes, at + offset).ok_or(NpzError::NoDirectory);
    let count = short(bytes, at + 10).ok_or(NpzError::NoDirectory)?;
    let (size, start) = (field(12)?, field(16)?);
    let list = start.checked_add(size).and_then(|end| bytes.get(start..end)).ok_or(NpzError::Directory)?;
    let (mut members, mut rest) = (Vec::new(), list);
    for _ in 0..count {
        let (member, length) = member(rest).ok_or(NpzError::Directory)?;
        members.push(member);
        rest = &rest[length..];
    }
    // Members that share their bytes would be read as often as there are members.
    let packed = members.iter().try_fold(0, |sum: usize, member| sum.checked_add(member.packed));
    if packed.is_none_or(|packed| packed > bytes.len()) { Err(NpzError::Directory) } else { Ok(members) }
}

/// The member that a list begins with, and how long its place in the list is.
fn member(list: &[u8]) -> Option<(Member, usize)> {
    const LENGTH: usize = 46;
    list.starts_with(b"PK\x01\x02").then_some(())?;
    let [name, extra, comment] = [28, 30, 32].map(|at| short(list, at).map(usize::from));
    let end = LENGTH + name?;
    let length = end + extra? + comment?;
    list.get(..length)?;
    let member = Member {
        name: String::from_utf8_lossy(&list[LENGTH..end]).into_owned(),
        is_encrypted: short(list, 8)? & 1 == 1,
        method: short(list, 10)?,
        checksum: u32::from_le_bytes(*list.get(16..)?.first_chunk()?),
        packed: long(list, 20)?,
        size: long(list, 24)?,
        at: long(list, 42)?,
    };
    Some((member, length))
}

impl Member {
    /// Whether its bytes are in the archive as they are.
    pub(super) fn is_stored(&self) -> bool {
        self.method == STORED
    }

    /// Its bytes, unpacked.
    pub(super) fn content<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, NpzError> {
        let member = || self.name.clone();
        if self.is_encrypted {
            return Err(NpzError::Beyond { member: member(), what: "is encrypted" });
        }
        if [self.packed, self.size, self.at].contains(&ELSEWHERE) {
            return Err(NpzError::Beyond { member: member(), what: "takes 4 GiB or more" });
        }
        let packed = self.data(bytes).ok_or_else(|| NpzError::Member { member: member() })?;
        let content = match self.method {
            STORED => Cow::Borrowed(packed),
            DEFLATED => {
                // No more memory is taken than the list says, which cannot say more than deflate ever comes to.
                const MOST_TIMES: usize = 1_032;
                if self.size / MOST_TIMES > packed.len() {
                    return Err(NpzError::Packed { member: member() });
                }
                let unpacked = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, self.size);
                Cow::Owned(unpacked.map_err(|_| NpzError::Packed { member: member() })?)
            }
            method => return Err(NpzError::Method { member: member(), method }),
        };
        if content.len() != self.size {
            return Err(NpzError::Packed { member: member() });
        }
        if checksum(&content) != self.checksum {
            return Err(NpzError::Checksum { member: member() });
        }
        Ok(content)
    }

    /// Its bytes as they lie behind its header, whose name and extra fields may be longer than those of the list.
    fn data<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        const LENGTH: usize = 30;
        let header = bytes.get(self.at..)?;
        header.starts_with(b"PK\x03\x04").then_some(())?;
        let start = LENGTH + usize::from(short(header, 26)?) + usize::from(short(header, 28)?);
        header.get(start..)?.get(..self.packed)
    }
}

/// The remainder of a member as a polynomial (CRC-32, ISO 3309), eight bits at a time.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    static TABLE: [u32; 256] = {
        let (mut table, mut i) = ([0; 256], 0_u32);
        while i < 256 {
            let (mut remainder, mut bit) = (i, 0);
            while bit < 8 {
                remainder = if remainder & 1 == 1 { 0xEDB8_8320 ^ remainder >> 1 } else { remainder >> 1 };
                bit += 1;
            }
            table[i as usize] = remainder;
            i += 1;
        }
        table
    };
    // No call for each byte: a macro is compiled without optimisation.
    let (mut remainder, mut i) = (!0, 0);
    while i < bytes.len() {
        remainder = TABLE[((remainder ^ u32::from(bytes[i])) & 0xFF) as usize] ^ remainder >> 8;
        i += 1;
    }
    !remainder
}

#[cfg(test)]
mod tests {
    #[test]
    fn checksums_are_those_of_the_standard() {
        assert_eq!(super::checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(super::checksum(b""), 0);
    }
}
