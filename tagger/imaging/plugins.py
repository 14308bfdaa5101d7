"""The decoders that Pillow gets from other packages, loaded when the first file needs one.

None of them has a wheel for every kind of computer, so each may be absent. They answer only to who asks for them by
name: whatever else opens a picture with Pillow, such as the reader of metadata, must not have it decoded by that.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping

from PIL import Image

from tagger.imaging import faults


def decoders(format_name: str) -> tuple[str, ...]:
    """Pillow's names of what may decode a format, as `sniff` calls it; their plug-ins are loaded.

    Raises:
        PhotoError: the package that decodes it is not installed.
    """
    register, package = _PLUGINS.get(format_name, (None, ""))
    if register is not None:
        try:
            register()
        except ImportError as error:
            raise faults.no_decoder(format_name, package) from error
    return _DECODERS.get(format_name, (format_name,))


@functools.cache
def _heif() -> None:
    import pi_heif

    # One thread: photos are decoded side by side already, and what is beside the photo is not shown.
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
    _hide("HEIF")


@functools.cache
def _jpeg_xl() -> None:
    # Of an animation it shows the last frame: jpegxl-rs beneath it writes every frame into one buffer and knows no
    # animations (https://github.com/inflation/jpegxl-rs/issues/78). Leaving out all but the first before decoding would
    # take its entropy decoder, and imagecodecs, which can be asked for a frame, is 26 MB to download; no camera
    # animates in this format.
    from pillow_jxl import JpegXLImagePlugin

    JpegXLImagePlugin.DECODE_THREADS = 0
    _hide("JXL")


def _hide(decoder: str) -> None:
    """Have Pillow use a decoder only where it is named."""
    if decoder in Image.ID:
        Image.ID.remove(decoder)


_DECODERS: Mapping[str, tuple[str, ...]] = {"JPEG": ("JPEG", "MPO"), "HEIC": ("HEIF",), "JPEG XL": ("JXL",)}
_PLUGINS: Mapping[str, tuple[Callable[[], None], str]] = {
    "HEIC": (_heif, "pi-heif"),
    "JPEG XL": (_jpeg_xl, "pillow-jxl-plugin"),
}
