//! Names of published files.

/// The maximum number of characters before the ending. File systems take 255 bytes.
const LONGEST: usize = 60;

/// A name for a file that every file system takes, from the title of an article: letters, digits, and
/// hyphens in place of everything else. Characters that only change how others are shown, such as
/// those that reverse a text, are left out.
#[must_use]
pub fn file_name(title: &str, ending: &str) -> String {
    let words = title.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(LONGEST).collect();
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        return format!("article{ending}");
    }
    format!("{name}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_becomes_a_name_of_one_file() {
        let long = "x".repeat(500);
        for (title, name) in [
            ("Bridge to be built?", "Bridge-to-be-built.html"),
            ("../../etc/passwd", "etc-passwd.html"),
            ("a\u{202e}lmth.exe", "a-lmth-exe.html"),
            ("会议 2026", "会议-2026.html"),
            ("", "article.html"),
            ("…", "article.html"),
            ("</script>\u{2028}\0", "script.html"),
            (&long, &format!("{}.html", "x".repeat(60))),
        ] {
            assert_eq!(file_name(title, ".html"), name);
        }
    }
}
