"""Read a TOML file, or say what is wrong with it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from sourcebook.errors import Problem


def read_toml(path: Path, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """Return a file's tables and the problem that kept them from being read, if there is one.

    `file` is the path to name in the message. A missing or unreadable file, a byte order mark and
    a slip in the syntax are each a problem; the tables are then empty.
    """
    try:
        text = path.read_bytes().decode("utf-8")
        if text.startswith("\ufeff"):
            rule = "the file begins with a byte order mark (BOM)"
            return {}, [Problem(file, "line 1", rule, "save it as UTF-8 without BOM")]
        return tomllib.loads(text), []
    except FileNotFoundError:
        return {}, [Problem(file, "file", "there is no such file", "restore it, or mend its name")]
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        return {}, [Problem(file, "file", reason, "name a file that can be read")]
    except UnicodeDecodeError as error:
        return {}, [Problem(file, "file", f"not UTF-8 at byte {error.start}", "save it as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return {}, [Problem(file, "file", f"not readable as TOML: {error}", "mend that line")]
