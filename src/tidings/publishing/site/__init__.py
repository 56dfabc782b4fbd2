"""The public site: a release in, static pages out, in English, Kazakh and Russian.

build(release, folder, sign=..., public_key=...)   # aside, then switched: whole or not at all
verify(folder, public_key).problems                # (): nothing changed, missing or added
"""

from tidings.publishing.site.build import Built, build, build_at
from tidings.publishing.site.checking import Checked, verify
from tidings.publishing.site.folders import reserved

__all__ = ["Built", "Checked", "build", "build_at", "reserved", "verify"]
