"""Which files of a folder count: patterns as in ``.gitignore``, relative to the folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tagger.errors import UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Patterns:
    """What of a folder is left out.

    Attributes:
        root: The folder that the patterns are relative to.
        include: Only photos that match one of these count; all, where there are none.
        exclude: Photos and directories that match these do not count; a later ``!pattern`` takes them in again.
    """

    root: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything may be left out at all."""
        return bool(self.include or self.exclude)

    def takes(self, path: str) -> bool:
        """Whether a file counts."""
        name = self._relative(path)
        return not self._exclude.match_file(name) and (not self.include or self._include.match_file(name))

    def enters(self, directory: str) -> bool:
        """Whether a directory below the root is looked into."""
        return not self._exclude.match_file(self._relative(directory) + "/")

    @cached_property
    def _include(self) -> GitIgnoreSpec:
        return _spec(self.include)

    @cached_property
    def _exclude(self) -> GitIgnoreSpec:
        return _spec(self.exclude)

    def _relative(self, path: str) -> str:
        # Cut off rather than computed: links may lead out of the root, but every path begins with it.
        relative = path[len(self.root.rstrip(os.sep)) + 1 :]
        return relative.replace(os.sep, "/")


def read_patterns(texts: Sequence[str]) -> tuple[str, ...]:
    """Patterns as they are kept: without empty lines and comments.

    Raises:
        UsageError: one of them cannot be read.
    """
    kept = tuple(text.strip() for text in texts if text.strip() and not text.strip().startswith("#"))
    for text in kept:
        try:
            _spec((text,))
        except ValueError as error:
            raise UsageError(
                f"“{text}” is not a pattern.", "Write it as in a .gitignore file, for instance *.tif or /Exports/."
            ) from error
    return kept


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # few folders have patterns

    return GitIgnoreSpec.from_lines(patterns)
