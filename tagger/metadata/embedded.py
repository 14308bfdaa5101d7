"""The metadata inside a photo, as raw text by key: exiv2 first, Pillow for what exiv2 cannot open.

exiv2 is native code that meets hostile files, so this runs in worker processes; see `isolated`. Its XMP is not used
where the packet itself can be had: it drops what it dislikes and confuses prefixes across files.
"""

from __future__ import annotations

import contextlib
import os
import struct
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tagger.errors import PhotoError, SidecarError
from tagger.imaging import formats, plugins
from tagger.metadata import gif, jpeg
from tagger.metadata.exif import pillow_exif
from tagger.metadata.keywords import MAX_KEYWORDS
from tagger.metadata.xmp import ReadOnlyXmp, XmpDocument

MAX_PACKET_BYTES = 16 * 1024 * 1024
MAX_FILE_BYTES = 512 * 1024 * 1024
_ESCAPE_UTF8 = "\x1b%G"


@dataclass(frozen=True, slots=True)
class Embedded:
    """What one file says of itself.

    Attributes:
        exif: values by exiv2's keys such as ``Exif.Photo.DateTimeOriginal``, rationals as ``1/2``.
        iptc: values by exiv2's keys such as ``Iptc.Application2.Keywords``, repeated ones in order.
        packet: the XMP packet, None if there is none that can be parsed.
        size: width and height of the stored image in pixels, None where exiv2 cannot tell.
    """

    exif: Mapping[str, str] = field(default_factory=dict)
    iptc: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    packet: bytes | None = None
    size: tuple[int, int] | None = None

    def document(self) -> XmpDocument | None:
        """The parsed packet."""
        return None if self.packet is None else XmpDocument.parse(self.packet)


def read_embedded(path: str) -> Embedded:
    """Read all metadata of a file; what is broken is left out, nothing is raised for it."""
    return read_parsed(path)[0]


def read_parsed(path: str) -> tuple[Embedded, XmpDocument | None]:
    """The same, with the packet parsed already, for reading only."""
    exif, iptc, exiv2_packet, size = _by_exiv2(path)
    packets = [jpeg.xmp_packet(path)]
    if not exif or (packets[0] is None and not jpeg.is_jpeg(path)):
        pillow_exif, pillow_packet = _by_pillow(path, with_exif=not exif)
        exif = exif or pillow_exif
        packets += [pillow_packet, gif.xmp_packet(path)]
    for packet in (*packets, exiv2_packet):
        for candidate in _candidates(packet):
            with contextlib.suppress(SidecarError):
                return Embedded(exif, iptc, candidate, size), ReadOnlyXmp.parse(candidate)
    return Embedded(exif, iptc, None, size), None


def _candidates(packet: bytes | None) -> tuple[bytes, ...]:
    """A packet, and the same without the padding that some writers leave around it."""
    if not packet or len(packet) > MAX_PACKET_BYTES:
        return ()
    bare = packet.strip(b"\0 \r\n\t")
    return (packet,) if bare == packet else (packet, bare)


def _by_exiv2(path: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]], bytes | None, tuple[int, int] | None]:
    import pyexiv2

    pyexiv2.set_log_level(4)  # mute: what it would print is of no use to anybody
    try:
        image = _open_exiv2(pyexiv2, path)
    except (RuntimeError, OSError, ValueError, ArithmeticError):  # exiv2 guards its sums, and says so
        return {}, {}, None, None
    try:
        exif = _read(image.read_exif)
        iptc = _read(image.read_iptc)
        packet = _read_packet(image)
        size = (image.get_pixel_width(), image.get_pixel_height())
    finally:
        image.close()
    marked = iptc.get("Iptc.Envelope.CharacterSet", ("",))[0].startswith(_ESCAPE_UTF8)
    codecs = ("utf-8", "latin-1") if marked else ("utf-8", "cp1252", "latin-1")
    return (
        {key: _decoded(values[0], ("utf-8", "latin-1")) for key, values in exif.items()},
        {key: tuple(_decoded(value, codecs) for value in values) for key, values in iptc.items()},
        packet,
        size if min(size) > 0 else None,
    )


def _open_exiv2(pyexiv2: Any, path: str) -> Any:
    """Open by the exact bytes of the path; on Windows exiv2 knows the ANSI code page only, so it gets the content."""
    if sys.platform == "win32" and not path.isascii():
        with open(path, "rb") as file:
            return pyexiv2.ImageData(file.read(MAX_FILE_BYTES))
    return pyexiv2.Image(os.fsencode(path).decode("latin-1"), encoding="latin-1")


def _read(reader: Callable[..., dict[str, Any]]) -> dict[str, tuple[str, ...]]:
    """One kind of metadata with its bytes as Latin-1 text; nothing if it is broken."""
    try:
        found = reader(encoding="latin-1")
    except (RuntimeError, ValueError, ArithmeticError):
        return {}
    return {
        key: tuple(map(str, value[:MAX_KEYWORDS])) if isinstance(value, list) else (str(value),)
        for key, value in found.items()
        if not isinstance(value, dict)
    }


def _read_packet(image: Any) -> bytes | None:
    try:
        packet: str = image.read_raw_xmp(encoding="latin-1")
    except (RuntimeError, ValueError):
        return None
    return packet.encode("latin-1") or None


def _decoded(text: str, codecs: Sequence[str]) -> str:
    """Text that was read as Latin-1 bytes, in the first encoding that fits; what is no such text is text already."""
    for codec in codecs:
        try:
            return text.encode("latin-1").decode(codec)
        except UnicodeError:
            continue
    return text


def _by_pillow(path: str, *, with_exif: bool) -> tuple[dict[str, str], bytes | None]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_decoders(path)) as image:
                packet = image.info.get("xmp")
                exif = dict(pillow_exif(image.getexif())) if with_exif else {}
    except (
        OSError,
        ValueError,
        SyntaxError,
        TypeError,
        KeyError,
        IndexError,
        EOFError,
        RuntimeError,  # the AVIF decoder
        MemoryError,  # a Photoshop file that claims to be longer than it is
        PhotoError,
        struct.error,
        Image.DecompressionBombError,
    ):
        return {}, None  # Pillow's readers raise all of these for broken files
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "surrogatepass")
    return exif, packet if isinstance(packet, bytes) else None


def _decoders(path: str) -> tuple[str, ...] | None:
    """Pillow's decoders for a file: HEIC has its packet as it stands there from its own one, which decodes nothing yet.

    None for all others that Pillow comes with; JPEG XL is not among them, since its plug-in decodes when it opens.
    """
    with open(path, "rb") as file:
        head = file.read(formats.HEAD_BYTES)
    return plugins.decoders("HEIC") if formats.sniff(head, path) == "HEIC" else None
