"""Run in a process of its own: writes into a photo again and again, each time killed one step later."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tagger.entities import TagPath
from tagger.metadata.change import SidecarChange
from tagger.metadata.embedded import read_embedded
from tagger.metadata.embedding import embed as module

STEPS = ("fsync", "utime", "link", "replace", "unlink")


class Reader:
    """Reads in this very process, which dies anyway."""

    read = staticmethod(read_embedded)


def main(path: str) -> None:
    old = Path(path).read_bytes()
    for die_at in range(1, 30):
        Path(path).write_bytes(old)
        child = os.fork()
        if child == 0:
            arm(die_at)
            module.embed(path, SidecarChange((TagPath("Animal|Dog"),)), Reader())  # type: ignore[arg-type]
            os._exit(7)
        _, status = os.waitpid(child, 0)
        now = Path(path).read_bytes()
        print(
            die_at, os.waitstatus_to_exitcode(status), "old" if now == old else "new" if b"Animal|Dog" in now else "?"
        )
    module.embed(path, SidecarChange((TagPath("Animal|Dog"),)), Reader())  # type: ignore[arg-type]
    print("left", len(os.listdir(os.path.dirname(path))))


def arm(die_at: int) -> None:
    """Die before the call of this number that changes the disk."""
    count = 0

    def wrap(real):  # type: ignore[no-untyped-def]
        def call(*args, **kwargs):  # type: ignore[no-untyped-def]
            nonlocal count
            count += 1
            if count == die_at:
                os._exit(9)
            return real(*args, **kwargs)

        return call

    for name in STEPS:
        setattr(os, name, wrap(getattr(os, name)))


if __name__ == "__main__":
    main(sys.argv[1])
