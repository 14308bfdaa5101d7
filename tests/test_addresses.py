from __future__ import annotations

import pytest

from tagger.addresses import check_url
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
