"""Review: decisions on suggestions, tags by hand, handing them to sidecars, and taking any of it back."""
