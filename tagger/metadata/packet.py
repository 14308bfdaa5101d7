"""The bytes of an XMP file around its root element: encoding, and the head and tail that are kept verbatim."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from xml.parsers import expat

from tagger.errors import SidecarError

MAX_BYTES = 64 * 1024 * 1024
_ADVICE = "It was left alone; open it with the program that wrote it, or move it away, and export again."

# Longest first: the mark of UTF-16 LE begins the one of UTF-32 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_DECLARED = re.compile(rb"^<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
TAG_END = re.compile(rb"<(?:[^'\">]|'[^']*'|\"[^\"]*\")*>")


@dataclass(frozen=True, slots=True)
class Packet:
    """A sidecar taken apart.

    Attributes:
        codec: Python's name of the encoding; a byte order mark is part of ``head``.
        head: all text before the root element.
        root: the root element as UTF-8.
        tail: all text after it.
    """

    codec: str
    head: str
    root: bytes
    tail: str

    @property
    def has_crlf(self) -> bool:
        """Whether the lines of the root element all end in CR LF, as Windows has it."""
        return b"\r\n" in self.root and self.root.count(b"\r\n") == self.root.count(b"\n")

    def with_root(self, root: str) -> bytes:
        """The file with another root element."""
        head, tail = self.head.encode(self.codec), self.tail.encode(self.codec)
        return head + root.encode(self.codec, "xmlcharrefreplace") + tail


def unpack(data: bytes) -> Packet:
    """Take the bytes of an XMP file apart.

    Raises:
        SidecarError: empty, too large, of an unknown encoding, not well-formed, or with a document type; entities are
            never expanded.
    """
    if not data:
        raise SidecarError("The sidecar is empty.", _ADVICE)
    if len(data) > MAX_BYTES:
        raise SidecarError(f"The sidecar is larger than {MAX_BYTES >> 20} MB.", _ADVICE)
    codec = _codec(data)
    try:
        text = data.decode(codec)
        utf8 = text.encode("utf-8")
    except UnicodeError as error:
        raise SidecarError(f"The sidecar is not valid {codec}.", _ADVICE) from error
    start, end = _root_span(utf8)
    return Packet(codec, utf8[:start].decode("utf-8"), utf8[start:end], utf8[end:].decode("utf-8"))


def refusal(reason: str) -> SidecarError:
    """The error for a sidecar that is left alone because of its content."""
    return SidecarError(reason, _ADVICE)


def _codec(data: bytes) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return codec
    for start, codec in _UNMARKED:
        if data.startswith(start):
            return codec
    declared = _DECLARED.match(data)
    if declared is None:
        return "utf-8"
    try:
        found = codecs.lookup(declared[1].decode("ascii"))
    except LookupError as error:
        raise refusal(f"The sidecar is in the unknown encoding {declared[1].decode('ascii')}.") from error
    if not found._is_text_encoding or not found.name.startswith(("utf-8", "ascii", "iso8859", "cp125")):
        raise refusal(f"The sidecar is in the encoding {found.name}, which XMP does not allow.")
    return "utf-8" if found.name in {"ascii", "utf-8-sig"} else found.name


class _Root:
    """Where the root element begins and ends, as expat reports it."""

    def __init__(self) -> None:
        self.start = -1
        self.end_tag = -1
        self.parser = expat.ParserCreate("UTF-8")
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.StartDoctypeDeclHandler = self._refuse

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self.start = self.parser.CurrentByteIndex
        self.parser.StartElementHandler = None

    def _close(self, name: str) -> None:
        self.end_tag = self.parser.CurrentByteIndex  # the root is the last to be closed

    def _refuse(self, *declaration: object) -> None:
        raise refusal("The sidecar declares a document type or entities.")


def _root_span(utf8: bytes) -> tuple[int, int]:
    root = _Root()
    try:
        root.parser.Parse(utf8, True)
    except expat.ExpatError as error:
        raise refusal(f"The sidecar is not well-formed XML: {error}.") from error
    closed = utf8.startswith(b"</", root.end_tag)  # otherwise the root is one empty tag
    end = TAG_END.match(utf8, root.end_tag if closed else root.start)
    if end is None:
        raise refusal("The sidecar is not well-formed XML.")
    return root.start, end.end()
