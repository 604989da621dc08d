//! The table of a network's layers.

use core::fmt;

use super::Network;
use crate::private::on_stack;
use crate::scalar::Scalar;
use crate::shape::Shape;

/// One line of a network's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerInfo {
    /// The name of its field, or of its activations.
    pub name: &'static str,
    /// What it is, as in the layer list: `Dense(784 -> 128)`.
    pub kind: &'static str,
    /// The extents of its output.
    pub output: &'static [usize],
    /// How many parameters it has.
    pub parameters: usize,
    /// Multiply-adds of one sample.
    pub macs: usize,
    /// Values that `forward` has room for on its account: those that it hands to the next layer, and those that it needs while it runs.
    pub values: usize,
}

/// A network's table of layers; `Display` writes it.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    name: &'static str,
    input: &'static [usize],
    layers: &'static [LayerInfo],
    parameters: usize,
    parameter_bytes: usize,
    macs: usize,
    forward_bytes: usize,
    /// Of a network that has a `forward`.
    stack_bytes: Option<usize>,
}

impl Summary {
    pub(super) fn of<T: Scalar, N: Network<T>>() -> Self {
        Self {
            name: N::NAME,
            input: N::Input::DIMS,
            layers: N::LAYERS,
            parameters: N::PARAMETERS,
            parameter_bytes: N::PARAMETER_BYTES,
            macs: N::MACS,
            forward_bytes: N::FORWARD_BYTES,
            stack_bytes: on_stack(N::FORWARD_SCRATCH + N::OUTPUTS).then_some(N::STACK_BYTES),
        }
    }
}

/// Extents as a layer list writes them: `[1, 28, 28]`.
struct Dims(&'static [usize]);

impl fmt::Display for Dims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (i, dim) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            dim.fmt(f)?;
        }
        f.write_str("]")
    }
}

/// How many characters a value takes when written.
fn width(value: &impl fmt::Display) -> usize {
    struct Count(usize);
    impl fmt::Write for Count {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 += text.chars().count();
            Ok(())
        }
    }
    let mut count = Count(0);
    // Counting cannot fail.
    let _ = fmt::Write::write_fmt(&mut count, format_args!("{value}"));
    count.0
}

/// Writes `value` and blanks up to `columns` characters.
fn cell(f: &mut fmt::Formatter<'_>, value: &impl fmt::Display, columns: usize) -> fmt::Result {
    write!(f, "{value}{:1$}", "", columns.saturating_sub(width(value)))
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widest = |of: fn(&LayerInfo) -> usize, least: usize| self.layers.iter().map(of).fold(least, usize::max) + 2;
        let name = widest(|layer| layer.name.len(), "layer".len());
        let kind = widest(|layer| layer.kind.len(), "input".len());
        let output = widest(|layer| width(&Dims(layer.output)), "output".len().max(width(&Dims(self.input))));
        writeln!(f, "{}", self.name)?;
        writeln!(f, "  {:name$}{:kind$}{:output$}{:>12}{:>15}", "layer", "", "output", "parameters", "multiply-adds")?;
        write!(f, "  {:name$}{:kind$}", "", "input")?;
        cell(f, &Dims(self.input), output)?;
        writeln!(f)?;
        for layer in self.layers {
            write!(f, "  {:name$}{:kind$}", layer.name, layer.kind)?;
            cell(f, &Dims(layer.output), output)?;
            writeln!(f, "{:>12}{:>15}", layer.parameters, layer.macs)?;
        }
        let bytes = self.parameter_bytes;
        write!(
            f,
            "  {:name$}{:kind$}{:output$}{:>12}{:>15}   {bytes} bytes",
            "total", "", "", self.parameters, self.macs
        )?;
        write!(f, "\n  one sample needs {} bytes more", self.forward_bytes)?;
        match self.stack_bytes {
            Some(stack) => write!(f, ", and `forward` takes up to {stack} bytes of stack"),
            None => write!(f, ", in the scratch of `forward_with`"),
        }
    }
}
