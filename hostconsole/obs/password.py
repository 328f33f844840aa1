"""Where OBS's password comes from: the environment, else the system's keyring. Never a file, never a log."""

from __future__ import annotations

import os

VARIABLE = "HOSTCONSOLE_OBS_PASSWORD"
KEYRING_SERVICE = "hostconsole-obs"


def obs_password() -> str | None:
    """The password, or None if none is known. May take a second the first time: not for the main thread."""
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given or None
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING_SERVICE, "obs")
    except KeyringError:
        return None  # a PC without a keyring: the password is asked for, or OBS needs none
