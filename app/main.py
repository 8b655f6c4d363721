"""The Streamlit app: `govgraph serve` runs this file. To add a page, add a file under screens/ and a line here."""

from __future__ import annotations

import html

import streamlit as st

from app import frame, theme
from app.screens import dependencies, documents, explorer, obligations, overview, query
from app.store import store
from app.texts import say, words

language = frame.language()
text = words(language)
st.set_page_config(page_title=text["app"], layout="wide", initial_sidebar_state="expanded")
st.html(theme.CSS)
st.html(theme.NOT_FOUND.format(head=text["not_found"], why=text["not_found_why"]))
PAGES = [
    st.Page(overview.page, title=text["page_overview"], default=True),
    st.Page(obligations.page, title=text["page_obligations"], url_path="obligations"),
    st.Page(explorer.page, title=text["page_explorer"], url_path="explorer"),
    st.Page(dependencies.page, title=text["page_dependencies"], url_path="dependencies"),
    st.Page(query.page, title=text["page_query"], url_path="query"),
    st.Page(documents.page, title=text["page_documents"], url_path="documents"),
]
# the first page is served at the root; its own name leads there as the others' do
NAMED = st.Page(overview.page, title=text["page_overview"], url_path="overview")
chosen = st.navigation([*PAGES, NAMED], position="hidden")
with st.sidebar:
    st.html(f'<div class="gov-brand">{html.escape(text["app"])}</div>')
    for one in PAGES:
        # Streamlit marks the current page by a class of no fixed name; a keyed container has one
        here = (
            st.container(key="gov-here") if one == chosen or (one == PAGES[0] and chosen == NAMED) else st.container()
        )
        here.page_link(one, query_params={"lang": language} if frame.address_language(language) else None)
    with st.container(key="gov-foot"):
        if st.button(text["language"], type="tertiary"):
            st.session_state["language"] = "en" if language == "zh" else "zh"
            st.query_params.pop("lang", None)
            st.rerun()
        foot = st.empty()
with frame.told(language):
    foot.caption(say(language, "local", n=store(language).read("MATCH (d:Document) RETURN count(d)").rows[0][0]))
    chosen.run()
