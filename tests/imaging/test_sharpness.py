from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageFilter

from tagger.imaging.decode import decode
from tagger.imaging.sharpness import sharpness


def test_a_blurred_copy_is_less_sharp_and_a_flat_frame_not_at_all(shared: Path) -> None:
    image = decode(str(shared / "photos/photos/ladybug.jpg"), 1024)
    blurred = [sharpness(image.filter(ImageFilter.GaussianBlur(radius))) for radius in (0, 2, 4, 8)]
    assert blurred == sorted(blurred, reverse=True)
    assert blurred[0] > 3 * blurred[1]
    assert sharpness(Image.new("RGB", (64, 64))) == 0
    assert sharpness(Image.new("RGB", (1, 1))) == 0
