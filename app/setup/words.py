"""What set-up and doctor say, in Chinese and English. The language is the user's locale unless one is named."""

from __future__ import annotations

import locale
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One message in both languages, filled alike: `Text("共 {n} 步", "{n} steps").say("zh", n=3)`."""

    zh: str
    en: str

    def fill(self, **values: object) -> Text:
        return Text(self.zh.format(**values), self.en.format(**values))

    def pick(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    def say(self, language: str, **values: object) -> str:
        return self.pick(language).format(**values)


def locale_language() -> str:
    """`zh` where the locale of messages is Chinese, else `en` (LC_ALL before LC_MESSAGES before LANG, as POSIX has it)."""
    named = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if (named or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
