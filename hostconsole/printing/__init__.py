"""Reports on paper and as a picture: the only place outside the windows that paints with Qt."""
