//! What criterion has left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The medians in nanoseconds: by group, then by function, then by what is behind it.
pub(crate) type Groups = BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>;

/// All medians below a folder; none if there is no such folder.
pub(crate) fn read(folder: &Path) -> Groups {
    let mut groups = Groups::new();
    add(folder, &mut groups);
    groups
}

fn add(folder: &Path, groups: &mut Groups) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            add(&path, groups);
        }
    }
    if folder.file_name().is_none_or(|name| name != "new") {
        return;
    }
    let (Some(names), Some(estimates)) = (json(&folder.join("benchmark.json")), json(&folder.join("estimates.json")))
    else {
        return;
    };
    let name = |key: &str| names[key].as_str().unwrap_or_default().to_string();
    if let Some(median) = estimates["median"]["point_estimate"].as_f64() {
        let functions = groups.entry(name("group_id")).or_default();
        functions.entry(name("function_id")).or_default().insert(name("value_str"), median);
    }
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// The lines of a file of JSON; none if there is no such file.
pub(crate) fn lines(results: &Path, name: &str) -> Vec<Value> {
    let text = fs::read_to_string(results.join(name).with_extension("jsonl")).unwrap_or_default();
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}
