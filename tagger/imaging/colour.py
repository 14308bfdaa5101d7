"""From whatever a file holds to 8-bit sRGB."""

from __future__ import annotations

import functools
import io
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image, ImageChops, ImageCms

BACKDROP = (255, 255, 255)
"""What shows through transparent pixels. White, because that is what a cut-out is flattened on when it is exported as a
JPEG: the two then look alike to the perceptual hash, to the eye, and to models trained on such exports."""

MAX_PROFILE_BYTES = 4 * 1024 * 1024
"""Larger colour profiles are ignored; the largest of real printers stay below 3 MB."""

_SRGB = ImageCms.createProfile("sRGB")


def flattened(image: Image.Image) -> Image.Image:
    """The image with 8 bits, no palette and no transparency: L, RGB, CMYK or LAB, in the colours of its own profile."""
    if image.mode in ("L", "RGB", "CMYK", "LAB"):
        return image if "transparency" not in image.info else _over_backdrop(image.convert("RGBA"))
    if image.mode in ("I", "F") or image.mode.startswith("I;16"):
        grey = Image.fromarray(_eight_bits(np.asarray(image)))
        white_is_zero = getattr(image, "tag_v2", {}).get(ExifTags.Base.PhotometricInterpretation) == 0
        return ImageChops.invert(grey) if white_is_zero else grey
    if image.has_transparency_data:
        return _over_backdrop(image.convert("RGBA"))
    return image.convert("L" if image.mode == "1" else "RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB in sRGB from an image as `flattened` gives it; a broken or unfitting profile is ignored."""
    if profile and len(profile) <= MAX_PROFILE_BYTES:
        try:
            transform = _transform(profile, image.mode)
            if transform is not None:
                return transform.apply(image)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # the picture without its profile is better than none
    if image.mode == "LAB":
        return _lab_transform().apply(image)
    return image.convert("RGB")


def _over_backdrop(image: Image.Image) -> Image.Image:
    backdrop = Image.new("RGB", image.size, BACKDROP)
    backdrop.paste(image, mask=image.getchannel("A"))
    return backdrop


def _eight_bits(pixels: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """Grey of more than 8 bits as uint8: 16 bit by its nominal range, others by the range they use."""
    if pixels.dtype.kind == "u" and pixels.dtype.itemsize == 2:
        return (pixels >> 8).astype(np.uint8)
    finite = np.nan_to_num(pixels.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(finite.min(initial=0.0)), float(finite.max(initial=0.0))
    if pixels.dtype.kind in "iu" and low >= 0 and high <= 65535:
        low, high = 0.0, 65535.0
    finite -= low
    finite *= 255.0 / (high - low) if high > low else 0.0
    eight: npt.NDArray[np.uint8] = finite.round().astype(np.uint8)
    return eight


@functools.lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The transform to sRGB; None where the profile is sRGB already. Building one costs as much as applying it."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if mode == "RGB" and "sRGB" in ImageCms.getProfileDescription(source):
        return None
    return ImageCms.buildTransform(source, _SRGB, mode, "RGB")


@functools.lru_cache(maxsize=1)
def _lab_transform() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), _SRGB, "LAB", "RGB")
