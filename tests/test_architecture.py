"""Arrows point one way: a module imports only from lines above its own, and loads what it needs."""

import ast
import subprocess
import sys

import pytest

# DESIGN.md's order. Rooms on one line don't know each other.
LINES = [
    "errors span interval",
    "article annotation interface layers",
    "corpus",
    "annotate reuse evidence polling",
    "edition intake scoring",
    "exchange",
    "tables",
    "charts reading",
    "lesson",
    "exercises",
    "handouts",
    "explore",
    "cli",
]
RANK = {room: rank for rank, line in enumerate(LINES) for room in line.split()}
# These also run in a browser, where nothing else is installed.
CORE = " ".join(LINES[:4]).split()
HEAVY = "pandas numpy matplotlib nbconvert papermill ipywidgets jinja2 mistune".split()
HEAVY += ["nh3", "bs4", "fontTools", "weasyprint"]


def room_of(path, package):
    first = path.relative_to(package).parts[0]
    return first.removesuffix(".py")


def modules(root):
    package = root / "lib" / "sourcebook"
    found = [(room_of(path, package), path) for path in sorted(package.rglob("*.py"))]
    assert len(found) > 30
    return found


def imported(path):
    """Every absolute name that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            if node.module == "sourcebook":
                yield from (f"sourcebook.{alias.name}" for alias in node.names)
            else:
                yield node.module


def test_every_room_has_its_line(root):
    rooms = {room for room, _ in modules(root)} - {"__init__"}
    assert rooms - set(RANK) == set(), "add the new room to DESIGN.md's order and to LINES"


def test_modules_import_only_from_lines_above_their_own(root):
    wrong = []
    for room, path in modules(root):
        if room == "__init__":
            continue
        for name in imported(path):
            top, _, rest = name.partition(".")
            target = rest.partition(".")[0]
            # The package's front door (sourcebook.load_corpus) opens onto the corpus.
            rank = RANK.get(target, RANK["corpus"])
            if top == "sourcebook" and target != room and rank >= RANK[room]:
                wrong.append((path.relative_to(root).as_posix(), name))
    assert wrong == []


# Inside annotate: from the parts of a page to who says what in it.
ANNOTATE = ["zones", "html sentences", "page", "names dates figures", "speech wording", "__init__"]


def test_the_layers_of_annotate_build_on_those_before(root):
    rank = {name: rank for rank, line in enumerate(ANNOTATE) for name in line.split()}
    package = root / "lib" / "sourcebook" / "annotate"
    wrong = []
    for path in sorted(package.rglob("*.py")):
        own = room_of(path, package)
        for name in imported(path):
            if not name.startswith("sourcebook.annotate."):
                continue
            target = name.split(".")[2]
            if target != own and rank[target] >= rank[own]:
                wrong.append((path.relative_to(root).as_posix(), name))
    assert wrong == []


def test_the_front_door_opens_onto_core_rooms_only(root):
    door = root / "lib" / "sourcebook" / "__init__.py"
    targets = {name.split(".")[1] for name in imported(door) if name.startswith("sourcebook.")}
    assert targets <= set(CORE)


@pytest.mark.parametrize("name", CORE)
def test_core_rooms_need_the_standard_library_only(root, name):
    strangers = {
        (path.name, top)
        for room, path in modules(root)
        if room == name
        for top in {found.partition(".")[0] for found in imported(path)}
        if top not in sys.stdlib_module_names and top != "sourcebook"
    }
    assert strangers == set()


def test_importing_the_package_and_loading_the_corpus_is_light(root):
    code = (
        "import sys, sourcebook\n"
        "assert len(sourcebook.load_corpus().articles) == 5\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("room", "not_yet"),
    [
        ("evidence", HEAVY),
        ("tables", ["matplotlib", "nbconvert", "papermill", "ipywidgets"]),
        ("lesson", ["nbconvert", "papermill", "ipywidgets"]),
        ("cli", ["matplotlib", "nbconvert", "papermill", "ipywidgets"]),
    ],
)
def test_heavy_libraries_load_when_their_room_is_entered(root, room, not_yet):
    code = (
        f"import sys, sourcebook.{room}\n"
        f"print([name for name in {not_yet!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_every_module_can_be_read_in_a_sitting(root):
    long = {
        path.relative_to(root).as_posix(): lines
        for _, path in modules(root)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert long == {}


def test_the_engine_knows_nothing_of_the_topic(root):
    """Article ids and figures may stand in docstrings, as examples; code may not depend on them."""
    ids = {path.name for path in (root / "corpus" / "articles").iterdir()}
    ids |= {"reset-button", "warming-fast", "drop-trade-dispute", "Korea", "Japan", "Tokyo"}
    found = []
    for _, path in modules(root):
        tree = ast.parse(path.read_bytes())
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        found += [
            (path.name, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
            and any(name in node.value for name in ids)
        ]
    assert found == []


def test_the_package_offers_a_handful_of_names():
    import sourcebook

    assert sourcebook.__all__ == [
        "Annotation",
        "Article",
        "Corpus",
        "SourcebookError",
        "__version__",
        "load_corpus",
    ]
