use quote::quote;

use super::{judge, mistakes, written};
use crate::model::Layer;

/// The shapes behind the layers of a list without mistakes.
fn shapes(list: &str) -> Vec<String> {
    let (model, errors) = judge(list);
    assert!(errors.is_empty(), "{list}: {:?}", errors.texts());
    model.layers.iter().map(|layer| layer.output.show().unwrap_or_default()).collect()
}

#[test]
fn layers_make_sequences_and_vectors() {
    for (layer, shape) in [
        ("Lstm(5)", "[6, 5]"),
        ("Gru(4 -> 5, bias = false)", "[6, 5]"),
        ("Rnn(5, nonlinearity = relu)", "[6, 5]"),
        ("Lstm(5, layers = 3)", "[6, 5]"),
        ("Gru(5, bidirectional = true)", "[6, 10]"),
        ("Rnn(5, layers = 2, bidirectional = true, nonlinearity = relu)", "[6, 10]"),
        ("Conv1d(5, kernel = 3)", "[4, 5]"),
        ("Conv1d(4 -> 5, kernel = 3, stride = 2, padding = 1, dilation = 2, bias = false)", "[2, 5]"),
        ("Conv1d(5, kernel = 4, padding = same)", "[6, 5]"),
        ("Conv1d(5, kernel = 9, dilation = 3, causal = true)", "[6, 5]"),
        ("Conv1d(5, kernel = 6, causal = false)", "[1, 5]"),
        ("Dense(3)", "[6, 3]"),
        ("Dense(4 -> 3, bias = false)", "[6, 3]"),
        ("LayerNorm(eps = 1e-3)", "[6, 4]"),
        ("RmsNorm", "[6, 4]"),
        ("Standardize", "[6, 4]"),
        ("Softmax", "[6, 4]"),
        ("Tanh", "[6, 4]"),
        ("Dropout", "[6, 4]"),
        ("Residual { Dense(4) }", "[6, 4]"),
        ("Concat { { Dense(3) }, {} }", "[6, 7]"),
        ("Flatten", "[24]"),
        ("Reshape([8, 3])", "[8, 3]"),
        ("Reshape([2, 3, 4])", "[2, 3, 4]"),
        ("Last", "[4]"),
        ("MeanOverTime", "[4]"),
        ("MaxOverTime", "[4]"),
    ] {
        assert_eq!(shapes(&format!("input: [6, 4], {layer}")), [shape], "{layer}");
    }
    assert_eq!(
        shapes("input: [24], Reshape([6, 4]), Gru(N), Dense(2 * N), Last"),
        ["[6, 4]", "[6, N]", "[6, 2 * N]", "[2 * N]"]
    );
    assert_eq!(shapes("input: [T, F], Lstm(3), Flatten"), ["[T, 3]", "[T * 3]"]);
    assert_eq!(shapes("input: [T, F], Conv1d(3, kernel = 5), Flatten"), ["[T - 4, 3]", "[(T - 4) * 3]"]);
    assert_eq!(shapes("input: [T, F], Conv1d(3, kernel = K, causal = true)"), ["[T, 3]"]);
}

#[test]
fn steps_share_their_parameters() {
    let (model, _) = judge("input: [6, 4], Dense(3), Lstm(5, bias = false), LayerNorm, Last");
    assert_eq!(written(&model), ["Dense(4 -> 3)", "Lstm(3 -> 5, bias = false)", "LayerNorm", "Last"]);
    let parameters: Vec<_> = model.layers.iter().map(Layer::parameters).collect();
    assert_eq!(parameters, [Some(4 * 3 + 3), Some(20 * (3 + 5)), Some(10), Some(0)]);
    let macs: Vec<_> = model.layers.iter().map(Layer::macs).collect();
    assert_eq!(macs, [Some(6 * 12), Some(6 * 20 * 8), Some(6 * 15), Some(0)]);
}

#[test]
fn layers_that_stand_on_each_other_take_what_the_one_below_makes() {
    let (model, errors) =
        judge("input: [6, 4], Lstm(5, layers = 3, bidirectional = true), Gru(N, layers = 2, bias = false)");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let (first, others) = (20 * (4 + 5), 20 * (10 + 5));
    let lstm = &model.layers[0];
    assert_eq!(lstm.parameters(), Some(2 * (first + 2 * others) + 3 * 2 * 2 * 20));
    assert_eq!(lstm.macs(), Some(6 * 2 * (first + 2 * others)));
    let ty = |layer: &Layer| layer.ty(&quote!(nn), &quote!(T)).to_string().replace(' ', "");
    let short = |ty: String| {
        ty.replace("nn::", "").replace("D2<6,4,24>", "X").replace("D2<6,5,30>", "H").replace("D2<6,10,60>", "Y")
    };
    assert_eq!(
        short(ty(lstm)),
        "Stacked<Bidirectional<Lstm<T,4,5,20,X,H>,Lstm<T,4,5,20,X,H,SVector<T,20>,0,true>,Y>,\
         Stacked<Bidirectional<Lstm<T,10,5,20,Y,H,SVector<T,20>,1,false>,Lstm<T,10,5,20,Y,H,SVector<T,20>,1,true>,Y>,\
         Bidirectional<Lstm<T,10,5,20,Y,H,SVector<T,20>,2,false>,Lstm<T,10,5,20,Y,H,SVector<T,20>,2,true>,Y>>>"
    );
    assert!(ty(&model.layers[1]).ends_with(",nn::NoBias,1,false>>"), "{}", ty(&model.layers[1]));
}

#[test]
fn a_convolution_is_counted_by_its_windows() {
    let (model, errors) =
        judge("input: [6, 4], Conv1d(5, kernel = 3), Conv1d(2, kernel = 2, dilation = 3, causal = true)");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let [first, second] = &model.layers[..] else { panic!("two layers") };
    assert_eq!([first.name.as_str(), &second.name], ["conv1", "conv2"]);
    assert_eq!([first.parameters(), first.macs()], [Some(5 * 4 * 3 + 5), Some(4 * 5 * 4 * 3)]);
    assert_eq!([second.parameters(), second.macs()], [Some(2 * 5 * 2 + 2), Some(4 * 2 * 5 * 2)]);
    let ty = |layer: &Layer| layer.ty(&quote!(nn), &quote!(T)).to_string().replace(' ', "").replace("nn::", "");
    assert_eq!(ty(first), "Conv1d<T,4,5,12,D2<6,4,24>,D2<4,5,20>,Span1d<3>,1>");
    assert_eq!(ty(second), "Conv1d<T,5,2,10,D2<4,5,20>,D2<4,2,8>,Causal<2,15,3>,1>");
}

#[test]
fn a_mistake_is_one() {
    for (list, place) in [
        ("input: [6, 4], Lstm", "Lstm"),
        ("input: [6, 4], Lstm(0), Last, Dense(7 -> 3)", "0"),
        ("input: [6, 4], Lstm(5 -> 3), Last, Dense(3 -> 3)", "5"),
        ("input: [6, 4], Dense(24 -> 3), Last, Dense(3 -> 3)", "24"),
        ("input: [6, 4], Rnn(3, nonlinearity = sigmoid), Last, Dense(3 -> 3)", "sigmoid"),
        ("input: [6, 4], Rnn(3, nonlinearity = \"relu\")", "\"relu\""),
        ("input: [6, 4], Lstm(3, nonlinearity = relu)", "nonlinearity = relu"),
        ("input: [6, 4], Lstm(hidden_size = 3), Last, Dense(3 -> 3)", "hidden_size = 3"),
        ("input: [6, 4], Lstm(4, 3), Last, Dense(3 -> 3)", "4, 3"),
        ("input: [6, 4], Lstm(3, layers = 0), Last, Dense(3 -> 3)", "0"),
        ("input: [6, 4], Lstm(3, layers = 9), Last, Dense(3 -> 3)", "9"),
        ("input: [6, 4], Lstm(3, layers = N), Last, Dense(3 -> 3)", "N"),
        ("input: [6, 4], Lstm(3, layers = 1.5), Last, Dense(3 -> 3)", "1.5"),
        ("input: [6, 4], Lstm(3, num_layers = 2), Last, Dense(3 -> 3)", "num_layers"),
        ("input: [6, 4], Lstm(3, bidirectional = 2), Last, Dense(7 -> 3)", "2"),
        ("input: [6, 4], Lstm(3, bidirectional = true), Last, Dense(3 -> 3)", "3"),
        ("input: [6, 4], LSTM(3), Last, Dense(3 -> 3)", "LSTM"),
        ("input: [4], Lstm(3), Last, Dense(7 -> 3)", "Lstm"),
        ("input: [4, 5, 5], Gru(3), Last, Dense(7 -> 3)", "Gru"),
        ("input: [6, 4], Last, Lstm(3), Dense(7 -> 3)", "Lstm"),
        ("input: [4], Last, Dense(7 -> 3)", "Last"),
        ("input: [6, 4], Conv2d(3, kernel = 3), Flatten, Dense(7 -> 3)", "Conv2d"),
        ("input: [6, 4], Conv1d(3), Last, Dense(7 -> 3)", "Conv1d"),
        ("input: [6, 4], Conv1d(3, kernel = 0), Last, Dense(7 -> 3)", "0"),
        ("input: [6, 4], Conv1d(3, kernel = 7), Last, Dense(7 -> 3)", "7"),
        ("input: [6, 4], Conv1d(3, kernel = 3, dilation = 3), Last, Dense(7 -> 3)", "3"),
        ("input: [6, 4], Conv1d(3, kernel = [3]), Last, Dense(7 -> 3)", "[3]"),
        ("input: [6, 4], Conv1d(3, kernel = (3, 3)), Last, Dense(7 -> 3)", "(3, 3)"),
        ("input: [6, 4], Conv1d(3, 5), Last, Dense(7 -> 3)", "5"),
        ("input: [6, 4], Conv1d(3, kernel = 2, stride = 0), Last, Dense(7 -> 3)", "0"),
        ("input: [6, 4], Conv1d(3, kernel = 2, stride = 2, padding = same), Last, Dense(7 -> 3)", "2"),
        ("input: [6, 4], Conv1d(3, kernel = 2, stride = 3, causal = true), Last, Dense(7 -> 3)", "3"),
        ("input: [6, 4], Conv1d(3, kernel = 2, padding = 1, causal = true), Last, Dense(7 -> 3)", "1"),
        ("input: [6, 4], Conv1d(3, kernel = 2, padding = same, causal = true), Last, Dense(7 -> 3)", "same"),
        ("input: [6, 4], Conv1d(3, kernel = 2, padding = causal), Last, Dense(7 -> 3)", "causal"),
        ("input: [6, 4], Conv1d(3, kernel = 2, causal = 1), Last, Dense(7 -> 3)", "1"),
        ("input: [6, 4], Conv1d(3, kernel = 2, groups = 2), Last, Dense(7 -> 3)", "2"),
        ("input: [6, 4], Conv1d(9, kernel = 2, groups = 3), Last, Dense(7 -> 3)", "3"),
        ("input: [6, 4], MaxPool1d(7), Last, Dense(7 -> 3)", "7"),
        ("input: [6, 4], AvgPool1d(2, padding = 2), Last, Dense(7 -> 3)", "2"),
        ("input: [4], MaxPool1d(2), Dense(7 -> 3)", "MaxPool1d"),
        ("input: [6, 4], Conv1d(3 -> 3, kernel = 2), Last, Dense(3 -> 3)", "3"),
        ("input: [6], Conv1d(3, kernel = 2), Last, Dense(7 -> 3)", "Conv1d"),
        ("input: [1, 6, 4], Conv1d(3, kernel = 2), Last, Dense(7 -> 3)", "Conv1d"),
        ("input: [6, 4], MaxPool2d(2), Flatten, Dense(7 -> 3)", "MaxPool2d"),
        ("input: [6, 4], Lstm(5), Last, Dense(30 -> 3)", "30"),
        ("input: [6, 4], Last(2), Dense(4 -> 3)", "2"),
        ("input: [6, 4], Residual { Lstm(5) }, Dense(4 -> 3)", "5"),
        ("input: [6, 4], Concat { { Last }, {} }, Dense(4 -> 3)", "{}"),
        ("input: [6, 4], Reshape([5, 5]), Dense(4 -> 3)", "[5, 5]"),
    ] {
        let found = mistakes(list);
        assert_eq!(found.len(), 1, "{list}: {found:?}");
        assert_eq!(found[0].0, place, "{list}: {}", found[0].1);
    }
}

#[test]
fn the_way_leads_to_a_wrong_dense_layer() {
    let text = "`fc` takes 512 inputs, but `Last` before it produces 16\n\
                [64, 8] -> Lstm [64, 16] -> 16\n\
                help: write `Dense(16 -> 4)`, or `Dense(4)` to take the size from `Last`";
    assert_eq!(mistakes("input: [64, 8], Lstm(16), Last, fc: Dense(512 -> 4)"), [("512".to_owned(), text.to_owned())]);
}
