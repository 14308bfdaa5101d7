"""What the library knows, written for other uses than sidecars: tables, training data, keyword lists, reports."""
