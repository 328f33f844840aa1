from __future__ import annotations

import pytest

from hostconsole.show.airings import Airings
from hostconsole.show.plan import Item
from hostconsole.show.state import Airing


def airing(n: int) -> Airing:
    return Airing(item=Item(id=f"P{n}", kind="product", title="cup"), n=n, since_ms=n, at="", seq=n)


def test_a_longer_one_leaves_the_shorter_as_it_was():
    short = Airings([airing(1)])
    longer = short.plus(airing(2))
    assert (list(short), list(longer)) == ([airing(1)], [airing(1), airing(2)])


def test_two_branches_of_history_do_not_see_each_other():
    stem = Airings([airing(1)])
    one, other = stem.plus(airing(2)), stem.plus(airing(3))
    assert (list(one), list(other)) == ([airing(1), airing(2)], [airing(1), airing(3)])
    assert list(one.plus(airing(4))) == [airing(1), airing(2), airing(4)]


def test_it_is_a_sequence_of_what_it_sees():
    seen = Airings([airing(1)]).plus(airing(2))
    seen.plus(airing(3))
    assert (len(seen), seen[0], seen[-1], seen[1:]) == (2, airing(1), airing(2), (airing(2),))
    assert list(reversed(seen)) == [airing(2), airing(1)]
    with pytest.raises(IndexError):
        seen[2]


def test_equal_airings_are_equal_whoever_shares_them():
    one, other = Airings([airing(1)]).plus(airing(2)), Airings([airing(1), airing(2)])
    one.plus(airing(3))
    assert (one == other, hash(one) == hash(other), one == Airings()) == (True, True, False)
