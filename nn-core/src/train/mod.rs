//! Training: batches, epochs, and what came of them.
//!
//! [`Trainer`] holds the settings, [`Trainer::fit`] trains a network and returns the [`History`]; [`evaluate`] measures a network
//! on samples that it has not seen. Who wants a loop of their own calls the network's
//! [`train_step`](crate::network::train_step), which is what `fit` does for every batch.
//!
//! | to | call |
//! |---|---|
//! | change the learning rate as training goes on | [`schedule`](Trainer::schedule), [`schedule_steps`](Trainer::schedule_steps) |
//! | find one to begin with | [`find_learning_rate`](Trainer::find_learning_rate) |
//! | let some samples count more than others | [`sample_weights`](Trainer::sample_weights) |
//! | leave some layers as they are | [`freeze`](Trainer::freeze) |
//! | bound the gradient | [`clip_norm`](Trainer::clip_norm), [`clip_value`](Trainer::clip_value) |
//! | bound the weights | [`max_norm`](Trainer::max_norm) |
//! | choose what a step averages | [`batch_size`](Trainer::batch_size), [`accumulate`](Trainer::accumulate), [`drop_last`](Trainer::drop_last) |
//! | stop when nothing improves, and keep the best network | [`early_stopping`](Trainer::early_stopping) |
//! | look at every epoch, and stop | [`on_epoch`](Trainer::on_epoch), with the network [`fit_each`](Trainer::fit_each) |
//! | stop today and go on tomorrow | `checkpoint`, `resume` (feature `std`) |
//! | keep the numbers | [`History::to_csv`], [`History::to_json_lines`] |
//!
//! Everything is checked before the first step. Between then and the end nothing is allocated, except by a progress bar on a
//! terminal, by whoever writes a checkpoint, and by the history of more than 65,536 epochs. The
//! seed decides everything: on one machine, the same seed and data give the same parameters, bit by bit.
//!
//! With the feature `rayon`, batches of 256 samples and more, and what is measured, are divided between threads where that pays: those
//! of rayon's global pool, or of the one in whose `install` the call is. Their number changes no bit of the result. [`Trainer::fit`] runs
//! as a whole in the pool then.

mod batches;
mod callback;
#[cfg(feature = "std")]
mod checkpoint;
mod clip;
mod clock;
mod data;
mod descent;
mod early_stopping;
mod error;
mod evaluate;
mod export;
mod find;
mod fit;
mod history;
mod model;
#[cfg(feature = "progress")]
mod progress;
mod run;
mod scheduled;
mod settings;
mod tally;
#[cfg(test)]
mod tests;
mod trainer;
mod validation;
mod watch;

pub use callback::Answer;
#[cfg(feature = "std")]
pub use checkpoint::{Checkpoint, CheckpointError};
pub use early_stopping::EarlyStopping;
pub use error::{Set, TrainError};
pub use evaluate::{Evaluation, evaluate};
pub use find::RateSweep;
pub use history::{Epoch, History};
pub use model::{Borrowed, Model, ModelMut, Owned, Plain};
#[cfg(not(feature = "progress"))]
pub use trainer::ProgressBar;
pub use trainer::Trainer;
pub use validation::{NoValidation, Validation, ValidationLoss, ValidationSample, ValidationSet};

#[doc(no_inline)]
pub use crate::schedule::Monitor;
