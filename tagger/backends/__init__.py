"""Recognition backends, a module or package each: ``TYPE`` declares one, opening it imports its engine."""
