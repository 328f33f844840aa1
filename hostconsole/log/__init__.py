"""The session log: the only SQL."""
