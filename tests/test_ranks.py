"""Ranks in a region that is drawn in two ways, on lists that are complete only so far."""

import pytest
from trade_cases import Said, make

from communique.trade import claims, reference
from communique.trade.rows import Shipped, TradeRow

NOTES = ("ranked first", "ranked second", "ranked third", "")


@pytest.fixture(scope="module")
def listed() -> reference.Reference:
    """Kazakhstan's partners in one year; the list is known to be complete down to the third."""
    rows = [
        TradeRow(
            id=partner, reporter="KAZ", partner=partner, flow="turnover", first=2015, last=2015, value=value * 1e9,
            currency="USD", basis="national_press", source="A table", note=note,
        )
        for partner, value, note in zip(("CHN", "RUS", "ITA", "GRC"), (30, 20, 10, 5), NOTES, strict=True)
    ]  # fmt: skip
    return reference.Reference(
        Shipped(trade=tuple(rows), investment=(), companies=(), rates=(), gdp=(), mirror_notes=())
    )


@pytest.mark.parametrize(
    ("words", "place", "verdict"),
    [
        ("third largest", 3, "not comparable"),  # with Russia, but the list may lack others before it
        ("second largest", 2, "not comparable"),  # not with Russia, and without it nobody can tell
        ("largest", 1, "inconsistent"),  # Italy is before it either way
    ],
)
def test_what_one_reading_cannot_tell_the_other_does_not_refuse(listed, words, place, verdict):
    text = f"In 2015 Greece was Kazakhstan's {words} trading partner in Europe."
    (claim,) = claims.check(*make(text, ("KAZ", "GRC"), [Said(words, place, "rank", "rank", "2015")]), listed)
    assert claim.verdict == verdict, claim.reason
