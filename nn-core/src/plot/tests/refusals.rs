//! Data and settings of which no picture can be made.

use super::*;
use crate::plot::PlotError;
use std::string::ToString;

/// The text of the refusal.
fn refused(picture: Result<Picture, PlotError>) -> String {
    picture.unwrap_err().to_string()
}

#[test]
fn empty_data() {
    assert_eq!(refused(Chart::new().picture()), "a chart is empty: give it a line or points");
    assert_eq!(refused(Chart::new().line("a", [0.0; 0]).picture()), "`a` is empty: give it at least one value");
    assert_eq!(refused(Chart::loss(&history(0)).picture()), "`training` is empty: give it at least one value");
    let mut unmeasured = history(3);
    unmeasured.epochs.iter_mut().for_each(|epoch| epoch.accuracy = None);
    assert_eq!(refused(Chart::accuracy(&unmeasured).picture()), "a chart is empty: give it a line or points");
    assert_eq!(refused(Images::new(2, 2).picture()), "a picture of images is empty: give it at least one image");
    assert_eq!(refused(Pairs::new(2, 2).picture()), "a picture of pairs is empty: give it at least one pair of images");
    assert_eq!(refused(Grid::new(2).picture()), "a grid is empty: give it at least one panel");
    let confusion = Confusion::new(&ConfusionMatrix::<2>::new());
    assert_eq!(refused(confusion.picture()), "a confusion matrix is empty: give it at least one sample");
    assert_eq!(refused(Confusion::new(&ConfusionMatrix::<0>::new()).picture()), refused(confusion.picture()));
    assert_eq!(
        refused(Images::new(0, 3).image::<f32>(&[], "").picture()),
        "an image of 0 x 3 pixels is empty: give it an extent"
    );
}

#[test]
fn nothing_but_nan() {
    let all = "its values are all infinite or NaN (2 of 2)";
    let chart = Chart::new().line("a", [f64::NAN, f64::INFINITY]);
    assert_eq!(refused(chart.picture()), std::format!("nothing of `a` can be drawn: {all}"));
    let chart = Chart::new().line("fine", [1.0]).points("", [[f32::NAN; 2]; 2]);
    assert_eq!(refused(chart.picture()), std::format!("nothing of a series without a name can be drawn: {all}"));
    let regions = Regions::scores([[0.0, 1.0]; 2], 0.5, |_: [f32; 2]| f32::NAN);
    assert!(refused(regions.picture()).starts_with("nothing of the scores can be drawn"));
    let images = Images::new(2, 1).image(&[f32::NAN; 2], "");
    assert_eq!(refused(images.picture()), std::format!("nothing of image 0 can be drawn: {all}"));
    assert!(Images::new(2, 1).image(&[f32::NAN, 0.0], "").picture().is_ok());
}

#[test]
fn nothing_positive_on_a_logarithmic_axis() {
    let text = refused(Chart::new().log_y().line("loss", [0.0, -1.0]).picture());
    assert_eq!(text, "nothing of `loss` can be drawn on a logarithmic y axis: none of its 2 values is positive there");
    let text = refused(Chart::new().log_x().curve("f", [(-1.0, 1.0)]).picture());
    assert_eq!(text, "nothing of `f` can be drawn on a logarithmic x axis: none of its 1 values is positive there");
    assert!(Chart::new().log_y().line("loss", [1.0, 0.0, 0.1]).picture().is_ok());
}

#[test]
fn classes_that_do_not_fit() {
    let text = refused(Chart::new().classes(POINTS, &[0_u8, 1], ["a", "b"]).picture());
    assert_eq!(text, "classes, one for each point: expected 4, found 2");
    let text = refused(Chart::new().classes(POINTS, &[0_i32, 1, 2, -1], ["a", "b", "c"]).picture());
    assert_eq!(text, "point 3 is class -1, which is none of the 3 classes that have names");
    let text = refused(Regions::classes([[0.0, 1.0]; 2], |_: [f32; 2]| 5_u8).names(["a", "b"]).picture());
    assert_eq!(text, "answer 0 is class 5, which is none of the 2 classes that have names");
    let text = refused(confusion().names(["a"]).picture());
    assert_eq!(text, "names of the classes of a confusion matrix: expected 3, found 1");
    for [width, height] in [[usize::MAX, 1], [usize::MAX, 2], [usize::MAX, usize::MAX]] {
        let text = refused(Images::new(width, height).image(&[0.5; 4], "").picture());
        let pixels = std::format!("pixels of image 0, which is {width} x {height}: expected {}, found 4", usize::MAX);
        // As high as it is wide or higher, the picture itself is beyond all bounds.
        assert!(text == pixels || text.starts_with("`height` is "), "{text}");
    }
    let text = refused(images().image(&[0.5; 5], "").picture());
    assert_eq!(text, "pixels of image 2, which is 2 x 2: expected 4, found 5");
}

#[test]
fn settings_out_of_range() {
    assert_eq!(refused(chart().size(99, 500).picture()), "`width` is 99, but must be 100 to 10,000");
    assert_eq!(refused(chart().size(800, 20_000).picture()), "`height` is 20000, but must be 100 to 10,000");
    assert_eq!(refused(chart().x_range(2.0, 1.0).picture()), "`x_range` is 2, but must be finite, the lower end first");
    let text = "`y_range` is 0, but must be positive and finite, the lower end first";
    assert_eq!(refused(chart().log_y().y_range(0.0, 1.0).picture()), text);
    assert_eq!(refused(Grid::new(0).panel(chart()).picture()), "`columns` is 0, but must be at least 1");
    assert_eq!(refused(images().columns(0).picture()), "`columns` is 0, but must be at least 1");
    assert_eq!(refused(pairs().range(1.0, 1.0).picture()), "`range` is 1, but must be finite, the lower end first");
    let regions = Regions::classes([[0.0, f64::NAN], [0.0, 1.0]], |_: [f32; 2]| 0_u8);
    assert_eq!(refused(regions.picture()), "`the area's x` is NaN, but must be finite, the lower end first");
    let error = chart().picture().unwrap().resolution(0.0).png().unwrap_err();
    assert_eq!(error.to_string(), "`resolution` is 0, but must be 0.1 to 10");
}

#[test]
fn a_panel_that_cannot_be_drawn_is_the_grids_error() {
    assert_eq!(refused(Grid::new(1).panel(chart()).panel(Chart::new()).picture()), refused(Chart::new().picture()));
}

#[test]
fn the_smallest_picture_and_very_long_texts_are_drawn() {
    let long = "a very long text ".repeat(40);
    let chart = chart().size(100, 100).title(long.clone()).x_label(long.clone()).y_label(long.clone());
    assert!(chart.line(long.clone(), [1.0, 2.0]).picture().unwrap().png().is_ok());
    assert!(confusion().names([long.as_str(), &long, &long]).picture().unwrap().png().is_ok());
    assert!(pairs().names(long.clone(), "").size(100, 100).picture().unwrap().png().is_ok());
    let one = Images::new(1000, 1).image(&[0.5; 1000], long.clone());
    assert!(Grid::new(5).title(long).panel(one.clone()).panel(one).picture().unwrap().png().is_ok());
}
