"""What a basis is: whose figure a reference row gives, as `data/bases.toml` says."""

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

from communique import paths

# The kinds of basis that are statements of office-holders, or figures printed without saying whose statistics they are.
NO_STATISTICS = ("statement", "unnamed")


class Basis(msgspec.Struct, frozen=True):
    """What a basis is: its label, its kind (see `bases.toml`), its label in a list, whether its figures are rounded."""

    label: str
    kind: str
    short: str = ""
    rounded: bool = False


@cache
def bases() -> Mapping[str, Basis]:
    """The bases of the shipped and fetched rows, in the order of `bases.toml`."""
    table = tomllib.loads((paths.DATA / "bases.toml").read_text(encoding="utf-8"))
    return {name: msgspec.convert(entry, Basis) for name, entry in table.items()}


def basis(name: str) -> Basis:
    """The basis of that name; a name not in the table is a reader's own file, taken as reconciled."""
    return bases().get(name) or Basis(f"your file {name}", "reconciled")
