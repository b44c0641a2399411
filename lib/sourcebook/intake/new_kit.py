"""Start a kit for another subject: a folder that renders at once and waits for articles."""

from __future__ import annotations

import shutil
from pathlib import Path

from sourcebook.corpus import load_corpus
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.errors import SourcebookError
from sourcebook.intake.rows import write_cells
from sourcebook.layers import LAYERS

_STARTER = Path(__file__).parent / "starter"
# Where each starter file goes. Two of them begin with a dot there, which packages leave out.
_FILES = {
    "README.md": "README.md",
    "briefings.toml": "briefings.toml",
    "gitignore.txt": ".gitignore",
    "gitattributes.txt": ".gitattributes",
    "catalog.toml": "corpus/catalog.toml",
    "datasheet.md": "corpus/README.md",
    "notebooks/01_first_look.ipynb": "notebooks/01_first_look.ipynb",
    **{f"vocabulary/{name}.toml": f"corpus/vocabulary/{name}.toml" for name in REGISTRIES},
}


def new_kit(folder: Path) -> Path:
    """Make a kit without articles: layout, empty vocabulary, a lesson, a plan.

    Parameters
    ----------
    folder
        Where; made if it does not exist, and empty if it does.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    SourcebookError
        If the folder is not empty or cannot be written.
    """
    made = not folder.exists()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise SourcebookError(
                f"{folder} is not an empty folder. Name a new one, or empty it: a kit must not "
                "overwrite anything."
            )
        _write(folder)
    except OSError as error:
        if made:
            shutil.rmtree(folder, ignore_errors=True)
        raise SourcebookError(
            f"{folder} cannot be written: {error.strerror}. Name another folder."
        ) from None
    load_corpus(folder)
    return folder


def _write(folder: Path) -> None:
    files = {to: (_STARTER / name).read_bytes() for name, to in _FILES.items()}
    for layer in LAYERS.values():
        files[f"corpus/annotations/{layer.name}.csv"] = write_cells(layer.header).encode()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "corpus" / "articles").mkdir()
