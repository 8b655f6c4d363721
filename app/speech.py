"""Messages of the command line, in Chinese or English: by `--lang`, else by the locale."""

from __future__ import annotations

import click

from app.setup.words import locale_language

_chosen: list[str] = []


def choose(language: str | None) -> None:
    """What `--lang` said; None leaves it to the locale."""
    _chosen[:] = [language] if language else []


def language() -> str:
    """ "zh" or "en"."""
    return _chosen[0] if _chosen else locale_language()


def tell(zh: str, en: str) -> None:
    """A message for the person at the terminal, on standard error."""
    click.echo(zh if language() == "zh" else en, err=True)
