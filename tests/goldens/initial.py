"""Writes initial.golden.safetensors: starting values as PyTorch makes them, from the library's own random stream.

    python initial.py [DIRECTORY]

The stream is written down here a second time, and whatever PyTorch's initialisers do with what they draw is done by PyTorch
(requirements.txt pins it) or is its formula. What the file holds is in README.md.
"""

import math
import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

HERE = Path(__file__).resolve().parent
MASK = (1 << 64) - 1
SEED = 7


class Stream:
    """xoshiro256++ (Blackman and Vigna, 2019), its state filled by SplitMix64."""

    def __init__(self, seed):
        self.state = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            z = seed
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
            self.state.append(z ^ (z >> 31))

    def bits(self):
        def rotate(x, by):
            return ((x << by) | (x >> (64 - by))) & MASK

        s = self.state
        result = (rotate((s[0] + s[3]) & MASK, 23) + s[0]) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)
        return result

    def uniform(self):
        return (self.bits() >> 11) * 2.0 ** -53

    def normal(self):
        u = 1.0 - self.uniform()
        v = self.uniform()
        return math.sqrt(-2.0 * math.log(u)) * math.cos(2.0 * math.pi * v)

    def truncated(self):
        while abs(value := self.normal()) > 2.0:
            pass
        return value


def draws(draw, *shape):
    return torch.tensor([draw() for _ in range(math.prod(shape))], dtype=torch.float64).reshape(shape)


def orthogonal(rows, columns, gain):
    """torch.nn.init.orthogonal_ with its own call of normal_ replaced by the stream."""
    stream = Stream(SEED)
    weight = torch.empty(rows, columns, dtype=torch.float64)
    original = torch.Tensor.normal_
    # The matrix is drawn row by row, whichever way round PyTorch decomposes it.
    torch.Tensor.normal_ = lambda self, *args, **kwargs: self.copy_(draws(stream.normal, rows, columns))
    try:
        return nn.init.orthogonal_(weight, gain)
    finally:
        torch.Tensor.normal_ = original


def weights(rows, columns):
    """Every scheme's weight of `rows` outputs by `columns` inputs."""
    fan_in, fan_sum = columns, rows + columns

    def normal(deviation):
        return deviation * draws(Stream(SEED).normal, rows, columns)

    def uniform(bound):
        return bound * (2.0 * draws(Stream(SEED).uniform, rows, columns) - 1.0)

    relu, tanh = nn.init.calculate_gain("relu"), nn.init.calculate_gain("tanh")
    leaky = nn.init.calculate_gain("leaky_relu", 0.2)
    return {
        "default": uniform(1 / math.sqrt(fan_in)),
        "he_normal": normal(relu / math.sqrt(fan_in)),
        "he_uniform": uniform(relu * math.sqrt(3 / fan_in)),
        "xavier_normal": normal(math.sqrt(2 / fan_sum)),
        "xavier_uniform": uniform(math.sqrt(6 / fan_sum)),
        "lecun_normal": normal(1 / math.sqrt(fan_in)),
        "fan_in_normal": normal(leaky / math.sqrt(fan_in)),
        "fan_in_uniform": uniform(leaky * math.sqrt(3 / fan_in)),
        "fan_average_normal": normal(tanh * math.sqrt(2 / fan_sum)),
        "fan_average_uniform": uniform(tanh * math.sqrt(6 / fan_sum)),
        "truncated_normal": 0.02 * draws(Stream(SEED).truncated, rows, columns),
        "orthogonal": orthogonal(rows, columns, leaky),
    }


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    torch.set_num_threads(1)
    nonlinearities = [("linear", None), ("sigmoid", None), ("tanh", None), ("relu", None), ("leaky_relu", 0.01),
                      ("leaky_relu", 0.2), ("selu", None)]
    gains = [float(nn.init.calculate_gain(name, slope)) for name, slope in nonlinearities]
    tensors = {"gains": torch.tensor(gains, dtype=torch.float64)}
    for rows, columns in [(5, 3), (3, 5), (4, 4)]:
        for name, weight in weights(rows, columns).items():
            tensors[f"{name}.{rows}x{columns}"] = weight.contiguous()
    save_file(tensors, directory / "initial.golden.safetensors")


if __name__ == "__main__":
    main()
