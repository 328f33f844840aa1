"""What the platforms' words for the state of an order mean for a count."""

from __future__ import annotations

from hostconsole.sheets.headers import normal
from hostconsole.sheets.numerals import is_nothing
from hostconsole.show.reconciling import OrderState

_WORDS: dict[OrderState, str] = {
    "sold": "paid, partially refunded, authorized, processing, completed, complete, fulfilled, shipped, "
    "delivered, to ship, awaiting shipment, awaiting collection, in transit, payment settled, "
    "已支付, 已付款, 买家已付款, 等待卖家发货, 备货中, 待发货, 部分发货, 已发货, 卖家已发货, 待收货, "
    "已签收, 已完成, 交易成功",
    "refunded": "refunded, returned, 已退款, 退款成功, 退货退款成功, 已全额退款",
    "unpaid": "pending, pending payment, on hold, unpaid, partially paid, checkout draft, draft, "
    "awaiting payment, 待支付, 待付款, 未付款, 未支付, 等待买家付款",
    "cancelled": "cancelled, canceled, voided, expired, failed, trash, closed, "
    "已关闭, 已取消, 交易关闭, 订单关闭",
}
_KNOWN = {normal(word): state for state, words in _WORDS.items() for word in words.split(",")}
_REFUNDED = ("退款成功", "已退款", "refund", "return")
_STILL_OPEN = ("关闭", "拒绝", "取消", "待", "中", "reject", "request", "process", "cancel")


def state_of(word: str, *, after_sale: str, cancelled: bool, sold: frozenset[str]) -> OrderState:
    """An order's state by its own word and the after-sale one. `cancelled`: a time of cancelling is there.
    `sold`: the only words that count as sold, if any are named."""
    state = _state(word, sold)
    if state == "sold" and cancelled:
        return "refunded"  # paid, and taken back since
    if state in ("sold", "cancelled", "refunded") and _is_refunded(after_sale):
        return "refunded"
    return "cancelled" if cancelled and state in ("unpaid", "unknown") else state


def _state(word: str, sold: frozenset[str]) -> OrderState:
    key = normal(word)
    if sold:
        if key in {normal(one) for one in sold}:
            return "sold"
        known = _KNOWN.get(key, "unpaid")
        return "unpaid" if known == "sold" else known
    if is_nothing(word):
        return "sold"  # a list without states is a list of what was sold
    return _KNOWN.get(key.removeprefix("wc"), _KNOWN.get(key, "unknown"))


def _is_refunded(after_sale: str) -> bool:
    text = after_sale.strip().casefold()
    if is_nothing(text) or (any(word in text for word in _STILL_OPEN) and "成功" not in text):
        return False
    return any(word in text for word in _REFUNDED)
