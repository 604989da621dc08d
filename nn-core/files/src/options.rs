//! What is done to the tensors of a file before anybody looks for one.

use std::collections::{HashMap, HashSet};

use crate::names::sort;
use crate::rename::Rule;
use crate::{Entry, OptionError, keras};

/// How the values of tensors lie in a file, and what it calls them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// As PyTorch has them, and as this library saves them: `fc1.weight`, `[outputs, inputs]`.
    #[default]
    PyTorch,
    /// As Keras has them, and scikit-learn: `fc1/kernel`, `[inputs, outputs]`.
    Keras,
}

/// How the names and the order of the values in a file become those of a network: the settings of `#[weights(..)]`, when a program runs.
///
/// They take effect in this order: the prefix goes, names are changed, the layout is turned. Then every tensor must be there as
/// without them.
///
/// # Examples
///
/// A file of PyTorch's `nn.Sequential`, saved out of `nn.DataParallel`, which puts `module.` before all names:
///
/// ```
/// use static_nn::io::LoadOptions;
/// use static_nn::prelude::*;
///
/// network! { pub struct Net { input: [3], fc1: Dense(2), Relu, fc2: Dense(1) } }
/// # network! { pub struct Theirs { input: [3], #[name("module.0")] a: Dense(2), Relu, #[name("module.2")] b: Dense(1) } }
/// # let path = std::env::temp_dir().join(format!("options-{}.safetensors", std::process::id()));
/// # Theirs::boxed(1).save(&path)?;
///
/// // The file has `module.0.weight`, `module.0.bias`, `module.2.weight` and `module.2.bias`.
/// let options = LoadOptions::new().strip_prefix("module").rename("0", "fc1").rename("2", "fc2");
/// let net = Net::load_with(&path, &options)?;
/// # assert_eq!(net.as_slice(), Theirs::boxed(1).as_slice());
/// # std::fs::remove_file(path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The same in the program: `#[weights("model.safetensors", strip_prefix = "module", rename("0" = "fc1", "2" = "fc2"))]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "options change nothing until something is loaded with them"]
pub struct LoadOptions {
    prefix: Option<String>,
    rules: Vec<(String, String)>,
    layout: Layout,
}

impl LoadOptions {
    /// Names and values as they are in the file.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes away these levels before the names of all tensors that begin with them: `module`, which PyTorch's `DataParallel` puts there, or
    /// `_orig_mod`, which `torch.compile` does. A dot behind them may be written.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::io::LoadOptions;
    ///
    /// // `_orig_mod.module.fc1.weight` is read as `fc1.weight`.
    /// let options = LoadOptions::new().strip_prefix("_orig_mod.module.");
    /// # let _ = options;
    /// ```
    pub fn strip_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    /// Reads the tensors whose names begin with the levels `from` as if they began with `to`. `*` stands for one or more levels, and on the
    /// right for what it has found on the left; at the end, for all that are left. The first rule that fits a name is the one that changes it.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::io::LoadOptions;
    ///
    /// let options = LoadOptions::new()
    ///     .rename("net.0", "fc1") // `net.0.weight` is read as `fc1.weight`
    ///     .rename("encoder.*", "*") // `encoder.fc2.weight` as `fc2.weight`
    ///     .rename("blocks.*.ln", "blocks.*.norm"); // `blocks.3.ln.bias` as `blocks.3.norm.bias`
    /// # let _ = options;
    /// ```
    pub fn rename(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.rules.push((from.into(), to.into()));
        self
    }

    /// Takes names and values as another library has them.
    ///
    /// [`Layout::Keras`] is for files of Keras's variables, as `{v.path: v.numpy() for v in model.weights}` has them, and for the matrices
    /// of scikit-learn: a `/` is a dot, `kernel`, `gamma` and `moving_mean` are `weight`, `weight` and `running_mean`, kernels are turned, the
    /// gates of an LSTM or a GRU come into PyTorch's order and their biases become two.
    ///
    /// | in Keras | here |
    /// |---|---|
    /// | `Dense`, `Conv1D`, `Conv2D`, `Conv2DTranspose`, `DepthwiseConv2D` | `Dense`, `Conv1d`, `Conv2d`, `ConvTranspose2d`, `Conv2d` with `groups` |
    /// | `BatchNormalization`, `LayerNormalization`, `GroupNormalization`, `RMSNormalization` | `BatchNorm`, `LayerNorm`, `GroupNorm`, `RmsNorm` |
    /// | `LSTM`, `GRU` (`reset_after=True`), `SimpleRNN`, and these in a `Bidirectional` | `Lstm`, `Gru`, `Rnn`, with `bidirectional = true` |
    /// | `Embedding` | `Embedding` |
    ///
    /// What a layer does beside its weights must be declared: images are channels first here, so behind a `Flatten` of an image the rows of the
    /// next kernel stand in another order; `BatchNormalization` has an epsilon of 0.001, PyTorch's of 0.00001.
    ///
    /// # Examples
    ///
    /// ```
    /// use static_nn::io::{Layout, LoadOptions};
    /// use static_nn::prelude::*;
    ///
    /// network! {
    ///     pub struct Net {
    ///         input: [6],
    ///         hidden: Dense(12), Relu, norm: BatchNorm(eps = 0.001),
    ///         second: Dense(8), Tanh, layer: LayerNorm(eps = 0.001),
    ///         out: Dense(3),
    ///     }
    /// }
    ///
    /// # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/goldens/converted/keras_dense.npz");
    /// // In Python: np.savez("model.npz", **{v.path: v.numpy() for v in model.weights})
    /// let options = LoadOptions::new().strip_prefix("sequential").layout(Layout::Keras);
    /// let net = Net::load_with(path, &options)?;
    /// // `sequential/hidden/kernel[1, 0]` of the file, from the second input to the first output.
    /// assert_eq!(net.hidden.weight[(0, 1)], -0.316_949_96);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// The entries of a file under the names that they are to have, and all that the options have against them. An error leaves the entry as
    /// far as it has come.
    ///
    /// `second` answers which second extent the network's tensor of a name has, if that is known: filters of single channels are told by it.
    pub fn apply<'a>(
        &self,
        mut entries: Vec<Entry<'a>>,
        second: &dyn Fn(&str) -> Option<usize>,
    ) -> (Vec<Entry<'a>>, Vec<OptionError>) {
        let mut errors = Vec::new();
        if self.layout == Layout::Keras {
            for entry in &mut entries {
                entry.name = keras::levels(&entry.name);
            }
        }
        self.strip(&mut entries, &mut errors);
        let changed = self.change(&mut entries, &mut errors);
        if self.layout == Layout::Keras {
            entries = keras::turn(entries, second, &mut errors);
        }
        errors.extend(twice(&entries, &changed));
        (entries, errors)
    }

    fn strip(&self, entries: &mut [Entry<'_>], errors: &mut Vec<OptionError>) {
        let Some(prefix) = &self.prefix else { return };
        let levels = prefix.strip_suffix('.').unwrap_or(prefix);
        let mut found = false;
        for entry in entries.iter_mut() {
            let rest = entry.name.strip_prefix(levels).and_then(|rest| rest.strip_prefix('.'));
            if let Some(rest) = rest.filter(|_| !levels.is_empty()) {
                (entry.name, found) = (rest.to_owned(), true);
            }
        }
        if !found {
            errors.push(OptionError::Prefix { prefix: levels.to_owned(), names: sorted(entries) });
        }
    }

    /// Changes the names, and tells of each that was changed, as the file has it, by which rule.
    fn change(&self, entries: &mut [Entry<'_>], errors: &mut Vec<OptionError>) -> HashMap<String, usize> {
        let mut rules = Vec::new();
        for (i, (from, to)) in self.rules.iter().enumerate() {
            match Rule::parse(i, from, to) {
                Ok(rule) => rules.push((i, rule)),
                Err(error) => errors.push(error),
            }
        }
        let names = sorted(entries);
        let mut changed = HashMap::new();
        for entry in entries {
            let renamed = rules.iter().find_map(|(i, rule)| Some((*i, rule.apply(&entry.name)?)));
            if let Some((i, renamed)) = renamed {
                entry.name = renamed;
                changed.insert(entry.written.clone(), i);
            }
        }
        let used: HashSet<usize> = changed.values().copied().collect();
        for (i, rule) in rules.iter().filter(|(i, _)| !used.contains(i)) {
            let (rule_index, from) = (*i, self.rules[*i].0.clone());
            // A rule before it may have been there first.
            let fits = names.iter().find(|name| rule.apply(name).is_some());
            let before = fits.and_then(|name| {
                let first = rules.iter().find(|(_, rule)| rule.apply(name).is_some())?.0;
                Some((name.clone(), self.rules[first].0.clone()))
            });
            errors.push(match before {
                Some((tensor, before)) => OptionError::Taken { rule: rule_index, from, tensor, before },
                None => OptionError::Unused { rule: rule_index, from, names: names.clone() },
            });
        }
        changed
    }
}

/// The names, in the order of a list.
fn sorted(entries: &[Entry<'_>]) -> Vec<String> {
    let mut names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    sort(&mut names);
    names.into_iter().map(str::to_owned).collect()
}

/// Tensors that have come to have the name of another. `changed` tells which rules have changed names.
fn twice(entries: &[Entry<'_>], changed: &HashMap<String, usize>) -> Vec<OptionError> {
    let mut first: HashMap<&str, &Entry<'_>> = HashMap::new();
    let mut found = Vec::new();
    for entry in entries {
        if let Some(other) = first.insert(&entry.name, entry) {
            let (name, first, second) = (entry.name.clone(), other.written.clone(), entry.written.clone());
            let rule = changed.get(&second).or_else(|| changed.get(&first)).copied();
            found.push(OptionError::Twice { rule, name, first, second });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dtype;

    fn entries(names: &[&str]) -> Vec<Entry<'static>> {
        names.iter().map(|name| Entry::new((*name).to_owned(), Dtype::F32, vec![1], &[0; 4])).collect()
    }

    fn applied(options: &LoadOptions, names: &[&str]) -> (Vec<String>, Vec<String>) {
        let (entries, errors) = options.apply(entries(names), &|_| None);
        let names = entries.into_iter().map(|entry| entry.name).collect();
        (names, errors.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn prefixes_go_before_names_are_changed() {
        let options = LoadOptions::new().strip_prefix("module.").rename("net.0", "fc1").rename("net.*", "*");
        let (names, errors) =
            applied(&options, &["module.net.0.weight", "module.net.2.weight", "net.0.bias", "modules.x"]);
        assert_eq!(names, ["fc1.weight", "2.weight", "fc1.bias", "modules.x"]);
        assert_eq!(errors, [""; 0]);
    }

    #[test]
    fn what_fits_nothing_is_told() {
        let options =
            LoadOptions::new().strip_prefix("modul").rename("fc.1", "a").rename("fc1", "b").rename("fc1.bias", "c");
        let (_, errors) = applied(&options, &["fc1.weight", "fc1.bias"]);
        assert_eq!(
            errors,
            [
                "no tensor's name begins with `modul.`: the file has `fc1.bias` and `fc1.weight`\n\
                 help: leave out `strip_prefix`, or write what all names begin with",
                "no tensor's name begins with `fc.1`: the file has `fc1.bias` and `fc1.weight`\n\
                 help: leave this rule out, or write how a name in the file begins",
                "`fc1.bias` changes no name: `fc1` before it has changed `fc1.bias`\n\
                 help: the first rule that fits is the one that counts; write this one before it",
            ]
        );
        let (_, errors) = applied(&LoadOptions::new().rename("layer1", "a"), &["layer2.weight"]);
        let text = "no tensor's name begins with `layer1`: the file has `layer2.weight`\n\
                    help: if `layer2` is meant, write it so";
        assert_eq!(errors, [text]);
    }

    #[test]
    fn one_name_for_two_tensors_is_told() {
        let (_, errors) = applied(&LoadOptions::new().rename("a", "b"), &["a.weight", "b.weight"]);
        let text =
            "`a.weight` and `b.weight` of the file are both called `b.weight`\nhelp: change the rule of one of them";
        assert_eq!(errors, [text]);
    }
}
