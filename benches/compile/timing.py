"""Runs cargo: compiles one target of a crate again and again, and takes the time."""

import functools
import json
import os
import resource
import shutil
import statistics
import subprocess
import time
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
    command = ["cargo", *arguments, "--target-dir", built_at(crate)]
    # The settings of this run are not those of the user's shell.
    environment = {name: value for name, value in os.environ.items() if name not in ("RUSTFLAGS", "CARGO_INCREMENTAL")}
    result = subprocess.run(command, cwd=crate, env=environment, capture_output=True, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} in {crate}:\n{result.stderr}")
    return result.stdout


def pin_versions(crate):
    """Gives a generated crate the compiler and the dependencies that the repository is tested with."""
    for file in ("Cargo.lock", "rust-toolchain.toml"):
        shutil.copy(ROOT / file, crate / file)


def build_dependencies(crate, target):
    for command, _ in KINDS:
        cargo(crate, [*command, *target])


def compile_alone(crate, target):
    """The median time of compiling `target` from nothing, for each kind of build. What it depends on has been built."""
    return [compile_once_more(crate, target, *kind) for kind in KINDS]


def compile_once_more(crate, target, command, profile):
    times = []
    for _ in range(REPEATS):
        source(crate, target).touch()
        shutil.rmtree(built_at(crate) / profile / "incremental", ignore_errors=True)
        before, start = processor_seconds(), time.monotonic()
        cargo(crate, [*command, *target])
        times.append((processor_seconds() - before, time.monotonic() - start))
    return Time(*(statistics.median(column) for column in zip(*times)))


def source(crate, target):
    kind, name = target
    return crate / {"--bin": "src/bin", "--example": "examples"}[kind] / f"{name}.rs"


def processor_seconds():
    """What all children up to now have used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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
