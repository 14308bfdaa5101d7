"""Which photo is kept, and why, in words."""

from __future__ import annotations

import os

import pytest

from tagger.duplicates.facts import Facts
from tagger.duplicates.keeper import RULES, Policy, best, rule_names
from tagger.errors import UsageError

NOTHING = (None, None, None)


def photo(number=1, path="/p/a.jpg", **more):
    given = {
        "bytes": 1_000_000,
        "format": "JPEG",
        "camera": "X100V",
        "pixels": 12_000_000,
        "taken_at": None,
        "exposure": NOTHING,
        "focal_mm": None,
        "mtime_ns": 0,
        "known": 0,
        "stack": None,
        "sharpness": None,
        **more,
    }
    return Facts(id=number, path=path, **given)


@pytest.mark.parametrize(
    ("rule", "better", "worse", "words"),
    [
        ("raw", {"format": "RAW"}, {}, "RAW, the other is JPEG"),
        ("original", {}, {"camera": None}, "original of X100V"),
        ("pixels", {"pixels": 24_200_000}, {"pixels": 2_100_000}, "larger: 24.2 MP against 2.1 MP"),
        ("bytes", {"bytes": 9_000_000}, {"bytes": 80_000}, "larger file: 9.0 MB against 80.0 kB"),
        ("sharper", {"sharpness": 120.0}, {"sharpness": 40.0}, "sharper: 120 against 40"),
        ("known", {"known": 3}, {"known": 1}, "3 tags and values against 1"),
        ("older", {"mtime_ns": 5}, {"mtime_ns": 9}, "older"),
        ("reference", {"path": os.path.join(os.sep, "ref", "a.jpg")}, {}, "reference folder"),
        ("folder", {"path": os.path.join(os.sep, "good", "a.jpg")}, {}, "preferred folder"),
        ("pattern", {"path": "/p/Originals/a.jpg"}, {}, "*/Originals/*"),
    ],
)
def test_each_rule_decides_and_says_why(rule, better, worse, words):
    policy = Policy((rule,), references=("/ref",), folders=("/good", "/fair"), pattern="*/Originals/*")
    keeper, other = photo(2, **better), photo(1, **worse)
    assert best(policy, [other, keeper]) is keeper
    verdict = policy.verdict(keeper, other)
    assert verdict.rule == rule
    assert words in verdict.words
    assert verdict.clear
    assert not policy.verdict(other, keeper).clear


def test_the_first_rule_that_tells_them_apart_decides():
    small_raw, large = photo(1, format="RAW", pixels=100), photo(2)
    assert best(Policy(("raw", "pixels")), [small_raw, large]) is small_raw
    assert best(Policy(("pixels", "raw")), [small_raw, large]) is large


def test_what_hardly_differs_is_left_to_the_next_rule():
    a, b = photo(1, pixels=12_000_000, bytes=5_000_000), photo(2, pixels=12_010_000, bytes=900_000)
    verdict = Policy(("pixels", "bytes")).verdict(a, b)
    assert (verdict.rule, verdict.clear) == ("bytes", True)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP"])
def test_a_conversion_without_loss_is_not_better_for_being_larger(kind):
    policy = Policy(("reference", "raw", "original", "pixels", "bytes", "known"))
    jpeg, converted = photo(2, bytes=2_000_000, camera=None), photo(1, format=kind, bytes=9_000_000, camera=None)
    assert best(policy, [converted, jpeg]) is jpeg
    verdict = policy.verdict(jpeg, converted)
    assert verdict.words == f"JPEG against {kind}: sizes do not compare"
    assert not verdict.clear
    known = photo(3, bytes=2_000_000, camera=None, known=2)
    assert policy.verdict(known, converted).rule == "known", "what comes after the size decides"


def test_sizes_are_compared_within_one_format_only():
    policy = Policy(("bytes",))
    assert policy.verdict(photo(1, format="HEIC", bytes=2_000_000), photo(2, format="HEIC", bytes=900_000)).clear
    assert not policy.verdict(photo(1, format="HEIC", bytes=2_000_000), photo(2, bytes=900_000)).clear
    verdict = policy.verdict(photo(1, format="PNG", bytes=2_000_000), photo(2, format="PNG", bytes=900_000))
    assert verdict.words == "sizes of PNG files do not compare"


def test_a_keeper_that_is_not_the_best_says_so():
    policy = Policy(("pixels", "bytes"))
    better = photo(2, pixels=12_100_000, bytes=2_000_000)
    assert policy.verdict(photo(1, pixels=8_000_000), better).words == "the other comes first by: More pixels"
    hardly = policy.verdict(photo(1, pixels=12_200_000), better)
    assert hardly.words == "hardly better, and the other comes first by: Larger file"


def test_photos_that_no_rule_tells_apart_are_left_to_the_eye():
    policy = Policy(("raw", "pixels"))
    assert best(policy, [photo(2), photo(1)]).id == 1
    assert not policy.verdict(photo(1), photo(2)).clear


def test_names_of_rules_are_read_and_unknown_ones_refused():
    assert rule_names("raw, pixels") == ("raw", "pixels")
    with pytest.raises(UsageError) as caught:
        rule_names("raw, prettier")
    assert all(name in caught.value.advice for name in RULES)
    with pytest.raises(UsageError):
        rule_names(" , ")
