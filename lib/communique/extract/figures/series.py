"""Periods told one after another for as many quantities: "in 2021, 2022 and 2023 it came to $1, $2 and $3 billion"."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.figures.timing import Scene, Timed
from communique.grammar.text import Stretch

_NEXT = re.compile(r"(?:,?\s+and|,|;)\s+(?:in\s+|by\s+|(?:about|some|nearly|almost|over|only)\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?:(?:about|some|nearly|almost|over|only|the)\s+){0,2}", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:(?:about|some|nearly|almost|over|only|the)\s+){0,2}\Z", re.IGNORECASE)
_ENDS = re.compile(r"(?:between|from)\s+((?:19|20)\d\d)\s+(?:and|to)\s+((?:19|20)\d\d)\Z", re.IGNORECASE)


def told(scene: Scene, timed: list[Timed]) -> list[Timed]:
    """The times of the sentence's quantities, those of a series put in the order of its periods."""
    if len(scene.periods) == 0 or len(timed) < 2:
        return timed
    found = list(timed)
    for index, label in (*_in_step(scene), *_at_both_ends(scene)):
        found[index] = Timed(label, timed[index].future)
    return found


def _in_step(scene: Scene) -> Iterator[tuple[int, str]]:
    """The period of each quantity of a list, where a list of as many periods stands in the sentence."""
    amounts = [run for run in _runs(scene.text, scene.quantities) if _are_alike(scene, run)]
    for times in _runs(scene.text, scene.periods):
        run = next((run for run in amounts if len(run) == len(times)), None)
        if run and all(scene.periods[place].kind == "time" for place in times):
            amounts.remove(run)
            yield from ((index, scene.periods[place].label) for index, place in zip(run, times, strict=True))


def _at_both_ends(scene: Scene) -> Iterator[tuple[int, str]]:
    """The years between which something went from one amount to another."""
    for period in scene.periods:
        years = _ENDS.fullmatch(scene.text, period.start, period.end)
        for index in range(len(scene.quantities) - 1) if years else ():
            first, second = scene.quantities[index : index + 2]
            moved = first.unit == second.unit and _TO.fullmatch(scene.text, first.end, second.start)
            if years and moved and _FROM.search(scene.text, max(scene.start, first.start - 30), first.start):
                yield index, years[1]
                yield index + 1, years[2]
                return


def _runs(text: str, items: Sequence[Stretch]) -> list[list[int]]:
    """The numbers of the items that stand in lists of two or more, nothing but commas and "and" between them."""
    runs: list[list[int]] = []
    for place, item in enumerate(items):
        if place and _NEXT.fullmatch(text, items[place - 1].end, item.start):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [run for run in runs if len(run) > 1]


def _are_alike(scene: Scene, run: list[int]) -> bool:
    """Whether the quantities of a list measure the same in one unit."""
    return len({(scene.quantities[index].unit, scene.measures[index]) for index in run}) == 1
