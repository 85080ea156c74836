"""communique: turns policy news into records, checks its trade figures and codes its agreements."""

__version__ = "0.1.0"
