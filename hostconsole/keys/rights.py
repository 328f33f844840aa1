"""Whether the program in front has more rights than ours: on Windows keys pressed there may not reach us."""

from __future__ import annotations

import sys

_QUERY_LIMITED, _TOKEN_QUERY, _TOKEN_ELEVATION = 0x1000, 0x0008, 20


def more_rights_in_front() -> bool:
    """True only where it is known. Elsewhere than on Windows a window's rights keep no key from others."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        if ctypes.windll.shell32.IsUserAnAdmin():
            return False
        user, kernel = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
        advapi = ctypes.WinDLL("advapi32")
        kernel.OpenProcess.restype = wintypes.HANDLE
        user.GetForegroundWindow.restype = wintypes.HWND
        number = wintypes.DWORD()
        user.GetWindowThreadProcessId(wintypes.HWND(user.GetForegroundWindow()), ctypes.byref(number))
        process = wintypes.HANDLE(kernel.OpenProcess(_QUERY_LIMITED, False, number))
        if not process.value:
            return bool(number.value)
        token, elevated, size = wintypes.HANDLE(), wintypes.DWORD(), wintypes.DWORD()
        try:
            # A program without such rights may not even look at the token of one that has them.
            if not advapi.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
                return True
            room = ctypes.byref(elevated), ctypes.sizeof(elevated), ctypes.byref(size)
            advapi.GetTokenInformation(token, _TOKEN_ELEVATION, *room)
            return bool(elevated.value)
        finally:
            for handle in (token, process):
                kernel.CloseHandle(handle)
    return False
