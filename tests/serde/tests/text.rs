//! Networks whose list derives serde's traits.

use static_nn::prelude::*;

network! {
    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct Encoder {
        input: [40],
        fc: Dense(6), Tanh,
    }
}

network! {
    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct Net {
        input: [40],
        encoder: Encoder, Standardize,
        Residual { fc: Dense(8), Relu, Dense(6) },
        norm: BatchNorm, Dropout(p = 0.1),
        plain: Dense(3, bias = false), Relu,
        Repeat(2) { same: Dense(3), LayerNorm },
        down: Add { {}, { fc: Dense(3) }, { Relu } },
        class: Dense(2),
    }
}

#[test]
fn a_network_comes_back_bit_by_bit() {
    let net = Net::new(42);
    let text = serde_json::to_string(&net).unwrap();
    let read: Net = serde_json::from_str(&text).unwrap();
    assert!(read.as_slice().iter().zip(net.as_slice()).all(|(a, b)| a.to_bits() == b.to_bits()));
    let bits = |net: &Net| net.forward(&[0.25; 40]).map(f32::to_bits);
    assert_eq!(bits(&read), bits(&net));

    let double = Net::<f64>::new(7);
    let text = serde_json::to_string(&double).unwrap();
    assert_eq!(serde_json::from_str::<Net<f64>>(&text).unwrap(), double);
}

/// The names are those of the tensors, the lists what PyTorch's `tolist()` gives.
#[test]
fn its_form_is_that_of_its_layers() {
    let net = Net::new(42);
    let value = serde_json::to_value(&net).unwrap();
    let weight = &value["encoder"]["fc"]["weight"];
    assert_eq!((weight.as_array().unwrap().len(), weight[0].as_array().unwrap().len()), (6, 40));
    assert_eq!(weight[5][39], serde_json::json!(net.encoder.fc.weight[(5, 39)]));
    assert_eq!(value["residual1"]["fc"]["bias"][7], serde_json::json!(net.residual1.fc.bias[7]));
    assert_eq!(value["norm"]["running_var"], serde_json::json!([1.0, 1.0, 1.0, 1.0, 1.0, 1.0]));
    assert!(value["plain"]["bias"].is_null());
    assert!(value["same_2"]["weight"].is_array());
    assert_eq!(value["down"][1]["fc"]["bias"][2], serde_json::json!(net.down.1.fc.bias[2]));
}

network! {
    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct Steps {
        input: [5, 3],
        fc: Dense(4), Tanh, lstm: Lstm(2), norm: LayerNorm, gru: Gru(2, layers = 2, bias = false), both: Rnn(2, bidirectional = true), Last,
    }
}

#[test]
fn layers_of_sequences_are_those_of_their_steps() {
    let net = Steps::new(3);
    let value = serde_json::to_value(&net).unwrap();
    assert_eq!(value["fc"]["weight"][3][2], serde_json::json!(net.fc.weight[(3, 2)]));
    assert_eq!(value["lstm"]["weight_hh"][7][1], serde_json::json!(net.lstm.weight_hh[(7, 1)]));
    assert!(value["gru"]["second"]["bias_ih"].is_null());
    assert_eq!(value["both"]["reverse"]["bias_hh"][1], serde_json::json!(net.both.reverse.bias_hh[1]));
    assert_eq!(serde_json::from_value::<Steps>(value).unwrap(), net);
}

network! {
    #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    pub struct Text { input: [5], words: Embedding(4 -> 3), Last }
}

#[test]
fn a_table_is_a_list_of_words() {
    let net = Text::new(3);
    let value = serde_json::to_value(&net).unwrap();
    assert_eq!(value["words"]["weight"][3], serde_json::json!(net.words.weight[3]));
    assert_eq!(serde_json::from_value::<Text>(value).unwrap(), net);
}

#[test]
fn another_network_is_refused() {
    let mut value = serde_json::to_value(Net::new(1)).unwrap();
    value["class"]["bias"] = serde_json::json!([0.0, 0.0, 0.0]);
    let error = serde_json::from_value::<Net>(value).unwrap_err().to_string();
    assert!(error.contains("invalid length 3, expected a list of 2 values"), "{error}");
}

/// Settings in a file of their own: a program may read what to train with.
#[test]
fn a_run_is_described_by_text() {
    let text = r#"{
        "learning_rate": 0.01,
        "moments": { "beta1": 0.9, "beta2": 0.999, "eps": 1e-8 },
        "amsgrad": false,
        "decay": { "l2": 0.0, "l1": 0.0, "decoupled": 0.0, "excluded": [] }
    }"#;
    let adam: Adam = serde_json::from_str(text).unwrap();
    assert_eq!(adam, Adam::new(0.01));
    let (xs, ys) = ([[0.5_f32; 40], [-0.5; 40]], [0_u8, 1]);
    let mut net = Net::boxed(1);
    let history = Trainer::new(CrossEntropy, adam).epochs(3).fit(&mut net, &xs, &ys).unwrap();
    let text = serde_json::to_string(&history).unwrap();
    assert_eq!(serde_json::from_str::<static_nn::train::History>(&text).unwrap(), history);
    // What is on the heap is read by value, and written as it is.
    assert_eq!(serde_json::from_str::<Net>(&serde_json::to_string(&*net).unwrap()).unwrap(), *net);
}
