"""Trade claims as they are read out of a text by the whole pipeline: kind, flow, parties, period, what goes with them.

`readings.txt` holds the texts with what is wanted of each. After a change that is meant, write it anew and read the
difference: `python tests/test_readings.py > new.txt && mv new.txt tests/readings.txt`.
"""

from collections.abc import Iterator
from pathlib import Path

import blocks
import msgspec
import pytest

from communique import article as articles, pipeline
from communique.trade import claims
from communique.trade.intervals import Interval

# The wanted lines of each text; its first line is the two sides, host first, and the text.
CASES = blocks.read(Path(__file__).with_name("readings.txt"))
DATE = "2024-05-30"


def lines(case: str) -> Iterator[str]:
    """The claims in a text about two countries, a line each."""
    sides, _, text = case.partition(": ")
    article = articles.from_text(text.replace(" / ", "\n\n"), date=DATE)
    record = pipeline.record(article)
    record = msgspec.structs.replace(record, countries=tuple(sides.split("-")))
    for claim in claims.of(record, article):
        parts = [
            f"{claim.figure.text}, {claim.kind} of {claim.flow} of {claim.country} with {claim.partner}",
            f"{_shown(claim.numbers)} {claim.unit}",
            f"{claim.period.first}-{claim.period.last} {claim.period.kind}",
            *(f"base {claim.base}" for _ in "1" if claim.base),
            *(f"level {_shown(claim.level)} {claim.level_unit} {claim.level_year}" for _ in "1" if claim.level),
            *(f"from {_shown(claim.earlier)}" for _ in "1" if claim.earlier),
            *(f"growth {_shown(claim.growth)}" for _ in "1" if claim.growth),
            *("yearly" for _ in "1" if claim.yearly),
            *(f"only {claim.product}" for _ in "1" if claim.product),
            *(f"in {claim.region}" for _ in "1" if claim.kind == "rank"),
            *(f"by {claim.speaker}" for _ in "1" if claim.speaker),
            *claim.assumed,
        ]
        yield "; ".join(parts)


def _shown(numbers: Interval) -> str:
    low, high = numbers
    return f"{low:g} to {high:g}" if low != high else f"{low:g}"


@pytest.mark.parametrize("case", CASES)
def test_what_is_claimed(case):
    assert list(lines(case)) == CASES[case]


if __name__ == "__main__":
    print(blocks.written(CASES, lines))
