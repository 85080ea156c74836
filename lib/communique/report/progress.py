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

    def done(self, what: str) -> None:
        """One more is done."""
        self._count += 1
        if self._bar is not None:
            self._bar.set_postfix_str(what, refresh=False)
            self._bar.update()
        else:
            print(f"{self._count}/{self._total} {what}", file=sys.stderr)

    def failed(self, error: str) -> None:
        """Says at once that something failed; the caller names it again at the end."""
        if self._bar is not None:
            self._bar.write(f"failed: {error}", file=sys.stderr)
        else:
            print(f"failed: {error}", file=sys.stderr)
