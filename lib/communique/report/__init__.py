"""Reports: the notebooks executed for each article, a page each, one report page, and a list of all articles.

Only this package knows papermill and nbconvert. Importing it loads neither: the processes that work load them.

`outputs/<id>/` holds `report.html`, `record.json`, the executed notebooks with their pages, `tables/` and `figures/`;
`outputs/index.html` lists the articles. A folder is made beside its place, then renamed: it is whole, or as it was. Of
two articles of one name, the second to come has a folder with a digest of its path in its name, and keeps it.
"""

from communique.report.make import run
from communique.report.plan import notebooks, seeds

__all__ = ["notebooks", "run", "seeds"]
