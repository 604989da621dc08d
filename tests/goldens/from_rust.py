"""Does PyTorch compute with our file what we computed?

    python from_rust.py MODEL.safetensors ANSWER.safetensors

MODEL holds the parameters of the network `small` as the Rust library saved them, ANSWER a tensor `y`: what the
library computed with them for the `x` of small.golden.safetensors. Exits with 0 if PyTorch takes the file (every
tensor, no other, float32, the right shapes) and computes the same `y`, with 1 and a line on stderr if not, and with 2
if it was called wrongly.
"""

import argparse
import sys

import torch
from generate import HERE, small
from safetensors.torch import load_file

# Rounding: float32 sums of at most ten terms, near 1, in another order.
RELATIVE, ABSOLUTE = 1e-5, 1e-6


def complaint(model, answer):
    """What is wrong with the two files, or None."""
    parameters = load_file(model)
    for name, tensor in parameters.items():
        if tensor.dtype != torch.float32:
            return f"{model}: `{name}` should be float32, but is {tensor.dtype}"
    net = small()
    net.load_state_dict(parameters, strict=True)

    x = load_file(HERE / "small.golden.safetensors")["x"]
    with torch.no_grad():
        expected = net(x)
    y = load_file(answer)["y"]
    if y.dtype != torch.float32 or y.shape != expected.shape:
        return f"{answer}: `y` should be float32 {list(expected.shape)}, but is {y.dtype} {list(y.shape)}"
    if not torch.allclose(y, expected, rtol=RELATIVE, atol=ABSOLUTE):
        return f"{answer}: `y` differs from PyTorch's by up to {(y - expected).abs().max():.3e}"
    return None


def main():
    arguments = argparse.ArgumentParser(description="checks a file of the network `small` against PyTorch")
    arguments.add_argument("model")
    arguments.add_argument("answer")
    arguments = arguments.parse_args()
    try:
        wrong = complaint(arguments.model, arguments.answer)
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
    if wrong:
        print(wrong, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
