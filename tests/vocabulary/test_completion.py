from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.entities import TagPath
from tagger.metadata.keywords import sanitise_tag
from tagger.vocabulary.completion import Completer, MatchedBy, complete, fold
from tests import pace

TAGS = tuple(
    map(
        TagPath,
        (
            "Animal|Bird|Heron",
            "Animal|Bird|Grey heron",
            "Animal|Dog",
            "Animal|Dog|Dalmatian",
            "Animal|Hot dog seller",
            "Holiday|Dogs day out",
            "Food|Pancake",
            "Ort|Zürich",
            "Person|Zoë Dogan",
        ),
    )
)
SYNONYMS = {TAGS[0]: ("Reiher", "Ardea cinerea"), TAGS[2]: ("Hound",)}


def names(text: str, **more: object) -> list[str]:
    return [each.path.rsplit("|", 1)[-1] for each in Completer(TAGS, SYNONYMS, **more).complete(text)]  # type: ignore[arg-type]


def test_the_order_is_name_beginning_word_path() -> None:
    assert names("dog") == ["Dog", "Dogs day out", "Hot dog seller", "Zoë Dogan", "Dalmatian"]


@pytest.mark.parametrize(
    ("text", "tag", "way"),
    [
        ("heron", TAGS[0], MatchedBy.LEAF),
        ("ANIMAL/Bird/heron", TAGS[0], MatchedBy.LEAF),
        ("animal › dog", TAGS[2], MatchedBy.LEAF),
        ("her", TAGS[0], MatchedBy.PREFIX),
        ("zurich", TAGS[7], MatchedBy.LEAF),
        ("ZÜR", TAGS[7], MatchedBy.PREFIX),
        ("zoe d", TAGS[8], MatchedBy.PREFIX),
        ("sell", TAGS[4], MatchedBy.WORD),
        ("animal/dal", TAGS[3], MatchedBy.PATH),
        ("bird grey", TAGS[1], MatchedBy.PATH),
        ("reiher", TAGS[0], MatchedBy.SYNONYM),
        ("cin", TAGS[0], MatchedBy.SYNONYM_PREFIX),
        ("heorn", TAGS[0], MatchedBy.TYPO),
        ("dalmation", TAGS[3], MatchedBy.TYPO),
        ("dalamt", TAGS[3], MatchedBy.TYPO),
        ("riher", TAGS[0], MatchedBy.TYPO),
    ],
)
def test_what_is_typed_finds_the_tag_and_says_how(text: str, tag: str, way: MatchedBy) -> None:
    first = complete(text, TAGS, SYNONYMS)[0]
    assert (first.path, first.matched_by) == (tag, way)


def test_a_synonym_is_named_and_the_matched_part_marked() -> None:
    assert complete("hou", TAGS, SYNONYMS)[0].synonym == "Hound"
    (start, end), *rest = complete("grey", TAGS)[0].spans
    assert TAGS[1][start:end] == "Grey"
    assert not rest
    assert [TAGS[3][a:b] for a, b in complete("animal/dal", TAGS)[0].spans] == ["Animal", "Dal"]


@pytest.mark.parametrize("text", ["cot", "elephant", "xyz", "dgo", "|", "animal|bird|dal"])
def test_what_is_too_far_off_finds_nothing(text: str) -> None:
    assert complete(text, TAGS, SYNONYMS) == []


def test_used_of_late_comes_first_among_equals_then_the_more_frequent() -> None:
    tags = [TagPath(f"Dog {letter}") for letter in "abcd"]
    found = Completer(tags, recent=[tags[2]], photos={tags[3]: 5, tags[0]: 1}).complete("dog")
    assert [each.path for each in found] == [tags[2], tags[3], tags[0], tags[1]]
    assert [each.path for each in Completer(tags, recent=[tags[2], tags[1]]).complete(" ")] == [tags[2], tags[1]]


def test_what_would_be_new_is_cleaned_and_what_exists_is_not_new() -> None:
    completer = Completer(TAGS)
    made = completer.new(" Animal / Cat ")
    assert made is not None
    assert made.is_new
    assert made.path == "Animal|Cat"
    assert completer.new("animal|DOG") is None
    assert completer.new(" | ") is None


words = st.text("aAbB dD|üß", min_size=1, max_size=12).map(lambda text: sanitise_tag(TagPath(text))).filter(bool)


@given(tags=st.lists(words, unique=True, max_size=8), text=st.text("abdüß| /›\n", max_size=8))
def test_whatever_is_typed_spans_lie_in_the_path_and_nothing_comes_twice(tags: list[str], text: str) -> None:
    found = complete(text, list(map(TagPath, tags)), limit=5)
    assert len(found) <= 5
    assert len({each.path for each in found}) == len(found)
    for each in found:
        assert each.path in tags
        assert all(0 <= start < end <= len(each.path) for start, end in each.spans)


@given(tags=st.lists(words, unique_by=str.casefold, min_size=1, max_size=8), data=st.data())
def test_every_tag_is_found_by_its_whole_path(tags: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(tags))
    found = complete(wanted.upper(), list(map(TagPath, tags)), limit=len(tags))
    if "ß" not in wanted:
        assert any(each.path == wanted and each.matched_by is MatchedBy.LEAF for each in found)


def test_folding_keeps_every_place() -> None:
    text = "ÀßİŒ ﬁn 東京"
    assert len(fold(text)) == len(text)


def test_fifty_thousand_tags_answer_while_one_types() -> None:
    tags = [TagPath(f"Group {i % 97}|Kind {i % 1009}|Thing number {i:x}") for i in range(50_000)]
    completer = Completer(tags)
    texts = ("t", "th", "thing", "number", "kind 7", "group/beef", "thnig nubmer", "zzzzzz")
    found = sorted(pace.units(lambda text=text: completer.complete(text), 1) for text in texts)
    assert found[len(found) // 2] < 20, found
