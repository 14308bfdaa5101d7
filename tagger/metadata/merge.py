"""Adding and removing this program's keywords in an XMP document, touching nothing else, and proving it."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from tagger.entities import TAG_SEPARATOR, TagPath
from tagger.metadata import keywords
from tagger.metadata.keywords import fold
from tagger.metadata.namespaces import KEYWORD_PROPERTIES, RDF, KeywordProperty, name
from tagger.metadata.nodes import append, detach, forget_blanks, new_property
from tagger.metadata.packet import refusal
from tagger.metadata.xmp import ABOUT, ITEM, XmpDocument, container, item_text

MANAGED = frozenset(prop.name for prop in KEYWORD_PROPERTIES)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a document shall hold, holds under any property, and shall no longer hold (folded words or paths)."""

    tags: tuple[TagPath, ...]
    own: tuple[TagPath, ...]
    unwanted_paths: frozenset[str]
    unwanted_words: frozenset[str]
    flat: frozenset[str]
    respelled: tuple[tuple[TagPath, TagPath], ...]


@dataclass(frozen=True, slots=True)
class Extras:
    """What a merge of keywords may be told besides; see `tagger.metadata.change.SidecarChange`."""

    flat: tuple[TagPath, ...] = ()
    respelled: tuple[tuple[TagPath, TagPath], ...] = ()


_NOTHING = Extras()


def merge_keywords(
    document: XmpDocument, tags: Sequence[TagPath], removed: Sequence[TagPath] = (), extras: Extras = _NOTHING
) -> bool:
    """Unite the tags into every keyword property and take the removed ones out.

    Keywords that are neither in ``tags`` nor in ``removed`` stay. A word of a removed tag goes only if no
    remaining path of the file and no remaining tag needs it.

    Args:
        document: is changed in place.
        tags: all tags the photo shall have.
        removed: tags this program wrote earlier and that must go.
        extras: words that stay flat, and spellings to bring up to date.

    Returns:
        Whether anything changed.

    Raises:
        SidecarError: a keyword property has a form that cannot be extended without loss.
    """
    return fulfil(document, wish_for(document, tags, removed, extras))


def fulfil(document: XmpDocument, wish: Wish) -> bool:
    """`merge_keywords` of what was worked out for this document."""
    changed = False
    for prop in KEYWORD_PROPERTIES:
        changed |= _respell(document, prop, wish)
        changed |= _remove(document, prop, wish)
        missing = _missing(document, prop, wish)
        if missing and (prop.always or document.elements(prop.name) or document.attributes(prop.name)):
            _add(document, prop, missing)
            changed = True
    return changed


def check_merge(
    before: XmpDocument,
    after: XmpDocument,
    tags: Sequence[TagPath],
    removed: Sequence[TagPath],
    edited: frozenset[str] = frozenset(),
    extras: Extras = _NOTHING,
) -> None:
    """Prove that ``after`` is ``before`` with only the keywords of the merge changed, and the ``edited`` properties.

    Raises:
        SidecarError: something else differs; the result must not be written.
    """
    check_fulfilled(_copied(before), _copied(after), wish_for(before, tags, removed, extras), edited)


def check_fulfilled(before: XmpDocument, after: XmpDocument, wish: Wish, edited: frozenset[str]) -> None:
    """`check_merge` of what was worked out for ``before``; both documents are used up by it.

    Raises:
        SidecarError: something else differs; the result must not be written.
    """
    for prop in KEYWORD_PROPERTIES:
        spelled = _spellings(prop, wish)
        values = [spelled.get(value, value) for value in before.values(prop.name)]
        stays = Counter(value for value in values if not _is_unwanted(value, prop, wish))
        if stays - Counter(after.values(prop.name)) or (prop.always and _missing(after, prop, wish)):
            raise refusal("The keywords of the sidecar could not be extended safely.")
    if (
        before.packet.head != after.packet.head
        or before.packet.tail != after.packet.tail
        or _stripped(before, edited) != _stripped(after, edited)
    ):
        raise refusal("The sidecar could not be extended without changing values of other programs.")


def foreign(document: XmpDocument, edited: frozenset[str] = frozenset()) -> bytes:
    """Canonical form of everything but the keyword and ``edited`` properties; equal before and after a merge."""
    return _stripped(_copied(document), edited)


def _copied(document: XmpDocument) -> XmpDocument:
    return XmpDocument(document.packet, copy.deepcopy(document.root))


def _stripped(rest: XmpDocument, edited: frozenset[str]) -> bytes:
    """`foreign` of a document that nobody needs any more."""
    root, dropped = rest.root, MANAGED | edited
    for block in rest.descriptions():
        for prop in dropped.intersection(block.attrib):
            del block.attrib[prop]
        for element in [child for child in block if child.tag in dropped]:
            detach(element)
        forget_blanks(block)
        if not len(block) and not set(block.attrib) - {ABOUT}:
            detach(block)
    forget_blanks(rest.rdf)
    try:
        return bytes(etree.tostring(root, method="c14n", with_comments=True))
    except etree.C14NError:  # relative namespace URIs; both sides come from one serialiser, so its form will do
        return bytes(etree.tostring(root))


def wish_for(
    document: XmpDocument, tags: Sequence[TagPath], removed: Sequence[TagPath] = (), extras: Extras = _NOTHING
) -> Wish:
    """What a merge wants of a document, worked out before the document is edited."""
    wanted = {fold(form) for tag in tags for form in (tag, keywords.sanitise_tag(tag))}
    gone = [tag for tag in removed if fold(tag) not in wanted]
    unwanted = frozenset(fold(form) for tag in gone for form in (tag, keywords.sanitise_tag(tag)) if form)
    needed = {fold(word) for word in keywords.words(_forms(tags))}
    hierarchical, found = document.hierarchical(), document.flat()
    paths = {fold(keywords.join(path)) for path in hierarchical}
    for path in hierarchical:
        if fold(keywords.join(path)) not in unwanted:
            needed.update(map(fold, path))
    words = frozenset(fold(word) for word in keywords.words(_forms(gone))) - needed
    own = keywords.tag_paths(hierarchical, found)
    parts = {fold(name) for tag in tags if TAG_SEPARATOR in tag for name in keywords.names(tag)}
    flat = frozenset(fold(form) for form in _forms(extras.flat))
    hidden = unwanted | words | flat
    own = tuple(tag for tag in own if fold(tag) not in hidden and (fold(tag) in paths or fold(tag) not in parts))
    present = paths | {fold(keywords.clean(word)) for word in found}
    return Wish(_writable(present, tags), own, unwanted, words, flat, extras.respelled)


def _forms(tags: Iterable[TagPath]) -> list[TagPath]:
    return [form for tag in tags for form in (tag, keywords.sanitise_tag(tag))]


def _writable(present: Container[str], tags: Iterable[TagPath]) -> tuple[TagPath, ...]:
    """The tags as they may be written; one that the file holds in a form of its own is not written a second time."""
    writable: dict[str, TagPath] = {}
    for tag in tags:
        clean = keywords.sanitise_tag(tag)
        if clean and (fold(clean) == fold(tag) or fold(tag) not in present):
            writable.setdefault(fold(clean), clean)
    return tuple(writable.values())


def _key(value: str, prop: KeywordProperty) -> str:
    return fold(keywords.clean(value) if prop.separator is None else keywords.join(value.split(prop.separator)))


def _is_unwanted(value: str, prop: KeywordProperty, wish: Wish) -> bool:
    return _key(value, prop) in (wish.unwanted_words if prop.separator is None else wish.unwanted_paths)


def _missing(document: XmpDocument, prop: KeywordProperty, wish: Wish) -> list[str]:
    present = {_key(value, prop) for value in document.values(prop.name)}
    if prop.separator is None:
        return [word for word in keywords.words(wish.tags) if fold(word) not in present]
    tags = {fold(tag): tag for tag in wish.tags if fold(tag) not in present | wish.flat}
    if tags and not present:
        # Programs read one property and stop: a new one with our tags alone would hide from them what others say.
        kept = {fold(tag): tag for tag in wish.own if prop.separator == TAG_SEPARATOR or prop.separator not in tag}
        tags = kept | {key: tag for key, tag in tags.items() if key not in kept}
    return [prop.separator.join(keywords.names(tag)) for tag in tags.values()]


def _spellings(prop: KeywordProperty, wish: Wish) -> dict[str, str]:
    """Values as this program wrote them, with how they are spelled now; whatever is spelled otherwise is not ours."""
    found: dict[str, str] = {}
    for old, new in wish.respelled:
        was, becomes = (keywords.names(keywords.sanitise_tag(tag)) for tag in (old, new))
        if prop.separator is not None:
            found[prop.separator.join(was)] = prop.separator.join(becomes)
        else:
            found.update((one, other) for one, other in zip(was, becomes, strict=False) if one != other)
    return found


def _respell(document: XmpDocument, prop: KeywordProperty, wish: Wish) -> bool:
    spelled, changed = _spellings(prop, wish), False
    for element in document.elements(prop.name) if spelled else ():
        box = container(element)
        for item in [] if box is None else box.findall(ITEM):
            new = spelled.get(item.text or "")
            if new is not None and not item.attrib and not len(item):
                item.text, changed = new, True
    return changed


def _remove(document: XmpDocument, prop: KeywordProperty, wish: Wish) -> bool:
    changed = False
    for element in document.elements(prop.name):
        box = container(element)
        for item in [] if box is None else box.findall(ITEM):
            if not item.attrib and not len(item) and _is_unwanted(item_text(item), prop, wish):
                detach(item)
                changed = True
        if changed and box is not None and not len(box) and box.getparent() is element and len(element) == 1:
            detach(element)
    return changed


def _add(document: XmpDocument, prop: KeywordProperty, values: Sequence[str]) -> None:
    box = _box(document, prop)
    for value in values:
        item = etree.Element(ITEM)
        item.text = value
        append(box, item)


def _box(document: XmpDocument, prop: KeywordProperty) -> etree._Element:
    """The container to add to: the existing one, one around a plain value, or a new one in the first block."""
    for element in document.elements(prop.name):
        box = container(element)
        if box is not None:
            return box
        if len(element) or element.attrib:
            raise refusal(f"The sidecar keeps {prop.name} in an unusual form.")
        return _wrap(element, prop, (element.text or "").strip())
    for block in document.attributes(prop.name):
        value = str(block.attrib.pop(prop.name))
        return _wrap(new_property(document, prop.name, block), prop, value)
    return _wrap(new_property(document, prop.name), prop, "")


def _wrap(element: etree._Element, prop: KeywordProperty, value: str) -> etree._Element:
    element.text = None
    box = etree.Element(name(RDF, prop.container))
    append(element, box)
    if value:
        item = etree.Element(ITEM)
        item.text = value
        append(box, item)
    return box
