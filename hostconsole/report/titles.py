"""Titles in the language of the report, where the sheet gives one."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

from hostconsole.report.figures import Night
from hostconsole.report.words import Language


class _Titled(Protocol):
    @property
    def title(self) -> str: ...


T = TypeVar("T", bound=_Titled)


def titled(night: Night, language: Language) -> Night:
    """`night` with English titles (`name_en` of the sheet) in an English report; what has none keeps the
    title it was aired under."""
    english = {item.title: item.title_en for item in night.plan.items if item.title_en}
    if language != "en" or not english:
        return night
    items = tuple(replace(item, title=item.title_en or item.title) for item in night.plan.items)
    return replace(
        night,
        plan=replace(night.plan, items=items),
        airings=_renamed(night.airings, english),
        products=_renamed(night.products, english),
        price_changes=_renamed(night.price_changes, english),
        batches=_renamed(night.batches, english),
    )


def _renamed(facts: tuple[T, ...], names: dict[str, str]) -> tuple[T, ...]:
    return tuple(replace(one, title=names.get(one.title, one.title)) for one in facts)  # type: ignore[type-var]
