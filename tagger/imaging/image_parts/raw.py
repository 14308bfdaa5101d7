"""The picture in RAW files that are not built like a TIFF or of boxes: RAF, MRW."""

from __future__ import annotations

from collections.abc import Iterator

from tagger.imaging.image_parts.source import Source


def raf_parts(source: Source) -> Iterator[bytes]:
    """The sensor data of a Fujifilm RAF; the metadata is in its preview.

    Raises:
        Unstructured: there is none.
    """
    yield from source.ranges([(source.number(100, 4), source.number(104, 4))])


def mrw_parts(source: Source) -> Iterator[bytes]:
    """The sensor data of a Minolta MRW, which follows its blocks of metadata.

    Raises:
        Unstructured: there is none.
    """
    yield from source.ranges([(8 + source.number(4, 4), source.size)])
