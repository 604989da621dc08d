"""Networks of convolutions in PyTorch, onnxruntime and LiteRT: the works W6 to W8."""

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import by_litert
import by_onnxruntime

# Channels and kernel of a convolution, "pool", or the outputs of a dense layer.
LENET5 = [(6, 5), "pool", (16, 5), "pool", 120, 84, 10]
THREE_CONVOLUTIONS = [(32, 3), "pool", (64, 3), "pool", (64, 3), 64, 10]

WORKS = [("W6", LENET5, 1), ("W6B", LENET5, 128), ("W7", LENET5, 128), ("W8", THREE_CONVOLUTIONS, 1)]


def network(layers):
    """The modules: a rectifier behind every layer but pools and the last one."""
    modules, channels, side = [], 1, 28
    for layer in layers:
        if layer == "pool":
            modules.append(nn.MaxPool2d(2))
            side //= 2
        elif isinstance(layer, tuple):
            outputs, kernel = layer
            modules += [nn.Conv2d(channels, outputs, kernel), nn.ReLU()]
            channels, side = outputs, side - kernel + 1
        else:
            if side:
                modules.append(nn.Flatten())
                channels, side = channels * side * side, 0
            modules += [nn.Linear(channels, layer), nn.ReLU()]
            channels = layer
    return nn.Sequential(*modules[:-1])


def model(net, samples):
    """The file, as PyTorch exports it."""
    nodes, tensors, last = [], [], "x"
    for i, module in enumerate(net):
        inputs = [last]
        for name, values in module.named_parameters():
            tensors.append(numpy_helper.from_array(values.detach().numpy(), f"{name}{i}"))
            inputs.append(f"{name}{i}")
        kind, settings = {
            nn.Conv2d: ("Conv", {}),
            nn.Linear: ("Gemm", {"transB": 1}),
            nn.ReLU: ("Relu", {}),
            nn.MaxPool2d: ("MaxPool", {"kernel_shape": [2, 2], "strides": [2, 2]}),
            nn.Flatten: ("Flatten", {}),
        }[type(module)]
        last = f"y{i}"
        nodes.append(helper.make_node(kind, inputs, [last], **settings))
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [samples, 1, 28, 28])
    y = helper.make_tensor_value_info(last, TensorProto.FLOAT, [samples, 10])
    graph = helper.make_graph(nodes, "net", [x], [y], tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def forward(layers, samples, check):
    """Who answers some images; their answers are compared."""
    torch.manual_seed(1)
    net, x = network(layers).eval(), torch.randn(samples, 1, 28, 28)
    for parameter in net.parameters():
        parameter.requires_grad_(False)
    with torch.inference_mode():
        traced = torch.jit.optimize_for_inference(torch.jit.trace(net, x))
        for _ in range(5):
            traced(x)

    def guarded(run):
        def once():
            with torch.inference_mode():
                return run(x)

        return once

    contenders = {"PyTorch": guarded(net), "PyTorch (traced)": guarded(traced)}
    contenders |= by_onnxruntime.run(model(net, samples), x.numpy())
    contenders |= by_litert.forward(net, x.numpy())
    for who, run in contenders.items():
        check(np.asarray(run()), net(x).numpy(), who)
    return contenders


def step(layers, samples, rate):
    """A step of Adam on the mean cross entropy."""
    torch.manual_seed(1)
    net, x, classes = network(layers), torch.randn(samples, 1, 28, 28), torch.arange(samples) % 10
    adam, criterion = torch.optim.Adam(net.parameters(), lr=rate, fused=True), nn.CrossEntropyLoss()

    def once():
        adam.zero_grad(set_to_none=True)
        loss = criterion(net(x), classes)
        loss.backward()
        adam.step()
        return loss.item()

    return {"PyTorch": once}
