"""From one page of an answer to the next, until there is none. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from hostconsole.feeds.feed import Expression, Page, Unfit
from hostconsole.feeds.values import shown, text_of, whole
from hostconsole.show.errors import Trouble

MOST_PAGES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One page to ask for: the places to fill, and its address if the shop gave one."""

    values: dict[str, str | None] = field(default_factory=dict)
    url: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Tells one page from another."""
        return self.url, repr(sorted(self.values.items()))


class Turning:
    """One walk through the pages. `full` is how many things a full page has, as far as is known: some shops
    cap the size that was asked for."""

    def __init__(self, *, page: Page | None, next_page: Expression | None, full: int = 0) -> None:
        self._page = page
        self._next_page = next_page
        self.full = full
        self._number = page.first if page else 0
        self._count = 0
        self._pages = 0
        self._first_count = 0
        self._visited: set[str] = set()

    def first(self) -> Turn:
        """The first page."""
        return Turn(values=self._values(None))

    def after(self, payload: Any, *, count: int, repeated: bool, url: str) -> Turn | None:
        """The page after this one, None if it was the last. `count`: how many things it had; `repeated`:
        all of them had been on a page before; `url`: where it was. Raises Trouble "feed_pages"."""
        self._pages += 1
        self._count += count
        if self._pages >= MOST_PAGES:
            raise Trouble("feed_pages", f"The answer has more than {MOST_PAGES} pages.")
        if self._next_page is not None:
            return self._by_address(payload, url)
        if self._page is None:
            return None
        return self._by_number(payload, count, repeated, self._page)

    def _by_address(self, payload: Any, url: str) -> Turn | None:
        assert self._next_page is not None
        found = _found(self._next_page, payload)
        if found is None or found is False or found == "":
            return None
        if not isinstance(found, str):
            why = (
                f"next_page = … gives {shown(found)}, which is no address; for numbers there is [feed.page]."
            )
            raise Trouble("feed_pages", why)
        if not found.strip():
            return None
        address = urljoin(url, found.strip())
        if address in self._visited or address == url:
            raise Trouble("feed_pages", "The shop's next pages go round in a circle.")
        self._visited.add(address)
        return Turn(url=address)

    def _by_number(self, payload: Any, count: int, repeated: bool, page: Page) -> Turn | None:
        self._number += 1
        if page.cursor is not None:
            cursor = text_of(_found(page.cursor, payload))
            if not cursor or cursor in self._visited:
                return None
            self._visited.add(cursor)
            return Turn(values=self._values(cursor))
        total = whole(_found(page.total, payload)).value if page.total else None
        if total is not None:
            more = count > 0 and self._count < total
        elif count == 0 or repeated:
            self._learn_end(page)
            more = False
        else:
            more = self._maybe_more(count, page.size)
        return Turn(values=self._values(None)) if more else None

    def _maybe_more(self, count: int, size: int) -> bool:
        if self._pages == 1:
            self._first_count = count
        elif not self.full and self._first_count < size:
            self.full = self._first_count  # more came after a short page: the shop caps its pages
        return count >= (self.full or size) or (self._pages == 1 and not self.full)

    def _learn_end(self, page: Page) -> None:
        """After a short first page nothing came: from now on a short page is the last one."""
        if self._pages == 2:
            self.full = self.full or page.size

    def _values(self, cursor: str | None) -> dict[str, str | None]:
        if self._page is None:
            return {}
        return {
            "size": str(self._page.size),
            "page": str(self._number),
            "offset": str(self._count),
            "cursor": cursor,
        }


def _found(expression: Expression, payload: Any) -> Any:
    try:
        return expression.find(payload)
    except Unfit:
        return None
