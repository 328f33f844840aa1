"""Where the password of an OBS that is not on this PC comes from: the environment, what was typed in this
run, else the system's keyring. Never a file, never a log."""

from __future__ import annotations

import os

VARIABLE = "HOSTCONSOLE_OBS_PASSWORD"
KEYRING_SERVICE = "hostconsole-obs"
KEYRING_USER = "obs"


class Passwords:
    """The password as it is known now. The keyring may take a second the first time: ask it off the main
    thread only."""

    def __init__(self) -> None:
        self._typed: str | None = None

    def __repr__(self) -> str:
        return "<OBS password>"

    def known(self) -> str | None:
        """The password, or None if none is known. Called on the request thread."""
        given = os.environ.get(VARIABLE)
        if given is not None:
            return given or None
        return self._typed if self._typed is not None else _kept()

    def keep(self, password: str) -> bool:
        """From now on this one; whether the keyring took it. If not, it is known until the program ends."""
        import keyring
        from keyring.errors import KeyringError

        self._typed = password
        try:
            keyring.set_password(KEYRING_SERVICE, KEYRING_USER, password)
        except KeyringError:
            return False
        return True


def obs_password() -> str | None:
    """The password for a program that asks once."""
    return Passwords().known()


def _kept() -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING_SERVICE, KEYRING_USER)
    except KeyringError:
        return None  # a PC without a keyring: the password is asked for, or OBS needs none
