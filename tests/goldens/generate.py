"""Writes the golden files of this directory with PyTorch 2.15.0 (requirements.txt pins it).

    python generate.py [DIRECTORY]
    python generate.py --activation NAME ..
    python generate.py --network NAME ..

The second form writes the files of these activations alone, the third those of these networks. What each file holds is in README.md. Everything is drawn from fixed seeds and computed by one thread on the CPU, so
two runs on one machine write the same bytes. Another CPU may round differently in the last bit.
"""

import re
import sys
from collections import OrderedDict
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

HERE = Path(__file__).resolve().parent
STEPS = 5


def small():
    return nn.Sequential(OrderedDict(
        fc1=nn.Linear(4, 10), act1=nn.ReLU(),
        fc2=nn.Linear(10, 10), act2=nn.Tanh(),
        fc3=nn.Linear(10, 3),
    ))


def regressor():
    return nn.Sequential(OrderedDict(
        fc1=nn.Linear(6, 16, bias=False), act1=nn.LeakyReLU(0.1),
        fc2=nn.Linear(16, 8), act2=nn.GELU(),
        fc3=nn.Linear(8, 2),
    ))


def wide():
    return nn.Sequential(OrderedDict(
        fc1=nn.Linear(37, 53), act1=nn.SiLU(),
        fc2=nn.Linear(53, 29), act2=nn.ELU(1.0),
        fc3=nn.Linear(29, 1),
    ))


class Branched(nn.Module):
    """A sum, a gate and a concatenation; an empty branch is the input itself."""

    def __init__(self):
        super().__init__()
        long = nn.Sequential(OrderedDict(fc1=nn.Linear(6, 8), act1=nn.Tanh(), fc2=nn.Linear(8, 5)))
        short = nn.Sequential(OrderedDict(fc=nn.Linear(6, 5, bias=False)))
        self.down = nn.ModuleList([long, short])
        self.gate = nn.ModuleList([nn.Sequential(OrderedDict(fc=nn.Linear(5, 5), act=nn.Sigmoid())), nn.Identity()])
        features = nn.Sequential(OrderedDict(fc=nn.Linear(5, 3), act=nn.SiLU()))
        self.features = nn.ModuleList([nn.Identity(), features, nn.Tanh()])
        self.last = nn.Linear(13, 2)

    def forward(self, x):
        x = self.down[0](x) + self.down[1](x)
        x = self.gate[0](x) * self.gate[1](x)
        return self.last(torch.cat([branch(x) for branch in self.features], dim=1))


def class_index(batch, outputs):
    return torch.randint(outputs, (batch,)).float()


def real_values(batch, outputs):
    return torch.randn(batch, outputs)


def probabilities(batch, outputs):
    return torch.rand(batch, outputs)


def cross_entropy(y, target):
    return F.cross_entropy(y, target.long())


# name: network, seed, batch, inputs, outputs, how targets are drawn, loss
NETWORKS = {
    "small": (small, 1, 20, 4, 3, class_index, cross_entropy),
    "regressor": (regressor, 2, 33, 6, 2, real_values, F.mse_loss),
    "wide": (wide, 3, 16, 37, 1, probabilities, F.binary_cross_entropy_with_logits),
    "branched": (Branched, 8, 21, 6, 2, real_values, F.mse_loss),
}

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=1e-2),
}


def snapshot(net, prefix=""):
    return {prefix + name: tensor.clone() for name, tensor in net.state_dict().items()}


def network(make, seed, batch, inputs, outputs, draw_target, loss_of, dtype=torch.float32):
    """The initial parameters of one network, and everything that follows from them.

    All numbers are drawn in float32. `dtype` is that of the computation: float64 shows how much of a golden is
    rounding.
    """
    torch.manual_seed(seed)
    net = make().to(dtype)
    x = torch.randn(batch, inputs).to(dtype)
    target = draw_target(batch, outputs).to(dtype)
    model = snapshot(net)

    x_leaf = x.clone().requires_grad_()
    y = net(x_leaf)
    loss = loss_of(y, target)
    loss.backward()

    golden = {"x": x, "target": target, "y": y.detach(), "loss": loss.detach().reshape(1), "dx": x_leaf.grad}
    golden |= {f"grad.{name}": p.grad.clone() for name, p in net.named_parameters()}

    for name, optimizer_of in OPTIMIZERS.items():
        net.load_state_dict(model)
        optimizer = optimizer_of(net.parameters())
        for step in range(1, STEPS + 1):
            optimizer.zero_grad()
            loss_of(net(x), target).backward()
            optimizer.step()
            golden |= snapshot(net, f"{name}.{step}.")
    return model, golden


# The functions of the kernels' list whose name in PyTorch is not that of their file, or FILE_CONSTRUCTOR where there are several.
ACTIVATIONS = {
    "gelu_exact": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    # F.hardsigmoid itself rounds its derivative, 1/6, to float32 even in float64.
    "hard_sigmoid": lambda x: F.relu6(x + 3) / 6,
    "hard_tanh": F.hardtanh,
    # PyTorch has the value alone, as heaviside.
    "step": lambda x: torch.heaviside(x.detach(), torch.ones_like(x)) + 0 * x,
}


def activation_names():
    """The names of all files of `activations`, from the kernels' list."""
    text = (HERE / "../../nn-core/kernels/src/pointwise/list.rs").read_text()
    for file, constructors in re.findall(r"^ *(\w+)::\w+ \{ (.*) \}$", text, re.MULTILINE):
        for constructor in re.findall(r"(\w+)\(", constructors):
            yield file if constructor == "new" else f"{file}_{constructor}"


ROW_ACTIVATIONS = {
    "softmax": lambda x: F.softmax(x, dim=1),
    "log_softmax": lambda x: F.log_softmax(x, dim=1),
}


def f32_exact(x):
    """Inputs in float64 that float32 holds too, so a test in either type starts from the same number."""
    return x.float().double()


def gradient(f, x, dy):
    """f(x), and the gradient of <dy, f(x)> with respect to x."""
    x = x.clone().requires_grad_()
    y = f(x)
    y.backward(dy)
    return y.detach(), x.grad


def points():
    # The grid holds the kinks 0, +-1 and +-3 exactly. Beyond it: where exp underflows, overflows, or rounds to 1.
    # PyTorch's softplus is x from 20 on: between there and 37 it is off by up to 2e-9, so no point lies there.
    far = torch.tensor([1e-30, 1e-8, 1e-4, 12, 15, 18, 20, 40, 80, 100, 1000], dtype=torch.float64)
    return f32_exact(torch.cat([torch.arange(-200, 201, dtype=torch.float64) / 20, far, -far]))


def activation(name):
    x = points()
    y, dx = gradient(ACTIVATIONS.get(name) or getattr(F, name), x, torch.ones_like(x))
    return {"x": x, "y": y, "dx": dx}


def softmax():
    torch.manual_seed(4)
    rows = torch.randn(8, 10, dtype=torch.float64) * 3
    rows[5] = 0.25                    # all equal
    rows[6] = rows[6] * 300           # exp overflows without the shift by the maximum
    rows[7] = rows[7] - 1000          # exp underflows without it
    rows = f32_exact(rows)
    dy = f32_exact(torch.randn(8, 10, dtype=torch.float64))

    golden = {"x": rows, "dy": dy}
    for name, f in ROW_ACTIVATIONS.items():
        golden[f"{name}.y"], golden[f"{name}.dx"] = gradient(f, rows, dy)
    return golden


def losses():
    torch.manual_seed(5)
    logits = torch.randn(8, 5, dtype=torch.float64) * 2
    logits[6] *= 25                   # confident to the point where softmax rounds to 0 and 1
    logits[7] += 500                  # exp overflows without the shift by the maximum
    logits = f32_exact(logits)
    classes = torch.randint(5, (8,))
    soft = f32_exact(torch.softmax(torch.randn(8, 5, dtype=torch.float64), dim=1))
    predictions = f32_exact(torch.randn(8, 5, dtype=torch.float64) * 2)
    values = f32_exact(torch.randn(8, 5, dtype=torch.float64) * 2)
    chances = f32_exact(torch.rand(8, 5, dtype=torch.float64))
    chances[0, 0], chances[0, 1] = 0, 1
    weights = f32_exact(torch.tensor([0.5, 1.0, 2.0, 0.25, 3.0], dtype=torch.float64))

    distances = f32_exact(torch.randn(8, 5, dtype=torch.float64) * 2)
    distances[0, 0], distances[0, 1], distances[0, 2] = 0, 0.75, -0.75  # the kinks of l1 and of huber's corner
    near = f32_exact(values + distances)
    certain = f32_exact(torch.rand(8, 5, dtype=torch.float64))
    certain[0, :4] = torch.tensor([0, 1, 0, 1])  # where the logarithms are clamped, right and wrong
    certain[1, 0] = f32_exact(torch.tensor(1e-9, dtype=torch.float64))
    answers = torch.randint(2, (8, 5)).double()
    answers[0, :4] = torch.tensor([0, 0, 1, 1])
    sides = torch.randint(2, (8, 5)).double() * 2 - 1
    scores = f32_exact(torch.randn(8, 5, dtype=torch.float64) * 2)
    scores[0, 0], scores[0, 1] = sides[0, 0], -sides[0, 1]  # at the margin, and beyond it on the wrong side
    one_hot = F.one_hot(classes, 5).double()

    golden = {"logits": logits, "classes": classes.double(), "soft": soft, "weights": weights,
              "predictions": predictions, "values": values, "chances": chances,
              "near": near, "certain": certain, "answers": answers, "sides": sides, "scores": scores, "one_hot": one_hot}
    for name, (loss, x) in {
        "cross_entropy.class": (lambda z: F.cross_entropy(z, classes), logits),
        "cross_entropy.soft": (lambda z: F.cross_entropy(z, soft), logits),
        "cross_entropy.weighted": (lambda z: F.cross_entropy(z, classes, weight=weights), logits),
        "cross_entropy.smoothed": (lambda z: F.cross_entropy(z, classes, label_smoothing=0.1), logits),
        "cross_entropy.both": (lambda z: F.cross_entropy(z, classes, weight=weights, label_smoothing=0.1), logits),
        "cross_entropy.one_hot": (lambda z: F.cross_entropy(z, one_hot), logits),
        "cross_entropy.soft_weighted": (lambda z: F.cross_entropy(z, soft, weight=weights), logits),
        "cross_entropy.soft_smoothed": (lambda z: F.cross_entropy(z, soft, label_smoothing=0.1), logits),
        "cross_entropy.soft_both":
            (lambda z: F.cross_entropy(z, soft, weight=weights, label_smoothing=0.1), logits),
        "multi_margin": (lambda z: F.multi_margin_loss(z, classes), scores),
        "multi_margin.wide": (lambda z: F.multi_margin_loss(z, classes, margin=2.5), scores),
        "kl_div": (lambda z: F.kl_div(z, soft, reduction="batchmean"), predictions),
        "mse": (lambda y: F.mse_loss(y, values), predictions),
        "half_mse": (lambda y: F.mse_loss(y, values) / 2, predictions),
        "sum_of_squares": (lambda y: F.mse_loss(y, values, reduction="sum"), predictions),
        "l1": (lambda y: F.l1_loss(y, values), near),
        "huber": (lambda y: F.huber_loss(y, values, delta=0.75), near),
        "smooth_l1": (lambda y: F.smooth_l1_loss(y, values, beta=0.75), near),
        "bce_with_logits": (lambda z: F.binary_cross_entropy_with_logits(z, chances), logits),
        "bce_with_logits.weighted":
            (lambda z: F.binary_cross_entropy_with_logits(z, chances, pos_weight=torch.tensor(2.5)), logits),
        "bce": (lambda p: F.binary_cross_entropy(p, answers), certain),
        "hinge": (lambda y: F.relu(1 - sides * y).mean(), scores),
        "cosine": (lambda y: 1 - F.cosine_similarity(y, values).mean(), predictions),
    }.items():
        value, golden[f"{name}.gradient"] = gradient(loss, x, None)
        golden[f"{name}.loss"] = value.reshape(1)
    return golden


class Lion(torch.optim.Optimizer):
    """Algorithm 2 of Chen et al. (2023), which PyTorch does not have."""

    def __init__(self, params, lr, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for p in group["params"]:
                m = self.state[p].setdefault("m", torch.zeros_like(p))
                direction = torch.sign(beta1 * m + (1 - beta1) * p.grad)
                p -= group["lr"] * (direction + group["weight_decay"] * p)
                m.copy_(beta2 * m + (1 - beta2) * p.grad)


RATE = 0.05
L1 = {"l1": 0.02}
DECAY = {"l1": 0.02, "decoupled": 0.3}

# name: optimizer, and the kinds of decay that PyTorch does not have
TEN_STEPS = {
    "sgd": (lambda p: torch.optim.SGD(p, lr=RATE, weight_decay=0.1), {}),
    "momentum": (lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9), {}),
    "momentum.decay": (lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9), DECAY),
    "nesterov": (lambda p: torch.optim.SGD(p, lr=RATE, momentum=0.9, nesterov=True, weight_decay=0.1), {}),
    "adagrad": (lambda p: torch.optim.Adagrad(p, lr=RATE), {}),
    "adagrad.settings": (lambda p: torch.optim.Adagrad(
        p, lr=RATE, lr_decay=0.1, initial_accumulator_value=0.2, eps=1e-3, weight_decay=0.1), {}),
    "adagrad.decay": (lambda p: torch.optim.Adagrad(p, lr=RATE), DECAY),
    "rms_prop": (lambda p: torch.optim.RMSprop(p, lr=RATE), {}),
    "rms_prop.settings": (lambda p: torch.optim.RMSprop(p, lr=RATE, alpha=0.9, eps=1e-3, weight_decay=0.1), {}),
    "rms_prop.centered": (lambda p: torch.optim.RMSprop(p, lr=RATE, centered=True), {}),
    "rms_prop.momentum": (lambda p: torch.optim.RMSprop(p, lr=RATE, momentum=0.9), {}),
    "rms_prop.both": (lambda p: torch.optim.RMSprop(p, lr=RATE, centered=True, momentum=0.9), {}),
    "rms_prop.decay": (lambda p: torch.optim.RMSprop(p, lr=RATE), DECAY),
    "adam": (lambda p: torch.optim.Adam(p, lr=RATE, weight_decay=0.1), {}),
    "adam.amsgrad": (lambda p: torch.optim.Adam(p, lr=RATE, amsgrad=True), {}),
    "adam.decay": (lambda p: torch.optim.Adam(p, lr=RATE), DECAY),
    "adamw": (lambda p: torch.optim.AdamW(p, lr=RATE), {}),
    "adamw.amsgrad": (lambda p: torch.optim.AdamW(p, lr=RATE, amsgrad=True, weight_decay=0.2), {}),
    "adamw.l1": (lambda p: torch.optim.AdamW(p, lr=RATE, weight_decay=0.3), L1),
    "nadam": (lambda p: torch.optim.NAdam(p, lr=RATE), {}),
    "nadam.settings": (lambda p: torch.optim.NAdam(
        p, lr=RATE, betas=(0.8, 0.95), eps=1e-3, momentum_decay=0.5, weight_decay=0.1), {}),
    "nadam.decoupled": (lambda p: torch.optim.NAdam(p, lr=RATE, weight_decay=0.3, decoupled_weight_decay=True), {}),
    "nadam.l1": (lambda p: torch.optim.NAdam(p, lr=RATE), L1),
    "lion": (lambda p: Lion(p, lr=RATE), {}),
    "lion.settings": (lambda p: Lion(p, lr=RATE, betas=(0.8, 0.95), weight_decay=0.3), {}),
    "lion.l1": (lambda p: Lion(p, lr=RATE, weight_decay=0.3), L1),
}


def ten_steps(optimizer_of, p, gradients, l1=0.0, decoupled=0.0):
    """The parameters after each step against gradients that do not depend on them, one after the other."""
    p = p.clone().requires_grad_()
    optimizer = optimizer_of([p])
    after = []
    torch.set_default_dtype(p.dtype)  # of which NAdam's product of momenta is
    for gradient in gradients:
        p.grad = gradient + l1 * p.detach().sign()
        with torch.no_grad():
            p.mul_(1 - RATE * decoupled)
        optimizer.step()
        after.append(p.detach().clone())
    torch.set_default_dtype(torch.float32)
    return torch.stack(after)


def weights_only(make, seed):
    """The first network after ten steps of AdamW under which its biases do not decay."""
    _, _, batch, inputs, outputs, draw_target, loss_of = NETWORKS["small"]
    torch.manual_seed(seed)
    net = make()
    x, target = torch.randn(batch, inputs), draw_target(batch, outputs)
    weights = [p for name, p in net.named_parameters() if name.endswith("weight")]
    biases = [p for name, p in net.named_parameters() if name.endswith("bias")]
    groups = [{"params": weights}, {"params": biases, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=1e-2, weight_decay=0.5)
    for _ in range(10):
        optimizer.zero_grad()
        loss_of(net(x), target).backward()
        optimizer.step()
    return snapshot(net, "weights_only.")


def optimizers():
    torch.manual_seed(6)
    p = f32_exact(torch.randn(37, dtype=torch.float64))
    gradients = f32_exact(torch.randn(10, 37, dtype=torch.float64))
    # From large to small, one that is zero in every other step, and one that always is.
    gradients *= f32_exact(torch.logspace(2, -4, 37, dtype=torch.float64))
    gradients[::2, 7] = 0
    gradients[:, 8] = 0
    gradients = f32_exact(gradients)

    golden = {"p": p, "gradients": gradients}
    for name, (optimizer_of, decay) in TEN_STEPS.items():
        golden[name] = ten_steps(optimizer_of, p, gradients, **decay)

    clipped = gradients.clone().requires_grad_()
    for name, clip in {
        "clip.norm": lambda: torch.nn.utils.clip_grad_norm_([clipped], 1.5),
        "clip.value": lambda: torch.nn.utils.clip_grad_value_([clipped], 0.5),
    }.items():
        clipped.grad = gradients.clone()
        norm = clip()
        golden[name] = clipped.grad.clone()
        if norm is not None:
            golden[f"{name}.before"] = norm.reshape(1)
    return golden | weights_only(small, NETWORKS["small"][1])


LBFGS_STEPS = 25


def lbfgs():
    """A network of 21 parameters in float64: the loss after every step of LBFGS, and the parameters after the last."""
    torch.manual_seed(7)
    net = nn.Sequential(OrderedDict(fc1=nn.Linear(2, 5), act1=nn.Tanh(), fc2=nn.Linear(5, 1))).double()
    x = f32_exact(torch.rand(25, 2, dtype=torch.float64) * 2 - 1)
    target = f32_exact(torch.sin(3 * x[:, :1]) * x[:, 1:])
    model = snapshot(net)
    golden = {"x": x, "target": target} | {f"model.{name}": tensor for name, tensor in model.items()}

    for name, history in {"long": 10, "short": 3}.items():
        losses = []
        for steps in range(1, LBFGS_STEPS + 1):
            net.load_state_dict(model)
            optimizer = torch.optim.LBFGS(
                net.parameters(), max_iter=steps, max_eval=1000, history_size=history, line_search_fn="strong_wolfe")

            def evaluate():
                optimizer.zero_grad()
                loss = F.mse_loss(net(x), target)
                loss.backward()
                return loss

            optimizer.step(evaluate)
            losses.append(evaluate().detach())
        golden[f"{name}.losses"] = torch.stack(losses)
        golden |= snapshot(net, f"{name}.")
    return golden


BASE_RATE = 0.1                            # the optimizer's learning rate, before any schedule
PLACES = 60


def schedules():
    """The learning rates of PLACES epochs or steps; of a plateau, one more for each of the metrics."""
    scheduler = torch.optim.lr_scheduler

    def optimizer():
        return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=BASE_RATE, momentum=0.9)

    def rates(make):
        of = optimizer()
        schedule, found = make(of), []
        for _ in range(PLACES):
            found.append(of.param_groups[0]["lr"])
            of.step()
            schedule.step()
        return torch.tensor(found, dtype=torch.float64)

    def warm_up(of, count, then):
        linear = scheduler.LinearLR(of, total_iters=count)
        return scheduler.SequentialLR(of, [linear, then], milestones=[count])

    # A chain reads the rate that the one before it has left, and all begin with the first rate already set.
    def chain(of, *schedules):
        return scheduler.ChainedScheduler([make(of) for make in schedules], optimizer=of)

    s = scheduler
    golden = {name: rates(make) for name, make in {
        "constant": lambda o: s.ConstantLR(o),
        "linear": lambda o: s.LinearLR(o, start_factor=0.25, end_factor=0.75, total_iters=40),
        "linear.default": lambda o: s.LinearLR(o),
        "polynomial": lambda o: s.PolynomialLR(o, total_iters=50, power=1.7),
        "step": lambda o: s.StepLR(o, step_size=7),
        "multi_step": lambda o: s.MultiStepLR(o, milestones=[3, 20, 41], gamma=0.3),
        "exponential": lambda o: s.ExponentialLR(o, gamma=0.93),
        "cosine": lambda o: s.CosineAnnealingLR(o, T_max=25, eta_min=0.01),
        "warm_restarts": lambda o: s.CosineAnnealingWarmRestarts(o, T_0=4, T_mult=2, eta_min=0.001),
        "warm_restarts.even": lambda o: s.CosineAnnealingWarmRestarts(o, T_0=11),
        "one_cycle": lambda o: s.OneCycleLR(o, max_lr=0.5, total_steps=PLACES + 1),
        "one_cycle.linear": lambda o: s.OneCycleLR(o, max_lr=0.5, total_steps=PLACES + 1, pct_start=0.45, div_factor=10,
                                                   final_div_factor=100, anneal_strategy="linear"),
        "one_cycle.three": lambda o: s.OneCycleLR(o, max_lr=0.5, total_steps=PLACES + 1, three_phase=True),
        "warm_up": lambda o: warm_up(o, 8, s.CosineAnnealingLR(o, T_max=PLACES - 8)),
        "sequence": lambda o: s.SequentialLR(o, [s.ConstantLR(o, factor=0.5, total_iters=100),
                                                 s.ExponentialLR(o, gamma=0.9), s.StepLR(o, step_size=5)],
                                             milestones=[10, 30]),
        "chain": lambda o: chain(o, lambda o: s.LinearLR(o, total_iters=12), lambda o: s.ExponentialLR(o, gamma=0.95),
                                 lambda o: s.StepLR(o, step_size=20, gamma=0.5)),
    }.items()}

    torch.manual_seed(6)
    losses = 2 * torch.exp(-torch.arange(PLACES, dtype=torch.float64) / 15) + 0.2 * torch.rand(PLACES, dtype=torch.float64)
    golden["plateau.metric"] = losses
    for name, settings in {
        "plateau": {"patience": 2, "factor": 0.5},
        "plateau.cooldown": {"patience": 1, "factor": 0.3, "cooldown": 3, "min_lr": 1e-3, "threshold": 0.05},
        "plateau.absolute": {"patience": 0, "factor": 0.7, "threshold": 0.1, "threshold_mode": "abs", "eps": 1e-3},
        "plateau.max": {"patience": 3, "mode": "max"},
    }.items():
        of = optimizer()
        schedule, found = s.ReduceLROnPlateau(of, **settings), [BASE_RATE]
        for loss in losses.tolist():
            schedule.step(loss)
            found.append(of.param_groups[0]["lr"])
        golden[name] = torch.tensor(found, dtype=torch.float64)
    return golden


def all_but_activations():
    files = {"softmax.golden": softmax(), "losses.golden": losses(), "schedules.golden": schedules()}
    files |= {"optimizers.golden": optimizers(), "lbfgs.golden": lbfgs()}
    return files | networks(NETWORKS)


def networks(names):
    files = {}
    for name in names:
        files[f"{name}.model"], files[f"{name}.golden"] = network(*NETWORKS[name])
    return files


def main():
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    if sys.argv[1:2] == ["--activation"]:
        directory, names, files = HERE, sys.argv[2:], {}
    elif sys.argv[1:2] == ["--network"]:
        directory, names, files = HERE, [], networks(sys.argv[2:])
    else:
        directory = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
        names, files = list(activation_names()), all_but_activations()
    files |= {f"activations/{name}": activation(name) for name in names}

    (directory / "activations").mkdir(exist_ok=True)
    for name, tensors in files.items():
        assert all(t.isfinite().all() for t in tensors.values()), f"{name} holds a number that is not finite"
        save_file({n: t.contiguous() for n, t in tensors.items()}, directory / f"{name}.safetensors")


if __name__ == "__main__":
    main()
