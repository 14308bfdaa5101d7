"""Recognition backends, a module or package each; ``TYPE`` declares one, and its engine is imported when it is opened."""
