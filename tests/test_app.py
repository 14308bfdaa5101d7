from __future__ import annotations

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.changes import JournalChanged, PhotosChanged
from tagger.entities import TagPath
from tagger.errors import LibraryError, UsageError


@pytest.fixture
def tagger(tmp_path):
    opened = Tagger.open(tmp_path / "library.tagger", tmp_path / "config.toml")
    yield opened
    opened.close()


def test_the_way_from_folder_to_sidecar_and_back(tagger, tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    Image.effect_noise((64, 48), 60).convert("RGB").save(folder / "a.jpg")
    before = (folder / "a.jpg").read_bytes()
    changes = []
    ended = tagger.changes.listen(changes.append)
    assert tagger.index([str(folder)]).new == 1
    (photo_id,) = tagger.photo_ids()
    assert tagger.tag([photo_id], add=[TagPath("Animal|Dog")]) == {photo_id}
    assert [photo.tags for photo in tagger.photos()] == [("Animal|Dog",)]
    (result,) = tagger.export_sidecars()
    assert result.action == "created"
    assert list(tagger.export_sidecars()) == []
    assert [title for _id, _at, title in tagger.journal()] == ["write 1 sidecar", "add tag Dog"]
    assert tagger.undo().title == "write 1 sidecar"
    assert tagger.undo().title == "add tag Dog"
    assert tagger.undo() is None
    assert tagger.redo().title == "add tag Dog"
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg"]
    assert (folder / "a.jpg").read_bytes() == before
    assert PhotosChanged(frozenset({photo_id})) in changes
    assert JournalChanged() in changes
    ended()
    count = len(changes)
    tagger.redo()
    tagger.undo()
    assert len(changes) == count


def test_queueing_for_a_backend_that_is_not_there_says_so(tagger):
    with pytest.raises(UsageError, match="no backend"):
        tagger.enqueue(["nobody"], [1])


def test_a_library_that_cannot_be_opened_leaves_nothing_running(tmp_path):
    (tmp_path / "library.tagger").write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryError):
        Tagger.open(tmp_path / "library.tagger", tmp_path / "config.toml")


def test_a_thumbnail_that_made_room_is_made_again(tagger, tmp_path):
    (tmp_path / "photos").mkdir()
    Image.effect_noise((900, 600), 60).convert("RGB").save(tmp_path / "photos/a.jpg")
    tagger.index([str(tmp_path / "photos")])
    (photo_id,) = tagger.photo_ids()
    before = tagger.thumbnails.get(photo_id)
    tagger.thumbnails.delete([photo_id])
    assert tagger.thumbnail(photo_id) == before == tagger.thumbnails.get(photo_id)
    assert tagger.thumbnail(photo_id + 1) is None
    (tmp_path / "photos/a.jpg").unlink()
    tagger.thumbnails.delete([photo_id])
    assert tagger.thumbnail(photo_id) is None
