//! What an archive says about the claims of all its articles, for charts.

use std::borrow::Cow;

use model::{Date, Stance};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The claims of all articles of an archive: when they were published, and who makes most of them.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "Charts")]
pub struct ChartsRecord<'a> {
    /// The speakers with most claims, most first.
    #[serde(default)]
    pub speakers: Vec<SpeakerRecord<'a>>,
    /// When the claims were published; absent if no article has a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timeline: Option<TimelineRecord>,
}

/// A speaker and the number of claims of each stance.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(rename = "SpeakerCounts")]
pub struct SpeakerRecord<'a> {
    /// The value of `speaker` in the address of a view.
    pub id: Cow<'a, str>,
    /// The name.
    pub name: Cow<'a, str>,
    /// The stances of the claims with their numbers.
    pub claims: Vec<(Stance, u32)>,
}

/// When claims were published, in consecutive intervals of the same length.
#[derive(Debug, Serialize, Deserialize, JsonSchema, TS)]
#[ts(optional_fields, rename = "Timeline")]
pub struct TimelineRecord {
    /// The length of an interval in months; 0 for a week, absent for a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    /// The first day of the first interval.
    pub from: Date,
    /// For each interval, the stances of its claims with their numbers.
    pub bars: Vec<Vec<(Stance, u32)>>,
    /// The number of articles without a date.
    #[serde(default)]
    pub undated: u32,
    /// The number of articles whose date is a year or month that does not fit one interval.
    #[serde(default)]
    pub imprecise: u32,
}
