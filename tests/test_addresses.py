from __future__ import annotations

import os

import pytest

from tagger.addresses import PublicFolder, check_url, public_url
from tagger.errors import UsageError


@pytest.mark.parametrize("url", [None, "https://x.example/api/", "http://localhost:8/", "http://[::1]:8/", "HTTPS://x"])
def test_safe_places_are_accepted(url: str | None) -> None:
    check_url(url)


@pytest.mark.parametrize(
    "url",
    ["", "x", "http://x.example/", "ftp://x/", "https://u:hush@x/", "https://x/?key=hush", "https://x\n.y/", "https://x:99999/",
     "http://127.0.0.1@evil.example/", "http://127.0.0.1.evil.example/", "http://127.0.0.1\\.evil/", "file:///etc", "https://["],
)  # fmt: skip
def test_other_places_are_refused(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_url(url)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("mapping", "path", "url"),
    [
        ("/photos=https://h.example/album", "/photos/a.jpg", "https://h.example/album/a.jpg"),
        (
            "/photos/=https://h.example/album/",
            "/photos/Ä b/c#1?.jpg",
            "https://h.example/album/%C3%84%20b/c%231%3F.jpg",
        ),
        (" /photos/./x/..=http://h.example ", "/photos/a.jpg", "http://h.example/a.jpg"),
        ("/a=b=https://h.example:8080", "/a=b/c.jpg", "https://h.example:8080/c.jpg"),
        ("/photos=https://h.example", "/photos2/a.jpg", None),
        ("/photos=https://h.example", "/photos/../private/a.jpg", None),
        ("", "/photos/a.jpg", None),
    ],
)
def test_files_of_a_public_folder_have_an_address_and_no_others(mapping: str, path: str, url: str | None) -> None:
    assert public_url(mapping, path) == url


def test_bytes_that_are_no_text_stay_what_they_are_in_an_address() -> None:
    assert public_url("/photos=https://h.example", os.fsdecode(b"/photos/\xff.jpg")) == "https://h.example/%FF.jpg"


@pytest.mark.parametrize(
    "mapping",
    [
        "/photos",
        "https://h.example",
        "=https://h.example",
        "photos=https://h.example",
        "/photos=https://",
        "/p=ftp://h/",
    ]
    + [f"/photos=https://h.example/{more}" for more in ("?key=1", "#a", "a b", "a\nb")]
    + ["/photos=https://user:secret@h.example/"],
)
def test_a_public_folder_that_is_none_is_refused(mapping: str) -> None:
    with pytest.raises(UsageError) as caught:
        PublicFolder.read(mapping)
    assert "secret" not in str(caught.value)
