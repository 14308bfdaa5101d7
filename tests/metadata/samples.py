"""Small XMP files and photos for the tests of metadata."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import Image

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "lr": "http://ns.adobe.com/lightroom/1.0/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "MicrosoftPhoto": "http://ns.microsoft.com/photo/1.0/",
    "mediapro": "http://ns.iview-multimedia.com/mediapro/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "acme": "http://example.org/acme/1.0/",
}
UNREADABLE = ("empty.xmp", "entities.xmp", "malformed.xmp")


def xmp(content: str, attributes: str = "") -> bytes:
    """A sidecar with one block of this content."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f' <rdf:Description rdf:about="" {declared} {attributes}>{content}</rdf:Description>\n</rdf:RDF></x:xmpmeta>'
    ).encode()


def items(prop: str, values: list[str], container: str = "Bag") -> str:
    """A list property."""
    inner = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{prop}><rdf:{container}>{inner}</rdf:{container}></{prop}>"


def photo(path: Path, *, packet: bytes | None = None, exif: Image.Exif | None = None) -> Path:
    """A small JPEG with this metadata."""
    options = {key: value for key, value in (("xmp", packet), ("exif", exif)) if value is not None}
    Image.new("RGB", (8, 6), (200, 90, 10)).save(path, "JPEG", **options)
    return path


def sidecars_of(shared: Path) -> Iterator[Path]:
    """All sidecars among the test photos."""
    folder = shared / "photos"
    yield from sorted(
        path
        for part in ("photos", "generated", "sidecars")
        for path in (folder / part).iterdir()
        if path.suffix.casefold() == ".xmp"
    )
