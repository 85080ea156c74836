"""`make audit`: whether known vulnerabilities concern the pinned versions.

    python tests/audit.py               asks an advisory service on the network, with pip-audit
    python tests/audit.py FOLDER        reads advisories from a folder (OSV files, as in PyPA's advisory database)

Exit code 0 only if every version was looked up and none has a known vulnerability.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from packaging.version import Version

PINS = Path(__file__).resolve().parent.parent / "requirements.txt"


def main(folder: str | None = None) -> int:
    """Prints each known vulnerability and a closing line."""
    found = from_folder(Path(folder)) if folder else from_service()
    known = [entry for entry in found if "skip_reason" not in entry]
    for entry in known:
        for fault in entry["vulns"]:
            mended = ", ".join(fault["fix_versions"]) or "no version yet"
            print(f"{entry['name']} {entry['version']}: {fault['id']}, mended in {mended}")
    missed = len(found) - len(known)
    concerned = sum(bool(entry["vulns"]) for entry in known)
    print(f"{len(known)} pinned versions looked up, {concerned} with a known vulnerability, {missed} not looked up")
    if missed or not found:
        print(
            "NOT AUDITED: no advisories could be had from here; run it where the network lets pip-audit ask for them,"
        )
        print("or with a copy of PyPA's advisory database: make audit ADVISORIES=folder")
    return int(bool(concerned or missed or not found))


def from_service() -> list[dict]:
    """What pip-audit found for each pinned version; empty if it could ask nobody."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as pins:
        pins.writelines(f"{name}=={version}\n" for name, version in pinned().items())
        pins.flush()
        tool = [str(Path(sys.executable).parent / "pip-audit"), "--no-deps", "--disable-pip", "--format", "json"]
        done = subprocess.run(
            [*tool, "--progress-spinner", "off", "--requirement", pins.name],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except ValueError:
        print((done.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1], file=sys.stderr)
        return []


def from_folder(folder: Path) -> list[dict]:
    """What the advisories in a folder say of each pinned version; empty if there are none of any pinned package."""
    versions, faults, newest, read = pinned(), defaultdict(list), "", 0
    for advisory in map(_load, _files(folder, versions)):
        for entry in advisory.get("affected", []):
            name = _key(entry.get("package", {}).get("name", ""))
            if name not in versions or entry["package"]["ecosystem"] != "PyPI" or advisory.get("withdrawn"):
                continue
            read, newest = read + 1, max(newest, str(advisory.get("modified", ""))[:10])
            if concerns(entry, versions[name]):
                faults[name].append({"id": advisory["id"], "fix_versions": _mended(entry)})
    print(f"{read} advisories of pinned packages, the newest of {newest or 'no date'}")
    return [{"name": name, "version": pin, "vulns": faults[name]} for name, pin in versions.items() if read]


def concerns(entry: dict, version: str) -> bool:
    """Whether an advisory's `affected` entry holds for a version: listed, or in one of its ranges."""
    if version in map(str, entry.get("versions", [])):
        return True
    return any(_within(r["events"], Version(version)) for r in entry.get("ranges", []) if r["type"] == "ECOSYSTEM")


def _within(events: list[dict], version: Version) -> bool:
    inside = False
    for event in events:  # in the order of the versions
        (kind, bound), *_ = event.items()
        reached = bound == "0" or version >= Version(str(bound))
        if kind == "introduced" and reached:
            inside = True
        elif (kind == "fixed" and reached) or (kind == "last_affected" and version > Version(str(bound))):
            inside = False
    return inside


def _mended(entry: dict) -> list[str]:
    ranges = [event for r in entry.get("ranges", []) if r["type"] == "ECOSYSTEM" for event in r["events"]]
    return [str(event["fixed"]) for event in ranges if "fixed" in event]


def pinned() -> dict[str, str]:
    """The version of each pinned package, by its normalised name."""
    lines = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)", PINS.read_text(encoding="utf-8"), re.M)
    return {_key(name): version for name, version in lines}


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _files(folder: Path, versions: dict[str, str]) -> list[Path]:
    """The advisories in a folder: JSON, or YAML in folders that are named like a pinned package."""
    return sorted(folder.rglob("*.json")) + [
        f for f in sorted(folder.rglob("*.yaml")) if _key(f.parent.name) in versions
    ]


def _load(file: Path) -> dict:
    if file.suffix == ".json":
        return dict(json.loads(file.read_text(encoding="utf-8")))
    import yaml

    return dict(yaml.safe_load(file.read_text(encoding="utf-8")))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
