from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger.metadata import values


@pytest.mark.parametrize(
    ("text", "subsecond", "offset", "expected"),
    [
        ("2008:05:30 15:56:01", None, None, "2008-05-30T15:56:01"),
        ("2021:04:11 15:47:53", "054", "-05:00", "2021-04-11T15:47:53.054-05:00"),
        ("2021:04:11 15:47:53", "00  ", "Z", "2021-04-11T15:47:53+00:00"),
        ("2021:04:11 15:47:53", "abc", "5h", "2021-04-11T15:47:53"),
        ("2019-03-04T05:06:07.123+02:00", "9", "+09:00", "2019-03-04T05:06:07.123+02:00"),
        ("2019-03-04T05:06Z", None, None, "2019-03-04T05:06:00+00:00"),
        ("2022-03-31T11:31:56+0000", None, None, "2022-03-31T11:31:56+00:00"),
        ("2015-06-11", None, None, "2015-06-11"),
        ("0000:00:00 00:00:00", None, None, None),
        ("    :  :     :  :  ", None, None, None),
        ("2023:02:30 12:00:00", None, None, None),
        ("2016:12:31 23:59:60", None, None, "2016-12-31T23:59:59"),
        ("", None, None, None),
        (None, "1", "Z", None),
    ],
)
def test_dates(text: str | None, subsecond: str | None, offset: str | None, expected: str | None) -> None:
    assert values.timestamp(text, subsecond=subsecond, offset=offset) == expected


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("FUJIFILM", "X100V", "FUJIFILM X100V"),
        ("Canon", "Canon EOS 40D", "Canon EOS 40D"),
        ("NIKON CORPORATION", "NIKON D5000", "NIKON D5000"),
        ("OLYMPUS IMAGING CORP.", "E-M10", "OLYMPUS E-M10"),
        ("SONY\0\0", "DSC-HX5V ", "SONY DSC-HX5V"),
        ("Panasonic", "", "Panasonic"),
        (None, "QSS-32", "QSS-32"),
        (None, None, None),
    ],
)
def test_cameras(make: str | None, model: str | None, expected: str | None) -> None:
    assert values.camera(make, model) == expected


def test_ratings() -> None:
    assert [values.stars(text) for text in ("-1", "0", "3.0", "5", "6", "x", None)] == [-1, 0, 3, 5, None, None, None]
    assert [values.percent_stars(text) for text in ("0", "1", "25", "50", "75", "99", "100", "x")] == [
        0,
        1,
        2,
        3,
        4,
        5,
        5,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "reference", "limit", "expected"),
    [
        ("52/1 27/1 3600/100", "N", 90, 52.46),
        ("33/1 30/1 0/1", "S", 90, -33.5),
        ("53,30.0N", None, 90, 53.5),
        ("8,30,36W", None, 180, -8.51),
        ("-33.5", None, 90, -33.5),
        ("13.369367", "E", 180, 13.369367),
        ("0/0 0/0 0/0", "N", 90, None),
        ("91", "N", 90, None),
        ("nonsense", "N", 90, None),
        ("1 2 3 4", "N", 90, None),
        (None, "N", 90, None),
    ],
)
def test_places(text: str | None, reference: str | None, limit: float, expected: float | None) -> None:
    found = values.degrees(text, reference, limit=limit)
    assert found == (None if expected is None else pytest.approx(expected))


def test_texts_are_cleaned_and_bounded() -> None:
    assert values.line(" a\tb\0rest") == "a b"
    assert values.prose("one\r\ntwo\x07\n") == "one\ntwo"
    assert values.prose(" \x00 ") is None
    assert len(values.prose("x" * 99_999) or "") == values.MAX_CHARS


@given(st.text(), st.text(), st.text())
def test_nonsense_never_raises(first: str, second: str, third: str) -> None:
    values.timestamp(first, subsecond=second, offset=third)
    values.camera(first, second)
    values.stars(first)
    values.percent_stars(first)
    values.degrees(first, second, limit=90)
    values.line(first)
    values.prose(first)
