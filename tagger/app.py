"""Tagger: the parts of the program put together, for the window and the command line alike.

What an operation needs is imported where it is carried out: the window opens a library, and a command lists its photos,
without all that reads, recognises and writes them.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tagger import settings as settings_module
from tagger.changes import Changes, JobsChanged, JournalChanged, PhotosChanged, SidecarsWritten
from tagger.entities import PhotoId, PhotoState
from tagger.errors import PhotoError, UsageError
from tagger.finding import Finding
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.progress import Control, ProgressCallback, ignore_progress
from tagger.settings import Settings
from tagger.store import Store, held, jobs, photos, stacks
from tagger.store import folders as stored_folders
from tagger.tidying import Tidying

if TYPE_CHECKING:
    from tagger.library.choosing import Chosen
    from tagger.library.executors import Hired
    from tagger.library.index import IndexSummary
    from tagger.library.look import Touched
    from tagger.library.places import Places
    from tagger.library.removing import FolderRemoved
    from tagger.library.volumes import Mount
    from tagger.metadata.embedding.embed import EmbedResult
    from tagger.metadata.sidecars import SidecarResult
    from tagger.recognition.dispatcher import RecognitionSummary
    from tagger.recognition.photo_input import LocalPhoto
    from tagger.recognition.registry import Registry
    from tagger.recognition.services import Services

PAGE = 500


class Tagger(Finding, Tidying):
    """One open library with its settings and backends; what it can be told to change is inherited.

    Methods block unless they are coroutines; any thread may call them.

    Attributes:
        thumbnails: The thumbnail cache beside it.
        settings: The user's settings.
        mounts: Tells which drives are mounted.
    """

    def __init__(self, store: Store, thumbnails: ThumbnailCache, settings: Settings) -> None:
        super().__init__(store, Changes(), thumbnails, settings)
        self.mounts: Callable[[], Sequence[Mount]] = _mounts

    @functools.cached_property
    def registry(self) -> Registry:
        """The backends."""
        from tagger.recognition.registry import Registry

        return Registry(self.settings)

    @functools.cached_property
    def services(self) -> Services:
        """What leaves the machine through them."""
        from tagger.recognition.services import Services

        return Services(self.store, self.registry)

    @classmethod
    def open(cls, library: Path | None = None, config: Path | None = None) -> Tagger:
        """Open a library; by default the user's own.

        Raises:
            LibraryError, UsageError: the library or the settings cannot be used.
        """
        settings = Settings.load(config or settings_module.default_config_path())
        path = library or settings_module.default_library_path()
        store = Store.open(path)
        try:
            thumbnails = ThumbnailCache(path.with_name(path.name + ".thumbnails"), room_bytes(settings))
        except BaseException:
            store.close()
            raise
        app = cls(store, thumbnails, settings)
        if not store.read_only and store.read(held.unfinished):
            app.recover_cleanups()
        return app

    def thumbnail(self, photo_id: PhotoId) -> bytes | None:
        """The thumbnail of a photo, made again where it was lost or had to make room; None where there is none."""
        kept = self.thumbnails.get(photo_id)
        if kept is not None:
            return kept
        photo = self.store.read(lambda db: photos.photo(db, photo_id))
        if photo is None or photo.state is not PhotoState.OK:
            return None
        from tagger.imaging.decode import open_upright
        from tagger.imaging.thumbnails import SIDE_PX, encode_thumbnail

        try:
            made = encode_thumbnail(open_upright(photo.path, SIDE_PX, exact=False).image)
        except PhotoError:
            return None
        self.thumbnails.put_many([(photo_id, made)])
        return made

    def close(self) -> None:
        """Finish what is being written and close; nothing else may be running."""
        self.store.close()
        self.thumbnails.close()

    def index(
        self,
        folders: Sequence[str],
        *,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
        hired: Hired | None = None,
    ) -> IndexSummary:
        """Add folders and bring what is known of them up to date; those whose drive is elsewhere now are found there.

        Photos are read by processes of our own, unless others are ``hired``.

        Raises:
            Cancelled: what was read so far is kept.
        """
        from tagger.library import places

        found = self.look_for_folders()
        paths = [places.followed(path, found) for path in folders]
        summary = self._index(paths, progress=progress, control=control, hired=hired)
        self.look_for_folders()  # where the new ones are
        return dataclasses.replace(summary, problems=(*found.problems, *summary.problems))

    def index_touched(self, touched: Touched, control: Control | None = None) -> IndexSummary:
        """Bring the library up to date where something happened in its folders.

        Raises:
            Cancelled: what was read so far is kept.
        """
        return self._index(self.store.read(stored_folders.folders), control=control, touched=touched)

    def _index(self, paths: Sequence[str], **more: Any) -> IndexSummary:
        from tagger.library.index import index_folders

        workers = int(self.settings.get("index.workers")) or None
        redrawn = listed = True
        try:
            more["raw_in_front"] = self.settings.get("grid.stack_front") == "raw"
            summary = index_folders(self.store, self.thumbnails, paths, workers=workers, **more)
            redrawn = summary.changed > 0
            if summary.new:
                self.place_new_duplicates()
            listed = "touched" not in more or bool(summary.new or summary.moved or summary.missing or redrawn)
        finally:
            self.changes.tell(PhotosChanged(listed=listed, redrawn=redrawn, restated=True))
        return summary

    def locate(self, photo_id: PhotoId, path: str) -> frozenset[int]:
        """Find a missing photo in a file or folder, and all others that are there; see `locating.locate`.

        Raises:
            UsageError: the file is no photo, or the photo is not missing.
        """
        from tagger.library import locating

        changed = locating.locate(self.store, photo_id, path, lambda folder: self._index([folder], settling=False))
        self.changes.tell(PhotosChanged(changed, listed=True), JournalChanged())
        return changed

    def restack(self) -> None:
        """Let another file stand for each shot, where the setting says so now."""
        from tagger.library.stacks import restack

        self.store.write(stacks.all_due).result()
        changed = restack(self.store, raw_in_front=self.settings.get("grid.stack_front") == "raw")
        self.changes.tell(PhotosChanged(changed, listed=bool(changed)))

    def look_for_folders(self) -> Places:
        """Find out which folders can be reached, and follow those whose drive is mounted elsewhere now.

        Raises:
            LibraryError: the library cannot be written.
        """
        from tagger.library import places

        if self.store.read_only:
            return places.Places()
        found = places.look_for_folders(self.store, self.mounts)
        if found:
            self.changes.tell(PhotosChanged(listed=True, restated=True))
        return found

    def choose_photos(self, path: str, include: Sequence[str], exclude: Sequence[str]) -> Chosen:
        """Set by patterns what of a folder counts; see `tagger.library.choosing`. No file is touched.

        Raises:
            UsageError: it is not a folder of the library, or a pattern cannot be read.
        """
        from tagger.library import choosing

        done = self.store.write(lambda db: choosing.choose(db, path, include, exclude)).result()
        if done.changed:
            self.changes.tell(PhotosChanged(done.left_out, listed=True), JournalChanged())
        return done

    def remove_folder(self, path: str, *, keep: bool, progress: ProgressCallback = ignore_progress) -> FolderRemoved:
        """Take a folder with its photos out of the library; see `tagger.library.removing`. No file is touched.

        Raises:
            UsageError: it is not a folder of the library.
        """
        from tagger.library import removing

        done = self.store.write(lambda db: removing.remove_folder(db, path, keep=keep, progress=progress)).result()
        self.thumbnails.delete(done.purged)
        self.changes.tell(PhotosChanged(done.photo_ids, listed=True), JournalChanged())
        return done

    def back_up(self, target: Path, control: Control | None = None) -> None:
        """Copy the library to a file, as it is at this moment; what is there already is replaced once it is done.

        Raises:
            LibraryError: it cannot be written there.
            Cancelled: by ``control``; nothing is left behind.
        """
        from tagger.store import backup

        backup.back_up(self.store.path, target, control)

    def beside(self, library: Path) -> Tagger:
        """Open another library with the settings of this one.

        Raises:
            LibraryError: it cannot be used; this one stays as it is.
        """
        store = Store.open(library)
        try:
            thumbnails = ThumbnailCache(library.with_name(library.name + ".thumbnails"), room_bytes(self.settings))
        except BaseException:
            store.close()
            raise
        other = Tagger(store, thumbnails, self.settings)
        other.registry.secrets = self.registry.secrets  # what was given for this run holds for all of it
        return other

    def default_backends(self) -> list[str]:
        """Backends that recognise without being named: those switched on that keep photos on this machine."""
        return [info.name for info in self.registry.list() if info.enabled and info.offline and not info.problem]

    def enqueue(
        self, backends: Sequence[str], photo_ids: Sequence[int], *, again: bool = False, retry: bool = False
    ) -> int:
        """Queue photos for backends; returns how many (photo, backend, operation) were added."""
        queued = 0
        for name in backends:
            operations = self.registry.operations(name)
            for chunk in photos.chunks(photo_ids):
                queued += self.store.write(
                    functools.partial(
                        jobs.enqueue_all, backend=name, operations=operations, ids=chunk, again=again, retry=retry
                    )
                ).result()
        self.changes.tell(JobsChanged())
        return queued

    def cancel_queued(self, backend: str) -> int:
        """Take what is queued for a backend back; what is under way, or paid already, stays. Returns how many."""
        dropped = self.store.write(lambda db: jobs.cancel(db, backend)).result()
        self.changes.tell(JobsChanged())
        return dropped

    async def recognise(
        self,
        backends: Sequence[str],
        *,
        only: Sequence[int] | None = None,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
        patience_s: float | None = None,
    ) -> RecognitionSummary:
        """Answer what is queued for these backends; for ``only`` these photos, if they are given.

        A service that cannot be reached or asks for patience is waited for; where ``patience_s`` is given, so long.

        Raises:
            Cancelled: with the summary; what was answered so far is kept, the rest stays queued.
        """
        from tagger.recognition.dispatcher import Dispatcher

        dispatcher = Dispatcher(self.store, self.registry, self.changes, patience_s=patience_s)
        try:
            return await dispatcher.run(backends, only=only, progress=progress, control=control)
        finally:
            self.changes.tell(JobsChanged())

    async def test_backend(self, name: str, photo_path: str | None = None) -> str:
        """Try a backend's settings, with a photo if one is given; what worked, in one sentence.

        Raises:
            BackendError: it does not work, with advice.
        """
        import asyncio

        from tagger.recognition.backend import Tester
        from tagger.recognition.opening import open_backend

        backend = await asyncio.to_thread(open_backend, self.store, self.registry, name)
        try:
            if not isinstance(backend, Tester):
                return "This backend can be opened; it has no test of its own."
            return await backend.test(None if photo_path is None else self._to_try(name, photo_path))
        finally:
            await backend.close()

    def _to_try(self, name: str, path: str) -> LocalPhoto:
        """A photo, of the library or not, that a backend is tried with; also this is logged, paid and forbidden."""
        from tagger.recognition.trying import sendable

        known = self.store.read(lambda db: photos.id_of(db, path))
        return sendable(self.store, self.registry, name, "test", (known or PhotoId(0), path))

    def export_sidecars(
        self,
        photo_ids: Sequence[int] | None = None,
        *,
        dry_run: bool = False,
        recorded: bool = True,
        progress: ProgressCallback = ignore_progress,
        control: Control | None = None,
    ) -> Iterator[SidecarResult]:
        """Write tags into sidecars, of photos that are due unless others are named.

        One step of the journal, unless ``recorded`` is False: then sidecars only follow the library, and undoing what
        changed it makes them follow again.

        Raises:
            Cancelled: what was written so far is kept.
            UsageError: the settings say that sidecars are never written.
        """
        from tagger.review import sidecars
        from tagger.review.sidecar_changes import options_of

        if self.settings.get("sidecars.write") == "never" and not dry_run:
            raise UsageError("The settings say that no sidecar is written.", "Change sidecars.write to write them.")
        ids = self.store.read(sidecars.due) if photo_ids is None else photo_ids
        more: dict[str, Any] = {"options": options_of(self.settings), "progress": progress, "control": control}
        came_in = False
        try:
            for result in sidecars.export(self.store, ids, dry_run=dry_run, recorded=recorded, **more):
                came_in |= result.plan is not None and bool(result.plan.states)
                yield result
        finally:
            if not dry_run:
                changed = PhotosChanged(None if came_in else frozenset())
                self.changes.tell(changed, SidecarsWritten(), *[JournalChanged()][: int(recorded)])

    def embed(self, photo_ids: Sequence[int], **more: Any) -> Iterator[EmbedResult]:
        """Write what is known of photos into the photos themselves, see `embedding.embed_all`."""
        from tagger.review import embedding
        from tagger.review.sidecar_changes import options_of

        keep_time = bool(self.settings.get("sidecars.embed_keep_time"))
        try:
            yield from embedding.embed_all(
                self.store, photo_ids, keep_time=keep_time, options=options_of(self.settings), **more
            )
        finally:
            self.changes.tell(PhotosChanged(frozenset(photo_ids)), JournalChanged())


def room_bytes(settings: Settings) -> int:
    """How much thumbnails may take."""
    return int(settings.get("index.thumbnails_gb")) * 1000**3


def _mounts() -> Sequence[Mount]:
    from tagger.library.volumes import mounts

    return mounts()
