//! Where the pictures of the examples go, and what several of them show.

use std::env;
use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use static_nn::plot::{Images, Picture};

use super::{Digits, arguments};

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

/// Ten images with what they are and what they were taken for, up to five of them misread ones.
pub fn answers<const PIXELS: usize>(side: usize, digits: &Digits<PIXELS>, guesses: &[usize]) -> Images {
    let read = digits.iter().zip(guesses).map(|((image, label), &guess)| (image, label, guess));
    let (right, wrong): (Vec<_>, Vec<_>) = read.partition(|(_, label, guess)| label == guess);
    let wrong = wrong.into_iter().take(5);
    let right = right.into_iter().take(10 - wrong.len());
    wrong.chain(right).fold(
        Images::new(side, side).title("What it is, and what it was taken for"),
        |picture, (image, label, guess)| picture.answer(image, label, guess),
    )
}

/// What stands behind `--out`, or `pictures` beside everything else that cargo makes.
fn directory(arguments: impl IntoIterator<Item = OsString>) -> Result<PathBuf, lexopt::Error> {
    if let Some(directory) = arguments::after("out", arguments)? {
        return Ok(directory.into());
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
    }

    #[test]
    fn pictures_lie_beside_what_cargo_makes() {
        assert!(of(&[]).unwrap().ends_with("pictures"));
        assert_eq!(of(&["--quick"]).unwrap(), of(&[]).unwrap());
    }
}
