"""Long work in the window: what runs, and the line in the status bar that shows it."""
