//! What is called after every epoch.

use alloc::boxed::Box;
use core::fmt;
use core::ops::ControlFlow;

use super::History;

/// What a callback answers: nothing, to go on, or a [`ControlFlow`], whose break ends the training.
#[diagnostic::on_unimplemented(
    message = "a callback answers nothing or a `ControlFlow<()>`, not `{Self}`",
    label = "end the closure with `;`, or with `ControlFlow::Continue(())` or `ControlFlow::Break(())`"
)]
pub trait Answer {
    /// Whether training goes on.
    fn flow(self) -> ControlFlow<()>;
}

impl Answer for () {
    fn flow(self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl Answer for ControlFlow<()> {
    fn flow(self) -> ControlFlow<()> {
        self
    }
}

/// A callback of any kind, so that the type of a trainer does not tell it; none goes on.
#[derive(Clone)]
pub(super) struct Callback(Option<Box<dyn Copied>>);

/// A function that can be copied by those who do not know its type.
trait Copied: Send + Sync {
    fn call(&mut self, history: &History) -> ControlFlow<()>;
    fn copied(&self) -> Box<dyn Copied>;
}

impl<F: FnMut(&History) -> R + Clone + Send + Sync + 'static, R: Answer> Copied for F {
    fn call(&mut self, history: &History) -> ControlFlow<()> {
        self(history).flow()
    }

    fn copied(&self) -> Box<dyn Copied> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Copied> {
    fn clone(&self) -> Self {
        (**self).copied()
    }
}

impl Callback {
    pub(super) const NONE: Self = Self(None);

    pub(super) fn new<R: Answer>(call: impl FnMut(&History) -> R + Clone + Send + Sync + 'static) -> Self {
        Self(Some(Box::new(call)))
    }

    pub(super) fn call(&mut self, history: &History) -> ControlFlow<()> {
        self.0.as_mut().map_or(ControlFlow::Continue(()), |callback| callback.call(history))
    }
}

impl fmt::Debug for Callback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Some(..)" } else { "None" })
    }
}
