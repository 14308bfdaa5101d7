"""Folders of the library in the window."""
