//! Numbers as bytes, for reading and writing the serialised index.

/// Appends a number in LEB128: seven bits per byte, lowest first; the high bit means that
/// more bytes follow.
pub(super) fn put_number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends bytes, preceded by their length.
pub(super) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(bytes);
}

/// Reads bytes from the front. Every read past the end returns `None`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(super) fn new(rest: &'b [u8]) -> Self {
        Self { rest }
    }

    /// The unread bytes.
    pub(super) fn rest(&self) -> &'b [u8] {
        self.rest
    }

    /// Reads a number written by [`put_number`]. Bits above the lowest 32 are dropped.
    #[inline]
    pub(super) fn number(&mut self) -> Option<u32> {
        let (&first, rest) = self.rest.split_first()?;
        self.rest = rest;
        if first < 0x80 {
            return Some(u32::from(first));
        }
        let mut value = u32::from(first & 0x7F);
        for shift in (7..32).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            value |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        Some(value)
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// Reads bytes written by [`put_bytes`].
    pub(super) fn bytes(&mut self) -> Option<&'b [u8]> {
        let count = self.number()?;
        self.take(count as usize)
    }

    /// Reads four bytes as a little-endian number.
    pub(super) fn fixed32(&mut self) -> Option<u32> {
        let bytes = self.take(4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    }

    /// Reads eight bytes as a little-endian number.
    pub(super) fn fixed64(&mut self) -> Option<u64> {
        let bytes = self.take(8)?.try_into().ok()?;
        Some(u64::from_le_bytes(bytes))
    }

    /// Skips `count` numbers.
    pub(super) fn skip_numbers(&mut self, count: u32) -> Option<()> {
        let mut left = count;
        while left > 0 {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            left -= u32::from(byte < 0x80);
        }
        Some(())
    }
}

/// A checksum that detects damage but not tampering: it multiplies eight bytes at a time by
/// an odd number and rotates the result (the step of FxHash).
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    let mut chunks = bytes.chunks_exact(8);
    let mut sum = bytes.len() as u64;
    for chunk in &mut chunks {
        sum = step(
            sum,
            u64::from_le_bytes(chunk.try_into().unwrap_or_default()),
        );
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(chunks.remainder()) {
        *to = *from;
    }
    step(sum, u64::from_le_bytes(last))
}

/// A checksum of half the size.
pub(super) fn short_checksum(bytes: &[u8]) -> u32 {
    let sum = checksum(bytes);
    (sum >> 32) as u32 ^ sum as u32
}

const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_survive_a_round_trip(numbers in proptest::collection::vec(proptest::num::u32::ANY, 0..20)) {
            let mut bytes = Vec::new();
            for number in &numbers {
                put_number(&mut bytes, *number);
            }
            let mut reader = Reader::new(&bytes);
            for number in &numbers {
                proptest::prop_assert_eq!(reader.number(), Some(*number));
            }
            proptest::prop_assert_eq!(reader.number(), None);
            let mut skipping = Reader::new(&bytes);
            proptest::prop_assert_eq!(skipping.skip_numbers(numbers.len() as u32), Some(()));
            proptest::prop_assert!(skipping.rest().is_empty());
            proptest::prop_assert_eq!(skipping.skip_numbers(1), None);
        }

        #[test]
        fn a_changed_byte_changes_the_checksum(mut bytes in proptest::collection::vec(0u8.., 1..60), at in 0usize..60, by in 1u8..) {
            let before = checksum(&bytes);
            let at = at % bytes.len();
            bytes[at] ^= by;
            proptest::prop_assert_ne!(checksum(&bytes), before);
        }
    }
}
