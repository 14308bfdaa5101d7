"""Tables of overrides in the settings file: names the settings do not know one by one, each with a short list of texts.

A table is declared once, as a setting is. What the texts mean is known to whoever declared it, such as the window for
the keys of its commands; here they are only kept harmless: short, few, and plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tagger.errors import UsageError

Texts = tuple[str, ...]
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of overrides.

    Attributes:
        name: The section of the file.
        title: What it is called in messages.
        most: How many texts one name may have.
        longest: How long a text may be, in characters.
    """

    name: str
    title: str
    most: int = 8
    longest: int = 64

    def check(self, key: str, value: object) -> Texts:
        """The texts of one name, if they are allowed; a single text is a list of one.

        Raises:
            UsageError: the name or the texts are not allowed.
        """
        texts = [value] if isinstance(value, str) else value
        if not _NAME.fullmatch(key):
            raise UsageError(f"{self.name} has no {key!r}.", "Use lower-case letters, digits and _.")
        if not isinstance(texts, list | tuple) or not all(isinstance(text, str) for text in texts):
            raise UsageError(f"{self.name}.{key} cannot be {value!r}.", "Give a list of texts; an empty one for none.")
        if len(texts) > self.most or any(not self._plain(text) for text in texts):
            raise UsageError(
                f"{self.name}.{key} cannot be {value!r}.",
                f"Give at most {self.most} texts of 1 to {self.longest} characters.",
            )
        return tuple(dict.fromkeys(texts))

    def read(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Texts | UsageError]]:
        """What a section of a file says: each name with its texts, or with what is wrong."""
        for key, value in content.items():
            try:
                yield key, self.check(key, value)
            except UsageError as error:
                yield key, error

    def _plain(self, text: str) -> bool:
        return 1 <= len(text) <= self.longest and text.isprintable()


SHORTCUTS = Table("shortcuts", "Keyboard shortcuts")
TABLES: Mapping[str, Table] = {table.name: table for table in (SHORTCUTS,)}
