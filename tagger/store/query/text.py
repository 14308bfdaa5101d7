"""Text compared without case and accents, in plain SQL.

Tags and labels are few, so they are scanned with GLOB: a letter becomes the class of its variants, such as
``[EeÉéÈè…]``. Functions of Python's own would have to be registered on every connection.
Names and captions have an FTS5 index.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from tagger.store.query.condition import Condition

LONGEST = 300
"""Characters of a text to compare; each may become a class of 130 bytes, and SQLite takes patterns of 50,000."""

WALKED = "walked_fts"
"""A full-text index of only those photos that are being asked one after the other: a word that is in a million names
takes half a second to gather from the whole index, and the index cannot be asked for one photo."""

_WITH_ACCENTS = itertools.chain(range(0x41, 0x5B), range(0xC0, 0x250), range(0x370, 0x400), range(0x1E00, 0x2000))
_BETWEEN_WORDS = "[] |/\\_.,;:!?()[{}<>&+*=~@#%$'’`\"“”«»–—·-]"
# Scripts that do not part their words: Thai to Khmer, kana, CJK.
_UNPARTED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSHOWN = re.compile("[\ud800-\udfff\ufffd]")


def globs(text: str, before: str = "", after: str = "") -> tuple[str, ...]:
    """GLOB patterns of which one matches any spelling of the text; ``before`` and ``after`` are added as they stand."""
    spellings = ["".join(map(_variants, _without_accents(text)))]
    if (
        not text.isascii()
    ):  # also as it stands: decomposed as macOS names files, or a letter that casefolding spells out
        spellings += ["".join(map(_cases, unicodedata.normalize(form, text))) for form in ("NFC", "NFD")]
    return tuple(dict.fromkeys(before + spelling + after for spelling in spellings))


def word_globs(text: str, *, whole: bool) -> tuple[str, ...]:
    """GLOB patterns that find the text at the start of a word, for a column with a space put before and after it.

    Args:
        text: What is looked for.
        whole: It must end where a word ends, too.
    """
    before = "*" if has_no_word_start(text) else f"*{_BETWEEN_WORDS}"
    return globs(text, before, f"{_BETWEEN_WORDS}*" if whole and not has_no_word_start(text) else "*")


def has_no_word_start(text: str) -> bool:
    """Whether the full-text index cannot find the text, since it sees no word in it or none that starts there."""
    return not any(character.isalnum() for character in text) or _UNPARTED.search(text) is not None


def full_text(text: str, columns: str, *, whole: bool) -> str:
    """An FTS5 expression; everything in the text is taken literally.

    Args:
        text: What is looked for, as adjacent words.
        columns: Where, such as ``name caption``.
        whole: The last word is not a prefix.
    """
    quoted = _UNSHOWN.sub(" ", text).replace('"', '""')
    return f'{{{columns}}} : "{quoted}"{"" if whole else " *"}'


def matching(expression: str) -> Condition:
    """The statement that gives the photos in which an FTS5 expression is found; ``each`` is of `WALKED`, see there."""
    found = "SELECT rowid FROM {0} WHERE {0} MATCH ?"
    return Condition(found.format("photos_fts"), (expression,), Condition(found.format(WALKED), (expression,)))


def folded(text: str) -> str:
    """The text as tags are compared; the same as ``tags.folded`` for that tag."""
    return storable(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()))


def storable(text: str) -> str:
    """The text as names are stored: what is not valid text becomes U+FFFD."""
    return _UNSHOWN.sub("\ufffd", text)


@functools.cache
def _accented() -> dict[str, list[str]]:
    variants: dict[str, list[str]] = {}
    for character in map(chr, _WITH_ACCENTS):
        base = _bare(character.casefold())
        if len(base) == 1:
            variants.setdefault(base, []).append(character)
    return variants


@functools.cache
def _plain() -> dict[str, str]:
    return {variant: base for base, variants in _accented().items() for variant in variants}


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _without_accents(text: str) -> str:
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    plain = _plain()
    return "".join(plain.get(character, character) for character in composed)


def _variants(character: str) -> str:
    return _class(character, _accented().get(character, ()))


def _cases(character: str) -> str:
    return _class(character, ())


def _class(character: str, more: tuple[str, ...] | list[str]) -> str:
    if _UNSHOWN.match(character):
        return "*"  # bytes that are no text are kept in more than one way
    members = {character, character.upper(), character.lower(), *more}
    single = sorted(member for member in members if len(member) == 1)
    return character if len(single) == 1 and character not in "*?[" else f"[{''.join(single)}]"
