"""OBS: the only importer of obsws_python."""
