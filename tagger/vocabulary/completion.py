"""Completing what a user types to a tag: by its last name, any part of its path, a synonym, or in spite of a typo."""

from __future__ import annotations

import itertools
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.metadata.keywords import sanitise_tag

LIMIT = 12
_LEAST_FOR_TYPO = 4
_LEAST_FOR_TWO_TYPOS = 8
_LINE, _WORD = "\n", "\x02"
_WORD_STARTS = re.compile(r"(?<=\W)(?=\w)")
_SPLIT = re.compile(r"\s*[|/›]\s*")


class MatchedBy(IntEnum):
    """Why a tag is offered; what comes first is offered first."""

    RECENT = 0
    """Nothing was typed yet."""
    LEAF = 1
    """The whole path, or the whole last name."""
    SYNONYM = 2
    """A whole synonym."""
    PREFIX = 3
    """The last name begins so."""
    WORD = 4
    """A word of the last name begins so."""
    PATH = 5
    """Parts of the path, in their order."""
    SYNONYM_PREFIX = 6
    """A word of a synonym begins so."""
    TYPO = 7
    """Nearly."""
    NEW = 8
    """No tag yet."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A tag that what was typed may mean.

    Attributes:
        path: The tag.
        spans: The parts of the path that matched, as (start, end); none where a synonym or a similar word did.
        synonym: The synonym that matched, or empty.
    """

    path: TagPath
    matched_by: MatchedBy
    spans: tuple[tuple[int, int], ...] = ()
    synonym: str = ""

    @property
    def is_new(self) -> bool:
        """Whether taking it makes a tag."""
        return self.matched_by is MatchedBy.NEW


class Completer:
    """An index over the known tags, made once for as long as they stay the same; asking it changes nothing.

    Everything is compared folded: without case and accents.
    """

    def __init__(
        self,
        tags: Iterable[TagPath],
        synonyms: Mapping[TagPath, Sequence[str]] | None = None,
        *,
        recent: Sequence[TagPath] = (),
        photos: Mapping[TagPath, int] | None = None,
    ) -> None:
        """Index tags.

        Args:
            tags: All that can be offered.
            synonyms: Other names of some.
            recent: The tags used of late, the latest first; they come first among equals.
            photos: How many photos carry each; of equals not used of late, the more frequent comes first.
        """
        tags = list(tags)
        known = set(tags)
        self._recent = [path for path in recent if path in known]
        late = {path: place for place, path in enumerate(self._recent)}
        counts = photos or {}
        # In the order in which equals are offered, so that a search may end as soon as it has found enough.
        self._paths = sorted(tags, key=lambda path: (late.get(path, len(late)), -counts.get(path, 0), path.casefold()))
        self._standing = {path: place for place, path in enumerate(self._paths)}
        self._casefolded = {path.casefold() for path in self._paths}
        folded = [fold(path) for path in self._paths]
        leaves = [path.rsplit(TAG_SEPARATOR, 1)[-1] for path in folded]
        self._folded, self._leaves, self._words = _Lines(folded), _Lines(leaves), _Lines(list(map(_marked, leaves)))
        other = [(fold(name), name, path) for path, names in (synonyms or {}).items() for name in names]
        self._synonyms = [(text, name, path) for text, name, path in other if path in known]
        self._names = self._all_names(leaves)

    def complete(self, text: str, limit: int = LIMIT) -> list[Completion]:
        """The tags that a text may mean, the likeliest first; those used of late where it is empty.

        Similar words are looked for only where nothing else is found, since a typo is the unlikelier reading.
        """
        asked = fold(TAG_SEPARATOR.join(_SPLIT.split(text.strip()))).replace(_LINE, "")
        if not asked.strip(TAG_SEPARATOR + " "):
            return [Completion(path, MatchedBy.RECENT) for path in self._recent[:limit]]
        found: dict[TagPath, Completion] = {}
        for ways in (self._by_name(asked, limit), self._by_synonym(asked), self._by_path(asked, limit)):
            for completion in ways:
                known = found.get(completion.path)
                if known is None or completion.matched_by < known.matched_by:
                    found[completion.path] = completion
        if not found:
            found = {each.path: each for each in self._by_typo(asked)}
        ranked = sorted(
            found.values(), key=lambda each: (each.matched_by, _inside_word(each), self._standing[each.path])
        )
        return ranked[:limit]

    def new(self, text: str) -> Completion | None:
        """The tag that would be made of a text; None where there is one by that path already, or nothing to make."""
        path = sanitise_tag(TagPath(TAG_SEPARATOR.join(_SPLIT.split(text.strip()))))
        return None if not path or path.casefold() in self._casefolded else Completion(path, MatchedBy.NEW)

    def _by_name(self, asked: str, limit: int) -> Iterator[Completion]:
        """By the last name; each way as many as are wanted, so that the order of the ways decides."""
        for place in self._folded.places(f"{_LINE}{asked}{_LINE}"):
            yield Completion(self._paths[place], MatchedBy.LEAF, ((0, len(asked)),))
        ways = (
            (self._leaves.places(f"{_LINE}{asked}{_LINE}"), MatchedBy.LEAF),
            (self._leaves.places(f"{_LINE}{asked}"), MatchedBy.PREFIX),
            (self._words.places(_WORD + _marked(asked)), MatchedBy.WORD),
        )
        for places, way in ways:
            for place in itertools.islice(places, limit):
                at = len(self._paths[place]) - len(self._leaves[place])
                if way is MatchedBy.WORD:
                    at += _begins_word(self._leaves[place], asked)
                yield Completion(self._paths[place], way, ((at, at + len(asked)),))

    def _by_path(self, asked: str, limit: int) -> Iterator[Completion]:
        rarest = max(re.split(rf"[{TAG_SEPARATOR}\s]+", asked), key=len)
        candidates = ((place, _spans(self._folded[place], asked)) for place in self._folded.places(rarest))
        matched = ((place, spans) for place, spans in candidates if spans is not None)
        for place, spans in itertools.islice(matched, 2 * limit):
            yield Completion(self._paths[place], MatchedBy.PATH, spans)

    def _by_synonym(self, asked: str) -> Iterator[Completion]:
        for folded, name, path in self._synonyms:
            if asked == folded:
                yield Completion(path, MatchedBy.SYNONYM, synonym=name)
            elif _begins_word(folded, asked) >= 0:
                yield Completion(path, MatchedBy.SYNONYM_PREFIX, synonym=name)

    def _by_typo(self, asked: str) -> Iterator[Completion]:
        """Tags with a name, or its beginning, that becomes what was typed by few changes of a letter.

        Two letters changed places count as one change: optimal string alignment.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        asked = asked.rsplit(TAG_SEPARATOR, 1)[-1].strip()
        if len(asked) < _LEAST_FOR_TYPO:
            return
        changes = 2 if len(asked) >= _LEAST_FOR_TWO_TYPOS else 1
        names = list(self._names)
        for cut in (None, len(asked)):
            near = process.extract(
                asked, [name[:cut] for name in names], scorer=OSA.distance, score_cutoff=changes, limit=None
            )
            if near:
                least = min(distance for _name, distance, _place in near)
                for _name, distance, place in near:
                    if distance == least:
                        yield from (
                            Completion(path, MatchedBy.TYPO, synonym=s) for path, s in self._names[names[place]]
                        )
                return

    def _all_names(self, leaves: Sequence[str]) -> dict[str, list[tuple[TagPath, str]]]:
        """Every last name and synonym, folded, with the tags it leads to and the synonym."""
        names: dict[str, list[tuple[TagPath, str]]] = {}
        for leaf, path in zip(leaves, self._paths, strict=True):
            names.setdefault(leaf, []).append((path, ""))
        for folded, name, path in self._synonyms:
            names.setdefault(folded, []).append((path, name))
        return names


def complete(
    text: str,
    tags: Iterable[TagPath],
    synonyms: Mapping[TagPath, Sequence[str]] | None = None,
    limit: int = LIMIT,
) -> list[Completion]:
    """Complete once, without keeping the index, see `Completer`."""
    return Completer(tags, synonyms).complete(text, limit)


def fold(text: str) -> str:
    """A text without case and accents, of the same length, so that places in it are places in the text."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_letter, text))


def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[:1].lower()
    return base if len(base) == 1 else letter


class _Lines:
    """Texts one below the other, searched as one: fifty thousand comparisons become one search."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._joined = _LINE + _LINE.join(texts) + _LINE
        self._starts = list(itertools.accumulate((len(text) + 1 for text in texts), initial=1))

    def __getitem__(self, place: int) -> str:
        return self._texts[place]

    def places(self, part: str) -> Iterator[int]:
        """Places of the texts that contain a part, in their order; a line feed in it is a beginning or an end."""
        inside = int(part.startswith(_LINE))
        at = self._joined.find(part)
        while at >= 0:
            place = bisect_right(self._starts, at + inside) - 1
            yield place
            at = self._joined.find(part, self._starts[place + 1] - 1)


def _inside_word(completion: Completion) -> bool:
    """Whether a match begins in the middle of a word."""
    return any(start and completion.path[start - 1].isalnum() for start, _end in completion.spans)


def _marked(text: str) -> str:
    """A text with a mark before each word but the first."""
    return _WORD_STARTS.sub(_WORD, text)


def _spans(folded: str, asked: str) -> tuple[tuple[int, int], ...] | None:
    """Where the words of a text stand in a path, each after the one before; None where one is missing.

    What follows a separator has to be in a later part of the path.
    """
    spans, at = [], 0
    for number, part in enumerate(asked.split(TAG_SEPARATOR)):
        if number and (at := folded.find(TAG_SEPARATOR, at) + 1) == 0:
            return None
        for word in part.split():
            found = _place(folded, word, at)
            if found < 0:
                return None
            spans.append((found, found + len(word)))
            at = found + len(word)
    return tuple(spans)


def _place(folded: str, word: str, start: int) -> int:
    """Where a word stands, at the beginning of a word of the path if it does so anywhere."""
    at = _begins_word(folded, word, start)
    return at if at >= 0 else folded.find(word, start)


def _begins_word(text: str, part: str, start: int = 0) -> int:
    """Where a word of a text begins with a part; -1 for nowhere."""
    at = text.find(part, start)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(part, at + 1)
    return at
