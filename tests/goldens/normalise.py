"""Writes normalise.golden.safetensors with PyTorch 2.15.0 (requirements.txt pins it).

    python normalise.py [DIRECTORY]

README.md says what it holds.
"""

import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

BATCHES, SAMPLES = 3, 10


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    torch.set_num_threads(1)
    torch.manual_seed(7)
    net = nn.Sequential(OrderedDict(
        fc1=nn.Linear(4, 6), norm1=nn.BatchNorm1d(6), act1=nn.Tanh(),
        fc2=nn.Linear(6, 5), norm2=nn.LayerNorm(5), act2=nn.SiLU(),
        norm3=nn.RMSNorm(5, eps=2.0 ** -23), fc3=nn.Linear(5, 3), norm4=nn.BatchNorm1d(3, eps=1e-2, momentum=0.25),
    )).double()
    for parameter in net.parameters():
        parameter.data += torch.rand_like(parameter)
    x = torch.randn(BATCHES, SAMPLES, 4, dtype=torch.float64) * 2 + 1
    target = torch.randn(BATCHES, SAMPLES, 3, dtype=torch.float64)

    def state(prefix):
        named = net.state_dict().items()
        return {prefix + name: t.clone() for name, t in named if not name.endswith("num_batches_tracked")}

    golden = {"x": x, "target": target} | state("0.")
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    losses = []
    for step in range(BATCHES):
        optimizer.zero_grad()
        loss = F.mse_loss(net(x[step]), target[step])
        loss.backward()
        golden |= {f"grad.{step + 1}.{name}": p.grad.clone() for name, p in net.named_parameters()}
        optimizer.step()
        golden |= state(f"{step + 1}.")
        losses.append(loss.item())
    golden["losses"] = torch.tensor(losses, dtype=torch.float64)
    net.eval()
    golden["y"] = net(x[0]).detach()
    save_file({n: t.contiguous() for n, t in golden.items()}, directory / "normalise.golden.safetensors")


if __name__ == "__main__":
    main()
