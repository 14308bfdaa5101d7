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
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = ROOT / "tagger"
DECLARED = PROGRAM / "settings" / "declared.py"
TRANSLATIONS = ROOT / "resources" / "translations"
sys.path.insert(0, str(ROOT))
from tagger.settings import languages  # noqa: E402

LANGUAGES = tuple(code for code in languages.LANGUAGES if code != languages.SOURCE)
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
            found.update(_Window(tree, name).texts())
            found.update(Text(CORE, source, file=name) for source in _of_errors(tree))
        elif room not in _NOT_CORE:
            core = () if path == DECLARED else _of_core(tree)
            found.update(Text(CORE, source, file=name) for source in (*_of_errors(tree), *core))
    return sorted(found)


def _settings() -> Iterator[Text]:
    from tagger.settings.declared import DECLARED, SECTIONS

    sections = [text for each in SECTIONS.values() for text in (each.title, each.help)]
    settings = [
        text for each in DECLARED.values() for text in (each.title, each.help, each.unit, each.empty, *each.named)
    ]
    for text in (*sections, *settings):
        if any(letter.isalpha() for letter in text):
            yield Text("Settings", text, file="tagger/settings/declared.py")


class _Window:
    """The texts of a module of the window: of ``tr``, ``translate``, its own names for that, and the commands."""

    def __init__(self, tree: ast.Module, file: str) -> None:
        self._tree, self._file = tree, file
        self._constants = dict(_constants(tree))
        self._own = dict(self._own_names())

    def texts(self) -> Iterator[Text]:
        """All of them, with repetitions."""
        yield from self._of(self._tree, "")

    def _own_names(self) -> Iterator[tuple[str, str]]:
        """Functions that do nothing but translate what they are given, and the context they do it in."""
        for node in ast.walk(self._tree):
            if not isinstance(node, ast.FunctionDef):
                continue
            last = node.body[-1]
            if isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and _name(last.value) == "translate":
                given = last.value.args[1:2]
                if given and isinstance(given[0], ast.Name):
                    yield node.name, _constant(last.value.args[0]) or ""

    def _of(self, node: ast.AST, owner: str) -> Iterator[Text]:
        for child in ast.iter_child_nodes(node):
            yield from self._of(child, child.name if isinstance(child, ast.ClassDef) else owner)
        if not isinstance(node, ast.Call):
            return
        name, (first, second, third) = _name(node), [*node.args, None, None, None][:3]
        if isinstance(node.func, ast.Name) and name in self._own:
            yield from self._said(self._own[name], first, None)
        elif name == "tr":
            yield from self._said(owner, first, second)
        elif name in ("translate", "QT_TRANSLATE_NOOP"):
            yield from self._said(self._word(first), second, third)
        elif name == "translated":
            yield from self._said("Commands", first, None)
        elif name == "command":
            for part in (*self._word(second).split("|"), self._word(third)):
                if part:
                    yield Text("Commands", part, file=self._file)

    def _said(self, context: str, node: ast.expr | None, comment: ast.expr | None) -> Iterator[Text]:
        for each in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
            if text := self._word(each):
                yield Text(context, text, self._word(comment), self._file)

    def _word(self, node: ast.expr | None) -> str:
        if isinstance(node, ast.Name):
            return self._constants.get(node.id, "")
        return (_constant(node) if node is not None else None) or ""


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Names of the module that stand for texts."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                names: list[ast.expr] = [target]
                values: list[ast.expr] = [node.value]
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    names, values = target.elts, node.value.elts
                pairs = zip(names, values, strict=False)
                yield from ((name.id, _constant(value) or "") for name, value in pairs if isinstance(name, ast.Name))


def _of_errors(tree: ast.AST) -> Iterator[str]:
    """What errors say, and what to do about them; why photos are spared."""
    known = dict(_constants(tree)) if isinstance(tree, ast.Module) else {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if _name(node) in _errors() or (_name(node) == "error" and not _is_log(node)):
                yield from _sentences(node.args)
                yield from _sentences([keyword.value for keyword in node.keywords if keyword.arg == "advice"])
            elif _name(node) == "Spared":
                named = [
                    ast.Constant(known[each.id])
                    for each in node.args
                    if isinstance(each, ast.Name) and each.id in known
                ]
                yield from _sentences([*node.args[2:], *named])
        elif isinstance(node, ast.Assign) and any(_is_said(target) for target in node.targets):
            yield from _sentences([node.value])


def _of_core(tree: ast.AST) -> Iterator[str]:
    """Names of places, titles of operations, reasons, what fields ask for, and whatever else is a whole sentence."""
    yield from _whole(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.FunctionDef) and any(word in node.name for word in _TELLING):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return | ast.Yield) and inner.value is not None:
                    found = _sentences([inner.value])
                    yield from found if "title" in node.name else (each for each in found if " " in each)
        elif isinstance(node, ast.Assign) and any(getattr(each, "id", "") in _TABLES for each in node.targets):
            assert isinstance(node.value, ast.Dict)
            yield from _sentences(node.value.values)


_TELLING = ("title", "problem", "reason", "told", "why")
"""Functions with one of these in their names give texts for the user."""
_TABLES = ("EXPLANATIONS", "titles")


def _of_call(node: ast.Call) -> Iterator[str]:
    name = _name(node)
    if name in ("Source", "record", "set_title", "apply", "Setting", "Verdict"):
        yield from _sentences(node.args[1:2])
    if name in ("Setting", "BackendType"):
        yield from _sentences([each.value for each in node.keywords if each.arg in ("title", "help")])
    if name == "Rule":
        yield from _sentences([each.body if isinstance(each, ast.Lambda) else each for each in node.args])
    if name in ("unreadable", "Unreadable", "TooLarge", "OSError"):
        yield from _sentences(node.args[:1])
    if name == "append" and ast.unparse(node.func).rpartition(".")[0].endswith("problems"):
        yield from _sentences(node.args)


_SENTENCE = re.compile(r"(?=\S+ \S+ )(?=.*[a-z]{3} )(?!.*\{\{)[A-Z“{].{0,300}(?:[a-z0-9}”)][.!?]|: \{\d\})", re.DOTALL)


def _whole(tree: ast.AST) -> Iterator[str]:
    """Texts that begin and end as a sentence does, wherever they stand, but for what only developers read."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # says what the code is for
        if isinstance(node, ast.Call) and _is_log(node):
            continue
        if text := _template(node) if isinstance(node, ast.expr) else "":
            if _SENTENCE.fullmatch(text):
                yield text
        else:
            yield from _whole(node)


_SPEAKING = ("advice", "message", "problem", "reason")


def _is_said(target: ast.expr) -> bool:
    name = target.id if isinstance(target, ast.Name) else ""
    return name.strip("_").casefold() in _SPEAKING or name == "title"


def _is_log(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") in ("log", "parser")


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@functools.cache
def _errors() -> frozenset[str]:
    """The names of everything that can go wrong."""
    tree = ast.parse((PROGRAM / "errors.py").read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _sentences(nodes: Sequence[ast.expr]) -> Iterator[str]:
    for node in nodes:
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
        for part in parts:
            if isinstance(part, ast.IfExp):
                yield from _sentences([part])
            elif isinstance(part, ast.BoolOp):
                yield from _sentences(part.values)
            elif (text := _template(part).strip()) and any(letter.isalpha() for letter in text):
                yield text


def _template(node: ast.expr) -> str:
    """A literal or an f-string with its values as ``{1}``, ``{n2}`` for a number, …; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        number, text = 0, ""
        for part in node.values:
            if isinstance(part, ast.Constant):
                text += str(part.value)
            else:
                number += 1
                text += f"{{{'n' if _is_grouped(part) else ''}{number}}}"
        return text
    return _constant(node) or ""


def _is_grouped(part: ast.expr) -> bool:
    """Whether a value of an f-string is written as ``{value:,}``."""
    spec = part.format_spec if isinstance(part, ast.FormattedValue) else None
    return isinstance(spec, ast.JoinedStr) and [_constant(each) for each in spec.values] == [","]


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
