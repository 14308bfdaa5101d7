"""The page of the settings, made from their declarations."""
