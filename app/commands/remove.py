"""`govgraph remove DOCUMENT…`: take documents out of the graph."""

from __future__ import annotations

import click

from app.output import say_json
from app.speech import language, tell


@click.command()
@click.argument("documents", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print what was removed as one JSON object.")
def command(documents: tuple[str, ...], as_json: bool) -> None:
    """Take DOCUMENTS (id, path, title or number) out of the graph: exactly what only they said.

    Example: govgraph remove samples/2023-01-政府工作报告.txt
    """
    from graph.connection import open_store
    from graph.documents import find_document
    from graph.errors import UnknownDocumentError
    from graph.remove import remove
    from graph.writer import writing

    done: list[dict[str, str]] = []
    failed: list[dict[str, str]] = []
    with open_store() as store, writing(store):
        for words in documents:
            try:
                found = find_document(store, words)
            except UnknownDocumentError as error:
                failed.append({"document": words, "error": error.text(language())})
                tell(error.text("zh"), error.text("en"))
                continue
            remove(store, found.id)
            done.append({"document": words, "id": found.id, "title": found.title})
            if not as_json:
                click.echo(f"已移除 {found.title}" if language() == "zh" else f"removed {found.title}")
    if as_json:
        say_json({"removed": done, "failed": failed})
    raise SystemExit(1 if failed else 0)
