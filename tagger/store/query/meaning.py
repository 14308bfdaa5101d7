"""The conditions behind a tree of nodes, over photos or over suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from tagger.store.query import text
from tagger.store.query.condition import Condition, all_of, any_of, glob, negation
from tagger.store.query.nodes import And, Node, Not, Or, Term, Word, asked_for, can_be_one_suggestion, labels_asked_for

_VISIBLE = Condition("labels.hidden = 0")


def of_photos(node: Node) -> Condition:
    """The condition over ``photos``."""
    if can_be_one_suggestion(node):
        return _some_suggestion([node])
    match node:
        case Word():
            return _photo_with_word(node)
        case Not(part):
            return negation(of_photos(part))
        case Or(parts):
            return any_of([of_photos(part) for part in parts])
        case And():
            return all_of(parts_of_photos(node))
        case Term():
            return node.condition


def parts_of_photos(node: Node) -> list[Condition]:
    """Conditions over ``photos`` that all hold where the node does, one for each part that can be asked alone."""
    if not isinstance(node, And) or can_be_one_suggestion(node):
        return [of_photos(node)]
    others = [part for part in node.parts if not can_be_one_suggestion(part)]
    few = any(isinstance(part, Word | Term) for part in others)
    return [*chain.from_iterable(map(parts_of_photos, others)), *_groups(node.parts, few_photos=few)]


def of_suggestions(node: Node | None) -> Condition:
    """The condition over suggestions joined with their labels and photos."""
    return _VISIBLE if node is None else all_of([_counted([node]), _of_suggestion(node)])


def _of_suggestion(node: Node) -> Condition:
    match node:
        case Word():
            return _suggestion_with_word(node)
        case Not(part):
            return negation(_of_suggestion(part))
        case Or(parts):
            return any_of([_of_suggestion(part) for part in parts])
        case And(parts):
            return all_of([_of_suggestion(part) for part in parts])
        case Term():
            return node.condition


def _counted(nodes: Sequence[Node]) -> Condition:
    """A suggestion counts if its label is visible, or if one of the nodes asks for that label or for hidden ones."""
    shown = [term.condition for node in nodes for term in asked_for(node) if term.shows_hidden]
    return any_of([_VISIBLE, *shown])


def _groups(parts: Sequence[Node], *, few_photos: bool) -> list[Condition]:
    """One condition for each suggestion asked for: one for each label, and all that else is said holds for it."""
    about = [part for part in parts if can_be_one_suggestion(part)]
    labels = [part for part in about if labels_asked_for(part)]
    others = [part for part in about if not labels_asked_for(part)]
    groups = [[label, *others] for label in labels] or ([others] if others else [])
    return [_some_suggestion(group, few_photos=few_photos) for group in groups]


def _some_suggestion(nodes: Sequence[Node], *, few_photos: bool = False) -> Condition:
    """The photos with one suggestion for which all nodes hold, found along the shortest of three ways.

    Args:
        nodes: What must hold.
        few_photos: Something else narrows the photos down, so that each can be asked for its suggestions.
    """
    said = all_of([_of_suggestion(node) for node in nodes])
    condition = all_of([_counted(nodes), said])
    if "labels." not in said.sql:  # where labels are asked for, they narrow the suggestions down
        if few_photos:
            return _some_of_photo(condition)
        if "decision" not in said.sql:  # which is part of the index by label
            return _photos_with_suggestion(condition, "suggestions CROSS JOIN labels")
    return _photos_with_suggestion(condition)


def _photos_with_suggestion(condition: Condition, source: str = "labels CROSS JOIN suggestions") -> Condition:
    # A CROSS JOIN keeps its order: labels are few, so that they lead to their suggestions through the index.
    joined = f"{source} ON suggestions.label_id = labels.id"
    sql = f"photos.id IN (SELECT photo_id FROM {joined} WHERE {condition.sql})"
    return Condition(sql, condition.params, _some_of_photo(condition))


def _some_of_photo(condition: Condition) -> Condition:
    source = "suggestions CROSS JOIN labels ON labels.id = suggestions.label_id"
    sql = f"EXISTS (SELECT 1 FROM {source} WHERE suggestions.photo_id = photos.id AND {condition.sql})"
    return Condition(sql, condition.params)


def _photo_with_word(word: Word) -> Condition:
    # What was rejected is not in the photo, so the word is not found there.
    said = all_of([_VISIBLE, Condition("suggestions.decision <> 'rejected'"), _label_with_word(word)])
    suggested = f"SELECT photo_id FROM labels CROSS JOIN suggestions ON label_id = labels.id WHERE {said.sql}"
    named = _named_or_tagged("photos.id", word, Condition(f" UNION ALL {suggested}", said.params))
    return Condition(named.sql, named.params, any_of([named.of_each(), _some_of_photo(said)]))


def _suggestion_with_word(word: Word) -> Condition:
    return any_of([_label_with_word(word), _named_or_tagged("suggestions.photo_id", word)])


def _label_with_word(word: Word) -> Condition:
    patterns = text.word_globs(word.text, whole=word.whole)
    found = any_of([glob("(' ' || name || ' ')", patterns), glob("(' ' || tag || ' ')", patterns)])
    return Condition(f"labels.id IN (SELECT id FROM labels WHERE {found.sql})", found.params)


def _named_or_tagged(photo_id: str, word: Word, more: Condition | None = None) -> Condition:
    """The word is in name, caption, tags or their synonyms; ``more`` adds photos to those that are gathered."""
    patterns = text.word_globs(word.text, whole=word.whole)
    tagged = glob("(' ' || folded || ' ')", patterns)
    other_name = glob("(' ' || s.folded || ' ')", patterns)
    named = _named(word, patterns)
    params = named.params + tagged.params + other_name.params
    tags = f"SELECT id FROM tags WHERE {tagged.sql} UNION ALL SELECT s.tag_id FROM synonyms s WHERE {other_name.sql}"
    each = Condition(
        f"({photo_id} IN ({named.of_each().sql}) OR EXISTS (SELECT 1 FROM photo_tags"
        f" WHERE photo_tags.photo_id = {photo_id} AND removed = 0 AND tag_id IN ({tags})))",
        params,
    )
    return Condition(
        f"{photo_id} IN ({named.sql} UNION ALL"
        f" SELECT photo_id FROM tags CROSS JOIN photo_tags ON tag_id = tags.id AND removed = 0 WHERE {tagged.sql}"
        f" UNION ALL SELECT photo_id FROM synonyms s CROSS JOIN photo_tags t ON t.tag_id = s.tag_id AND removed = 0"
        f" WHERE {other_name.sql}{more.sql if more else ''})",
        params + (more.params if more else ()),
        each,
    )


def _named(word: Word, patterns: Sequence[str]) -> Condition:
    if not text.has_no_word_start(word.text):
        expression = text.full_text(word.text, "name caption", whole=word.whole)
        return text.matching(expression)
    found = any_of([glob("name", patterns), glob("ifnull(caption, '')", patterns)])
    return Condition(f"SELECT id FROM photos WHERE {found.sql}", found.params)
