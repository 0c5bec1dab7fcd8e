//! Names of published files.

/// The maximum number of characters before the ending.
const LONGEST: usize = 80;

/// A name for a file that every file system takes, from the id of an article: letters, digits, and
/// hyphens in place of everything else. Characters that only change how others are shown, such as
/// those that reverse a text, are left out.
#[must_use]
pub fn file_name(id: &str, ending: &str) -> String {
    let words = id.split(|c: char| !(c.is_alphanumeric() || c == '_'));
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
    fn every_id_becomes_a_name_of_one_file() {
        let long = "x".repeat(500);
        for (id, name) in [
            ("bridge-to-be-built", "bridge-to-be-built.html"),
            ("../../etc/passwd", "etc-passwd.html"),
            ("a\u{202e}lmth.exe", "a-lmth-exe.html"),
            ("会议 2026", "会议-2026.html"),
            ("", "article.html"),
            ("…", "article.html"),
            ("</script>\u{2028}\0", "script.html"),
            (&long, &format!("{}.html", "x".repeat(80))),
        ] {
            assert_eq!(file_name(id, ".html"), name);
        }
    }
}
