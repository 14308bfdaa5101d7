"""The languages of the window."""

from __future__ import annotations

from collections.abc import Mapping

SOURCE = "en"
"""The language the program is written in."""

LANGUAGES: Mapping[str, str] = {SOURCE: "English", "de": "Deutsch"}
"""Two-letter codes with what a language calls itself.

A new one begins with a line here; then `packaging/translations.py` makes the file to translate in, and compiles it.
"""
