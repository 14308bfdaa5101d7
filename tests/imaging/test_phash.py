from __future__ import annotations

from pathlib import Path

import imagehash
import numpy as np
import pytest
from PIL import Image

from tagger.imaging.decode import decode, open_upright
from tagger.imaging.phash import FLAT, phash, prints

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def test_it_is_the_hash_of_imagehash(shared: Path) -> None:
    image = decode(str(shared / "photos/photos/ladybug.jpg"))
    bits = imagehash.phash(image).hash.flatten()
    assert phash(image) == int("".join("1" if bit else "0" for bit in bits), 2)


def test_it_fits_64_bits() -> None:
    assert 0 <= phash(Image.effect_noise((64, 64), 90).convert("RGB")) < 1 << 64
    assert phash(Image.new("RGB", (64, 64))) == 0


def test_it_is_that_hash_for_every_photo_and_for_pictures_without_any_detail(shared: Path) -> None:
    paths = sorted((shared / "coco/images").glob("*.jpg"))[:60]
    images = [decode(str(path), 512) for path in paths]
    images += [Image.new("RGB", (90, 60), (grey, grey, grey)) for grey in (0, 7, 255)]
    images += [Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90), Image.new("L", (1, 1))]
    assert len(images) == 66
    assert [phash(image) for image in images] == [int(str(imagehash.phash(image)), 16) for image in images]


@pytest.mark.parametrize(
    "name",
    ["jolla.jpg", "iphone_hdr_NO.jpg", "Canon Powershot S90.jpg", "IMG_5910.jpg", "iptc-2021.jpg", "tweethog.png"],
)
def test_a_draft_gives_the_hash_of_the_photo(shared: Path, name: str) -> None:
    path = str(shared / "photos/photos" / name)
    full, draft = phash(decode(path)), phash(open_upright(path, 512, exact=False).image)
    assert (full ^ draft).bit_count() <= 2


def test_the_hashes_of_turned_photos_come_from_one_transform(shared: Path) -> None:
    """By orientation: what turning the picture and hashing it again gives, but for bits that stand at the median."""
    for path in sorted((shared / "coco/images").glob("*.jpg"))[:12]:
        image = open_upright(str(path), 512).image
        found = prints(image)
        assert found.phash == phash(image)
        assert found.detail > FLAT
        for orientation, turn in TURNS.items():
            turned = phash(image.transpose(turn))
            given = int.from_bytes(found.turned[8 * (orientation - 1) : 8 * orientation], "big")
            assert (turned ^ given).bit_count() <= 2, (path.name, orientation)


def test_frames_without_detail_are_told_apart() -> None:
    noise = np.random.default_rng(1).normal(0, 5, (300, 400, 3))
    dark = Image.fromarray(np.abs(noise).clip(0, 255).astype("uint8"))
    sky = np.linspace(90, 180, 300)[:, None, None] + noise
    assert prints(dark).detail < FLAT
    assert prints(Image.fromarray(sky.clip(0, 255).astype("uint8"))).detail < FLAT
    assert prints(Image.new("RGB", (64, 64))).detail == 0
