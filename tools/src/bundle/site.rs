//! What the workspace needs to publish a folder of static files.

use article_explorer::LanguageTag;
use pack::{COLLECTION, Kit, Scripts, hashed, language_part};
use publish::Site;

use super::published::Published;

/// Describes the files of such a folder. The interface has the language `tag`, and its pages have
/// `scripts`.
pub(super) fn of(page: &Published, kit: &Kit, scripts: &Scripts, tag: LanguageTag) -> Site {
    let article = hashed("boot-article", "js", scripts.one.page.as_bytes());
    let list = hashed("boot-list", "js", scripts.several.page.as_bytes());
    let frame = hashed("frame", "js", scripts.several.frame.as_bytes());
    let styles = kit.sheet.file.clone();
    let parts = ["on_demand", "upgrade", "exports", COLLECTION].into_iter();
    let parts: Vec<&str> = parts.chain(language_part(tag)).collect();
    let files = page.files_with(&parts).into_iter();
    let files = files.chain([&styles, &article, &list, &frame]);
    Site {
        skeleton: kit.skeleton.clone(),
        files: files.cloned().collect(),
        styles,
        article,
        list,
        frame,
    }
}
