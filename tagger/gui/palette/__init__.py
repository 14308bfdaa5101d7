"""The command palette: everything the window can do and everywhere it can go, by typing a few letters."""
