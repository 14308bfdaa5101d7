from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.entities import TagPath
from tagger.errors import SidecarError
from tagger.metadata import keywords
from tagger.metadata.merge import check_merge, foreign, merge_keywords
from tagger.metadata.namespaces import (
    CATALOG_SETS,
    HIERARCHICAL_SUBJECT,
    KEYWORD_PROPERTIES,
    LAST_KEYWORD,
    SUBJECT,
    TAGS_LIST,
)
from tagger.metadata.splice import Layout
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import UNREADABLE, items, sidecars_of, xmp

DOG = TagPath("Animal|Dog")
KOELN = TagPath("Orte|Köln")
TAGS = (DOG, KOELN)


def merged(data: bytes, tags: tuple[TagPath, ...] = (), removed: tuple[TagPath, ...] = ()) -> XmpDocument:
    """The document after a merge, spliced as well as serialised anew; both must hold the same."""
    document = XmpDocument.parse(data)
    layout = Layout(document)
    merge_keywords(document, tags, removed)
    serialised, spliced = XmpDocument.parse(document.to_bytes()), XmpDocument.parse(layout.to_bytes())
    for after in (serialised, spliced):
        check_merge(XmpDocument.parse(data), after, tags, removed)
    for prop in KEYWORD_PROPERTIES:
        assert serialised.values(prop.name) == spliced.values(prop.name)
    return spliced


def test_three_properties_are_written_together() -> None:
    document = merged(xmp(""), TAGS)
    assert document.flat() == ["Animal", "Dog", "Orte", "Köln"]
    assert document.values(HIERARCHICAL_SUBJECT.name) == ["Animal|Dog", "Orte|Köln"]
    assert document.values(TAGS_LIST.name) == ["Animal/Dog", "Orte/Köln"]
    assert not document.elements(LAST_KEYWORD.name)
    assert [element[0].tag.rpartition("}")[2] for element in document.elements(TAGS_LIST.name)] == ["Seq"]
    assert [element[0].tag.rpartition("}")[2] for element in document.elements(SUBJECT.name)] == ["Bag"]


def test_other_programs_lists_are_extended_only_where_they_are() -> None:
    document = merged(
        xmp(items("MicrosoftPhoto:LastKeywordXMP", ["Old"]) + items("mediapro:CatalogSets", ["Old"])), (DOG,)
    )
    assert document.values(LAST_KEYWORD.name) == ["Old", "Animal/Dog"]
    assert document.values(CATALOG_SETS.name) == ["Old", "Animal|Dog"]


def test_a_new_list_repeats_what_the_others_hold() -> None:
    content = items("dc:subject", ["Beach", "Marie"]) + items("digiKam:TagsList", ["People/Marie"], "Seq")
    document = merged(xmp(content), (DOG,))
    assert document.values(HIERARCHICAL_SUBJECT.name) == ["People|Marie", "Beach", "Animal|Dog"]
    assert document.values(TAGS_LIST.name) == ["People/Marie", "Animal/Dog"]


@pytest.mark.parametrize("container", ["Bag", "Seq", "Alt"])
def test_a_container_stays_what_it_is(container: str) -> None:
    document = merged(xmp(items("dc:subject", ["Old"], container)), (DOG,))
    assert document.flat() == ["Old", "Animal", "Dog"]
    assert document.elements(SUBJECT.name)[0][0].tag.endswith(container)


@pytest.mark.parametrize(
    ("content", "attributes"),
    [
        ("<dc:subject>Old</dc:subject>", ""),
        ("", 'dc:subject="Old"'),
        ("<dc:subject>\n  <!-- x --><rdf:Bag><rdf:li>Old</rdf:li></rdf:Bag></dc:subject>", ""),
    ],
)
def test_plain_values_become_items(content: str, attributes: str) -> None:
    assert merged(xmp(content, attributes), (DOG,)).flat() == ["Old", "Animal", "Dog"]


def test_empty_containers_are_filled() -> None:
    assert merged(xmp("<dc:subject><rdf:Bag/></dc:subject><digiKam:TagsList/>"), (DOG,)).flat() == ["Animal", "Dog"]


def test_an_unusual_form_is_refused() -> None:
    with pytest.raises(SidecarError, match="unusual form"):
        merged(xmp('<dc:subject rdf:parseType="Literal"><b>bold</b></dc:subject>'), (DOG,))


def test_known_words_are_not_written_twice_and_keep_their_spelling() -> None:
    data = xmp(items("dc:subject", ["DOG", "animal"]) + items("lr:hierarchicalSubject", ["animal|DOG"]))
    document = merged(data, (DOG,))
    assert document.flat() == ["DOG", "animal"]
    assert document.values(HIERARCHICAL_SUBJECT.name) == ["animal|DOG"]


def test_unsafe_names_are_written_safely_but_foreign_ones_stay() -> None:
    document = merged(
        xmp(items("dc:subject", ["comma, inside"])),
        (TagPath("comma, inside"), TagPath("People|Doe, Jane"), TagPath("AC/DC")),
    )
    assert document.flat() == ["comma, inside", "People", "Doe Jane", "AC-DC"]
    assert document.values(TAGS_LIST.name) == ["comma, inside", "People/Doe Jane", "AC-DC"]


def test_merging_twice_changes_nothing_the_second_time() -> None:
    document = merged(xmp(items("dc:subject", ["Old"])), TAGS)
    assert not merge_keywords(document, TAGS)


def test_only_removed_tags_go() -> None:
    before = merged(xmp(items("dc:subject", ["Foreign"])), (*TAGS, TagPath("Animal|Cat")))
    document = merged(before.to_bytes(), (KOELN,), (DOG, TagPath("Never|There")))
    assert document.flat() == ["Foreign", "Animal", "Orte", "Köln", "Cat"]
    assert document.values(HIERARCHICAL_SUBJECT.name) == ["Foreign", "Orte|Köln", "Animal|Cat"]


def test_words_needed_elsewhere_stay() -> None:
    before = merged(xmp(""), (DOG, TagPath("Dog")))
    assert merged(before.to_bytes(), (TagPath("Dog"),), (DOG,)).flat() == ["Dog"]


def test_what_is_wanted_is_never_removed() -> None:
    before = merged(xmp(""), (DOG,))
    assert merged(before.to_bytes(), (DOG,), (TagPath("animal|dog"),)).flat() == ["Animal", "Dog"]


def test_removing_everything_leaves_no_empty_lists() -> None:
    before = xmp("\n  <xmp:Rating>3</xmp:Rating>\n ")
    document = merged(merged(before, TAGS).to_bytes(), (), TAGS)
    assert document.to_bytes() == XmpDocument.parse(before).to_bytes()


def test_qualified_items_are_never_removed() -> None:
    qualified = (
        '<rdf:li rdf:parseType="Resource"><rdf:value>Dog</rdf:value><acme:confidence>0.5</acme:confidence></rdf:li>'
    )
    document = merged(xmp(f"<dc:subject><rdf:Bag>{qualified}</rdf:Bag></dc:subject>"), (), (TagPath("Dog"),))
    assert document.flat() == ["Dog"]


def test_a_prefix_bound_to_another_uri_is_not_reused() -> None:
    data = xmp("").replace(b'xmlns:lr="http://ns.adobe.com/lightroom/1.0/"', b'xmlns:lr="http://example.org/other/"')
    out = merged(data, (DOG,)).to_bytes()
    assert b"<lr2:hierarchicalSubject" in out


def test_a_file_without_blocks_gets_one() -> None:
    data = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    assert merged(data, (DOG,)).flat() == ["Animal", "Dog"]


def test_the_check_notices_a_lost_value() -> None:
    before = XmpDocument.parse(xmp("<acme:note>keep me</acme:note><!-- and me -->" + items("dc:subject", ["Old"])))
    for loss in ("keep me", "<!-- and me -->", "<rdf:li>Old</rdf:li>"):
        data = merged(before.to_bytes(), (DOG,)).to_bytes().replace(loss.encode(), b"")
        with pytest.raises(SidecarError):
            check_merge(before, XmpDocument.parse(data), (DOG,), ())


def test_every_real_sidecar_keeps_all_foreign_values(shared: Path) -> None:
    seen = 0
    for path in sidecars_of(shared):
        data = path.read_bytes()
        if path.name in UNREADABLE:
            with pytest.raises(SidecarError):
                XmpDocument.parse(data)
            continue
        before = XmpDocument.parse(data)
        after = merged(data, TAGS)
        assert foreign(after) == foreign(before), path
        for prop in (SUBJECT, HIERARCHICAL_SUBJECT, TAGS_LIST):
            values = after.values(prop.name)
            assert values[: len(before.values(prop.name))] == before.values(prop.name), path
        assert set(TAGS) <= set(keywords.tag_paths(after.hierarchical(), after.flat())), path
        assert not merge_keywords(after, TAGS), path
        back = merged(after.to_bytes(), (), TAGS)
        assert foreign(back) == foreign(before), path
        assert not {"Animal|Dog", "Orte|Köln"} & set(back.values(HIERARCHICAL_SUBJECT.name)), path
        seen += 1
    assert seen >= 22


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_the_same_foreign_values(shared: Path, tmp_path: Path) -> None:
    # Of an XML literal exiftool sees the element or its attribute, as Perl's hashes happen to fall.
    ours = {
        "Literal",
        "LiteralB",
        "LiteralBXmlns",
        "Subject",
        "HierarchicalSubject",
        "TagsList",
        "LastKeywordXMP",
        "CatalogSets",
        "SourceFile",
    }
    for folder in ("before", "after"):
        (tmp_path / folder).mkdir()
    for path in sidecars_of(shared):
        if path.name not in UNREADABLE:
            (tmp_path / "before" / path.name).write_bytes(path.read_bytes())
            document = XmpDocument.parse(path.read_bytes())
            layout = Layout(document)
            merge_keywords(document, TAGS)
            (tmp_path / "after" / path.name).write_bytes(layout.to_bytes())
    before, after = exiftool(tmp_path / "before"), exiftool(tmp_path / "after")
    assert before.keys() == after.keys()
    for name, values in before.items():
        kept = {key: value for key, value in values.items() if key.rpartition(":")[2] not in ours}
        assert kept == {key: value for key, value in after[name].items() if key.rpartition(":")[2] not in ours}, name
        assert {"animal", "dog", "köln"} <= {str(word).casefold() for word in after[name]["XMP-dc:Subject"]}, name
        assert {"Animal|Dog", "Orte|Köln"} <= set(after[name]["XMP-lr:HierarchicalSubject"]), name
        assert {"Animal/Dog", "Orte/Köln"} <= set(after[name]["XMP-digiKam:TagsList"]), name


def exiftool(folder: Path) -> dict[str, dict[str, Any]]:
    command = ["exiftool", "-j", "-G1", "-struct", "-n", "-a", "-XMP:all", "-ext", "xmp", str(folder)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    return {Path(entry["SourceFile"]).name: entry for entry in found}


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1, max_size=10
).filter(lambda name: bool(keywords.sanitise(name)))
TREES = st.lists(st.lists(NAMES, min_size=1, max_size=4).map(lambda parts: TagPath("|".join(parts))), max_size=6).map(
    tuple
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)


@st.composite
def foreign_xmp(draw: st.DrawFn) -> bytes:
    """Random properties of others, in random forms, around random keywords."""
    parts = []
    for number, value in enumerate(draw(st.lists(TEXTS, max_size=5))):
        form = draw(st.sampled_from(["element", "cdata", "bag", "struct", "comment", "alt"]))
        text = escape(value)
        parts.append(
            {
                "element": f"<acme:e{number}>{text}</acme:e{number}>",
                "cdata": f"<acme:e{number}><![CDATA[{value.replace(']]>', '')}]]></acme:e{number}>",
                "bag": f"<acme:e{number}><rdf:Bag><rdf:li>{text}</rdf:li><rdf:li/></rdf:Bag></acme:e{number}>",
                "struct": f'<acme:e{number} rdf:parseType="Resource"><acme:k>{text}</acme:k></acme:e{number}>',
                "comment": f"<!--{text.replace('-', '')}--><?pi {text.replace('?', '')}?>",
                "alt": f'<acme:e{number}><rdf:Alt><rdf:li xml:lang="de">{text}</rdf:li></rdf:Alt></acme:e{number}>',
            }[form]
        )
    for prop, container in (("dc:subject", "Bag"), ("lr:hierarchicalSubject", "Bag"), ("digiKam:TagsList", "Seq")):
        if draw(st.booleans()):
            parts.append(
                items(prop, draw(st.lists(TEXTS, max_size=4)), draw(st.sampled_from([container, "Seq", "Alt"])))
            )
    blank = draw(st.sampled_from(["", "\n  ", "\n\t"]))
    content = blank + blank.join(draw(st.permutations(parts)))
    return xmp(content, f"acme:attribute={quoteattr(draw(TEXTS))}")


@settings(max_examples=150)
@given(foreign_xmp(), TREES, TREES)
def test_any_tags_in_any_sidecar_are_stable_and_lossless(
    data: bytes, tags: tuple[TagPath, ...], removed: tuple[TagPath, ...]
) -> None:
    before = XmpDocument.parse(data)
    after = merged(data, tags)
    assert foreign(after) == foreign(before)
    assert not merge_keywords(XmpDocument.parse(after.to_bytes()), tags)
    found = {keywords.fold(tag) for tag in keywords.tag_paths(after.hierarchical(), after.flat())}
    held = {keywords.fold(keywords.join(path)) for path in before.hierarchical()} | {
        keywords.fold(keywords.clean(word)) for word in before.flat()
    }
    for tag in tags:
        assert keywords.fold(keywords.sanitise_tag(tag)) in found or keywords.fold(tag) in found | held
    merged(after.to_bytes(), tags, removed)
    gone = merged(after.to_bytes(), (), tags)
    assert foreign(gone) == foreign(before)
