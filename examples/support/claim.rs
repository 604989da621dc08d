//! How an example ends: with what it promised, or with a sentence about what is missing.

use std::error::Error;
use std::process::ExitCode;

/// Success, or failure with the error printed.
pub fn exit(result: Result<(), Box<dyn Error>>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Fails with `otherwise` if the claim does not hold.
pub fn check(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), Box<dyn Error>> {
    if holds { Ok(()) } else { Err(otherwise().into()) }
}
