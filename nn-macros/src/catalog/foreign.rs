//! Arguments as other systems write them: sizes with a name, and activations inside of the layer before them.

use super::{Found, activation::LAYERS, find};

/// What a size with a name says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Side {
    Inputs,
    Outputs,
}

/// The side of a layer whose size is called so by PyTorch, Keras or others: `units = 3`.
pub(crate) fn size_key(key: &str) -> Option<Side> {
    match key {
        "in_features" | "in_channels" | "inputs" | "input" | "input_dim" | "input_size" | "n_in" | "num_embeddings"
        | "vocabulary" | "vocabulary_size" | "vocab_size" | "words" => Some(Side::Inputs),
        "units" | "filters" | "out_channels" | "num_filters" | "out_features" | "outputs" | "output" | "output_dim"
        | "output_size" | "n_out" | "size" | "hidden_size" | "hidden" | "embedding_dim" | "embed_dim" | "width" => {
            Some(Side::Outputs)
        }
        _ => None,
    }
}

/// Whether a setting of this name would be an activation.
pub(crate) fn is_activation_key(key: &str) -> bool {
    matches!(key, "activation" | "activation_fn" | "act" | "nonlinearity")
}

/// The activation that is called so here, in another system, or nearly: `relu`, `"ReLU"`.
pub(crate) fn activation(written: &str) -> Option<&'static str> {
    let name = match find(written.trim_matches('"')) {
        Found::Layer(entry) => entry.name,
        Found::Meant(meant) => meant,
        Found::Block(_) | Found::Elsewhere | Found::Unknown => return None,
    };
    LAYERS.iter().map(|entry| entry.name).find(|activation| *activation == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn activations_are_known_by_their_names_elsewhere() {
        for (written, ours) in [("Relu", "Relu"), ("\"relu\"", "Relu"), ("GELU", "Gelu"), ("\"softmax\"", "Softmax")] {
            assert_eq!(activation(written), Some(ours), "{written}");
        }
        for written in ["Dense", "HIDDEN", "3", "\"\"", "Residual", "Conv2d", "Conv1d"] {
            assert_eq!(activation(written), None, "{written}");
        }
    }

    #[test]
    fn no_layer_has_a_setting_that_is_read_as_another_systems() {
        for entry in super::super::layers() {
            for setting in entry.settings {
                let is_size = entry.has_sizes() && size_key(setting.key).is_some();
                assert!(!is_size, "{}", setting.key);
            }
        }
    }
}
