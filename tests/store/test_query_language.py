from __future__ import annotations

import pytest

from tagger.errors import QueryError
from tagger.store.query import parse


@pytest.mark.parametrize(
    ("text", "column", "says"),
    [
        ("dog shade:red", 4, "backend"),
        ("http://x", 0, "quotation marks"),
        ("state:done", 6, "state:suggested, state:accepted, state:rejected, state:deferred"),
        ("kind:thing", 5, "kind:face"),
        ("is:odd", 3, "is:untagged"),
        ("has:x", 4, "has:gps"),
        ("confidence>high", 11, "from 0 to 1"),
        ("confidence>1.5", 11, "from 0 to 1"),
        ("confidence>0.2..0.3", 11, "confidence>0.6"),
        ("rating:..", 7, "rating>=3"),
        ("rating:9", 7, "from -1 to 5"),
        ("taken:2024-13", 6, "2024-05-12"),
        ("taken:2024-02-30", 6, "2024-05-12"),
        ("taken:0000", 6, "2024-05-12"),
        ("taken:2025..2024", 6, "earlier"),
        ("tag>dog", 4, "colon"),
        ("tag:", 4, "tag:dog"),
        ('tag:"|"', 4, "tag:dog"),
        ("folder:(a b)", 7, "folder:Holiday"),
        ('a "b', 2, "never closed"),
        ("(a", 0, "never closed"),
        ("a)", 1, "no ( before"),
        ("a ()", 3, "missing"),
        ("a AND", 5, "missing at the end"),
        ("OR a", 0, "missing before “OR”"),
        ("NOT", 3, "missing at the end"),
        ('a ""', 2, "nothing between"),
        ("(" * 2000, 8, "too complex"),
        ("a " * 2000, 200, "too complex"),
        ("a" * 301, 0, "too long"),
        ("a" * 4001, 4000, "At most 4,000"),
    ],
)
def test_errors_say_where_and_what_is_allowed(text: str, column: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert says in str(caught.value)
    assert caught.value.column == column


def test_equal_texts_are_equal_queries() -> None:
    assert parse("tag:a (b OR -c)") == parse("tag:a (b OR -c)")
    assert len({parse("a"), parse("a"), parse("b")}) == 2
