"""Tells of the current photo what backends said besides labels, where they agree, and whether it may be sent."""

from __future__ import annotations

from tagger.entities import Photo, Suggestion
from tagger.gui.browser import Browser
from tagger.gui.part import Part
from tagger.gui.review.inspector import Inspector
from tagger.gui.review.service_facts import Fact
from tagger.gui.session import Session
from tagger.review.agreement import agreement
from tagger.store import never_upload, trouble
from tagger.store.database import Database


class Telling(Part):
    """Has no commands; it completes what the inspector shows."""

    def __init__(self, session: Session, browser: Browser, inspector: Inspector) -> None:
        super().__init__(browser)
        self._session, self._browser, self._inspector = session, browser, inspector
        self._generation = 0
        self._last: tuple[Photo | None, list[Suggestion]] = (None, [])
        browser.photo_shown.connect(self._shown)

    def again(self) -> None:
        """Something was marked, or a mark was taken away."""
        self._shown(*self._last, False)
        self._browser.model.refresh([int(photo_id) for photo_id in self._browser.model.rows.ids])

    def _shown(self, photo: Photo | None, found: list[Suggestion], _recognised: bool) -> None:
        self._generation += 1
        self._last = photo, found
        if photo is None:
            self._inspector.service_facts.show_facts(None, (), private=False)
            return
        self._session.start(self._tell(photo, found, self._generation))

    async def _tell(self, photo: Photo, found: list[Suggestion], generation: int) -> None:
        facts, answered, private = await self._session.read(_read, photo.id)
        if generation == self._generation:
            self._inspector.list.set_agreement(agreement(found, answered))
            self._inspector.service_facts.show_facts(photo, facts, private=private)


def _read(db: Database, photo_id: int) -> tuple[list[Fact], frozenset[str], bool]:
    facts = trouble.facts_of(db, photo_id)
    return facts, trouble.answered(db, photo_id), bool(never_upload.private(db, [photo_id]))
