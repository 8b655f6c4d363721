"""Cited laws, regulations, plans and notices (`draft.policies`): 《…》 with its document number, numbers alone, laws by name.

An abbreviation (以下简称《办法》) stands for its title from there on. The document's words for itself (本通知) are no citation.
"""

from __future__ import annotations

import re

from extract.draft import Draft
from extract.lexicon import alternatives, words
from extract.model import Policy

_NUMBER = r"[〔［\[（(【]\s?(?:19|20)\d{2}\s?[〕］\])）】]\s?第?\s?[\d×X]{1,5}\s?号"
_TITLE = re.compile(
    r"《([^《》\n]{1,120}(?:《[^《》\n]{1,80}》[^《》\n]{0,60}){0,2})》"
    rf"(?:[（(]?\s?(?P<number>[\u4e00-\u9fff]{{1,12}}{_NUMBER}|(?:[\u4e00-\u9fff]{{2,12}}令)?第?\d{{1,4}}号令?)\s?(?=[）)，、。；以]))?"
    r"(?P<short>[^《》。；\n]{0,12}以下(?:简|统)?称(?:为)?[：:]?[《“\"]?([^》”\"）)\n]{1,20})[》”\"]?[）)])?"
)
_CODE = re.compile(rf"(?P<organ>[\u4e00-\u9fff]{{1,10}}){_NUMBER}")
_BEFORE_CODE = re.compile(
    r".*(?:按照|根据|依据|依照|遵照|落实|执行|贯彻|转发|印发|下发|文件|关于|[的和及与以按照见])(?=.)"
)
_ENDING = re.compile(f"(?:{alternatives(words('policies', 'endings'))})(?:[（(〔].{{1,20}}[）)〕])?$")
_LAW = re.compile(
    rf"中华人民共和国[\u4e00-\u9fff]{{1,20}}?(?:法|条例)(?![律规定治制院人典])|(?:{alternatives(words('policies', 'laws'))})(?![律规定治制院人])"
)
_MARKS = str.maketrans("", "", "《》〈〉 　")


def policies(draft: Draft) -> None:
    text = draft.text
    found: dict[int, Policy] = {}
    titles: dict[str, str] = {}  # abbreviation → title
    numbers: dict[str, str] = {}
    last = 0
    for match in _TITLE.finditer(text):
        named = match.group(1)
        title, rule = named.translate(_MARKS), "policy.title"
        if short := match.group(4):
            titles[short.translate(_MARKS)] = title
            numbers[title] = match.group("number") or ""
        elif title in titles:
            title, rule = titles[title], "policy.abbreviation"
        elif not _ENDING.search(title) and not match.group("number"):
            continue
        end = match.end(1) + 1
        found[match.start()] = Policy(
            match.start(), end, text[match.start() : end], title, match.group("number") or numbers.get(title, ""), rule
        )
    taken = sorted((one.start, one.end) for one in found.values())
    for pattern, rule in ((_CODE, "policy.number"), (_LAW, "policy.law")):
        last = 0
        for match in pattern.finditer(text):
            start, end = match.span()
            if rule == "policy.number":
                before = _BEFORE_CODE.match(match.group("organ"))
                start += before.end() if before else 0
            while last < len(taken) and taken[last][1] <= start:
                last += 1
            beside = last > 0 and text[taken[last - 1][1] : start].strip(" （(") == ""
            if (last < len(taken) and taken[last][0] < end) or (rule == "policy.number" and beside):
                continue  # within a title, or the number that follows it
            if text[start:end] == draft.context.number:
                continue  # the document's own
            number = text[start:end] if rule == "policy.number" else ""
            found.setdefault(start, Policy(start, end, text[start:end], text[start:end], number, rule))
    draft.policies = [found[start] for start in sorted(found)]
