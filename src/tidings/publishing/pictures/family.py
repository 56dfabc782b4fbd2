"""A family as one person's sources name it: the person in the middle, parents above, children
below, brothers, sisters and spouses beside.

Only what is said is drawn: a line ties each of these to the person and none of them to one
another. Those further off stand above and below by generation, without a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tidings.publishing.phrases import Language, phrase
from tidings.publishing.pictures.kindred import Bands, Node, drawn
from tidings.publishing.pictures.picture import WIDE, Picture, Shape, document
from tidings.publishing.pictures.text import clean
from tidings.values import Kin

_FAR_ABOVE = (Kin.GRANDPARENT, Kin.UNCLE, Kin.AUNT)
_PARENTS = (Kin.FATHER, Kin.MOTHER, Kin.PARENT)
_SIBLINGS = (Kin.BROTHER, Kin.SISTER, Kin.SIBLING)
_SPOUSES = (Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE)
_CHILDREN = (Kin.SON, Kin.DAUGHTER, Kin.CHILD)
_FAR_BELOW = (Kin.NEPHEW, Kin.NIECE, Kin.GRANDCHILD, Kin.COUSIN, Kin.IN_LAW, Kin.RELATIVE)
_OTHERS = (Kin.FRIEND, Kin.NEIGHBOUR, Kin.COLLEAGUE)


@dataclass(frozen=True)
class FamilyMember:
    """What somebody is to the person, and their name where it may be said."""

    relation: Kin
    name: str | None = None


def family(
    person: str,
    members: Sequence[FamilyMember],
    *,
    language: Language = "en",
    shape: Shape = WIDE,
    mirrored: bool = False,
    identifier: str = "family",
) -> Picture | None:
    """The family of `person` (a name, or what stands for it); None where nobody is known. Raises
    WrongUse for an identifier that is not a plain word."""
    if not members:
        return None
    bands = Bands(
        person=clean(person) or phrase("picture.family.person", language),
        far_above=_nodes(members, _FAR_ABOVE, language),
        parents=_nodes(members, _PARENTS, language),
        siblings=_nodes(members, _SIBLINGS, language),
        spouses=_nodes(members, _SPOUSES, language),
        children=_nodes(members, _CHILDREN, language),
        far_below=_nodes(members, _FAR_BELOW, language),
        others=_nodes(members, _OTHERS, language),
    )
    body, height = drawn(bands, shape, mirrored)
    title = phrase("picture.family.title", language, person=bands.person)
    rows = tuple(
        (each.relation, each.name or phrase("picture.family.unnamed", language))
        for each in bands.nodes
    )
    description = " ".join(f"{relation}: {name}." for relation, name in rows)
    unnamed = any(not each.name for each in bands.nodes)
    return Picture(
        svg=document(
            body,
            shape=shape,
            height=height,
            title=title,
            description=description,
            identifier=identifier,
        ),
        title=title,
        description=description,
        header=(phrase("picture.relation", language), phrase("picture.who", language)),
        rows=rows,
        legend=phrase("picture.legend.ring", language) if unnamed else "",
    )


def _nodes(
    members: Sequence[FamilyMember], relations: Sequence[Kin], language: Language
) -> tuple[Node, ...]:
    return tuple(
        Node(clean(each.name or ""), phrase(f"kin.{relation}", language).partition(" (")[0])
        for relation in relations
        for each in members
        if each.relation is relation
    )
