"""Whatever the tags are called and whatever a sidecar holds: what is written is read back, and nothing else changes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tagger.entities import TagPath
from tagger.metadata.change import Base, SidecarChange
from tagger.metadata.keywords import fold, sanitise_tag, tag_paths
from tagger.metadata.merge import foreign
from tagger.metadata.rewriting import rewritten
from tagger.metadata.xmp import XmpDocument
from tests.metadata.samples import NAMESPACES, xmp

SCRIPTS = (
    "abcdefgh XYZ", "äöüßéñçøå", "αβγδΣς", "абвгдЖЩЪ", "אבגדה", "ابتثجح", "कखगघङ\u094d\u200d", "กขฃคฅ", "中文标签照片",
    "日本語タグ", "한국어", "𐐀𐐁😀👩\u200d👩\u200d👧", "İıſK\u0301\u0308",
    "&<>\"'", "|/,;", "\t\n\x07\x85\u2028 \u00a0", "]]>-->",
)  # fmt: skip
NAME = st.sampled_from(SCRIPTS).flatmap(lambda letters: st.text(st.sampled_from(letters), min_size=1, max_size=8))
TREE = st.lists(st.lists(NAME, min_size=1, max_size=4).map("|".join), max_size=8)

TEXT = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, blacklist_categories=("Cs",), blacklist_characters="\x7f"),
    max_size=12,
)
PREFIX = st.sampled_from(
    [prefix for prefix in NAMESPACES if prefix not in ("lr", "digiKam", "MicrosoftPhoto", "mediapro")]
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@st.composite
def foreign_xmp(draw: st.DrawFn) -> bytes:
    """Properties of others in every form of RDF, comments, instructions and CDATA between them."""
    parts, attributes = [], []
    for number in range(draw(st.integers(0, 6))):
        prop, text = f"{draw(PREFIX)}:p{number}", draw(TEXT)
        form = draw(st.integers(0, 7))
        if form == 0:
            attributes.append(f'{prop}="{escaped(text)}"')
        elif form == 1:
            parts.append(f"<{prop}>{escaped(text)}</{prop}>")
        elif form == 2:
            parts.append(f"<{prop} rdf:resource='urn:{number}'/>")
        elif form == 3:
            kind = draw(st.sampled_from(["Bag", "Seq", "Alt"]))
            parts.append(f"<{prop}>\n <rdf:{kind}><rdf:li>{escaped(text)}</rdf:li>\n <rdf:li/></rdf:{kind}></{prop}>")
        elif form == 4:
            parts.append(f'<{prop} rdf:parseType="Resource"><acme:x>{escaped(text)}</acme:x></{prop}>')
        elif form == 5:
            parts.append(f'<{prop}><rdf:Description acme:y="{escaped(text)}"/></{prop}>')
        elif form == 6:
            parts.append(f"<!--{text.replace('-', '')}--><{prop}><![CDATA[{text.replace(']]>', '')}]]></{prop}>")
        else:
            parts.append(f"<?note {number}?>\n<{prop} xml:lang='de'>{escaped(text)}</{prop}>\t")
    words = draw(st.lists(NAME, max_size=3))
    keywords = "".join(f"<rdf:li>{escaped(word)}</rdf:li>" for word in words if word.isprintable())
    if keywords:
        parts.insert(draw(st.integers(0, len(parts))), f"<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>")
    return xmp("".join(parts), " ".join(attributes))


def tags_in(document: XmpDocument) -> set[str]:
    return {fold(tag) for tag in tag_paths(document.hierarchical(), document.flat())}


def words_in(document: XmpDocument) -> set[str]:
    return {fold(word.strip()) for word in document.flat()}


@settings(max_examples=80)
@given(TREE, foreign_xmp())
def test_what_is_written_is_read_back_and_nothing_else_changes(tree: list[str], start: bytes) -> None:
    tags = tuple(dict.fromkeys(tag for name in tree if (tag := sanitise_tag(TagPath(name)))))
    before = XmpDocument.parse(start)
    first = rewritten(start, SidecarChange(tags)).data
    after = XmpDocument.parse(first)
    assert {fold(tag) for tag in tags} <= tags_in(after)
    assert words_in(before) <= words_in(after)
    assert tags_in(after) - {fold(tag) for tag in tags} <= tags_in(before)
    assert foreign(after) == foreign(before)
    assert rewritten(first, SidecarChange(tags)).data == first, "stable"
    gone = rewritten(first, SidecarChange((), removed=tags, base=Base(tags=tags))).data
    left = XmpDocument.parse(gone)
    assert foreign(left) == foreign(before)
    assert not tags_in(left) - tags_in(before), "nothing of ours stays"


@settings(max_examples=40)
@given(TREE, st.lists(NAME, max_size=2), st.sampled_from([None, -1, 0, 5]), st.one_of(st.none(), TEXT))
def test_a_new_sidecar_says_the_same_tags_and_values(tree, more, rating, caption) -> None:
    from tagger.metadata.embedded import Embedded
    from tagger.metadata.facts import facts_of
    from tagger.metadata.seed import seeded_document
    from tagger.metadata.values import prose

    tags = {fold(tag): tag for name in [*tree, *more] if (tag := sanitise_tag(TagPath(name)))}
    words = prose(caption)
    values = (("rating", rating), ("caption", words))
    start = seeded_document(Embedded()).to_bytes()
    data = rewritten(start, SidecarChange(tuple(tags.values()), values=values)).data
    facts = facts_of(Embedded(), [XmpDocument.parse(data)])
    assert {fold(tag) for tag in facts.keywords} == set(tags)
    assert (facts.rating, facts.caption) == (rating, words)
