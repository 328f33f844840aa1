"""Live stock and orders from files and shops (DESIGN §5.7, docs/feeds.md).

`load_feeds` reads `feeds.toml`; `FeedRunner` (in `runner`) runs each feed apart on the loop. What needs
the network library is imported when a feed starts, not here.
"""

from __future__ import annotations

from hostconsole.feeds.config import load_feeds
from hostconsole.feeds.feed import Feed

__all__ = ["Feed", "load_feeds"]
