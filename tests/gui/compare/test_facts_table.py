from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from tagger.entities import Photo, PhotoFacts, PhotoId, PhotoState, TagPath
from tagger.gui.compare.facts_table import FactsTable, lines

PHOTO = Photo(PhotoId(1), "/a/x.jpg", "x.jpg", PhotoState.OK, 6000, 4000, "JPEG", 8_200_000, tags=(TagPath("A|Dog"),))
SMALL = replace(PHOTO, id=PhotoId(2), path="/b/x.jpg", width=600, height=400, bytes=90_000, tags=())


def test_facts_that_no_photo_has_take_no_line() -> None:
    found = {line.name: line for line in lines([PHOTO, SMALL])}
    assert set(found) == {"Size", "File", "Format", "Tags", "Folder"}
    assert found["Format"].bold == (False, False)
    assert found["Size"].bold == (False, True)
    assert found["Tags"].values == ("Dog", "–")


def test_what_differs_is_bold(qtbot: QtBot) -> None:
    table = FactsTable()
    qtbot.addWidget(table)
    heads = [("x.jpg", "Kept", "larger"), ("x.jpg", "To go", "")]
    table.show_photos([PHOTO, SMALL], heads)
    assert table.bold_texts(1) == []
    assert table.bold_texts(2) == ["600 × 400 · 0.2 MP", "90 kB (90,000)", "–", "/b"]
    table.show_photos([PHOTO, replace(PHOTO, facts=PhotoFacts(camera="X100V"))], heads)
    assert table.bold_texts(2) == ["X100V"]
