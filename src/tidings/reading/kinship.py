"""What somebody is to the teller, when what they are to the person is known."""

from __future__ import annotations

from tidings.values import Kin

#: What the other is to me, when I am this to them.
MIRROR: dict[Kin, tuple[Kin, ...]] = {
    Kin.FATHER: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.MOTHER: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.PARENT: (Kin.SON, Kin.DAUGHTER, Kin.CHILD),
    Kin.SON: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.DAUGHTER: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.CHILD: (Kin.FATHER, Kin.MOTHER, Kin.PARENT),
    Kin.HUSBAND: (Kin.WIFE, Kin.SPOUSE),
    Kin.WIFE: (Kin.HUSBAND, Kin.SPOUSE),
    Kin.SPOUSE: (Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE),
    Kin.BROTHER: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.SISTER: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.SIBLING: (Kin.BROTHER, Kin.SISTER, Kin.SIBLING),
    Kin.NEPHEW: (Kin.UNCLE, Kin.AUNT),
    Kin.NIECE: (Kin.UNCLE, Kin.AUNT),
    Kin.UNCLE: (Kin.NEPHEW, Kin.NIECE),
    Kin.AUNT: (Kin.NEPHEW, Kin.NIECE),
    Kin.GRANDPARENT: (Kin.GRANDCHILD,),
    Kin.GRANDCHILD: (Kin.GRANDPARENT,),
    Kin.COUSIN: (Kin.COUSIN,),
    Kin.IN_LAW: (Kin.IN_LAW,),
    Kin.FRIEND: (Kin.FRIEND,),
    Kin.NEIGHBOUR: (Kin.NEIGHBOUR,),
    Kin.COLLEAGUE: (Kin.COLLEAGUE,),
}
MALE = frozenset({Kin.FATHER, Kin.SON, Kin.HUSBAND, Kin.BROTHER, Kin.UNCLE, Kin.NEPHEW})
FEMALE = frozenset({Kin.MOTHER, Kin.DAUGHTER, Kin.WIFE, Kin.SISTER, Kin.AUNT, Kin.NIECE})
_PARENTS = frozenset({Kin.FATHER, Kin.MOTHER, Kin.PARENT})
_CHILDREN = frozenset({Kin.SON, Kin.DAUGHTER, Kin.CHILD})
_SIBLINGS = frozenset({Kin.BROTHER, Kin.SISTER, Kin.SIBLING})
_SPOUSES = frozenset({Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE})
_YOUNGER = frozenset({Kin.NEPHEW, Kin.NIECE})
_ELDER = frozenset({Kin.UNCLE, Kin.AUNT})

#: (what I am to the person, what the other is to the person, what the other is to me by sex:
#: male, female, unknown)
_THROUGH: tuple[tuple[frozenset[Kin], frozenset[Kin], tuple[Kin, Kin, Kin]], ...] = (
    (_CHILDREN, _CHILDREN, (Kin.BROTHER, Kin.SISTER, Kin.SIBLING)),
    (_CHILDREN, _SPOUSES, (Kin.FATHER, Kin.MOTHER, Kin.PARENT)),
    (_CHILDREN, _PARENTS, (Kin.GRANDPARENT, Kin.GRANDPARENT, Kin.GRANDPARENT)),
    (_CHILDREN, _SIBLINGS, (Kin.UNCLE, Kin.AUNT, Kin.RELATIVE)),
    (_SIBLINGS, _SIBLINGS, (Kin.BROTHER, Kin.SISTER, Kin.SIBLING)),
    (_SIBLINGS, _PARENTS, (Kin.FATHER, Kin.MOTHER, Kin.PARENT)),
    (_SIBLINGS, _CHILDREN, (Kin.NEPHEW, Kin.NIECE, Kin.RELATIVE)),
    (_SIBLINGS, _SPOUSES, (Kin.IN_LAW, Kin.IN_LAW, Kin.IN_LAW)),
    (_SPOUSES, _CHILDREN, (Kin.SON, Kin.DAUGHTER, Kin.CHILD)),
    (_SPOUSES, _PARENTS | _SIBLINGS, (Kin.IN_LAW, Kin.IN_LAW, Kin.IN_LAW)),
    (_PARENTS, _CHILDREN, (Kin.GRANDCHILD, Kin.GRANDCHILD, Kin.GRANDCHILD)),
    (_PARENTS, _SIBLINGS, (Kin.SON, Kin.DAUGHTER, Kin.CHILD)),
    (_PARENTS, _SPOUSES, (Kin.IN_LAW, Kin.IN_LAW, Kin.IN_LAW)),
    (_PARENTS, _PARENTS, (Kin.HUSBAND, Kin.WIFE, Kin.SPOUSE)),
    (_YOUNGER, _SPOUSES, (Kin.UNCLE, Kin.AUNT, Kin.RELATIVE)),
    (_YOUNGER, _CHILDREN, (Kin.COUSIN, Kin.COUSIN, Kin.COUSIN)),
    (_ELDER, _PARENTS, (Kin.BROTHER, Kin.SISTER, Kin.SIBLING)),
    (_ELDER, _SIBLINGS, (Kin.NEPHEW, Kin.NIECE, Kin.RELATIVE)),
)


def through(teller: Kin, relation: Kin) -> frozenset[Kin]:
    """What a relative of the person is to the teller, where it follows: the son of my father is
    my brother."""
    sex = 0 if relation in MALE else 1 if relation in FEMALE else 2
    return frozenset(
        what
        for mine, theirs, by_sex in _THROUGH
        if teller in mine and relation in theirs
        for what in ((by_sex[sex], by_sex[2]) if by_sex[2] is not Kin.RELATIVE else (by_sex[sex],))
    )
