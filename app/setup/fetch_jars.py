"""`.venv/bin/python -m app.setup.fetch_jars [--there]`: run by the step `jars` inside the environment, where graph/ can be imported.

Prints `done total name` a line. With `--there` it fetches nothing: exit code 0 when every jar is there, 1 when not.
"""

from __future__ import annotations

import sys

from app.setup.words import locale_language
from graph.errors import JarsUnavailableError
from graph.jars import ensure_jars, installed_jars


def main(words: list[str]) -> int:
    try:
        if "--there" in words:
            return 0 if installed_jars() is not None else 1
        paths = ensure_jars(progress=lambda done, total, name: print(done, total, name, flush=True))
        print(len(paths), len(paths), paths[0].parent)
    except JarsUnavailableError as error:
        print(error.text(locale_language()))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
