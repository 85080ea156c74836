"""Files of what is wanted of many short texts: a block for each, its first line the text, then a line an item."""

from collections.abc import Callable, Iterable
from pathlib import Path


def read(file: Path) -> dict[str, list[str]]:
    """The wanted lines of each text."""
    blocks = [block.splitlines() for block in file.read_text(encoding="utf-8").strip().split("\n\n")]
    return {lines[0].removeprefix("# "): lines[1:] for lines in blocks}


def written(texts: Iterable[str], lines: Callable[[str], Iterable[str]]) -> str:
    """The file anew, with what the code gives now."""
    return "\n\n".join("\n".join([f"# {text}", *lines(text)]) for text in texts)
