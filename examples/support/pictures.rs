//! Where the pictures of the examples go.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use static_nn::plot::Picture;

/// Writes the picture as `NAME.svg` and `NAME.png`, and prints where they are: in `target/pictures`, or in `DIR` after `--out DIR`.
pub fn save(name: &str, picture: &Picture) -> Result<(), Box<dyn Error>> {
    let directory = directory(env::args_os().skip(1))?;
    fs::create_dir_all(&directory).map_err(|error| format!("could not make `{}`: {error}", directory.display()))?;
    let stem = directory.join(name);
    picture.save(stem.with_extension("svg"))?;
    picture.save(stem.with_extension("png"))?;

    let here = env::current_dir()?;
    println!("picture: {}.{{svg,png}}", stem.strip_prefix(here).unwrap_or(&stem).display());
    Ok(())
}

/// What stands behind `--out`, or `pictures` beside everything else that cargo makes. Other arguments are the example's own.
fn directory(arguments: impl IntoIterator<Item = OsString>) -> Result<PathBuf, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        if argument == lexopt::Arg::Long("out") {
            return Ok(parser.value()?.into());
        }
        parser.optional_value();
    }
    let target = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from);
    Ok(target.join("pictures"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<PathBuf, lexopt::Error> {
        directory(arguments.iter().map(OsString::from))
    }

    #[test]
    fn the_directory_can_be_chosen() {
        assert_eq!(of(&["--out", "here"]).unwrap(), Path::new("here"));
        assert_eq!(of(&["--data", "mnist", "--seed=3", "--out=here"]).unwrap(), Path::new("here"));
        assert_eq!(of(&["--out"]).unwrap_err().to_string(), "missing argument for option '--out'");
    }

    #[test]
    fn pictures_lie_beside_what_cargo_makes() {
        assert!(of(&[]).unwrap().ends_with("pictures"));
        assert_eq!(of(&["--quick"]).unwrap(), of(&[]).unwrap());
    }
}
