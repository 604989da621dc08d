//! Settings as other systems call them.

/// What PyTorch, Keras or ONNX call a setting of ours.
const ELSEWHERE: &[(&str, &str)] = &[
    ("kernel_size", "kernel"),
    ("kernel_shape", "kernel"),
    ("kernel_dim", "kernel"),
    ("ksize", "kernel"),
    ("pool_size", "kernel"),
    ("window", "kernel"),
    ("window_size", "kernel"),
    ("filter_size", "kernel"),
    ("strides", "stride"),
    ("subsample", "stride"),
    ("pad", "padding"),
    ("pads", "padding"),
    ("dilations", "dilation"),
    ("dilation_rate", "dilation"),
    ("group", "groups"),
    ("num_groups", "groups"),
    ("num_heads", "heads"),
    ("nhead", "heads"),
    ("is_causal", "causal"),
    ("use_causal_mask", "causal"),
    ("use_bias", "bias"),
    ("num_layers", "layers"),
    ("bidir", "bidirectional"),
    ("count_include_pad", "count_padding"),
    ("output_size", "size"),
    ("scale_factor", "factor"),
    ("scale", "factor"),
    ("target_shape", "shape"),
    ("unflattened_size", "shape"),
    ("negative_slope", "slope"),
    ("rate", "p"),
    ("epsilon", "eps"),
    ("stddev", "deviation"),
    ("std", "deviation"),
];

/// The setting, of those that a layer has, that is called so elsewhere.
pub(crate) fn setting_elsewhere<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let (_, ours) = ELSEWHERE.iter().find(|(theirs, _)| *theirs == key)?;
    known.iter().find(|known| *known == ours).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::layers;

    #[test]
    fn names_lead_to_settings_that_exist() {
        for (theirs, ours) in ELSEWHERE {
            assert!(layers().any(|entry| entry.settings.iter().any(|setting| setting.key == *ours)), "{ours}");
            assert!(layers().all(|entry| entry.settings.iter().all(|setting| setting.key != *theirs)), "{theirs}");
        }
    }
}
