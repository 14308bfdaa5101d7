from __future__ import annotations

import pytest

from tagger.entities import Detection, TagPath
from tagger.recognition.backend import BackendType, Capabilities
from tagger.vocabulary.mapping import tag_for

KIND = BackendType(
    "test", "Test", Capabilities(offline=True, boxes=True), open=lambda config: None,
    tag_for={"dog": TagPath("Animal|Dog")}.get,
)  # fmt: skip


@pytest.mark.parametrize(
    ("label", "parents", "tag"),
    [
        ("dog", (), "Animal|Dog"),
        ("dog", ("ignored",), "Animal|Dog"),
        ("grey heron", (), "Grey heron"),
        ("heron", ("animal", "bird"), "Animal|Bird|Heron"),
        ("heron", ("", "\0", "bird"), "Bird|Heron"),
        ("österreich", (), "Österreich"),
        ("", ("animal",), None),
        ("\0\n", (), None),
    ],
)
def test_a_label_becomes_the_mapped_tag_or_its_own_name_under_its_parents(label, parents, tag):
    assert tag_for(KIND, Detection(label, 0.5, parents=parents)) == tag


def test_a_label_cannot_make_levels_of_its_own():
    assert "|" not in tag_for(KIND, Detection("a|b", 0.5))
