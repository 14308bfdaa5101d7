"""Keyword lists of Lightroom and Capture One: written, read back, taken over, and hostile ones."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tagger.app import Tagger
from tagger.entities import TagPath
from tagger.errors import UsageError
from tagger.exporting.keyword_list import KeywordList, lines, parse
from tagger.vocabulary import importing

LIST = """[WHAT]\r
\tAnimal\r
\t\tDog\r
\t\t\t{Hound}\r
\t\t\t{Chien}\r
\t\t\tMöps\r
\t\tCat\r
[WHERE]\r
\tGreece\r
\t\t{Hellas}\r
"""


def told(found: KeywordList) -> dict[str, tuple[tuple[str, ...], bool]]:
    return {each.tag: (each.synonyms, each.category) for each in found.keywords}


EXPECTED = {
    "WHAT": ((), True),
    "WHAT|Animal": ((), False),
    "WHAT|Animal|Dog": (("Hound", "Chien"), False),
    "WHAT|Animal|Dog|Möps": ((), False),
    "WHAT|Animal|Cat": ((), False),
    "WHERE": ((), True),
    "WHERE|Greece": (("Hellas",), False),
}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_every_encoding_that_programs_write(codec: str) -> None:
    assert told(parse(LIST.encode(codec))) == EXPECTED


def test_spaces_instead_of_tabs_and_levels_left_out() -> None:
    assert told(parse(LIST.replace("\t", "    ").encode())) == EXPECTED
    assert list(told(parse(b"A\n\t\t\tB\n\tC\n"))) == ["A", "A|B", "A|C"]


def test_a_list_that_is_none() -> None:
    for data in (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), b"\xff\xfe\x00", b"x" * ((16 << 20) + 1)):
        with pytest.raises(UsageError):
            parse(data)
    found = parse(b"{synonym of nothing}\n[]\n" + b"x" * 2000 + b"\nA|B/C, D\n")
    assert list(told(found)) == ["A-B-C D"]
    assert found.left_out == 3
    deep = parse("".join("\t" * depth + "x\n" for depth in range(500)).encode())
    assert len(deep.keywords) == 40


names = st.text(min_size=1, max_size=8).filter(lambda text: not text.startswith(("{", "[")))


@given(st.dictionaries(st.lists(names, min_size=1, max_size=4).map("|".join), st.lists(names, max_size=3), max_size=8))
@example({"A|B": ["c"]})
def test_what_is_written_comes_back(tree: dict[str, list[str]]) -> None:
    first = parse(
        "".join(lines(map(TagPath, tree), {TagPath(k): v for k, v in tree.items()})).encode("utf-8", "replace")
    )
    tags = [each.tag for each in first.keywords]
    synonyms = {each.tag: each.synonyms for each in first.keywords}
    bracketed = [each.tag for each in first.keywords if each.category]
    again = parse("".join(lines(tags, synonyms, bracketed)).encode())
    assert not again.problems
    assert set(told(again)) == set(told(first))
    assert told(again) == told(first)


@given(st.binary(max_size=300))
def test_no_bytes_are_a_bug(data: bytes) -> None:
    with contextlib.suppress(UsageError):
        parse(data)


def test_a_list_is_taken_over_once_and_taken_back(tmp_path: Path) -> None:
    app = Tagger.open(tmp_path / "my.tagger", tmp_path / "settings.toml")
    found = parse(LIST.encode()).keywords
    preview = app.store.read(lambda db: importing.preview(db, found))
    assert len(preview.tags) == 7
    assert preview.synonyms[0] == ("WHAT|Animal|Dog", "Hound")
    app.change_tree(lambda db: importing.add(db, found))
    assert not app.store.read(lambda db: importing.preview(db, found))
    written = "".join(lines(*app.store.read(importing.keywords)))
    assert told(parse(written.encode())).keys() == EXPECTED.keys()
    assert "[WHAT]\n\tAnimal\n" in written
    assert "\t\t\t{Chien}\n" in written
    app.change_tree(lambda db: importing.add(db, found))
    assert [title for _, _, title in app.journal()] == ["import 7 tags"]
    undone = app.undo()
    assert undone is not None
    tags, synonyms, categories = app.store.read(importing.keywords)
    assert (tags, synonyms, categories) == ([], {}, [])
    assert app.redo() is not None
    assert len(app.store.read(importing.keywords)[0]) == 7
    app.close()
