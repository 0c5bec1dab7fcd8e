//! `cargo xtask train DATA`: trains the weights of the tagger on texts annotated by people,
//! and on news annotated by a larger tagger.
//!
//! A linear-chain conditional random field, trained by stochastic gradients with AdaGrad's
//! regularised dual averaging (Duchi, Hazan and Singer, 2011), whose L1 term leaves most
//! weights at zero. The same data always gives exactly the same weights.

#![expect(
    clippy::indexing_slicing,
    reason = "tables of a fixed size, indexed by labels and by hashes that are below it"
)]

use std::fs;
use std::path::Path;

use annotate::document::Document;
use annotate::lexicon;
use annotate::tagger::{BUCKET_BITS, Evidence, KINDS, LABELS, Row, Tagger, Weights, rows};
use anyhow::{Context as _, Result, bail};
use formats::news_label;

use super::examples::{self, Example};
use super::names::{self, trimmed};
use crate::compression::brotli_of;
use crate::project;

/// The data sets that may be used for training, and how often each text occurs in a round.
const SOURCES: [(&str, usize); 8] = [
    ("uner-ewt-train", 1),
    ("uner-ewt-dev", 1),
    ("wikigold-train", 1),
    ("crossner-politics-train", 1),
    ("crossner-politics-dev", 1),
    ("gum-train", 1),
    ("gum-dev", 1),
    (NEWS, 1),
];

/// The news that a larger tagger annotated. Every eighth text is never trained on, so that the
/// others can be judged by it.
pub(super) const NEWS: &str = "silver-gmb";

/// Whether a text of [`NEWS`] is kept for development, by its place in the file.
pub(super) fn is_held_out(place: usize) -> bool {
    place % 8 == 7
}

/// The file of the weights in the repository.
pub(super) const WEIGHTS: &str = "weights/ner.bin";

/// The settings of a training run.
struct Settings {
    rounds: usize,
    rate: f64,
    /// The L1 term per sentence.
    sparsity: f64,
    /// Buckets with fewer occurrences are dropped.
    least: u32,
    /// The reduction of the score for "no name", in natural logarithms; it raises recall at
    /// the cost of precision.
    bias: f32,
    /// How often each text of the news occurs in a round.
    news: usize,
    /// Whether to train on the development sets too.
    everything: bool,
}

/// A sentence: the buckets of its tokens, and their labels.
struct Sentence {
    rows: Vec<Row>,
    labels: Vec<usize>,
}

/// Trains and writes the weights, and prints their results on the development sets.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut folder = None;
    let mut settings = Settings {
        rounds: 12,
        rate: 0.2,
        sparsity: 3.4e-5,
        least: 2,
        bias: 0.4,
        news: 1,
        everything: false,
    };
    let mut out = project::root().join(WEIGHTS);
    for argument in arguments {
        match argument.split_once('=') {
            Some(("--rounds", value)) => settings.rounds = value.parse()?,
            Some(("--rate", value)) => settings.rate = value.parse()?,
            Some(("--sparsity", value)) => settings.sparsity = value.parse()?,
            Some(("--least", value)) => settings.least = value.parse()?,
            Some(("--bias", value)) => settings.bias = value.parse()?,
            Some(("--news", value)) => settings.news = value.parse()?,
            Some(("--out", value)) => out = value.into(),
            _ if argument == "--everything" => settings.everything = true,
            _ if argument.starts_with("--") => bail!("`train` does not know `{argument}`"),
            _ => folder = Some(argument),
        }
    }
    let Some(folder) = folder else {
        bail!("usage: cargo xtask train DATA [--everything] [--rounds=12] [--out=FILE]");
    };
    let folder = Path::new(folder);
    let mut sentences = Vec::new();
    for (name, times) in SOURCES {
        let times = if name == NEWS { settings.news } else { times };
        let held_out = name.ends_with("-dev");
        if times == 0 || (held_out && !settings.everything) {
            continue;
        }
        let mut read = examples::read(&folder.join(format!("{name}.jsonl")))?;
        if name == NEWS {
            read = only(read, |place| !is_held_out(place));
        }
        for _ in 0..times {
            for example in &read {
                add_sentences(example, name.starts_with("gum"), &mut sentences);
            }
        }
    }
    println!("{} sentences", sentences.len());
    let weights = train(&mut sentences, &settings);
    let bytes = weights.to_bytes();
    if let Some(parent) = out.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
    println!(
        "{}: {} bytes, {} by brotli",
        out.display(),
        bytes.len(),
        brotli_of(&bytes)?.len()
    );
    let tagger = Tagger::with(weights);
    for name in [
        NEWS,
        "uner-ewt-dev",
        "gum-dev",
        "crossner-politics-dev",
        "re3d-train",
        "wnut17-dev",
    ] {
        let file = folder.join(format!("{name}.jsonl"));
        if file.is_file() {
            let mut gold = examples::read(&file)?;
            if name == NEWS {
                gold = only(gold, is_held_out);
            }
            println!("{name:<24} {}", names::score_tagger(&gold, &tagger));
        }
    }
    Ok(())
}

/// The examples at some places of a file.
fn only(examples: Vec<Example>, is_kept: impl Fn(usize) -> bool) -> Vec<Example> {
    let numbered = examples.into_iter().enumerate();
    let kept = numbered.filter(|(place, _)| is_kept(*place));
    kept.map(|(_, example)| example).collect()
}

/// Splits a text into sentences and labels its tokens. Names of peoples, and titles without
/// a name, are annotated in only one source, so they are ignored there.
fn add_sentences(example: &Example, loose: bool, sentences: &mut Vec<Sentence>) {
    let document = Document::of(&example.text);
    let evidence = Evidence::of(&document);
    let mut labels = vec![0; document.tokens.len()];
    for (range, kind) in &example.names {
        let Some(kind) = KINDS.iter().position(|known| news_label(*known) == kind) else {
            continue;
        };
        let range = trimmed(&example.text, *range);
        let first = document
            .tokens
            .partition_point(|token| token.range.end <= range.start);
        let end = document
            .tokens
            .partition_point(|token| token.range.start < range.end);
        let tokens = document.slice(&(first..end));
        let common = |class| tokens.iter().all(|token| token.is(class));
        if loose
            && (common(lexicon::PEOPLE | lexicon::TITLE | lexicon::ROLE)
                || !tokens.iter().any(|token| token.is_capital()))
        {
            continue;
        }
        for (place, label) in labels.iter_mut().enumerate().take(end).skip(first) {
            *label = 1 + 2 * kind + usize::from(place > first);
        }
    }
    for sentence in &document.sentences {
        let mut features = Vec::new();
        rows(&document, sentence, &evidence, &mut features);
        let labels = labels.get(sentence.clone()).unwrap_or_default().to_vec();
        if features.len() <= 200 {
            sentences.push(Sentence {
                rows: features,
                labels,
            });
        }
    }
}

/// A weight by dual averaging: the sum of its gradients and of their squares.
#[derive(Clone, Copy, Default)]
struct Dual {
    sum: f32,
    squares: f32,
}

impl Dual {
    fn weight(self, settings: &Settings, time: f64) -> f64 {
        let sum = f64::from(self.sum);
        let over = sum.abs() - settings.sparsity * time;
        if over <= 0.0 {
            return 0.0;
        }
        -sum.signum() * settings.rate * over / (1e-6 + f64::from(self.squares).sqrt())
    }

    fn add(&mut self, gradient: f64) {
        self.sum += gradient as f32;
        self.squares += (gradient * gradient) as f32;
    }
}

type Scores = [f64; LABELS];

fn train(sentences: &mut [Sentence], settings: &Settings) -> Weights {
    let buckets = 1usize << BUCKET_BITS;
    let mut counts = vec![0u32; buckets];
    for sentence in sentences.iter() {
        for bucket in sentence.rows.iter().flatten() {
            counts[*bucket as usize] += 1;
        }
    }
    let mut duals = vec![[Dual::default(); LABELS]; buckets];
    let mut rules = [[Dual::default(); LABELS]; LABELS];
    let mut time = 0.0;
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1Du64;
    for round in 0..settings.rounds {
        for at in (1..order.len()).rev() {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(at, (random % (at as u64 + 1)) as usize);
        }
        let mut loss = 0.0;
        for index in &order {
            let sentence = &sentences[*index];
            let into: [Scores; LABELS] =
                rules.map(|row| row.map(|rule| rule.weight(settings, time)));
            let scores: Vec<Scores> = sentence
                .rows
                .iter()
                .map(|row| {
                    let mut sums = [0.0; LABELS];
                    for bucket in row.iter().map(|bucket| *bucket as usize) {
                        if counts[bucket] >= settings.least {
                            for (sum, dual) in sums.iter_mut().zip(&duals[bucket]) {
                                *sum += dual.weight(settings, time);
                            }
                        }
                    }
                    sums
                })
                .collect();
            time += 1.0;
            let expected = Expected::of(&scores, &into);
            loss += expected.loss(&scores, &into, &sentence.labels);
            let mut before: Option<usize> = None;
            for (at, (row, gold)) in sentence.rows.iter().zip(&sentence.labels).enumerate() {
                let mut gradient = expected.labels[at];
                gradient[*gold] -= 1.0;
                for bucket in row.iter().map(|bucket| *bucket as usize) {
                    if counts[bucket] < settings.least {
                        continue;
                    }
                    for (dual, gradient) in duals[bucket].iter_mut().zip(gradient) {
                        if gradient.abs() > 1e-5 {
                            dual.add(gradient);
                        }
                    }
                }
                if let Some(before) = before {
                    rules[*gold][before] = {
                        let mut rule = rules[*gold][before];
                        rule.sum -= 1.0;
                        rule
                    };
                }
                before = Some(*gold);
            }
            for (row, pairs) in rules.iter_mut().zip(expected.pairs) {
                for (rule, expected) in row.iter_mut().zip(pairs) {
                    rule.sum += expected as f32;
                    rule.squares += (expected * expected) as f32;
                }
            }
        }
        println!("round {:>2}: loss {loss:.0}", round + 1);
    }
    let kept = duals.iter().enumerate().filter_map(|(bucket, duals)| {
        let weights = duals.map(|dual| dual.weight(settings, time) as f32);
        weights
            .iter()
            .any(|weight| *weight != 0.0)
            .then_some((bucket as u32, weights))
    });
    let mut into = rules.map(|row| row.map(|rule| rule.weight(settings, time) as f32));
    let [none, ..] = &mut into;
    for rule in none {
        *rule -= settings.bias;
    }
    Weights::quantised(into, kept)
}

/// The model's expectations for a sentence.
struct Expected {
    /// The probability of each label of each token.
    labels: Vec<Scores>,
    /// How often each label follows another, as `[label][previous]`.
    pairs: [Scores; LABELS],
    /// The logarithm of the sum over all labellings.
    all: f64,
}

impl Expected {
    /// Runs the scaled forward–backward algorithm.
    fn of(scores: &[Scores], into: &[Scores; LABELS]) -> Self {
        let rules = into.map(|row| row.map(f64::exp));
        let mut all = 0.0;
        let own: Vec<Scores> = scores
            .iter()
            .map(|row| {
                let most = row.iter().copied().fold(f64::MIN, f64::max);
                all += most;
                row.map(|score| (score - most).exp())
            })
            .collect();
        let mut forward: Vec<Scores> = Vec::with_capacity(own.len());
        for (at, own) in own.iter().enumerate() {
            let mut row = *own;
            for (label, value) in row.iter_mut().enumerate() {
                if at > 0 {
                    *value *= (0..LABELS)
                        .filter(|previous| follows(*previous, label))
                        .map(|previous| forward[at - 1][previous] * rules[label][previous])
                        .sum::<f64>();
                } else if label != 0 && label % 2 == 0 {
                    *value = 0.0;
                }
            }
            let sum: f64 = row.iter().sum();
            all += sum.ln();
            forward.push(row.map(|value| value / sum));
        }
        let mut pairs = [[0.0; LABELS]; LABELS];
        let mut labels = vec![[0.0; LABELS]; own.len()];
        let mut after = [1.0; LABELS];
        for at in (0..own.len()).rev() {
            let mut product = [0.0; LABELS];
            for label in 0..LABELS {
                product[label] = forward[at][label] * after[label];
            }
            let sum: f64 = product.iter().sum();
            labels[at] = product.map(|value| value / sum);
            let Some(before) = at.checked_sub(1).map(|before| forward[before]) else {
                break;
            };
            let mut next = [0.0; LABELS];
            let mut sums = [[0.0; LABELS]; LABELS];
            let mut total = 0.0;
            for label in 0..LABELS {
                for previous in (0..LABELS).filter(|previous| follows(*previous, label)) {
                    let step = rules[label][previous] * own[at][label] * after[label];
                    next[previous] += step;
                    sums[label][previous] = before[previous] * step;
                    total += sums[label][previous];
                }
            }
            for (pairs, sums) in pairs.iter_mut().zip(sums) {
                for (pair, sum) in pairs.iter_mut().zip(sums) {
                    *pair += sum / total;
                }
            }
            let sum: f64 = next.iter().sum();
            after = next.map(|value| value / sum);
        }
        Self { labels, pairs, all }
    }

    fn loss(&self, scores: &[Scores], into: &[Scores; LABELS], gold: &[usize]) -> f64 {
        let mut sum = 0.0;
        let mut before = None;
        for (row, label) in scores.iter().zip(gold) {
            sum += row[*label];
            if let Some(before) = before {
                let before: usize = before;
                sum += into[*label][before];
            }
            before = Some(*label);
        }
        self.all - sum
    }
}

fn follows(previous: usize, label: usize) -> bool {
    label == 0 || label % 2 == 1 || previous == label || previous + 1 == label
}
