import re
import subprocess
import sys

from sourcebook import __version__


def test_check_counts_what_it_found_sound(run, root):
    result = run(root, "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert re.fullmatch(
        r"5 articles from 4 origins, \d+ annotations, 6 notebooks and \d+ planned handouts: "
        r"no problem found\n",
        result.stdout,
    )


def test_check_works_from_a_folder_inside_the_kit(run, root):
    assert run(root / "notebooks", "check").exit_code == 0


def test_check_lists_the_problems_of_corpus_and_notebooks_together(run, kit):
    home = kit("notebooks", "briefings.toml")
    (home / "notebooks" / "04_public_opinion.ipynb").write_text("{}", encoding="utf-8")
    (home / "corpus" / "annotations" / "hedges.csv").unlink()
    result = run(home, "check")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: 2 problems\ncorpus/annotations/hedges.csv, file: ")
    assert "\nnotebooks/04_public_opinion.ipynb, file: " in result.stderr


def test_outside_a_kit_the_message_says_where_to_go(run, tmp_path):
    result = run(tmp_path, "check")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: no kit here: neither ")
    assert "Run this inside a kit, or make one" in result.stderr


def test_render_refuses_an_unknown_name_before_anything_runs(run, root, tmp_path):
    result = run(root, "render", "--out", str(tmp_path / "out"), "--only", "public-opinion")
    assert result.exit_code == 1
    assert "no handout in the plan 'public-opinion'; did you mean 'public-opinion-" in result.stderr
    assert not (tmp_path / "out").exists()


def test_render_refuses_a_wrong_plan_before_anything_runs(run, root, tmp_path):
    plan = tmp_path / "mine.toml"
    plan.write_text('[handouts.one]\nnotebook = "01_background"\nas_off = 2020-12-31\n')
    result = run(root, "render", str(plan), "--out", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "mine.toml, [handouts.one]: no parameter of 01_background 'as_off'" in result.stderr
    assert not (tmp_path / "out").exists()


def test_help_ends_with_a_line_to_paste(run, root):
    assert "For example:  sourcebook render --only" in run(root, "--help").stdout
    for command in ("render", "check"):
        assert "For example:  sourcebook " in run(root, command, "--help").stdout


def test_version(run, root):
    assert run(root, "--version").stdout == f"sourcebook, version {__version__}\n"


def test_help_loads_none_of_the_heavy_libraries():
    code = (
        "import sys, sourcebook.cli; "
        "print([m for m in ('pandas', 'matplotlib', 'nbformat', 'papermill') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"
