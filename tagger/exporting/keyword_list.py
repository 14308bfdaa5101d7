"""The keyword list of Lightroom and Capture One: a text with one keyword a line.

Tabs put a keyword below the one above it. Synonyms follow a keyword one tab deeper, each ``{in braces}``; a name
``[in brackets]`` is a category, which is not exported into photos. Lightroom writes UTF-8; older and other programs
write UTF-16 with a mark, or the code page of Western Europe.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.errors import TaggerError, UsageError
from tagger.metadata.keywords import MAX_KEYWORD_CHARS, ancestors, clean, names, sanitise

MAX_BYTES = 16 << 20
MAX_KEYWORDS = 100_000
MAX_DEPTH = 40
MAX_PROBLEMS = 100

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TAB = 8


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword of a list: its tag, its synonyms, and whether it is a category."""

    tag: TagPath
    synonyms: tuple[str, ...] = ()
    category: bool = False


@dataclass(slots=True)
class KeywordList:
    """A list that was read; ``problems`` names lines that were left out, the first of them."""

    keywords: list[Keyword] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    left_out: int = 0


def lines(
    tags: Iterable[TagPath], synonyms: Mapping[TagPath, Iterable[str]], categories: Iterable[TagPath] = ()
) -> Iterator[str]:
    """A list of these tags and all that is above them, each line with its end."""
    known = {tag.casefold(): tag for each in (*tags, *synonyms) for tag in (*ancestors(each), each)}
    others = {tag.casefold(): tuple(found) for tag, found in synonyms.items()}
    bracketed = {tag.casefold() for tag in categories}
    for folded in sorted(known, key=lambda key: key.split(TAG_SEPARATOR)):
        parts = names(known[folded])
        indent, name = "\t" * (len(parts) - 1), clean(parts[-1])
        yield f"{indent}[{name}]\n" if folded in bracketed else f"{indent}{name}\n"
        for each in others.get(folded, ()):
            yield f"{indent}\t{{{clean(each)}}}\n"


def read(path: str) -> KeywordList:
    """Read a list from a file; see `parse`.

    Raises:
        TaggerError: the file cannot be read.
        UsageError: it is no keyword list.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise TaggerError(f"{path} cannot be read: {error.strerror or error}.", "Choose another file.") from error
    return parse(data)


def parse(data: bytes) -> KeywordList:
    """Read a list; lines that make no sense are left out and named.

    Raises:
        UsageError: it is no text, or larger than any keyword list.
    """
    if len(data) > MAX_BYTES:
        raise UsageError(f"The file is larger than {MAX_BYTES >> 20} MB.", "Choose a keyword list.")
    reader = _Reader()
    for number, line in enumerate(_text(data).splitlines(), 1):
        if reader.full:
            reader.refuse(number, f"more than {MAX_KEYWORDS:,} keywords")
            break
        if line.strip():
            reader.take(number, line)
    return reader.result()


def _text(data: bytes) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec)
    if b"\0" in data:  # UTF-16 without a mark: the zeros stand beside ASCII
        even, odd = data[::2].count(0), data[1::2].count(0)
        return _decoded(data, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252") if _fits(data, "cp1252") else data.decode("latin-1")


def _decoded(data: bytes, codec: str) -> str:
    try:
        found = data.decode(codec)
    except UnicodeDecodeError as error:
        raise UsageError("The file is no text.", "Choose a keyword list, as Lightroom exports it.") from error
    if "\0" in found:
        raise UsageError("The file is no text.", "Choose a keyword list, as Lightroom exports it.")
    return found


def _fits(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


@dataclass(slots=True)
class _Open:
    """A keyword that may still get synonyms and others below it."""

    indent: int
    tag: TagPath
    category: bool
    synonyms: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._found: dict[str, _Open] = {}
        self._list = KeywordList()

    @property
    def full(self) -> bool:
        return len(self._found) >= MAX_KEYWORDS

    def take(self, number: int, line: str) -> None:
        """Read one line."""
        bare = line.lstrip("\t ")
        indent = sum(_TAB if mark == "\t" else 1 for mark in line[: len(line) - len(bare)])
        bare = clean(bare)
        while self._open and self._open[-1].indent >= indent:
            self._open.pop()
        if bare.startswith("{") and bare.endswith("}"):
            self._synonym(number, bare[1:-1])
            return
        category = bare.startswith("[") and bare.endswith("]")
        name = sanitise(bare[1:-1] if category else bare)
        above = f"{self._open[-1].tag}{TAG_SEPARATOR}" if self._open else ""
        tag = TagPath(above + name)
        if not name:
            self.refuse(number, "no name")
        elif len(tag) > MAX_KEYWORD_CHARS or len(self._open) >= MAX_DEPTH:
            self.refuse(number, "too long or too deep")
        else:
            found = self._found.setdefault(tag.casefold(), _Open(indent, tag, category))
            self._open.append(_Open(indent, found.tag, category, found.synonyms))

    def _synonym(self, number: int, text: str) -> None:
        name = clean(text)
        if not self._open or not name or len(name) > MAX_KEYWORD_CHARS:
            self.refuse(number, "a synonym of nothing")
        else:
            self._open[-1].synonyms.setdefault(name.casefold(), name)

    def refuse(self, number: int, reason: str) -> None:
        """Leave a line out."""
        self._list.left_out += 1
        if len(self._list.problems) < MAX_PROBLEMS:
            self._list.problems.append(f"Line {number} was left out: {reason}.")

    def result(self) -> KeywordList:
        """All that was read."""
        self._list.keywords = [
            Keyword(each.tag, tuple(each.synonyms.values()), each.category) for each in self._found.values()
        ]
        return self._list
