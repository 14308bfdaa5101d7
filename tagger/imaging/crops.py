"""The part of a photo that a suggestion speaks of, cut out to be looked at beside others of its label."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

from PIL import Image

from tagger.entities import Box
from tagger.imaging.decode import decode

MARGIN = 0.15
"""Share of the box's longer side that is shown around it, so that one sees what it stands in."""

ENOUGH = 0.75
"""A crop this much smaller than it is shown still looks sharp enough not to open the photo for it."""

LARGEST_DECODED_PX = 3072
"""No photo is decoded larger than this for a crop; tiny boxes on huge photos stay soft instead."""

_LONGEST_TO_SHORTEST = 2.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a picture, in its pixels; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def longest_px(self) -> int:
        """Its longer side."""
        return max(self.right - self.left, self.bottom - self.top)


def part(box: Box, width: int, height: int) -> Box:
    """What to show for a box: with a margin, made nearly square, moved rather than cut at the photo's edges.

    Args:
        box: The box on the upright photo, 0..1.
        width: Of the photo in pixels; only the ratio to the height matters.
        height: Of the photo.

    Returns:
        The part, 0..1.
    """
    box = box.clipped()
    w_px, h_px = box.w * width, box.h * height
    margin = 2 * MARGIN * max(w_px, h_px)
    w_px, h_px = w_px + margin, h_px + margin
    w_px, h_px = max(w_px, h_px / _LONGEST_TO_SHORTEST, 1.0), max(h_px, w_px / _LONGEST_TO_SHORTEST, 1.0)
    w, h = min(w_px / width, 1.0), min(h_px / height, 1.0)
    x = min(max(box.x + box.w / 2 - w / 2, 0.0), 1.0 - w)
    y = min(max(box.y + box.h / 2 - h / 2, 0.0), 1.0 - h)
    return Box(x, y, w, h)


def cut(shown: Box | None, width: int, height: int) -> Cut:
    """A part of a picture of this size in whole pixels, one at least; None is the whole picture."""
    if shown is None:
        return Cut(0, 0, width, height)
    left = min(math.floor(shown.x * width), width - 1)
    top = min(math.floor(shown.y * height), height - 1)
    right = min(max(math.ceil((shown.x + shown.w) * width), left + 1), width)
    bottom = min(max(math.ceil((shown.y + shown.h) * height), top + 1), height)
    return Cut(left, top, right, bottom)


def suffices(shown: Box | None, size: tuple[int, int], full_px: int, side_px: int) -> bool:
    """Whether a small copy of a photo has enough pixels for a part of it.

    Args:
        shown: The part, 0..1; None for the whole photo.
        size: Width and height of the copy.
        full_px: Longest side of the photo itself; a copy as large as that is as good as it gets.
        side_px: Longest side at which the part is shown.
    """
    return max(size) >= full_px or cut(shown, *size).longest_px >= ENOUGH * side_px


def from_thumbnail(content: bytes, shown: Box | None, side_px: int) -> tuple[Image.Image, tuple[int, int]]:
    """The part cut out of a stored thumbnail, and the thumbnail's size.

    Raises:
        OSError: the thumbnail is damaged.
    """
    with Image.open(io.BytesIO(content), formats=["JPEG"]) as image:
        size = image.size
        if shown is None:
            image.draft("RGB", (side_px, side_px))
        return _fitted(image.convert("RGB"), shown, side_px), size


def from_photo(path: str, shown: Box | None, full: tuple[int, int], side_px: int) -> Image.Image:
    """The part cut out of the photo, which is decoded no larger than that needs.

    Args:
        path: The photo's file.
        shown: The part, 0..1; None for the whole photo.
        full: Width and height of the upright photo.
        side_px: Longest side at which the part is shown.

    Raises:
        PhotoError: it cannot be read.
    """
    longest = max(full)
    needed = math.ceil(longest * side_px / max(cut(shown, *full).longest_px, 1))
    return _fitted(decode(path, min(needed, longest, LARGEST_DECODED_PX)), shown, side_px)


def _fitted(image: Image.Image, shown: Box | None, side_px: int) -> Image.Image:
    place = cut(shown, *image.size)
    scale = min(1.0, side_px / place.longest_px)
    size = tuple(max(1, round(each * scale)) for each in (place.right - place.left, place.bottom - place.top))
    box = (place.left, place.top, place.right, place.bottom)
    if scale == 1.0:
        return image.crop(box)
    return image.resize((size[0], size[1]), Image.Resampling.BILINEAR, box=box, reducing_gap=2.0)
