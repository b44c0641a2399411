"""README, CONTRIBUTING and the corpus README say what is so."""

import doctest
import re
import subprocess
import tomllib

import pytest

from sourcebook import load_corpus, tables
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.notebook_rules import AUDIENCE_TAGS, SETUP
from sourcebook.handouts.parameters import TAG
from sourcebook.handouts.plan import read_plan
from sourcebook.layers import LAYERS
from sourcebook.scoring import lines, score


def _read(root, name):
    return (root / name).read_text(encoding="utf-8")


def test_the_readme_maps_everything_at_the_top(root):
    shown = re.search(r"## What is where\n(.*?)\n## ", _read(root, "README.md"), re.DOTALL)[1]
    named = set(re.findall(r"`([\w./]+)`", shown))
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    top = {name.split("/")[0] + ("/" if "/" in name else "") for name in tracked}
    expected = {name for name in top if not name.startswith(".")} - {"README.md"}
    assert expected <= named
    for name in named:
        assert (
            (root / name).exists()
            or (root / "notebooks" / f"{name}.ipynb").exists()
            or (root / "lib" / name).exists()
        ), name


def test_the_readmes_python_runs(root):
    ran = doctest.testfile(str(root / "README.md"), module_relative=False)
    assert ran.attempted >= 5
    assert ran.failed == 0


def test_the_readmes_plan_is_a_plan(root, tmp_path):
    text = re.search(r"```toml\n(.*?)```", _read(root, "README.md"), re.DOTALL)[1]
    path = tmp_path / "delegation.toml"
    path.write_text(text, encoding="utf-8")
    assert [handout.name for handout in read_plan(path, read_kit(root))] == [
        "delegation-opinion",
        "delegation-trade",
    ]


def test_the_readme_explains_every_parameter(root):
    shown = re.search(r"## Change a parameter\n(.*?)\n## ", _read(root, "README.md"), re.DOTALL)[1]
    explained = set(re.findall(r"^\| (`[^|]+`) \|", shown, re.MULTILINE))
    explained = {name for row in explained for name in re.findall(r"`(\w+)`", row)}
    declared = {name for nb in read_kit(root).notebooks.sound.values() for name in nb.parameters}
    assert explained == declared


def test_contributing_lists_every_cell_tag(root):
    listed = re.findall(
        r"^\| `([\w-]+)` \| (?:is|opens|appears)", _read(root, "CONTRIBUTING.md"), re.M
    )
    assert set(listed) == {TAG, SETUP, *AUDIENCE_TAGS}


def test_contributing_lists_the_fields_of_every_registry(root):
    text = _read(root, "CONTRIBUTING.md")
    for registry, (label, others) in REGISTRIES.items():
        row = re.search(rf"^\| `{registry}` \| (.*) \|$", text, re.M)
        assert row, registry
        assert set(re.findall(r"`(\w+)`", row[1])) == {label, *others.split()}, registry


def test_contributing_names_every_room_of_the_library(root):
    rows = re.findall(r"^\| (`[^|]*`) \|", _read(root, "CONTRIBUTING.md"), re.M)
    named = {name for row in rows for name in re.findall(r"`([a-z]+)`", row)}
    rooms = {
        path.stem
        for path in (root / "lib" / "sourcebook").iterdir()
        if not path.name.startswith("_") and path.suffix in ("", ".py")
    }
    assert rooms <= named


def test_the_datasheet_describes_every_layer_and_column(root):
    text = _read(root, "corpus/README.md")
    for layer in LAYERS.values():
        assert f"**{layer.name}**" in text, layer.name
        for column in layer.columns:
            assert f"`{column.name}`" in text, (layer.name, column.name)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_has_its_table(layer):
    assert callable(getattr(tables, layer))


@pytest.mark.parametrize("place", ["README.md", "benchmarks/score.md"])
@pytest.mark.parametrize("kit", [".", "benchmarks/invented"])
def test_the_printed_score_is_what_the_rules_score_today(root, place, kit):
    """If it fails: run sourcebook score, and take its tables over into the README."""
    table = [line for line in lines("", score(load_corpus(root / kit))) if line.startswith("|")]
    assert "\n".join(table) in _read(root, place)


def test_the_version_is_the_changelogs_first(root):
    version = tomllib.loads(_read(root, "pyproject.toml"))["project"]["version"]
    assert re.search(r"^## (\S+)", _read(root, "CHANGELOG.md"), re.M)[1] == version
    from sourcebook import __version__

    assert __version__ == version


# A path of somebody's machine: at the beginning of a word, not in the middle of an address.
MACHINES = re.compile(r"(?:file://|(?<![\w.~*)}\]/-]))/(?:home|opt|root|tmp|work|Users)\b(?![\w-])")


def test_no_file_names_a_path_of_one_machine(root):
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    files = [root / name for name in tracked if name and (root / name).is_file()]
    texts = {path: path.read_bytes() for path in files}
    texts = {path: raw.decode("utf-8") for path, raw in texts.items() if b"\0" not in raw}
    assert {".css", ".csv", ".ipynb", ".j2", ".lock", ".md", ".py", ".toml", ".txt", ".yml"} <= {
        path.suffix for path in texts
    }
    assert {"Makefile", "run", "LICENSE"} <= {path.name for path in texts}
    found = [
        (path.relative_to(root).as_posix(), text[max(0, hit.start() - 20) : hit.end() + 20])
        for path, text in texts.items()
        for hit in MACHINES.finditer(text)
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["home", "opt", "root", "tmp", "work", "Users"])
def test_a_path_of_one_machine_would_be_seen(folder):
    for before in ("", " ", '"', "`", "(", "=", ":", "file://"):
        for after in ("", "/x", "."):
            assert MACHINES.search(f"{before}/{folder}{after}"), (before, after)
    assert not MACHINES.search(f"https://example.org/{folder}/x notes/{folder}.py /{folder}book")
