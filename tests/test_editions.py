"""Every lesson, for editions that nobody planned: one article alone, the twins, odd days."""

import ast
import itertools
import re

import nbformat
import pytest
from lessons import LESSONS

EDITIONS = [
    ([], "2020-11-17"),
    ([], "2020-12-31"),
    ([], "2023-03-09"),
    ([], "2023-03-31"),
    (["beijing-urges-seoul"], "2023-03-31"),
    (["reset-button"], "2023-03-31"),
    (["seoul-beefs-up-diplomacy"], "2023-03-31"),
    (["drop-trade-dispute"], "2023-03-31"),
    (["warming-fast"], "2023-03-31"),
    (["reset-button", "drop-trade-dispute"], "2023-03-31"),
    (["beijing-urges-seoul", "warming-fast"], "2023-03-31"),
]


def _shown(path, **parameters):
    """Run a lesson's cells in this process and return what they show, as text, in order."""
    names, shown = {}, []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            shown.append(cell.source)
            continue
        tree = ast.parse(cell.source)
        last = tree.body.pop().value if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path.name, "exec"), names)
        if "parameters" in cell.metadata.get("tags", []):
            names.update(parameters)
        value = eval(compile(ast.Expression(last), path.name, "eval"), names) if last else None
        if value is not None:
            shown.append(repr(value))
    return [text for text in shown if text]


@pytest.mark.parametrize("terms", ["as-published", "neutral"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_edition_makes_sense(root, monkeypatch, lesson, terms):
    monkeypatch.chdir(root)
    for articles, as_of in EDITIONS:
        path = root / "notebooks" / f"{lesson}.ipynb"
        shown = _shown(path, articles=articles, as_of=as_of, terms=terms)
        where = (articles, as_of)
        for text, below in itertools.pairwise(shown):
            alone = text.startswith("## ") and "\n" not in text.strip()
            assert not (alone and below.startswith("## ")), (where, text)
        whole = "\n".join(shown)
        assert not re.search(r"\b(None|nan|NaT)\b", whole), where
        if as_of.startswith("2020"):
            assert "Yoon" not in whole and "64%" not in whole, where


def test_a_sample_size_that_the_reader_assumes_is_marked_as_an_assumption(root, monkeypatch):
    monkeypatch.chdir(root)
    path = root / "notebooks" / "04_public_opinion.ipynb"
    assumed = "\n".join(_shown(path, assumed_sample_size=1000))
    assert "[Assumption, not a source] If 1000 people had been asked" in assumed
    assert "64% would carry about ±3.0 points at 95% confidence" in assumed
    plain = "\n".join(_shown(path))
    assert "±" not in plain and "Assumption" not in plain
    with pytest.raises(ValueError, match="sample size 0 be at least 1"):
        _shown(path, assumed_sample_size=0)
