//! A network as an ONNX file in memory, written field by field: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.

use crate::images::{Convolution, ImageNet};
use crate::net::{Activation, Layer, Net};

/// What a protocol buffer message is made of.
#[derive(Default)]
struct Message(Vec<u8>);

impl Message {
    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn number(mut self, field: u64, value: usize) -> Self {
        self.varint(field << 3);
        self.varint(value as u64);
        self
    }

    fn bytes(mut self, field: u64, value: &[u8]) -> Self {
        self.varint(field << 3 | 2);
        self.varint(value.len() as u64);
        self.0.extend_from_slice(value);
        self
    }

    fn text(self, field: u64, value: &str) -> Self {
        self.bytes(field, value.as_bytes())
    }

    fn message(self, field: u64, value: &Message) -> Self {
        self.bytes(field, &value.0)
    }
}

/// `FLOAT` of `TensorProto.DataType`.
const FLOAT: usize = 1;
/// `INT` of `AttributeProto.AttributeType`.
const INT: usize = 2;
/// `INTS` of it.
const INTS: usize = 7;

/// A constant.
fn tensor(name: &str, dims: &[usize], values: &[f32]) -> Message {
    let raw: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let message = dims.iter().fold(Message::default(), |message, &dim| message.number(1, dim));
    message.number(2, FLOAT).text(8, name).bytes(9, &raw)
}

/// The type of an input or output.
fn value(name: &str, dims: &[usize]) -> Message {
    let shape =
        dims.iter().fold(Message::default(), |shape, &dim| shape.message(1, &Message::default().number(1, dim)));
    let tensor = Message::default().number(1, FLOAT).message(2, &shape);
    Message::default().text(1, name).message(2, &Message::default().message(1, &tensor))
}

/// A setting of an operator.
fn number(name: &str, value: usize) -> Message {
    Message::default().text(1, name).number(3, value).number(20, INT)
}

/// A setting of an operator that is a list.
fn numbers(name: &str, values: &[usize]) -> Message {
    let message = values.iter().fold(Message::default().text(1, name), |message, &value| message.number(8, value));
    message.number(20, INTS)
}

/// The settings of windows that go over an image in steps of `stride`.
fn windows(kernel: &[usize], stride: usize) -> [Message; 4] {
    [("kernel_shape", kernel), ("strides", &[stride; 2]), ("pads", &[0; 4]), ("dilations", &[1; 2])]
        .map(|(name, values)| numbers(name, values))
}

/// Operators one after the other, each with the output of the one before.
struct Chain {
    graph: Message,
    /// The last output.
    last: String,
    /// Operators so far.
    count: usize,
}

impl Chain {
    /// What begins with an input of this shape.
    fn new(dims: &[usize]) -> Self {
        let graph = Message::default().text(2, "net").message(11, &value("x", dims));
        Self { graph, last: "x".into(), count: 0 }
    }

    /// One more operator.
    fn then(mut self, operator: &str, constants: &[(&[usize], &[f32])], settings: &[Message]) -> Self {
        let mut node = Message::default().text(1, &self.last);
        for (i, (dims, values)) in constants.iter().enumerate() {
            let name = format!("constant{}_{i}", self.count);
            node = node.text(1, &name);
            self.graph = self.graph.message(5, &tensor(&name, dims, values));
        }
        self.last = format!("y{}", self.count);
        self.count += 1;
        node = node.text(2, &self.last).text(4, operator);
        node = settings.iter().fold(node, |node, setting| node.message(5, setting));
        self.graph = self.graph.message(1, &node);
        self
    }

    /// A dense layer, as PyTorch exports it: the weights by outputs.
    fn dense(self, layer: &Layer) -> Self {
        let Layer { inputs, outputs, bias, .. } = layer;
        let weight = layer.by_outputs();
        self.then("Gemm", &[(&[*outputs, *inputs], &weight), (&[*outputs], bias)], &[number("transB", 1)])
    }

    /// The file of a network whose output has this shape.
    fn finish(self, dims: &[usize]) -> Vec<u8> {
        let graph = self.graph.message(12, &value(&self.last, dims));
        let operators = Message::default().text(1, "").number(2, 17);
        Message::default().number(1, 8).message(7, &graph).message(8, &operators).0
    }
}

/// A network of dense layers.
pub fn dense(net: &Net) -> Vec<u8> {
    let function = if net.activation == Activation::Relu { "Relu" } else { "Tanh" };
    let mut chain = Chain::new(&[net.samples, net.sizes[0]]);
    for (i, layer) in net.layers.iter().enumerate() {
        if i > 0 {
            chain = chain.then(function, &[], &[]);
        }
        chain = chain.dense(layer);
    }
    if net.softmax {
        chain = chain.then("Softmax", &[], &[number("axis", 1)]);
    }
    chain.finish(&[net.samples, net.sizes[3]])
}

/// A network of images.
pub fn images(net: &ImageNet) -> Vec<u8> {
    let mut chain = Chain::new(&net.dims);
    for Convolution { window, dims, pooled } in &net.convolutions {
        let constants: [(&[usize], &[f32]); 2] = [(dims, &window.by_outputs()), (&[window.outputs], &window.bias)];
        chain = chain.then("Conv", &constants, &windows(&dims[2..], 1)).then("Relu", &[], &[]);
        if *pooled {
            chain = chain.then("MaxPool", &[], &windows(&[2, 2], 2));
        }
    }
    chain = chain.then("Flatten", &[], &[]);
    for (i, layer) in net.dense.iter().enumerate() {
        if i > 0 {
            chain = chain.then("Relu", &[], &[]);
        }
        chain = chain.dense(layer);
    }
    chain.finish(&[net.dims[0], net.outputs()])
}
