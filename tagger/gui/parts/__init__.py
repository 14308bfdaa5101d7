"""The parts of the window, by area, each made from what the window gives them."""
