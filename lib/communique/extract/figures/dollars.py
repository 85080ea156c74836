"""Whose dollars a bare "$" means where an article marks other ones: "US$4 million (J$612 million)", "NZ$5 million"."""

from itertools import pairwise

from msgspec.structs import replace

from communique.extract.figures import twins
from communique.extract.figures.quantities import Quantity
from communique.grammar import money


def told_apart(text: str, quantities: list[Quantity], sides: tuple[str, ...]) -> list[Quantity]:
    """The quantities; where the dollars of one of the `sides` (alpha-3) are marked, "$" alone may mean them."""
    own = money.dollars(sides)
    marked = {item.unit for item in quantities if item.kind == "money" and not text.startswith("$", item.start)}
    meant = [code for code in own if code in marked]
    if meant and "USD" not in marked:
        meant = _of_readers(text, quantities, own, meant)
    if len(meant) != 1 or "USD" in own:
        return quantities
    return [
        replace(item, unit=meant[0]) if item.unit == "USD" and text.startswith("$", item.start) else item
        for item in quantities
    ]


def _of_readers(text: str, quantities: list[Quantity], own: tuple[str, ...], meant: list[str]) -> list[str]:
    """Of the dollars marked in an article on two sides that both pay in dollars, but not the American ones, those its
    readers count in: into which the others are turned, or the only ones."""
    if len(own) < 2:
        return []
    turned = {two.unit for one, two in pairwise(quantities) if one.unit in own and twins.is_second(text, one, two)}
    return [code for code in meant if code in turned or not turned]
