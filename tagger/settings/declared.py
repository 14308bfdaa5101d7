"""Every setting of the program, declared once as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tagger.errors import UsageError
from tagger.settings.languages import LANGUAGES

Value = bool | int | str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the settings page.

    Attributes:
        name: The section of the file.
        title: What the page calls it.
        help: One sentence; may be empty.
    """

    name: str
    title: str
    help: str = ""


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section("window", "Window"),
        Section("grid", "Photos of one shot"),
        Section("viewer", "Photo view"),
        Section("review", "Review"),
        Section("recognition", "Recognition"),
        Section("sidecars", "Sidecars"),
        Section("index", "Reading photos"),
        Section("library", "Library", "Backups lie beside the library; tagger check --repair restores the last one."),
        Section("duplicates", "Duplicates"),
        Section("outside", "Other programs"),
    )
}
"""In the order of the page. A setting of a section that is not here comes after them, under the section's own name."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting: the window's form, its check and its help come from here.

    Attributes:
        name: ``section.key`` in the file.
        default: Value where the user gave none; its type is the type of the setting.
        title: What the form calls it.
        help: One sentence.
        choices: The only values allowed; empty for no such limit.
        minimum, maximum: Limits of a number, both allowed.
        unit: Of a number, such as ``px``.
        restart: Whether it takes effect only when the program starts the next time.
        named: What the page calls the choices, in their order; empty for their own names.
        empty: What the page says for 0, or for no text.
    """

    name: str
    default: Value
    title: str
    help: str
    choices: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    unit: str = ""
    restart: bool = False
    named: tuple[str, ...] = ()
    empty: str = ""

    @property
    def section(self) -> str:
        """The part of the name before the dot."""
        return self.name.partition(".")[0]

    def check(self, value: object) -> Value:
        """The value, if it is allowed.

        Raises:
            UsageError: wrong type, not among the choices, or out of range.
        """
        if not self._allows(value):
            raise UsageError(f"{self.name} cannot be {value!r}.", f"Give {self._allowed()}.")
        return type(self.default)(value)  # type: ignore[call-overload]

    def _allows(self, value: object) -> bool:
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if isinstance(value, int) and isinstance(self.default, int):
            return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)
        return isinstance(value, str) and isinstance(self.default, str) and (not self.choices or value in self.choices)

    def _allowed(self) -> str:
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, int):
            return f"a whole number from {self.minimum} to {self.maximum}"
        return f"one of {', '.join(self.choices)}" if self.choices else "a text"


DECLARED: Mapping[str, Declared] = {
    declared.name: declared
    for declared in (
        Declared(
            "window.theme",
            "dark",
            "Theme",
            "Colours of the window.",
            choices=("system", "dark", "light"),
            named=("As the system", "Dark", "Light"),
        ),
        Declared(
            "window.language",
            "system",
            "Language",
            "Language of the window, from its next start on.",
            choices=("system", *LANGUAGES),
            named=("As the system", *LANGUAGES.values()),
        ),
        Declared(
            "window.contrast",
            "system",
            "Contrast",
            "Black or white grounds, no dim text, and strong lines; by itself where the system asks for high contrast.",
            choices=("system", "normal", "high"),
            named=("As the system", "Normal", "High"),
        ),
        Declared(
            "window.thumbnail_side", 192, "Thumbnails", "Side of a thumbnail.", minimum=128, maximum=512, unit="px"
        ),
        Declared(
            "window.sort",
            "taken",
            "Sorted by",
            "What the photos are sorted by.",
            choices=("taken", "name", "added", "rating", "confidence", "folder"),
            named=("Date taken", "Name", "Date added", "Stars", "Surest suggestion", "Folder"),
        ),
        Declared("window.sort_descending", False, "Sorted the other way round", "The latest, or the most, first."),
        Declared(
            "window.headings",
            "auto",
            "Headings",
            "Headings between the photos; those of time can be years, months or days.",
            choices=("none", "auto", "year", "month", "day"),
            named=("None", "As it suits", "By year", "By month", "By day"),
        ),
        Declared("window.timeline", True, "Timeline", "Show how many photos each month has, above the photos."),
        Declared("review.advance", True, "Go on by itself", "Go to the next suggestion after a decision."),
        Declared("review.show_hidden", False, "Show common objects", "Show suggestions that are noise to most users."),
        Declared(
            "recognition.after_index",
            True,
            "Recognise new photos",
            "Recognise new photos on this computer by itself; nothing is sent away for it.",
        ),
        Declared(
            "recognition.backends",
            "",
            "Recognise with",
            "Names of the backends that recognise when you ask, with spaces between them; - for none of them.",
            empty="Those that send nothing away",
        ),
        Declared(
            "sidecars.write",
            "asked",
            "Write sidecars",
            "When sidecars take over what you decided; at once means within seconds, in the background.",
            choices=("asked", "at-once", "never"),
            named=("When asked", "At once", "Never"),
        ),
        Declared(
            "sidecars.naming",
            "standard",
            "Name new sidecars",
            "Whose habit names a sidecar where a photo has none. Those that exist are updated, whatever their names.",
            choices=("standard", "lightroom", "capture-one", "darktable", "digikam"),
            named=(
                "For most programs",
                "As Lightroom does",
                "As Capture One does",
                "As darktable does",
                "As digiKam does",
            ),
        ),
        Declared(
            "sidecars.object_regions",
            False,
            "Write boxes of things as face regions too",
            "Some programs show only face regions, and would take each thing for a person.",
        ),
        Declared(
            "sidecars.provenance",
            False,
            "Write where tags came from",
            "Which backend suggested an accepted tag, how sure it was, and when, in fields that other programs ignore.",
        ),
        Declared(
            "sidecars.show_first",
            False,
            "Show what would be written first",
            "Writing sidecars when asked first shows what would change; asking again there writes it.",
        ),
        Declared(
            "sidecars.embed",
            False,
            "Allow writing into the photos themselves",
            "A command of the File menu writes tags into JPEG, PNG, TIFF and DNG files; it asks each time.",
        ),
        Declared(
            "sidecars.embed_keep_time",
            False,
            "Keep the date of files written into",
            "Other programs, and backups, may then not notice that they changed.",
        ),
        Declared("viewer.filmstrip", True, "Filmstrip", "Show the photos of the list in a line under the photo."),
        Declared(
            "outside.editor",
            "",
            "External editor",
            "Program that opens photos, with its arguments if it needs some.",
            empty="The program of the desktop",
        ),
        Declared(
            "window.notify",
            True,
            "Tell when long work ends",
            "Show a message of the desktop when long work ends while another window is in front.",
        ),
        Declared(
            "window.reopen_library",
            True,
            "Go on with the last library",
            "Open the library that was open last, rather than the standard one, when the program starts.",
        ),
        Declared(
            "grid.stack_pairs",
            True,
            "RAW and JPEG as one",
            "Show the files of one shot as one photo; G opens it.",
        ),
        Declared(
            "grid.stack_front",
            "jpeg",
            "In front of a shot",
            "Which of its files stands for a shot.",
            choices=("jpeg", "raw"),
            named=("The JPEG", "The RAW"),
        ),
        Declared(
            "index.watch",
            True,
            "Follow the folders",
            "Photos that come, go or change in folders of this computer appear by themselves.",
        ),
        Declared(
            "index.poll_minutes",
            15,
            "Look into network folders every",
            "Folders of other computers cannot be followed; they are looked through again and again while they are"
            " connected.",
            minimum=1,
            maximum=1440,
            unit="min",
        ),
        Declared(
            "index.workers",
            0,
            "Photos read at once",
            "More are not always faster; each takes memory.",
            minimum=0,
            maximum=64,
            empty="One on each core",
        ),
        Declared(
            "index.thumbnails_gb",
            32,
            "Room for thumbnails",
            "Those you looked at longest ago make room for others, and are made again when you look at the photo.",
            minimum=1,
            maximum=4096,
            unit="GB",
        ),
        Declared(
            "duplicates.distance",
            8,
            "Difference allowed",
            "In how many of the 64 bits of their hashes two photos may differ to be near-duplicates.",
            minimum=0,
            maximum=16,
            unit="bits",
        ),
        Declared("duplicates.turned", True, "Turned copies", "Find copies that are turned or mirrored, too."),
        Declared(
            "duplicates.crops",
            True,
            "Crops",
            "Find photos that are a part of another one. This takes longest: each photo is looked at once.",
        ),
        Declared(
            "library.backup",
            "daily",
            "Back the library up",
            "How often, in the background; nothing is copied where nothing changed.",
            choices=("never", "daily", "weekly"),
            named=("Never", "Every day", "Every week"),
        ),
        Declared(
            "library.backups_kept", 5, "Backups kept", "The oldest goes when there are more.", minimum=1, maximum=99
        ),
        Declared(
            "duplicates.keep",
            "reference,raw,original,pixels,bytes,known,older",
            "Keep",
            "The first rule that tells two photos apart decides. Drag a rule, or move it with Alt and the arrows.",
        ),
        Declared("duplicates.references", "", "Reference folders", "Nothing is ever taken from these.", empty="None"),
        Declared("duplicates.folders", "", "Preferred folders", "The most preferred first.", empty="None"),
        Declared(
            "duplicates.pattern",
            "",
            "Preferred path",
            "What the path of a preferred photo is like, as */Masters/*.",
            empty="Any",
        ),
        Declared(
            "duplicates.empty_after_days",
            0,
            "Empty after",
            "After so many days what was cleaned up goes to the system's trash.",
            minimum=0,
            maximum=3650,
            unit="days",
            empty="Only when you say so",
        ),
        Declared(
            "viewer.surround",
            "dark",
            "Surround of the photo",
            "Grey around the photo.",
            choices=("dark", "mid", "light", "white"),
            named=("Dark", "Mid", "Light", "White"),
        ),
        Declared(
            "viewer.hidden_backends",
            "",
            "Boxes left out",
            "Names of backends whose boxes are not drawn over the photo, with spaces between them.",
            empty="None",
        ),
    )
}
