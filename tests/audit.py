"""`make audit`: whether known vulnerabilities concern the pinned versions, asked with pip-audit.

Exit code 0 only if every version was looked up and none has a known vulnerability.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

PINS = Path(__file__).resolve().parent.parent / "requirements.txt"


def looked_up() -> list[dict]:
    """What pip-audit found for each pinned version; empty if it could ask nobody."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as pins:
        pins.writelines(line + "\n" for line in PINS.read_text(encoding="utf-8").splitlines() if "==" in line)
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


def main() -> int:
    """Prints each known vulnerability and a closing line."""
    found = looked_up()
    known = [entry for entry in found if "skip_reason" not in entry]
    for entry in known:
        for fault in entry["vulns"]:
            fixed = ", ".join(fault["fix_versions"]) or "no version yet"
            print(f"{entry['name']} {entry['version']}: {fault['id']}, mended in {fixed}")
    missed = len(found) - len(known)
    concerned = sum(bool(entry["vulns"]) for entry in known)
    print(f"{len(known)} pinned versions looked up, {concerned} with a known vulnerability, {missed} not looked up")
    if missed or not found:
        print("NOT AUDITED: no advisories could be had from here; run it where the network lets pip-audit ask for them")
    return int(bool(concerned or missed or not found))


if __name__ == "__main__":
    sys.exit(main())
