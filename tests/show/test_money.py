"""Money: texts and minor units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.show.money import LARGEST, as_read, places, plain, to_minor


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("79.00", "CNY", 7900), ("79", "CNY", 7900), ("79.", "CNY", 7900), (".5", "CNY", 50),
        ("7900", "JPY", 7900), ("7900.0", "JPY", 7900), ("1.234", "KWD", 1234), ("-3", "USD", -300),
        ("＋１９．９", "CNY", 1990), (" 5 ", "EUR", 500), ("0", "CNY", 0),
        ("79.0000000000000000000", "CNY", 7900),
    ],
)  # fmt: skip
def test_a_typed_price_is_minor_units(text: str, currency: str, minor: int) -> None:
    assert to_minor(text, currency) == minor


@pytest.mark.parametrize(
    "text",
    ["", ".", "-", "abc", "nan", "inf", "-Infinity", "1e3", "9E9999999999", "1,5", "1_0", "1 0", "0x10",
     "79.001", "1.00000000000000000000000000001", "9" * 41, "1" + "0" * 15, "¥5"],
)  # fmt: skip
def test_what_is_no_price_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a number|too large|more than 2"):
        to_minor(text, "CNY")


@pytest.mark.parametrize(
    ("minor", "currency", "read"),
    [
        (1990, "CNY", "¥19.9"), (8900, "CNY", "¥89"), (8905, "CNY", "¥89.05"), (1999, "USD", "$19.99"),
        (8900, "USD", "$89.00"), (7900, "JPY", "¥7900"), (100000, "CNY", "¥1000"), (0, "CNY", "¥0"),
        (1234, "KWD", "1.234 KWD"), (150, "EUR", "€1.50"),
    ],
)  # fmt: skip
def test_prices_are_written_as_viewers_read_them(minor: int, currency: str, read: str) -> None:
    assert as_read(minor, currency) == read


@given(st.integers(-LARGEST, LARGEST), st.sampled_from(["CNY", "JPY", "KWD", "USD", "XYZ"]))
def test_a_price_written_plainly_is_read_back_the_same(minor: int, currency: str) -> None:
    text = plain(minor, currency)
    assert to_minor(text, currency) == minor
    assert len(text.partition(".")[2]) == places(currency)
