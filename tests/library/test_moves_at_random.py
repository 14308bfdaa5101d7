"""Files renamed, moved, exchanged, copied, edited and deleted at random: no tag is lost, none is on a wrong picture."""

from __future__ import annotations

import itertools
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.library.archive import Archive

PLACES = [f"{root}/{folder}{name}.jpg" for root in ("photos", "other") for folder in ("", "sub/") for name in "abcd"]
place = st.sampled_from(PLACES)


class Moves(RuleBasedStateMachine):
    """A library of two folders, and what a user does to its files between two looks at them."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(prefix="tagger-moves-"))
        self.patch = pytest.MonkeyPatch()
        self.archive = Archive(self.home, self.patch)
        (self.home / "other").mkdir()
        self.numbers = itertools.count(1)
        self.shows: dict[str, int] = {}  # what each file shows, by its path
        self.copied: set[int] = set()
        self.tags: dict[str, int] = {}  # what each tag is about
        self.looked = False
        self.known: set[str] = set()  # where files were at the last look
        self.fresh: set[str] = set()  # files that were never looked at

    def teardown(self) -> None:
        self.archive.close()
        self.patch.undo()
        shutil.rmtree(self.home)

    @initialize(names=st.sets(place, min_size=2, max_size=5))
    def begin(self, names: set[str]) -> None:
        for name in sorted(names):
            self.add(name)
        self.look()

    @rule(name=place)
    def add(self, name: str) -> None:
        if name not in self.shows and name not in self.known:  # that would be a photo with edited pixels
            number = next(self.numbers)
            self.archive.add(f"../{name}", number)
            self.shows[name] = number
            self.fresh.add(name)
            self.looked = False

    @rule(old=place, new=place)
    def rename(self, old: str, new: str) -> None:
        """Whatever is there is replaced."""
        if old in self.shows and old != new and not (old in self.fresh and new in self.known):
            fresh = old in self.fresh
            self.fresh -= {old, new}
            self.fresh |= {new} if fresh else set()
            (self.home / new).parent.mkdir(exist_ok=True)
            (self.home / old).replace(self.home / new)
            self.shows[new] = self.shows.pop(old)
            self.looked = False

    @rule(one=place, other=place)
    def exchange(self, one: str, other: str) -> None:
        if {one, other} <= self.shows.keys() - self.fresh and one != other:
            (self.home / one).rename(self.home / "x")
            (self.home / other).rename(self.home / one)
            (self.home / "x").rename(self.home / other)
            self.shows[one], self.shows[other] = self.shows[other], self.shows[one]
            self.looked = False

    @rule(old=place, new=place)
    def copy(self, old: str, new: str) -> None:
        if old in self.shows and new not in self.shows and new not in self.known:
            self.fresh.add(new)
            self.archive.copy(self.home / old, self.home / new)
            self.shows[new] = self.shows[old]
            self.copied.add(self.shows[old])
            self.looked = False

    @rule(name=place, text=st.binary(min_size=1, max_size=9))
    def edit_metadata(self, name: str, text: bytes) -> None:
        if name in self.shows:
            path = self.home / name
            data = path.read_bytes()
            path.write_bytes(data[:2] + b"\xff\xfe" + (2 + len(text)).to_bytes(2, "big") + text + data[2:])
            self.archive.stamp(path)
            self.looked = False

    @rule(name=place)
    def delete(self, name: str) -> None:
        if self.shows.pop(name, None) is not None:
            self.fresh.discard(name)
            (self.home / name).unlink()
            self.looked = False

    @precondition(lambda self: not self.looked)
    @rule()
    def look(self) -> None:
        self.archive.index(self.archive.root, self.home / "other")
        self.looked = True
        self.known, self.fresh = set(self.shows), set()
        for name, carried in self.archive.tags().items():
            if not carried:
                tag = f"Tag {len(self.tags)}"
                self.archive.tag(self.home / name, tag)
                self.tags[tag] = self.shows[name]

    @invariant()
    def every_tag_is_on_its_picture(self) -> None:
        if not self.looked:
            return
        there, missing = self.archive.tags(), self.archive.missing()
        assert there.keys() == self.shows.keys()
        for name, carried in there.items():
            assert {self.tags[tag] for tag in carried} <= {self.shows[name]}, name
        carried = set().union(*there.values(), *missing.values())
        assert carried >= self.tags.keys(), "no tag is lost"
        for name, number in self.shows.items():
            if number not in self.copied:
                assert {tag for tag, about in self.tags.items() if about == number} == there[name], name


TestMoves = Moves.TestCase
TestMoves.settings = settings(max_examples=int(os.environ.get("TAGGER_TEST_EXAMPLES", "12")), stateful_step_count=18)
