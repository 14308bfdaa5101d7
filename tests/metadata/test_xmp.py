from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from tagger.metadata import namespaces
from tagger.metadata.namespaces import RATING, name
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import items, xmp


def test_properties_are_found_by_uri_in_every_form() -> None:
    data = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description xmlns:xap="http://ns.adobe.com/xap/1.0/" xap:Rating="3"/>'
        b'<rdf:Description xmlns:DC="http://purl.org/dc/elements/1.1/"><DC:subject>plain</DC:subject></rdf:Description>'
        b'<rdf:Description xmlns:d="http://purl.org/dc/elements/1.1/" d:subject="attribute"/>'
        b'<rdf:Description xmlns:dc="http://example.org/not-dublin-core/"><dc:subject>foreign</dc:subject></rdf:Description>'
        b"</rdf:RDF>"
    )
    document = XmpDocument.parse(data)
    assert document.text(RATING) == "3"
    assert sorted(document.flat()) == ["attribute", "plain"]


def test_qualified_items_are_read() -> None:
    qualified = (
        '<rdf:li rdf:parseType="Resource"><rdf:value>dog</rdf:value><acme:confidence>0.5</acme:confidence></rdf:li>'
        "<rdf:li><rdf:Description><rdf:value>cat</rdf:value><acme:confidence>0.7</acme:confidence></rdf:Description></rdf:li>"
        '<rdf:li><rdf:Description rdf:value="cow" acme:confidence="0.7"/></rdf:li>'
        "<rdf:li>plain <!-- why --> word</rdf:li><rdf:li><![CDATA[a & b]]></rdf:li><rdf:li/>"
    )
    document = XmpDocument.parse(xmp(f"<dc:subject><rdf:Bag>{qualified}</rdf:Bag></dc:subject>"))
    assert document.flat() == ["dog", "cat", "cow", "plain  word", "a & b"]


def test_hierarchies_of_all_programs_are_read_in_digikams_order() -> None:
    categories = escape(
        '<Categories><Category Assigned="0">P<Category Assigned="1">Q</Category></Category></Categories>'
    )
    content = (
        items("lr:hierarchicalSubject", ["L|M"])
        + items("digiKam:TagsList", ["D/E"], "Seq")
        + items("MicrosoftPhoto:LastKeywordXMP", ["W/X"])
        + items("mediapro:CatalogSets", ["C|S"])
        + f'<acdsee:categories xmlns:acdsee="http://ns.acdsee.com/iptc/1.0/">{categories}</acdsee:categories>'
    )
    assert XmpDocument.parse(xmp(content)).hierarchical() == [
        ("D", "E"),
        ("W", "X"),
        ("L", "M"),
        ("C", "S"),
        ("P", "Q"),
    ]


def test_broken_categories_are_ignored() -> None:
    content = '<acdsee:categories xmlns:acdsee="http://ns.acdsee.com/iptc/1.0/">&lt;Categories&gt;</acdsee:categories>'
    assert XmpDocument.parse(xmp(content)).hierarchical() == []


def test_default_language_is_preferred() -> None:
    content = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="de">Hund</rdf:li>'
        '<rdf:li xml:lang="x-default">Dog</rdf:li></rdf:Alt></dc:description>'
        "<dc:title><rdf:Alt><rdf:li xml:lang='fr'>Chien</rdf:li></rdf:Alt></dc:title><dc:rights> </dc:rights>"
    )
    document = XmpDocument.parse(xmp(content))
    assert document.text(namespaces.CAPTION) == "Dog"
    assert document.text(name(namespaces.DC, "title")) == "Chien"
    assert document.text(name(namespaces.DC, "rights")) is None


def test_a_new_document_is_well_formed_and_empty() -> None:
    document = XmpDocument.parse(XmpDocument.new().to_bytes())
    assert document.flat() == []
    assert document.hierarchical() == []


def test_hostile_namespaces_do_not_confuse(shared: Path) -> None:
    document = XmpDocument.parse((shared / "photos" / "generated" / "nasty2.xmp").read_bytes())
    assert document.flat() == ["seq instead of bag"]
    assert document.hierarchical() == []
    assert document.text(RATING) == "-1"
