"""The keys of the commands: which hold, how the user changes them, and how they go to another machine."""
