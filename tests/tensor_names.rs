//! `#[name]` sets the names of tensors apart from those of fields.

use static_nn::{Parameters, Path, network};

network! {
    /// As PyTorch's `nn.Sequential` in a module would call them.
    #[derive(Debug, PartialEq)]
    #[name("net")]
    struct Sequential {
        input: [4],
        #[name("0")]
        first: Dense(3), Relu,
        #[name("2")]
        skip: Residual {
            #[name("0")]
            Dense(3), Tanh,
        },
        #[name("layers.3")]
        Dense(2, bias = false),
    }
}

network! {
    struct Outer {
        input: [4],
        inner: Sequential,
        head: Dense(2),
    }
}

fn names<P: Parameters<f32>>() -> Vec<String> {
    let mut names = Vec::new();
    P::tensors(&Path::ROOT, &mut |tensor| names.push(tensor.name.to_string()));
    names
}

#[test]
fn tensors_are_called_as_the_list_says() {
    let inner = ["net.0.weight", "net.0.bias", "net.2.0.weight", "net.2.0.bias", "net.layers.3.weight"];
    assert_eq!(names::<Sequential>(), inner);
    let mut outer: Vec<String> = inner.iter().map(|name| format!("inner.{name}")).collect();
    outer.extend(["head.weight", "head.bias"].map(String::from));
    assert_eq!(names::<Outer>(), outer);
}

#[test]
fn files_have_these_names() {
    let path = std::env::temp_dir().join(format!("static-nn-names-{}.safetensors", std::process::id()));
    let net = Sequential::boxed(1);
    net.save(&path).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("\"net.2.0.bias\"") && !text.contains("first"), "{text}");
    let loaded = Sequential::load(&path);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(*loaded.unwrap(), *net);
    assert_eq!(net.first.bias.len() + net.skip.dense1.bias.len() + net.dense1.weight.len(), 12);
}
