//! Pictures of what a network learns and what it makes of its data, as SVG and PNG.
//!
//! | what to see | type |
//! |---|---|
//! | loss, accuracy, learning rate over the epochs; functions, schedules, traces; points by class with a line through them | [`Chart`] |
//! | which answer a network with two inputs gives where | [`Regions`] |
//! | what a classifier confuses with what | [`Confusion`] |
//! | images with what they were taken for | [`Images`] |
//! | images above what was made of them | [`Pairs`] |
//! | several of these in one picture | [`Grid`] |
//!
//! Each of them is finished by `picture`, or by `save`, which looks at how the path ends: `.svg` or `.png`. Equal data give equal bytes.
//!
//! Nothing needs a font or a program on the machine: letters come from DejaVu Sans, which is part of the program, and are outlines in both
//! formats. The font may be used and passed on freely ([Bitstream Vera's licence](https://dejavu-fonts.github.io/License.html)); letters
//! that it lacks, those of Chinese for one, become empty boxes.
//!
//! The palette is that of Okabe and Ito, which people with every kind of colour vision can tell apart; classes differ in the form of their
//! points, too.
//!
//! # Examples
//!
//! ```
//! use static_nn::plot::{Chart, Grid};
//!
//! let picture = Grid::new(2)
//!     .title("Two activations")
//!     .panel(Chart::new().title("tanh").function("", [-4.0, 4.0], f64::tanh))
//!     .panel(Chart::new().title("ReLU").function("", [-4.0, 4.0], |x| x.max(0.0)))
//!     .picture()?;
//! picture.save(std::env::temp_dir().join("nn-core-activations.svg"))?;
//! picture.save(std::env::temp_dir().join("nn-core-activations.png"))?;
//! # std::fs::remove_file(std::env::temp_dir().join("nn-core-activations.svg")).unwrap();
//! # std::fs::remove_file(std::env::temp_dir().join("nn-core-activations.png")).unwrap();
//! # Ok::<(), static_nn::plot::PlotError>(())
//! ```

mod axis;
mod chart;
mod color;
mod confusion;
mod contour;
mod error;
mod geometry;
mod grid;
mod history;
mod images;
mod legend;
mod number;
mod pairs;
mod panel;
mod picture;
mod plane;
mod range;
mod regions;
mod scale;
mod scene;
mod series;
mod style;
#[cfg(test)]
mod tests;
mod tiles;
mod value;

pub use chart::Chart;
pub use confusion::Confusion;
pub use error::PlotError;
pub use grid::Grid;
pub use images::Images;
pub use pairs::Pairs;
pub use panel::Panel;
pub use picture::Picture;
pub use regions::{Regions, around};
pub use value::{Point, Value};
