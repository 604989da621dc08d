"""Does PyTorch compute with our file what we computed?

    python from_rust.py [--network NAME] MODEL.safetensors ANSWER.safetensors

MODEL holds the parameters of a network, `small` unless told, as the Rust library saved them, ANSWER a tensor `y`: what the
library computed with them for the `x` of NAME.golden.safetensors. Exits with 0 if PyTorch takes the file (every
tensor, no other, float32, the right shapes) and computes the same `y`, with 1 and a line on stderr if not, and with 2
if it was called wrongly.
"""

import argparse
import sys

import torch
from generate import HERE, small
from images import ResNet, lenet5
from safetensors.torch import load_file

NETWORKS = {"small": small, "lenet5": lenet5, "resnet": ResNet}

# Rounding: float32 sums of at most 256 terms, near 1, in another order.
RELATIVE, ABSOLUTE = 1e-5, 1e-5


def complaint(network, model, answer):
    """What is wrong with the two files, or None."""
    parameters = load_file(model)
    for name, tensor in parameters.items():
        if tensor.dtype != torch.float32:
            return f"{model}: `{name}` should be float32, but is {tensor.dtype}"
    net = NETWORKS[network]().eval()
    net.load_state_dict(parameters, strict=True)

    x = load_file(HERE / f"{network}.golden.safetensors")["x"]
    with torch.no_grad():
        expected = net(x)
    y = load_file(answer)["y"]
    if y.dtype != torch.float32 or y.shape != expected.shape:
        return f"{answer}: `y` should be float32 {list(expected.shape)}, but is {y.dtype} {list(y.shape)}"
    if not torch.allclose(y, expected, rtol=RELATIVE, atol=ABSOLUTE):
        return f"{answer}: `y` differs from PyTorch's by up to {(y - expected).abs().max():.3e}"
    return None


def main():
    arguments = argparse.ArgumentParser(description="checks a file of a network against PyTorch")
    arguments.add_argument("--network", choices=NETWORKS, default="small")
    arguments.add_argument("model")
    arguments.add_argument("answer")
    arguments = arguments.parse_args()
    try:
        wrong = complaint(arguments.network, arguments.model, arguments.answer)
    except Exception as error:
        wrong = f"{type(error).__name__}: {error}"
    if wrong:
        print(wrong, file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
