"""What the palette can run, and which of it fits what was typed. Without Qt, so that it can be tested by thousands."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TYPO_LEAST = 75.0
"""`fuzz.partial_ratio` of a word with a slip of the finger, 0..100; below, it is another word."""

_CANNOT_RUN = 0.9
"""Of its score that is left to an entry that cannot be run now: enough to come before what fits less well."""

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette.

    Attributes:
        key: Names it across starts, for what was used recently, such as ``command:accept``.
        title: What it is called.
        path: Where it is found otherwise, such as a menu; dim.
        run: Does it.
        keys: Its shortcut as shown; empty for none.
        enabled: Whether it can be run now.
        icon: A word of `tagger.gui.icons`; empty for none.
        checked: Whether it is on; None for what is neither on nor off.
    """

    key: str
    title: str
    path: str
    run: Callable[[], object]
    keys: str = ""
    enabled: bool = True
    icon: str = ""
    checked: bool | None = None


Provider = Callable[[], Iterable[Entry]]
"""Gives the entries of one kind; asked anew each time the palette opens."""


def ranked(entries: Sequence[Entry], typed: str, recent: Sequence[str] = ()) -> list[Entry]:
    """The entries that fit, best first.

    Without a text these are all: the recently used first, then as they came. With one, the better match is first, and
    of two that match as well one that can be run now, then the one that was used more recently.
    """
    used = {key: len(recent) - place for place, key in enumerate(recent)}
    words = folded(typed).split()
    found = [(_worth(entry, words), used.get(entry.key, 0), entry) for entry in entries]
    fitting = [each for each in found if each[0] > 0.0]
    fitting.sort(key=lambda each: (-each[0], -each[1]))
    return [entry for _, _, entry in fitting]


def _worth(entry: Entry, words: Sequence[str]) -> float:
    fit = score(words, entry.title, entry.path)
    return fit if entry.enabled or not words else _CANNOT_RUN * fit


def score(words: Sequence[str], title: str, path: str) -> float:
    """How well folded words fit an entry, 0 for not at all; each word must be found in the title or the path."""
    total = 1.0
    for word in words:
        best = max(_word(word, folded(title)), 0.5 * _word(word, folded(path)))
        if best == 0.0:
            return _initials(words, title)
        total += best
    # Of two that have the words, the shorter one is meant.
    return total + (1.0 / (1 + len(title)) if words else 0.0)


@lru_cache(maxsize=32768)
def folded(text: str) -> str:
    """A text without case and accents."""
    parts = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


@lru_cache(maxsize=32768)
def _word(word: str, text: str) -> float:
    if text.startswith(word):
        return 100.0
    place = text.find(word)
    if place >= 0:
        return 80.0 if not text[place - 1].isalnum() else 50.0
    if len(word) < 4 or not text:
        return 0.0
    from rapidfuzz import fuzz

    # The first letter is seldom the wrong one.
    close = max((fuzz.ratio(word, part) for part in text.split() if part[0] == word[0]), default=0.0)
    return close * 0.4 if close >= _TYPO_LEAST else 0.0


def _initials(words: Sequence[str], title: str) -> float:
    """One word may be the first letters of the words of the title: ``ra`` is "Recognise all photos shown"."""
    first = "".join(word[0] for word in folded(title).split() if word[0].isalnum())
    return 30.0 if len(words) == 1 and len(words[0]) > 1 and first.startswith(words[0]) else 0.0
