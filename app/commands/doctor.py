"""`govgraph doctor`: what is there, what is missing, and the command that mends it."""

from __future__ import annotations

import json
import os
import sys

import click

from app.setup.check import Check, Finding, State
from app.setup.words import Text
from app.speech import language as chosen

SIGNS = {State.OK: "✓", State.WARNING: "!", State.MISSING: "✗"}
WELL = Text("一切正常", "all is well")
ILL = Text("{n} 项需要处理，见 → 后的命令", "{n} to mend, see the commands after →")


def checks(tests: bool) -> list[Check]:
    """Which checks apply here: with NEO4J_URI set the embedded server's own parts are not needed."""
    from app.setup import checks_install, checks_store, checks_tests

    if os.environ.get("NEO4J_URI"):
        store = [checks_store.REMOTE]
    else:
        store = [checks_install.JAVA, checks_install.JARS, checks_store.MEMORY, checks_store.SERVER]
    found = [checks_install.PYTHON, checks_install.PACKAGES, *store]
    found += [
        checks_install.BUNDLE_CHECK,
        checks_install.RULES,
        checks_store.FOLDER,
        checks_store.DISK,
        checks_install.TEXT,
    ]
    if tests:
        found += [checks_install.DEVELOPMENT_PACKAGES, checks_tests.BROWSER, checks_tests.FONT, checks_tests.COMPOSE]
    return found


def print_table(findings: list[tuple[Check, Finding]], language: str) -> None:
    titles = [check.title.pick(language) for check, _ in findings]
    # a Chinese character takes two columns of a terminal
    widths = [sum(2 if ord(one) > 0x2E7F else 1 for one in title) for title in titles]
    for (_, finding), title, width in zip(findings, titles, widths, strict=True):
        click.echo(f"{SIGNS[finding.state]} {title}{' ' * (max(widths) - width)}  {finding.found.pick(language)}")
        if finding.mend and finding.state is not State.OK:
            click.echo(f"{' ' * (max(widths) + 4)}→ {finding.mend.pick(language)}")
    ill = sum(finding.state is not State.OK for _, finding in findings)
    click.echo(ILL.say(language, n=ill) if ill else WELL.say(language))


@click.command()
@click.option(
    "--tests", is_flag=True, help="Look for what the tests need as well: browser, Chinese font, docker-compose."
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object: {ok, checks: [{name, state, found, mend}]}."
)
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), help="Language of the answer; else the locale's.")
def command(*, tests: bool, as_json: bool, language: str | None) -> None:
    """Show what is there, what is missing, and the command that mends it. Exit code 1 when something is missing.

    Example: govgraph doctor --lang zh
    """
    language = language or chosen()
    findings = [(check, check.look()) for check in checks(tests)]
    well = all(finding.state is not State.MISSING for _, finding in findings)
    if as_json:
        rows = [
            {
                "name": check.name,
                "state": finding.state.value,
                "found": finding.found.pick(language),
                "mend": finding.mend.pick(language) if finding.mend else "",
            }
            for check, finding in findings
        ]
        click.echo(json.dumps({"ok": well, "checks": rows}, ensure_ascii=False))
    else:
        print_table(findings, language)
    sys.exit(0 if well else 1)
