"""One dark look: colours, sizes and fonts, and the style sheet built from them.

Every state has a colour and a shape (shapes.py). Text colours have a contrast of 4.5:1 or more on every
ground they are used on (tested).
"""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from hostconsole.ui.language import resources_folder

FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "Segoe UI", "Noto Sans", "DejaVu Sans")


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """Grounds from the darkest to the lightest, texts, then one colour a state."""

    window: str = "#121519"
    panel: str = "#1a1e24"
    card: str = "#20252d"
    raised: str = "#2b313b"
    hover: str = "#353c48"
    line: str = "#2c323c"
    edge: str = "#4a5362"
    text: str = "#eceff3"
    soft: str = "#b4bcc8"
    faint: str = "#949eac"
    on_air: str = "#ff6b5e"
    on_air_ground: str = "#34211f"
    next: str = "#74b6ff"
    next_ground: str = "#1c2a3b"
    fine: str = "#6fcf97"
    waiting: str = "#f5c04e"
    waiting_ground: str = "#33290f"
    bad: str = "#ff8296"
    bad_fill: str = "#b3213f"
    rehearsal: str = "#c0a6ff"
    rehearsal_ground: str = "#2b2440"
    on_fill: str = "#ffffff"
    on_next: str = "#0c1826"


COLOURS = Colours()
GROUNDS = ("window", "panel", "card", "raised")
TEXTS = ("text", "soft", "faint", "on_air", "next", "fine", "waiting", "bad", "rehearsal")

SIZES = {
    "small": 12, "body": 14, "strong": 15, "title": 22, "number": 28, "price": 52, "left": 52, "link": 92,
    "cue": 13,
    "status": 15, "next_link": 38, "next_number": 24,
}  # fmt: skip
"""Logical pixels at scale 1."""

GAP = 8
"""The spacing unit at scale 1."""


def scale_for(width: int, height: int) -> float:
    """How much larger than at 1440×900 everything is drawn, so that a large screen is not an empty one."""
    wide, tall = width / 1440, height / 900
    return max(0.86, min(2.4, round(min(wide, tall) * 50) / 50))


def px(role: str, scale: float) -> int:
    """Font size of a role in logical pixels."""
    return max(11, round(SIZES[role] * scale))


def base_font(scale: float = 1.0) -> QFont:
    """The body font with tabular figures."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(px("body", scale))
    tag = QFont.Tag.fromString("tnum")
    if tag is not None:
        font.setFeature(tag, 1)
    return font


def colour(name: str) -> QColor:
    return QColor(getattr(COLOURS, name))


def dress(app: QApplication) -> None:
    """Gives the application its style, palette and font; windows add the sheet for their size."""
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "hostconsole.png")))
    app.setFont(base_font())


def palette() -> QPalette:
    roles = QPalette.ColorRole
    look = QPalette()
    for role, name in (
        (roles.Window, "window"), (roles.WindowText, "text"), (roles.Base, "panel"),
        (roles.AlternateBase, "card"),
        (roles.Text, "text"), (roles.Button, "raised"), (roles.ButtonText, "text"),
        (roles.Highlight, "hover"),
        (roles.HighlightedText, "text"), (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.PlaceholderText, "faint"), (roles.Link, "next"), (roles.Mid, "line"), (roles.Dark, "window"),
        (roles.Light, "hover"),
    ):  # fmt: skip
        look.setColor(role, colour(name))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        look.setColor(QPalette.ColorGroup.Disabled, role, QColor("#7d8694"))
    return look


def style_sheet(scale: float) -> str:
    """The whole look at a scale; roles are given by the dynamic property `role`."""
    c, gap = COLOURS, round(GAP * scale)
    roles = "\n".join(f'*[role="{role}"] {{ font-size: {px(role, scale)}px; }}' for role in SIZES)
    tones = "\n".join(f'QLabel[tone="{tone}"] {{ color: {getattr(c, tone)}; }}' for tone in TEXTS)
    return f"""
QWidget {{ font-size: {px("body", scale)}px; color: {c.text}; }}
QMainWindow, QDialog, #room {{ background: {c.window}; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.edge}; padding: {gap // 2}px; }}
{roles}
*[weight="bold"] {{ font-weight: 600; }}
{tones}
#panel {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {gap}px; }}
#card {{ background: {c.card}; border: 1px solid {c.line}; border-radius: {gap}px; }}
#onAir {{ background: {c.card}; border: 1px solid {c.line}; border-left: 4px solid {c.on_air};
  border-radius: {gap}px; }}
#onAir[idle="true"] {{ border-left: 4px solid {c.edge}; }}
#next {{ background: {c.card}; border: 1px solid {c.line}; border-left: 4px solid {c.next};
  border-radius: {gap}px; }}
#tile {{ background: {c.card}; border: 1px solid {c.line}; border-radius: {gap * 3 // 2}px; }}
#tile:hover {{ background: {c.raised}; border: 1px solid {c.edge}; }}
#tile:focus {{ border: 1px solid {c.next}; }}
#bar {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {gap}px; }}
#alert[level="none"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {gap}px; }}
#alert[level="amber"] {{ background: {c.waiting_ground}; border: 1px solid {c.waiting};
  border-radius: {gap}px; }}
#alert[level="red"] {{ background: {c.bad_fill}; border: 1px solid {c.bad_fill}; border-radius: {gap}px; }}
#alert[level="red"] QLabel {{ color: {c.on_fill}; }}
#alert[level="red"] QPushButton {{ color: {c.on_fill}; background: rgba(0, 0, 0, 70);
  border: 1px solid rgba(255, 255, 255, 110); }}
QLabel[badge] {{ padding: {gap // 4}px {gap}px; border-radius: {gap // 2}px; }}
QLabel[badge="quiet"] {{ background: {c.raised}; color: {c.soft}; }}
QLabel[badge="rehearsal"] {{ background: {c.rehearsal_ground}; color: {c.rehearsal}; }}
QLabel[badge="live"] {{ background: {c.bad_fill}; color: {c.on_fill}; }}
QLabel[badge="flag"] {{ background: {c.waiting_ground}; color: {c.waiting}; }}
#remark {{ border: 1px solid transparent; border-radius: {gap // 2}px; }}
#remark:hover {{ background: {c.card}; }}
#remark:focus {{ border: 1px solid {c.next}; }}
#rule {{ background: {c.line}; }}
{_buttons(scale)}
{_fields(scale)}
"""


def _buttons(scale: float) -> str:
    c, gap = COLOURS, round(GAP * scale)
    return f"""
QPushButton {{ background: {c.raised}; border: 1px solid {c.line}; border-radius: {gap * 3 // 4}px;
  padding: {gap * 5 // 8}px {gap * 5 // 4}px; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.edge}; }}
QPushButton:focus {{ border: 1px solid {c.next}; }}
QPushButton:disabled {{ color: #7d8694; background: {c.card}; }}
QPushButton[kind="take"] {{ background: {c.next}; color: {c.on_next}; border: 1px solid {c.next};
  font-weight: 600; }}
QPushButton[kind="take"]:hover {{ background: #93c6ff; }}
QPushButton[kind="take"]:disabled {{ background: {c.raised}; color: #8b94a2; border: 1px solid {c.line}; }}
QPushButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; color: {c.soft}; }}
QPushButton[kind="flat"]:hover {{ background: {c.raised}; color: {c.text}; }}
QPushButton[kind="flat"]:focus {{ border: 1px solid {c.next}; }}
QPushButton[kind="past"] {{ background: transparent; border: 1px solid transparent; color: {c.soft};
  text-align: left; padding: {gap // 2}px {gap}px; }}
QPushButton[kind="past"]:hover {{ background: {c.raised}; color: {c.text}; }}
QPushButton[kind="past"]:disabled {{ color: {c.faint}; }}
QPushButton[kind="icon"] {{ background: transparent; border: 1px solid transparent; color: {c.soft};
  padding: {gap // 2}px {gap * 3 // 4}px; }}
QPushButton[kind="icon"]:hover {{ background: {c.raised}; color: {c.text}; }}
QPushButton[kind="icon"]:focus {{ border: 1px solid {c.next}; }}
QPushButton[kind="stop"] {{ color: {c.bad}; }}
QPushButton[kind="room"] {{ background: transparent; border: 1px solid transparent; color: {c.soft};
  padding: {gap * 5 // 8}px {gap * 7 // 4}px; border-radius: {gap * 3 // 4}px; }}
QPushButton[kind="room"]:hover {{ color: {c.text}; background: {c.raised}; }}
QPushButton[kind="room"]:checked {{ color: {c.text}; background: {c.hover}; font-weight: 600; }}
QPushButton[kind="room"]:focus {{ border: 1px solid {c.next}; }}
#rooms {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {gap}px; }}
"""


def _fields(scale: float) -> str:
    c, gap = COLOURS, round(GAP * scale)
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{ background: {c.window}; border: 1px solid {c.edge};
  border-radius: {gap * 3 // 4}px; padding: {gap // 2}px {gap}px;
  selection-background-color: {c.next}; selection-color: {c.on_next}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: 1px solid {c.next}; }}
QProgressBar {{ background: {c.window}; border: 1px solid {c.edge}; border-radius: {gap // 2}px; }}
QProgressBar::chunk {{ background: {c.next}; border-radius: {gap // 2}px; }}
QCheckBox {{ spacing: {gap}px; }}
QCheckBox::indicator:unchecked {{ background: {c.window}; border: 1px solid {c.soft}; border-radius: 3px; }}
QCheckBox:focus {{ color: {c.next}; }}
QComboBox::drop-down {{ border: none; width: {gap * 3}px; }}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.edge};
  selection-background-color: {c.hover}; }}
QTableView {{ background: {c.panel}; border: none; outline: none; gridline-color: transparent;
  selection-background-color: {c.hover}; selection-color: {c.text}; }}
QTableView#queue {{ selection-background-color: transparent; }}
QTableView::item {{ padding: 0 {gap}px; }}
QTableCornerButton::section {{ background: {c.panel}; border: none; }}
QHeaderView {{ background: {c.panel}; }}
QHeaderView::section {{ background: {c.panel}; color: {c.faint}; border: none;
  border-bottom: 1px solid {c.line}; padding: {gap // 2}px {gap + 2}px; font-size: {px("small", scale)}px; }}
QTableView#queue QHeaderView::section {{ padding: {gap // 2}px {gap * 3 // 4}px; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.edge}; padding: {gap // 2}px; }}
QMenu::item {{ padding: {gap * 5 // 8}px {gap * 3}px {gap * 5 // 8}px {gap * 3 // 2}px;
  border-radius: {gap // 2}px; }}
QMenu::item:selected {{ background: {c.hover}; }}
QMenu::item:disabled {{ color: #7d8694; }}
QMenu::separator {{ height: 1px; background: {c.edge}; margin: {gap // 2}px; }}
QScrollBar:vertical {{ background: transparent; width: {gap + 2}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {gap // 2}px; min-height: {gap * 4}px; }}
QScrollBar:horizontal {{ background: transparent; height: {gap + 2}px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {gap // 2}px; min-width: {gap * 4}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none;
  border: none; width: 0; height: 0; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: transparent; }}
"""
