"""Writes the list of libraries in resources/THIRD_PARTY_NOTICES.md anew, from what is installed.

Usage: .venv/bin/python packaging/notices.py        after packaging/lock
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOTICES = ROOT / "resources" / "THIRD_PARTY_NOTICES.md"
HEADING = "## Libraries\n"
INSIDE = {
    "onnxruntime": "Eigen (MPL-2.0), Protocol Buffers (BSD-3-Clause), Abseil (Apache-2.0) and others",
    "pi_heif": "libheif and libde265 (LGPL-3.0-or-later)",
    "pillow": "libjpeg-turbo, zlib, libtiff, libwebp, libavif, OpenJPEG, FreeType, LittleCMS and others",
    "pillow-jxl-plugin": "libjxl (BSD-3-Clause)",
    "pyexiv2": "Exiv2 (GPL-2.0-or-later)",
    "PySide6_Essentials": "Qt 6 (LGPL-3.0-only)",
    "QtAwesome": "Phosphor icons 1.3 (MIT) and other fonts",
    "rawpy": "LibRaw (LGPL-2.1-only or CDDL-1.0)",
}
"""What the wheels of a library have in them besides it."""
TEXT = """
The wheels of these are installed beside Tagger, each with the text of its licence; *Help, About Tagger* names versions.
A folder that `packaging/bundle` makes has them, and their licences, in it.

| Library | Licence | Has in it |
|---|---|---|
"""

sys.path.insert(0, str(ROOT))

from tagger.gui.help.libraries import bundled  # noqa: E402


def main() -> None:
    """Put the table where the old one was, or before the licences."""
    text = NOTICES.read_text("utf-8")
    rows = [f"| [{each.name}]({each.home}) | {each.licence} | {INSIDE.get(each.name, '')} |\n" for each in bundled()]
    section = HEADING + TEXT + "".join(rows) + "\n"
    before, found, after = text.partition(HEADING)
    if not found:
        before, _heading, after = text.partition("## MIT License\n")
        after = f"## MIT License\n{after}"
    else:
        after = re.sub(r"\A.*?(?=^## )", "", after, flags=re.DOTALL | re.MULTILINE)
    NOTICES.write_text(before + section + after, "utf-8")


if __name__ == "__main__":
    main()
