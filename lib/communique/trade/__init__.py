"""Trade claims beside statistics: stated numbers as intervals, reference rows by basis, verdicts with their reasons."""
