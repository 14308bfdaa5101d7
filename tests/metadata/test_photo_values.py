from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.entities import TagPath
from tagger.errors import SidecarError
from tagger.metadata.change import Values
from tagger.metadata.merge import check_merge, foreign, merge_keywords
from tagger.metadata.namespaces import CAPTION, LABEL, RATING
from tagger.metadata.photo_values import PROPERTIES, check_values, edited_properties, merge_values
from tagger.metadata.splice import Layout
from tagger.metadata.values import prose
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import UNREADABLE, sidecars_of, xmp

ALL: Values = (("rating", 4), ("colour_label", "Red"), ("caption", "A heron & <more>\nof it"))
NONE: Values = tuple((field, None) for field in PROPERTIES)


def merged(data: bytes, values: Values) -> XmpDocument:
    """The document after a merge, spliced as well as serialised anew; both hold the same, and the rest as before."""
    document = XmpDocument.parse(data)
    layout = Layout(document)
    merge_values(document, values)
    before = XmpDocument.parse(data)
    serialised, spliced = XmpDocument.parse(document.to_bytes()), XmpDocument.parse(layout.to_bytes())
    for after in (serialised, spliced):
        check_merge(before, after, (), (), edited_properties(values))
        check_values(before, after, values)
    return spliced


@pytest.mark.parametrize(
    "data",
    [
        xmp(""),
        xmp("", 'xmp:Rating="2" xmp:Label="blau" dc:description="old"'),
        xmp("<xmp:Rating>2</xmp:Rating><xmp:Label>Rot</xmp:Label><dc:description>old</dc:description>"),
        xmp("<xmp:Rating/><xmp:Label/><dc:description/>"),
        xmp('<dc:description><rdf:Alt><rdf:li xml:lang="de-DE">alt</rdf:li></rdf:Alt></dc:description>'),
        xmp("<dc:description><rdf:Bag><rdf:li>old</rdf:li><rdf:li>too</rdf:li></rdf:Bag></dc:description>"),
        xmp("<xmp:Rating>1</xmp:Rating><xmp:Rating>2</xmp:Rating>"),
    ],
    ids=["none", "attributes", "elements", "blank", "other language", "bag", "twice"],
)
def test_values_replace_whatever_form_was_there(data):
    document = merged(data, ALL)
    assert (document.text(RATING), document.text(LABEL)) == ("4", "Red")
    assert document.text(CAPTION) == "A heron & <more>\nof it"
    assert merged(document.to_bytes(), ALL).to_bytes() == document.to_bytes(), "the second time changes nothing"
    bare = merged(document.to_bytes(), NONE)
    assert (bare.text(RATING), bare.text(LABEL)) == (None, None)
    assert bare.text(CAPTION) in (None, "alt")


def test_the_default_language_comes_first():
    data = xmp('<dc:description><rdf:Alt><rdf:li xml:lang="de">alt</rdf:li></rdf:Alt></dc:description>')
    (element,) = merged(data, ALL).elements(CAPTION)
    assert [item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in element[0]] == ["x-default", "de"]


def test_forms_that_cannot_be_kept_are_refused():
    document = XmpDocument.parse(
        xmp("<xmp:Rating><rdf:Description><rdf:value>2</rdf:value></rdf:Description></xmp:Rating>")
    )
    with pytest.raises(SidecarError):
        merge_values(document, ALL)


def test_check_finds_what_a_merge_must_not_do():
    before = xmp("<acme:secret>1</acme:secret>")
    other = xmp("<acme:secret>2</acme:secret><xmp:Rating>4</xmp:Rating>")
    with pytest.raises(SidecarError):
        check_merge(XmpDocument.parse(before), XmpDocument.parse(other), (), (), edited_properties(ALL[:1]))
    with pytest.raises(SidecarError):
        check_values(XmpDocument.parse(before), XmpDocument.parse(before), ALL)
    with pytest.raises(SidecarError, match="changing values of other programs"):
        check_merge(XmpDocument.parse(xmp("")), merged(xmp(""), ALL[:1]), (), ())


def test_every_sidecar_there_is_takes_values_and_keeps_the_rest(shared: Path):
    taken = 0
    for path in sidecars_of(shared):
        if path.name in UNREADABLE:
            continue
        data = path.read_bytes()
        try:
            document = merged(data, ALL)
        except SidecarError:
            continue
        taken += 1
        assert (document.text(RATING), document.text(LABEL), document.text(CAPTION)) == ("4", "Red", ALL[2][1]), path
        edited = edited_properties(ALL)
        assert foreign(XmpDocument.parse(data), edited) == foreign(document, edited)
    assert taken >= 18


def test_keywords_and_values_are_written_together():
    document = XmpDocument.parse(xmp("<dc:subject>one</dc:subject>", 'xmp:Rating="1"'))
    layout = Layout(document)
    assert merge_keywords(document, (TagPath("Animal|Dog"),))
    assert merge_values(document, ALL)
    after = XmpDocument.parse(layout.to_bytes())
    assert after.flat() == ["one", "Animal", "Dog"]
    assert after.text(RATING) == "4"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.sampled_from([None, "Red", "grün & <x>"]), st.sampled_from([None, -1, 0, 5]))
def test_any_caption_comes_back(caption, label, rating):
    values: Values = (("caption", prose(caption)), ("colour_label", label), ("rating", rating))
    document = merged(xmp("", 'xmp:Rating="3"'), values)
    assert document.text(CAPTION) == prose(caption)
    assert document.text(LABEL) == label
    assert document.text(RATING) == (None if rating is None else str(rating))
