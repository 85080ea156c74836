"""Whose dollars a bare "$" means where an article marks American and other ones: "US$4 million (J$612 million)"."""

from msgspec.structs import replace

from communique.extract.figures.quantities import Quantity
from communique.grammar import money


def told_apart(text: str, quantities: list[Quantity], sides: tuple[str, ...]) -> list[Quantity]:
    """The quantities; where US dollars and those of one of the `sides` are marked, "$" alone means the latter."""
    own = money.dollars(sides)
    marked = {item.unit for item in quantities if item.kind == "money" and not text.startswith("$", item.start)}
    meant = [code for code in own if code in marked]
    if len(meant) != 1 or "USD" not in marked or "USD" in own:
        return quantities
    unit = meant[0]
    return [
        replace(item, unit=unit) if item.unit == "USD" and text.startswith("$", item.start) else item
        for item in quantities
    ]
