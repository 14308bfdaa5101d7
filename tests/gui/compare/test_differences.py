from __future__ import annotations

from dataclasses import replace

from tagger.entities import Photo, PhotoFacts, PhotoId, PhotoState, TagPath
from tagger.gui.compare.differences import NOTHING, alike, differences

FACTS = PhotoFacts(taken_at="2024-06-01T14:22:10", camera="X100V")
PHOTO = Photo(
    PhotoId(1), "/a/heron.jpg", "heron.jpg", PhotoState.OK, 6000, 4000, "JPEG", 8_200_000, facts=FACTS,
    tags=(TagPath("Animal|Bird"), TagPath("Lake")),
)  # fmt: skip


def named(left: Photo, right: Photo) -> dict[str, tuple[str, str, int]]:
    return {each.name: (each.left, each.right, each.more) for each in differences(left, right)}


def test_photos_that_are_alike_differ_in_nothing() -> None:
    assert differences(PHOTO, replace(PHOTO, id=PhotoId(2))) == []
    assert alike(PHOTO, replace(PHOTO, path="/b/heron.jpg"))
    assert named(PHOTO, replace(PHOTO, path="/b/heron.jpg")) == {"Folder": ("/a", "/b", 0)}


def test_pixels_bytes_and_tags_say_where_more_of_them_is() -> None:
    small = replace(PHOTO, width=3000, height=2000, bytes=1_900_000, tags=(TagPath("lake"), TagPath("X"), TagPath("Y")))
    found = named(PHOTO, small)
    assert found["Size"] == ("6000 × 4000 · 24 MP", "3000 × 2000 · 6.0 MP", -1)
    assert found["File"] == ("8.2 MB", "1.9 MB", -1)
    assert found["Tags only here"] == ("Bird", "X, Y", 1)
    assert not alike(PHOTO, small)


def test_what_is_too_near_to_show_is_shown_nearer() -> None:
    found = named(
        PHOTO, replace(PHOTO, bytes=8_200_001, facts=replace(FACTS, taken_at="2024-06-01T14:22:11", rating=2))
    )
    assert found["File"] == ("8,200,000 bytes", "8,200,001 bytes", 1)
    assert found["Taken"] == ("2024-06-01T14:22:10", "2024-06-01T14:22:11", 0)
    assert found["Rating"] == (NOTHING, "★★", 1)


def test_nothing_known_is_no_empty_text() -> None:
    found = named(PHOTO, replace(PHOTO, facts=PhotoFacts(), format=None))
    assert found["Camera"] == ("X100V", NOTHING, 0)
    assert found["Format"] == ("JPEG", NOTHING, 0)
