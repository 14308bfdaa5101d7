"""Colours and measures of the window, declared once for all themes; without Qt, so tests can compute contrasts."""

from __future__ import annotations

from dataclasses import dataclass

from tagger.entities import ColourLabel, Decision

SPACE_PX = 4
"""The grid every distance is a multiple of; 4, 8, 12, 16 and 24 are in use."""

RADIUS_PX = 4
ROW_PX = 28
ICON_PX = 16
ICON_LARGE_PX = 20

FONT_PX = 13
FONT_DIM_PX = 11
FONT_TITLE_PX = 16


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme by the names of its tokens; every colour is ``#rrggbb``.

    Attributes:
        surface_0: Behind photos.
        surface_1: Panels.
        surface_2: Raised: fields, chips, cards.
        line: Separators, one pixel, few.
        line_strong: Borders of fields and buttons.
        accent: Focus, selection, primary action.
        text_on_accent: Text on a filled accent.
    """

    name: str
    surface_0: str
    surface_1: str
    surface_2: str
    line: str
    line_strong: str
    text_strong: str
    text: str
    text_dim: str
    accent: str
    text_on_accent: str
    suggested: str
    accepted: str
    rejected: str
    deferred: str

    def colour(self, token: str) -> str:
        """Value of a token by its name; ``text.dim`` and ``text_dim`` are the same.

        Raises:
            KeyError: there is no such token.
        """
        field = token.replace(".", "_")
        if field == "name" or field not in Theme.__slots__:
            raise KeyError(token)
        return str(getattr(self, field))

    def decision(self, decision: Decision) -> str:
        """Colour of a suggestion in this state."""
        return self.colour(decision.value)

    def surfaces(self) -> tuple[str, str, str]:
        """The three greys that text may stand on."""
        return self.surface_0, self.surface_1, self.surface_2

    def high_contrast(self) -> Theme:
        """The same theme for people who ask the system for more contrast: nothing dim, every line strong."""
        return LIGHT_CONTRAST if self.name == LIGHT.name else DARK_CONTRAST


DARK = Theme(
    name="dark",
    surface_0="#161616",
    surface_1="#1f1f1f",
    surface_2="#2a2a2a",
    line="#3a3a3a",
    line_strong="#777777",
    text_strong="#f0f0f0",
    text="#c8c8c8",
    text_dim="#9e9e9e",
    accent="#66abff",
    text_on_accent="#0b1a2b",
    suggested="#e6a23c",
    accepted="#45b985",
    rejected="#ee7a76",
    deferred="#a99ef5",
)

LIGHT = Theme(
    name="light",
    surface_0="#f2f2f2",
    surface_1="#e8e8e8",
    surface_2="#dcdcdc",
    line="#c4c4c4",
    line_strong="#757575",
    text_strong="#111111",
    text="#333333",
    text_dim="#565656",
    accent="#0f56b0",
    text_on_accent="#ffffff",
    suggested="#7d4a00",
    accepted="#0f6038",
    rejected="#9c221d",
    deferred="#4d3cb4",
)

DARK_CONTRAST = Theme(
    name="dark",
    surface_0="#000000",
    surface_1="#0a0a0a",
    surface_2="#1a1a1a",
    line="#a8a8a8",
    line_strong="#d6d6d6",
    text_strong="#ffffff",
    text="#ffffff",
    text_dim="#ececec",
    accent="#8cc4ff",
    text_on_accent="#000000",
    suggested="#ffc266",
    accepted="#5fe0a8",
    rejected="#ffa29e",
    deferred="#c9c2ff",
)

LIGHT_CONTRAST = Theme(
    name="light",
    surface_0="#ffffff",
    surface_1="#f8f8f8",
    surface_2="#eeeeee",
    line="#5c5c5c",
    line_strong="#333333",
    text_strong="#000000",
    text="#000000",
    text_dim="#1f1f1f",
    accent="#003a85",
    text_on_accent="#ffffff",
    suggested="#583400",
    accepted="#00452a",
    rejected="#780e0a",
    deferred="#35279a",
)

LABEL_COLOURS = {
    ColourLabel.RED: "#e5484d",
    ColourLabel.YELLOW: "#f2c230",
    ColourLabel.GREEN: "#46a758",
    ColourLabel.BLUE: "#3e8ef7",
    ColourLabel.PURPLE: "#a06ee1",
}
"""Colour labels look the same in both themes and in other programs; a border of ``line_strong`` keeps them visible."""

TEXT_TOKENS = ("text_strong", "text", "text_dim", "accent", "suggested", "accepted", "rejected", "deferred")
"""Every token that text or a mark is painted with."""

ON_PHOTO = DARK
"""Painted over a photo both themes look the same: bright lines with a dark halo read on snow and on night."""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1..21, as WCAG 2.2 defines it under "contrast ratio"."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    """``first`` with ``share`` (0..1) of ``second`` mixed in, channel by channel."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [_linear(channel / 255) for channel in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
