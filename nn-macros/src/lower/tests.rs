use crate::errors::Errors;
use crate::model::{Init, Layer, Question};
use crate::parse::parse;

use super::*;

mod images;
mod sequences;
mod words;

fn judge(list: &str) -> (Model, Errors) {
    let source = format!("[lib] struct Net {{ {list} }}");
    let mut errors = Errors::default();
    let network = parse(source.parse().expect("tokens"), &mut errors).expect("a struct");
    let model = lower(&network, &mut errors);
    (model, errors)
}

/// The mistakes in a list: where, and what.
fn mistakes(list: &str) -> Vec<(String, String)> {
    let (_, errors) = judge(list);
    errors.places().into_iter().zip(errors.texts()).collect()
}

fn written(model: &Model) -> Vec<&str> {
    model.layers.iter().map(|layer| layer.written.as_str()).collect()
}

fn names(model: &Model) -> Vec<&str> {
    model.layers.iter().map(|layer| layer.name.as_str()).collect()
}

#[test]
fn sizes_come_from_the_layer_before() {
    let (model, errors) = judge("input: [1, 2, 3], Relu, Flatten, Dense(0x8), Tanh, Dense(3), output: [3]");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    assert_eq!(written(&model), ["Relu", "Flatten", "Dense(6 -> 8)", "Tanh", "Dense(8 -> 3)"]);
    assert_eq!(model.layers[0].output.show().as_deref(), Some("[1, 2, 3]"));
    assert_eq!(model.parameters(), Some(6 * 8 + 8 + 8 * 3 + 3));
}

#[test]
fn generated_names_leave_the_written_ones_alone() {
    let (model, errors) = judge("input: [4], Dense(4), dense1: Dense(4), Dense(4), Repeat(2) { fc: Dense(4), Relu }");
    assert!(errors.is_empty());
    assert_eq!(names(&model), ["dense2", "dense1", "dense3", "fc_1", "relu1", "fc_2", "relu2"]);
}

#[test]
fn a_wrong_size_is_one_mistake_on_the_number() {
    let text = "`fc2` takes 64 inputs, but `fc1` before it produces 120\n\
                help: write `Dense(120 -> 84)`, or `Dense(84)` to take the size from `fc1`";
    assert_eq!(
        mistakes("input: [4], fc1: Dense(120), Relu, fc2: Dense(64 -> 84), Dense(84 -> 2), output: [2]"),
        [("64".to_owned(), text.to_owned())]
    );
}

#[test]
fn branches_make_one_shape() {
    let (model, errors) = judge(
        "input: [2, 3, 4], Concat { { Relu }, {}, { Tanh } }, Add { {}, { Gelu } }, Flatten, \
         down: Concat { { Dense(N) }, { Dense(5) } }, Multiply { { Dense(7) }, { Dense(7), Sigmoid } }",
    );
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let shapes: Vec<_> = model.layers.iter().filter_map(|layer| layer.output.show()).collect();
    assert_eq!(shapes, ["[6, 3, 4]", "[6, 3, 4]", "[72]", "[N + 5]", "[7]"]);
    assert_eq!(names(&model), ["concat1", "add1", "flatten1", "down", "multiply1"]);
    let branches = model.layers[3].branches("down");
    let structs: Vec<String> = branches.iter().map(|(name, branch)| format!("{name}: {}", branch.name)).collect();
    assert_eq!(structs, ["down.0: Net_down_0", "down.1: Net_down_1"]);
    assert_eq!(written(&model)[0], "Concat { { Relu }, {}, { Tanh } }");
}

#[test]
fn a_slip_in_a_branch_is_one_mistake() {
    for list in [
        "input: [4], Add { { Dense(8) }, {} }, Dense(8 -> 3)",
        "input: [4], Add { { Dens(4) }, { Dense(4) } }, Dense(4 -> 3)",
        "input: [4], Concat { { Dense(0) }, {} }, Dense(9 -> 3)",
        "input: [4], Concat { { Dense(4) } }, Dense(9 -> 3)",
        "input: [4], Multiply {}, Dense(9 -> 3)",
        "input: [4], Repeat(3) { Add { { Dense(4) }, { Dense(5) } } }",
    ] {
        assert_eq!(mistakes(list).len(), 1, "{list}: {:?}", mistakes(list));
    }
}

#[test]
fn all_mistakes_are_reported_at_once() {
    let found = mistakes("Dens(3), fc: Dense(0), fc: Dense(3, bais = true), Conv3d(1), Dense(4 -> 8), output: [9, 9]");
    let places: Vec<&str> = found.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["Net", "Dens", "0", "fc", "bais", "Conv3d", "[9, 9]"]);
}

#[test]
fn a_block_is_judged_once() {
    assert_eq!(mistakes("input: [4], Repeat(5) { Dense(4 -> 0), Tnah }, Dense(3)").len(), 2);
    assert_eq!(mistakes("input: [4], Repeat(5) { Dense(4 -> 8) }, Dense(8 -> 3)").len(), 1);
    assert_eq!(mistakes("input: [4], Residual { Dense(8) }, Dense(4 -> 3)").len(), 1);
}

#[test]
fn what_only_rustc_knows_becomes_a_check() {
    let (model, errors) = judge("input: [N], Dense(N -> 3), Gain<3>, Dense(4 -> 2), output: [M]");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let questions: Vec<&str> = model
        .checks
        .iter()
        .map(|check| match check.question {
            Question::Length { .. } => "length",
            Question::Vector(_) => "vector",
            Question::Same { .. } => "same",
            Question::Layer(_) => "layer",
            Question::Numbers(_) => "numbers",
        })
        .collect();
    // `N -> 3` behind `[N]` is the same to the letter: there is nothing to ask.
    assert_eq!(questions, ["layer", "length", "vector", "numbers", "vector", "length", "length"]);
    assert_eq!(model.output().show().as_deref(), Some("[M]"));
}

#[test]
fn numbers_beyond_memory_are_mistakes() {
    for list in [
        "input: [1_000_000_000, 1_000_000_000, 1_000_000_000], Flatten",
        "input: [99_999_999_999_999_999_999], Relu",
        "input: [1_000_000_000], Dense(1_000_000_000)",
    ] {
        let found = mistakes(list);
        assert_eq!(found.len(), 1, "{list}");
        assert!(found[0].1.contains("does not fit into memory"), "{list}");
    }
}

/// A literal may be written that no `f64` holds, or that is another type's.
#[test]
fn settings_that_are_no_finite_numbers_are_mistakes() {
    for (list, place, text) in [
        ("Dense(3), Dropout(p = 1e999)", "1e999", "`p` is a finite number"),
        ("Dense(3), LeakyRelu(slope = 1e999)", "1e999", "`slope` is a finite number"),
        ("Dense(3), LeakyRelu(slope = -1e999)", "-1e999", "`slope` is a finite number"),
        ("Dense(3), GaussianNoise(deviation = 1e400)", "1e400", "`deviation` is a finite number"),
        ("Dense(3), BatchNorm(eps = 1e999)", "1e999", "`eps` is a finite number"),
        ("Dense(3), LayerNorm(eps = 1f32)", "1f32", "`eps` is a finite number"),
        ("Dense(3), LayerNorm(eps = 1u8)", "1u8", "`eps` is a finite number"),
        ("Dense(3), LayerNorm(eps = 1.0f32)", "1.0f32", "`eps` is a finite number"),
        ("#[init(constant(1e999))] Dense(3)", "1e999", "`constant` takes one finite number"),
        ("#[init(orthogonal(-1e999))] Dense(3)", "-1e999", "`orthogonal` takes one finite number"),
    ] {
        let found = mistakes(&format!("input: [4], {list}"));
        assert_eq!(found.len(), 1, "{list}: {found:?}");
        assert_eq!(found[0].0, place, "{list}");
        assert!(found[0].1.starts_with(&format!("{text}, written without a suffix\nhelp: ")), "{list}: {}", found[0].1);
    }
}

#[test]
fn settings_may_be_whole_numbers_and_say_that_they_are_f64() {
    for list in ["LayerNorm(eps = 1)", "LayerNorm(eps = 1f64)", "LayerNorm(eps = 1.5f64)", "LeakyRelu(slope = -1_0e-1)"]
    {
        assert_eq!(mistakes(&format!("input: [4], Dense(3), {list}")), [], "{list}");
    }
}

/// What `#[init(auto)]` came to, layer by layer.
fn chosen(list: &str) -> Vec<String> {
    let (model, errors) = judge(list);
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let choice = |layer: &Layer| match &layer.init {
        Some(Init::Auto { nonlinearity, arguments, .. }) => {
            Some(arguments.iter().fold((*nonlinearity).to_owned(), |name, argument| format!("{name} {argument}")))
        }
        _ => None,
    };
    model.layers.iter().filter_map(choice).collect()
}

#[test]
fn auto_looks_at_what_is_behind_a_layer() {
    assert_eq!(chosen("input: [4], #[init(auto)] Dense(4), Relu, Dense(4)"), ["Relu"]);
    assert_eq!(
        chosen("input: [4], #[init(auto)] Dense(4), LeakyRelu, #[init(auto)] Dense(4), Elu(alpha = 2)"),
        ["LeakyRelu 0.01", "Relu"]
    );
    assert_eq!(
        chosen("input: [4], #[init(auto)] Dense(4), Identity, Flatten, Tanh, #[init(auto)] Dense(2)"),
        ["Tanh", "Linear"]
    );
    assert_eq!(
        chosen("input: [4], #[init(auto)] Dense(4), Softmax, #[init(auto)] Dense(4), Dense(4), Relu"),
        ["Linear", "Linear"]
    );
    assert_eq!(chosen("input: [4], Repeat(2) { Sigmoid, #[init(auto)] Dense(4) }, Relu"), ["Sigmoid", "Relu"]);
}

#[test]
fn auto_sees_through_what_normalises_and_what_only_trains() {
    for between in ["BatchNorm", "LayerNorm", "RmsNorm", "Standardize", "Dropout", "GaussianNoise(deviation = 0.1)"] {
        let list = format!("input: [4], #[init(auto)] Dense(4), {between}, Tanh, #[init(auto)] Dense(2), {between}");
        assert_eq!(chosen(&list), ["Tanh", "Linear"], "{between}");
    }
    let all = "BatchNorm(eps = 1e-3), Dropout(p = 0.2), LayerNorm, GaussianNoise, RmsNorm, Flatten";
    assert_eq!(
        chosen(&format!("input: [4], #[init(auto)] Dense(4), {all}, LeakyRelu(slope = 0.3), Dense(4)")),
        ["LeakyRelu 0.3"]
    );
    // A dense layer with no activation in between is what it sees first.
    assert_eq!(chosen("input: [4], #[init(auto)] Dense(4), BatchNorm, Dense(4), Relu"), ["Linear"]);
}

#[test]
fn auto_says_what_it_cannot_know() {
    let places = |list| mistakes(list).into_iter().map(|(place, _)| place).collect::<Vec<_>>();
    assert_eq!(places("input: [4], #[init(auto)] Dense(4), Gain<4>, Relu"), ["auto"]);
    assert_eq!(places("input: [4], #[init(auto)] Dense(4), Residual { Dense(4), Relu }"), ["auto"]);
    assert_eq!(places("input: [4], #[init(auto)] body: Residual { Dense(4), Relu }"), ["auto"]);
    assert_eq!(places("input: [4], Repeat(3) { #[init(auto)] Dense(4), Gain<4> }"), ["auto"]);
    assert_eq!(places("input: [4], #[init(auto(1))] Dense(4), Relu"), ["1"]);
}

/// Blocks inside each other multiply: a list of a few lines could ask for millions of layers.
#[test]
fn nested_repeats_are_bounded_together() {
    assert!(mistakes("input: [4], Repeat(16) { Repeat(16) { Dense(4) } }").is_empty());
    let found = mistakes("input: [4], Repeat(16) { Repeat(17) { Dense(4) } }, Repeat(256) { Dense(4) }");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "17");
    assert!(
        found[0].1.contains("at most 256 times in all, and the blocks around this one repeat it 16 times"),
        "{found:?}"
    );
}

#[test]
fn settings_of_layers_without_parameters_go_to_the_constructor() {
    let (model, errors) = judge("input: [4], Dropout(p = 0.2)");
    assert!(errors.is_empty());
    let ty = model.layers[0].ty(&quote::quote!(nn), &quote::quote!(f32)).to_string();
    assert_eq!(ty.replace(' ', ""), "nn::Dropout<nn::D1<4>>");
}
