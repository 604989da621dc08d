//! The works as processors with plainer vector instructions do them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::criterion;
use crate::table::not_run;
use crate::works;

pub(crate) fn section(levels: &Path) -> String {
    let title = "Plainer processors";
    let entries = fs::read_dir(levels).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.join("criterion").is_dir()).collect();
    folders.sort();
    if folders.is_empty() {
        return not_run(title, "levels");
    }
    let mut text = format!(
        "## {title}\n\nThis processor, held to the instructions of others (`--cfg nn_level`); the limits are those of the same \
         instructions. nalgebra's products of batches choose their instructions by themselves, so in W3 to W5 it has those of this processor.\n"
    );
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        text += &works::at_level(&name, &criterion::read(&folder.join("criterion")));
    }
    text
}
