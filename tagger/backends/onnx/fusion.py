"""One answer out of three networks, so that nobody has to decide about "Dog" thrice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tagger.backends.onnx.vocabulary import hidden_labels, tag_for
from tagger.entities import TAG_SEPARATOR, Detection, LabelKind

PORTRAIT_AREA = 0.03
PEOPLE = 2
GROUP_OF_PEOPLE = 4


def fuse(objects: Sequence[Detection], faces: Sequence[Detection], words: Sequence[Detection]) -> tuple[Detection, ...]:
    """What to suggest for a photo, surest first.

    Boxes stay, for each shows another place. A word for the whole photo stays unless a box or a more specific word
    already implies its tag: a tag's path holds the more general ones. What is hidden at first implies nothing, or a
    photo would seem to have no suggestion.
    """
    boxed = [*objects, *faces]
    whole = _surest_for_each_tag([*words, *_people(faces)])
    noise = hidden_labels()
    boxed_tags = {_path(d) for d in boxed if d.label not in noise}
    whole_tags = {_path(d) for d in whole if d.label not in noise}
    kept = [d for d in whole if not _implied(_path(d), boxed_tags, whole_tags)]
    return tuple(sorted([*boxed, *kept], key=lambda d: -d.confidence))


def _people(faces: Sequence[Detection]) -> list[Detection]:
    """Words for the number of faces; as sure as the face that makes up the number."""
    sure = sorted((face.confidence for face in faces), reverse=True)
    if len(faces) == 1:
        large = faces[0].box is not None and faces[0].box.area > PORTRAIT_AREA
        return [Detection("portrait", sure[0], LabelKind.SCENE)] if large else []
    words = [(PEOPLE, "people"), (GROUP_OF_PEOPLE, "group of people")]
    return [Detection(label, sure[count - 1], LabelKind.SCENE) for count, label in words if len(faces) >= count]


def _surest_for_each_tag(words: Iterable[Detection]) -> list[Detection]:
    best: dict[tuple[str, ...], Detection] = {}
    for word in words:
        path = _path(word)
        if path not in best or best[path].confidence < word.confidence:
            best[path] = word
    return list(best.values())


def _implied(path: tuple[str, ...], boxed: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> bool:
    return path in boxed or any(len(other) > len(path) and other[: len(path)] == path for other in boxed | whole)


def _path(detection: Detection) -> tuple[str, ...]:
    return tuple((tag_for(detection.label) or detection.label).split(TAG_SEPARATOR))
