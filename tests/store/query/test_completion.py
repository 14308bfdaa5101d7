"""What is offered while a search is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.store.query import parse
from tagger.store.query.completion import EXPLANATIONS, Completion, applied, complete, quoted
from tagger.store.query.fields import FIELDS
from tagger.store.query.values import NOTHING, KnownValues

VALUES = KnownValues(
    {
        **NOTHING.known,
        "tag": (("Animal", 5), ("Animal|Dog", 3), ("Big dog", 1), ("Hotdog", 1), ('say "hi"', 1)),
        "label": (("dog", 1), ("fire engine", 2)),
        "camera": (("FUJIFILM X100V", 9),),
        "taken": (("2024", 8), ("2024-05", 6), ("2024-06", 2), ("2023", 1), ("2023-12", 1)),
    }
)


def offers(text: str, cursor: int | None = None) -> list[str]:
    at = text.index("^") if "^" in text else len(text)
    return [offer.text for offer in complete(text.replace("^", ""), at if cursor is None else cursor, VALUES).offers]


def test_every_field_is_explained() -> None:
    assert EXPLANATIONS.keys() == FIELDS.keys()
    assert len(complete("", 0, VALUES).offers) == len(FIELDS)
    assert all(offer.explanation for offer in complete("", 0, VALUES).offers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ra", ["rating>="]),
        ("dog ca", ["camera:", "is:duplicate", "has:caption"]),
        ("(ra", ["rating>="]),
        ("-ra", ["rating>="]),
        ("ra^ting>=3", ["rating>="]),
        ("is:unt", ["untagged"]),
        ("tag:", ["Animal", "Animal|Dog", '"Big dog"', "Hotdog", '"say ""hi"""']),
        ("tag:dog", ["Animal|Dog", '"Big dog"', "Hotdog"]),
        ("TAG:animal|", ["Animal|Dog"]),
        ('tag:"big d', ['"Big dog"']),
        ('camera:"x100', ['"FUJIFILM X100V"']),
        ("taken:", ["2024", "2023"]),
        ("taken:2024", ["2024", "2024-05", "2024-06"]),
        ("taken:2024-05..2024-0", ["2024-05", "2024-06"]),
        ("rating>=4", ["4"]),
        ("nofield:x", []),
        ('"a phra', []),
        ("fire", ['label:"fire engine"']),
    ],
)
def test_offers(text: str, expected: list[str]) -> None:
    assert offers(text) == expected


def test_an_offer_replaces_what_stands_there() -> None:
    text = "tag:d rating>=3"
    completion = complete(text, 5, VALUES)
    assert applied(text, completion, completion.offers[0]) == ("tag:Animal|Dog rating>=3", 15)
    text = "ra"
    completion = complete(text, 2, VALUES)
    assert applied(text, completion, completion.offers[0]) == ("rating>=", 8)
    assert applied("a", Completion(1, 1), complete("is:unt", 6, VALUES).offers[0]) == ("auntagged ", 10)


@given(st.text(alphabet='ab:"()->=.. tagiskn\\x00é|', max_size=30), st.integers(0, 30))
def test_it_never_fails_and_stays_within_the_text(text: str, cursor: int) -> None:
    completion = complete(text, min(cursor, len(text)), VALUES)
    assert 0 <= completion.start <= completion.end <= len(text)


@given(st.text(min_size=1, max_size=20).filter(str.strip))
def test_a_quoted_value_is_read_as_it_was(value: str) -> None:
    value = "".join(character for character in value if character.isprintable()).strip()
    if not value:
        return
    values = KnownValues({"name": ((value, 1),)})
    completion = complete("name:", 5, values)
    text, _cursor = applied("name:", completion, completion.offers[0])
    assert text == f"name:{quoted(value)} "
    assert parse(text).node == parse(f'name:"{value.replace(chr(34), chr(34) * 2)}"').node
