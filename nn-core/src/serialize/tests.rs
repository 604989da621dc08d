use core::fmt::Debug;
use std::prelude::rust_2024::*;
use std::string::ToString;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::layers::{BatchNorm, Dense, LayerNorm, NoBias, Residual, RmsNorm, Standardize};
use crate::loss::{BinaryCrossEntropy, CrossEntropy, Huber, MeanSquaredError, MultiMargin, SmoothL1, SumSquaredError};
use crate::optim::{Adagrad, Adam, AdamW, Lbfgs, Lion, MaxNorm, Nadam, RmsProp, Sgd};
use crate::parameters::{Parameters, Role};
use crate::prepare::{MinMaxScaler, Pca, StandardScaler};
use crate::schedule::{
    Anneal, Constant, CosineAnnealing, CosineWarmRestarts, ExponentialDecay, Linear, Monitor, MultiStepDecay, OneCycle,
    Polynomial, ReduceOnPlateau, Schedule, StepDecay,
};
use crate::train::{Checkpoint, EarlyStopping, Epoch, Evaluation, History, RateSweep};

/// Writes a value and reads it back; what was written.
#[track_caller]
fn round_trip<V: Serialize + DeserializeOwned + Debug + PartialEq>(value: &V) -> Value {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<V>(&text).unwrap(), value, "{text}");
    // And in the other way that formats have: everything is in memory at once.
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(&serde_json::from_value::<V>(tree.clone()).unwrap(), value, "{text}");
    tree
}

#[track_caller]
fn refusal<V: DeserializeOwned>(value: Value) -> String {
    serde_json::from_value::<V>(value).err().unwrap().to_string()
}

#[test]
fn weights_are_lists_of_rows() {
    let dense = Dense::<f32, 3, 2> { weight: [[1.0, 4.0], [2.0, 5.0], [3.0, 0.1]].into(), bias: [7.0, -8.5].into() };
    let expected = json!({ "weight": [[1.0, 2.0, 3.0], [4.0, 5.0, 0.1_f32]], "bias": [7.0, -8.5] });
    assert_eq!(round_trip(&dense), expected);
    let without = Dense::<f64, 2, 1, NoBias> { weight: [[1.0], [2.0]].into(), bias: NoBias };
    assert_eq!(round_trip(&without), json!({ "weight": [[1.0, 2.0]], "bias": null }));
    round_trip(&Residual { block: without });
    // More values than serde's own arrays have.
    let mut wide = Dense::<f32, 40, 50>::zeroed();
    for (i, value) in wide.as_mut_slice().iter_mut().enumerate() {
        *value = (i as f32).sqrt();
    }
    round_trip(&wide);
}

#[test]
fn other_layers() {
    let mut norm = LayerNorm::<f32, 2>::zeroed();
    (norm.weight, norm.bias) = ([1.0, 2.0].into(), [3.0, 4.0].into());
    assert_eq!(round_trip(&norm), json!({ "weight": [1.0, 2.0], "bias": [3.0, 4.0] }));
    let mut norm = BatchNorm::<f64, 3>::zeroed();
    norm.running_var[2] = 1.5;
    assert_eq!(round_trip(&norm)["running_var"], json!([0.0, 0.0, 1.5]));
    let norm = RmsNorm::<f32, 1> { weight: [0.5].into() };
    assert_eq!(round_trip(&norm), json!({ "weight": [0.5] }));
    let scaler = Standardize::<f32, 2> { mean: [1.0, 2.0].into(), scale: [3.0, 4.0].into() };
    assert_eq!(round_trip(&scaler), json!({ "mean": [1.0, 2.0], "scale": [3.0, 4.0] }));
}

#[test]
fn a_layer_of_another_size_is_refused() {
    type Layer = Dense<f32, 2, 2>;
    let weight = json!([[1.0, 2.0], [3.0, 4.0]]);
    for (value, text) in [
        (json!({ "weight": [[1.0, 2.0]], "bias": [0.0, 0.0] }), "invalid length 1, expected a list of 2 values"),
        (json!({ "weight": [[1.0, 2.0, 3.0], [1.0, 2.0]], "bias": [0.0, 0.0] }), "invalid length 3"),
        (json!({ "weight": weight, "bias": [0.0, 0.0, 0.0] }), "invalid length 3, expected a list of 2 values"),
        (json!({ "weight": weight }), "missing field `bias`"),
        (json!({ "weight": weight, "bias": null }), "invalid type: null, expected a list of 2 values"),
        (json!({ "weight": weight, "bias": [0.0, null] }), "invalid type: null, expected f32"),
        (json!({ "weight": weight, "bias": [0.0, 0.0], "bais": 1 }), "unknown field `bais`"),
    ] {
        let error = refusal::<Layer>(value);
        assert!(error.contains(text), "{error}");
    }
    let error = refusal::<Dense<f32, 1, 1, NoBias>>(json!({ "weight": [[1.0]], "bias": [0.0] }));
    assert!(error.contains("expected unit"), "{error}");
}

#[test]
fn optimizers() {
    let adam = AdamW::new(1e-3).weight_decay(0.1).exclude_from_decay(&[Role::Bias, Role::Scale]);
    let value = round_trip(&adam);
    assert_eq!(value["learning_rate"], json!(1e-3));
    assert_eq!(value["decay"]["excluded"], json!(["Bias", "Scale"]));
    round_trip(&Adam::new(1e-3).amsgrad(true));
    round_trip(&Sgd::new(0.1).momentum(0.9).nesterov(true));
    round_trip(&Nadam::new(1e-3));
    round_trip(&Lion::new(1e-4));
    round_trip(&RmsProp::new(1e-2).momentum(0.5));
    round_trip(&Adagrad::new(1e-2));
    round_trip(&Lbfgs::new());
    round_trip(&MaxNorm::new(3.0));

    let mut wrong = serde_json::to_value(adam).unwrap();
    wrong["learning_rate"] = json!(-1.0);
    let error = refusal::<AdamW>(wrong.clone());
    assert_eq!(error, "`learning_rate` is -1, but must be a finite number that is not negative");
    wrong["learning_rate"] = json!(0.1);
    wrong["decay"]["excluded"] = json!(["Bais"]);
    assert!(refusal::<AdamW>(wrong.clone()).starts_with("unknown variant `Bais`, expected one of `Weight`, `Bias`"));
    wrong["decay"]["excluded"] = json!([]);
    wrong["rate"] = json!(0.1);
    assert!(refusal::<AdamW>(wrong).contains("unknown field `rate`"));
    assert!(refusal::<MaxNorm>(json!({ "max": 0.0 })).starts_with("`max_norm` is 0"));
}

#[test]
fn losses() {
    round_trip(&CrossEntropy);
    round_trip(&MeanSquaredError);
    round_trip(&SumSquaredError);
    round_trip(&CrossEntropy.label_smoothing(0.1));
    let weighted = CrossEntropy.class_weights([1.0; 40]);
    assert_eq!(round_trip(&weighted)["weights"].as_array().unwrap().len(), 40);
    round_trip(&Huber::new(2.0));
    round_trip(&SmoothL1::new(0.5));
    round_trip(&MultiMargin::new(0.5));
    round_trip(&BinaryCrossEntropy.positive_weight(3.0));
    let mut wrong = serde_json::to_value(CrossEntropy.class_weights([1.0, 1.0])).unwrap();
    wrong["weights"][1] = json!(-1.0);
    assert!(serde_json::from_value::<crate::loss::CrossEntropyWith<[f64; 2]>>(wrong).is_err());
    assert!(refusal::<Huber>(json!({ "delta": 0.0 })).starts_with("`delta` is 0, but must be"));
}

#[test]
fn schedules() {
    round_trip(&Constant::new(0.5, 10));
    round_trip(&CosineAnnealing::new(90));
    round_trip(&CosineAnnealing::new(90).after_warm_up(5));
    round_trip(&StepDecay::new(30).times(ExponentialDecay::new(0.9)));
    round_trip(&Linear::new(5));
    round_trip(&Polynomial::new(5));
    round_trip(&CosineWarmRestarts::new(10));
    round_trip(&MultiStepDecay::new([3, 7]));
    round_trip(&OneCycle::new(0.1, 100).anneal(Anneal::Linear));
    round_trip(&ReduceOnPlateau::new().monitor(Monitor::ValidationLoss));
    assert!(refusal::<StepDecay>(json!({ "step_size": 0, "gamma": 0.1 })).starts_with("`step_size` is 0"));
    let mut wrong = serde_json::to_value(MultiStepDecay::new([3, 7])).unwrap();
    wrong["milestones"] = json!([7, 3]);
    assert!(serde_json::from_value::<MultiStepDecay<2>>(wrong).is_err());
}

#[test]
fn what_belongs_to_training() {
    let epoch = Epoch {
        loss: 0.1,
        accuracy: Some(0.75),
        validation_loss: None,
        validation_accuracy: None,
        learning_rate: 1e-3,
        seconds: 0.5,
    };
    let history = History { epochs: vec![epoch, Epoch { loss: 0.05, ..epoch }], restored: Some(1) };
    assert_eq!(round_trip(&history)["epochs"][1]["loss"], json!(0.05));
    round_trip(&Evaluation { loss: 1.0 / 3.0, accuracy: None });
    round_trip(&RateSweep { rates: vec![0.1, 0.2], losses: vec![3.0, 2.0] });
    round_trip(&EarlyStopping::new(5));
    round_trip(&Checkpoint::every(5, "run.safetensors").and_best("best.safetensors"));
    let mut wrong = serde_json::to_value(EarlyStopping::new(5)).unwrap();
    wrong["patience"] = json!(0);
    assert_eq!(refusal::<EarlyStopping>(wrong), "`patience` is 0, but must be at least 1");
}

#[test]
fn scalers() {
    let samples = [[1.0_f32, 7.0], [5.0, 7.5], [2.0, 9.0]];
    let standard = StandardScaler::fit(&samples).unwrap();
    round_trip(&standard);
    round_trip(&StandardScaler::<f64, 64>::default());
    let range = MinMaxScaler::fit_range(&samples, -1.0, 1.0).unwrap();
    assert_eq!(round_trip(&range)["feature_range"], json!([-1.0, 1.0]));
    let pca = *Pca::<f32, 2, 1>::fit(&samples).unwrap();
    assert_eq!(round_trip(&pca)["components"].as_array().unwrap().len(), 1);

    for scale in [0.0, -1.0] {
        let error = refusal::<StandardScaler<f32, 1>>(json!({ "mean": [0.0], "scale": [scale] }));
        assert_eq!(error, "every `mean` is to be finite, and every `scale` above zero, too");
    }
    // Too large for the scalar.
    assert!(!refusal::<StandardScaler<f32, 1>>(json!({ "mean": [1e39], "scale": [1.0] })).is_empty());
    let mut wrong = serde_json::to_value(range).unwrap();
    wrong["data_min"][0] = json!(6.0);
    let text = "every `data_min` is to be finite, and no larger than its `data_max`";
    assert_eq!(refusal::<MinMaxScaler<f32, 2>>(wrong.clone()), text);
    wrong["data_min"][0] = json!(1.0);
    wrong["feature_range"] = json!([1.0, 1.0]);
    let text = "`feature_range` is to be two finite numbers, the smaller first";
    assert_eq!(refusal::<MinMaxScaler<f32, 2>>(wrong), text);
}
