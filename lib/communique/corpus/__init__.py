"""Many articles -> Parquet tables: `run` plans chunks, works through them here or on a cluster, and resumes."""

from communique.corpus.driver import Done, run

__all__ = ["Done", "run"]
