"""What this program left in a sidecar, what others made of it, what the library says: each change comes through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tagger.app import Tagger
from tagger.entities import Box, Decision, Detection, PhotoId, SuggestionId, TagPath
from tagger.library.read import read_photo
from tagger.metadata.embedded import read_embedded
from tagger.metadata.facts import read_facts
from tagger.metadata.isolated import EmbeddedReader
from tagger.metadata.sidecar_names import sidecars_to_read
from tagger.review import sidecars
from tagger.review.conflicts import Choice
from tagger.store import conflicts, folders, photos, suggestions, tags
from tagger.store.values import PhotoField
from tagger.vocabulary import tree

DOG, PARK, SKY = TagPath("Animal|Dog"), TagPath("Place|Park"), TagPath("Sky")


class Desk:
    """One photo in one library, and another program that edits its sidecar as text."""

    def __init__(self, folder: Path) -> None:
        (folder / "photos").mkdir()
        self.photo = folder / "photos" / "a.jpg"
        Image.new("RGB", (64, 48), (120, 90, 60)).save(self.photo)
        self.sidecar = Path(f"{self.photo}.xmp")
        self.tagger = Tagger.open(folder / "library.tagger", folder / "settings.toml")
        self.index()
        self.id = PhotoId(self.tagger.photo_ids()[0])

    def index(self) -> None:
        """As indexing does in a worker process, whose start would take most of the time."""
        names = sidecars_to_read(str(self.photo), [each.name for each in self.photo.parent.iterdir()])
        reading = read_photo(str(self.photo), names)
        folder = str(self.photo.parent)
        self.tagger.store.write(lambda db: photos.save_readings(db, folders.add_folder(db, folder), [reading])).result()

    def tag(self, *add: TagPath, remove: tuple[TagPath, ...] = ()) -> None:
        self.tagger.tag([self.id], add=add, remove=remove)

    def write(self) -> None:
        assert [r.error for r in self.tagger.export_sidecars(recorded=False)] in ([None], [])
        assert self.due() == []

    def edit(self, *pairs: tuple[str, str]) -> None:
        text = self.sidecar.read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        self.sidecar.write_text(text, "utf-8")

    def drop(self, *words: str) -> None:
        self.edit(*((f"<rdf:li>{word}</rdf:li>", "") for word in words))

    def library(self) -> set[TagPath]:
        [photo] = self.tagger.photos()
        return set(photo.tags)

    def file(self) -> set[TagPath]:
        return set(read_facts(str(self.photo), [str(self.sidecar)]).keywords)

    def due(self) -> list[int]:
        return self.tagger.store.read(sidecars.due)

    def conflicts(self) -> list[conflicts.Conflict]:
        return self.tagger.store.read(conflicts.all_of)

    def suggest(self, tag: TagPath, box: Box | None = None) -> SuggestionId:
        def make(db):
            seen = Detection(tag.rpartition("|")[2], 0.9, box=box)
            label = suggestions.ensure_label(db, "one", seen, tag, hidden=False)
            suggestions.insert(db, self.id, label, seen, operation="r", model="m", decision=Decision.SUGGESTED)
            return SuggestionId(db.conn.execute("SELECT max(id) FROM suggestions").fetchone()[0])

        return self.tagger.store.write(make).result()


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EmbeddedReader, "read", lambda self, path: read_embedded(path))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.tagger.close()


DOG_FORMS = ("Dog", "Animal", "Animal|Dog", "Animal/Dog")


@pytest.mark.parametrize("indexed", [True, False])
def test_a_tag_that_another_program_takes_out_goes_and_one_that_it_puts_in_comes(desk: Desk, indexed: bool) -> None:
    desk.tag(DOG, PARK)
    desk.write()
    desk.drop(*DOG_FORMS)
    desk.edit(("<rdf:li>Park</rdf:li>", "<rdf:li>Park</rdf:li><rdf:li>Theirs</rdf:li>"))
    if indexed:
        desk.index()
        assert desk.library() == {PARK, "Theirs"}
        assert desk.due() == []
    desk.tag(SKY)
    desk.write()
    assert desk.file() == desk.library() == {PARK, SKY, "Theirs"}
    desk.index()
    assert desk.library() == {PARK, SKY, "Theirs"}
    desk.edit(("<rdf:li>Place|Park</rdf:li>", "<rdf:li>Place|Park</rdf:li><rdf:li>Animal|Dog</rdf:li>"))
    desk.index()
    assert DOG in desk.library(), "what comes again comes in"


def test_a_program_that_knows_no_paths_takes_out_none(desk: Desk) -> None:
    desk.tag(DOG)
    desk.write()
    desk.drop("Animal|Dog", "Animal/Dog")
    desk.index()
    assert DOG in desk.library()
    desk.tag(SKY)
    desk.write()
    assert {DOG, SKY} <= desk.file()


def test_a_program_that_had_never_read_the_tags_takes_out_none(desk: Desk) -> None:
    desk.tag(DOG, PARK)
    desk.write()
    desk.drop("Animal", "Dog", "Animal|Dog", "Place", "Park", "Place|Park")  # digiKam's list stays as it was
    desk.index()
    assert desk.library() == {DOG, PARK}
    assert desk.conflicts() == []


@pytest.mark.parametrize("choice", list(Choice))
def test_a_tag_in_one_property_only_is_a_conflict(desk: Desk, choice: Choice) -> None:
    desk.tag(DOG, PARK)
    desk.write()
    desk.drop("Animal", "Dog", "Animal|Dog")
    desk.index()
    [conflict] = desk.conflicts()
    assert (conflict.property, conflict.mine, conflict.theirs) == (f"tag:{DOG}", DOG, None)
    assert desk.library() == {DOG, PARK}
    desk.tag(SKY)
    desk.write()
    assert "Animal|Dog" not in desk.sidecar.read_text("utf-8"), "neither is forced before somebody chose"
    assert desk.tagger.settle_conflicts([conflict], choice) == 1
    assert desk.conflicts() == []
    desk.write()
    wanted = {PARK, SKY} | ({DOG} if choice is Choice.MINE else set())
    assert desk.file() == desk.library() == wanted
    assert ("Animal/Dog" in desk.sidecar.read_text("utf-8")) == (choice is Choice.MINE)


def test_a_sidecar_that_is_gone_or_broken_takes_nothing_along(desk: Desk) -> None:
    desk.tag(DOG)
    desk.write()
    whole = desk.sidecar.read_bytes()
    desk.sidecar.write_bytes(whole[:200])
    desk.index()
    assert desk.library() == {DOG}
    desk.sidecar.unlink()
    desk.index()
    assert desk.library() == {DOG}
    desk.tag(SKY)
    desk.write()
    assert desk.file() == {DOG, SKY}


def test_a_rejected_suggestion_is_not_brought_back_by_a_reading(desk: Desk) -> None:
    suggestion = desk.suggest(DOG)
    desk.tagger.decide([suggestion], Decision.ACCEPTED)
    desk.write()
    old = desk.sidecar.read_bytes()
    desk.tagger.decide([suggestion], Decision.REJECTED)
    desk.index()
    assert desk.library() == set()
    desk.write()
    assert desk.file() == set()
    desk.sidecar.write_bytes(old + b"\n")  # a backup, or a program that had not seen it
    desk.index()
    assert desk.library() == set()
    desk.tag(SKY)
    desk.write()
    assert DOG in desk.file(), "what another program put in is not taken out a second time"
    assert desk.library() == {SKY}


@pytest.mark.parametrize("choice", list(Choice))
@pytest.mark.parametrize(
    ("field", "base", "mine", "theirs", "element"),
    [(PhotoField.RATING, 1, 5, 3, "xmp:Rating"), (PhotoField.COLOUR_LABEL, "Red", "Green", "blau", "xmp:Label")],
)
def test_a_value_that_both_changed_is_a_conflict(desk: Desk, choice, field, base, mine, theirs, element) -> None:
    desk.tagger.set_value([desk.id], field, base)
    desk.write()
    desk.index()
    desk.tagger.set_value([desk.id], field, mine)
    desk.edit((f"<{element}>{base}<", f"<{element}>{theirs}<"))
    desk.tag(SKY)
    desk.write()
    assert SKY in desk.file(), "the rest is written"
    [conflict] = desk.conflicts()
    assert (conflict.property, conflict.base, conflict.mine, conflict.theirs) == (field, base, mine, theirs)
    assert getattr(read_facts(str(desk.photo), [str(desk.sidecar)]), field) == theirs
    desk.index()
    [photo] = desk.tagger.photos()
    assert getattr(photo.facts, field) == mine, "not decided by a reading either"
    desk.tagger.settle_conflicts(desk.conflicts(), choice)
    desk.write()
    desk.index()
    wanted = mine if choice is Choice.MINE else theirs
    [photo] = desk.tagger.photos()
    assert getattr(photo.facts, field) == getattr(read_facts(str(desk.photo), [str(desk.sidecar)]), field) == wanted
    if choice is Choice.THEIRS:
        desk.tagger.undo()
        [photo] = desk.tagger.photos()
        assert getattr(photo.facts, field) == mine
        assert desk.due() == [desk.id]


def test_many_conflicts_settled_together_are_one_step_of_undo(desk: Desk) -> None:
    desk.tag(DOG, PARK)
    desk.tagger.set_value([desk.id], PhotoField.RATING, 2)
    desk.write()
    desk.tagger.set_value([desk.id], PhotoField.RATING, 3)
    desk.drop("Animal", "Dog", "Animal|Dog")
    desk.edit((">2<", ">5<"))
    desk.write()
    assert len(desk.conflicts()) == 2
    steps = len(desk.tagger.journal())
    assert desk.tagger.settle_conflicts(desk.conflicts(), Choice.THEIRS) == 2
    assert len(desk.tagger.journal()) == steps + 1
    assert desk.tagger.journal()[0][2] == "take 2 changes of another program"
    assert desk.library() == {PARK}
    desk.tagger.undo()
    [photo] = desk.tagger.photos()
    assert (set(photo.tags), photo.facts.rating) == ({DOG, PARK}, 3)


def test_a_value_that_only_others_changed_comes_in_and_ours_goes_out(desk: Desk) -> None:
    desk.tagger.set_value([desk.id], PhotoField.RATING, 2)
    desk.write()
    desk.edit(("<xmp:Rating>2<", "<xmp:Rating>4<"))
    desk.tagger.set_value([desk.id], PhotoField.COLOUR_LABEL, "Red")
    desk.write()
    assert desk.conflicts() == []
    [photo] = desk.tagger.photos()
    assert (photo.facts.rating, photo.facts.colour_label) == (4, "Red")


def test_a_caption_that_was_cleared_stays_away_though_the_photo_has_it(tmp_path: Path) -> None:
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Label="Red" '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>Embedded</dc:description></rdf:Description>'
        b"</rdf:RDF></x:xmpmeta>"
    )
    desk = Desk(tmp_path)
    try:
        Image.new("RGB", (64, 48)).save(desk.photo, xmp=packet)
        desk.index()
        for field, value in ((PhotoField.CAPTION, "Embedded"), (PhotoField.COLOUR_LABEL, "Red")):
            assert getattr(next(desk.tagger.photos()).facts, field) == value
            desk.tagger.set_value([desk.id], field, None)
        desk.write()
        for _again in range(2):
            desk.sidecar.write_bytes(desk.sidecar.read_bytes() + b"\n")
            desk.index()
            facts = next(desk.tagger.photos()).facts
            assert (facts.caption, facts.colour_label) == (None, None)
        Image.new("RGB", (64, 48)).save(desk.photo, xmp=packet.replace(b"Embedded", b"New one"))
        desk.index()
        assert next(desk.tagger.photos()).facts.caption == "New one"
    finally:
        desk.tagger.close()


def test_another_case_of_a_tag_reaches_the_sidecar_and_comes_back_with_undo(desk: Desk) -> None:
    desk.tag(TagPath("animal|dog"), TagPath("animal|cat"))
    desk.write()
    desk.tagger.change_tree(lambda db: tree.relocate(db, TagPath("animal|dog"), DOG))
    assert desk.due() == [desk.id]
    desk.write()
    text = desk.sidecar.read_text("utf-8")
    assert "<rdf:li>Animal|Dog</rdf:li>" in text
    assert "<rdf:li>Dog</rdf:li>" in text
    assert "dog" not in text
    desk.tagger.undo()
    desk.write()
    assert "<rdf:li>animal/dog</rdf:li>" in desk.sidecar.read_text("utf-8")


def test_a_flat_word_of_the_file_does_not_become_a_path_beside_its_own_path(desk: Desk) -> None:
    desk.sidecar.write_bytes(
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>'
        b"<rdf:li>Dog</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    desk.index()
    desk.tagger.decide([desk.suggest(DOG)], Decision.ACCEPTED)
    desk.write()
    text = desk.sidecar.read_text("utf-8")
    assert text.count("<rdf:li>Dog</rdf:li>") == 1
    assert desk.file() == {DOG}
    desk.index()
    desk.tag(SKY)
    desk.write()
    assert desk.sidecar.read_text("utf-8").count("<rdf:li>Dog</rdf:li>") == 1
    assert desk.conflicts() == []


def test_undo_of_what_was_never_written_leaves_nothing_due(desk: Desk) -> None:
    suggestion = desk.suggest(DOG, Box(0.1, 0.1, 0.5, 0.5))
    desk.tagger.decide([suggestion], Decision.ACCEPTED)
    assert desk.due() == [desk.id]
    desk.tagger.undo()
    assert desk.due() == []
    desk.tagger.redo()
    desk.write()
    desk.tagger.undo()
    assert desk.due() == [desk.id], "now the sidecar has it"
    desk.tagger.redo()
    assert desk.due() == []
    desk.tagger.set_value([desk.id], PhotoField.RATING, 3)
    desk.tagger.undo()
    assert desk.due() == []


def test_a_removed_tag_comes_out_once(desk: Desk) -> None:
    desk.tag(DOG)
    desk.write()
    desk.tag(remove=(DOG,))
    desk.write()
    assert desk.file() == set()
    assert desk.tagger.store.read(lambda db: tags.removed_tags_of(db, [desk.id])) == {}


@pytest.mark.parametrize("choice", list(Choice))
def test_a_box_that_both_changed_is_a_conflict(desk: Desk, choice: Choice) -> None:
    person = TagPath("People|Jane")
    face = desk.tagger.draw_box(desk.id, Box(0.1, 0.1, 0.5, 0.5), person)
    desk.write()
    desk.edit(("<mwg-rs:Name>Jane<", "<mwg-rs:Name>Janet<"))
    desk.tag(SKY)
    desk.write()
    assert desk.conflicts() == [], "only they changed it, so it is theirs"
    desk.tagger.move_box(face, Box(0.3, 0.1, 0.5, 0.5))
    desk.write()
    [conflict] = desk.conflicts()
    assert (conflict.property, conflict.mine, conflict.theirs) == (f"region:{face}", "Jane", "Janet")
    desk.tagger.settle_conflicts([conflict], choice)
    if choice is Choice.THEIRS:
        desk.tag(PARK)
    desk.write()
    text = desk.sidecar.read_text("utf-8")
    assert "<mwg-rs:Name>Janet<" in text
    assert ("<mwg-rs:Name>Jane<" in text) == (choice is Choice.MINE)
    desk.tag(DOG)
    desk.write()
    assert desk.conflicts() == []
