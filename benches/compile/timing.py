"""Runs cargo: compiles one target of a crate again and again, and takes the time."""

import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 3

# The command of each kind of build, and the directory of its profile.
KINDS = [(["check"], "debug"), (["build"], "debug"), (["build", "--release"], "release")]


@dataclass
class Time:
    cpu: float
    wall: float

    def __str__(self):
        return f"{self.cpu:.2f} s ({self.wall:.2f})"


@functools.cache
def target_directory():
    """Where cargo builds the repository."""
    command = ["cargo", "metadata", "--no-deps", "--format-version", "1"]
    metadata = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return Path(json.loads(metadata)["target_directory"])


def built_at(crate):
    """The target directory of a crate: the generated ones share none with the repository."""
    return target_directory() if crate == ROOT else crate / "target"


def cargo(crate, arguments):
    subprocess.run(command(crate, arguments), cwd=crate, env=environment(), check=True)


def timed_cargo(crate, arguments):
    """The same as a measurement; the shell takes the time, so that what goes before it does not count."""
    shell = ["bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" 2>/dev/null", "bash"]
    wall, user, system = map(float, measurement([*shell, *command(crate, arguments)], crate).stderr.split())
    return Time(user + system, wall)


def measurement(line, directory=ROOT):
    """Runs a command line under the command that stands on this program's own command line, if any."""
    line = [*sys.argv[1:], *line]
    return subprocess.run(line, cwd=directory, env=environment(), check=True, capture_output=True, text=True)


def command(crate, arguments):
    return ["cargo", *arguments, "--quiet", "--target-dir", built_at(crate)]


def environment():
    """Without settings of the user's shell that change what is built."""
    return {name: value for name, value in os.environ.items() if name not in ("RUSTFLAGS", "CARGO_INCREMENTAL")}


def pin_versions(crate):
    """Gives a generated crate the compiler and the dependencies that the repository is tested with."""
    for file in ("Cargo.lock", "rust-toolchain.toml"):
        shutil.copy(ROOT / file, crate / file)


def build_dependencies(crate, target):
    for arguments, _ in KINDS:
        cargo(crate, [*arguments, *target])


def compile_alone(crate, target):
    """The median time of compiling `target` from nothing, for each kind of build. What it depends on has been built."""
    return [compile_once_more(crate, target, *kind) for kind in KINDS]


def compile_once_more(crate, target, arguments, profile):
    times = []
    for _ in range(REPEATS):
        source(crate, target).touch()
        shutil.rmtree(built_at(crate) / profile / "incremental", ignore_errors=True)
        times.append(timed_cargo(crate, [*arguments, *target]))
    return Time(statistics.median(time.cpu for time in times), statistics.median(time.wall for time in times))


def source(crate, target):
    kind, name = target
    return crate / {"--bin": "src/bin", "--example": "examples"}[kind] / f"{name}.rs"


def stripped_size(crate, program):
    cargo(crate, ["build", "--release", "--bin", program])
    path = built_at(crate) / "release" / program
    stripped = path.with_suffix(".stripped")
    subprocess.run(["strip", "-o", stripped, path], check=True)
    return stripped.stat().st_size


def publish(name, text):
    """Prints a page and keeps it beside those of the other benches."""
    path = target_directory() / "bench-results" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(text)
