"""The windows' language: English sources, 简体中文 from the translation file, switchable while running."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
OWN_NAMES: dict[Language, str] = {"en": "English", "zh": "简体中文"}

translate = QCoreApplication.translate
"""lupdate knows calls by this name: `translate("Context", "text")`."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks a text in a table for translation; `translate` is called where it is shown."""
    return text


def chosen(setting: str) -> Language:
    """The language of a setting: "zh", "en", or "" for the system's."""
    if setting in LANGUAGES:
        return setting
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def resources_folder() -> Path:
    """Where translations and icons lie: in the wheel, or beside the package in a checkout."""
    inside = Path(str(resources.files("hostconsole"))) / "resources"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "resources"


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


class Speech(QObject):
    """Installs and removes the translator; every window hears of it by LanguageChange."""

    def __init__(self, app: QCoreApplication, language: Language = "en") -> None:
        super().__init__(app)
        self._app = app
        self._translator = QTranslator(self)
        self._of_qt = QTranslator(self)
        self.language: Language = "en"
        self.speak(language)

    def speak(self, language: Language) -> None:
        """Raises FileNotFoundError if the translation is not where it belongs."""
        if language == self.language:
            return
        self._app.removeTranslator(self._translator)
        self._app.removeTranslator(self._of_qt)
        if language == "zh":
            path = resources_folder() / "translations" / "hostconsole_zh.qm"
            if not self._translator.load(str(path)):
                raise FileNotFoundError(path)
            # Qt's own words (file dialogs, menus of text fields); a Qt without them speaks English there.
            if self._of_qt.load("qtbase_zh_CN", _qt_translations()):
                self._app.installTranslator(self._of_qt)
            self._app.installTranslator(self._translator)
        self.language = language
