"""What holds for all tests, and for the commands and kernels that they start."""

import os
import tempfile
from pathlib import Path

# Statistics that somebody has fetched would change verdicts: tests know the rows of the package only.
os.environ["COMMUNIQUE_CACHE"] = str(Path(tempfile.gettempdir()) / "nothing-fetched-for-communique")
