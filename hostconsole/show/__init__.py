"""The rules of a show. Pure: no Qt, no network, no files, no clock of its own."""
