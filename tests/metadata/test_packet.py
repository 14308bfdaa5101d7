from __future__ import annotations

import codecs

import pytest

from tagger.errors import SidecarError
from tagger.metadata import packet
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import items, xmp

BODY = xmp(items("dc:subject", ["Köln", "日本"])).decode()


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_every_unicode_encoding_is_read_and_kept(codec: str, mark: bool) -> None:
    data = ("\ufeff" if mark else "").encode(codec) + BODY.encode(codec)
    document = XmpDocument.parse(data)
    assert document.flat() == ["Köln", "日本"]
    assert XmpDocument.parse(document.to_bytes()).flat() == ["Köln", "日本"]
    assert document.to_bytes().startswith(data[:4])


def test_declared_latin1_survives_words_it_cannot_hold() -> None:
    data = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + BODY.replace("日本", "x").encode("latin-1")
    document = XmpDocument.parse(data)
    next(document.root.iter("{*}li")).text = "日本"
    again = XmpDocument.parse(document.to_bytes())
    assert again.flat() == ["日本", "x"]
    assert again.packet.codec == "iso8859-1"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"   ", "well-formed"),
        (b"not xml", "well-formed"),
        (BODY[:-5].encode(), "well-formed"),
        (BODY.encode() + b"\0\0\0", "well-formed"),
        (BODY.encode() + b"<more/>", "well-formed"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd<", "valid utf-8"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "unknown encoding"),
        (b'<?xml version="1.0" encoding="base64"?><a/>', "does not allow"),
        (b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", "rdf:RDF"),
        (b"<a><unbound:b/></a>", "well-formed"),
        (b"<!DOCTYPE a><a/>", "document type"),
        (b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "document type"),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "document type"),
        (b"<a>" * 5000 + b"</a>" * 5000, "well-formed"),
    ],
)
def test_what_cannot_be_understood_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(SidecarError, match=reason) as caught:
        XmpDocument.parse(data)
    assert "left alone" in caught.value.advice


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet, "MAX_BYTES", 1000)
    with pytest.raises(SidecarError, match="larger"):
        XmpDocument.parse(BODY.encode() + b" " * 1000)


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\r\n<!-- a > b -->',
            "\n" + " " * 2000 + '\n<?xpacket end="w"?>',
        ),
        ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', "<!-- <x:xmpmeta> --><?pi </x:xmpmeta>?>\n\n"),
        ("\ufeff\n", ""),
    ],
)
def test_everything_around_the_root_is_kept_verbatim(head: str, tail: str) -> None:
    data = (head + BODY + tail).encode() if not head.startswith("\ufeff\n") else ("\ufeff" + BODY + tail).encode()
    document = XmpDocument.parse(data)
    document.rdf.append(document.rdf.makeelement("{http://example.org/}new"))
    out = document.to_bytes().decode()
    assert out.startswith(head.rstrip("\n") if head.startswith("\ufeff\n") else head)
    assert out.endswith(tail)


def test_line_ends_of_the_file_are_kept() -> None:
    data = BODY.replace("\n", "\r\n").encode()
    assert XmpDocument.parse(data).to_bytes().count(b"\r\n") == data.count(b"\r\n") > 1
