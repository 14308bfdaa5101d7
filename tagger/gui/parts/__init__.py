"""The parts of the window, by area. A new part is a line in the file of its area, what is seen at once in `first`."""
