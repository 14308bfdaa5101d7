#!/usr/bin/env python3
"""Collects every text the window shows, keeps the translations in step with them, and compiles them for Qt.

Texts are found by reading the program's own syntax trees: Qt's tool for that misses several on one line, knows nothing
of the tables of commands and settings, and nothing of the sentences of the core, which speaks English only and is
translated sentence by sentence where the window shows it (tagger/gui/language/core.py).
"""

from __future__ import annotations

import argparse
import ast
import functools
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "tagger"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
CORE = "Core"
_NOT_CORE = {"gui", "cli"}


@dataclass(frozen=True, order=True, slots=True)
class Text:
    """A text to translate: the class or table it is in, itself, and what tells it from its like."""

    context: str
    source: str
    comment: str = ""
    file: str = field(default="", compare=False)


def texts() -> list[Text]:
    """Every text of the program, each once, sorted."""
    found: set[Text] = set(_settings())
    for path in sorted(PROGRAM.rglob("*.py")):
        room = path.relative_to(PROGRAM).parts[0]
        tree = ast.parse(path.read_text("utf-8"))
        name = path.relative_to(ROOT).as_posix()
        if room == "gui":
            found.update(_of_window(tree, name, ""))
        elif room not in _NOT_CORE:
            found.update(Text(CORE, source, file=name) for source in _of_core(tree))
    return sorted(found)


def _settings() -> Iterator[Text]:
    sys.path.insert(0, str(ROOT))
    from tagger.settings.declared import DECLARED

    for each in DECLARED.values():
        for text in (each.title, each.help, getattr(each, "section", ""), *getattr(each, "named", ())):
            if text:
                yield Text("Settings", text, file="tagger/settings/declared.py")


def _of_window(node: ast.AST, file: str, owner: str) -> Iterator[Text]:
    """Texts of ``tr``, ``translate`` and the table of commands."""
    for child in ast.iter_child_nodes(node):
        yield from _of_window(child, file, child.name if isinstance(child, ast.ClassDef) else owner)
    if not isinstance(node, ast.Call):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    words = [_constant(argument) for argument in node.args]
    if name == "tr" and words and words[0]:
        yield Text(owner, words[0], words[1] if len(words) > 1 and words[1] else "", file)
    elif name == "translate" and len(words) > 1 and words[0] and words[1]:
        yield Text(words[0], words[1], words[2] if len(words) > 2 and words[2] else "", file)
    elif name == "translated" and words and words[0]:
        yield Text("Commands", words[0], file=file)
    elif name == "command" and len(words) > 2:
        for part in (words[1] or "").split("|"):
            yield Text("Commands", part, file=file)
        yield Text("Commands", words[2] or "", file=file)


def _of_core(tree: ast.AST) -> Iterator[str]:
    """Sentences of errors, names of places, and titles of operations."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _errors():
                yield from _sentences(node.args)
                yield from _sentences([keyword.value for keyword in node.keywords if keyword.arg == "advice"])
            elif name == "Source":
                yield from _sentences(node.args[1:2])
            elif name in ("record", "set_title"):
                yield from _sentences(node.args[1:])
        elif isinstance(node, ast.FunctionDef) and "title" in node.name:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from _sentences([inner.value])


@functools.cache
def _errors() -> frozenset[str]:
    """The names of everything that can go wrong."""
    tree = ast.parse((PROGRAM / "errors.py").read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _sentences(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
        for part in parts:
            if isinstance(part, ast.IfExp):
                yield from _sentences([part])
            elif (text := _template(part)) and any(letter.isalpha() for letter in text):
                yield text


def _template(node: ast.expr) -> str:
    """A literal or an f-string with its values as ``{1}``, ``{2}`` …; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        number, text = 0, ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += str(part.value)
            else:
                number += 1
                text += f"{{{number}}}"
        return text
    return _constant(node) or ""


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# Files


def read(path: Path) -> dict[Text, str]:
    """The translations of a ``.ts`` file that are finished."""
    if not path.exists():
        return {}
    known = {}
    for context in ET.parse(path).getroot().findall("context"):  # noqa: S314 - a file of this project
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") is None:
                text = Text(
                    context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
                )
                known[text] = translation.text
    return known


def document(language: str, wanted: list[Text], known: dict[Text, str]) -> str:
    """A ``.ts`` file of these texts with what is known of them."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for text in wanted:
        if text.context not in contexts:
            contexts[text.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[text.context], "name").text = text.context
        message = ET.SubElement(contexts[text.context], "message")
        ET.SubElement(message, "location", filename=f"../../{text.file}")
        ET.SubElement(message, "source").text = text.source
        if text.comment:
            ET.SubElement(message, "comment").text = text.comment
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text)
        if text not in known:
            translation.set("type", "unfinished")
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="unicode") + "\n"


def compiled(source: Path) -> bytes:
    """What Qt's compiler makes of a ``.ts`` file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.qm"
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", str(source), "-qm", str(target)], check=True)
        return target.read_bytes()


def core_sentences(wanted: list[Text]) -> str:
    """The list by which the window recognises the sentences of the core."""
    return json.dumps(sorted(t.source for t in wanted if t.context == CORE), ensure_ascii=False, indent=1) + "\n"


def problems() -> list[str]:
    """What is out of step, one sentence each; empty if nothing is."""
    wanted = texts()
    found = [f"{t.file}: {t.source!r} is said outside any class; use translate" for t in wanted if not t.context]
    if not (TRANSLATIONS / "core.json").exists() or core_sentences(wanted) != (TRANSLATIONS / "core.json").read_text():
        found.append("core.json does not list the sentences of the core as they are now")
    for language in LANGUAGES:
        source = TRANSLATIONS / f"tagger_{language}.ts"
        known = read(source)
        missing = [text for text in wanted if text not in known]
        found += [f"{language}: {text.context}: {text.source!r} is not translated" for text in missing]
        if not missing and source.read_text("utf-8") != document(language, wanted, known):
            found.append(f"{source.name} holds texts that are gone")
        elif not missing and compiled(source) != source.with_suffix(".qm").read_bytes():
            found.append(f"{source.stem}.qm was not compiled from {source.name} as it is")
    return found


def update() -> None:
    """Bring all files into step; new texts stay untranslated until somebody writes into the ``.ts`` file."""
    wanted = texts()
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    (TRANSLATIONS / "core.json").write_text(core_sentences(wanted), "utf-8")
    for language in LANGUAGES:
        source = TRANSLATIONS / f"tagger_{language}.ts"
        source.write_text(document(language, wanted, read(source)), "utf-8")
        source.with_suffix(".qm").write_bytes(compiled(source))


def main() -> int:
    """Run from the command line; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="change nothing, say what is out of step")
    arguments = parser.parse_args()
    if not arguments.check:
        update()
    found = problems()
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
