"""The programs that are compiled: one crate outside the workspace, as a user has it, with a program for each network."""

import re
from dataclasses import dataclass

import timing

EMPTY = "empty"

MANIFEST = """\
[package]
name = "programs"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
static-nn = {{ path = "{root}" }}
"""

SOURCE = """\
use static_nn::prelude::*;

network! {{
    {network}
}}

fn main() {{
    let adam = Adam::new(1e-3);
    let mut net = Net::boxed(1);
    let (mut workspace, mut state) = (Workspace::new(), State::new::<Net>(&adam));
    let (xs, ys) = (vec![[0.5; {inputs}]; 32], vec![[0.5; {outputs}]; 32]);
    net.train_step(&mut workspace, &adam, &mut state, &xs, &ys, MeanSquaredError).unwrap();
    println!("{{:?}}", net.forward(&xs[0]));
    {more}
}}
"""

GRADIENT = """\
let gradient = net.gradient(&mut workspace, &xs[0], &ys[0], MeanSquaredError).unwrap();
    println!("{:?}", gradient.as_slice());"""


@dataclass
class Program:
    name: str
    title: str
    inputs: int
    layers: str
    outputs: int
    more: str = ""
    shape: str = ""

    @property
    def network(self):
        return f"struct Net {{ input: [{self.shape or self.inputs}], {self.layers} }}"

    @property
    def source(self):
        return SOURCE.format(network=self.network, inputs=self.inputs, outputs=self.outputs, more=self.more)


def deep(layers, width):
    title = f"{layers} x (`Dense({width})`, `Relu`)"
    return Program(f"deep-{layers}-of-{width}", title, width, f"Dense({width}), Relu, " * layers, width)


def deep_with_gradient(layers, width):
    program = deep(layers, width)
    program.name += "-gradient"
    program.title += ", and a gradient"
    program.more = GRADIENT
    return program


def wide(width):
    return Program(f"wide-{width}", f"64-{width}-10", 64, f"Dense({width}), Relu, Dense(10)", 10)


def convolutions(layers):
    title = f"{layers} x (`Conv2d(8, kernel = 3, padding = same)`, `Relu`)"
    layers = "Conv2d(8, kernel = 3, padding = same), Relu, " * layers + "GlobalAvgPool2d"
    return Program(f"convolutions-{title.split()[0]}", title, 512, layers, 8, shape="8, 8, 8")


LENET5 = Program(
    "lenet5",
    "LeNet-5",
    784,
    "Conv2d(6, kernel = 5), Relu, MaxPool2d(2), Conv2d(16, kernel = 5), Relu, MaxPool2d(2), "
    "Flatten, Dense(120), Relu, Dense(84), Relu, Dense(10)",
    10,
    shape="1, 28, 28",
)

ALL = [
    *(deep(layers, 16) for layers in (1, 4, 16, 64)),
    *(deep(layers, 64) for layers in (1, 4, 16, 64)),
    *(deep_with_gradient(layers, 16) for layers in (16, 64)),
    *(wide(width) for width in (16, 64, 256, 1024, 4096)),
    *(convolutions(layers) for layers in (1, 4, 16, 64)),
    LENET5,
]


def generate(crate):
    """Writes the crate anew and returns its directory."""
    sources = crate / "src" / "bin"
    sources.mkdir(parents=True, exist_ok=True)
    (crate / "Cargo.toml").write_text(MANIFEST.format(root=timing.ROOT))
    timing.pin_versions(crate)
    (sources / f"{EMPTY}.rs").write_text("fn main() {}\n")
    for program in ALL:
        (sources / f"{program.name}.rs").write_text(program.source)
    return crate


def generate_one(crate, more):
    """Writes a crate with one program, and `more` at the end of its manifest."""
    (crate / "src").mkdir(parents=True, exist_ok=True)
    (crate / "Cargo.toml").write_text(MANIFEST.format(root=timing.ROOT) + "\n" + more)
    timing.pin_versions(crate)
    (crate / "src" / "main.rs").write_text(wide(16).source)


def profile_of_the_readme():
    """The profile of debug builds that the README tells users to write."""
    readme = (timing.ROOT / "README.md").read_text()
    return re.search(r"^\[profile\.dev\.package\.[^`]*", readme, re.MULTILINE).group()
