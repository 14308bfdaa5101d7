"""Opening a backend for a library, with what the user calls things for those that can be told."""

from __future__ import annotations

from tagger.entities import TAG_SEPARATOR
from tagger.recognition.backend import Backend, Speaker
from tagger.recognition.registry import Registry
from tagger.store import Store, never_upload, tags
from tagger.store.database import Database
from tagger.store.never_upload import Mark

MOST_WORDS = 300
"""More would crowd out the picture in what a model reads at once, some 1000 tokens of a usual 4096."""


def open_backend(store: Store, registry: Registry, name: str) -> Backend:
    """Open a backend. May be slow.

    Raises:
        UsageError, BackendUnavailable: as `Registry.open`.
    """
    backend = registry.open(name)
    if isinstance(backend, Speaker):
        backend.prefer(store.read(words))
    return backend


def words(db: Database) -> list[str]:
    """The last parts of the user's tags, those used most if there are many; in alphabetical order, each once.

    Tags marked never to be uploaded, and those below them, are left out.
    """
    private = [str(value) for kind, value in never_upload.marks(db) if kind == Mark.TAG]
    counts = [*tags.tag_counts(db), *((tag, 0) for tag in tags.made_tags(db))]
    found: dict[str, str] = {}
    for tag, _count in sorted(counts, key=lambda counted: -counted[1]):
        folded = tag.casefold()
        if not any(folded == mark or folded.startswith(mark + TAG_SEPARATOR) for mark in private):
            word = tag.rpartition(TAG_SEPARATOR)[2]
            found.setdefault(word.casefold(), word)
    return sorted(list(found.values())[:MOST_WORDS], key=lambda word: (word.casefold(), word))
