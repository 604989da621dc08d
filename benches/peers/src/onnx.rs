//! A network as an ONNX file in memory, written field by field: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.

mod sequences;

pub use sequences::{causal, recurrent, transformer};

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
/// `INT64` of it.
const INT64: usize = 7;
/// `INT` of `AttributeProto.AttributeType`.
const INT: usize = 2;
/// `INTS` of it.
const INTS: usize = 7;

/// A constant of numbers, which are of this type.
fn tensor(name: &str, dims: &[usize], data_type: usize, raw: &[u8]) -> Message {
    let message = dims.iter().fold(Message::default(), |message, &dim| message.number(1, dim));
    message.number(2, data_type).text(8, name).bytes(9, raw)
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

/// The settings of windows that go over an image or a sequence.
fn windows(kernel: &[usize], stride: usize, dilation: usize) -> [Message; 4] {
    let every = |value| vec![value; kernel.len()];
    [
        ("kernel_shape", kernel.to_vec()),
        ("strides", every(stride)),
        ("pads", [every(0), every(0)].concat()),
        ("dilations", every(dilation)),
    ]
    .map(|(name, values)| numbers(name, &values))
}

/// Operators one after the other, each with the output of the one before, and others between names.
struct Chain {
    graph: Message,
    /// The last output.
    last: String,
    /// Names so far.
    count: usize,
}

impl Chain {
    /// What begins with an input of this shape.
    fn new(dims: &[usize]) -> Self {
        let mut chain = Self { graph: Message::default().text(2, "net"), last: "x".into(), count: 0 };
        chain.input("x", dims);
        chain
    }

    /// One more input.
    fn input(&mut self, name: &str, dims: &[usize]) {
        self.add(11, &value(name, dims));
    }

    fn add(&mut self, field: u64, message: &Message) {
        self.graph = std::mem::take(&mut self.graph).message(field, message);
    }

    /// A name that nothing has yet.
    fn name(&mut self) -> String {
        self.count += 1;
        format!("y{}", self.count)
    }

    /// A constant, by its name.
    fn constant(&mut self, dims: &[usize], values: &[f32]) -> String {
        let (name, raw) = (self.name(), values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>());
        self.add(5, &tensor(&name, dims, FLOAT, &raw));
        name
    }

    /// The same of a list of whole numbers.
    fn list(&mut self, values: &[usize]) -> String {
        let raw: Vec<u8> = values.iter().flat_map(|&value| (value as u64).to_le_bytes()).collect();
        let name = self.name();
        self.add(5, &tensor(&name, &[values.len()], INT64, &raw));
        name
    }

    /// An operator between names.
    fn node(&mut self, operator: &str, inputs: &[&str], outputs: &[&str], settings: &[Message]) {
        let node = inputs.iter().fold(Message::default(), |node, input| node.text(1, input));
        let node = outputs.iter().fold(node, |node, output| node.text(2, output)).text(4, operator);
        let node = settings.iter().fold(node, |node, setting| node.message(5, setting));
        self.add(1, &node);
    }

    /// The same with one output, by its name.
    fn call(&mut self, operator: &str, inputs: &[&str], settings: &[Message]) -> String {
        let output = self.name();
        self.node(operator, inputs, &[&output], settings);
        output
    }

    /// One more operator.
    fn then(mut self, operator: &str, constants: &[(&[usize], &[f32])], settings: &[Message]) -> Self {
        let constants: Vec<String> = constants.iter().map(|(dims, values)| self.constant(dims, values)).collect();
        let last = self.last.clone();
        let inputs: Vec<&str> = [&last].into_iter().chain(&constants).map(String::as_str).collect();
        self.last = self.call(operator, &inputs, settings);
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
        self.finish_stream(dims, &[])
    }

    /// The same of a network that hands on its state, of these names and shapes.
    fn finish_stream(mut self, dims: &[usize], states: &[(String, [usize; 3])]) -> Vec<u8> {
        let answer = value(&self.last, dims);
        self.add(12, &answer);
        for (name, dims) in states {
            self.add(12, &value(name, dims));
        }
        let operators = Message::default().text(1, "").number(2, 20);
        Message::default().number(1, 9).message(7, &self.graph).message(8, &operators).0
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
        chain = chain.then("Conv", &constants, &windows(&dims[2..], 1, 1)).then("Relu", &[], &[]);
        if *pooled {
            chain = chain.then("MaxPool", &[], &windows(&[2, 2], 2, 1));
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
