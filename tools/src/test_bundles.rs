//! The bundles that the end-to-end tests open beside the built page.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{bundle, large_collection, project};

/// Makes them in folders of the one that is named: `dossier`, several articles with
/// annotations; `found`, an article that nobody has annotated; `archive`, a large collection,
/// written to `large` before. The tests serve what is in them as it is: there are no packed copies.
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
        (large, "archive"),
    ] {
        bundle::make(&articles, &folder.join(name), false)?;
    }
    Ok(())
}
