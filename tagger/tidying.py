"""What a library can be told about near-duplicates, for the window and the command line alike."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tagger.changes import Changes, JournalChanged, PhotosChanged, SidecarsWritten
from tagger.editing import Editing
from tagger.entities import FoundBy, Group, PhotoId, TagPath
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.progress import Control, ProgressCallback, ignore_progress
from tagger.settings import Settings
from tagger.store import Store, duplicates, folders, held
from tagger.store.database import Database

if TYPE_CHECKING:
    from tagger.duplicates.closer import Embedder
    from tagger.duplicates.holding import Moved
    from tagger.duplicates.keeper import Policy
    from tagger.duplicates.plan import Discard, Plan
    from tagger.duplicates.search import Options
    from tagger.duplicates.separating import Parted
    from tagger.store.held import HeldFile

_SAME_FRAME = (FoundBy.FILE, FoundBy.IMAGE, FoundBy.HASH, FoundBy.TURNED)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a cleanup did.

    Attributes:
        id: Its number; 0 where nothing was done.
        photo_ids: The photos that were moved out of the way.
        freed_bytes: What they, with their sidecars, will free once they are in the trash and that is emptied.
        merged: The keepers that were given something.
        problems: What was left alone and why, a sentence each.
    """

    id: int = 0
    photo_ids: frozenset[int] = frozenset()
    freed_bytes: int = 0
    merged: frozenset[int] = frozenset()
    problems: tuple[str, ...] = ()


class Tidying(Editing):
    """Finding groups of near-duplicates and cleaning them up.

    Attributes:
        thumbnails: The thumbnail cache of the library.
        settings: The user's settings.
    """

    def __init__(self, store: Store, changes: Changes, thumbnails: ThumbnailCache, settings: Settings) -> None:
        super().__init__(store, changes)
        self.thumbnails = thumbnails
        self.settings = settings

    def find_duplicates(
        self,
        options: Options | None = None,
        *,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
    ) -> list[Group]:
        """Find all groups of near-duplicates, as the settings say unless ``options`` are given; see `search.find`.

        Raises:
            Cancelled: what was found by hashes is kept, if the search had come so far.
        """
        from tagger.duplicates import search

        try:
            return search.find(
                self.store,
                self.thumbnails,
                options or self.duplicate_options(),
                self.policy(),
                embedder=_embedder(),
                progress=progress,
                control=control,
            )
        finally:
            self.changes.tell(PhotosChanged())

    def place_new_duplicates(self) -> None:
        """Put photos that came since the last search into the groups they belong to; see `placing.place_new`."""
        from tagger.duplicates import placing

        policy = self.policy()
        self.store.write(lambda db: placing.place_new(db, policy)).result()

    def policy(self) -> Policy:
        """Which photo of a group to keep, by the settings.

        Raises:
            UsageError: they name a rule that there is not.
        """
        from tagger.duplicates.keeper import Policy, rule_names

        return Policy(
            rule_names(str(self.settings.get("duplicates.keep"))),
            _folders(str(self.settings.get("duplicates.references"))),
            _folders(str(self.settings.get("duplicates.folders"))),
            str(self.settings.get("duplicates.pattern")),
        )

    def choose_keepers(self, policy: Policy | None = None) -> int:
        """Choose the keepers of all groups anew; how many groups have another one now."""
        from tagger.duplicates import rechoosing
        from tagger.duplicates.closer import Closer

        chosen = policy or self.policy()
        if chosen.needs_sharpness:
            members = [photo for group in self.duplicate_groups() for photo in group.photo_ids]
            Closer(self.store, self.thumbnails, None, ignore_progress, Control()).measure(members)
        changed = self.store.write(lambda db: rechoosing.choose_keepers(db, chosen)).result()
        if changed:
            self.changes.tell(PhotosChanged())
        return changed

    def set_keeper(self, group_id: int, photo_id: int) -> bool:
        """Keep this photo of a group; False where some other photo of it is not near this one."""
        from tagger.duplicates import deciding

        [group] = self.store.read(lambda db: list(duplicates.groups(db, [group_id])))
        done = self.store.write(lambda db: deciding.choose(db, group, photo_id)).result()
        self.changes.tell(PhotosChanged(frozenset(group.photo_ids)), JournalChanged())
        return done

    def mark_duplicates(self, wanted: Mapping[int, bool | None]) -> frozenset[int]:
        """Let photos of groups go, stay, or do what the rules say; see `deciding.mark`."""
        from tagger.duplicates import deciding

        marked = self.store.write(lambda db: deciding.mark(db, wanted)).result()
        if marked:
            self.changes.tell(JournalChanged())
        return marked

    def marked_duplicates(self) -> dict[int, bool]:
        """Which photos of groups are to go and which are to stay, as far as the user said so."""
        from tagger.store import group_decisions

        return self.store.read(group_decisions.marks)

    def not_duplicates(self, group: Group, photo_id: int | None = None) -> None:
        """Remember for good that a group, or one photo of it, is none; a search does not find it again."""
        from tagger.duplicates import deciding

        self.store.write(lambda db: deciding.separate(db, group, photo_id)).result()
        self.changes.tell(PhotosChanged(frozenset(group.photo_ids)), JournalChanged())

    def parted_duplicates(self) -> list[Parted]:
        """What was said to be no duplicates, the last first."""
        from tagger.duplicates import separating

        return self.store.read(separating.parted)

    def duplicates_again(self, said: Parted) -> None:
        """Take back that photos are no duplicates."""
        from tagger.duplicates import deciding

        policy = self.policy()
        self.store.write(lambda db: deciding.let_together(db, said, policy)).result()
        self.changes.tell(PhotosChanged(frozenset(said.photo_ids)), JournalChanged())

    def duplicate_options(self) -> Options:
        """What to look for, by the settings."""
        from tagger.duplicates.search import Options

        return Options(
            int(self.settings.get("duplicates.distance")),
            bool(self.settings.get("duplicates.turned")),
            bool(self.settings.get("duplicates.crops")),
        )

    def cleanup_plan(
        self, group_ids: Sequence[int] | None = None, *, only_clear: bool = True, policy: Policy | None = None
    ) -> Plan:
        """What a cleanup of groups would do; see `plan.make_plan`. Nothing is touched."""
        from tagger.duplicates.plan import make_plan

        chosen = policy or self.policy()
        return self.store.read(lambda db: make_plan(db, chosen, group_ids, only_clear=only_clear))

    def clean_up(
        self,
        plan: Plan,
        *,
        place: str | None = None,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
    ) -> Cleaned:
        """Do what a plan says, as one step of the journal.

        Each file is compared with what the library knows of it. Then keepers get what their copies know and they lack,
        in the library and in their sidecars, and then the copies move out of the way, see `holding`.

        Args:
            plan: What goes.
            place: A folder to move the copies to, in the tree that they are in; None to hold them for the trash.
            progress: Told how far it is.
            control: Pauses and cancels.

        Raises:
            Cancelled: before anything is touched, or with some of the photos moved, which undo brings back.
            UsageError: photos cannot be moved to this place.
            LibraryError: the library cannot be written any more, as on a full disk; no file is lost, and the next
                start finishes or undo brings back what has moved.
        """
        from tagger.duplicates import checking, holding, locking, targets

        control = control or Control()
        if place is not None:
            place = targets.checked_place(place, self.store.read(folders.folders))
        with locking.locked(self.store, control):
            checked = checking.check(self.store, plan.discards, progress, control)
            if not checked.discards:
                return Cleaned(problems=checked.problems)
            begun = self.store.write(lambda db: _begin(db, checked.discards), durable=True).result()
            problems = list(checked.problems)
            try:
                problems += self._write_keepers(begun)
                moved = holding.hold(
                    self.store, begun.cleanup_id, checked.discards, place=place, progress=progress, control=control
                )
            finally:
                self.changes.tell(PhotosChanged(listed=True), JournalChanged(), SidecarsWritten())
        freed = sum(discard.bytes for discard in checked.discards if discard.photo.id in moved.photo_ids)
        return Cleaned(begun.cleanup_id, frozenset(moved.photo_ids), freed, begun.merged, (*problems, *moved.problems))

    def tag_duplicates(self, plan: Plan, tag: TagPath) -> frozenset[int]:
        """Only tag what a plan would move, as one step of the journal; the photos that got the tag."""
        return self.tag([PhotoId(discard.photo.id) for discard in plan.discards], add=[tag])

    def stack_duplicates(self, plan: Plan) -> frozenset[int]:
        """Only let what a plan would move stand behind its keepers, as one step; the photos that are stacked now."""
        from tagger.duplicates import deciding

        pairs = [(discard.photo.id, discard.keeper.id) for discard in plan.discards]
        return self._stacked(self.store.write(lambda db: deciding.stack(db, pairs)).result())

    def unstack(self, photo_id: int) -> frozenset[int]:
        """Take the stack of a photo apart; what stood behind it. RAW and JPEG of one shot stay together."""
        from tagger.duplicates import deciding

        return self._stacked(self.store.write(lambda db: deciding.unstack(db, photo_id)).result())

    def _stacked(self, changed: frozenset[int]) -> frozenset[int]:
        if changed:
            self.changes.tell(PhotosChanged(listed=True), JournalChanged())
        return changed

    def _write_keepers(self, begun: _Begun) -> list[str]:
        """Write what keepers were given into their sidecars; what cannot be written stays due, and is named.

        What will be written is in the journal before, so that undo finds it though a crash comes in between.
        """
        from tagger.review import sidecar_changes, sidecars
        from tagger.store import journal

        if self.settings.get("sidecars.write") == "never" or not begun.merged:
            return []
        keepers, options = sorted(begun.merged), sidecar_changes.options_of(self.settings)
        files = sidecars.foreseen(self.store, keepers, options)
        self.store.write(lambda db: journal.add_files(db, begun.entry_id, files), durable=True).result()
        results = sidecars.export(self.store, keepers, recorded=False, options=options)
        return [
            f"The sidecar of {result.photo_path} is not written: {result.error}" for result in results if result.error
        ]

    def recover_cleanups(self) -> Moved:
        """Finish what a crash interrupted; to be called when the library is opened."""
        from tagger.duplicates import holding

        moved = holding.recover(self.store)
        if moved.photo_ids:
            self.changes.tell(PhotosChanged(listed=True))
        return moved

    def held_files(self) -> list[HeldFile]:
        """The files that cleanups hold."""
        from tagger.duplicates import holding

        return list(holding.held_files(self.store))

    def empty_held(
        self, *, days: int = 0, progress: ProgressCallback = ignore_progress, control: Control | None = None
    ) -> Moved:
        """Put what was cleaned up so many days ago, or earlier, into the system's trash.

        Raises:
            Cancelled: between two files; those in the trash by then are noted.
        """
        from tagger.duplicates import emptying

        before = (datetime.now(UTC) - timedelta(days=days)).isoformat()
        try:
            return emptying.empty(self.store, older_than=before, progress=progress, control=control)
        finally:
            self.changes.tell(JournalChanged())

    def empty_due(self, control: Control | None = None) -> Moved:
        """The same as far as the settings say that it is to happen by itself; to be called some time after the start.

        Raises:
            Cancelled: as `empty_held`.
        """
        from tagger.duplicates.renaming import Moved

        days = int(self.settings.get("duplicates.empty_after_days"))
        if not days or self.store.read_only:
            return Moved()
        return self.empty_held(days=days, control=control)

    def keeper_reasons(self, group_ids: Sequence[int] | None = None) -> dict[int, str]:
        """Why the keeper of its group is kept rather than each other photo, in words."""
        from tagger.duplicates.plan import make_plan

        policy = self.policy()
        plan = self.store.read(lambda db: make_plan(db, policy, group_ids, only_clear=False))
        spared = {spared.photo.id: spared.words for spared in plan.spared}
        return spared | {discard.photo.id: discard.words for discard in plan.discards}

    def duplicate_groups(self) -> list[Group]:
        """The groups that the last search found."""
        return self.store.read(lambda db: list(duplicates.groups(db)))


def _folders(text: str) -> tuple[str, ...]:
    """Folders as the settings keep them: a list in JSON, or nothing."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return ()
    return tuple(str(folder) for folder in found) if isinstance(found, list) else ()


@dataclass(frozen=True, slots=True)
class _Begun:
    """A cleanup about to move files: its number, that of its step of the journal, and the keepers that it gave to."""

    cleanup_id: int
    entry_id: int
    merged: frozenset[int]


def _begin(db: Database, discards: Sequence[Discard]) -> _Begun:
    """Give keepers what their copies know, and write the cleanup into the journal."""
    from tagger.review import merging
    from tagger.store import journal

    by_keeper: dict[int, dict[int, int | None]] = defaultdict(dict)
    for discard in discards:
        turn = discard.link.turn if discard.link.found_by in _SAME_FRAME else None
        by_keeper[discard.keeper.id][discard.photo.id] = turn
    merged = merging.merge(db, by_keeper)
    title = "clean up 1 duplicate" if len(discards) == 1 else f"clean up {len(discards):,} duplicates"
    cleanup_id = held.begin(db, title)
    entry_id = journal.record(
        db, title, tags=merged.tags, values=merged.values, suggestions=merged.suggestions, cleanups=[cleanup_id]
    )
    return _Begun(cleanup_id, entry_id, merged.photo_ids)


def _embedder() -> Embedder:
    from tagger.backends.onnx.embedding import embedding
    from tagger.backends.onnx.pipeline import MODEL
    from tagger.duplicates.closer import Embedder

    return Embedder("onnx", MODEL, embedding)
