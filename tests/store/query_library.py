"""A small library in which each search finds something else."""

from __future__ import annotations

import os

from tagger.store.database import Database
from tagger.store.paths import display_name, to_db
from tagger.store.query import Condition, Order, Query, count_photos, photo_ids
from tagger.store.store import Store

PHOTOS: dict[str, tuple[str, dict[str, object]]] = {
    "a": ("/p/2024/Holiday/IMG_1.jpg", {"taken_at": "2024-05-12T10:00:00", "rating": 3, "camera": "FUJIFILM X100V"}),
    "b": (
        "/p/2024/Holiday/IMG_12.jpg",
        {"taken_at": "2024-06-30T23:59:59+02:00", "rating": 5, "caption": "Café au lait"},
    ),
    "c": ("/p/2024/holiday 2/dsc.png", {"taken_at": "2023-12-31T00:00:00", "format": "PNG", "rating": -1}),
    "d": ("/p/old/Straße.heic", {"format": "HEIF", "lens": "XF23mm F2", "latitude": 0.0, "longitude": 0.0}),
    "e": ("/p/old/broken.jpg", {"state": "unreadable", "error": "truncated", "format": None}),
    "f": (os.fsdecode(b"/p/caf\xe9/\xff.jpg"), {"state": "missing", "caption": '可爱的狗 100% "sure" 🐶'}),
}
TAGS = {"Animal|Dog": "a", "Animal|Dog|Poodle": "b", "Toy|Dog": "c", "Año": "c", "Hot Dog": "d", "Plan_9": "d"}
LABELS = [
    ("onnx", "dog", "object", 0),
    ("onnx", "cat", "object", 0),
    ("cloud", "Éclair", "item", 0),
    ("onnx", "ghost", "face", 1),
]
SUGGESTIONS = [  # photo, label, confidence, decision, has a box
    ("a", "dog", 0.9, "accepted", True),
    ("a", "cat", 0.3, "suggested", False),
    ("b", "dog", 0.5, "suggested", True),
    ("b", "Éclair", 0.95, "deferred", False),
    ("c", "cat", 0.91, "rejected", True),
    ("d", "ghost", 0.8, "suggested", False),
    ("d", "cat", 0.7, "suggested", False),
]


def fill(db: Database) -> None:
    folder = db.table("folders").insert({"path": "/p", "added_at": "2024"}).last_pk
    for key, (path, more) in PHOTOS.items():
        row = {"folder_id": folder, "path": to_db(path), "directory": to_db(os.path.dirname(path))}
        row |= {"name": display_name(path), "state": "ok", "bytes": 1, "mtime_ns": 1, "format": "JPEG", "added_at": key}
        db.table("photos").insert({**row, **more})
    ids = {key: number for number, key in enumerate(PHOTOS, 1)}
    for tag, key in TAGS.items():
        tag_id = db.table("tags").insert({"path": tag, "folded": tag.casefold()}).last_pk
        db.table("photo_tags").insert({"photo_id": ids[key], "tag_id": tag_id, "origin": "user", "removed": 0})
    db.table("photo_tags").insert({"photo_id": ids["e"], "tag_id": 1, "origin": "file", "removed": 1})
    labels = {}
    for backend, name, kind, hidden in LABELS:
        row = {"backend": backend, "name": name, "kind": kind, "tag": f"Seen|{name}", "hidden": hidden}
        labels[name] = db.table("labels").insert(row).last_pk
    for key, label, confidence, decision, box in SUGGESTIONS:
        row = {
            "photo_id": ids[key],
            "label_id": labels[label],
            "operation": "detect",
            "model": "m",
            "confidence": confidence,
        }
        db.table("suggestions").insert({**row, "decision": decision, "x": 0.1 if box else None})
    db.table("results").insert(
        {"photo_id": ids["a"], "backend": "onnx", "operation": "detect", "model": "m", "done_at": "2024"}
    )


def photos(store: Store, query: Query) -> str:
    found = store.read(lambda db: photo_ids(db, query, Order.ADDED))
    assert store.read(lambda db: count_photos(db, query)) == len(found)
    return "".join("abcdef"[photo_id - 1] for photo_id in found)


def suggestions(store: Store, condition: Condition) -> list[str]:
    sql = (
        "SELECT photos.id, labels.name FROM suggestions JOIN labels ON labels.id = suggestions.label_id"
        f" JOIN photos ON photos.id = suggestions.photo_id WHERE {condition.sql} ORDER BY suggestions.id"
    )
    rows = store.read(lambda db: db.execute(sql, condition.params).fetchall())
    return [f"{'abcdef'[photo_id - 1]} {name}" for photo_id, name in rows]
