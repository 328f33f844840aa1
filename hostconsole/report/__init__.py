"""Reports and exports, written from the log."""
