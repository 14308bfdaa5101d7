"""The bytes of a file that make its picture, format by format, without those that describe it."""
