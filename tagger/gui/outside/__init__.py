"""Other programs: the file manager, an editor, the clipboard, dragging, and messages of the desktop."""
