//! `cargo xtask bench growth`: how the time and the memory of reading, searching and writing
//! grow with the length of the input, for inputs of many shapes.

mod annotated;
mod shapes;

use std::env;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use shapes::{SHAPES, Shape};

const USAGE: &str = "usage: cargo xtask bench growth [--from BYTES] [SHAPE…]; a shape is \
                     chosen by a part of its name";

/// The length of the first input, unless another is given.
const FROM: usize = 250_000;

/// How many times as long as the first input each one is.
const STEPS: [usize; 4] = [1, 2, 4, 8];

/// When a measurement is stopped.
const PATIENCE: Duration = Duration::from_secs(60);

/// Measures each shape in a process of its own and prints the seconds for each length, the
/// exponent of their growth between the last two, and the peak of the memory.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    if let [flag, name, bytes] = arguments
        && flag == "--measure"
    {
        return measure(name, bytes.parse().context(USAGE)?);
    }
    let (from, names) = match arguments {
        [flag, bytes, names @ ..] if flag == "--from" => (bytes.parse().context(USAGE)?, names),
        names => (FROM, names),
    };
    let is_chosen = |shape: &&Shape| {
        names.is_empty() || names.iter().any(|name| shape.name.contains(name.as_str()))
    };
    let chosen: Vec<&Shape> = SHAPES.iter().filter(is_chosen).collect();
    if chosen.is_empty() {
        bail!("no shape has this name; {USAGE}");
    }
    let heads = STEPS.map(|step| format!("{:>7}", format!("{} kB", from * step / 1000)));
    println!("seconds{:>43} growth {:>7}", heads.join(" "), "peak MB");
    for shape in chosen {
        let mut seconds: Vec<Option<f64>> = Vec::new();
        let mut peak = None;
        for step in STEPS {
            // What stopped once would stop with a longer input too.
            let is_hopeless = seconds.last().is_some_and(Option::is_none);
            let found = (!is_hopeless)
                .then(|| measured(shape.name, from * step))
                .transpose()?;
            seconds.push(found.flatten().map(|(seconds, _)| seconds));
            peak = found.flatten().and_then(|(_, peak)| peak);
        }
        let shown = seconds
            .iter()
            .map(|seconds| seconds.map_or(format!("{:>7}", "-"), |it| format!("{it:>7.3}")));
        println!(
            "{:<20}{} {:>6} {:>7}",
            shape.name,
            shown.collect::<Vec<_>>().join(" "),
            exponent(&seconds).map_or("-".to_owned(), |it| format!("{it:.2}")),
            peak.map_or("-".to_owned(), |peak| (peak / 1000).to_string()),
        );
    }
    Ok(())
}

/// The exponent of the growth between the last two lengths: 1 if the time is linear.
fn exponent(seconds: &[Option<f64>]) -> Option<f64> {
    match seconds {
        [.., Some(before), Some(last)] => Some((last / before).log2()),
        _ => None,
    }
}

/// Measures an input in another process: the seconds, and the peak of the memory in kB where
/// the system tells it. `None` if it takes too long or fails.
fn measured(name: &str, bytes: usize) -> Result<Option<(f64, Option<u64>)>> {
    let mut child = Command::new(env::current_exe()?)
        .args(["bench", "growth", "--measure", name, &bytes.to_string()])
        .stdout(Stdio::piped())
        .spawn()?;
    let begun = Instant::now();
    while child.try_wait()?.is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill()?;
            break;
        }
        sleep(Duration::from_millis(2));
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Ok(None);
    }
    let found: Value = serde_json::from_slice(&output.stdout)?;
    let seconds = found.get("seconds").and_then(Value::as_f64);
    let peak = found.get("peak").and_then(Value::as_u64);
    Ok(seconds.map(|seconds| (seconds, peak)))
}

/// Measures one input in this process and prints the result as JSON.
fn measure(name: &str, bytes: usize) -> Result<()> {
    let shape = SHAPES.iter().find(|shape| shape.name == name);
    let shape = shape.context("no shape has this name")?;
    let work = (shape.prepare)(bytes);
    let (begun, on_processor) = (Instant::now(), processor_seconds());
    work();
    let elapsed = begun.elapsed().as_secs_f64();
    let counted = processor_seconds().zip(on_processor);
    let seconds = counted.map_or(elapsed, |(after, before)| after - before);
    println!("{}", json!({ "seconds": seconds, "peak": peak() }));
    Ok(())
}

/// How long this thread was on a processor; `None` where the system does not tell. Other programs
/// do not disturb it.
fn processor_seconds() -> Option<f64> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = times.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

/// The most memory that this process had, in kB; `None` where the system has no such file.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_is_prepared_and_read() {
        for shape in SHAPES {
            (shape.prepare)(2_000)();
        }
    }

    #[test]
    fn growth_is_an_exponent() {
        assert_eq!(exponent(&[Some(1.0), Some(2.0), Some(8.0)]), Some(2.0));
        assert_eq!(exponent(&[Some(1.0), None]), None);
    }
}
