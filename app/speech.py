"""Messages of the command line, in Chinese or English: by `--lang`, else by the locale."""

from __future__ import annotations

import locale
import os

import click

_chosen: list[str] = []


def choose(language: str | None) -> None:
    """What `--lang` said; None leaves it to the locale."""
    _chosen[:] = [language] if language else []


def language() -> str:
    """ "zh" or "en"."""
    if _chosen:
        return _chosen[0]
    asked = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if (asked or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def tell(zh: str, en: str) -> None:
    """A message for the person at the terminal, on standard error."""
    click.echo(zh if language() == "zh" else en, err=True)
