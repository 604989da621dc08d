//! What is in a picture, read from its SVG.

use super::*;
use std::string::ToString;

#[test]
fn a_chart_has_its_title_labels_series_and_numbers() {
    let picture = chart().picture().unwrap();
    let texts = texts(&picture);
    for text in ["Loss", "epoch", "loss", "training", "validation", "1", "2", "3"] {
        assert!(texts.contains(&text.to_string()), "{text}: {texts:?}");
    }
    assert_eq!(groups(&picture, "series", "training"), 1);
    assert_eq!(picture.svg().matches(r#"class="series""#).count(), 2);
}

#[test]
fn a_history_gives_the_curves_that_were_measured() {
    let picture = Chart::loss(&history(5)).picture().unwrap();
    assert_eq!([groups(&picture, "series", "training"), groups(&picture, "series", "validation")], [1, 1]);
    let picture = Chart::accuracy(&history(5)).picture().unwrap();
    assert_eq!([groups(&picture, "series", "training"), groups(&picture, "series", "validation")], [1, 0]);
    let picture = Chart::learning_rate(&history(1)).picture().unwrap();
    assert!(picture.svg().contains("<circle"), "one epoch is a point");
}

#[test]
fn a_logarithmic_axis_has_powers_of_ten() {
    let picture = Chart::new().log_x().log_y().curve("", [(1.0, 1e-5), (1e4, 10.0)]).picture().unwrap();
    let texts = texts(&picture);
    for text in ["10⁻⁵", "10⁻³", "10⁰", "10⁴"] {
        assert!(texts.contains(&text.to_string()), "{text}: {texts:?}");
    }
}

#[test]
fn every_class_that_occurs_is_a_series_with_its_name() {
    let chart = Chart::new().classes(POINTS, &[2_u8, 0, 2, 0], ["a", "b", "c"]).picture().unwrap();
    assert_eq!(["a", "b", "c"].map(|name| groups(&chart, "series", name)), [1, 0, 1]);
    assert_eq!(chart.svg().matches("<circle").count(), 2 + 1, "two points of class 0 and the one in the legend");
    let unnamed = Chart::new().classes(POINTS, &[2_u8, 0, 2, 0], [""; 0]).picture().unwrap();
    assert_eq!(groups(&unnamed, "series", "class 2"), 1);
}

/// How often something is drawn with dashes; a line is drawn a second time in the legend.
fn dashes(chart: &Chart) -> usize {
    chart.picture().unwrap().svg().matches("stroke-dasharray").count()
}

#[test]
fn dashes_are_those_of_the_last_line_whatever_came_after() {
    let line = || Chart::new().line("a", [1.0, 2.0]);
    let undashed = dashes(&line().line("b", [2.0, 1.0]).points("p", POINTS));
    let dashed = dashes(&line().dashed().line("b", [2.0, 1.0]).points("p", POINTS)) - undashed;
    assert_eq!(dashed, 2);
    assert_eq!(dashes(&line().line("b", [2.0, 1.0]).points("p", POINTS).dashed()) - undashed, dashed);
    // Twice is once, and without a line there is nothing to dash.
    assert_eq!(dashes(&line().dashed().line("b", [2.0, 1.0]).points("p", POINTS).dashed()) - undashed, 2 * dashed);
    let points = || Chart::new().points("p", POINTS);
    assert_eq!(points().dashed(), points());
    let last = line().line("b", [2.0, 1.0]).points("p", POINTS).dashed();
    assert_eq!(last, line().line("b", [2.0, 1.0]).dashed().points("p", POINTS));
}

#[test]
fn points_lie_above_lines_and_keep_their_looks() {
    let picture = Chart::new().points("points", POINTS).line("line", [1.0, 2.0]).picture().unwrap();
    let svg = picture.svg();
    assert!(series(&picture, "line") < series(&picture, "points"));
    // Looks and the legend are in the order of calls: the points are the first series, with its form.
    assert_eq!(svg.matches("<circle").count(), POINTS.len() + 1);
    assert_eq!(texts(&picture).iter().rev().take(2).rev().collect::<Vec<_>>(), ["points", "line"]);

    let cloud = (0..101).map(|i| [f64::from(i); 2]);
    let picture = Chart::new().line("line", [1.0, 2.0]).points("cloud", cloud).picture().unwrap();
    assert!(series(&picture, "cloud") < series(&picture, "line"), "many points do not hide a line");
}

/// Where the series of this name begins in the file.
fn series(picture: &Picture, name: &str) -> usize {
    picture.svg().find(&std::format!(r#"class="series" aria-label="{name}""#)).unwrap()
}

#[test]
fn a_legend_hides_no_data() {
    // Lines to every corner and to the middle of every side leave no room inside.
    let full = Chart::new().line("full", (0..400).map(|i| f64::from(i * 7919 % 101))).picture().unwrap();
    let frame = frame(&full);
    assert!(legend(&full) < frame, "the legend is above the frame");
    let free = Chart::new().line("free", [1.0, 0.0, 0.0, 0.0, 0.0]).picture().unwrap();
    assert!(legend(&free) > self::frame(&free), "the legend is in a corner");
}

/// How far down the first line of the legend is.
fn legend(picture: &Picture) -> f64 {
    let svg = picture.svg();
    let legend = svg.split_once(r#"<g class="legend""#).unwrap().1;
    let text = legend.split_once(r#"transform="translate("#).unwrap().1;
    text.split([' ', ')']).nth(1).unwrap().parse().unwrap()
}

/// How far down the upper end of the lines behind the data is.
fn frame(picture: &Picture) -> f64 {
    let svg = picture.svg();
    let line = svg.split_once(r#"<path d="M"#).unwrap().1;
    line.split([' ', 'L']).nth(1).unwrap().parse().unwrap()
}

#[test]
fn regions_have_an_image_points_and_names() {
    let picture = regions().picture().unwrap();
    assert_eq!(picture.svg().matches("<image").count(), 1);
    assert_eq!([groups(&picture, "series", "left"), groups(&picture, "series", "right")], [1, 1]);
    assert!(texts(&picture).contains(&"Sides".into()));
    let bare = Regions::classes([[0.0, 1.0], [0.0, 1.0]], |[x, _]: [f64; 2]| usize::from(x > 0.5)).picture().unwrap();
    assert!(texts(&bare).contains(&"class 1".into()), "without points the legend names the areas");
}

#[test]
fn a_confusion_matrix_has_counts_and_names_on_both_sides() {
    let texts = texts(&confusion().picture().unwrap());
    for (text, times) in
        [("cat", 2), ("dog", 2), ("cow", 2), ("2", 1), ("1", 2), ("0", 6), ("truth", 1), ("prediction", 1)]
    {
        assert_eq!(texts.iter().filter(|found| *found == text).count(), times, "{text}");
    }
}

#[test]
fn images_say_what_is_right_and_what_is_wrong() {
    let picture = images().picture().unwrap();
    assert_eq!([groups(&picture, "image", "7 → 7 ✓"), groups(&picture, "image", "1 → 9 ✗")], [1, 1]);
    let picture = pairs().picture().unwrap();
    assert_eq!([groups(&picture, "image", "original"), groups(&picture, "image", "reconstruction")], [1, 1]);
    assert_eq!(picture.svg().matches("<image").count(), 2);
}

#[test]
fn a_grid_has_every_panel_under_one_title() {
    let (_, grid) = all().pop().unwrap();
    assert_eq!(grid.svg().matches(r#"class="panel""#).count(), 6);
    assert_eq!(groups(&grid, "panel", "A circle"), 1);
    assert_eq!(texts(&grid)[0], "All");
    let nested = Grid::new(1).panel(Grid::new(2).panel(chart()).panel(chart())).panel(chart()).picture().unwrap();
    assert_eq!(nested.svg().matches(r#"class="panel""#).count(), 3);
}

#[test]
fn a_row_of_images_is_as_high_as_they_need() {
    let [_, needed] = pairs().picture().unwrap().size();
    let rows = Grid::new(1).panel(pairs()).panel(chart());
    assert_eq!(rows.picture().unwrap().size(), [800, needed + 400]);
    assert_eq!(Grid::new(2).panel(pairs()).panel(chart()).picture().unwrap().size(), [900, 340], "beside a chart");
    assert_eq!(rows.panel_size(500, 300).picture().unwrap().size(), [500, 600], "as it is set");
}

#[test]
fn text_cannot_break_out_of_the_file() {
    let picture = Chart::new().title(r#"</svg> & "more""#).line("<b>", [1.0, 2.0]).picture().unwrap();
    assert_eq!(picture.svg().matches("</svg>").count(), 1);
    assert!(texts(&picture).contains(&"&lt;b&gt;".into()));
}

#[test]
fn elements_are_closed_and_numbers_are_numbers() {
    for (kind, picture) in all() {
        let svg = picture.svg();
        assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count(), "{kind}");
        // Packed images may hold any letters.
        let drawn: String = svg.lines().filter(|line| !line.starts_with("<image")).collect();
        assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{kind}");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), "{kind}");
    }
}
