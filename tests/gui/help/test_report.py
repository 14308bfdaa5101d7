"""A report tells what is needed to help, and nothing that is private."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tagger import __version__
from tagger.gui.help.libraries import bundled
from tagger.gui.help.privacy import redacted
from tagger.gui.help.report import last_errors, report
from tagger.settings import Settings

NAMES = st.text(st.characters(categories=["L", "N"], include_characters=" -_"), min_size=3, max_size=12).map(str.strip)


@pytest.mark.parametrize(
    "text",
    [
        "cannot read /home/anna/Our Holiday/IMG 1.jpg",
        r"cannot read C:\Users\anna\Our Holiday\IMG 1.jpg",
        r"cannot read \\server\Our Holiday\IMG.jpg",
        "cannot read '/home/anna/Our Holiday/x.png': no such file",
        "see file:///home/anna/Our%20Holiday",
        "GET https://anna.example/photos?key=123 failed",
        "sent by anna@example.org",
        "Holiday_anna.NEF is broken",
        "Authorization: anna",
        "api_key=1 token: anna",
    ],
)
def test_paths_names_and_secrets_go(text: str) -> None:
    shown = redacted(text)
    assert not any(word in shown for word in ("anna", "Holiday", "123", "server"))


def test_what_helps_stays() -> None:
    trace = 'File "/home/anna/venv/lib/tagger/gui/viewer/view.py", line 12, in paint\nValueError: too large: 3'
    assert redacted(trace) == 'File "tagger/gui/viewer/view.py", line 12, in paint\nValueError: too large: 3'


@given(st.lists(NAMES.filter(lambda name: len(name) > 2), min_size=2, max_size=5), st.sampled_from(["/", "C:\\"]))
def test_no_part_of_a_path_is_left(parts: list[str], root: str) -> None:
    separator = "/" if root == "/" else "\\"
    path = root + separator.join(f"zq{part}qz" for part in parts)
    assert "zq" not in redacted(f"Tagger cannot open {path}: it is gone.")
    assert "zq" not in redacted(f"'{path}' is gone")


def test_the_report_has_what_is_needed_and_no_folder(qapp: object, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "anna" / "settings.toml")
    settings.set("window.theme", "light")
    log = tmp_path / "tagger.log"
    log.write_text("2026-01-01 10:00:00,1 INFO x: fine\n2026-01-01 10:00:01,1 ERROR x: no /home/anna/a b.jpg\n  more\n")
    errors = last_errors(log)
    assert len(errors) == 1
    text = report(settings, {"photos": 12345}, ["/pictures/anna"], errors)
    assert __version__ in text
    assert "window.theme = light" in text
    assert "photos: 12,345" in text
    assert "Qt" in text
    assert "anna" not in text
    assert str(tmp_path) not in text


def test_a_log_that_is_not_there_has_no_errors(tmp_path: Path) -> None:
    assert last_errors(tmp_path / "none.log") == []
    (tmp_path / "empty.log").write_text("no entry at all")
    assert last_errors(tmp_path / "empty.log") == []


def test_every_library_is_named_with_version_and_licence() -> None:
    found = {each.name.lower(): each for each in bundled()}
    assert {"numpy", "pillow", "onnxruntime", "qtawesome", "httpx", "rapidfuzz", "pyside6_essentials"} <= {
        name.replace("-", "_") for name in found
    }
    assert "pytest" not in found, "what is only for building is not in the program"
    assert all(each.version and each.licence for each in found.values())
