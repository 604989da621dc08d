"""Networks over sequences in PyTorch and onnxruntime: the works W9 to W13."""

import numpy as np
import torch
from onnx import helper, numpy_helper
from torch import nn

import by_onnxruntime
import transformer

# Name, cell, features, units, steps at a time.
RECURRENT = [("W9", "LSTM", 1, 20, 1), ("W9B", "LSTM", 1, 16, 64), ("W10", "GRU", 1, 24, 1)]
# How ONNX has the gates that PyTorch has as i f g o, and as r z n.
GATES = {"LSTM": (0, 3, 1, 2), "GRU": (1, 0, 2)}
# W12: channels, steps of a window, and how far these lie apart in each convolution.
CHANNELS, KERNEL, DILATIONS = 8, 3, (1, 2, 4, 8, 16, 32, 64, 128)
# Calls whose answers are compared: more steps than any network here looks back.
CALLS = 640


def works(rate, check):
    """Each work, and who does it."""
    for work, *network in RECURRENT:
        yield work, recurrent(*network, check)
    yield "W11", step(rate)
    yield "W12", causal(check)
    yield "W13", transformer.forward(check)


class Network(nn.Module):
    """A recurrent layer and one output for each step."""

    def __init__(self, cell, features, units):
        super().__init__()
        self.cell = getattr(nn, cell)(features, units, batch_first=True)
        self.out = nn.Linear(units, 1)

    def forward(self, x, state=None):
        y, state = self.cell(x, state)
        return self.out(y), state


class Causal(nn.Module):
    """Causal convolutions with tanh behind each, and one output for each step."""

    def __init__(self):
        super().__init__()
        inputs = [1, *[CHANNELS] * (len(DILATIONS) - 1)]
        self.layers = nn.ModuleList(
            nn.Conv1d(features, CHANNELS, KERNEL, dilation=dilation) for features, dilation in zip(inputs, DILATIONS))
        self.out = nn.Linear(CHANNELS, 1)

    def past(self):
        """What each convolution sees before the first step."""
        return [torch.zeros(1, layer.in_channels, (KERNEL - 1) * layer.dilation[0]) for layer in self.layers]

    def forward(self, x, state=None):
        after = []
        for layer, past in zip(self.layers, state or self.past()):
            seen = torch.cat([past, x], dim=2)
            after.append(seen[:, :, 1:])
            x = torch.tanh(layer(seen))
        return self.out(x.flatten(1)), after


def recurrent_model(net, kind, steps):
    """The file of a recurrent layer, and the shapes of its states."""
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
    shapes = {state: [1, 1, units] for state in states}
    return by_onnxruntime.file(nodes, tensors, [steps, 1, cell.input_size], [steps, 1, 1], shapes), shapes


def causal_model(net):
    """The file of causal convolutions, and the shapes of what each sees of the past."""
    nodes, tensors, last, shapes = [], [], "x", {}
    constant = lambda name, values: tensors.append(numpy_helper.from_array(np.asarray(values), name))
    constant("one", np.array([1]))
    constant("time", np.array([2]))
    for i, (layer, past) in enumerate(zip(net.layers, net.past())):
        shapes[f"past{i}"] = list(past.shape)
        constant(f"w{i}", layer.weight.detach().numpy())
        constant(f"b{i}", layer.bias.detach().numpy())
        constant(f"end{i}", np.array([past.shape[2] + 1]))
        nodes += [
            helper.make_node("Concat", [f"past{i}", last], [f"seen{i}"], axis=2),
            helper.make_node("Slice", [f"seen{i}", "one", f"end{i}", "time"], [f"past{i}_out"]),
            helper.make_node("Conv", [f"seen{i}", f"w{i}", f"b{i}"], [f"sum{i}"], dilations=layer.dilation),
            helper.make_node("Tanh", [f"sum{i}"], [f"y{i}"]),
        ]
        last = f"y{i}"
    constant("v", net.out.weight.detach().numpy())
    constant("d", net.out.bias.detach().numpy())
    nodes += [
        helper.make_node("Flatten", [last], ["flat"]),
        helper.make_node("Gemm", ["flat", "v", "d"], ["answer"], transB=1),
    ]
    return by_onnxruntime.file(nodes, tensors, [1, 1, 1], [1, 1], shapes), shapes


def recurrent(kind, features, units, steps, check):
    """Who takes some steps of a recurrent layer's stream."""
    torch.manual_seed(1)
    net, x = Network(kind, features, units), torch.randn(1, steps, features)
    return stream(net, x, *recurrent_model(net, kind, steps), np.ascontiguousarray(x.numpy().transpose(1, 0, 2)), check)


def causal(check):
    """Who takes a step of a stream through causal convolutions."""
    torch.manual_seed(1)
    net, x = Causal(), torch.randn(1, 1, 1)
    return stream(net, x, *causal_model(net), x.numpy(), check)


def stream(net, x, file, states, x_of_file, check):
    """Who takes the next steps, and keeps the state; their answers are compared."""
    net.eval().requires_grad_(False)

    def pytorch():
        state = None

        def once():
            nonlocal state
            with torch.inference_mode():
                y, state = net(x, state)
            return y

        return once

    def onnx():
        session = by_onnxruntime.session_of(file)
        inputs = {"x": x_of_file} | {name: np.zeros(dims, dtype=np.float32) for name, dims in states.items()}

        def once():
            answer, *state = session.run(None, inputs)
            inputs.update(zip(states, state))
            return answer

        return once

    makers = {"PyTorch": pytorch, "onnxruntime": onnx}
    # So often that what the state has become is compared too.
    runs = {who: maker() for who, maker in makers.items()}
    for _ in range(CALLS):
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
