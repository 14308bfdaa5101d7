from __future__ import annotations

import json
import zlib

from hypothesis import given
from hypothesis import strategies as st

from tagger.store.packing import bytes_as_text, pack, unpack

VALUES = st.one_of(st.none(), st.integers(), st.text(), st.binary(max_size=20), st.binary(min_size=512, max_size=600))
ROWS = st.lists(st.dictionaries(st.sampled_from(["path", "vector", "name"]), VALUES, min_size=1), max_size=3)


@given(st.dictionaries(st.sampled_from(["photos", "embeddings"]), ROWS))
def test_what_is_packed_comes_back(known) -> None:
    assert unpack(pack(known)) == known


def test_what_an_earlier_version_packed_comes_back() -> None:
    known = {"photos": [{"id": 1, "path": b"\xff.jpg"}], "embeddings": [{"vector": bytes(2000)}]}
    assert unpack(zlib.compress(json.dumps(known, default=bytes_as_text).encode(), 1)) == known
