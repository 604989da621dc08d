"""Writes the golden files of networks over images with PyTorch 2.15.0 (requirements.txt pins it).

    python images.py [DIRECTORY]

README.md says what they hold. Everything is computed in float64 from numbers that float32 holds, and rounded to float32 at the end.
"""

import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torch.nn.functional as F
from generate import HERE, STEPS, f32_exact
from safetensors.torch import save_file
from torch import nn

# One block of 16 lanes in float32 and two of 8 in float64, and one sample more.
SAMPLES = 17


def drawn_layers():
    """By name: the layer, and the image that it takes."""
    return {
        "conv": (nn.Conv2d(2, 5, 3), (2, 7, 6)),
        "conv_oblong": (nn.Conv2d(3, 4, (5, 3), stride=(2, 1), padding=(2, 1)), (3, 9, 7)),
        "conv_everything": (nn.Conv2d(4, 6, (3, 2), stride=(1, 3), padding=(1, 0), dilation=(2, 3), groups=2), (4, 8, 11)),
        # PyTorch pads an even kernel by one more behind than before.
        "conv_same": (nn.Conv2d(2, 3, (2, 4), padding="same", dilation=(1, 2)), (2, 6, 9)),
        "conv_wide": (nn.Conv2d(9, 17, 5, padding=2), (9, 4, 5)),
        "conv_pointwise": (nn.Conv2d(3, 7, 1, bias=False), (3, 5, 4)),
        "conv_pointwise_stride": (nn.Conv2d(3, 4, 1, stride=2), (3, 7, 5)),
        "conv_depthwise": (nn.Conv2d(5, 5, 3, padding="same", groups=5), (5, 6, 7)),
        "conv_depthwise_twice": (nn.Conv2d(3, 6, 3, stride=2, padding=1, groups=3, bias=False), (3, 7, 7)),
        "transposed": (nn.ConvTranspose2d(5, 3, 4, stride=2, padding=1), (5, 4, 3)),
        "transposed_oblong": (
            nn.ConvTranspose2d(3, 4, (3, 5), stride=(2, 3), padding=(1, 2), output_padding=(1, 2)), (3, 4, 5)),
        "transposed_groups": (
            nn.ConvTranspose2d(4, 6, 3, stride=2, output_padding=1, dilation=2, groups=2, bias=False), (4, 3, 4)),
        "transposed_gaps": (nn.ConvTranspose2d(3, 2, 2, stride=3), (3, 3, 3)),
        "transposed_depthwise": (nn.ConvTranspose2d(4, 4, 3, padding=1, groups=4), (4, 5, 3)),
        "max": (nn.MaxPool2d(2), (3, 7, 5)),
        "max_overlapping": (nn.MaxPool2d(3, stride=2, padding=1), (3, 8, 7)),
        "max_dilated": (nn.MaxPool2d((2, 3), stride=(1, 2), dilation=(2, 1)), (2, 7, 8)),
        "max_ties": (nn.MaxPool2d(3, stride=2), (2, 7, 9)),
        "max_global": (nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten()), (5, 4, 3)),
        "mean": (nn.AvgPool2d((2, 1)), (3, 5, 4)),
        "mean_padded": (nn.AvgPool2d(3, stride=2, padding=1), (3, 8, 7)),
        "mean_of_what_there_is": (nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False), (3, 8, 7)),
        "mean_global": (nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()), (5, 4, 3)),
        "mean_adaptive": (nn.AdaptiveAvgPool2d((3, 4)), (2, 7, 10)),
        "upsample": (nn.Upsample(scale_factor=(2, 3), mode="nearest"), (3, 3, 4)),
        "pad": (nn.ZeroPad2d((2, 2, 1, 1)), (3, 3, 4)),
        "batch_norm": (nn.BatchNorm2d(5, eps=1e-3, momentum=0.2), (5, 4, 3)),
        "layer_norm": (nn.LayerNorm((3, 4, 5)), (3, 4, 5)),
        "group_norm": (nn.GroupNorm(3, 6), (6, 3, 5)),
        "group_norm_of_all": (nn.GroupNorm(1, 3, eps=1e-2), (3, 3, 4)),
        "response_norm": (nn.LocalResponseNorm(5, alpha=0.5, k=2.0), (7, 4, 3)),
        "response_norm_even": (nn.LocalResponseNorm(4, alpha=0.9, beta=0.6), (6, 3, 3)),
    }


def layers():
    torch.manual_seed(9)
    golden = {}
    for name, (layer, shape) in drawn_layers().items():
        layer = layer.double()
        for parameter in layer.parameters():
            drawn = parameter.data if parameter.dim() == 4 else parameter.data + torch.rand_like(parameter)
            parameter.data = f32_exact(drawn)
        x = f32_exact(torch.randn(SAMPLES, *shape, dtype=torch.float64))
        if name == "max_ties":
            x = x.round().clamp(-1, 1)
        of_layer = {"x": x.clone()}
        if isinstance(layer, nn.BatchNorm2d):
            layer.running_mean.data = f32_exact(torch.randn_like(layer.running_mean))
            layer.running_var.data = f32_exact(torch.rand_like(layer.running_var) + 0.5)
            of_layer["evaluated"] = layer.eval()(x).detach()
            layer.train()
        of_layer |= state(layer)
        y = layer(x.requires_grad_())
        dy = f32_exact(torch.randn_like(y))
        y.backward(dy)
        of_layer |= {"dy": dy, "y": y.detach(), "dx": x.grad}
        of_layer |= {f"grad.{n}": p.grad for n, p in layer.named_parameters()}
        if isinstance(layer, nn.BatchNorm2d):
            of_layer |= {f"after.{n}": t for n, t in state(layer).items() if n.startswith("running")}
        golden |= {f"{name}.{n}": t for n, t in of_layer.items()}
    return golden


def lenet5():
    return nn.Sequential(OrderedDict(
        conv1=nn.Conv2d(1, 6, 5), act1=nn.ReLU(), pool1=nn.MaxPool2d(2),
        conv2=nn.Conv2d(6, 16, 5), act2=nn.ReLU(), pool2=nn.MaxPool2d(2),
        flatten=nn.Flatten(),
        fc1=nn.Linear(256, 120), act3=nn.ReLU(),
        fc2=nn.Linear(120, 84), act4=nn.ReLU(),
        digit=nn.Linear(84, 10),
    ))


class ResNet(nn.Module):
    """A residual block, one with a projection, and the means of the channels."""

    def __init__(self):
        super().__init__()
        def conv(inputs, outputs, kernel=3, stride=1):
            return nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)

        def branch(inputs, outputs, stride):
            return nn.Sequential(OrderedDict(
                conv1=conv(inputs, outputs, 3, stride), norm1=nn.BatchNorm2d(outputs), act=nn.ReLU(),
                conv2=conv(outputs, outputs), norm2=nn.BatchNorm2d(outputs),
            ))

        self.stem, self.norm = conv(3, 6), nn.BatchNorm2d(6)
        self.block1 = branch(6, 6, 1)
        projection = nn.Sequential(OrderedDict(conv=conv(6, 10, 1, 2), norm=nn.BatchNorm2d(10)))
        self.block2 = nn.ModuleList([branch(6, 10, 2), projection])
        self.last = nn.Linear(10, 4)

    def forward(self, x):
        x = F.relu(self.norm(self.stem(x)))
        x = F.relu(x + self.block1(x))
        x = F.relu(self.block2[0](x) + self.block2[1](x))
        return self.last(x.mean((2, 3)))


# name: network, seed, batch, image, classes, the steps of Adam after which the parameters are kept
NETWORKS = {
    "lenet5": (lenet5, 10, 20, (1, 28, 28), 10, [STEPS]),
    "resnet": (ResNet, 11, 21, (3, 9, 8), 4, range(1, STEPS + 1)),
}


def state(net):
    return {name: t.clone() for name, t in net.state_dict().items() if not name.endswith("num_batches_tracked")}


def network(make, seed, batch, shape, classes, kept):
    """The state dict at the start, counts of batches too, in float32; and what follows from it."""
    torch.manual_seed(seed)
    net = make()
    x, target = torch.randn(batch, *shape).double(), torch.randint(classes, (batch,))
    model = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    net = net.double()
    golden, losses = {"x": x.clone(), "target": target, "y": net.eval()(x).detach()}, []

    net.train()
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    x.requires_grad_()
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), target)
        loss.backward()
        losses.append(loss.detach())
        if step == 1:
            golden["dx"] = x.grad.clone()
            golden |= {f"grad.{name}": p.grad.clone() for name, p in net.named_parameters()}
        optimizer.step()
        if step in kept:
            golden |= {f"adam.{step}.{name}": tensor for name, tensor in state(net).items()}
    golden["losses"] = torch.stack(losses)
    golden["y.after"] = net.eval()(x).detach()
    return model, golden


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    files = {"images.golden": layers()}
    for name, settings in NETWORKS.items():
        files[f"{name}.model"], files[f"{name}.golden"] = network(*settings)
    for name, tensors in files.items():
        assert all(t.isfinite().all() for t in tensors.values()), f"{name} holds a number that is not finite"
        if name.endswith("golden"):
            tensors = {n: t.float() for n, t in tensors.items()}
        save_file({n: t.contiguous() for n, t in tensors.items()}, directory / f"{name}.safetensors")


if __name__ == "__main__":
    main()
