"""Link lists that pages leave within their text: "See also Meeting with ... June 29, 2019 ..."."""

from __future__ import annotations

from memcon.extraction.draft import Draft

_FAR = 12  # tokens between two dates of one list


def past_links(draft: Draft, start: int, end: int) -> int:
    """The token behind a link list that opens a range, by its last date; `start` for none, `end` where all is one."""
    low, text = draft.tokens.low, draft.tokens.text
    if end - start < 3:
        return start
    see_also = low[start] == "see" and low[start + 1] == "also"
    additional = low[start] == "additional" and text[start + 1][0].isupper()
    if not see_also and not additional:
        return start
    last = -1
    for date in draft.dates_in(start, end):
        begin = draft.tokens.at(date.start)
        if last >= 0 and begin - last > _FAR * 3:
            break
        last = draft.tokens.at(date.end)
    return last if last >= 0 else end if additional or see_also else start
