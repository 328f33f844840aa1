"""A feed to the source that serves it. What a kind needs is imported only when one of it is there."""

from __future__ import annotations

from hostconsole.feeds.feed import Feed
from hostconsole.feeds.secret import Vault
from hostconsole.feeds.source import Source
from hostconsole.show.clock import Clock


def source_of(feed: Feed, clock: Clock, vault: Vault) -> Source:
    """The source of a feed; nothing is opened or asked yet."""
    if feed.kind == "file":
        from hostconsole.feeds.file import FileSource

        return FileSource(feed, clock=clock)
    from hostconsole.feeds.asking import Asker
    from hostconsole.feeds.wire import Wire

    asker = Asker(clock=clock, vault=vault, wire=Wire(vault), login=feed.login, login_error=feed.error)
    if feed.kind == "shopify":
        from hostconsole.feeds.shopify import ShopifySource

        return ShopifySource(feed, asker, clock=clock)
    if feed.kind == "woocommerce":
        from hostconsole.feeds.woocommerce import WooSource

        return WooSource(feed, asker, clock=clock, vault=vault)
    from hostconsole.feeds.http import HttpSource

    return HttpSource(feed, asker)
