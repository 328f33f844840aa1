"""Money as integer minor units (fen, cents), and the texts people read and type.

The number of decimal places is the currency's own (ISO 4217): 2 for CNY and USD, 0 for JPY and KRW.
"""

from __future__ import annotations

from decimal import Decimal

from hostconsole.show.numbers import decimal_parts

_PLACES_OTHER_THAN_TWO = {
    "JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "UGX": 0, "XAF": 0, "XOF": 0, "PYG": 0,
    "BHD": 3, "KWD": 3, "OMR": 3, "JOD": 3, "TND": 3,
}  # fmt: skip

_SIGNS = {
    "CNY": "¥", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "THB": "฿", "VND": "₫",
    "PHP": "₱", "INR": "₹", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "MYR": "RM", "IDR": "Rp",
    "AUD": "A$", "CAD": "C$", "BRL": "R$", "MXN": "MX$",
}  # fmt: skip

_TRIMMED = {"CNY"}
"""Currencies whose readers drop closing zeros: ¥19.9 and ¥89, but $19.90 and $89.00."""

LARGEST = 10**15
"""No price has more minor units than this; what has is a typing error."""


def places(currency: str) -> int:
    """Decimal places of `currency` (ISO 4217 code)."""
    return _PLACES_OTHER_THAN_TWO.get(currency, 2)


def to_minor(text: str, currency: str) -> int:
    """Minor units of a plain decimal text such as "79.00"; raises ValueError if it is not one.

    Full-width digits are accepted (an input method types them unnoticed); a value finer than the
    currency's places is not, as no shop could charge it.
    """
    negative, before, after = decimal_parts(text)
    fine, digits = places(currency), after.rstrip("0")
    if len(digits) > fine:
        raise ValueError(f"more than {fine} decimal places")
    minor = int(before + digits.ljust(fine, "0"))
    if minor > LARGEST:
        raise ValueError("too large")
    return -minor if negative else minor


def plain(minor: int, currency: str) -> str:
    """The contract's decimal string: "79.00" for CNY, "7900" for JPY."""
    return f"{Decimal(minor).scaleb(-places(currency)):.{places(currency)}f}"


def as_read(minor: int, currency: str) -> str:
    """The price as viewers read it: ¥19.9, ¥89, $19.99."""
    text = plain(minor, currency)
    if currency in _TRIMMED and "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = _SIGNS.get(currency)
    return f"{sign}{text}" if sign else f"{text} {currency}"
