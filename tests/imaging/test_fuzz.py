from __future__ import annotations

from pathlib import Path

from tests.imaging import fuzz

EACH = 40


def test_damaged_photos_cost_nothing_else(tmp_path: Path) -> None:
    """Run `python tests/imaging/fuzz.py --each 3000` for thousands."""
    found = fuzz.seeds(largest=80_000)
    outcomes = fuzz.run({name: fuzz.mutations(contents, EACH, 7) for name, contents in found.items()}, tmp_path)
    assert outcomes.keys() >= {"jpg", "png", "tif", "webp", "gif", "avif", "psd"}
    assert {name: outcome for name, outcome in outcomes.items() if outcome.read + outcome.refused != EACH} == {}
    assert sum(outcome.read for outcome in outcomes.values()) > EACH
