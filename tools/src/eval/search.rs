//! `cargo xtask eval search DIR…`: measures relevance, time and size of the collection
//! search.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use search::Query;
use search::collection::{CollectionIndex, Document, PartId};

use super::judged::{Judged, Text};
use super::measures::{average_precision, ndcg, quantile, recall};
use crate::compression::brotli_of;

/// The depth to which rankings are judged.
const DEPTH: usize = 1_000;

/// The number of results on a page, which is what is timed.
const SHOWN: usize = 10;

/// Judges and measures one collection, and prints the results.
pub(super) fn run(dir: &Path) -> Result<()> {
    let judged = Judged::read(dir)?;
    println!(
        "{}: {} documents, {} queries",
        dir.display(),
        judged.documents.len(),
        judged.queries.len()
    );
    let begin = Instant::now();
    let index = build(&judged.documents);
    let built = begin.elapsed();
    if !judged.grades.is_empty() {
        print_relevance(&judged, &index, "as they are", |text| text.to_owned());
        print_relevance(&judged, &index, "one typing error each", misspelt);
    }
    println!("  build {:.0} ms", built.as_secs_f64() * 1e3);
    print_size(&index)?;
    print_times(&judged, &index);
    print_parts(&judged, &index)?;
    Ok(())
}

fn build(texts: &[Text]) -> CollectionIndex {
    CollectionIndex::build(texts.iter().map(|text| Document {
        id: &text.id,
        title: &text.title,
        text: &text.text,
        language: &text.language,
        ..Document::default()
    }))
}

fn print_relevance(
    judged: &Judged,
    index: &CollectionIndex,
    what: &str,
    written: impl Fn(&str) -> String,
) {
    let (mut sums, mut count, mut empty) = ([0.0; 3], 0u32, 0);
    for (id, text) in &judged.queries {
        let Some(grades) = judged.grades.get(id) else {
            continue;
        };
        let result = index.search(&Query::parse(&written(text)), DEPTH);
        let ids = result.hits.iter().filter_map(|hit| index.id(hit.number));
        let ranking: Vec<&str> = ids.collect();
        empty += u32::from(ranking.is_empty());
        count += 1;
        sums[0] += ndcg(&ranking, grades, 10);
        sums[1] += average_precision(&ranking, grades);
        sums[2] += recall(&ranking, grades, 100);
    }
    let [ndcg, map, recall] = sums.map(|sum| sum / f64::from(count.max(1)));
    println!(
        "  queries {what}: nDCG@10 {ndcg:.4} · MAP {map:.4} · Recall@100 {recall:.4} · \
         {empty} of {count} without results"
    );
}

/// The query with two adjacent letters of its longest word swapped.
fn misspelt(text: &str) -> String {
    let words = text.split(' ');
    let Some(longest) = words.max_by_key(|word| word.chars().count()) else {
        return text.to_owned();
    };
    let mut letters: Vec<char> = longest.chars().collect();
    let middle = letters.len() / 2;
    if middle > 0 {
        letters.swap(middle - 1, middle);
    }
    let swapped: String = letters.into_iter().collect();
    text.replacen(longest, &swapped, 1)
}

fn print_size(index: &CollectionIndex) -> Result<()> {
    for (what, bytes) in [
        ("index", index.to_bytes_without_positions()),
        ("with positions", index.to_bytes()),
    ] {
        let begin = Instant::now();
        let loaded = CollectionIndex::from_bytes(&bytes)?;
        let load = begin.elapsed().as_secs_f64() * 1e3;
        println!(
            "  {what}: {:.0} kB, brotli {:.0} kB, loads in {load:.2} ms ({} documents)",
            bytes.len() as f64 / 1e3,
            brotli_of(&bytes)?.len() as f64 / 1e3,
            loaded.len(),
        );
    }
    Ok(())
}

fn print_times(judged: &Judged, index: &CollectionIndex) {
    let mut whole = Vec::new();
    let mut typing = Vec::new();
    let timed = |text: &str| {
        let begin = Instant::now();
        let result = index.search(&Query::parse(text), SHOWN);
        let time = begin.elapsed().as_secs_f64() * 1e3;
        std::hint::black_box(result);
        time
    };
    for (_, text) in &judged.queries {
        for (end, c) in text.char_indices() {
            let typed = text.get(..end + c.len_utf8()).unwrap_or(text);
            typing.push(timed(typed));
        }
        whole.push(timed(&format!("{text} ")));
    }
    let of = |times: &mut [f64], part| quantile(times, part);
    println!(
        "  typing p50 {:.3} p95 {:.3} p99 {:.3} ms · whole queries p50 {:.3} p95 {:.3} ms",
        of(&mut typing, 0.5),
        of(&mut typing, 0.95),
        of(&mut typing, 0.99),
        of(&mut whole, 0.5),
        of(&mut whole, 0.95),
    );
}

/// Prints what a reader loads before the first result, for each query on its own.
fn print_parts(judged: &Judged, index: &CollectionIndex) -> Result<()> {
    let bytes = index.to_parts();
    let head = brotli_of(&bytes.head)?.len() as f64 / 1e3;
    let mut sizes = std::collections::HashMap::new();
    for (id, part) in &bytes.parts {
        sizes.insert(*id, brotli_of(part)?.len() as f64 / 1e3);
    }
    let words: Vec<f64> = sizes
        .iter()
        .filter(|(id, _)| matches!(id, PartId::Words(_)))
        .map(|(_, size)| *size)
        .collect();
    let empty = CollectionIndex::from_head(&bytes.head)?;
    let mut counts = Vec::new();
    let mut weights = Vec::new();
    for (_, text) in &judged.queries {
        let needed = empty.parts_needed(&Query::parse(&format!("{text} ")));
        counts.push(needed.len() as f64);
        weights.push(head + needed.iter().filter_map(|id| sizes.get(id)).sum::<f64>());
    }
    println!(
        "  in parts: head {head:.0} kB, {} parts of {:.0} kB on average (brotli); a query needs \
         p50 {} p95 {} parts, with the head p50 {:.0} p95 {:.0} kB",
        words.len(),
        words.iter().sum::<f64>() / words.len().max(1) as f64,
        quantile(&mut counts, 0.5),
        quantile(&mut counts, 0.95),
        quantile(&mut weights, 0.5),
        quantile(&mut weights, 0.95),
    );
    Ok(())
}
