"""Networks over sequences in PyTorch and onnxruntime: the works W9 to W11."""

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import by_onnxruntime

# Name, cell, features, units, steps at a time.
STREAMS = [("W9", "LSTM", 1, 20, 1), ("W9B", "LSTM", 1, 16, 64), ("W10", "GRU", 1, 24, 1)]
# How ONNX has the gates that PyTorch has as i f g o, and as r z n.
GATES = {"LSTM": (0, 3, 1, 2), "GRU": (1, 0, 2)}


class Network(nn.Module):
    """A recurrent layer and one output for each step."""

    def __init__(self, cell, features, units):
        super().__init__()
        self.cell = getattr(nn, cell)(features, units, batch_first=True)
        self.out = nn.Linear(units, 1)

    def forward(self, x, state=None):
        y, state = self.cell(x, state)
        return self.out(y), state


def model(net, kind, steps):
    """The file: state in, state out."""
    cell, units = net.cell, net.cell.hidden_size

    def by_gate(tensor):
        parts = tensor.detach().numpy().reshape(len(GATES[kind]), units, -1)
        return np.concatenate([parts[gate] for gate in GATES[kind]])

    w, r = by_gate(cell.weight_ih_l0)[None], by_gate(cell.weight_hh_l0)[None]
    b = np.concatenate([by_gate(bias).ravel() for bias in (cell.bias_ih_l0, cell.bias_hh_l0)])[None]
    states = ["h", "c"] if kind == "LSTM" else ["h"]
    tensors = [
        numpy_helper.from_array(np.ascontiguousarray(values, dtype=np.float32), name)
        for name, values in [
            ("w", w), ("r", r), ("b", b), ("v", net.out.weight.detach().numpy().T), ("d", net.out.bias.detach().numpy())]
    ]
    tensors.append(numpy_helper.from_array(np.array([1], dtype=np.int64), "axis"))
    settings = {"hidden_size": units} | ({"linear_before_reset": 1} if kind == "GRU" else {})
    # The layer takes [steps, batch, features], and gives [steps, directions, batch, units].
    nodes = [
        helper.make_node(kind, ["x", "w", "r", "b", "", *states], ["ys", *(f"{s}_out" for s in states)], **settings),
        helper.make_node("Squeeze", ["ys", "axis"], ["y"]),
        helper.make_node("MatMul", ["y", "v"], ["sum"]),
        helper.make_node("Add", ["sum", "d"], ["answer"]),
    ]
    value = helper.make_tensor_value_info
    state = lambda name: value(name, TensorProto.FLOAT, [1, 1, units])
    graph = helper.make_graph(
        nodes, "net", [value("x", TensorProto.FLOAT, [steps, 1, cell.input_size]), *map(state, states)],
        [value("answer", TensorProto.FLOAT, [steps, 1, 1]), *(state(f"{s}_out") for s in states)], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def stream(kind, features, units, steps, check):
    """Who takes the next steps, and keeps the state; their answers are compared."""
    torch.manual_seed(1)
    net, x = Network(kind, features, units).eval(), torch.randn(1, steps, features)
    for parameter in net.parameters():
        parameter.requires_grad_(False)
    names = ["h", "c"] if kind == "LSTM" else ["h"]

    def pytorch():
        state = None

        def once():
            nonlocal state
            with torch.inference_mode():
                y, state = net(x, state)
            return y

        return once

    def onnx():
        session = by_onnxruntime.session_of(model(net, kind, steps))
        inputs = {"x": np.ascontiguousarray(x.numpy().transpose(1, 0, 2))}
        inputs |= {name: np.zeros((1, 1, units), dtype=np.float32) for name in names}

        def once():
            answer, *state = session.run(None, inputs)
            inputs.update(zip(names, state))
            return answer

        return once

    makers = {"PyTorch": pytorch, "onnxruntime": onnx}
    # Twice, so that what the state has become is compared too.
    runs = {who: maker() for who, maker in makers.items()}
    for _ in range(2):
        answers = {who: np.asarray(run()).ravel() for who, run in runs.items()}
        for who, answer in answers.items():
            check(answer, answers["PyTorch"], who)
    return {who: maker() for who, maker in makers.items()}


def step(rate):
    """W11: a step of Adam on the mean squared error of every step's answer."""
    torch.manual_seed(1)
    net, x, target = Network("LSTM", 8, 32), torch.randn(32, 64, 8), torch.randn(32, 64, 1)
    adam, criterion = torch.optim.Adam(net.parameters(), lr=rate, fused=True), nn.MSELoss()

    def once():
        adam.zero_grad(set_to_none=True)
        loss = criterion(net(x)[0], target)
        loss.backward()
        adam.step()
        return loss.item()

    return {"PyTorch": once}
