"""How fast text becomes facts, beside jieba cutting the same text into words, on one core.

    make bench                                        # all of it; ARGS="speed components" for parts of it
    python -m bench.extraction [--texts FOLDER] [PART …]

Parts: `speed` (characters a second of both and their ratio, over 5 MB, the median of three turns), `components` (where the
time goes), `linear` (time per character at 10 MB against 100 kB), `memory` (peak of a process that reads one 10 MB text),
`hostile` (time per character of texts made to be slow). Texts: those of FOLDER, else of ../shared/corpus, else the samples
and the tests' own documents. Where the rules are compiled, `speed` measures them as Python too. Times are of the processor, not of the clock, so that other work on the machine counts less.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from extract import compiled

ROOT = Path(__file__).parents[1]
TURNS = 3
SMALL, CORPUS, LARGE = 100_000, 5_000_000, 10_000_000  # bytes of UTF-8
HOSTILE: dict[str, Callable[[int], str]] = {
    "one line": lambda size: "县财政局要加快推进项目建设，" * (size // 42),
    "brackets": lambda size: "（" * (size // 6) + "）" * (size // 6),
    "control characters": lambda size: "".join(map(chr, range(1, 32))) * (size // 31),
    "nested numbers": lambda size: "\n".join(
        f"{'（' * (n % 40)}{n}{'）' * (n % 40)}1.{n}、完成任务" for n in range(size // 100)
    ),
    "digits": lambda size: "1234567890" * (size // 10),
    "one heading over": lambda size: "一、" * (size // 6),
    "commas": lambda size: "、" * (size // 3),
    "quotes": lambda size: "“”《》" * (size // 12),
    "quantities": lambda size: "“3个" * (size // 7),
    "heads": lambda size: "建设工程项目" * (size // 18),
}


def texts(folder: Path | None) -> list[str]:
    """The documents to repeat."""
    shared = ROOT.parent / "shared" / "corpus"
    places = [folder] if folder else [shared] if shared.is_dir() else [ROOT / "samples", ROOT / "tests"]
    found = [
        path.read_bytes()
        for place in places
        for path in sorted(place.glob("*.txt" if place != ROOT / "tests" else "**/*.txt"))
    ]
    return [data.decode("utf-8") for data in found if _is_utf8(data)]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def repeated(parts: Iterable[str], size: int) -> list[str]:
    """The parts over and over until they fill `size` bytes; documents stay whole."""
    found: list[str] = []
    parts = list(parts)
    filled = 0
    while filled < size:
        part = parts[len(found) % len(parts)]
        found.append(part)
        filled += len(part.encode())
    return found


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def against_jieba(documents: list[str]) -> None:
    import jieba

    from extract.pipeline import extract_text

    jieba.initialize()
    many = repeated(documents, CORPUS)
    size = sum(map(len, many))
    extract_text(many[0])  # warm both
    jieba.lcut(many[0])
    turns = [  # in turn, so that a busy spell of the machine falls on both
        (seconds(lambda: [extract_text(one) for one in many]), seconds(lambda: [jieba.lcut(one) for one in many]))
        for _ in range(TURNS)
    ]
    ours, theirs = (statistics.median(column) for column in zip(*turns, strict=True))
    print(f"{len(many)} documents, {size:,} characters")
    print(f"  extraction {size / ours:12,.0f} characters/s")
    print(f"  jieba.lcut {size / theirs:12,.0f} characters/s")
    print(f"  ratio      {statistics.median(b / a for a, b in turns):12.2f}  (1.0 = as fast as jieba cuts the text)")


def as_python(asked: argparse.Namespace) -> None:
    """The same of the rules as Python, in a process where they are not compiled."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.extraction", "speed"]
    folder = ["--texts", str(asked.texts)] if asked.texts else []
    subprocess.run([*command, *folder], check=True, cwd=ROOT, env={**os.environ, compiled.SWITCH: "0"})


def form() -> str:
    return "compiled" if compiled.running() else "as Python, not compiled"


def by_component(documents: list[str]) -> None:
    """Where the time goes."""
    from extract.assemble import assemble
    from extract.draft import Draft
    from extract.pipeline import COMPONENTS
    from extract.source import Context, Source

    spent: dict[str, float] = {}
    size = 0
    for text in repeated(documents, CORPUS // 5):
        draft = Draft(Source(text), Context())
        size += len(text)
        for component in (*COMPONENTS, assemble):
            took = seconds(lambda component=component, draft=draft: component(draft))  # type: ignore[misc]
            spent[component.__name__] = spent.get(component.__name__, 0.0) + took
    for name, took in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"  {name:16} {took / size * 1e6:8.3f} µs/character")


def linear(documents: list[str]) -> None:
    from extract.pipeline import extract_text

    text = "\n".join(repeated(documents, LARGE))
    small, large = text[: SMALL // 3], text[: LARGE // 3]
    extract_text(small)
    per_small = min(seconds(lambda: extract_text(small)) for _ in range(3)) / len(small)
    per_large = seconds(lambda: extract_text(large)) / len(large)
    print(
        f"  {per_small * 1e6:.3f} µs/character at 100 kB, {per_large * 1e6:.3f} at 10 MB: ratio {per_large / per_small:.2f}"
    )


def memory(documents: list[str]) -> None:
    """Peak of a process that reads one 10 MB text; run apart so that nothing else counts."""
    text = "\n".join(repeated(documents, LARGE))[: LARGE // 3]
    script = (
        "import resource, sys\nfrom extract.pipeline import extract_text\nfound = extract_text(sys.stdin.read())\n"
        "print(len(found.obligations), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=text, capture_output=True, text=True, check=True, cwd=ROOT
    )
    count, peak = done.stdout.split()
    print(f"  {int(count):,} obligations, peak {int(peak) / 1024:,.0f} MB")


def hostile() -> None:
    from extract.pipeline import extract_text

    for name, make in HOSTILE.items():
        small, large = make(1_000_000), make(LARGE)
        per_small = seconds(lambda small=small: extract_text(small)) / max(1, len(small))  # type: ignore[misc]
        per_large = seconds(lambda large=large: extract_text(large)) / max(1, len(large))  # type: ignore[misc]
        print(
            f"  {name:20} {per_small * 1e6:8.3f} µs/character at 1 MB, {per_large * 1e6:8.3f} at 10 MB: ratio {per_large / per_small:.2f}",
            flush=True,
        )


def main() -> None:
    parts: dict[str, Callable[[list[str]], None]] = {
        "speed": against_jieba,
        "components": by_component,
        "linear": linear,
        "memory": memory,
        "hostile": lambda _: hostile(),
    }
    parser = argparse.ArgumentParser(prog="bench.extraction", description="Speed and memory of the extraction.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(parts)}; all of them where none is named")
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="the documents to read, *.txt in UTF-8")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - set(parts):
        parser.error(f"no part {', '.join(sorted(unknown))}; take of {', '.join(parts)}")
    documents = texts(asked.texts)
    if not documents:
        parser.error(f"{asked.texts} holds no *.txt in UTF-8; name a folder that does")
    print(f"rules {form()}", flush=True)
    for name in asked.parts or parts:
        print(name, flush=True)
        parts[name](documents)
        if name == "speed" and compiled.running():
            as_python(asked)
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
