//! A network as an ONNX file in memory, written field by field: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.

use crate::net::{Activation, Net};

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

/// A constant.
fn tensor(name: &str, dims: &[usize], values: &[f32]) -> Message {
    let raw: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let message = dims.iter().fold(Message::default(), |message, &dim| message.number(1, dim));
    message.number(2, FLOAT).text(8, name).bytes(9, &raw)
}

/// The type of an input or output.
fn value(name: &str, dims: [usize; 2]) -> Message {
    let shape = dims.iter().fold(Message::default(), |shape, &dim| shape.message(1, &Message::default().number(1, dim)));
    let tensor = Message::default().number(1, FLOAT).message(2, &shape);
    Message::default().text(1, name).message(2, &Message::default().message(1, &tensor))
}

/// One operator.
fn node(operator: &str, inputs: &[&str], output: &str, attribute: Option<(&str, usize)>) -> Message {
    let mut node = inputs.iter().fold(Message::default(), |node, input| node.text(1, input));
    node = node.text(2, output).text(4, operator);
    if let Some((name, number)) = attribute {
        node = node.message(5, &Message::default().text(1, name).number(3, number).number(20, INT));
    }
    node
}

/// The file, as PyTorch exports it: `Gemm` with the weights by outputs.
pub fn model(net: &Net) -> Vec<u8> {
    let mut graph = Message::default();
    let mut last = "x".to_string();
    for (i, layer) in net.layers.iter().enumerate() {
        let (w, b, sum, y) = (format!("w{i}"), format!("b{i}"), format!("sum{i}"), format!("y{i}"));
        graph = graph.message(1, &node("Gemm", &[&last, &w, &b], &sum, Some(("transB", 1))));
        last = if i < 2 {
            let operator = if net.activation == Activation::Relu { "Relu" } else { "Tanh" };
            graph = graph.message(1, &node(operator, &[&sum], &y, None));
            y
        } else if net.softmax {
            graph = graph.message(1, &node("Softmax", &[&sum], &y, Some(("axis", 1))));
            y
        } else {
            sum
        };
        graph = graph
            .message(5, &tensor(&w, &[layer.outputs, layer.inputs], &layer.by_outputs()))
            .message(5, &tensor(&b, &[layer.outputs], &layer.bias));
    }
    let graph = graph
        .text(2, "net")
        .message(11, &value("x", [net.samples, net.sizes[0]]))
        .message(12, &value(&last, [net.samples, net.sizes[3]]));
    let operators = Message::default().text(1, "").number(2, 17);
    Message::default().number(1, 8).message(7, &graph).message(8, &operators).0
}
