"""The window: the only part of the program that knows Qt."""

import builtins

# PySide replaces the import by one that looks through the source of each module for `from __feature__`, which nothing
# here uses; with hundreds of modules that is a tenth of a second before the window opens.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
