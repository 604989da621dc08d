//! The progress bar, which shows and changes nothing.

use super::*;
use crate::loss::Loss;
use crate::network::Outcome;
use crate::shape::D1;
use crate::train::progress::{epoch_text, step_text};
use crate::train::tally::Tally;

/// What a run comes to but for the seconds.
fn result<L: Loss<f32, D1<3>, Y>, Y: Sync>(
    trainer: &Trainer<L, Adam>,
    ys: &[Y],
) -> (Vec<Epoch>, Option<usize>, Vec<u32>) {
    let (xs, _) = clouds(ys.len(), 1);
    let mut network = classifier(3);
    let history = trainer.fit(&mut network, &xs, ys).unwrap();
    let epochs = history.epochs.iter().map(|epoch| Epoch { seconds: 0.0, ..*epoch }).collect();
    (epochs, history.restored, network.as_slice().iter().map(|value| value.to_bits()).collect())
}

#[test]
fn a_bar_changes_nothing() {
    let (_, ys) = clouds(100, 1);
    let trainer = Trainer::new(CrossEntropy, Adam::new(0.05)).epochs(6).shuffle(4);
    assert_eq!(result(&trainer.clone().progress(), &ys), result(&trainer, &ys));
    let trainer = trainer.accumulate(2).early_stopping(EarlyStopping::new(1)).validation_split(0.2);
    assert_eq!(result(&trainer.clone().progress(), &ys), result(&trainer, &ys));
    // A loss that knows no right answers.
    let ys: Vec<[f32; 3]> = (0..50_u8).map(|i| [f32::from(i), 0.5, -1.0]).collect();
    let trainer = Trainer::new(MeanSquaredError, Adam::new(0.05)).epochs(3);
    assert_eq!(result(&trainer.clone().progress(), &ys), result(&trainer, &ys));
}

#[test]
fn the_text_of_a_step_says_what_was_measured() {
    let mut tally = Tally::EMPTY;
    tally.add(8, &Outcome { loss: 0.5_f32, sum: 4.0, weight: 8.0, correct: Some(5) });
    assert_eq!(step_text(2, 10, &tally), "epoch 2/10: loss 0.5000, accuracy 62.5%");
    tally.add(8, &Outcome { loss: 1.0_f32, sum: 8.0, weight: 8.0, correct: None });
    assert_eq!(step_text(3, 10, &tally), "epoch 3/10: loss 0.7500");
}

#[test]
fn the_line_of_an_epoch_says_what_was_measured() {
    let mut epoch = Epoch {
        loss: 0.125,
        accuracy: Some(0.9375),
        validation_loss: Some(0.25),
        validation_accuracy: Some(0.875),
        learning_rate: 0.1,
        seconds: 1.25,
    };
    let text = "epoch 1/3: loss 0.1250, accuracy 93.75%, validation loss 0.2500, validation accuracy 87.50%, 1.2 s";
    assert_eq!(epoch_text(1, 3, &epoch), text);
    (epoch.accuracy, epoch.validation_accuracy) = (None, None);
    assert_eq!(epoch_text(2, 3, &epoch), "epoch 2/3: loss 0.1250, validation loss 0.2500, 1.2 s");
    epoch.validation_loss = None;
    assert_eq!(epoch_text(3, 3, &epoch), "epoch 3/3: loss 0.1250, 1.2 s");
}
