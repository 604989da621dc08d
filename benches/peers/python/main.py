"""The same work in Python's libraries, one thread: a line of JSON for each figure.

    python main.py LIBRARY

`LIBRARY` is the shared library that `works.rs` becomes: it takes its turns here. NumPy by hand comes first; before anything is timed, everybody must have given the same answers and, in training, the same
losses from the same parameters.
"""

import ctypes
import json
import os
import statistics
import sys
import time
import warnings

import numpy as np
import torch

from by_numpy import Network
import by_onnxruntime
import by_sklearn
import by_torch
import images
import sequences

ROUNDS = 41
TURN = 2e-3
# The learning rate while losses are compared, and while time is taken: see data.rs.
CHECKED_RATE, RATE = 1e-3, 1e-9
STEPS = 4

WORKS = [
    # name, sizes, function between the layers, softmax at the end, samples
    ("W1", (4, 10, 10, 3), "relu", True, 1),
    ("WT", (4, 32, 16, 4), "tanh", False, 1),
    ("W2", (784, 128, 64, 10), "relu", False, 1),
    ("W3", (784, 128, 64, 10), "relu", False, 64),
]
TRAINING = [("W4", (2, 64, 32, 3), 32), ("W5", (784, 128, 64, 10), 64)]


def parameters(sizes, rng):
    """Weights by outputs, and biases, as PyTorch starts them."""
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        bound = inputs**-0.5
        layers.append([rng.uniform(-bound, bound, shape).astype(np.float32) for shape in ((outputs, inputs), outputs)])
    return layers


def alternate(contenders):
    """The median seconds of each; everybody has a turn in each round."""
    times = {}
    for name, run in contenders.items():
        count = 1
        while timed(run, count) < TURN:
            count *= 2
        times[name] = (count, [])
    for _ in range(ROUNDS):
        for name, run in contenders.items():
            count, turns = times[name]
            run()
            turns.append(timed(run, count) / count)
    return {name: statistics.median(turns) for name, (_, turns) in times.items()}


class Ours:
    """The library itself, by the works that `works.rs` builds; it brings its own clock."""

    def __init__(self, library, work):
        self.works, self.index = library, work

    def __call__(self):
        self.time(1)

    def time(self, count):
        return self.works.works_time(self.index, count)


def load(path):
    library = ctypes.CDLL(path)
    library.works_time.argtypes, library.works_time.restype = (ctypes.c_size_t, ctypes.c_uint64), ctypes.c_double
    return library


def timed(run, count):
    if isinstance(run, Ours):
        return run.time(count)
    start = time.perf_counter()
    for _ in range(count):
        run()
    return time.perf_counter() - start


def check(found, expected, who):
    error = np.linalg.norm(np.asarray(found) - expected) / np.linalg.norm(expected)
    assert error < 2e-5, f"{who}: {found} instead of {expected}"


def report(work, contenders, out):
    for who, seconds in alternate(contenders).items():
        line = json.dumps({"work": work, "who": who, "ns": seconds * 1e9})
        print(line, flush=True)
        if out:
            print(line, file=out, flush=True)


def main():
    assert os.environ.get("OMP_NUM_THREADS") == "1", "set OMP_NUM_THREADS=1: everybody gets one thread"
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore")
    folder = os.environ.get("BENCH_RESULTS")
    out = open(os.path.join(folder, "python.jsonl"), "a", encoding="utf-8") if folder else None
    rng, library = np.random.default_rng(1), load(sys.argv[1])

    for place, (work, sizes, activation, softmax, samples) in enumerate(WORKS):
        layers, x = parameters(sizes, rng), rng.standard_normal((samples, sizes[0])).astype(np.float32)
        by_hand = Network(layers, activation, softmax)
        contenders = {"NumPy": lambda net=by_hand, x=x: net.forward(x)}
        contenders |= by_torch.forward(layers, activation, softmax, x)
        contenders |= by_onnxruntime.forward(layers, activation, softmax, x)
        for who, run in contenders.items():
            check(run(), by_hand.forward(x), f"{work}, {who}")
        report(work, {"static": Ours(library, place)} | contenders, out)

    for place, (work, sizes, samples) in enumerate(TRAINING, len(WORKS)):
        layers, x = parameters(sizes, rng), rng.standard_normal((samples, sizes[0])).astype(np.float32)
        classes = np.arange(samples) % sizes[-1]
        makers = {"NumPy": Network.training, **by_torch.TRAINING, "scikit-learn": by_sklearn.training}
        expected = None
        for who, maker in makers.items():
            step = maker(layers, x, classes, CHECKED_RATE)
            losses = [float(step()) for _ in range(STEPS)]
            expected = losses if expected is None else expected
            check(losses, expected, f"{work}, {who}")
        contenders = {who: maker(layers, x, classes, RATE) for who, maker in makers.items()}
        report(work, {"static": Ours(library, place)} | contenders, out)

    for place, (work, layers, samples) in enumerate(images.WORKS, len(WORKS) + len(TRAINING)):
        trains = work == "W7"
        contenders = images.step(layers, samples, RATE) if trains else images.forward(layers, samples, check)
        report(work, {"static": Ours(library, place)} | contenders, out)

    place = len(WORKS) + len(TRAINING) + len(images.WORKS)
    for place, (work, contenders) in enumerate(sequences.works(RATE, check), place):
        report(work, {"static": Ours(library, place)} | contenders, out)


if __name__ == "__main__":
    sys.exit(main())
