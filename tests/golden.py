"""Golden rows of every question over the samples.

    python -m tests.golden          # asks all questions anew and rewrites tests/golden/*.tsv; read the diff before committing

`CASES` gives each question its values; a question without a case fails the tests.
"""

from __future__ import annotations

import csv
import io
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.output import cell
from graph.connection import Store, open_store
from graph.home import Home
from graph.server import stop_server
from queries.library import library
from queries.run import ask
from tests.loaded import load_samples

FOLDER = Path(__file__).parent / "golden"
CASES: dict[str, dict[str, str]] = {
    "awaited-by": {"obligation": "用地预审"},
    "collectives-of-body": {"body": "柳河镇"},
    "compare-bodies": {"a": "县发改局", "b": "县自然资源局"},
    "dependency-cycles": {},
    "deadlines-by-month": {},
    "differing-investments": {},
    "differing-numbers": {},
    "document-cites": {},
    "document-outline": {"document": "在全县农村工作会议上的讲话"},
    "documents": {},
    "due-within": {"day": "2024-06-01", "days": "60"},
    "evidence": {"obligation": "倒排工期"},
    "items-of-place": {},
    "load-by-body": {"limit": "25"},
    "load-by-month": {},
    "longest-chains": {},
    "masked-numbers": {},
    "not-firm": {},
    "obligations-of-body": {"body": "住建部门"},
    "overdue": {"day": "2023-12-31", "body": "县水利局"},
    "partners-of-body": {"body": "县财政局"},
    "policies": {},
    "programme-items": {},
    "project-across-documents": {"project": "青禾大道"},
    "projects": {},
    "recurring": {},
    "results": {"document": "青禾县人民政府关于加快茶产业高质量发展的实施意见"},
    "search": {"words": "敬老院"},
    "several-leads": {},
    "shared-by-all": {"at_least": "4"},
    "supervised": {},
    "targets-by-indicator": {"words": "就业"},
    "undated-deadlines": {},
    "unregistered-bodies": {},
    "vague": {},
    "waiting": {"kind": "after"},
    "waits-for": {"obligation": "用地组卷报批"},
    "who-works-with-whom": {"at_least": "3"},
    "without-body": {"limit": "30"},
    "without-deadline": {"limit": "30"},
    "without-target": {"limit": "30"},
}
# ids and scores are no facts of the samples: a new reading of the same words may change them
_LEFT_OUT = ("编号", "单位编号", "项目编号", "相关度")


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as tab-separated text without ids."""
    kept = [number for number, name in enumerate(columns) if name not in _LEFT_OUT]
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow([columns[number] for number in kept])
    writer.writerows([[cell(row[number], "zh") for number in kept] for row in rows])
    return out.getvalue()


def asked(store: Store, name: str) -> str:
    """The table of a question with its case's values."""
    answer = ask(store, library()[name], CASES[name])
    return table(list(answer.table.columns), list(answer.table.rows))


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        try:
            with open_store(home) as store:
                load_samples(store)
                for name in library():
                    (FOLDER / f"{name}.tsv").write_text(asked(store, name), "utf-8")
                    print(name, file=sys.stderr)
        finally:
            stop_server(home)


if __name__ == "__main__":
    main()
