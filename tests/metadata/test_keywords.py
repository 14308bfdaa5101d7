from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import TagPath
from tagger.metadata import keywords

PATHS = st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), max_size=8)


def test_flat_keywords_of_a_path_are_absorbed() -> None:
    found = keywords.tag_paths([("Animal", "Dog")], ["animal", "DOG", "Beach"])
    assert found == ("Animal|Dog", "Beach")


def test_absorbing_works_across_compositions() -> None:
    assert keywords.tag_paths([("Ort", "Köln")], [unicodedata.normalize("NFD", "köln")]) == ("Ort|Köln",)


def test_two_tags_at_different_places_both_stay() -> None:
    assert keywords.tag_paths([("Dog",), ("Animal", "Dog")], ["Dog"]) == ("Dog", "Animal|Dog")


def test_first_spelling_is_kept() -> None:
    assert keywords.tag_paths([("Animal", "Dog"), ("ANIMAL", "dog")], []) == ("Animal|Dog",)


def test_flat_word_with_a_bar_is_a_path() -> None:
    assert keywords.tag_paths([], ["Animal|Dog"]) == ("Animal|Dog",)


def test_blank_and_unreadable_names_vanish() -> None:
    assert keywords.tag_paths([("", " ", "\x00")], ["\x07", "a\x00b", "\ud800x"]) == ("a b", "x")


def test_number_and_length_are_bounded() -> None:
    assert len(keywords.tag_paths([], (f"k{number}" for number in range(20_000)))) == keywords.MAX_KEYWORDS
    assert keywords.tag_paths([["x" * 1001]], ["y" * 1001, "z" * 1000]) == ("z" * 1000,)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("AC/DC", "AC-DC"),
        ("Doe, Jane", "Doe Jane"),
        ("a|b", "a-b"),
        (" x\ty ", "x y"),
        (",", ""),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_names_are_made_fit_for_other_programs(name: str, written: str) -> None:
    assert keywords.sanitise(name) == written


def test_ancestors_and_words() -> None:
    assert keywords.ancestors(TagPath("A|B|C")) == ("A", "A|B")
    assert keywords.words([TagPath("A|B"), TagPath("a|C")]) == ("A", "B", "C")


@given(PATHS, st.lists(st.text(max_size=12), max_size=8))
def test_tags_are_stable_under_rereading(paths: list[list[str]], flat: list[str]) -> None:
    tags = keywords.tag_paths(paths, flat)
    assert keywords.tag_paths([keywords.names(tag) for tag in tags], keywords.words(tags)) == tags


@given(st.text())
def test_sanitising_is_final_and_safe(name: str) -> None:
    written = keywords.sanitise(name)
    assert keywords.sanitise(written) == written
    assert not set("|/,") & set(written)
    assert written == written.strip()
    assert unicodedata.is_normalized("NFC", written)
    assert written.isprintable() or not any(unicodedata.category(char) in {"Cc", "Cs"} for char in written)
