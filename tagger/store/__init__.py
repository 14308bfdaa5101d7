"""The library file: SQLite, migrated by sqlite-utils, one writer thread, read-only readers, migrations, search."""

from tagger.store.store import Store

__all__ = ["Store"]
