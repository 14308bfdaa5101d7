"""Tags on photos, given by hand."""
