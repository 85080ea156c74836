"""What a reader says of a trade table of their own: `<file>.toml` beside the file names columns, currency and scale.

For `trade.csv` it is `trade.csv.toml`; every key may be left out:

    currency = "EUR"      # of the values, ISO 4217; dollars if it is not said
    scale = 1e6           # what the values are multiplied by: 1e6 where they are millions
    source = "National statistics office, table 7"     # cited in reports; the file's name if it is not said
    delimiter = ";"       # of a CSV file
    decimal = ","         # the decimal sign of a CSV file

    [columns]             # what the file calls its columns
    exporter = "from"
    importer = "to"
    year = "period"
    value = "goods"
"""

import math
import re
from pathlib import Path

import msgspec

from communique import limits, paths
from communique.errors import CommuniqueError

FIELDS = ("exporter", "importer", "year", "value")
_CURRENCY = re.compile(r"[A-Z]{3}")
# A description has some lines; more is something else.
_LARGEST = 100_000


class Description(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How to read a table: its names for the four columns, the currency and scale of its values, whose it is."""

    columns: dict[str, str] = {}
    currency: str = "USD"
    scale: float = 1.0
    source: str = ""
    delimiter: str = ","
    decimal: str = "."


def beside(table: Path) -> Path:
    """Where the description of a table stands, whether or not there is one."""
    return table.with_name(f"{table.name}.toml")


def read(table: Path) -> Description:
    """The description beside the table, or that of a table which needs none.

    Raises CommuniqueError naming file, key and remedy.
    """
    file = beside(table)
    if not paths.exists(file):
        return Description()
    try:
        with file.open("rb") as stream:
            text = stream.read(_LARGEST).decode("utf-8-sig")
        limits.check_keys(text, file)
        found = msgspec.toml.decode(text, type=Description)
    except OSError as error:
        raise CommuniqueError(file, f"cannot be read ({str(error.strerror).lower()})", "make it a text file") from None
    except RecursionError:
        raise CommuniqueError(file, "holds brackets within brackets without end", "close them") from None
    except ValueError as error:  # what TOML does not allow, another type or key, no UTF-8
        what, _, place = str(error).partition(" - at ")
        remedy = f"the keys are {', '.join(Description.__struct_fields__)}, and [columns] names {', '.join(FIELDS)}"
        raise CommuniqueError(file, what, remedy, place.strip("`")) from None
    check(found, file)
    return found


def check(said: Description, file: Path) -> None:
    """Raises CommuniqueError for a column, currency, scale or sign that cannot be; `file` is where it was said."""
    unknown = [name for name in said.columns if name not in FIELDS]
    if unknown:
        what = f"{unknown[0]!r} is not one of the four columns"
        raise CommuniqueError(file, what, f"name {', '.join(FIELDS)}", "columns")
    if not _CURRENCY.fullmatch(said.currency):
        raise CommuniqueError(file, f"{said.currency!r} is no currency", "write three letters, such as EUR", "currency")
    if not (math.isfinite(said.scale) and said.scale > 0):
        what = f"{said.scale:g} is no number above zero"
        raise CommuniqueError(file, what, "write 1e6 for values in millions", "scale")
    for name, sign in (("delimiter", said.delimiter), ("decimal", said.decimal)):
        if len(sign) != 1 or not sign.isascii() or sign.isalnum() or sign in '"\n\r':
            raise CommuniqueError(file, f"{sign!r} is no sign that could stand there", 'write one, such as ";"', name)
    if said.delimiter == said.decimal:
        what = f"{said.decimal!r} cannot stand between cells and in numbers"
        raise CommuniqueError(file, what, "say which sign stands where", "decimal")
