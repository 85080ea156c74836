"""Many articles -> Parquet tables: `run` plans chunks, works through them here or on a cluster, and resumes."""

from communique.corpus.run import Done, run

__all__ = ["Done", "run"]
