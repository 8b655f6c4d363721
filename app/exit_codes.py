"""Exit codes that scripts rely on, and how an error reaches the person at the terminal.

0 done · 1 some inputs failed · 2 wrong use · 3 refused · 4 time or memory limit reached · 5 the store cannot be reached
· 130 interrupted (Ctrl-C)
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

from app.speech import language, tell
from extract.errors import ExtractError
from graph.errors import (
    GraphError,
    QueryLimitError,
    QueryRefusedError,
    QueryUsageError,
    StoreUnavailableError,
)

DONE, FAILED, WRONG_USE, REFUSED, LIMIT, NO_STORE = range(6)
INTERRUPTED = 130

_CODES: tuple[tuple[type[Exception], int], ...] = (
    (StoreUnavailableError, NO_STORE),
    (QueryLimitError, LIMIT),
    (QueryRefusedError, REFUSED),
    (QueryUsageError, WRONG_USE),
)


def exit_code(error: GraphError | ExtractError) -> int:
    """The code of the nearest class that has one; a question asked wrongly is wrong use, everything else a failure."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    from queries.errors import BadHeaderError, QuestionError

    if isinstance(error, QuestionError) and not isinstance(error, BadHeaderError):
        return WRONG_USE
    return FAILED


def message(error: GraphError | ExtractError) -> str:
    """What to tell, in the user's language where the error speaks it."""
    return error.text(language())


@contextmanager
def reported() -> Iterator[None]:
    """Turn our own errors into a message on standard error and an exit code; a bug keeps its traceback."""
    try:
        yield
    except (GraphError, ExtractError) as error:
        _say(message(error))
        raise click.exceptions.Exit(exit_code(error)) from error
    except OSError as error:
        if error.filename is None:  # of no file: a reader that left its pipe, which click sees to, or a bug
            raise
        _say(_of_file(error))
        raise click.exceptions.Exit(FAILED) from error
    except KeyboardInterrupt as error:
        tell("已中断。", "Interrupted.")
        raise click.exceptions.Exit(INTERRUPTED) from error


def _say(words: str) -> None:
    click.echo(("错误：" if language() == "zh" else "Error: ") + words, err=True)


_WHY = {
    errno.ENOENT: ("没有这个文件夹或文件。请检查路径", "no such folder or file. Check the path"),
    errno.EACCES: ("没有权限。请换一个位置，或申请权限", "you have no right to. Choose another place, or ask for it"),
    errno.EROFS: ("所在的磁盘是只读的。请换一个位置", "its disk is read-only. Choose another place"),
    errno.ENOSPC: ("磁盘已满。请腾出空间后再试", "the disk is full. Make room and try again"),
    errno.EISDIR: ("这是文件夹。请给出文件名", "it is a folder. Give a file's name"),
    errno.ENOTDIR: ("路径中有一段不是文件夹。请检查路径", "a part of its path is no folder. Check the path"),
}


def _of_file(error: OSError) -> str:
    """What went wrong with a file or folder of the user's."""
    what = error.strerror or str(error)
    zh, en = _WHY.get(error.errno or 0, (f"打不开（{what}）。请检查", f"cannot be used ({what}). Check it"))
    return f"{error.filename}：{zh}。" if language() == "zh" else f"{error.filename}: {en}."
