from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.errors import QueryError
from tagger.store.paths import to_db
from tagger.store.query import Order, parse, photo_ids
from tagger.store.store import Store
from tests import pace
from tests.store.query_library import fill, photos, suggestions

Find = Callable[[str], str]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(tmp_path_factory.mktemp("library") / "library.db")
    store.write(fill).result()
    yield store
    store.close()


@pytest.fixture
def find(store: Store) -> Find:
    """Photos that a search text finds, by their letters."""
    return lambda text: photos(store, parse(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "abcdef"),
        ("  \t\x00 ", "abcdef"),
        ("img", "ab"),
        ("IMG_1", "ab"),
        ('"img_1"', "a"),
        ("cafe", "b"),
        ("CAFÉ", "b"),
        ('"cafe au"', "b"),
        ('"cafe a"', ""),
        ("poo", "b"),
        ("oodle", ""),
        ("ano", "c"),
        ("dog", "abcd"),  # e: its tag was taken away
        ("cat", "ad"),  # c: rejected
        ("eclair", "b"),
        ("seen", "abd"),
        ("ghost", ""),
        ("straße", "d"),
        ("plan_9", "d"),
        ("plan%9", ""),
        ("狗", "f"),
        ("🐶", "f"),
        ("100%", "f"),
        ("*", ""),
        ("%", "f"),
        ('"""sure"""', "f"),
        ('name:"*"', ""),
        ("tag:dog", "abc"),
        ("tag:DOG", "abc"),
        ("tag:Animal|Dog", "ab"),
        ("tag:animal", "ab"),
        ("tag:|dog", ""),
        ("tag:|toy", "c"),
        ("tag:ano", ""),
        ("tag:AÑO", "c"),
        ('tag:"hot dog"', "d"),
        ("tag:do", ""),
        ("tag:%", ""),
        ("label:dog", "ab"),
        ("label:eclair", "b"),
        ("label:do", ""),
        ("label:ghost", "d"),
        ("backend:ONNX", "abcd"),
        ("backend:cloud", "b"),
        ("state:deferred", "b"),
        ("state:suggested", "abd"),
        ("confidence>0.9", "bc"),
        ("confidence >= .9", "abc"),
        ("confidence<0.5", "a"),
        ("confidence<=0.5", "ab"),
        ("confidence=0.91", "c"),
        ("confidence:0.6..0.9", "ad"),
        ("kind:item", "b"),
        ("kind:face", ""),
        ("kind:face is:hidden", "d"),
        ("rating>=3", "ab"),
        ("rating=3", "a"),
        ("rating:3..", "ab"),
        ("rating<0", "c"),
        ("-rating>=3", "cdef"),
        ("taken:2024", "ab"),
        ("taken:2024-05", "a"),
        ("taken:2024-5-12", "a"),
        ("taken:2024-05..2024-06", "ab"),
        ("taken:2024..", "ab"),
        ("taken:..2023", "c"),
        ("taken>2024-05", "b"),
        ("taken<2024-05", "c"),
        ("taken>=2024-05-12", "ab"),
        ("taken<=2024-05-12", "ac"),
        ("-taken:2024", "cdef"),
        ("folder:Holiday", "ab"),
        ("folder:2024", "abc"),
        ("folder:2024/holiday", "ab"),
        ('folder:"Holiday 2"', "c"),
        ("folder:/p/2024", "abc"),
        ("folder:/p/2024/Holiday/", "ab"),
        ("folder:/p/20", ""),
        ("folder:/", "abcdef"),
        ("folder:/p", "abcdef"),
        (os.fsdecode(b"folder:/p/caf\xe9"), "f"),
        (os.fsdecode(b"folder:caf\xe9"), "f"),
        ('camera:"x100v"', "a"),
        ("-camera:x100", "bcdef"),
        ("lens:23mm", "d"),
        ("format:jpg", "abf"),
        ("-format:jpeg", "cde"),
        ("format:heic", "d"),
        ("name:IMG_1", "ab"),
        ("name:cafe", ""),
        ("name:strasse", ""),
        ("is:untagged", "ef"),
        ("is:unreadable", "e"),
        ("is:missing", "f"),
        ("is:recognised", "a"),
        ("IS:Recognized", "a"),
        ("is:hidden", "d"),
        ("has:box", "abc"),
        ("has:gps", "d"),
        ("has:caption", "bf"),
        ("has:tag", "abcd"),
        ("has:suggestion", "abcd"),
        ("-has:suggestion", "ef"),
    ],
)
def test_fields_and_words_find(find: Find, text: str, expected: str) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("img 12", "b"),
        ("img AND tag:poodle", "b"),
        ("tag:poodle OR tag:toy", "bc"),
        ("rating=3 OR rating=5 format:png", "a"),
        ("(rating=3 OR rating=5) NOT tag:poodle", "a"),
        ("-(img OR dsc)", "def"),
        ("NOT NOT img", "ab"),
        ("--img", "ab"),
        ("-NOT img", "ab"),
        ("and", ""),
        ("label:dog confidence>0.6", "a"),
        ("label:dog -confidence>0.6", ""),
        ("label:cat state:suggested confidence>0.5", "d"),
        ("label:dog label:cat", "a"),
        ("label:dog label:cat state:suggested", ""),
        ("(label:dog OR label:Éclair) confidence>0.92", "b"),
        ("label:dog (state:deferred OR state:accepted)", "a"),
        ("(label:dog confidence>0.6) OR (label:cat confidence>0.6)", "acd"),
        ("label:cat NOT state:rejected", "ad"),
        ("-label:cat", "bef"),
        ("confidence>0.75 kind:face", ""),
        ("label:ghost confidence>0.75", "d"),
    ],
)
def test_terms_combine(find: Find, text: str, expected: str) -> None:
    assert find(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["a dog", "a cat", "b dog", "b Éclair", "c cat", "d cat"]),
        ("label:cat", ["a cat", "c cat", "d cat"]),
        ("cat", ["a cat", "c cat", "d cat"]),
        ("lait", ["b dog", "b Éclair"]),
        ("toy", ["c cat"]),
        ("-state:suggested", ["a dog", "b Éclair", "c cat"]),
        ("label:dog -confidence>0.6", ["b dog"]),
        ("has:box rating>=3", ["a dog", "b dog"]),
        ("has:suggestion backend:cloud", ["b Éclair"]),
        ("label:dog OR kind:face", ["a dog", "b dog"]),
        ("is:hidden", ["d ghost"]),
        ("label:ghost OR label:cat", ["a cat", "c cat", "d ghost", "d cat"]),
        ("-label:ghost confidence>0.75", ["a dog", "b Éclair", "c cat"]),
    ],
)
def test_suggestions_are_found_one_by_one(store: Store, text: str, expected: list[str]) -> None:
    assert suggestions(store, parse(text).suggestions()) == expected


@pytest.mark.parametrize(
    ("order", "descending", "expected"),
    [
        (Order.TAKEN, False, [3, 1, 2, 4, 5, 6]),
        (Order.TAKEN, True, [2, 1, 3, 6, 5, 4]),
        (Order.RATING, True, [2, 1, 3, 6, 5, 4]),
        (Order.NAME, False, [5, 3, 1, 2, 4, 6]),
        (Order.ADDED, True, [6, 5, 4, 3, 2, 1]),
        (Order.FOLDER, False, [1, 2, 3, 4, 5, 6]),
    ],
)
def test_photos_are_sorted(store: Store, order: Order, descending: bool, expected: list[int]) -> None:
    for query in (parse(""), parse("-nothing")):
        found = store.read(functools.partial(photo_ids, query=query, order=order, descending=descending))
        assert list(found) == expected


def test_values_never_stand_in_the_sql(store: Store) -> None:
    hostile = "zq'); DROP TABLE photos; --"
    for field in ("", "tag:", "label:", "backend:", "folder:", "folder:/", "camera:", "lens:", "format:", "name:"):
        query = parse(f'{field}"{hostile}"')
        assert "zq" not in query.photos().sql + query.suggestions().sql
        assert photos(store, query) == ""


DEEP = "x"
for _ in range(8):
    DEEP = f"-(rating>1 -label:dog OR {DEEP} y)"
LONG = [DEEP, "NOT " * 999 + "x", "-" * 3999 + "x", "a OR " * 99 + "a", "é" * 300, "( " * 8 + "x" + ")" * 8]


@pytest.mark.parametrize("text", LONG)
def test_the_most_complex_searches_run(store: Store, text: str) -> None:
    assert pace.units(lambda: photos(store, parse(text)), 1) < 400
    assert pace.units(lambda: suggestions(store, parse(text).suggestions()), 1) < 400


FIELDS = "tag: label: state:suggested confidence> 0.6 taken: 2024.. folder: / ~ name: is:hidden AND OR NOT"
PIECES = [*FIELDS.split(), *'()-|*?[]%"', "'", "\\", "\0", "\udcff", " ", "AND ", " OR ", *"狗éİßa"]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(st.characters(), max_size=60))


@settings(max_examples=300)
@given(text=TEXTS)
def test_no_text_breaks_anything(store: Store, text: str) -> None:
    try:
        query = parse(text)
    except QueryError as error:
        str(error).encode()
        assert error.column in range(len(text) + 1)  # noqa: PT017 - most texts are no error at all
        return
    assert pace.units(lambda: photos(store, query), 1) < 200
    assert pace.units(lambda: suggestions(store, query.suggestions()), 1) < 200


@given(name=st.text(st.characters(exclude_characters="/\\", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40))
def test_a_folder_of_any_name_is_found(store: Store, name: str) -> None:
    quoted = name.replace('"', '""')
    condition = parse(f'folder:"/x/{quoted}"').photos()
    sql = f"SELECT {condition.sql} FROM (SELECT ? AS directory) AS photos"
    assert store.read(lambda db: db.execute(sql, (*condition.params, to_db(f"/x/{name}"))).fetchone()) == (1,)
