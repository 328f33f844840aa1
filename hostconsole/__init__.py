"""Host Console: the desk of a live shopping show."""

__version__ = "0.1.0"
