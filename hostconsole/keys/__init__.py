"""The key table (pure) and system-wide keys, a backend per system."""
