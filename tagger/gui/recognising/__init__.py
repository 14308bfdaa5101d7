"""Having photos recognised: which backends, which photos, what it costs, and what may never leave."""
