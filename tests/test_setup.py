"""The files that set the kit up say the same: floors, pins, targets, what git holds."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lib" / "sourcebook"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PYPROJECT["project"]["dependencies"]
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
DEV = EXTRAS["dev"]
INTAKE = EXTRAS["intake"]
LOCKED = DEPENDENCIES + DEV + INTAKE + EXTRAS["parquet"] + EXTRAS["pdf"]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def floors(requirements: list[str]) -> dict[str, str]:
    """Give each package's specifier under its one spelling: jupyter-server for jupyter_server."""
    parsed = [Requirement(written) for written in requirements]
    return {canonicalize_name(one.name): str(one.specifier) for one in parsed}


def locked() -> list[tuple[Requirement, list[str]]]:
    """Read each requirement of the lock, with the hashes below it."""
    lines = LOCK.replace("\\\n", " ").splitlines()
    entries = [line.split("--hash=") for line in lines if line and not line.startswith("#")]
    return [(Requirement(first), [one.strip() for one in rest]) for first, *rest in entries]


def git(*arguments: str) -> list[str]:
    # safe.directory: a container's user often doesn't own the clone it was handed.
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


in_a_clone = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git clone")


# Floors


@pytest.mark.parametrize(
    ("package", "mended_in"),
    [("nbconvert", "7.17.1"), ("jupyter-server", "2.20.0"), ("jupyterlab", "4.5.7")],
)
def test_floors_leave_out_versions_with_known_advisories(package, mended_in):
    floor = floors(DEPENDENCIES)[package]
    assert floor.startswith(">=")
    assert Version(floor.removeprefix(">=")) >= Version(mended_in)


def test_every_dependency_has_a_floor_and_nothing_else():
    written = floors(DEPENDENCIES + [one for extra in EXTRAS.values() for one in extra])
    assert [name for name in written if not re.fullmatch(r">=[\d.]+", written[name])] == []


def test_conda_has_the_same_floors():
    conda = floors([one for one in ENVIRONMENT["dependencies"] if isinstance(one, str)])
    python, pip = conda.pop("python"), conda.pop("pip")
    assert (python, pip) == (PYPROJECT["project"]["requires-python"], "")
    assert conda == floors(DEPENDENCIES + INTAKE)


def test_conda_leaves_only_the_kit_to_pip():
    assert [one for one in ENVIRONMENT["dependencies"] if isinstance(one, dict)] == [
        {"pip": ["-e ."]}
    ]


def test_python_is_at_least_3_11():
    assert PYPROJECT["project"]["requires-python"] == ">=3.11"
    assert PYPROJECT["tool"]["mypy"]["python_version"] == "3.11"
    assert PYPROJECT["tool"]["ruff"]["target-version"] == "py311"
    assert "sys.version_info < (3, 11)" in MAKEFILE


def test_library_imports_only_what_is_declared():
    optional = [one for name in ("intake", "parquet", "pdf", "models") for one in EXTRAS[name]]
    declared = set(floors(DEPENDENCIES + optional)) | {"sourcebook"}
    owners = packages_distributions()
    strangers = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module]
            else:
                continue
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names:
                if declared.isdisjoint(canonicalize_name(one) for one in owners.get(top, [top])):
                    strangers.add((path.relative_to(ROOT).as_posix(), top))
    assert strangers == set()


# The lock


def test_every_dependency_is_locked_at_or_above_its_floor():
    pins = [(canonicalize_name(one.name), str(one.specifier)) for one, _ in locked()]
    for written in LOCKED:
        wanted = Requirement(written)
        found = [pin for name, pin in pins if name == canonicalize_name(wanted.name)]
        assert found, f"{wanted.name} is not in requirements.lock: run make lock"
        assert all(wanted.specifier.contains(pin.removeprefix("==")) for pin in found), (
            f"requirements.lock has {wanted.name}{found}, not {wanted.specifier}: run make lock"
        )


def test_every_line_of_the_lock_is_pinned_and_hashed():
    entries = locked()
    assert len(entries) > len(LOCKED)
    loose = [str(one) for one, _ in entries if not re.fullmatch(r"==[^,*]+", str(one.specifier))]
    unhashed = [
        str(one)
        for one, hashes in entries
        if not hashes or not all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes)
    ]
    assert (loose, unhashed) == ([], [])


def test_lock_names_no_address_and_no_index():
    options = {line.split()[0] for line in LOCK.splitlines() if line.startswith("-")}
    assert options == set()
    assert [line for line in LOCK.splitlines() if "://" in line or " @ " in line] == []


def test_lock_serves_windows_and_macos_too():
    markers = " ".join(str(one.marker) for one, _ in locked())
    assert 'os_name == "nt"' in markers
    assert 'sys_platform == "darwin"' in markers


def test_lock_says_how_to_make_it_anew():
    comment = [line for line in LOCK.splitlines() if line.startswith("#")]
    assert comment[-1].removeprefix("#").strip() == "make lock"
    assert "lock" in targets()


# Commands


def test_make_alone_checks_all():
    assert ".DEFAULT_GOAL := all\n" in MAKEFILE
    assert re.search(r"^all: check test\b", MAKEFILE, re.MULTILINE)


def test_venv_is_made_anew_when_the_lock_or_pyproject_changes():
    assert "$(INSTALLED): pyproject.toml requirements.lock\n" in MAKEFILE
    assert "install --require-hashes -r requirements.lock\n" in MAKEFILE


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documents_name_only_targets_there_are(document):
    text = (ROOT / document).read_text(encoding="utf-8")
    code = re.findall(r"^```.*?^```|^ {4}.+?$|`[^`\n]+`", text, re.DOTALL | re.MULTILINE)
    named = set(re.findall(r"\bmake ([a-z]+)", "\n".join(code)))
    assert named - targets() == set()
    assert {"handouts", "test", "check", "lab"} <= named


def test_ci_runs_what_the_readme_names_and_stops_at_the_first_failure():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert [line for line in lines if line.startswith("make ")] == [
        "make check",
        "make handouts",
        "make test",
    ]


# What travels with a clone


@in_a_clone
def test_git_holds_the_whole_library():
    seen = git("ls-files", "--cached", "--others", "--exclude-standard", "--", "lib/sourcebook")
    there = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert there - set(seen) == set()
    assert "lib/sourcebook/__init__.py" in there


@in_a_clone
def test_git_leaves_the_bytes_of_articles_alone():
    articles = sorted(path.name for path in (ROOT / "corpus" / "articles").iterdir())
    names = [f"corpus/articles/{name}" for name in articles]
    assert git("check-attr", "text", "--", *names) == [f"{name}: text: unset" for name in names]


def test_package_data_covers_every_file_that_is_not_python():
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["sourcebook"]
    carried = {path for pattern in patterns for path in PACKAGE.glob(pattern)}
    there = {
        path
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    }
    assert sorted(there - carried) == []
    assert PACKAGE / "py.typed" in there
