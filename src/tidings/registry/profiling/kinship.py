"""Kin relations seen from the other side."""

from __future__ import annotations

from tidings.values import Kin

#: What B is to A when A is this to B. The sex of A is not always known, so the inverse is the
#: word that holds for either.
INVERSE = {
    Kin.FATHER: Kin.CHILD,
    Kin.MOTHER: Kin.CHILD,
    Kin.PARENT: Kin.CHILD,
    Kin.SON: Kin.PARENT,
    Kin.DAUGHTER: Kin.PARENT,
    Kin.CHILD: Kin.PARENT,
    Kin.HUSBAND: Kin.WIFE,
    Kin.WIFE: Kin.HUSBAND,
    Kin.BROTHER: Kin.SIBLING,
    Kin.SISTER: Kin.SIBLING,
    Kin.GRANDPARENT: Kin.GRANDCHILD,
    Kin.GRANDCHILD: Kin.GRANDPARENT,
    Kin.UNCLE: Kin.RELATIVE,
    Kin.AUNT: Kin.RELATIVE,
    Kin.NEPHEW: Kin.RELATIVE,
    Kin.NIECE: Kin.RELATIVE,
}


def inverse(relation: Kin) -> Kin:
    """`inverse(son)` is parent. Spouse, sibling, cousin, friend and the like are their own."""
    return INVERSE.get(relation, relation)
