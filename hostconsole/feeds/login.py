"""The login of a feed: done first, and again when the shop has forgotten it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from hostconsole.feeds.call import Answer
from hostconsole.feeds.feed import Login, Unfit
from hostconsole.feeds.reading import decoded
from hostconsole.feeds.secret import Secret, Vault
from hostconsole.feeds.values import shown, text_of
from hostconsole.show.errors import Trouble

_TOO_SOON_MS = 30_000
"""A login that never worked is not repeated sooner: some shops lock an account after a few."""

_TOGETHER_MS = 2_000
"""A login that failed is not tried again by those who ask in the same moment."""

_REFUSALS = frozenset({400, 401, 403})

_MAY_BE_A_LOGIN = frozenset({"feed_error", "feed_html"})
"""An error inside the answer, or the page on which people log in."""


class LoggedIn:
    """The token of one feed. `ask` sends the login's request; `now_ms` is monotonic."""

    def __init__(
        self,
        login: Login,
        *,
        vault: Vault,
        ask: Callable[[], Awaitable[Answer]],
        fault_in: Callable[[Answer], str],
        now_ms: Callable[[], int],
    ) -> None:
        self._login = login
        self._vault = vault
        self._ask = ask
        self._fault_in = fault_in
        self._now_ms = now_ms
        self._token: Secret | None = None
        self._worked = False
        self._asked_ms = 0
        self._failed: Trouble | None = None
        self._one_at_a_time = asyncio.Lock()

    async def token(self) -> Secret:
        """The token, after a login if there is none yet. Raises Trouble."""
        async with self._one_at_a_time:
            if self._token is None:
                self._token = await self._fresh()
            return self._token

    async def renewed(self, old: Secret) -> Secret:
        """A new token instead of `old`, unless another call has brought one already. Raises Trouble."""
        async with self._one_at_a_time:
            if self._token is None or self._token is old:
                self._token = None
                self._token = await self._fresh()
            return self._token

    def proved(self, token: Secret) -> None:
        """The shop has taken the token."""
        self._worked = self._worked or token is self._token

    def forgotten(self, fault: Trouble) -> bool:
        """Whether a fault may mean that the shop has forgotten the login."""
        refused = fault.fields.get("status") in _REFUSALS or fault.code in _MAY_BE_A_LOGIN
        return refused and (self._worked or self._now_ms() - self._asked_ms > _TOO_SOON_MS)

    async def _fresh(self) -> Secret:
        if self._failed is not None and self._now_ms() - self._asked_ms < _TOGETHER_MS:
            raise Trouble(self._failed.code, self._failed.reason, **self._failed.fields)
        self._worked = False
        self._asked_ms = self._now_ms()
        self._vault.forget()
        try:
            token = await self._logged_in()
        except Trouble as fault:
            self._failed = fault
            raise
        self._failed = None
        return token

    async def _logged_in(self) -> Secret:
        answer = await self._ask()
        if answer.status >= 400:
            raise Trouble("feed_login", f"The login was refused: HTTP {answer.status}.")
        fault = self._fault_in(answer)
        if fault:
            raise Trouble("feed_login", f"The login was refused: {shown(self._vault.hide(fault), most=200)}.")
        return self._vault.keep(self._token_of(answer))

    def _token_of(self, answer: Answer) -> str:
        login = self._login
        if login.token_header:
            token = answer.headers.get(login.token_header, "").strip()
        elif login.token is not None:
            try:
                token = text_of(login.token.find(decoded(answer.body)))
            except Unfit:
                token = ""
        else:
            return ""  # a cookie is all
        if not token:
            raise Trouble("feed_login", "The login's answer has no token where [feed.login] says.")
        return token
