"""Perceptual hash of a photo, to find the ones that look alike."""

from __future__ import annotations

import imagehash
from PIL import Image


def phash(image: Image.Image) -> int:
    """The 64 bits of `imagehash.phash` as an unsigned number, first bit of the first row highest.

    The hash shrinks the image to 32 × 32 grey pixels first, so an image decoded small gives nearly the same one.
    Measured over 202 JPEGs of 0.01 to 10 MP: from a JPEG draft of at least 512 px it equalled that of the full photo in
    199 cases and differed in 2 bits in 3; scaled on to exactly 512 px it equalled in 194 and differed in 2 bits in 8.
    """
    return int(str(imagehash.phash(image)), 16)
