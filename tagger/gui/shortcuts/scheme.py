"""A scheme of keys as a file: the same table as in the settings, so that it can be read, edited and pasted there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tagger.errors import TaggerError, UsageError
from tagger.gui.language.core import said_of
from tagger.settings import TABLES, Texts, toml_file

SUFFIX = ".toml"
_HEADING = "Keys of Tagger that differ from the usual ones. An empty list takes all keys away."


def write(path: Path, overrides: Mapping[str, Texts]) -> None:
    """Write overrides to a file, at once or not at all.

    Raises:
        TaggerError: it cannot be written; what was there is as before.
    """
    import tomlkit

    document = tomlkit.document()
    document.add(tomlkit.comment(_HEADING))
    table = tomlkit.table()
    for name, texts in sorted(overrides.items()):
        table.add(name, list(texts))
    document.add("shortcuts", table)
    try:
        toml_file.replace(path, tomlkit.dumps(document))
    except OSError as error:
        raise TaggerError(f"The keys cannot be saved in {path}: {error.strerror}.", "Choose another folder.") from error


def read(path: Path) -> tuple[dict[str, Texts], list[str]]:
    """The overrides of a file, and what of it is not understood, one sentence each.

    Raises:
        UsageError: it is no scheme of keys.
        TaggerError: it cannot be read.
    """
    try:
        is_file = path.is_file()
    except OSError:
        is_file = False
    if not is_file:
        raise TaggerError(f"There is no file {path}.", "Choose a file that was exported from here.")
    content = toml_file.parsed(toml_file.read(path), path).get("shortcuts")
    if not isinstance(content, dict):
        raise UsageError(f"{path.name} has no table [shortcuts].", "Choose a file that was exported from here.")
    found = dict(TABLES["shortcuts"].read(content))
    problems = [f"{path.name}: {said_of(texts)}" for texts in found.values() if isinstance(texts, UsageError)]
    return {name: texts for name, texts in found.items() if not isinstance(texts, UsageError)}, problems
