//! Metrics, preparation and splits against scikit-learn: `tests/goldens/scikit_learn.py`.

mod golden_file;

use golden_file::{Golden, assert_close};
use static_nn::init::Rng;
use static_nn::loss::Weighted;
use static_nn::metrics::{
    Average, ConfusionMatrix, Scores, accuracy, mean_absolute_error, r2, roc_auc, roc_auc_one_vs_rest,
    root_mean_squared_error, top_k_accuracy,
};
use static_nn::prepare::{MinMaxScaler, Pca, StandardScaler};
use static_nn::split::{k_fold, random_split, stratified_k_fold, stratified_split};
use static_nn::train::{Trainer, evaluate};
use static_nn::{CrossEntropy, Dense, Lbfgs, MeanSquaredError, Number, Parameters, Role, Sgd, Workspace};

/// Quotients of whole numbers, and means of them.
const QUOTIENT: f64 = 1e-15;
/// Sums of some dozen numbers in another order.
const SUM: f64 = 1e-13;
/// Directions of variance, each by another algorithm, where the variances are not close to each other.
const DIRECTION: f64 = 1e-12;
/// Where a minimum lies, which is as flat as the rounding of its own loss allows.
const MINIMUM: f64 = 1e-7;
/// The same in single precision: some units of its rounding, 6e-8.
const SINGLE: f64 = 1e-6;

fn single<const N: usize>(rows: &[[f64; N]]) -> Vec<[f32; N]> {
    rows.iter().map(|row| row.map(f32::from_f64)).collect()
}

fn double<const N: usize>(rows: &[[f32; N]]) -> Vec<f64> {
    rows.as_flattened().iter().copied().map(f64::from).collect()
}

#[test]
fn classification() {
    let golden = Golden::open("metrics");
    let (outputs, classes) = (golden.rows::<6>("outputs"), golden.whole("classes"));
    assert_eq!(accuracy(outputs, &classes), Ok(golden.number("accuracy")));

    let confusion = ConfusionMatrix::of(outputs, &classes).unwrap();
    let counts: Vec<usize> = (0..36).map(|i| usize::try_from(confusion.count(i / 6, i % 6)).unwrap()).collect();
    assert_eq!(counts, golden.whole("confusion"));

    let each: Vec<Scores> = (0..6).map(|class| confusion.scores(class)).collect();
    for (row, score) in [|s: &Scores| s.precision, |s: &Scores| s.recall, |s: &Scores| s.f1].iter().enumerate() {
        let found: Vec<f64> = each.iter().map(score).collect();
        assert_close("scores", &found, &golden.values("scores")[6 * row..6 * row + 6], QUOTIENT);
    }
    for (name, average) in [("macro", Average::Macro), ("micro", Average::Micro), ("weighted", Average::Weighted)] {
        let Scores { precision, recall, f1 } = confusion.average(average).unwrap();
        assert_close(name, &[precision, recall, f1], golden.values(&format!("scores.{name}")), QUOTIENT);
    }

    let (outputs, classes) = (golden.rows::<6>("top.outputs"), golden.whole("top.classes"));
    for (k, expected) in (1..).zip(golden.values("top.accuracy")) {
        assert_eq!(top_k_accuracy(outputs, &classes, k), Ok(*expected));
        assert_eq!(top_k_accuracy(&single(outputs), &classes, k), Ok(*expected));
    }
    assert_eq!(top_k_accuracy(outputs, &classes, 6), Ok(1.0));
}

#[test]
fn ranking() {
    let golden = Golden::open("metrics");
    let positive: Vec<bool> = golden.whole("roc.positive").iter().map(|class| *class == 1).collect();
    let area = roc_auc(golden.values("roc.scores"), &positive).unwrap();
    assert_close("roc", &[area], golden.values("roc.auc"), QUOTIENT);
    let area = roc_auc_one_vs_rest(golden.rows::<4>("ovr.outputs"), &golden.whole("ovr.classes")).unwrap();
    assert_close("ovr", &[area], golden.values("ovr.auc"), QUOTIENT);
}

#[test]
fn regression() {
    let golden = Golden::open("metrics");
    let (outputs, targets) = (golden.rows::<3>("regression.outputs"), golden.rows::<3>("regression.targets"));
    let (outputs32, targets32) = (single(outputs), single(targets));
    let check = |name: &str, all: f64, single: f64, each: &dyn Fn(&[f64], &[f64]) -> f64| {
        let expected = golden.values(&format!("regression.{name}"));
        assert_close(name, &[all], expected, SUM);
        // The numbers are the same, and all sums are in double precision.
        assert_eq!(single.to_bits(), all.to_bits());
        let column = |rows: &[[f64; 3]], i: usize| rows.iter().map(|row| row[i]).collect::<Vec<f64>>();
        let found = [0, 1, 2].map(|i| each(&column(outputs, i), &column(targets, i)));
        assert_close(name, &found, golden.values(&format!("regression.{name}.each")), SUM);
    };
    let (all, half) = (mean_absolute_error(outputs, targets), mean_absolute_error(&outputs32, &targets32));
    check("mae", all.unwrap(), half.unwrap(), &|y, t| mean_absolute_error(y, t).unwrap());
    let (all, half) = (root_mean_squared_error(outputs, targets), root_mean_squared_error(&outputs32, &targets32));
    check("rmse", all.unwrap(), half.unwrap(), &|y, t| root_mean_squared_error(y, t).unwrap());
    let (all, half) = (r2(outputs, targets), r2(&outputs32, &targets32));
    check("r2", all.unwrap(), half.unwrap(), &|y, t| r2(y, t).unwrap());
}

#[test]
fn standard_scaler() {
    let golden = Golden::open("prepare");
    let (x, new, expected) = (golden.rows::<6>("x"), golden.rows::<6>("new"), golden.values("standard.new"));
    let scaler = StandardScaler::fit(x).unwrap();
    assert_close("mean", &scaler.mean, golden.values("standard.mean"), SUM);
    assert_close("scale", &scaler.scale, golden.values("standard.scale"), SUM);
    let mut prepared = new.to_vec();
    scaler.transform_in_place(&mut prepared);
    assert_close("new", prepared.as_flattened(), expected, SUM);
    scaler.inverse_transform_in_place(&mut prepared);
    assert_close("back", prepared.as_flattened(), new.as_flattened(), SUM);

    let scaler = StandardScaler::fit(&single(x)).unwrap();
    let mut prepared = single(new);
    scaler.transform_in_place(&mut prepared);
    // The mean of 100,000 is rounded to single precision, where the deviation is a thousand.
    assert_close("single", &double(&prepared), expected, 10.0 * SINGLE);
}

#[test]
fn min_max_scaler() {
    let golden = Golden::open("prepare");
    let (x, new) = (golden.rows::<6>("x"), golden.rows::<6>("new"));
    for (name, scaler) in
        [("unit", MinMaxScaler::fit(x).unwrap()), ("range", MinMaxScaler::fit_range(x, -1.0, 2.0).unwrap())]
    {
        // They are values of the samples.
        assert_close("data_min", &scaler.data_min, golden.values("min_max.data_min"), 0.0);
        assert_close("data_max", &scaler.data_max, golden.values("min_max.data_max"), 0.0);
        let mut prepared = new.to_vec();
        scaler.transform_in_place(&mut prepared);
        assert_close(name, prepared.as_flattened(), golden.values(&format!("min_max.{name}.new")), SUM);
        scaler.inverse_transform_in_place(&mut prepared);
        assert_close("back", prepared.as_flattened(), new.as_flattened(), SUM);
    }
    let scaler = MinMaxScaler::fit(&single(x)).unwrap();
    let mut prepared = single(new);
    scaler.transform_in_place(&mut prepared);
    assert_close("single", &double(&prepared), golden.values("min_max.unit.new"), SINGLE);
}

fn check_pca<const N: usize, const K: usize>(golden: &Golden, name: &str, x: &[[f64; N]], new: &[[f64; N]]) {
    let expected = |part: &str| golden.values(&format!("pca.{name}.{part}"));
    let pca = Pca::<f64, N, K>::fit(x).unwrap();
    assert_close("mean", &pca.mean, expected("mean"), SUM);
    assert_close("components", pca.components.as_flattened(), expected("components"), DIRECTION);
    assert_close("variance", &pca.explained_variance, expected("explained_variance"), DIRECTION);
    assert_close("ratio", &pca.explained_variance_ratio, expected("explained_variance_ratio"), DIRECTION);
    let (mut places, mut back) = (vec![[0.0; K]; new.len()], vec![[0.0; N]; new.len()]);
    pca.transform_batch(new, &mut places).unwrap();
    assert_close("places", places.as_flattened(), expected("places"), DIRECTION);
    pca.inverse_transform_batch(&places, &mut back).unwrap();
    assert_close("back", back.as_flattened(), expected("back"), DIRECTION);

    let pca = Pca::<f32, N, K>::fit(&single(x)).unwrap();
    let mut places = vec![[0.0; K]; new.len()];
    pca.transform_batch(&single(new), &mut places).unwrap();
    assert_close("single", &double(&places), expected("places"), 10.0 * SINGLE);
}

#[test]
fn principal_components() {
    let golden = Golden::open("prepare");
    let scaler = StandardScaler::fit(golden.rows::<6>("x")).unwrap();
    let (mut x, mut new) = (golden.rows::<6>("x").to_vec(), golden.rows::<6>("new").to_vec());
    scaler.transform_in_place(&mut x);
    scaler.transform_in_place(&mut new);
    check_pca::<6, 3>(&golden, "tall", &x, &new);
    check_pca::<8, 4>(&golden, "wide", golden.rows("wide.x"), golden.rows("wide.new"));
}

#[test]
fn splits() {
    let golden = Golden::open("splits");
    let classes = golden.whole("classes");
    let counts = |part: &[usize]| [0, 1, 2].map(|class| part.iter().filter(|i| classes[**i] == class).count());
    let (sizes, shares) = (golden.whole("sizes"), golden.whole("shares"));
    let expected = sizes.as_chunks::<2>().0.iter().zip(shares.as_chunks::<3>().0);
    for (fraction, (sizes, shares)) in golden.values("fractions").iter().zip(expected) {
        let split = random_split(classes.len(), *fraction, &mut Rng::new(1)).unwrap();
        assert_eq!([split.train.len(), split.test.len()], *sizes, "{fraction}");
        let split = stratified_split(&classes, *fraction, &mut Rng::new(1)).unwrap();
        assert_eq!([split.train.len(), split.test.len()], *sizes, "{fraction}");
        assert_eq!(counts(&split.train), *shares, "{fraction}");
    }
    for folds in [2, 3, 7, 14] {
        let plain = k_fold(classes.len(), folds, &mut Rng::new(1)).unwrap();
        let sizes: Vec<usize> = plain.map(|split| split.test.len()).collect();
        assert_eq!(sizes, golden.whole(&format!("folds.{folds}")));
        let stratified = stratified_k_fold(&classes, folds, &mut Rng::new(1)).unwrap();
        let found: Vec<usize> = stratified.flat_map(|split| counts(&split.test)).collect();
        assert_eq!(found, golden.whole(&format!("stratified.{folds}")), "{folds}");
    }
}

#[test]
fn weights_of_samples() {
    let golden = Golden::open("weighted");
    let (xs, weights) = (golden.rows::<3>("x"), golden.values("weights"));

    // By a loop of one's own: the weighted mean of the squares, at its minimum.
    let targets: Vec<(f64, f64)> = golden.values("values").iter().copied().zip(weights.iter().copied()).collect();
    let (mut line, mut workspace) = (Dense::<f64, 3, 1>::zeroed_boxed(), Workspace::new());
    let report = Lbfgs::new()
        .tolerance_grad(1e-12)
        .tolerance_change(0.0)
        .minimize(&mut *line, &mut workspace, xs, &targets, Weighted(MeanSquaredError))
        .unwrap();
    assert_close("line", line.weight.as_slice(), golden.values("line.coef"), MINIMUM);
    assert_close("line", line.bias.as_slice(), golden.values("line.intercept"), MINIMUM);
    assert_close("line", &[report.loss], golden.values("line.loss"), SUM);

    // By the trainer: the weighted mean of the cross entropies, and scikit-learn's penalty of 0.5 beside their sum.
    let (classes, sum) = (golden.whole("classes"), weights.iter().sum::<f64>());
    let mut logistic = Dense::<f64, 3, 4>::zeroed_boxed();
    let descent = Sgd::new(1.0).momentum(0.9).weight_decay(1.0 / sum).exclude_from_decay(&[Role::Bias]);
    Trainer::new(CrossEntropy, descent)
        .epochs(3000)
        .batch_size(usize::MAX)
        .sample_weights(weights)
        .fit(&mut logistic, xs, &classes)
        .unwrap();
    let coefficients = logistic.weight.transpose();
    assert_close("logistic", coefficients.as_slice(), golden.values("logistic.coef"), MINIMUM);
    assert_close("logistic", logistic.bias.as_slice(), golden.values("logistic.intercept"), MINIMUM);
    let targets: Vec<(usize, f64)> = classes.into_iter().zip(weights.iter().copied()).collect();
    let found = evaluate(&logistic, xs, &targets, Weighted(CrossEntropy)).unwrap();
    assert_close("logistic", &[found.loss], golden.values("logistic.loss"), MINIMUM);
}
