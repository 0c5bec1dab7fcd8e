//! The bundles that the end-to-end tests open in addition to the built page.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{bundle, large_collection, project};

/// Creates the bundles in subfolders of the given folder: `dossier`, several annotated
/// articles; `found`, an article without annotations; `german`, an article
/// with an interface in German; and `archive`, a large collection,
/// which is first written to `large`. The tests serve the files directly, so there are no
/// compressed copies.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let [folder] = arguments else {
        bail!("usage: article-tools test-bundles DIR");
    };
    let (root, folder) = (project::root(), Path::new(folder));
    let large = folder.join("large");
    large_collection::write(&large)?;
    for (articles, name) in [
        (root.join("examples/detained-in-russia"), "dossier"),
        (root.join("tests/e2e/found"), "found"),
        (root.join("tests/e2e/german"), "german"),
        (large, "archive"),
    ] {
        bundle::make_for_tests(&articles, &folder.join(name))?;
    }
    Ok(())
}
