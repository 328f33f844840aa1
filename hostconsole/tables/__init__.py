"""Bytes to rows: encodings, separators, CSV, XLSX, XLS, ODS. Knows nothing of shows."""
