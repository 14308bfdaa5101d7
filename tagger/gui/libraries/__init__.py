"""Libraries: making, opening, changing to another one, and copying."""
