"""The picture in files of chunks and sections: PNG, WebP, GIF, PSD."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.imaging.image_parts.source import Source, Unstructured

_PNG_PICTURE = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"acTL", b"fcTL", b"fdAT"})
_WEBP_PICTURE = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})
_GIF_MOST_BYTES = 64 << 20  # its blocks are short: a larger file is compared as a whole
_MOST_CHUNKS = 1_000_000


def png_parts(source: Source) -> Iterator[bytes]:
    """Header, palette, transparency and frames of a PNG, however its data is cut into chunks.

    Raises:
        Unstructured: there is no picture, or there are more chunks than in any.
    """
    at, last = 8, b""
    for _ in range(_MOST_CHUNKS):
        head = source.at(at, 8)
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if len(head) < 8 or kind == b"IEND":
            break
        if kind in _PNG_PICTURE:
            yield b"" if kind == last else kind
            yield from source.pieces(at + 8, length)
            last = kind
        at += 12 + length
    else:
        raise Unstructured
    if not last:
        raise Unstructured


def webp_parts(source: Source) -> Iterator[bytes]:
    """The coded images of a WebP; its VP8X header changes with the metadata.

    Raises:
        Unstructured: there is no picture, or there are more chunks than in any.
    """
    at, found = 12, False
    for _ in range(_MOST_CHUNKS):
        head = source.at(at, 8)
        length, kind = int.from_bytes(head[4:], "little"), head[:4]
        if len(head) < 8:
            break
        if kind in _WEBP_PICTURE:
            found = True
            yield kind
            yield from source.pieces(at + 8, length)
        at += 8 + length + length % 2
    else:
        raise Unstructured
    if not found:
        raise Unstructured


def psd_parts(source: Source) -> Iterator[bytes]:
    """Header, colours, layers and composite of a PSD or PSB; its resources hold the metadata and a thumbnail.

    Raises:
        Unstructured: a section ends beyond the file.
    """
    head = source.exactly(0, 26)
    resources = 30 + source.number(26, 4)
    layers = resources + 4 + source.number(resources, 4)
    if layers >= source.size:
        raise Unstructured
    yield head
    yield from source.pieces(26, resources - 26)
    yield from source.pieces(layers, source.size)


def gif_parts(source: Source) -> Iterator[bytes]:
    """Screen, palettes and frames of a GIF; comments and the blocks of applications are left out.

    Raises:
        Unstructured: it is too large to be walked through, or there is no frame.
    """
    if source.size > _GIF_MOST_BYTES:
        raise Unstructured
    data = source.at(0, source.size)
    at = 13 + _palette_bytes(data, 10)
    kept = [data[6:at]]
    frames = 0
    while at < len(data) and data[at] in (0x21, 0x2C):
        start, frame = at, data[at] == 0x2C
        at += 11 + _palette_bytes(data, at + 9) if frame else 2
        at = _after_blocks(data, at)
        if frame or data[start + 1 : start + 2] == b"\xf9":
            kept.append(data[start:at])
        frames += frame
    if not frames:
        raise Unstructured
    yield from kept


def _palette_bytes(data: bytes, at: int) -> int:
    """Length of the palette that the packed byte at a place announces."""
    packed = data[at] if at < len(data) else 0
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """The end of a chain of data blocks."""
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1
