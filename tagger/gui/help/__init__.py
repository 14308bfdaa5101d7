"""The help menu: the log, a report of a problem, and what the program is made of."""
