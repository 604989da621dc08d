"""Writes the golden files of layers over sequences with PyTorch 2.15.0 (requirements.txt pins it).

    python sequences.py [DIRECTORY]

README.md says what they hold. Everything is computed in float64 from numbers that float32 holds, and rounded to float32 at the end.
"""

import sys
from pathlib import Path

import torch
from generate import HERE, f32_exact
from images import SAMPLES, STEPS, network
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F


class Conv1d(nn.Conv1d):
    """A convolution of sequences [samples, steps, features]; PyTorch's own has the features before the steps."""

    def forward(self, x):
        return super().forward(x.transpose(1, 2)).transpose(1, 2)


class CausalConv1d(Conv1d):
    """The same with its zeros before the first step."""

    def forward(self, x):
        zeros = (self.kernel_size[0] - 1) * self.dilation[0]
        return super().forward(F.pad(x, (0, 0, zeros, 0)))


class SelfAttention(nn.MultiheadAttention):
    """Of a sequence with itself."""

    def __init__(self, features, heads, causal=False, bias=True):
        super().__init__(features, heads, bias=bias, batch_first=True)
        self.causal = causal

    def forward(self, x):
        steps = x.shape[1]
        mask = torch.ones(steps, steps, dtype=torch.bool).triu(1) if self.causal else None
        return super().forward(x, x, x, attn_mask=mask, need_weights=False)


class OverTime(nn.Module):
    """A layer that has the steps last, for sequences [samples, steps, features]."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return self.layer(x.transpose(1, 2)).transpose(1, 2)


class EncoderLayer(nn.TransformerEncoderLayer):
    """Without dropout, and with the names that a list of layers gives its tensors."""

    def __init__(self, features, heads, hidden, activation, norm_first):
        super().__init__(features, heads, hidden, 0.0, activation, norm_first=norm_first, batch_first=True)
        norms = {"norm1": "residual1.norm1", "norm2": "residual2.norm2"} if norm_first else {}
        self.names = norms | {
            "self_attn": "residual1.self_attention1",
            "linear1": "residual2.linear1",
            "linear2": "residual2.linear2",
        }

    def renamed(self, name):
        part, rest = name.split(".", 1)
        return f"{self.names.get(part, part)}.{rest}"


class Embedding(nn.Embedding):
    """A table of words, which are whole numbers in float64 here."""

    def forward(self, x):
        return super().forward(x.long())


def drawn_layers():
    """By name: the layer, and the sequence that it takes."""
    first = {"batch_first": True}
    return {
        "lstm": (nn.LSTM(3, 5, **first), (7, 3)),
        "lstm_wide": (nn.LSTM(9, 33, bias=False, **first), (4, 9)),
        "lstm_three": (nn.LSTM(4, 7, num_layers=3, **first), (6, 4)),
        "lstm_both": (nn.LSTM(3, 4, bidirectional=True, **first), (5, 3)),
        "lstm_both_twice": (nn.LSTM(2, 3, num_layers=2, bidirectional=True, bias=False, **first), (5, 2)),
        "gru": (nn.GRU(2, 6, **first), (8, 2)),
        "gru_wide": (nn.GRU(5, 37, **first), (3, 5)),
        "gru_both_twice": (nn.GRU(3, 4, num_layers=2, bidirectional=True, **first), (6, 3)),
        "rnn": (nn.RNN(4, 5, **first), (9, 4)),
        "rnn_relu": (nn.RNN(3, 6, nonlinearity="relu", bias=False, **first), (5, 3)),
        "rnn_twice": (nn.RNN(3, 4, num_layers=2, **first), (5, 3)),
        "dense": (nn.Linear(5, 3), (6, 5)),
        "layer_norm": (nn.LayerNorm(7, eps=1e-3), (5, 7)),
        "softmax": (nn.Softmax(dim=-1), (4, 5)),
    }


def attention_layers():
    """The same of attention."""
    return {
        "attention": (SelfAttention(6, 1), (7, 6)),
        "attention_heads": (SelfAttention(12, 4), (5, 12)),
        "attention_wide": (SelfAttention(20, 2), (9, 20)),
        "attention_causal": (SelfAttention(6, 2, causal=True), (9, 6)),
        "attention_causal_long": (SelfAttention(4, 4, causal=True), (37, 4)),
        "attention_causal_wide": (SelfAttention(19, 1, causal=True), (3, 19)),
    }


def drawn_convolutions():
    """The same for convolutions."""
    return {
        "conv1d": (Conv1d(4, 5, 3), (9, 4)),
        "conv1d_stride": (Conv1d(3, 6, 4, stride=3, padding=2, bias=False), (10, 3)),
        "conv1d_dilation": (Conv1d(5, 3, 3, stride=2, padding=3, dilation=2), (8, 5)),
        "conv1d_same": (Conv1d(3, 4, 5, padding="same"), (7, 3)),
        "conv1d_same_even": (Conv1d(2, 3, 4, padding="same", dilation=3), (6, 2)),
        "conv1d_causal": (CausalConv1d(3, 5, 3), (9, 3)),
        "conv1d_causal_far": (CausalConv1d(2, 9, 2, dilation=4, bias=False), (11, 2)),
        "conv1d_wide": (Conv1d(33, 40, 5, padding=2), (4, 33)),
    }


def later_layers():
    """The same of all kinds, behind the others so that their numbers stay what they are."""
    return {
        "attention_without_bias": (SelfAttention(8, 2, bias=False), (5, 8)),
        "conv1d_groups": (Conv1d(4, 6, 3, stride=2, padding=1, groups=2), (9, 4)),
        "conv1d_depthwise": (Conv1d(5, 5, 4, groups=5, bias=False), (7, 5)),
        "conv1d_causal_depthwise": (CausalConv1d(3, 6, 3, dilation=2, groups=3), (9, 3)),
        "max_pool1d": (OverTime(nn.MaxPool1d(3, stride=2, padding=1, dilation=2)), (9, 4)),
        "avg_pool1d": (OverTime(nn.AvgPool1d(3)), (10, 3)),
        "avg_pool1d_padded": (OverTime(nn.AvgPool1d(4, stride=3, padding=2)), (7, 5)),
        "avg_pool1d_bare": (OverTime(nn.AvgPool1d(4, stride=3, padding=2, count_include_pad=False)), (7, 5)),
        "encoder_post_norm": (EncoderLayer(8, 2, 12, "relu", norm_first=False), (6, 8)),
        "encoder_pre_norm": (EncoderLayer(12, 4, 20, "gelu", norm_first=True), (5, 12)),
    }


class Speaker(nn.Module):
    """Recurrent layers on each other and in both directions."""

    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 6, num_layers=2, batch_first=True)
        self.gru = nn.GRU(6, 5, bidirectional=True, batch_first=True)
        self.word = nn.Linear(10, 3)

    def forward(self, x):
        return self.word(self.gru(self.lstm(x)[0])[0][:, -1])


class Reader(nn.Module):
    """A convolution with features normalised over all steps, attention, and a pool."""

    def __init__(self):
        super().__init__()
        self.conv, self.norm = Conv1d(5, 8, 3, padding="same", bias=False), nn.BatchNorm1d(8)
        self.block = nn.ModuleDict({"norm1": nn.LayerNorm(8), "self_attn": SelfAttention(8, 2, bias=False)})
        self.apart, self.word = Conv1d(8, 8, 2, groups=4), nn.Linear(8, 4)

    def forward(self, x):
        x = F.relu(self.norm(self.conv(x).transpose(1, 2))).transpose(1, 2)
        x = x + self.block["self_attn"](self.block["norm1"](x))[0]
        x = F.max_pool1d(x.transpose(1, 2), 2).transpose(1, 2)
        return self.word(torch.tanh(self.apart(x)).mean(1))


# name: network, seed, batch, sequence, classes, the steps of Adam after which the parameters are kept
NETWORKS = {
    "speaker": (Speaker, 13, 20, (12, 4), 3, range(1, STEPS + 1)),
    "reader": (Reader, 14, 21, (9, 5), 4, range(1, STEPS + 1)),
}


def states():
    """Recurrent layers that begin with a state, and the gradients with respect to it; that of the last step has one too."""
    torch.manual_seed(15)
    golden = {}
    for name, layer in {
        "lstm": nn.LSTM(3, 5), "gru": nn.GRU(3, 5), "rnn": nn.RNN(3, 5), "rnn_relu": nn.RNN(3, 5, nonlinearity="relu")
    }.items():
        layer = layer.double()
        for parameter in layer.parameters():
            parameter.data = f32_exact(parameter.data)
        draw = lambda *shape: f32_exact(torch.randn(*shape, dtype=torch.float64)).requires_grad_()
        x = draw(SAMPLES, 7, 3)
        begin = [draw(SAMPLES, 5) for _ in range(2 if name == "lstm" else 1)]
        # PyTorch has the steps before the samples, and layers before the samples of a state.
        state = [part[None] for part in begin]
        y, end = layer(x.transpose(0, 1), tuple(state) if name == "lstm" else state[0])
        y, end = y.transpose(0, 1), [part[0] for part in (end if name == "lstm" else (end,))]
        dy, d_end = draw(SAMPLES, 7, 5), [draw(SAMPLES, 5) for _ in begin]
        torch.autograd.backward([y, *end], [dy, *d_end])
        golden |= {f"{name}.{n}": t for n, t in layer.state_dict().items()}
        golden |= {f"{name}.grad.{n}": p.grad for n, p in layer.named_parameters()}
        golden |= {f"{name}.{n}": t for n, t in [("x", x), ("y", y), ("dy", dy), ("dx", x.grad)]}
        for what, parts in [("begin", begin), ("end", end), ("d_end", d_end), ("d_begin", [b.grad for b in begin])]:
            golden |= {f"{name}.{what}": torch.cat(parts, 1)}
    return golden


def drawn_tables():
    """The same for tables of words."""
    return {
        "embedding": (Embedding(11, 5), (7,)),
        "embedding_wide": (Embedding(3, 70), (4,)),
        "embedding_narrow": (Embedding(100, 1), (2,)),
    }


def drawn_input(layer, shape):
    """Words for a table, numbers for all else."""
    if isinstance(layer, Embedding):
        return torch.randint(layer.num_embeddings, (SAMPLES, *shape)).double()
    return f32_exact(torch.randn(SAMPLES, *shape, dtype=torch.float64))


def layer_by_layer(lists):
    """The numbers of the layers of some lists."""
    golden = {}
    # The layers draw their starting values, so each list is made behind the numbers of the one before.
    for name, (layer, shape) in (item for layers in lists for item in layers().items()):
        layer = layer.double()
        for parameter in layer.parameters():
            parameter.data = f32_exact(parameter.data + 0.5 * torch.rand_like(parameter) - 0.25)
        x = drawn_input(layer, shape)
        called = getattr(layer, "renamed", str)
        of_layer = {"x": x.clone()} | {called(n): t.clone() for n, t in layer.state_dict().items()}
        y = layer(x.requires_grad_())
        y = y[0] if isinstance(y, tuple) else y
        dy = f32_exact(torch.randn_like(y))
        y.backward(dy)
        of_layer |= {"dy": dy, "y": y.detach(), "dx": torch.zeros_like(x) if x.grad is None else x.grad}
        of_layer |= {f"grad.{called(n)}": p.grad for n, p in layer.named_parameters()}
        golden |= {f"{name}.{n}": t for n, t in of_layer.items()}
    return golden


def main():
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    torch.set_num_threads(1)
    torch.manual_seed(12)
    golden = layer_by_layer((drawn_layers, attention_layers, drawn_convolutions, later_layers))
    files = {"sequences.golden": golden, "states.golden": states()}
    for name, settings in NETWORKS.items():
        files[f"{name}.model"], files[f"{name}.golden"] = network(*settings)
    # Behind all others, so that their numbers stay what they are.
    golden |= layer_by_layer((drawn_tables,))
    for name, tensors in files.items():
        # No copy: a tensor may share its memory with another one. The counts of batches are whole numbers.
        tensors = {n: t.detach().clone().contiguous() for n, t in tensors.items()}
        if name.endswith("golden"):
            tensors = {n: t.float() for n, t in tensors.items()}
        save_file(tensors, directory / f"{name}.safetensors")


if __name__ == "__main__":
    main()
