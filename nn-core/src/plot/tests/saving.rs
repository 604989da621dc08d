//! Pictures as files.

use super::*;
use crate::plot::PlotError;
use std::string::ToString;
use std::{format, fs};

#[test]
fn the_path_decides_the_format() {
    let directory = tempfile::tempdir().unwrap();
    for name in ["a.svg", "b.SVG", "c.png", "d.Png"] {
        let path = directory.path().join(name);
        chart().save(&path).unwrap();
        let bytes = fs::read(&path).unwrap();
        let picture = chart().picture().unwrap();
        let expected =
            if name.to_lowercase().ends_with("svg") { picture.svg().into_bytes() } else { picture.png().unwrap() };
        assert!(bytes == expected, "{name}");
    }
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 4);
}

#[test]
fn another_extension_is_refused_and_nothing_is_written() {
    let directory = tempfile::tempdir().unwrap();
    for name in ["a.jpg", "svg", "a.svg.gz", "a."] {
        let path = directory.path().join(name);
        let text = chart().save(&path).unwrap_err().to_string();
        let expected =
            format!("`{}` does not end in `.svg` or `.png`, which are the formats of pictures", path.display());
        assert_eq!(text, expected);
    }
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
}

#[test]
fn an_old_file_is_whole_or_replaced() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("picture.svg");
    fs::write(&path, "old").unwrap();
    // What cannot be drawn replaces nothing ..
    assert!(matches!(Chart::new().save(&path), Err(PlotError::Empty { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    // .. nor does a file that may not be written.
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    assert!(matches!(chart().save(&path), Err(PlotError::Save(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing is left beside it");
    fs::remove_file(&path).unwrap();
    chart().save(&path).unwrap();
    assert!(fs::read_to_string(&path).unwrap().starts_with("<svg"));
}

#[test]
fn a_directory_that_does_not_exist_is_an_error() {
    let directory = tempfile::tempdir().unwrap();
    let error = chart().save(directory.path().join("missing").join("a.png")).unwrap_err();
    assert!(matches!(error, PlotError::Save(_)), "{error}");
    fs::create_dir(directory.path().join("a.svg")).unwrap();
    assert!(matches!(chart().save(directory.path().join("a.svg")), Err(PlotError::Save(_))));
}
