"""XLS and ODS, as LibreOffice writes them: shop exports and figures read as from XLSX, and no damage of one
is more than a message."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from hostconsole.sheets import read_show
from hostconsole.sheets.figure_export import FigureExport, read_figures
from hostconsole.show.errors import Trouble
from hostconsole.show.plan import Item

from .making import write_xlsx
from .shops import files
from .test_damaged import STEADY, damaged, damages
from .test_figures import NIGHT

EXPORTS: dict[str, Callable[[], list[list[str]]]] = {
    "shopify-old": files.shopify_old,
    "shopify-new": files.shopify_new,
    "inventory-new": files.inventory_new,
    "woocommerce": files.woo,
    "tiktok": files.tiktok,
    "taobao": files.taobao,
}
FIGURES: list[list[object]] = [
    ["货号", "成交件数", "成交金额", "点击"],
    ["SKU-1", 38, 1234.5, 400],
    ["SKU-2", 0, 0, 12],
]
KINDS = ("xls", "ods")


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every export and the figures as XLSX, XLS and ODS."""
    folder = tmp_path_factory.mktemp("workbooks")
    whole = [
        write_xlsx(folder / f"{name}.xlsx", [list(row) for row in made()]) for name, made in EXPORTS.items()
    ]
    whole.append(write_xlsx(folder / "figures.xlsx", FIGURES))
    for kind in KINDS:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind,
             "--outdir", str(folder), *map(str, whole)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
    return folder


def items(path: Path) -> tuple[Item, ...]:
    return tuple(replace(item, row=0) for item in read_show(path).plan.items)


def figures(path: Path) -> FigureExport:
    return read_figures(path, NIGHT, said={})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in EXPORTS if name != "inventory-new"])
def test_a_shops_export_is_the_same_in_every_workbook(workbooks: Path, name: str, kind: str) -> None:
    found = items(workbooks / f"{name}.{kind}")
    assert found == items(workbooks / f"{name}.xlsx")
    assert found


@pytest.mark.parametrize("kind", KINDS)
def test_an_inventory_is_the_same_in_every_workbook(workbooks: Path, kind: str) -> None:
    told, whole = (read_show(workbooks / f"inventory-new.{ending}") for ending in (kind, "xlsx"))
    assert (told.format, told.plan.items) == (whole.format, whole.plan.items)


@pytest.mark.parametrize("kind", KINDS)
def test_figures_are_the_same_in_every_workbook(workbooks: Path, kind: str) -> None:
    found = figures(workbooks / f"figures.{kind}")
    assert found.items == figures(workbooks / "figures.xlsx").items
    assert [(item.sku, item.sold, item.gmv, item.clicks) for item in found.items] == [
        ("SKU-1", 38, 123_450, 400),
        ("SKU-2", 0, 0, 12),
    ]


@pytest.mark.parametrize("kind", ["xlsx", *KINDS])
@pytest.mark.parametrize("name", ["figures", "tiktok"])
def test_no_damage_is_more_than_a_message(workbooks: Path, tmp_path: Path, name: str, kind: str) -> None:
    content = (workbooks / f"{name}.{kind}").read_bytes()
    path = tmp_path / f"x.{kind}"

    @STEADY
    @given(damages)
    def any_damage(harm: list[tuple[str, float, int, bytes]]) -> None:
        path.write_bytes(damaged(content, harm))
        for read in (figures, read_show):
            try:
                read(path)
            except Trouble as trouble:
                assert trouble.reason.strip()

    any_damage()


def test_no_damage_of_a_text_of_figures_is_more_than_a_message(tmp_path: Path) -> None:
    content = "时间,在线人数,成交金额\n20:01,120,¥1.2万\n20:02,130,¥800\n".encode()
    path = tmp_path / "x.csv"

    @STEADY
    @given(damages)
    def any_damage(harm: list[tuple[str, float, int, bytes]]) -> None:
        path.write_bytes(damaged(content, harm))
        try:
            assert figures(path).kind
        except Trouble as trouble:
            assert trouble.reason.strip()

    any_damage()
