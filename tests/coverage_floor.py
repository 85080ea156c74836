"""The closing line of `make test`: how much of lib/ the tests run; an error where that is below the floor."""

import json
import sys
from pathlib import Path

FLOORS = {"lines": ("percent_statements_covered", 95.0), "branches": ("percent_branches_covered", 90.0)}


def main(file: str) -> int:
    """Prints the shares that the JSON report of coverage.py gives; 1 if one is below its floor."""
    totals = json.loads(Path(file).read_text(encoding="utf-8"))["totals"]
    parts = [f"{totals[key]:.1f} % of {name} (at least {floor:g})" for name, (key, floor) in FLOORS.items()]
    print(f"Coverage of lib/: {', '.join(parts)}")
    return int(any(totals[key] < floor for key, floor in FLOORS.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
