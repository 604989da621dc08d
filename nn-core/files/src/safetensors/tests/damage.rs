use super::super::parse;
use super::dense;

/// Steele, Lea and Flood's splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// Damages a file in one of the ways in which files are damaged, and in some in which they are not.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"\"\\{}[]:,0919eE-. \nu";
    if bytes.len() < 8 {
        return bytes.push(random.byte());
    }
    let at = random.below(bytes.len());
    match random.below(7) {
        0 => bytes.truncate(at),
        1 => bytes.extend_from_within(at..),
        2 => {
            let claimed = [u64::MAX, u64::MAX - 7, 1 << 63, 100_000_000, bytes.len() as u64, 0][random.below(6)];
            bytes[..8].copy_from_slice(&claimed.to_le_bytes());
        }
        3 => bytes[random.below(8)] = random.byte(),
        4 => bytes[at] = random.byte(),
        5 => bytes[at] = TELLING[random.below(TELLING.len())],
        // A digit of the header, where it can do most.
        _ => bytes[at.min(200)] = b"0123456789"[random.below(10)],
    }
}

#[test]
fn random_damage_never_panics() {
    let valid = dense();
    let mut random = Random(1);
    let mut refused = 0;
    for _ in 0..20_000 {
        let mut bytes = valid.clone();
        for _ in 0..=random.below(3) {
            damage(&mut bytes, &mut random);
        }
        let values =
            parse(&bytes).map(|entries| entries.iter().map(|entry| entry.floats().is_ok()).collect::<Vec<_>>());
        refused += usize::from(values.is_err());
    }
    assert!(refused > 10_000, "only {refused} of the damaged files were refused");
}
