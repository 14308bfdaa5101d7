"""The backends in the window: configuring, trying, and what is known of each."""
