"""Opens the palette, gathers what it can run, and remembers what was run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from tagger.entities import Source
from tagger.gui.commands import Actions, Command, translated
from tagger.gui.palette.entries import Entry, Provider
from tagger.gui.palette.panel import Palette
from tagger.gui.part import Part
from tagger.gui.sources.model import shown_title

_RECENT = "palette/recent"
_REMEMBERED = 20
_DEEPEST = 5


class PaletteOpening(Part):
    """The command of the palette.

    Attributes:
        panel: The palette.
    """

    def __init__(self, window: QWidget, providers: Iterable[Provider] = ()) -> None:
        super().__init__(window)
        self.panel = Palette(window)
        self.panel.chosen.connect(self._run)
        self._providers = list(providers)

    def calls(self) -> Mapping[str, Callable[..., object]]:
        """Opening."""
        return {"palette": self.open}

    def begin(self, actions: Actions) -> None:
        """The commands come first."""
        self._providers.insert(0, lambda: commands(actions))

    def add(self, provider: Provider) -> None:
        """Let the palette reach one kind of things more."""
        self._providers.append(provider)

    def open(self) -> None:
        """Show everything that can be run now."""
        entries = [entry for provider in self._providers for entry in provider()]
        self.panel.open(entries, self._recent())

    def _run(self, entry: Entry) -> None:
        recent = [entry.key, *(key for key in self._recent() if key != entry.key)]
        QSettings().setValue(_RECENT, recent[:_REMEMBERED])
        entry.run()

    def _recent(self) -> list[str]:
        found = QSettings().value(_RECENT, [])
        # An INI file gives a list of one back as a text.
        return [found] if isinstance(found, str) else [str(key) for key in found] if isinstance(found, list) else []


def commands(actions: Actions) -> Iterator[Entry]:
    """Every command but the palette's own."""
    for command, action in actions:
        if command.name != "palette":
            yield _command(command, action)


def _command(command: Command, action: QAction) -> Entry:
    path = " › ".join(translated(part) for part in command.menu.split("|"))
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Entry(
        f"command:{command.name}",
        action.text().replace("&", ""),
        path,
        action.trigger,
        keys,
        action.isEnabled(),
        command.icon,
        action.isChecked() if action.isCheckable() else None,
    )


def places(sources: Iterable[Source], choose: Callable[[str], object], *path: str) -> Iterator[Entry]:
    """The places of the library and those inside of them."""
    for source in sources:
        where = " › ".join(path)

        def run(key: str = source.key) -> None:
            choose(key)

        yield Entry(f"place:{source.key}", shown_title(source), where, run, icon="grid")
        if len(path) < _DEEPEST:
            yield from places(source.children, choose, *path, shown_title(source))
