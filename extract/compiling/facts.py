"""`python -m extract.compiling.facts FOLDER [FILE …]`: a hash of the facts of each file, read by the rules compiled in FOLDER.

An empty FOLDER stands for the Python form. Without files: the samples.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import extract
from extract import compiled


def told(paths: list[Path]) -> Iterator[str]:
    from extract.contract import to_json
    from extract.pipeline import extract_file

    for path in paths:
        found = to_json(extract_file(path))
        del found["document"]["seconds"]
        text = json.dumps(found, ensure_ascii=False, sort_keys=True)
        yield f"{path.name} {len(text)} {hashlib.sha256(text.encode()).hexdigest()}"


def main(words: list[str]) -> int:
    folder, files = words[0], [Path(one) for one in words[1:]]
    if folder:
        compiled.take(extract.__path__, Path(folder))
        if not compiled.running():
            print(compiled.why_not, file=sys.stderr)
            return 1
    files = files or sorted(one for one in (compiled.ROOT / "samples").glob("*.txt"))
    for line in told(files):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
