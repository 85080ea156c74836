"""How far two or more codings of the same units agree, beyond what chance would give.

A coding maps a unit to its code; a unit that is missing or None was not coded. "Not classified" is a code like any
other: a coder who decides it has coded. Krippendorff's alpha takes any number of coders and leaves missing codes out;
percent agreement and Cohen's kappa compare two coders on the units that both have coded. Where a statistic is not
defined (no unit coded twice, or one code only, so that chance alone would agree always) it is nan.

The statistics come from NLTK. Only the thousand draws behind an interval of alpha are computed here, from counts, since
NLTK would take minutes for them; a test holds the two equal. (The krippendorff package is under the GPL.)
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from nltk.metrics.agreement import AnnotationTask

Coding = Mapping[str, str | None]
Statistic = Callable[[Sequence[Coding]], float]
NAN = math.nan


class Interval(NamedTuple):
    """The middle 95 of a hundred bootstrap values."""

    low: float
    high: float


def percent(codings: Sequence[Coding]) -> float:
    """The share (0 to 1) of the units coded by both of two coders that have the same code."""
    task = _task(codings)
    return float(task.avg_Ao()) if task else NAN


def kappa(codings: Sequence[Coding]) -> float:
    """Cohen's kappa of two coders (Cohen 1960), each with their own use of the codes as the chance expectation."""
    task = _task(codings)
    return float(task.kappa()) if task and len(task.K) > 1 else NAN


def alpha(codings: Sequence[Coding]) -> float:
    """Krippendorff's alpha for nominal codes (Krippendorff 2004), any number of coders, missing codes left out."""
    if math.isnan(_alpha(_counts(codings))):
        return NAN
    coded = enumerate(codings)
    triples = [(number, unit, code) for number, coding in coded for unit, code in coding.items() if code is not None]
    return float(AnnotationTask(triples).alpha())


def interval(statistic: Statistic, codings: Sequence[Coding], draws: int = 1000, seed: int = 1) -> Interval:
    """The 95 % bootstrap interval of a statistic: units are drawn with replacement, `draws` times.

    The same seed gives the same interval; draws in which the statistic is not defined are left out.
    """
    random = np.random.default_rng(seed)
    units = _units(codings)
    values = []
    for _ in range(draws if units else 0):
        picked = random.integers(len(units), size=len(units))
        values.append(statistic([_drawn(coding, units, picked) for coding in codings]))
    return _middle(values)


def alpha_interval(codings: Sequence[Coding], draws: int = 1000, seed: int = 1) -> Interval:
    """The 95 % bootstrap interval of alpha, as `interval` gives it but without counting the codes anew each time."""
    random = np.random.default_rng(seed)
    counts = _counts(codings)
    size = len(counts)
    picks = (random.integers(size, size=size) for _ in range(draws if size else 0))
    return _middle([_alpha(counts[picked]) for picked in picks])


def summary(codings: Mapping[str, Coding], draws: int = 1000, seed: int = 1) -> pd.DataFrame:
    """One row a pair of coders and, where there are more than two, one for all: units, percent, kappa, alpha, interval.

    `units` counts what both (for all: at least two) have coded; `low` and `high` bound alpha. For a whole class the
    intervals of the pairs are made of fewer draws, 100 at the least, so that the table does not take minutes.
    """
    groups: list[tuple[str, ...]] = list(combinations(codings, 2))
    if len(codings) > 2:
        groups.append(tuple(codings))
    fewer = min(draws, max(20_000 // max(len(groups), 1), 100))
    rows = [
        _row(names, [codings[name] for name in names], draws if len(names) > 2 else fewer, seed) for names in groups
    ]
    return pd.DataFrame(rows, columns=["coders", "units", "percent", "kappa", "alpha", "low", "high"])


def confusion(first: Coding, second: Coding, order: Iterable[str] = ()) -> pd.DataFrame:
    """How often a code of the first coder (rows) met a code of the second (columns), over what both have coded.

    Codes stand in the `order` given, those it lacks behind it by the alphabet; only codes that occur are shown.
    """
    both = _both([first, second])
    pairs = [(first[unit], second[unit]) for unit in both]
    used = {code for pair in pairs for code in pair}
    known = [code for code in dict.fromkeys(order) if code in used]
    codes = known + sorted(str(code) for code in used if code not in known)
    table = pd.DataFrame(0, index=pd.Index(codes, name="first"), columns=pd.Index(codes, name="second"))
    for row, column in pairs:
        table.loc[row, column] += 1
    return table


def by_code(gold: Coding, coder: Coding, order: Iterable[str] = ()) -> pd.DataFrame:
    """One row a code: how often gold has it, how often the coder, how often both; precision and recall of the coder.

    A code that the coder never gave has no precision, one that gold never has no recall (nan).
    """
    table = confusion(gold, coder, order)
    both = pd.Series({code: table.loc[code, code] for code in table.index}, dtype="int64")
    in_gold, by_coder = table.sum(axis=1), table.sum(axis=0)
    shares = {"precision": both / by_coder.where(by_coder > 0), "recall": both / in_gold.where(in_gold > 0)}
    found = pd.DataFrame({"gold": in_gold, "coder": by_coder, "both": both, **shares})
    return found.rename_axis("code").reset_index()


def disagreements(codings: Mapping[str, Coding]) -> pd.DataFrame:
    """One row a unit on which at least two coders differ, with each coder's code, most different codes first."""
    rows = []
    for unit in _units(list(codings.values())):
        given = {name: coding.get(unit) for name, coding in codings.items()}
        different = len({code for code in given.values() if code is not None})
        if different > 1:
            rows.append((-different, {"unit": unit, **given}))
    return pd.DataFrame([row for _, row in sorted(rows, key=lambda pair: pair[0])], columns=["unit", *codings])


def accepting(gold: Coding, coder: Coding, alternatives: Mapping[str, Iterable[str]]) -> dict[str, str | None]:
    """The gold coding with the coder's code wherever gold accepts it as an alternative."""
    return {
        unit: coder.get(unit) if coder.get(unit) in tuple(alternatives.get(unit, ())) else code
        for unit, code in gold.items()
    }


def _row(names: tuple[str, ...], codings: Sequence[Coding], draws: int, seed: int) -> dict[str, str | int | float]:
    pair = len(codings) == 2
    low, high = alpha_interval(codings, draws, seed)
    return {
        "coders": " and ".join(names) if pair else f"all {len(names)}",
        "units": len(_both(codings)) if pair else len(_counts(codings)),
        "percent": percent(codings) if pair else NAN,
        "kappa": kappa(codings) if pair else NAN,
        "alpha": alpha(codings),
        "low": low,
        "high": high,
    }


def _units(codings: Sequence[Coding]) -> list[str]:
    return list(dict.fromkeys(unit for coding in codings for unit in coding))


def _both(codings: Sequence[Coding]) -> list[str]:
    return [unit for unit in _units(codings) if all(coding.get(unit) is not None for coding in codings)]


def _task(codings: Sequence[Coding]) -> AnnotationTask | None:
    if len(codings) != 2:
        raise ValueError(f"compares two coders, not {len(codings)}: alpha takes any number")
    both = _both(codings)
    triples = [(coder, unit, codings[coder][unit]) for unit in both for coder in (0, 1)]
    return AnnotationTask(triples) if both else None


def _counts(codings: Sequence[Coding]) -> np.ndarray:
    """Units (rows) by codes (columns): how many coders gave the code; units coded once or never are left out."""
    codes = sorted({code for coding in codings for code in coding.values() if code is not None})
    column = {code: at for at, code in enumerate(codes)}
    units = _units(codings)
    counts = np.zeros((len(units), len(codes)))
    for coding in codings:
        for at, unit in enumerate(units):
            code = coding.get(unit)
            if code is not None:
                counts[at, column[code]] += 1
    return counts[counts.sum(axis=1) > 1] if codes else counts[:0]


def _alpha(counts: np.ndarray) -> float:
    """Alpha of the counts that `_counts` gives: one less the disagreement found over that which chance would give."""
    codes = counts.sum(axis=0)
    if (codes > 0).sum() < 2:
        return NAN
    given = counts.sum(axis=1)
    total = given.sum()
    found = ((given**2 - (counts**2).sum(axis=1)) / (given - 1)).sum() / total
    return float(1 - found * total * (total - 1) / (total**2 - (codes**2).sum()))


def _drawn(coding: Coding, units: list[str], picked: np.ndarray) -> dict[str, str | None]:
    return {f"{at}": coding.get(units[number]) for at, number in enumerate(picked)}


def _middle(values: Iterable[float]) -> Interval:
    known = [value for value in values if not math.isnan(value)]
    if not known:
        return Interval(NAN, NAN)
    low, high = np.quantile(known, [0.025, 0.975])
    return Interval(float(low), float(high))
