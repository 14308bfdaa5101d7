"""What the library keeps for exports and for metadata inside photos, see `schema`."""

from __future__ import annotations

CATEGORY = "ALTER TABLE tags ADD COLUMN category INTEGER NOT NULL DEFAULT 0"
"""Whether a tag only holds others together, as ``[in brackets]`` in a keyword list."""

EMBEDDED = """
CREATE TABLE journal_embedded (
    id INTEGER PRIMARY KEY,
    journal_id INTEGER NOT NULL REFERENCES journal (id) ON DELETE CASCADE,
    photo_id INTEGER NOT NULL,
    path NOT NULL,
    splices BLOB NOT NULL,
    before BLOB NOT NULL,
    after BLOB NOT NULL
);
CREATE INDEX journal_embedded_entry ON journal_embedded (journal_id)
"""
"""Metadata that was written into photos: what it replaced, and hashes of the whole file before and after."""
