from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tagger.entities import TagPath
from tagger.metadata.merge import merge_keywords
from tagger.metadata.splice import Layout
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import NAMESPACES, UNREADABLE, items, sidecars_of, xmp

TAGS = (TagPath("Animal|Dog"), TagPath("Orte|Köln"))


def spliced(data: bytes, tags: tuple[TagPath, ...] = TAGS, removed: tuple[TagPath, ...] = ()) -> bytes:
    document = XmpDocument.parse(data)
    layout = Layout(document)
    merge_keywords(document, tags, removed)
    return layout.to_bytes()


def test_only_lines_of_keywords_are_added_to_real_sidecars(shared: Path) -> None:
    for path in sidecars_of(shared):
        if path.name in UNREADABLE:
            continue
        document = XmpDocument.parse(path.read_bytes())
        old = path.read_bytes().decode(document.packet.codec).splitlines(keepends=True)
        new = spliced(path.read_bytes()).decode(document.packet.codec).splitlines(keepends=True)
        lost = [line[2:] for line in difflib.ndiff(old, new) if line.startswith("- ")]
        assert all("subject" in line.casefold() or "keyword" in line.casefold() for line in lost), path


def test_nothing_to_do_gives_the_same_bytes(shared: Path) -> None:
    for path in sidecars_of(shared):
        if path.name not in UNREADABLE:
            assert spliced(path.read_bytes(), ()) == path.read_bytes()


def test_adding_and_removing_gives_the_same_bytes(shared: Path) -> None:
    data = (shared / "photos" / "sidecars" / "digikam-example.xmp").read_bytes()
    assert spliced(spliced(data), (), TAGS) == data


@pytest.mark.parametrize(
    "block",
    [
        "<rdf:Description rdf:about='' {ns} acme:a='1&#xA;2'/>",
        "<rdf:Description rdf:about='' {ns}\n  acme:a='>'\n  />",
        "<rdf:Description rdf:about='' {ns} dc:subject = 'Old' acme:a=\"'\"></rdf:Description>",
        "<rdf:Description {ns}><!-- one --><acme:a><![CDATA[<dc:subject>]]></acme:a><?pi ?></rdf:Description>",
        "<rdf:Description {ns}><dc:subject><rdf:Bag/></dc:subject><acme:a/></rdf:Description>",
        "<rdf:Description {ns}><dc:subject><rdf:Bag ><rdf:li><![CDATA[A & B]]></rdf:li></rdf:Bag></dc:subject>{end}",
        "<rdf:Description {ns}/><rdf:Description {ns}><d:subject xmlns:d='{dc}'>Old</d:subject>{end}",
    ],
)
def test_unusual_blocks(block: str) -> None:
    namespaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:acme="http://example.org/acme/1.0/"'
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    data = (head + block.format(ns=namespaces, dc=NAMESPACES["dc"], end="</rdf:Description>") + "</rdf:RDF>").encode()
    after = XmpDocument.parse(spliced(data))
    assert after.flat()[-4:] == ["Animal", "Dog", "Orte", "Köln"]
    assert after.flat()[:-4] == XmpDocument.parse(data).flat()
    for fragment in ("&#xA;", "<!-- one -->", "<![CDATA[<dc:subject>]]>", "<![CDATA[A & B]]>", "<?pi ?>", "acme:a='>'"):
        assert (fragment in block) == (fragment.encode() in spliced(data))


def test_line_ends_of_windows_are_kept() -> None:
    data = xmp("\n  " + items("dc:subject", ["Old"]) + "\n ").replace(b"\n", b"\r\n")
    out = spliced(data)
    assert out.count(b"\r\n") == out.count(b"\n") > data.count(b"\n")
