"""Where the password comes from: the environment, this run, the keyring; and a PC that has no keyring."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import NoKeyringError

from hostconsole.obs.password import KEYRING_SERVICE, KEYRING_USER, VARIABLE, Passwords


class Ring(KeyringBackend):
    """A keyring in memory; `there` False: as on a Linux without a desktop."""

    priority = 1.0

    def __init__(self, *, there: bool = True) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self._there = there

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]

    def _look(self) -> None:
        if not self._there:
            raise NoKeyringError


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv(VARIABLE, raising=False)
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_password_that_was_typed_is_kept_in_the_keyring_and_found_by_the_next_run() -> None:
    ring = Ring()
    keyring.set_keyring(ring)
    assert Passwords().known() is None
    assert Passwords().keep("geheim")
    assert ring.kept == {(KEYRING_SERVICE, KEYRING_USER): "geheim"}
    assert Passwords().known() == "geheim"


def test_without_a_keyring_it_is_known_until_the_program_ends() -> None:
    keyring.set_keyring(Ring(there=False))
    passwords = Passwords()
    assert passwords.known() is None
    assert not passwords.keep("geheim")
    assert passwords.known() == "geheim"
    assert Passwords().known() is None


def test_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(Ring())
    passwords = Passwords()
    passwords.keep("geheim")
    monkeypatch.setenv(VARIABLE, "other")
    assert passwords.known() == "other"
    assert "geheim" not in repr(passwords)
