"""Writes regularised.csv with PyTorch 2.15.0 (requirements.txt pins it): what `examples/regularised.rs` is compared with.

    python regularised.py [DIRECTORY]

README.md says what it holds.
"""

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

INPUTS, CLASSES, TRAIN, VALIDATION = 20, 3, 600, 1000
EPOCHS, BATCH, SEEDS = 60, 32, 20
RATE, WEIGHT_DECAY, DROPOUT, FACTOR, PATIENCE = 3e-3, 1e-4, 0.2, 0.5, 5


def mixed(z):
    """SplitMix64's function of its counter: 64 bits that look random."""
    mask = 2 ** 64 - 1
    z = (z + 1) * 0x9E3779B97F4A7C15 & mask
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & mask
    z = (z ^ z >> 27) * 0x94D049BB133111EB & mask
    return z ^ z >> 31


def sample(number):
    """Inputs as whole numbers of 2^-15, so that the class is computed without rounding."""
    draws = [mixed(32 * number + i) for i in range(INPUTS + 2)]
    x = [(draw >> 48) - 2 ** 15 for draw in draws[:INPUTS]]
    scores = [x[0] + x[1], x[2] + x[3], 2 * abs(x[4]) - 2 ** 15 + x[5]]
    wrong = draws[INPUTS] % 10 == 0
    return x, draws[INPUTS + 1] % CLASSES if wrong else scores.index(max(scores))


def data():
    xs, classes = zip(*map(sample, range(TRAIN + VALIDATION)))
    xs, classes = torch.tensor(xs, dtype=torch.float32) / 2 ** 15, torch.tensor(classes)
    return xs.split([TRAIN, VALIDATION]), classes.split([TRAIN, VALIDATION])


def network(regularised):
    layers = []
    for width_in, width in [(INPUTS, 64), (64, 32)]:
        layers += [nn.Linear(width_in, width), nn.ReLU()]
        if regularised:
            layers[-1:] = [nn.BatchNorm1d(width), nn.ReLU(), nn.Dropout(DROPOUT)]
    return nn.Sequential(*layers, nn.Linear(32, CLASSES))


def train(regularised, seed):
    """One row for each epoch: training loss, validation loss, validation accuracy, learning rate."""
    torch.manual_seed(seed)
    (xs, valid_xs), (ys, valid_ys) = data()
    net = network(regularised)
    optimizer = torch.optim.Adam(net.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY if regularised else 0)
    plateau = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=FACTOR, patience=PATIENCE)
    for _ in range(EPOCHS):
        net.train()
        total, rate = 0.0, optimizer.param_groups[0]["lr"]
        for batch in torch.randperm(TRAIN).split(BATCH):
            optimizer.zero_grad()
            loss = F.cross_entropy(net(xs[batch]), ys[batch])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        net.eval()
        with torch.no_grad():
            scores = net(valid_xs)
            valid = F.cross_entropy(scores, valid_ys).item()
            right = (scores.argmax(1) == valid_ys).float().mean().item()
        if regularised:
            plateau.step(valid)
        yield total / TRAIN, valid, right, rate


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    torch.set_num_threads(1)
    with open(directory / "regularised.csv", "w") as file:
        print("network,quantity,epoch,mean,deviation,lowest,highest", file=file)
        for name in ["regularised", "plain"]:
            runs = torch.tensor([list(train(name == "regularised", seed)) for seed in range(SEEDS)], dtype=torch.float64)
            spread = torch.stack([runs.mean(0), runs.std(0), runs.amin(0), runs.amax(0)])
            for place, quantity in enumerate(["loss", "validation_loss", "validation_accuracy", "learning_rate"]):
                for epoch in range(EPOCHS):
                    numbers = ",".join(f"{number:.6g}" for number in spread[:, epoch, place].tolist())
                    print(f"{name},{quantity},{epoch + 1},{numbers}", file=file)


if __name__ == "__main__":
    main()
