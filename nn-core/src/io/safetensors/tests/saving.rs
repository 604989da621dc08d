use std::fs;
use std::path::Path;
use std::prelude::rust_2024::*;
use std::string::ToString;

use super::super::{SaveError, load_into, save};
use super::{Net, counting};
use crate::io::staged::stage;

fn loaded(path: &Path) -> Net<f32> {
    let mut net = Net::default();
    load_into(&mut net, path).unwrap();
    net
}

fn names(directory: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    fs::read_dir(directory).unwrap().map(name).collect()
}

#[test]
fn saving_twice_replaces_the_file_and_leaves_nothing_else() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    save(&Net::<f32>::default(), &path).unwrap();
    assert_eq!(loaded(&path), Net::default());
    save(&counting::<f32>(), &path).unwrap();
    assert_eq!(loaded(&path), counting());
    assert_eq!(names(directory.path()), ["net.safetensors"]);
}

#[test]
fn a_save_that_ends_before_the_renaming_leaves_the_old_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    save(&counting::<f32>(), &path).unwrap();

    let staged = stage(directory.path(), "net.safetensors".as_ref(), None, b"half a fi").unwrap();
    assert_eq!(names(directory.path()).len(), 2);
    assert_eq!(loaded(&path), counting());

    drop(staged);
    assert_eq!(names(directory.path()), ["net.safetensors"]);
    assert_eq!(loaded(&path), counting());
}

#[test]
fn a_diverged_network_leaves_the_old_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    save(&counting::<f32>(), &path).unwrap();
    let mut diverged = counting::<f32>();
    diverged.bias[0] = f32::NAN;
    let error = save(&diverged, &path).unwrap_err();
    assert!(matches!(error, SaveError::Content { .. }));
    assert!(error.to_string().contains("net.safetensors`: `fc1.bias[0]` is NaN"), "{error}");
    assert_eq!(names(directory.path()), ["net.safetensors"]);
    assert_eq!(loaded(&path), counting());
}

#[test]
fn what_stands_in_the_way_is_named_and_stays() {
    let directory = tempfile::tempdir().unwrap();
    let net = counting::<f32>();
    let error = save(&net, directory.path()).unwrap_err();
    assert!(matches!(error, SaveError::NotAFile { .. }), "{error}");

    let missing = directory.path().join("models/net.safetensors");
    let error = save(&net, &missing).unwrap_err();
    assert!(matches!(error, SaveError::Io { .. }));
    assert!(error.to_string().contains(&missing.display().to_string()), "{error}");

    let file = directory.path().join("file");
    fs::write(&file, "kept").unwrap();
    assert!(matches!(save(&net, file.join("net.safetensors")), Err(SaveError::Io { .. })));

    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    assert!(matches!(save(&net, &file), Err(SaveError::ReadOnly { .. })));
    assert_eq!(fs::read(&file).unwrap(), b"kept");
    assert_eq!(names(directory.path()), ["file"]);
}

/// Not even for a moment is there a file where the program happens to stand.
#[test]
fn a_path_without_a_file_is_refused() {
    let before = names(Path::new("."));
    for path in ["", "..", "missing/", "missing/."] {
        let error = save(&counting::<f32>(), path).unwrap_err();
        assert!(matches!(error, SaveError::NoFileName { .. }), "{path}: {error}");
    }
    assert_eq!(names(Path::new(".")), before);
    let text = "`` names no file: add the file's own name, as in `model.safetensors`";
    assert_eq!(save(&counting::<f32>(), "").unwrap_err().to_string(), text);
}

/// What [`a_killed_save_is_cleared_away`] starts and kills.
#[test]
fn a_save_that_never_ends() {
    let Some(directory) = std::env::var_os("SAVE_WITHOUT_END") else { return };
    let _staged = stage(Path::new(&directory), "net.safetensors".as_ref(), None, b"half a fi").unwrap();
    loop {
        std::thread::park();
    }
}

#[test]
fn a_killed_save_is_cleared_away() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    let test = "io::safetensors::tests::saving::a_save_that_never_ends";
    let mut other = std::process::Command::new(std::env::current_exe().unwrap())
        .args([test, "--exact"])
        .env("SAVE_WITHOUT_END", directory.path())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let half = || fs::read_dir(directory.path()).unwrap().any(|entry| entry.unwrap().metadata().unwrap().len() == 9);
    while !half() {
        assert_eq!(other.try_wait().unwrap(), None);
        std::thread::yield_now();
    }
    // Something that is called alike, and a file that is to become another one.
    fs::create_dir(directory.path().join(".saving-net.safetensors-directory")).unwrap();
    fs::write(directory.path().join(".saving-other-a1B2c3"), "").unwrap();

    save(&counting::<f32>(), &path).unwrap();
    assert_eq!(names(directory.path()).len(), 4, "the other one may still come to an end");
    other.kill().unwrap();
    other.wait().unwrap();
    assert_eq!(names(directory.path()).len(), 4);
    save(&counting::<f32>(), &path).unwrap();
    let mut names = names(directory.path());
    names.sort();
    assert_eq!(names, [".saving-net.safetensors-directory", ".saving-other-a1B2c3", "net.safetensors"]);
    assert_eq!(loaded(&path), counting());
}

/// Many at once never take away what another is about to rename.
#[test]
fn saves_side_by_side_all_arrive() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("net.safetensors");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    save(&counting::<f32>(), &path).unwrap();
                }
            });
        }
    });
    assert_eq!(names(directory.path()), ["net.safetensors"]);
    assert_eq!(loaded(&path), counting());
}

/// With what is added to it, the name of the file is no longer than a name may be.
#[test]
fn the_longest_name() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("n".repeat(255));
    save(&counting::<f32>(), &path).unwrap();
    assert_eq!(loaded(&path), counting());
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, File};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::path::Path;
    use std::thread;

    use super::{Net, SaveError, counting, loaded, names, save};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn permissions_are_the_usual_ones_or_those_of_the_old_file() {
        let directory = tempfile::tempdir().unwrap();
        let (path, usual) = (directory.path().join("net"), directory.path().join("usual"));
        File::create(&usual).unwrap();
        save(&counting::<f32>(), &path).unwrap();
        assert_eq!(mode(&path), mode(&usual));

        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save(&counting::<f32>(), &path).unwrap();
        assert_eq!(mode(&path), 0o640);
    }

    #[test]
    fn a_link_stays_a_link() {
        let directory = tempfile::tempdir().unwrap();
        let (path, link) = (directory.path().join("epoch-12"), directory.path().join("latest"));
        save(&Net::<f32>::default(), &path).unwrap();
        symlink("epoch-12", &link).unwrap();
        save(&counting::<f32>(), &link).unwrap();
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("epoch-12"));
        assert_eq!(loaded(&path), counting());
    }

    /// A link may be there before what it leads to, in another directory and over another link.
    #[test]
    fn a_link_that_leads_to_nothing_stays_a_link() {
        let directory = tempfile::tempdir().unwrap();
        let at = |name| directory.path().join(name);
        fs::create_dir(at("runs")).unwrap();
        symlink("runs/current", at("latest")).unwrap();
        symlink("../epoch-12", at("runs/current")).unwrap();
        save(&counting::<f32>(), at("latest")).unwrap();
        assert_eq!(fs::read_link(at("latest")).unwrap(), Path::new("runs/current"));
        assert_eq!(fs::read_link(at("runs/current")).unwrap(), Path::new("../epoch-12"));
        assert!(fs::symlink_metadata(at("epoch-12")).unwrap().is_file());
        assert_eq!(loaded(&at("epoch-12")), counting());

        symlink("missing/net", at("astray")).unwrap();
        let error = save(&counting::<f32>(), at("astray")).unwrap_err();
        assert!(matches!(&error, SaveError::Io { path, .. } if path.ends_with("missing/net")), "{error}");
        symlink("circle", at("circle")).unwrap();
        assert!(matches!(save(&counting::<f32>(), at("circle")), Err(SaveError::Io { .. })));
        assert_eq!(fs::read_link(at("circle")).unwrap(), Path::new("circle"));
    }

    #[test]
    fn what_is_no_file_is_not_replaced() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("socket");
        let _socket = UnixListener::bind(&path).unwrap();
        let error = save(&counting::<f32>(), &path).unwrap_err();
        assert!(matches!(error, SaveError::NotAFile { .. }), "{error}");
    }

    #[test]
    fn whoever_loads_meanwhile_sees_one_whole_file() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("net");
        save(&counting::<f32>(), &path).unwrap();
        thread::scope(|scope| {
            let saving = scope.spawn(|| {
                for round in 0..50 {
                    save(&if round % 2 == 0 { Net::default() } else { counting::<f32>() }, &path).unwrap();
                }
            });
            while !saving.is_finished() {
                let net = loaded(&path);
                assert!(net == Net::default() || net == counting());
            }
        });
        assert_eq!(names(directory.path()), ["net"]);
    }
}
