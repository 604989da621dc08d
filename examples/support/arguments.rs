//! What stands behind an example's name.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The directory after `--data`: where the files are that are too large to travel with the source.
pub fn data() -> Result<Option<PathBuf>, lexopt::Error> {
    Ok(after("data", env::args_os().skip(1))?.map(PathBuf::from))
}

/// What stands after an option, `--out DIR` or `--out=DIR`. Other arguments are not for whoever asks.
pub fn after(option: &str, arguments: impl IntoIterator<Item = OsString>) -> Result<Option<OsString>, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    while let Some(argument) = parser.next()? {
        if argument == lexopt::Arg::Long(option) {
            return Ok(Some(parser.value()?));
        }
        parser.optional_value();
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<Option<OsString>, lexopt::Error> {
        after("out", arguments.iter().map(OsString::from))
    }

    #[test]
    fn an_option_stands_anywhere() {
        assert_eq!(of(&["--out", "here"]).unwrap().unwrap(), "here");
        assert_eq!(of(&["--data", "mnist", "--seed=3", "--out=here"]).unwrap().unwrap(), "here");
        assert_eq!(of(&["--quick"]).unwrap(), None);
        assert_eq!(of(&["--out"]).unwrap_err().to_string(), "missing argument for option '--out'");
    }
}
