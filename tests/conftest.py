"""What every test may ask for: the kit's root, its corpus, and a copy that a test may break."""

from __future__ import annotations

import shutil
from pathlib import Path

import hypothesis
import pytest
from invented import build

from sourcebook import load_corpus

# The same examples on every machine, and no clock: a slow machine is no bug.
hypothesis.settings.register_profile("kit", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("kit")


@pytest.fixture(scope="session")
def root():
    """The kit itself, which no test may change."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus(root):
    """The real corpus, read once; it is frozen."""
    return load_corpus(root)


@pytest.fixture
def kit(root, tmp_path):
    """A function that copies ``corpus/`` and the given files or folders, and returns the copy."""

    def copy(*others):
        for name in ("corpus", *others):
            if (root / name).is_dir():
                shutil.copytree(root / name, tmp_path / name)
            else:
                shutil.copy(root / name, tmp_path / name)
        return tmp_path

    return copy


@pytest.fixture
def run(monkeypatch):
    """A function that calls the command inside a folder, and returns what it said."""
    from click.testing import CliRunner

    from sourcebook.cli import main

    def invoke(folder, *arguments):
        monkeypatch.chdir(folder)
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture(scope="session")
def rendered(root, tmp_path_factory):
    """The default plan, rendered once into a folder that no test may change."""
    from sourcebook.handouts.kit import read_kit
    from sourcebook.handouts.plan import read_plan
    from sourcebook.handouts.render import render

    kit = read_kit(root)
    out = tmp_path_factory.mktemp("handouts")
    outcomes = render(read_plan(root / "briefings.toml", kit), kit.corpus, out)
    assert [outcome.error for outcome in outcomes if not outcome.ok] == []
    return out


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    """The corpus of the invented kit, whose folder no test may change."""
    return load_corpus(build(tmp_path_factory.mktemp("invented")))
