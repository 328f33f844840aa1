"""The running console without its windows: the show, its log, OBS and the door, wired together.

It needs no Qt; `app.py` gives it an event loop and puts windows in front of it.
"""
