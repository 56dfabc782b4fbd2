"""The web desk for staff: server-rendered, on localhost, nothing kept in the browser.

`configure()` must come before anything else sets Django up in the process; `serve()` runs the
desk until it is stopped. Pages live in `views/`, one module per task of a person; what a page
draws is computed in pure modules beside them.
"""

from tidings.desk.serving import FolderOpener, Opener, configure, serve

__all__ = ["FolderOpener", "Opener", "configure", "serve"]
