"""Each sentence of the services' documents that asks something of a client is covered by a test that exists."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest

from tests.backends.seed_table import ASKS_NOTHING, TABLE

HERE = Path(__file__).parent
SHORTEST = 40
"""Shorter lines are headings, names of fields and types; those that matter are quoted in the table all the same."""
# Lines of samples: JSON, shell, Python, HTML.
_SAMPLE = re.compile(
    r"""^["{}\[\]<>$#]|^curl|^-H |^var |^document\.|^[a-z_.]+\(|_ENDPOINT|requests\.post|^url: '|<script"""
)
ROWS = [(document, module, *row) for document, (module, rows) in TABLE.items() for row in rows]


def plain(text: str) -> str:
    return " ".join(text.split())


@functools.cache
def named_in(module: str) -> frozenset[str]:
    tree = ast.parse((HERE / module).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


@pytest.fixture
def documents(shared: Path) -> dict[str, str]:
    folder = shared / "seeds"
    if not folder.is_dir():
        pytest.skip("the documents of the services (../shared/seeds) are not on this machine")
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}


def test_every_test_that_is_named_exists():
    assert [row for row in ROWS if row[3] not in named_in(row[1])] == []


def test_every_sentence_stands_in_its_document(documents):
    assert documents.keys() == TABLE.keys()
    missing = [(document, sentence) for document, _, sentence, _ in ROWS if sentence not in plain(documents[document])]
    missing += [(d, s) for d, sentences in ASKS_NOTHING.items() for s in sentences if s not in plain(documents[d])]
    assert missing == []


def test_every_line_of_prose_is_covered_or_asks_nothing(documents):
    left = []
    for document, content in documents.items():
        known = [sentence for sentence, _test in TABLE[document][1]] + list(ASKS_NOTHING[document])
        for line in map(plain, content.splitlines()):
            if len(line) >= SHORTEST and not _SAMPLE.search(line) and not any(part in line for part in known):
                left.append((document, line))
    assert left == []
