use super::{judge, mistakes, written};
use crate::model::Layer;

#[test]
fn words_make_sequences() {
    let (model, errors) = judge("input: [6], words: Embedding(50 -> 8), Gru(4), Last");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    assert_eq!(written(&model)[0], "Embedding(50 -> 8)");
    let shapes: Vec<_> = model.layers.iter().map(|layer| layer.output.show().unwrap_or_default()).collect();
    assert_eq!(shapes, ["[6, 8]", "[6, 4]", "[4]"]);
    assert_eq!(model.layers.first().map(Layer::parameters), Some(Some(400)));
    assert_eq!(model.layers.first().map(Layer::macs), Some(Some(0)));

    let (model, errors) = judge("input: [T], Concat { { Embedding(V -> W) }, { Embedding(7 -> 2) } }, Dense(3)");
    assert!(errors.is_empty(), "{:?}", errors.texts());
    let shapes: Vec<_> = model.layers.iter().map(|layer| layer.output.show().unwrap_or_default()).collect();
    assert_eq!(shapes, ["[T, W + 2]", "[T, 3]"]);
}

#[test]
fn what_is_no_table_is_one_mistake() {
    for list in [
        "input: [6], Embedding, Gru(4)",
        "input: [6], Embedding(), Gru(4)",
        "input: [6], Embedding(8), Gru(4)",
        "input: [6], Embedding(50, 8), Gru(4)",
        "input: [6], Embedding(50 -> 8, 3), Gru(4)",
        "input: [6], Embedding(0 -> 8), Gru(4)",
        "input: [6], Embedding(50 -> 0), Gru(4)",
        "input: [6], Embedding(16777217 -> 8), Gru(4)",
        "input: [6], Embedding(50 -> 100000000000000), Gru(4)",
        "input: [6], Embedding(num_embeddings = 50, embedding_dim = 8), Gru(4)",
        "input: [6], Embedding(50 -> 8, padding_idx = 0), Gru(4)",
        "input: [6], Dense(6), Embedding(50 -> 8), Gru(4)",
        "input: [6], Gain, Embedding(50 -> 8), Gru(4)",
        "input: [6], Identity, Embedding(50 -> 8), Gru(4)",
        "input: [6], Dense(6), Concat { { Embedding(50 -> 8) }, { Reshape([6, 1]) } }",
        "input: [6], Repeat(2) { Embedding(50 -> 8) }, Gru(4)",
        "input: [6, 1], Embedding(50 -> 8), Gru(4)",
        "input: [1, 3, 3], Embedding(50 -> 8), Gru(4)",
    ] {
        let found = mistakes(list);
        assert_eq!(found.len(), 1, "{list}: {found:?}");
    }
}
