//! What pictures show, what is refused, and how they are saved.

mod pixels;
mod refusals;
mod saving;
mod structure;

use std::string::String;
use std::vec::Vec;

use super::{Chart, Confusion, Grid, Images, Pairs, Panel, Picture, Regions};
use crate::metrics::ConfusionMatrix;
use crate::train::{Epoch, History};

/// A picture of every kind.
fn all() -> Vec<(&'static str, Picture)> {
    let grid =
        [chart().into(), regions().into(), scores().into(), Panel::from(confusion()), images().into(), pairs().into()];
    let grid = grid.into_iter().fold(Grid::new(3).title("All"), Grid::panel);
    Vec::from([
        ("chart", chart().picture().unwrap()),
        ("regions", regions().picture().unwrap()),
        ("scores", scores().picture().unwrap()),
        ("confusion", confusion().picture().unwrap()),
        ("images", images().picture().unwrap()),
        ("pairs", pairs().picture().unwrap()),
        ("grid", grid.picture().unwrap()),
    ])
}

fn chart() -> Chart {
    Chart::new()
        .title("Loss")
        .x_label("epoch")
        .y_label("loss")
        .line("training", [3.0, 2.0, 1.5])
        .line("validation", [3.0, 2.5, 2.0])
}

const POINTS: [[f32; 2]; 4] = [[-1.0, 0.0], [1.0, 0.5], [0.0, 1.0], [0.5, -1.0]];

fn regions() -> Regions {
    let side = |[x, y]: [f32; 2]| u8::from(x > y);
    Regions::classes([[-2.0, 2.0], [-1.5, 1.5]], side)
        .title("Sides")
        .points(POINTS, &[0_u8, 1, 0, 1])
        .names(["left", "right"])
}

fn scores() -> Regions {
    Regions::scores([[-2.0, 2.0], [-1.5, 1.5]], 0.0, |[x, y]: [f64; 2]| x * x + y * y - 1.0).title("A circle")
}

fn confusion() -> Confusion {
    let mut matrix = ConfusionMatrix::<3>::new();
    for (truth, prediction) in [(0, 0), (0, 0), (1, 2), (2, 2)] {
        matrix.add(truth, prediction).unwrap();
    }
    Confusion::new(&matrix).names(["cat", "dog", "cow"]).title("Animals")
}

fn images() -> Images {
    Images::new(2, 2).answer(&[0.0_f32, 1.0, 0.5, 0.2], 7, 7).answer(&[1.0_f32, 0.0, 0.0, 1.0], 1, 9).title("Digits")
}

fn pairs() -> Pairs {
    Pairs::new(2, 2).pair(&[0.0_f32, 1.0, 1.0, 0.0], &[0.2_f64, 0.8, 0.9, 0.1]).title("Pairs")
}

fn history(epochs: usize) -> History {
    let epoch = |i: usize| Epoch {
        loss: 1.0 / (i + 1) as f64,
        accuracy: Some(0.5),
        validation_loss: Some(1.5 / (i + 1) as f64),
        validation_accuracy: None,
        learning_rate: 1e-3,
        seconds: 0.0,
    };
    History { epochs: (0..epochs).map(epoch).collect(), restored: None }
}

/// How often the picture has a group of this kind with this name.
fn groups(picture: &Picture, kind: &str, name: &str) -> usize {
    picture.svg().matches(&std::format!(r#"<g class="{kind}" aria-label="{name}""#)).count()
}

/// All texts in the order in which they are drawn.
fn texts(picture: &Picture) -> Vec<String> {
    let svg = picture.svg();
    let parts = svg.split(r#"<g class="text" aria-label=""#).skip(1);
    parts.filter_map(|part| part.split_once('"')).map(|(text, _)| text.into()).collect()
}
