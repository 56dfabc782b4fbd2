"""What stands where in a drawing, read back from its SVG."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from tidings.publishing.pictures.text import width

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?|nan|inf")
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Text:
    words: str
    box: Box
    anchor: str
    struck: bool


@dataclass(frozen=True)
class Drawn:
    """A drawing taken apart; `bars` are its rectangles with what they are drawn as."""

    box: Box
    texts: tuple[Text, ...]
    bars: tuple[tuple[Box, str], ...]
    circles: tuple[Box, ...]
    numbers: tuple[float, ...]
    classes: frozenset[str]

    def said(self) -> list[str]:
        return [each.words for each in self.texts]


def taken_apart(svg: str) -> Drawn:
    """Raises ParseError for what is not well-formed XML."""
    root = ET.fromstring(svg)
    _, _, wide, high = (float(each) for each in root.get("viewBox").split())
    texts, bars, circles, numbers, classes = [], [], [], [], set()

    def walk(node, inherited):
        known = inherited | {k: v for k, v in node.attrib.items() if k in INHERITED}
        classes.update(node.get("class", "").split())
        tag = node.tag.removeprefix(SVG)
        if tag == "text":
            texts.append(_text(node, known))
        elif tag == "rect":
            bars.append((_rectangle(node), node.get("fill") or node.get("class")))
        elif tag == "circle":
            x, y, r = (float(node.get(each)) for each in ("cx", "cy", "r"))
            circles.append(Box(x - r, y - r, x + r, y + r))
        for name in ("x", "y", "width", "height", "cx", "cy", "r", "d"):
            numbers.extend(float(each) for each in NUMBER.findall(node.get(name, "")))
        for child in node:
            if child.tag.removeprefix(SVG) != "defs":
                walk(child, known)

    walk(root, {})
    return Drawn(
        Box(0, 0, wide, high),
        tuple(texts),
        tuple(bars),
        tuple(circles),
        tuple(numbers),
        frozenset(classes),
    )


INHERITED = ("font-size", "text-anchor", "text-decoration")


def _text(node, known):
    size = float(known["font-size"])
    x, y = float(node.get("x")), float(node.get("y"))
    words = node.text or ""
    anchor = known.get("text-anchor", "start")
    long = width(words, size)
    left = x - long * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    box = Box(left, y - 0.78 * size, left + long, y + 0.22 * size)
    return Text(words, box, anchor, "text-decoration" in known)


def _rectangle(node):
    x, y, w, h = (float(node.get(each)) for each in ("x", "y", "width", "height"))
    return Box(x, y, x + w, y + h)


def faults(svg: str) -> list[str]:
    """What lies outside the drawing, is no number, or covers other words."""
    drawn = taken_apart(svg)
    found = [f"not a number: {each}" for each in drawn.numbers if not math.isfinite(each)]
    boxes = [(each.words, each.box) for each in drawn.texts]
    for what, box in [*boxes, *((look, box) for box, look in drawn.bars)]:
        inside = (
            box.left >= -0.6
            and box.top >= 0
            and box.right <= drawn.box.right + 0.6
            and box.bottom <= drawn.box.bottom
        )
        if not inside:
            found.append(f"outside: {what!r} {box}")
    boxes += [("circle", each) for each in drawn.circles]
    for n, (one, box) in enumerate(boxes):
        for other, second in boxes[n + 1 :]:
            if box.meets(second) and (one, other) != ("circle", "circle"):
                found.append(f"{one!r} covers {other!r}")
    return found
