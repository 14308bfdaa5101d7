"""``python -m tagger``."""

from __future__ import annotations

import sys

from tagger.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # in a bundle the worker processes begin here as well
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
