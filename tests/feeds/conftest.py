"""What the tests of feeds share: a shop on loopback, a clock that is set by hand, a source of a feed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.feeds.desk import HandClock
from tests.feeds.shop_server import ShopServer, shop_server


@pytest.fixture
def shop() -> Iterator[ShopServer]:
    with shop_server() as server:
        yield server


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def other_shop() -> Iterator[ShopServer]:
    with shop_server() as server:
        yield server
