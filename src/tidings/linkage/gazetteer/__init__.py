"""Administrative units of Xinjiang and Kazakhstan: their names in many scripts, the tree they make.

    read_place("Текес ауданы, Іле").places[0].codes     # ("654027",)
    unit_name("654027", "ru")                           # "Текес"

Where the names are from: `data/ORIGIN.md`.
"""

from tidings.linkage.gazetteer.reading import Place, Reading, read_place
from tidings.linkage.gazetteer.saying import unit_name, unit_title
from tidings.linkage.gazetteer.units import Unit, gazetteer

__all__ = ["Place", "Reading", "Unit", "gazetteer", "read_place", "unit_name", "unit_title"]
