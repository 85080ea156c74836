"""How far a run is: a bar on a terminal, plain lines elsewhere; on standard error, so that results can be piped."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm


class Progress:
    """Counts what is done of a number of notebooks."""

    @contextmanager
    def of(self, total: int) -> Iterator[None]:
        """Shows the progress of a number of notebooks while the block runs."""
        self._total, self._count, self._bar = total, 0, None
        if sys.stderr.isatty() and total:
            self._bar = tqdm(total=total, unit="notebook", file=sys.stderr, dynamic_ncols=True)
        try:
            yield
        finally:
            if self._bar is not None:
                self._bar.close()

    def done(self, what: str, failed: bool = False) -> None:
        """One more is done; that it failed is said at once, why by the caller at the end."""
        self._count += 1
        text = f"{what} failed" if failed else what
        if self._bar is None:
            print(f"{self._count}/{self._total} {text}", file=sys.stderr)
            return
        if failed:
            self._bar.write(text, file=sys.stderr)
        self._bar.set_postfix_str(what, refresh=False)
        self._bar.update()
