"""How the app looks, decided once: colours, type, spacing of Streamlit's own parts. Kinds have theirs from the schema."""

from __future__ import annotations

from typing import Any

SANS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"
OPTIONS: dict[str, str] = {
    "theme.font": SANS,
    "theme.baseFontSize": "14",
    "theme.baseRadius": "8px",
    "theme.light.primaryColor": "#1F5FA8",
    "theme.light.backgroundColor": "#F6F7F9",
    "theme.light.secondaryBackgroundColor": "#FFFFFF",
    "theme.light.textColor": "#1B2330",
    "theme.light.borderColor": "#E3E7ED",
    "theme.dark.primaryColor": "#7DB3F0",
    "theme.dark.backgroundColor": "#0E1117",
    "theme.dark.secondaryBackgroundColor": "#161B22",
    "theme.dark.textColor": "#E6E9EE",
    "theme.dark.borderColor": "#2B323C",
}

CSS = """
<style>
[data-testid="stHeader"] { height: 0; min-height: 0; background: none; }
[data-testid="stMainBlockContainer"] { padding: 20px 28px 8px; max-width: none; }
[data-testid="stSidebar"] { width: 200px !important; min-width: 200px; }
[data-testid="stSidebarHeader"] { height: 18px; min-height: 0; padding: 0; margin: 0; overflow: hidden; }
[data-testid="stSidebarContent"] { padding: 0 12px; }
[data-testid="stSidebarUserContent"] { padding: 6px 0 14px; }
[data-testid="stSidebar"] [data-testid="stVerticalBlock"] { gap: 4px; }
[data-testid="stSidebarUserContent"] > div > [data-testid="stVerticalBlock"] { min-height: calc(100vh - 40px); }
.st-key-gov-foot { padding-left: 12px; } :has(> .st-key-gov-foot) { margin-top: auto; }
[data-testid="stSidebar"] [data-testid="stElementContainer"]:has([data-testid="stPageLink"]) { margin: 0; }
[data-testid="stPageLink"], [data-testid="stPageLink"] > div { width: 100%; }
[data-testid="stPageLink-NavLink"] { padding: 8px 12px; border-radius: 8px; width: 100%; margin: 0; }
.st-key-gov-here [data-testid="stPageLink-NavLink"] { background: color-mix(in srgb, #1F5FA8 12%, transparent); }
.st-key-gov-here [data-testid="stPageLink-NavLink"] p { color: #1F5FA8; font-weight: 600; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { font-size: 13px; color: #5B6470; opacity: 1; } [data-testid="stCaptionContainer"] a { text-decoration: none; }
[data-testid="stPopoverBody"] [data-testid="stBaseButton-tertiary"] { justify-content: flex-start; padding: 4px 8px; }
[data-testid="stPopoverBody"] [data-testid="stBaseButton-tertiary"] > * { justify-content: flex-start; }
[data-testid="stPopoverBody"] [data-testid="stVerticalBlock"] { gap: 6px; }
@media (prefers-color-scheme: dark) {
  .st-key-gov-here [data-testid="stPageLink-NavLink"] p { color: #7DB3F0; }
  [data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #A8B3C2; }
  /* dark letters on the light accent: white ones would have a contrast of 2.2 */
  [data-testid="stPopoverButton"][kind="primary"], [data-testid="stBaseButton-primary"],
  [data-testid="stPopoverButton"][kind="primary"] *, [data-testid="stBaseButton-primary"] * { color: #0E1117 !important; }
}
.gov-title { display: flex; align-items: baseline; gap: 12px; flex-wrap: wrap; line-height: 1.4; }
.gov-title h1 { font-size: 22px; font-weight: 700; margin: 0; padding: 0; }
.gov-title span { font-size: 13px; opacity: .72; }
.gov-empty { text-wrap: balance; max-width: 600px; margin: 14vh auto 0; text-align: center; line-height: 1.7; }
.gov-empty h2 { font-size: 18px; font-weight: 700; margin: 0 0 6px; padding: 0; } .gov-empty p { font-size: 14px; margin: 0 0 16px; } .gov-empty small { display: block; margin-top: 18px; font-size: 12.5px; opacity: .72; }
.gov-empty a { display: inline-block; background: #1F5FA8; color: #fff !important; text-decoration: none; border-radius: 8px; padding: 8px 18px; font-size: 14px; }
@media (prefers-color-scheme: dark) { .gov-empty a { background: #7DB3F0; color: #0E1117 !important; } }
.gov-brand { font-size: 16px; font-weight: 700; padding: 0 0 10px 12px; }
</style>
"""


NOT_FOUND = """<style>
[data-testid="stDialog"] section > h2 {{ font-size: 0; }} [data-testid="stDialog"] section > h2 + div > * {{ display: none; }}
[data-testid="stDialog"] section > h2::after {{ font-size: 18px; content: "{head}"; }}
[data-testid="stDialog"] section > h2 + div::after {{ font-size: 14px; content: "{why}"; }}
</style>"""
"""Streamlit's own words for an address without a page are English only; the app has no other dialog."""


def kinds(language: str) -> dict[str, dict[str, Any]]:
    """Caption, colours and shape of each kind of node, as the components want them."""
    from graph.schema import schema

    return {
        name: {"caption": node.caption(language), "light": node.light, "dark": node.dark, "shape": node.shape}
        for name, node in schema().nodes.items()
        if not node.internal
    }


def relations(language: str) -> dict[str, dict[str, str]]:
    """Caption and way of drawing of each relation."""
    from graph.schema import schema

    return {
        name: {"caption": relation.caption(language), "hint": relation.hint}
        for name, relation in schema().relations.items()
        if not relation.internal
    }
