"""How far an assignment reaches: the sentences, by index, that the bodies of a spot hold for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.draft import Draft
from extract.spot import ALL, Spot
from extract.structure import Kind

_FARTHEST = 200  # items back of which an assignment may speak
_MEASURES = re.compile(r"(?:整改|具体|工作)?(?:措施|目标|要求|举措|打算)[：:]")
_TITLE = 60  # characters of a task's title at most


class SpotReach:
    """`of(group, following)`: the sentences that lines of bodies hold for, `following` the next such lines."""

    def __init__(self, draft: Draft, spots: Sequence[Spot]) -> None:
        self.outline = draft.outline
        self.forms = draft.forms
        self.sentences = draft.outline.sentences
        self.headings = {one.start: one for one in draft.outline.sections}
        self.items = [one.start for one in draft.outline.items]
        self.counted = {spot.first for spot in spots if spot.above}  # none reaches past another
        self.places = {index: spot.place for spot in spots for index in range(spot.first, spot.last + 1)}

    def of(self, group: list[Spot], following: list[Spot] | None) -> list[int]:
        spot = group[0]
        if spot.above:
            return self._items_above(spot)
        if spot.place == "own" and (found := self.forms.obligations(spot.first)):
            return found
        if spot.place == "paragraph":
            return self._paragraph(spot)
        if spot.place == "heading":
            return self._under(spot.first)
        if spot.place == "title":
            return self._after(spot, None)
        title = self._title(group)
        if title is not None:
            return [title, *self._after(group[-1], self._title(following))]
        reached = self._before(spot)
        if spot.place == "tail" and not any(self.sentences[index].kind is Kind.OBLIGATION for index in reached):
            return [*reached, *self._measures(group[-1])]
        if spot.place != "own":
            return reached
        reached += self._list_above(group, reached)
        if any(self.sentences[index].kind is Kind.OBLIGATION for index in reached):
            return reached
        return self._after(group[-1], None) or self._measures(group[-1])

    def _measures(self, spot: Spot) -> list[int]:
        """The paragraphs behind a problem and its bracket that tell what is done about it: 整改措施：…, 整改目标：…"""
        found: list[int] = []
        index, paragraph = spot.last + 1, -1
        while index < len(self.sentences) and index not in self.places:
            one = self.sentences[index]
            if one.paragraph != paragraph:
                if not _MEASURES.match(one.text):
                    break
                paragraph = one.paragraph
            found.append(index)
            index += 1
        return found

    def _title(self, group: list[Spot] | None) -> int | None:
        """The sentence right before lines of bodies, if it is a task's title: a short line of its own without a stop."""
        if group is None or group[0].place != "own" or group[0].first == 0:
            return None
        at = group[0].first - 1
        while at > 0 and self._says_when(at):
            at -= 1
        one, line = self.sentences[at], self.sentences[group[0].first]
        alone = at == 0 or self.sentences[at - 1].paragraph != one.paragraph
        titled = (
            alone and one.paragraph != line.paragraph and len(one.text) <= _TITLE and one.text[-1] not in "。；;！!，"
        )
        return at if titled and one.cell is None and at not in self.places and not self._goes_on(at) else None

    def _says_when(self, at: int) -> bool:
        """Is it a line of a time (完成时限：6月底), between a task and the line of its bodies?"""
        return self.sentences[at].rule == "responsible-line" and at not in self.places

    def _goes_on(self, at: int) -> bool:
        """Is there a heading over the line and another line between, so that both are what the heading is about?"""
        one, before = self.sentences[at], self.sentences[at - 1] if at else None
        return (
            before is not None
            and one.item is not None
            and one.item == before.item
            and before.start != self.outline.items[one.item].start
            and at - 1 not in self.places
        )

    def _within(self, index: int, spot: Spot) -> bool:
        """Is the sentence in the item of the spot, or, where the spot is in none, in the same stretch of text?"""
        one, holder = self.sentences[index], self.sentences[spot.first]
        if one.cell is not None:
            return False
        if holder.item is not None:
            return holder.item in self.outline.chain(one)
        if one.item is not None and spot.place != "own":
            return False
        alone = spot.first == 0 or self.sentences[spot.first - 1].paragraph != holder.paragraph
        return one.section == holder.section and (one.paragraph == holder.paragraph or (spot.place == "own" and alone))

    def _before(self, spot: Spot) -> list[int]:
        """Back to the assignment before, the item's begin, or the heading."""
        found: list[int] = []
        index = spot.first - 1
        while index >= 0 and self._within(index, spot):
            place = self.places.get(index)
            if place in ("own", "tail", "heading", "title"):
                break
            one = self.sentences[index]
            found.append(index)
            heading = one.start in self.headings and one.kind is not Kind.OBLIGATION
            if place == "head" or (heading and spot.place == "own" and one.item is None):
                break
            index -= 1
        return found

    def _after(self, spot: Spot, until: int | None) -> list[int]:
        """On to the next assignment, or the title `until`, inside the item or section."""
        found: list[int] = []
        index = spot.last + 1
        loose = self.sentences[spot.first].item is None
        while index < len(self.sentences) and index != until and index not in self.places and self._within(index, spot):
            if loose and self.sentences[index].start in self.headings:
                break
            found.append(index)
            index += 1
        return found

    def _items_above(self, spot: Spot) -> list[int]:
        """以上三项: the sentences of so many items that end before it, of the innermost level that has so many."""
        at = self.sentences[spot.first].item
        if at is None:  # a line of its own behind the items
            before = bisect_left(self.items, spot.start) - 1
            at = before if before >= 0 else None
        if at is None:
            return self._before(spot)
        low = self._section(spot) if spot.above == ALL else self._item_above(at, spot.above)
        found: list[int] = []
        index = spot.first - 1
        while index >= 0 and self.sentences[index].start >= low and index not in self.counted:
            if index not in self.places:
                found.append(index)
            index -= 1
        return found

    def _list_above(self, group: list[Spot], reached: list[int]) -> list[int]:
        """The items before the last one of a list, where lines that assign stand behind the whole list and nowhere in it.

        整改措施：1.…2.…3.… | 责任单位：…: of all measures, the next heading follows.
        """
        spot, items, sentences = group[0], self.outline.items, self.sentences
        item = sentences[spot.first].item
        after = group[-1].last + 1
        if item is None or not reached or sentences[spot.first].start in self.headings:
            return []
        if self.outline.goes_on(item, after):
            return []
        if sentences[spot.first].paragraph == sentences[spot.first - 1].paragraph:
            return []
        one = items[item]
        low = self._item_above(item, _FARTHEST) if one.parent is None else items[one.parent].start
        low = max(low, self._section(spot))
        found: list[int] = []
        index = min(reached) - 1
        while index >= 0 and sentences[index].start >= low:
            if index in self.places or sentences[index].cell is not None:
                return []  # others in the list have their own
            found.append(index)
            index -= 1
        return found

    def _item_above(self, at: int, count: int) -> int:
        """Where the first of `count` items begins that end with item `at`, else with the items it is in."""
        items = self.outline.items
        while True:
            one, first, left = items[at], at, count - 1
            for index in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
                if left == 0 or items[index].level < one.level:
                    break
                if self.outline.one_list(at, index):
                    first, left = index, left - 1
            if left == 0 or one.parent is None:
                return items[first].start
            at = one.parent

    def _section(self, spot: Spot) -> int:
        """Where the section begins that holds the items."""
        sections, section = self.outline.sections, self.sentences[spot.first].section
        while section is not None:
            start = sections[section].start
            place = bisect_left(self.items, start)
            if place == len(self.items) or self.items[place] != start:
                return start
            section = sections[section].parent
        return 0

    def _paragraph(self, spot: Spot) -> list[int]:
        """The sentences behind it in its paragraph, else those before."""
        paragraph = self.sentences[spot.first].paragraph
        found: list[int] = []
        for step, first in ((1, spot.last + 1), (-1, spot.first - 1)):
            at = first
            while 0 <= at < len(self.sentences) and self.sentences[at].paragraph == paragraph and at not in self.places:
                found.append(at)
                at += step
            if found:
                break
        return found

    def _under(self, heading: int) -> list[int]:
        """Sentences under a heading."""
        section = self.headings[self.sentences[heading].start]
        found: list[int] = []
        index = heading + 1
        while index < len(self.sentences) and self.sentences[index].start < section.end:
            found.append(index)
            index += 1
        return found
