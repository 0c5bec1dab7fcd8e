//! The tagger's weights and their file format.
//!
//! The file contains: `AXN1`; the version, the number of labels and the base-2 logarithm of
//! the number of buckets (one byte each); the size of a unit (a little-endian `f32`); the
//! transitions (two bytes each); then, for each bucket with weights: how many buckets were
//! skipped (LEB128), which labels have a weight (a byte of bits), and the weights (one byte
//! each). These three kinds of numbers are stored in separate streams, which compress
//! better.

use std::fmt;

use super::features::{BUCKET_BITS, Row};

/// The number of labels: none, then the beginning and the inside of each kind of name.
pub const LABELS: usize = 7;
const STRIDE: usize = 8;
const MAGIC: &[u8; 4] = b"AXN1";
const VERSION: u8 = 1;
const BUCKETS: usize = 1 << BUCKET_BITS;
/// The score of an impossible transition: from none to the inside of a name.
const NEVER: i32 = -100_000;

/// Weights in whole units.
pub struct Weights {
    unit: f32,
    into: [[i32; LABELS]; LABELS],
    exponentials: [[f32; LABELS]; LABELS],
    table: Vec<[i8; STRIDE]>,
}

/// The reason why a file of weights cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file does not contain weights.
    NotWeights,
    /// The file has another version.
    OtherVersion(u8),
    /// The file is truncated or contains invalid values.
    Broken,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWeights => f.write_str("these are not weights of the tagger"),
            Self::OtherVersion(version) => write!(
                f,
                "these weights are of version {version}; version {VERSION} is needed"
            ),
            Self::Broken => f.write_str("these weights are broken"),
        }
    }
}

impl std::error::Error for Fault {}

impl Weights {
    /// Quantises weights. `into[label][previous]` are the transitions. Each of `buckets` is
    /// a number below 2^[`BUCKET_BITS`] with the weights of its labels.
    #[must_use]
    pub fn quantised(
        into: [[f32; LABELS]; LABELS],
        buckets: impl IntoIterator<Item = (u32, [f32; LABELS])>,
    ) -> Self {
        let buckets: Vec<(u32, [f32; LABELS])> = buckets.into_iter().collect();
        let all = buckets.iter().flat_map(|(_, weights)| weights);
        let most = all.fold(0.0f32, |most, weight| most.max(weight.abs()));
        let unit = (most / 127.0).max(1e-6);
        let mut table = vec![[0; STRIDE]; BUCKETS];
        for (bucket, weights) in buckets {
            if let Some(row) = table.get_mut(bucket as usize) {
                for (slot, weight) in row.iter_mut().zip(weights) {
                    *slot = (weight / unit).round().clamp(-127.0, 127.0) as i8;
                }
            }
        }
        Self::of(
            unit,
            into.map(|row| row.map(|w| (w / unit).round() as i32)),
            table,
        )
    }

    fn of(unit: f32, mut into: [[i32; LABELS]; LABELS], table: Vec<[i8; STRIDE]>) -> Self {
        for (label, row) in into.iter_mut().enumerate() {
            for (previous, rule) in row.iter_mut().enumerate() {
                if !may_follow(previous, label) {
                    *rule = NEVER;
                }
            }
        }
        let exponentials = into.map(|row| row.map(|rule| (rule as f32 * unit).exp().min(1e9)));
        Self {
            unit,
            into,
            exponentials,
            table,
        }
    }

    /// The size of a unit, in natural logarithms.
    #[must_use]
    pub fn unit(&self) -> f32 {
        self.unit
    }

    pub(super) fn transitions(&self) -> &[[i32; LABELS]; LABELS] {
        &self.into
    }

    pub(super) fn exponentials(&self) -> &[[f32; LABELS]; LABELS] {
        &self.exponentials
    }

    /// The sum of the weights of a token's features, by label.
    pub(super) fn scores(&self, row: &Row) -> [i32; LABELS] {
        let mut sums = [0i32; STRIDE];
        for bucket in row {
            if let Some(weights) = self.table.get(*bucket as usize) {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += i32::from(*weight);
                }
            }
        }
        let [a, b, c, d, e, f, g, _] = sums;
        [a, b, c, d, e, f, g]
    }

    /// Serialises the weights.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend([VERSION, LABELS as u8, BUCKET_BITS as u8]);
        bytes.extend(self.unit.to_le_bytes());
        for rule in self.into.iter().flatten() {
            let rule = (*rule).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16;
            bytes.extend(rule.to_le_bytes());
        }
        let (mut gaps, mut masks, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut count = 0u32;
        let mut passed = 0usize;
        for row in &self.table {
            let mut mask = 0u8;
            for (label, weight) in row.iter().enumerate() {
                if *weight != 0 {
                    mask |= 1 << label;
                    values.push(*weight as u8);
                }
            }
            if mask == 0 {
                passed += 1;
                continue;
            }
            leb128(passed, &mut gaps);
            masks.push(mask);
            count += 1;
            passed = 0;
        }
        bytes.extend(count.to_le_bytes());
        bytes.extend((gaps.len() as u32).to_le_bytes());
        bytes.extend(gaps);
        bytes.extend(masks);
        bytes.extend(values);
        bytes
    }

    /// Parses serialised weights.
    ///
    /// # Errors
    /// When the bytes are not valid weights.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(Fault::NotWeights)?;
        let [version, labels, bits] = take::<3>(&mut rest)?;
        if version != VERSION {
            return Err(Fault::OtherVersion(version));
        }
        if usize::from(labels) != LABELS || u32::from(bits) != BUCKET_BITS {
            return Err(Fault::Broken);
        }
        let unit = f32::from_le_bytes(take(&mut rest)?);
        if !(unit.is_finite() && unit > 0.0 && unit < 1e3) {
            return Err(Fault::Broken);
        }
        let mut into = [[0; LABELS]; LABELS];
        for rule in into.iter_mut().flatten() {
            *rule = i32::from(i16::from_le_bytes(take(&mut rest)?));
        }
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let gaps_length = u32::from_le_bytes(take(&mut rest)?) as usize;
        let (mut gaps, rest) = rest.split_at_checked(gaps_length).ok_or(Fault::Broken)?;
        let (masks, values) = rest.split_at_checked(count).ok_or(Fault::Broken)?;
        let mut values = values.iter();
        let mut table = vec![[0; STRIDE]; BUCKETS];
        let mut bucket = 0usize;
        for mask in masks {
            bucket = bucket
                .checked_add(read_leb128(&mut gaps)?)
                .ok_or(Fault::Broken)?;
            let row = table.get_mut(bucket).ok_or(Fault::Broken)?;
            for (label, slot) in row.iter_mut().enumerate().take(LABELS) {
                if mask & (1 << label) != 0 {
                    *slot = *values.next().ok_or(Fault::Broken)? as i8;
                }
            }
            bucket += 1;
        }
        Ok(Self::of(unit, into, table))
    }
}

/// Whether a label may follow another: the inside of a name follows its beginning or its
/// inside.
fn may_follow(previous: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || previous == label || previous + 1 == label
}

fn take<const COUNT: usize>(rest: &mut &[u8]) -> Result<[u8; COUNT], Fault> {
    let (taken, after) = rest.split_first_chunk::<COUNT>().ok_or(Fault::Broken)?;
    *rest = after;
    Ok(*taken)
}

fn leb128(mut value: usize, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn read_leb128(rest: &mut &[u8]) -> Result<usize, Fault> {
    let mut value = 0;
    for shift in [0, 7, 14, 21] {
        let [byte] = take::<1>(rest)?;
        value |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Ok(value);
        }
    }
    Err(Fault::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small() -> Weights {
        let into = [[0.5; LABELS]; LABELS];
        let row = [1.0, -2.0, 0.0, 0.25, 0.0, 0.0, 3.0];
        Weights::quantised(into, [(7, row), (9, row), (200_000, row)])
    }

    #[test]
    fn weights_survive_a_round_trip() {
        let bytes = small().to_bytes();
        let read = Weights::read(&bytes).unwrap();
        assert_eq!(read.to_bytes(), bytes);
        assert!(read.table == small().table);
        assert_eq!(read.table[7][6], 127);
    }

    #[test]
    fn other_bytes_are_rejected() {
        let good = small().to_bytes();
        let mut other = good.clone();
        other[4] = 9;
        assert_eq!(Weights::read(&other).err(), Some(Fault::OtherVersion(9)));
        assert_eq!(Weights::read(b"").err(), Some(Fault::NotWeights));
        assert_eq!(Weights::read(b"AXN1").err(), Some(Fault::Broken));
        for end in 0..good.len() {
            assert!(Weights::read(&good[..end]).is_err(), "cut at {end}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_accepted_or_rejected(noise in proptest::collection::vec(0u8.., 0..200), at in 4usize..160, byte in 0u8..) {
            let _ = Weights::read(&noise);
            let mut bytes = small().to_bytes();
            if let Some(slot) = bytes.get_mut(at) { *slot = byte; }
            if let Ok(weights) = Weights::read(&bytes) {
                let tagger = super::super::Tagger::with(weights);
                let text = "Guo Jiakun of the Ministry said in Beijing.";
                let _ = tagger.tag(&crate::document::Document::of(text));
            }
        }
    }
}
