use super::{judge, mistakes, written};

/// The shapes behind the layers of a list without mistakes.
fn shapes(list: &str) -> Vec<String> {
    let (model, errors) = judge(list);
    assert!(errors.is_empty(), "{list}: {:?}", errors.texts());
    model.layers.iter().map(|layer| layer.output.show().unwrap_or_default()).collect()
}

/// The places of the mistakes in a list.
fn places(list: &str) -> Vec<String> {
    mistakes(list).into_iter().map(|(place, _)| place).collect()
}

const LENET: &str = "input: [1, 28, 28], conv1: Conv2d(6, kernel = 5), Relu, MaxPool2d(2), \
    conv2: Conv2d(16, kernel = 5), Relu, MaxPool2d(2), Flatten";

#[test]
fn windows_make_shapes() {
    let expected = ["[6, 24, 24]", "[6, 24, 24]", "[6, 12, 12]", "[16, 8, 8]", "[16, 8, 8]", "[16, 4, 4]", "[256]"];
    assert_eq!(shapes(LENET), expected);
    for (layer, shape) in [
        ("Conv2d(4, kernel = [5, 3], stride = [2, 1], padding = [1, 0])", "[4, 3, 6]"),
        ("Conv2d(4, kernel = 3, padding = same, dilation = 2)", "[4, 7, 8]"),
        ("Conv2d(2 -> 4, kernel = 3, dilation = [3, 1], groups = 2, bias = false)", "[4, 1, 6]"),
        ("MaxPool2d(2)", "[2, 3, 4]"),
        ("MaxPool2d(3, stride = 2, padding = 1)", "[2, 4, 4]"),
        ("MaxPool2d(kernel = 3, stride = 1)", "[2, 5, 6]"),
        ("AvgPool2d([2, 1], count_padding = false)", "[2, 3, 8]"),
        ("ConvTranspose2d(3, kernel = [4, 2], stride = 2, padding = [1, 0], output_padding = [0, 1])", "[3, 14, 17]"),
        ("AdaptiveAvgPool2d(6)", "[2, 6, 6]"),
        ("AdaptiveAvgPool2d([6, 4])", "[2, 6, 4]"),
        ("Upsample([2, 3])", "[2, 14, 24]"),
        ("ZeroPad2d([0, 1])", "[2, 7, 10]"),
        ("Reshape([4, 4, 7])", "[4, 4, 7]"),
        ("Dropout2d(p = 0.2)", "[2, 7, 8]"),
        ("LocalResponseNorm(5, k = 2)", "[2, 7, 8]"),
        ("GroupNorm(2, eps = 1e-3)", "[2, 7, 8]"),
        ("BatchNorm", "[2, 7, 8]"),
        ("LayerNorm", "[2, 7, 8]"),
        ("GlobalAvgPool2d", "[2]"),
        ("GlobalMaxPool2d", "[2]"),
    ] {
        assert_eq!(shapes(&format!("input: [2, 7, 8], {layer}")), [shape], "{layer}");
    }
}

#[test]
fn layers_are_shown_as_they_are_written() {
    let (model, _) = judge("input: [2, 7, 8], Conv2d(4, kernel = [3, 1], bias = false), AvgPool2d(2, padding = 1)");
    assert_eq!(written(&model), ["Conv2d(2 -> 4, kernel = [3, 1], bias = false)", "AvgPool2d(2, padding = 1)"]);
    assert_eq!(model.parameters(), Some(4 * 2 * 3));
    assert_eq!(model.macs(), Some(4 * 2 * 3 * 5 * 8));
}

#[test]
fn the_way_leads_to_a_wrong_dense_layer() {
    let text = "`fc1` takes 400 inputs, but `Flatten` before it produces 256\n\
                [1, 28, 28] -> conv1 [6, 24, 24] -> MaxPool2d [6, 12, 12] -> conv2 [16, 8, 8] -> MaxPool2d [16, 4, 4] -> 256\n\
                help: write `Dense(256 -> 120)`, or `Dense(120)` to take the size from `Flatten`";
    assert_eq!(
        mistakes(&format!("{LENET}, fc1: Dense(400 -> 120), Relu, Dense(10)")),
        [("400".to_owned(), text.to_owned())]
    );
    // Of a long way the end is shown.
    let list = format!("input: [1, 99, 99], {}Flatten, Dense(4 -> 3)", "Conv2d(100, kernel = 3), ".repeat(20));
    let found = mistakes(&list);
    let way = found[0].1.lines().nth(1).unwrap_or_default();
    assert!(way.starts_with(".. -> Conv2d [100, ") && way.ends_with("Conv2d [100, 59, 59] -> 348100"), "{way}");
    assert!(way.len() < 130, "{way}");
}

#[test]
fn windows_that_do_not_fit_are_one_mistake() {
    let image = |layer: &str| format!("input: [4, 6, 9], {layer}, Flatten, Dense(7 -> 3)");
    for (layer, place) in [
        ("Conv2d(4, kernel = 7)", "7"),
        ("Conv2d(4, kernel = [7, 2])", "7"),
        ("Conv2d(4, kernel = [2, 11], padding = [5, 0])", "11"),
        ("Conv2d(4, kernel = 3, dilation = 3)", "3"),
        ("Conv2d(4, kernel = 0)", "0"),
        ("Conv2d(4, kernel = 3, stride = [0, 1])", "0"),
        ("Conv2d(4, kernel = 3, stride = 2, padding = same)", "2"),
        ("Conv2d(4, kernel = 3, groups = 3)", "3"),
        ("Conv2d(6, kernel = 3, groups = 4)", "4"),
        ("Conv2d(4, kernel = [1, 2, 3])", "[1, 2, 3]"),
        ("Conv2d(4, kernel = (1, 2))", "(1, 2)"),
        ("Conv2d(4, kernel = 1.5)", "1.5"),
        ("Conv2d(4, kernel = -1)", "-1"),
        ("Conv2d(4, kernel = 3, padding = \"same\")", "\"same\""),
        ("Conv2d(4, kernel = 3, padding = valid)", "valid"),
        ("Conv2d(4, kernel = 3, groups = [1, 2])", "[1, 2]"),
        ("Conv2d(4)", "Conv2d"),
        ("Conv2d(4, 3)", "3"),
        ("Conv2d(4, 8, 3)", "3"),
        ("Conv2d(4 -> 8, 3)", "3"),
        ("Conv2d(4, kernel_size = 3)", "kernel_size"),
        ("Conv2d(filters = 4, kernel = 3)", "filters = 4"),
        ("Conv2d(3 -> 4, kernel = 3)", "3"),
        ("MaxPool2d", "MaxPool2d"),
        ("MaxPool2d(2, 2)", "2"),
        ("MaxPool2d(pool_size = 2)", "pool_size"),
        ("MaxPool2d(2, strides = 2)", "strides"),
        ("MaxPool2d(2, padding = 2)", "2"),
        ("MaxPool2d(2, padding = same)", "same"),
        ("MaxPool2d(4 -> 4)", "4 -> 4"),
        ("MaxPool2d(2, kernel = 2)", "kernel"),
        ("AvgPool2d(3, count_padding = 1)", "1"),
        ("Conv2d(4, kernel = 1, padding = 200_000_000)", "(4, kernel = 1, padding = 200_000_000)"),
        ("ConvTranspose2d(4, kernel = 2, padding = 5)", "5"),
        ("ConvTranspose2d(4, kernel = 2, stride = 2, output_padding = 2)", "2"),
        ("ConvTranspose2d(4, kernel = 2, groups = 3)", "3"),
        ("AdaptiveAvgPool2d(0)", "0"),
        ("AdaptiveAvgPool2d", "AdaptiveAvgPool2d"),
        ("Upsample(scale_factor = 2)", "scale_factor"),
        ("ZeroPad2d([1, 1, 2, 2])", "[1, 1, 2, 2]"),
        ("Reshape([4, 6, 8])", "[4, 6, 8]"),
        ("Reshape(216)", "216"),
        ("Reshape([4, 6, 3, 3])", "[4, 6, 3, 3]"),
        ("Reshape([4, 53])", "[4, 53]"),
        ("GroupNorm(3)", "3"),
        ("GroupNorm", "GroupNorm"),
        ("LocalResponseNorm(5, k = 0)", "0"),
        ("Dropout2d(p = 1)", "1"),
        ("RmsNorm", "RmsNorm"),
        ("Flatten, Dropout2d", "Dropout2d"),
        ("Flatten, Conv2d(4, kernel = 3)", "Conv2d"),
        ("Flatten, GlobalAvgPool2d", "GlobalAvgPool2d"),
    ] {
        let found = places(&image(layer));
        let (first, rest) = found.split_first().unwrap_or_else(|| panic!("{layer} is no mistake"));
        assert_eq!(first, place, "{layer}");
        // What the layer makes may be known all the same; then the next mistake is told, too.
        assert!(rest.is_empty() || rest == ["7"], "{layer}: {rest:?}");
    }
}

#[test]
fn const_expressions_become_conditions() {
    let list = "input: [C, N, N], Conv2d(4, kernel = K, groups = G), MaxPool2d(2), Flatten, Dense(3)";
    let (model, errors) = judge(list);
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let ensured =
        model.constants.iter().filter(|constant| matches!(constant.value, crate::model::Value::Ensured { .. }));
    // Kernel and pool in rows and columns, and two numbers of channels.
    assert_eq!(ensured.count(), 6);
    let shown = shapes("input: [1, N, N], Conv2d(4, kernel = 5), MaxPool2d(2)");
    assert_eq!(shown, ["[4, N - 4, N - 4]", "[4, (N - 4) / 2, (N - 4) / 2]"]);
    let shown = shapes("input: [8], Reshape([2, N, 2]), Upsample([M, 3]), ZeroPad2d([P, 1])");
    assert_eq!(shown, ["[2, N, 2]", "[2, N * M, 6]", "[2, (N * M) + (2 * P), 8]"]);
    assert_eq!(shapes("input: [2, N, N], Conv2d(N, kernel = 3, padding = same)"), ["[N, N, N]"]);
}
