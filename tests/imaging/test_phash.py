from __future__ import annotations

from pathlib import Path

import imagehash
import pytest
from PIL import Image

from tagger.imaging.decode import decode, open_upright
from tagger.imaging.phash import phash


def test_it_is_the_hash_of_imagehash(shared: Path) -> None:
    image = decode(str(shared / "photos/photos/ladybug.jpg"))
    bits = imagehash.phash(image).hash.flatten()
    assert phash(image) == int("".join("1" if bit else "0" for bit in bits), 2)


def test_it_fits_64_bits() -> None:
    assert 0 <= phash(Image.effect_noise((64, 64), 90).convert("RGB")) < 1 << 64
    assert phash(Image.new("RGB", (64, 64))) == 0


@pytest.mark.parametrize(
    "name",
    ["jolla.jpg", "iphone_hdr_NO.jpg", "Canon Powershot S90.jpg", "IMG_5910.jpg", "iptc-2021.jpg", "tweethog.png"],
)
def test_a_draft_gives_the_hash_of_the_photo(shared: Path, name: str) -> None:
    path = str(shared / "photos/photos" / name)
    full, draft = phash(decode(path)), phash(open_upright(path, 512, exact=False).image)
    assert (full ^ draft).bit_count() <= 2
