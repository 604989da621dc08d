"""Writes the files of recorded answers in `fail/golden`, which are right or wrong in one way each. It needs nothing but Python."""

import json
import struct
from pathlib import Path

HERE = Path(__file__).parent / "fail"
DTYPES = {"F32": "f", "F64": "d", "U64": "Q", "I64": "q"}


def read(path):
    """The tensors of a file, as flat lists."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header, data = json.loads(data[8 : 8 + length]), data[8 + length :]
    tensors = {}
    for name, info in header.items():
        begin, end = info["data_offsets"]
        form = DTYPES[info["dtype"]]
        tensors[name] = list(struct.unpack(f"<{(end - begin) // struct.calcsize(form)}{form}", data[begin:end]))
    return tensors


def write(name, tensors):
    """A file of tensors: `name: (dtype, dims, values)`."""
    header, data = {}, b""
    for tensor, (dtype, dims, values) in tensors.items():
        content = struct.pack(f"<{len(values)}{DTYPES[dtype]}", *values)
        header[tensor] = {"dtype": dtype, "shape": dims, "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    (HERE / "golden" / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)


def answer(net, x):
    """`fc2(relu(fc1(x)))`"""
    rows = [net["fc1.weight"][:3], net["fc1.weight"][3:]]
    hidden = [max(sum(w * x for w, x in zip(row, x)) + b, 0.0) for row, b in zip(rows, net["fc1.bias"])]
    return sum(w * h for w, h in zip(net["fc2.weight"], hidden))


net = read(HERE / "weights" / "model.safetensors")
samples = [[0.5, -1.0, 2.0], [1.0, 1.0, 1.0]]
inputs = ("F32", [2, 3], sum(samples, []))
outputs = ("F32", [2, 1], [answer(net, x) for x in samples])
right = {"inputs": inputs, "outputs": outputs}
first, second = outputs[2]
write("right", right)
write("other_answer", {"inputs": inputs, "outputs": ("F32", [2, 1], [first, second + 25.0])})
write("other_parameters", {**right, "checksum": ("U64", [1], [1])})
write("no_number", {**right, "checksum": ("I64", [1], [1])})
write("of_torch", {"input": inputs, "output": outputs})
write("with_labels", {**right, "labels": ("F32", [2], [0.0, 1.0])})
write("transposed", {**right, "inputs": ("F32", [3, 2], inputs[2])})
write("short", {**right, "inputs": ("F32", [2, 2], inputs[2][:4])})
write("one_answer", {**right, "outputs": ("F32", [1, 1], [first])})
write("nothing", {"inputs": ("F32", [0, 3], []), "outputs": ("F32", [0, 1], [])})
write("diverged", {**right, "outputs": ("F32", [2, 1], [first, float("nan")])})
write("whole", {**right, "inputs": ("I64", [2, 3], [0, 1, 2, 3, 4, 5])})
