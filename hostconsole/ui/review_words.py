"""What the Review room says of the work it has asked for."""

from __future__ import annotations

from hostconsole.ui.language import translate


def job_words(code: str) -> str:
    """The line for what runs, or came of it, by code. Raises KeyError for another code."""
    return {
        "unreadable": translate("Review", "Its log cannot be read"),
        "one_at_a_time": translate("Review", "One after the other: stop what runs, or wait for it"),
        "stopped": translate("Review", "Stopped; nothing was left half done"),
        "report": translate("Review", "The report is being written …"),
        "export": translate("Review", "Being exported …"),
        "figures": translate("Review", "The figures are being read …"),
        "orders": translate("Review", "The orders are being compared …"),
        "clips": translate("Review", "Clips are being cut …"),
        "clipboard": translate("Review", "from the clipboard"),
        "copied": translate("Review", "The summary is on the clipboard"),
    }[code]


def saved_words(path: str) -> str:
    return translate("Console", "Saved: {path}").format(path=path)
