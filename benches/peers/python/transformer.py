"""A transformer in PyTorch and onnxruntime: the work W13."""

import numpy as np
import torch
from onnx import helper, numpy_helper
from torch import nn

import by_onnxruntime

# Units between the two dense layers of a block; blocks.
STEPS, FEATURES, HEADS, INNER, BLOCKS = 32, 64, 4, 256, 2


def model(net):
    """The file, with a block's products as those of dense layers on every step."""
    nodes, tensors, last, part = [], [], "x", FEATURES // HEADS

    def constant(values):
        tensors.append(numpy_helper.from_array(np.asarray(values), f"constant{len(tensors)}"))
        return tensors[-1].name

    def node(kind, *inputs, outputs=1, **settings):
        names = [f"{kind}{len(nodes)}_{i}" for i in range(outputs)]
        nodes.append(helper.make_node(kind, inputs, names, **settings))
        return names if outputs > 1 else names[0]

    numpy = lambda tensor: tensor.detach().numpy()
    norm = lambda x, module: node("LayerNormalization", x, constant(numpy(module.weight)), constant(numpy(module.bias)))
    dense = lambda x, w, b: node("Add", node("MatMul", x, constant(numpy(w).T.copy())), constant(numpy(b)))
    by_head = lambda x, order: node("Transpose", node("Reshape", x, shape), perm=order)
    shape, flat = constant(np.array([1, STEPS, HEADS, part])), constant(np.array([1, STEPS, FEATURES]))
    scale = constant(np.float32(part**-0.5))
    for block in net.layers:
        attention = block.self_attn
        y = dense(norm(last, block.norm1), attention.in_proj_weight, attention.in_proj_bias)
        q, k, v = node("Split", y, outputs=3, axis=2, num_outputs=3)
        q, k, v = by_head(q, [0, 2, 1, 3]), by_head(k, [0, 2, 3, 1]), by_head(v, [0, 2, 1, 3])
        shares = node("Softmax", node("MatMul", node("Mul", q, scale), k), axis=3)
        taken = node("Reshape", node("Transpose", node("MatMul", shares, v), perm=[0, 2, 1, 3]), flat)
        last = node("Add", last, dense(taken, attention.out_proj.weight, attention.out_proj.bias))
        up = node("Gelu", dense(norm(last, block.norm2), block.linear1.weight, block.linear1.bias))
        last = node("Add", last, dense(up, block.linear2.weight, block.linear2.bias))
    # The last output is the answer.
    nodes[-1].output[0] = "answer"
    return by_onnxruntime.file(nodes, tensors, [1, STEPS, FEATURES], [1, STEPS, FEATURES])


def forward(check):
    """Who answers one sample; their answers are compared."""
    torch.manual_seed(1)
    block = nn.TransformerEncoderLayer(
        FEATURES, HEADS, INNER, dropout=0.0, activation="gelu", batch_first=True, norm_first=True)
    net, x = nn.TransformerEncoder(block, BLOCKS, enable_nested_tensor=False), torch.randn(1, STEPS, FEATURES)
    net.eval().requires_grad_(False)

    def pytorch():
        with torch.inference_mode():
            return net(x)

    contenders = {"PyTorch": pytorch} | by_onnxruntime.run(model(net), x.numpy())
    for who, run in contenders.items():
        check(np.asarray(run()), pytorch().numpy(), who)
    return contenders
