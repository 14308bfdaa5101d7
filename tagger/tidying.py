"""What a library can be told about near-duplicates, for the window and the command line alike."""

from __future__ import annotations

from tagger.changes import Changes, PhotosChanged
from tagger.duplicates import placing, search
from tagger.duplicates.closer import Embedder
from tagger.duplicates.keeper import Policy
from tagger.duplicates.search import Options
from tagger.editing import Editing
from tagger.entities import Group
from tagger.imaging.thumbnails import ThumbnailCache
from tagger.progress import Control, ProgressCallback, ignore_progress
from tagger.settings import Settings
from tagger.store import Store, duplicates


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
        try:
            return search.find(
                self.store,
                self.thumbnails,
                options or self.duplicate_options(),
                Policy(),
                embedder=_embedder(),
                progress=progress,
                control=control,
            )
        finally:
            self.changes.tell(PhotosChanged())

    def place_new_duplicates(self) -> None:
        """Put photos that came since the last search into the groups they belong to; see `placing.place_new`."""
        self.store.write(lambda db: placing.place_new(db, Policy())).result()

    def duplicate_options(self) -> Options:
        """What to look for, by the settings."""
        return Options(
            int(self.settings.get("duplicates.distance")),
            bool(self.settings.get("duplicates.turned")),
            bool(self.settings.get("duplicates.crops")),
        )

    def duplicate_groups(self) -> list[Group]:
        """The groups that the last search found."""
        return self.store.read(lambda db: list(duplicates.groups(db)))


def _embedder() -> Embedder:
    from tagger.backends.onnx.embedding import embedding
    from tagger.backends.onnx.pipeline import MODEL

    return Embedder("onnx", MODEL, embedding)
