"""Tags as words and paths: how keywords of files become tags, and how tags become keywords that every program can read.

Pure functions; no file is touched.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence

from tagger.entities import TAG_SEPARATOR, TagPath

MAX_KEYWORDS = 10_000
MAX_KEYWORD_CHARS = 1_000

# XML 1.0 cannot hold most of these, and no person can read them. Joiners (U+200D) stay: emoji and Indic scripts do.
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")
_SPACES = re.compile(r"\s+")
# darktable splits keywords at commas; "/" and "|" separate the levels of digiKam and Lightroom, and Immich swaps them.
_REPLACED = str.maketrans({"|": "-", "/": "-", ",": " "})


def clean(name: str) -> str:
    """The name in NFC with unreadable characters turned to spaces and the ends trimmed; may be empty."""
    if name.isascii() and name.isprintable():
        return name.strip()
    return unicodedata.normalize("NFC", _UNREADABLE.sub(" ", name)).strip()


def fold(text: str) -> str:
    """The key under which two spellings count as the same word: canonical composition and case are ignored."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def sanitise(name: str) -> str:
    """The name as it may be written into a file, empty if nothing is left of it.

    ``|`` and ``/`` become ``-``, a comma becomes a space, runs of spaces one space.
    """
    return _SPACES.sub(" ", clean(name).translate(_REPLACED)).strip()


def names(tag: TagPath) -> tuple[str, ...]:
    """The names of a tag from the root to the leaf."""
    return tuple(tag.split(TAG_SEPARATOR))


def join(parts: Iterable[str]) -> TagPath:
    """The tag with these names from the root to the leaf; names that are empty once cleaned are left out."""
    return TagPath(TAG_SEPARATOR.join(name for part in parts for name in split(part, TAG_SEPARATOR)))


@functools.lru_cache(maxsize=4096)  # one export asks for the same few tags of thousands of photos, each many times
def sanitise_tag(tag: TagPath) -> TagPath:
    """The tag with each of its names as it may be written into a file; may be empty."""
    return join(sanitise(name) for name in names(tag))


def ancestors(tag: TagPath) -> tuple[TagPath, ...]:
    """The tags above this one, root first: ``Animal|Dog|Pug`` has ``Animal`` and ``Animal|Dog``."""
    parts = names(tag)
    return tuple(TagPath(TAG_SEPARATOR.join(parts[:depth])) for depth in range(1, len(parts)))


def words(tags: Iterable[TagPath]) -> tuple[str, ...]:
    """Leaves and ancestors as flat keywords, each once, in the order of the paths."""
    found: dict[str, str] = {}
    for tag in tags:
        for name in names(tag):
            found.setdefault(fold(name), name)
    return tuple(found.values())


def split(keyword: str, separator: str) -> tuple[str, ...]:
    """The names of a hierarchical keyword, cleaned, empty ones left out."""
    return tuple(part for part in map(clean, keyword.split(separator)) if part)


def tag_paths(hierarchical: Iterable[Sequence[str]], flat: Iterable[str]) -> tuple[TagPath, ...]:
    """The tags that the keywords of one photo mean, in the order found.

    A flat keyword that equals a component of a path of the same photo is absorbed, so that an export of leaves and
    ancestors comes back as the same tags. Of two spellings the first is kept. Keywords beyond `MAX_KEYWORDS` or
    `MAX_KEYWORD_CHARS` are left out.

    Args:
        hierarchical: each path as its names from the root to the leaf.
        flat: words without a place; one that holds ``|`` counts as a path.
    """
    found: dict[str, TagPath] = {}
    components: set[str] = set()
    for parts in hierarchical:
        tag = join(parts)
        if _admissible(tag, found):
            found.setdefault(fold(tag), tag)
            components.update(map(fold, names(tag)))
    for word in flat:
        tag = join([word])
        if _admissible(tag, found) and fold(tag) not in components:
            found.setdefault(fold(tag), tag)
    return tuple(found.values())


def _admissible(tag: TagPath, found: dict[str, TagPath]) -> bool:
    return 0 < len(tag) <= MAX_KEYWORD_CHARS and len(found) < MAX_KEYWORDS
