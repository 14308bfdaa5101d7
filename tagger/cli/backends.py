"""``tagger backends``: list, add, remove, switch on and off, test."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence

from tagger.cli import records
from tagger.cli.arguments import Commands
from tagger.cli.session import Session
from tagger.entities import Box
from tagger.errors import UsageError
from tagger.recognition.registry import Registry
from tagger.settings import Settings, default_config_path

_EXAMPLES = """\
  tagger backends
  tagger backends add careful --type onnx --set object_threshold=0.6
  tagger backends test onnx --photo holiday.jpg
  tagger backends teach faces --photo holiday.jpg --box 0.1,0.2,0.3,0.4 --name "Ada Lovelace"
"""


def declare(commands: Commands) -> None:
    """Declare the command and what it does."""
    group = Commands(commands.add("backends", run_list, "list and configure what recognises photos", _EXAMPLES), "does")
    group.add("list", run_list, "list the backends with what they need", "  tagger backends list --json\n")
    add = group.add(
        "add",
        run_add,
        "configure a backend and enable it; secrets come from the environment or the keyring, never from here",
        "  tagger backends add careful --type onnx --set object_threshold=0.6 --set face_threshold=0.7\n",
    )
    add.add_argument("name", metavar="NAME")
    add.add_argument("--type", required=True, metavar="TYPE", help="the kind of backend")
    add.add_argument("--url", metavar="URL", help="where the service is, if not at its usual address")
    add.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="one of the type's options")
    for name, run, help in (
        ("remove", run_remove, "forget a backend"),
        ("enable", run_enable, "switch a backend on"),
        ("disable", run_disable, "switch a backend off"),
    ):
        group.add(name, run, help, f"  tagger backends {name} careful\n").add_argument("name", metavar="NAME")
    test = group.add("test", run_test, "try a backend's settings", "  tagger backends test onnx --photo holiday.jpg\n")
    test.add_argument("name", metavar="NAME")
    test.add_argument("--photo", metavar="FILE", help="recognise this photo with it")
    teach = group.add(
        "teach",
        run_teach,
        "send what is in a box to a backend that learns, and the name for it",
        '  tagger backends teach faces --photo holiday.jpg --box 0.1,0.2,0.3,0.4 --name "Ada Lovelace"\n',
    )
    teach.add_argument("backend", metavar="NAME")
    teach.add_argument("--photo", required=True, metavar="FILE", help="the photo, upright as it is shown")
    teach.add_argument(
        "--box", required=True, metavar="X,Y,W,H", help="left, top, width, height as parts of it, 0 to 1"
    )
    teach.add_argument("--name", required=True, metavar="WHO", help="what the backend shall say from now on")


def run_list(session: Session) -> None:
    """List the backends, and types that are broken."""
    registry = _registry(session)
    columns = ("Name", "Type", "Enabled", "Offline", "Needs", "Problem")
    session.output.list(columns, map(records.backend, registry.list()), _row)
    for name, reason in registry.broken().items():
        session.output.note(f"The type {name} is broken: {reason}")


def run_add(session: Session) -> None:
    """Configure a backend."""
    args = session.args
    _registry(session).add(args.name, args.type, args.url, dict(map(_option, args.set)))
    _tell(session, f"The backend {args.name} was added and is enabled.")


def run_remove(session: Session) -> None:
    """Forget a backend."""
    _registry(session).remove(session.args.name)
    _tell(session, f"The backend {session.args.name} was removed.")


def run_enable(session: Session) -> None:
    """Switch a backend on."""
    _registry(session).enable(session.args.name, True)
    _tell(session, f"The backend {session.args.name} is enabled.")


def run_disable(session: Session) -> None:
    """Switch a backend off."""
    _registry(session).enable(session.args.name, False)
    _tell(session, f"The backend {session.args.name} is disabled.")


def run_test(session: Session) -> None:
    """Try a backend, with a photo if one is given.

    Raises:
        TaggerError: it does not work, with advice.
    """
    photo = session.args.photo
    if photo is not None and not os.path.isfile(photo):
        raise UsageError(f"There is no file {photo}.", "Give a photo with --photo.")
    with session.library() as app:
        told = asyncio.run(app.test_backend(session.args.name, None if photo is None else os.path.abspath(photo)))
    if session.output.as_json:
        session.output.record({"name": session.args.name, "ok": True, "message": told})
    session.output.say(told)


def run_teach(session: Session) -> None:
    """Teach a backend a name.

    Raises:
        TaggerError: it did not learn it, with advice.
    """
    args = session.args
    if not os.path.isfile(args.photo):
        raise UsageError(f"There is no file {args.photo}.", "Give a photo with --photo.")
    box = _box(args.box)
    with session.library() as app:
        taught = asyncio.run(app.services.teach_file(args.backend, os.path.abspath(args.photo), box, args.name))
    if session.output.as_json:
        session.output.record({"backend": args.backend, "name": args.name, "identity": taught})
    session.output.say(f"{args.backend} knows {args.name} now.")


def _box(text: str) -> Box:
    try:
        sides = [float(side) for side in text.split(",")]
    except ValueError:
        sides = []
    if len(sides) != 4 or not all(0 <= side <= 1 for side in sides):  # nan is not
        raise UsageError(
            f"{text!r} is not a box.", "Write --box X,Y,W,H with parts of the photo, such as 0.1,0.2,0.3,0.4."
        )
    return Box(*sides)


def _registry(session: Session) -> Registry:
    settings = Settings.load(session.config or default_config_path())
    for problem in settings.problems:
        session.output.note(problem)
    return Registry(settings)


def _tell(session: Session, text: str) -> None:
    """Say what was done; with ``--json``, how the backend stands now."""
    session.output.say(text)
    if session.output.as_json:
        info = next((info for info in _registry(session).list() if info.name == session.args.name), None)
        session.output.record({"removed": session.args.name} if info is None else records.backend(info))


def _option(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (equals and key):
        raise UsageError(f"{key!r} is not an option with its value.", "Write --set KEY=VALUE.")
    return key, value


def _row(record: Mapping[str, object]) -> Sequence[object]:
    needs = record["needs"]
    named = ", ".join(map(str, needs)) if isinstance(needs, list) else ""
    enabled = "yes" if record["enabled"] else "no"
    offline = "yes" if record["offline"] else "this machine" if record["here"] else "no"
    return record["name"], record["type"], enabled, offline, named, record["problem"]
