"""`govgraph …`: one module a command under `app/commands/`, imported only when it is called, so a warm command stays fast."""

from __future__ import annotations

import importlib
from typing import Any

import click

from app.exit_codes import reported
from app.speech import choose, language
from app.spoken import Spoken, help_texts, prepared, translated

# name → (module, help in one line); the module holds a click command named `command`
COMMANDS = {
    "ingest": ("app.commands.ingest", "Read files and folders into the graph."),
    "extract": ("app.commands.extract", "Read one file and print its facts."),
    "demo": ("app.commands.demo", "Read the samples and open the app."),
    "explain": ("app.commands.explain", "Why each fact is there, and each sentence that is left out is not."),
    "obligations": ("app.commands.obligations", "All obligations of one body."),
    "resolve": ("app.commands.resolve", "Which body a name means, and why."),
    "same": ("app.commands.same", "Judge that two bodies are one and the same, or are not."),
    "query": ("app.commands.query", "Answer a named question, or Cypher, read-only."),
    "queries": ("app.commands.queries", "List the questions."),
    "path": ("app.commands.path", "How two things hang together."),
    "depends": ("app.commands.depends", "What an obligation waits for, and what waits for it."),
    "export": ("app.commands.export", "Write the graph for other tools."),
    "remove": ("app.commands.remove", "Take documents out of the graph."),
    "check": ("app.commands.check", "Compare the graph with its schema and its texts; its sha256."),
    "serve": ("app.commands.serve", "Start the app."),
    "stop": ("app.commands.stop", "Stop the store's server."),
    "doctor": ("app.commands.doctor", "Show what is there, what is missing, and what mends it."),
    "setup": ("app.commands.setup", "Fetch what is missing."),
    "bundle": ("app.commands.bundle", "One file to install from without internet."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    context_class = Spoken

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return prepared(command)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with translated():
            return super().make_context(*args, **kwargs)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:  # click looks for near names among commands already imported
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        with reported(), translated():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            chinese = help_texts() if language() == "zh" else {}
            lines = [(name, chinese[name]["line"] if chinese else line) for name, (_, line) in COMMANDS.items()]
            formatter.write_dl(lines)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govgraph", prog_name="govgraph")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    is_eager=True,  # before --help
    expose_value=False,
    callback=lambda _, __, value: choose(value),
    help="Language of messages; else the locale's.",
)
def main(**_: Any) -> None:
    """A knowledge graph of governance: who must do what by when, with the words that prove it."""


if __name__ == "__main__":
    main()
