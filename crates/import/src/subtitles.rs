//! Reads subtitles: WebVTT and SubRip (SRT). Each cue is a paragraph; where a cue names its speaker,
//! the name stands before the words, as in transcripts.

use model::{Article, BlockKind};

use super::diagnostic::{Diagnostic, Diagnostics, FileProblem, TextProblem};
use super::draft::Draft;
use super::html::decoded;

/// Whether a text consists of subtitles.
pub(super) fn is_subtitles(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}');
    let is_vtt = text
        .strip_prefix("WEBVTT")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_number = |line: &str| line.bytes().all(|byte| byte.is_ascii_digit());
    is_vtt || (lines.next().is_some_and(is_number) && lines.next().is_some_and(is_timing))
}

/// Whether a line is such as `00:01.000 --> 00:04.200`.
fn is_timing(line: &str) -> bool {
    let is_time = |time: Option<&str>| {
        let time = time.unwrap_or_default().split_whitespace().next();
        time.is_some_and(|time| {
            time.contains(':')
                && time
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b','))
        })
    };
    let mut times = line.split("-->");
    is_time(times.next()) && is_time(times.next())
}

/// Reads the cues as an article.
pub(super) fn article_from_subtitles(
    id: &str,
    file: &str,
    text: &str,
) -> (Option<Article>, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::of(file);
    let mut draft = Draft::default();
    let mut cue: Option<Vec<&str>> = None;
    for line in text.lines().map(str::trim).chain(std::iter::once("")) {
        if is_timing(line) {
            cue = Some(Vec::new());
        } else if !line.is_empty() {
            if let Some(lines) = &mut cue {
                lines.push(line);
            }
        } else if let Some(lines) = cue.take() {
            draft.push(BlockKind::Paragraph, &words_of(&lines.join(" ")), &[]);
        }
    }
    if draft.blocks().is_empty() {
        diagnostics.report_file(FileProblem::NoWords);
        return (None, diagnostics.into_list());
    }
    draft.name_by_id(id, TextProblem::TitleFromFileName, &mut diagnostics);
    let article = draft.finish(id, &mut diagnostics);
    (Some(article), diagnostics.into_list())
}

/// The words of a cue without tags. A voice, `<v Ann Archer>`, becomes the name of the speaker.
fn words_of(cue: &str) -> String {
    let mut words = String::new();
    let mut rest = cue;
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        let Some((tag, after)) = after.split_once('>') else {
            words.push('<');
            rest = after;
            break;
        };
        let name = tag
            .strip_prefix('v')
            .filter(|name| name.starts_with([' ', '.', '\t']))
            .and_then(|name| name.split_once([' ', '\t']))
            .map(|(_, name)| name.trim());
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            if !words.trim().is_empty() {
                words.push(' ');
            }
            words.push_str(name);
            words.push_str(": ");
        }
        rest = after;
    }
    words.push_str(rest);
    decoded(&words).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::read;

    #[test]
    fn cues_are_paragraphs_with_their_speakers() {
        let vtt = "WEBVTT - a test\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:04.200 align:start\n<v Ann Archer>We have <i>waited</i> &amp;\nhoped.\n\n00:04.400 --> 00:07.000\n<v.loud Tom Hale>No.</v>\n\n00:08.000 --> 00:09.000\n";
        let srt = "1\r\n00:00:01,000 --> 00:00:04,200\r\nANN ARCHER: We have waited.\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\n<i>No.</i>\r\n";
        for (name, text, expected) in [
            (
                "a.vtt",
                vtt,
                "Ann Archer: We have waited & hoped.\n\nTom Hale: No.",
            ),
            ("a.srt", srt, "ANN ARCHER: We have waited.\n\nNo."),
            ("a.txt", srt, "ANN ARCHER: We have waited.\n\nNo."),
        ] {
            let (articles, _) = read(name, text.as_bytes());
            assert_eq!(articles[0].text, expected, "{name}");
            assert_eq!(articles[0].metadata.title, "a");
        }
    }

    #[test]
    fn other_texts_are_no_subtitles() {
        for text in ["", "WEBVTTX", "12\n\nIt was so.", "1\n10 --> 12", "a --> b"] {
            assert!(!is_subtitles(text), "{text}");
        }
        for text in [
            "WEBVTT",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v >",
        ] {
            assert!(is_subtitles(text));
            let _ = article_from_subtitles("a", "a.vtt", text);
        }
    }
}
