"""The steps that take facts out of an article, one a file, each with `find`; `pipeline` runs them in order."""
