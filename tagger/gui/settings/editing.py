"""Opens the page of the settings, and keeps what is changed there; gives the palette the settings, too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtWidgets import QWidget

from tagger.gui.pages import Pages
from tagger.gui.palette.entries import Entry
from tagger.gui.part import Part
from tagger.gui.session import Session
from tagger.gui.settings.editors import translated
from tagger.gui.settings.page import SettingsPage
from tagger.gui.shortcuts.editor import ShortcutEditor
from tagger.gui.shortcuts.keymap import Keymap
from tagger.settings import DECLARED, Declared

SHORTCUTS = "shortcuts"


class SettingsEditing(Part):
    """The commands of the settings."""

    def __init__(
        self, session: Session, pages: Pages, keymap: Keymap, remember: Callable[[], object], parent: QWidget
    ) -> None:
        """``remember`` saves what the window itself changed meanwhile, such as the size of the thumbnails."""
        super().__init__(parent)
        self._session, self._pages, self._remember = session, pages, remember
        self._page: SettingsPage | None = None
        self._sections: list[tuple[str, str, Callable[[], QWidget]]] = []
        self.add_section(SHORTCUTS, self.tr("Keyboard shortcuts"), lambda: ShortcutEditor(keymap))
        session.setting_changed.connect(self._changed)

    @property
    def page(self) -> SettingsPage:
        """The page, made when it is wanted first: it takes as long as the rest of the window."""
        if self._page is None:
            self._page = self._make()
            self._fill()
        return self._page

    def add_section(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a section of its own to the page, see `SettingsPage.add_section`; ``make`` is called with the page."""
        if self._page is None:
            self._sections.append((name, title, make))
        else:
            self._page.add_section(name, title, make())

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening."""
        return {"settings": self.open, "shortcuts": lambda: self.open(SHORTCUTS)}

    def open(self, name: str = "") -> None:
        """Show the page, at a section or a setting."""
        self._remember()
        self._pages.show_page(self.page)
        self.page.open_at(name)
        self._session.start(self._read_again())

    def entries(self) -> Iterator[Entry]:
        """What the palette can do with the settings."""
        for declared in DECLARED.values():
            yield from self._entries(declared)

    async def _read_again(self) -> None:
        """Another program may have changed the file."""
        settings = self._session.tagger.settings
        before = {name: settings.get(name) for name in DECLARED}
        await self._session.call(settings.reload)
        self._fill()
        for name, value in before.items():
            if settings.get(name) != value:
                self._session.setting_changed.emit(name)

    def _make(self) -> SettingsPage:
        page, session = SettingsPage(), self._session
        for name, title, make in self._sections:
            page.add_section(name, title, make())
        self._pages.add(page)
        page.edited.connect(session.set_setting)
        page.reset.connect(lambda name: session.set_setting(name, DECLARED[name].default))
        page.left.connect(self._pages.back)
        return page

    def _changed(self, name: str) -> None:
        if self._page is not None:
            self._page.fill(name, self._session.tagger.settings.get(name))

    def _fill(self) -> None:
        settings = self._session.tagger.settings
        for name in DECLARED:
            self.page.fill(name, settings.get(name))
        self.page.show_problems(settings.problems, settings.path)

    def _entries(self, declared: Declared) -> Iterator[Entry]:
        title, value = translated(declared.title), self._session.tagger.settings.get(declared.name)
        where, key = self.tr("Settings"), f"setting:{declared.name}"

        def entry(key: str, words: str, run: Callable[[], object], on: bool | None) -> Entry:
            return Entry(key, words, where, run, icon="settings", checked=on)

        def setter(wanted: object) -> Callable[[], object]:
            return lambda: self._session.set_setting(declared.name, wanted)

        if isinstance(declared.default, bool):
            yield entry(key, title, setter(not value), bool(value))
        elif declared.choices:
            for choice, name in zip(declared.choices, declared.named or declared.choices, strict=True):
                yield entry(f"{key}={choice}", f"{title}: {translated(name)}", setter(choice), choice == value)
        else:
            yield entry(key, f"{title}…", lambda: self.open(declared.name), None)
