"""文档, the list: add by dragging in, the report of what was read, all documents, what was removed and can be put back."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from app import address, downloads, frame, proof, widgets
from app.codes import spoken
from app.export.tables import Table
from app.held import Part, part
from app.ingest_report import KINDS
from app.memory import remembered
from app.removed import put_back, removed
from app.store import home, store
from app.texts import say, words
from app.uploads import Upload, safe_name, take_in
from extract.readers import SUFFIXES
from graph.errors import GraphError
from graph.ingest import Outcome, Report
from queries.library import question

PROGRESS = 8
"""Files shown while they are read: so many of the last read, so many of those that wait."""
SHOWN = 3
"""Removed documents offered at once to be put back."""


def _css_text(text: str) -> str:
    """A text as CSS `content` holds it."""
    escaped = "".join(f"\\{ord(letter):x} " for letter in text)
    return f'"{escaped}"'


def dropzone_css(language: str) -> str:
    """The uploader in the app's voice: one calm line, in the user's language (Streamlit's own words are English)."""
    text = words(language)
    zone, hint = '[data-testid="stFileUploaderDropzone"]', '[data-testid="stFileUploaderDropzoneInstructions"]'
    return f"""<style>
{zone} {{ min-height: 0; padding: 10px 16px; border: 1.5px dashed color-mix(in srgb, currentColor 25%, transparent);
  background: transparent; border-radius: 12px; flex-direction: row; align-items: center; gap: 12px; }}
{hint} > * {{ display: none; }}
{hint}::after {{ content: {_css_text(text["drop_here"])}; font-size: 13px; opacity: .75; }}
{zone} button {{ font-size: 0; gap: 0; }}
{zone} button > * {{ display: none; }}
{zone} button::after {{ content: {_css_text(text["choose_files"])}; font-size: 13px; }}
.gov-report {{ border: 1px solid color-mix(in srgb, currentColor 14%, transparent); border-radius: 12px; padding: 10px 16px; font-size: 13.5px; }}
.gov-report b {{ font-weight: 600; }} .gov-report table {{ width: 100%; border-collapse: collapse; margin-top: 6px; }}
.gov-report td {{ padding: 5px 12px 5px 0; border-top: 1px solid color-mix(in srgb, currentColor 10%, transparent); vertical-align: top; overflow-wrap: anywhere; }}
.gov-report a {{ color: #1F5FA8; text-decoration: none; }} .gov-report td:first-child {{ width: 64px; }} .gov-report td:nth-child(2) {{ width: 34%; }}
.gov-report .failed {{ color: #B42318; }} .gov-report small {{ opacity: .72; }}
@media (prefers-color-scheme: dark) {{ .gov-report a {{ color: #7DB3F0; }} .gov-report .failed {{ color: #F97066; }} }}
</style>"""


def report_line(one: Outcome, language: str) -> list[str]:
    """What became of a file: status, name, what was found or why it failed."""
    text = words(language)
    if one.status == "failed":
        return [text["status_failed"], one.path, one.error.text(language)]
    found = say(language, "n_tasks", n=one.obligations)
    if one.skipped:
        kinds = Counter(left.kind.value for left in one.skipped).most_common()
        left = "，".join(f"{KINDS.get(kind, kind)} {n}" for kind, n in kinds) if language == "zh" else ""
        counted = say(language, "n_left", n=len(one.skipped))
        found += f" · {counted}（{left}）" if left else f" · {counted}"
    return [text[f"status_{one.status}"], one.path, found]


def report_html(report: Report, language: str) -> str:
    """The report of an upload. Every word of a file is escaped."""
    totals = report.totals()
    head = say(
        language, "report_head", **{key: totals[key] for key in ("files", "added", "unchanged", "replaced", "failed")}
    )
    rows = []
    for one in report.documents:
        status, name, told = (html.escape(cell) for cell in report_line(one, language))
        mark = ' class="failed"' if one.status == "failed" else ""
        address_of = html.escape(proof.link("documents", language, doc=one.id), quote=True)
        shown = f'<a href="{address_of}" target="_self">{name}</a>' if one.id else name
        rows.append(f"<tr><td{mark}>{status}</td><td>{shown}</td><td>{told}</td></tr>")
    return f'<div class="gov-report"><b>{html.escape(head)}</b><table>{"".join(rows)}</table></div>'


def progress_html(report: Report, names: Sequence[str], language: str) -> str:
    """Each file on its way: what was found in those that are read, the others waiting. Every word is escaped."""
    left = Counter(safe_name(name) for name in names)
    lines = []
    for one in report.documents:
        named = replace(one, path=one.path.rsplit("/", 1)[-1])
        left[named.path] -= 1
        lines.append(report_line(named, language))
    lines = lines[-PROGRESS:] + [[words(language)["status_waiting"], name, ""] for name in left.elements()][:PROGRESS]
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    return f'<div class="gov-report gov-progress"><table>{rows}</table></div>'


def _forget_files() -> None:
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1


def _add(opened: Any, language: str) -> None:
    """The drop zone; files dropped are read at once, with progress, and can be stopped."""
    text = words(language)
    st.html(dropzone_css(language))
    files = st.file_uploader(
        text["drop_here"],
        type=sorted(one.removeprefix(".") for one in SUFFIXES),
        accept_multiple_files=True,
        key=f"upload-{st.session_state.get('uploads', 0)}",
        label_visibility="collapsed",
    )
    if files:
        bar, stop = st.columns([8, 1], vertical_alignment="center")
        shown = bar.progress(0.0, text=text["reading"])
        stop.button(text["stop"], on_click=_forget_files)

        each = st.empty()

        def progress(report: Report, outcome: Outcome | None) -> None:
            done = len(report.documents)
            name = outcome.path.rsplit("/", 1)[-1] if outcome else ""
            words_of = say(language, "reading_file", done=done, all=report.total, name=name)
            shown.progress(done / max(report.total, 1), text=words_of)
            each.html(progress_html(report, [one.name for one in files], language))

        try:
            report = take_in(opened, home(opened), [Upload(one.name, one.getvalue()) for one in files], progress)
        except GraphError as error:
            st.error(error.text(language))
            return
        st.session_state["report"] = report
        _forget_files()
        st.rerun()
    last = st.session_state.get("report")
    if last is not None:
        st.html(report_html(last, language))
        if st.button(text["close_report"], type="tertiary"):
            del st.session_state["report"]
            st.rerun()


def _undo(opened: Any, language: str) -> None:
    """What was removed, each with a button that puts it back."""
    kept = removed(home(opened))[:SHOWN]
    if not kept:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(words(language)["removed_lately"], width="content")
        for one in kept:
            title = one.title if len(one.title) <= 24 else f"{one.title[:23]}…"
            if st.button(say(language, "put_back", title=title), key=f"back-{one.id}", help=one.title):
                with st.spinner(words(language)["reading"]):
                    put_back(opened, home(opened), one.id)
                st.rerun()


COLUMNS = ("date", "title", "kind", "issuer", "document_number", "tasks")


def rows(opened: Any, language: str) -> list[list[Any]]:
    """The documents as the table shows them, the last first and those without date at the end."""
    found = opened.read(question("documents").text).rows
    return [
        [
            str(date or ""),
            {"text": title, "href": proof.link("documents", language, doc=key)},
            spoken(kind, language),
            issuer,
            number,
            tasks,
        ]
        for date, title, kind, issuer, number, tasks, key in sorted(
            found, key=lambda row: str(row[0] or ""), reverse=True
        )
    ]


def exported(found: list[list[Any]], sort: str, find: str, language: str) -> Table:
    """The documents as they are shown: filtered and sorted as in the table."""
    text = words(language)
    plain = [[cell["text"] if isinstance(cell, dict) else cell or "" for cell in row] for row in found]
    kept = [row for row in plain if not find or any(find.lower() in str(cell).lower() for cell in row)]
    columns = tuple(text[one] for one in COLUMNS)
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name in columns:
        at = columns.index(name)
        # what is missing comes last, whichever way one sorts
        there = sorted((row for row in kept if row[at] != ""), key=lambda row: row[at], reverse=down)
        kept = there + [row for row in kept if row[at] == ""]
    return Table(text["page_documents"], columns, tuple(tuple(row) for row in kept))


def known(opened: Any, language: str) -> Part:
    """What every visit of the page needs of the whole graph, reckoned once."""
    found: Part = remembered(opened, f"documents-{language}", lambda one: part(rows(one, language)))
    return found


def page(language: str) -> None:
    """Draw the list from its address: sort, find."""
    opened = store(language)
    text = words(language)
    left, right = frame.head()
    with left:
        frame.title(text["page_documents"], text["documents_hint"])
    _add(opened, language)
    _undo(opened, language)
    listed = known(opened, language)
    found = listed.value
    lang = frame.address_language(language)
    if not found:
        frame.empty(language, here=True)
        address.write(lang=lang)
        return
    data = {
        "words": text,
        "columns": [text[one] for one in COLUMNS],
        "missing": {text["date"]: text["no_date"], text["issuer"]: text["no_issuer"]},
        "tight": [text["date"], text["kind"], text["document_number"]],
        "rows": listed,
        "wide": [text["title"]],
        "sort": widgets.before("documents", "sort", address.text("sort")),
        "filter": widgets.before("documents", "filter", address.text("find")),
        "empty": text["empty_graph"],
    }
    view = widgets.table(data, key="documents")
    with right:
        title = f"{text['app']}{text['page_documents']}"
        downloads.tables(lambda: [exported(found, view.sort or "", view.filter or "", language)], title, language)
    address.write(sort=view.sort or "", find=view.filter or "", lang=lang)
