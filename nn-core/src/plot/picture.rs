//! A finished picture.

use std::ffi::OsStr;
use std::path::Path;
use std::string::{String, ToString};
use std::vec::Vec;

use super::PlotError;
use super::scene::Scene;
use crate::io::replace::replace;
use crate::settings::SettingError;

/// A finished picture, on white, to be saved as a file or kept as bytes.
///
/// Equal data give equal bytes.
///
/// # Examples
///
/// ```
/// use static_nn::plot::Chart;
///
/// let picture = Chart::new().title("Squares").line("x²", [1.0, 4.0, 9.0]).picture()?;
/// assert_eq!(picture.size(), [800, 500]);
/// assert!(picture.svg().contains(r#"aria-label="Squares""#));
/// assert_eq!(&picture.png()?[1..4], b"PNG");
/// # Ok::<(), static_nn::plot::PlotError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    scene: Scene,
    resolution: f64,
}

/// A PNG has from this many pixels for each unit of length ..
const COARSEST: f64 = 0.1;
/// .. to this many.
const FINEST: f64 = 10.0;

impl Picture {
    pub(super) fn new(scene: Scene) -> Self {
        Self { scene, resolution: 1.0 }
    }

    /// How wide and how high it is: pixels of a PNG of resolution 1, and units of an SVG.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        [self.scene.width, self.scene.height]
    }

    /// How many pixels a PNG has for each unit of length, across and down: 1 unless set, 0.1 to 10. A screen with small pixels
    /// shows a picture of resolution 2 sharply. An SVG stays what it is.
    #[must_use]
    pub fn resolution(mut self, pixels: f64) -> Self {
        self.resolution = pixels;
        self
    }

    /// The picture as the text of an SVG file.
    ///
    /// Letters are outlines of DejaVu Sans, so that they look the same wherever the file is shown; what they say is in the
    /// attributes `aria-label`.
    #[must_use]
    pub fn svg(&self) -> String {
        self.scene.to_string()
    }

    /// The picture as the bytes of a PNG file.
    ///
    /// # Errors
    ///
    /// [`PlotError::Setting`] if the resolution is not within 0.1 to 10.
    pub fn png(&self) -> Result<Vec<u8>, PlotError> {
        if !(COARSEST..=FINEST).contains(&self.resolution) {
            return Err(SettingError { setting: "resolution", value: self.resolution, permitted: "0.1 to 10" }.into());
        }
        let pixels = self.scene.paint(self.resolution);
        let pixels = pixels.ok_or_else(|| PlotError::Encode { reason: "it has too many pixels".into() })?;
        pixels.encode_png().map_err(|error| PlotError::Encode { reason: error.to_string() })
    }

    /// Saves the picture in the format that the path ends in: `.svg` or `.png`, in small letters or capitals.
    ///
    /// The file is written beside `path` and put in its place when it is whole.
    ///
    /// # Errors
    ///
    /// [`PlotError::Extension`] if the path ends in something else, and [`PlotError::Save`] if the file system refuses; the old file is
    /// unchanged then.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), PlotError> {
        let path = path.as_ref();
        let extension = path.extension().map(OsStr::to_ascii_lowercase);
        let bytes = match extension.as_deref().and_then(|extension| extension.to_str()) {
            Some("svg") => self.svg().into_bytes(),
            Some("png") => self.png()?,
            _ => return Err(PlotError::Extension { path: path.into() }),
        };
        Ok(replace(path, &bytes)?)
    }
}
