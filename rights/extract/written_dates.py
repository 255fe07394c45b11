"""Dates as people write them: "June 11, 2024", "11. Juni 2024", "2024年6月11日", "11/06/2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rights.patterns import late

_MONTHS = {
    1: "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia sty января янв ocak leden ledna січня يناير ינואר בינואר tammikuuta",
    2: "february feb februar février févr fév febrero febbraio febr fevereiro fev februari lutego lut февраля фев şubat února лютого فبراير פברואר בפברואר helmikuuta",
    3: "march mar märz mrz mars marzo março maart mrt marca марта мар mart marts března березня مارس מרץ במרץ maaliskuuta",
    4: "april apr avril avr abril abr aprile kwietnia kwi апреля апр nisan dubna квітня أبريل ابريل אפריל באפריל huhtikuuta",
    5: "may mai mayo maggio mag maio mei maja мая май mayıs maj května травня مايو מאי במאי toukokuuta",
    6: "june jun juni juin junio giugno giu junho czerwca cze июня июн haziran června червня يونيو יוני ביוני kesäkuuta",
    7: "july jul juli juillet juil julio luglio lug julho lipca lip июля июл temmuz července липня يوليو יולי ביולי heinäkuuta",
    8: "august aug août agosto ago augustus sierpnia sie августа авг ağustos augusti srpna серпня أغسطس اغسطس אוגוסט באוגוסט elokuuta",
    9: "september sep sept septembre septiembre settembre set setembro września wrz сентября сен сент eylül září вересня سبتمبر ספטמבר בספטמבר syyskuuta",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out października paź октября окт ekim října жовтня أكتوبر اكتوبر אוקטובר באוקטובר lokakuuta",
    11: "november nov novembre noviembre novembro listopada lis ноября ноя kasım listopadu листопада نوفمبر נובמבר בנובמבר marraskuuta",
    12: "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia gru декабря дек aralık desember prosince грудня ديسمبر דצמבר בדצמבר joulukuuta",
}
_MONTH_OF = {name: month for month, names in _MONTHS.items() for name in names.split()}
_NAMES = "|".join(sorted(map(re.escape, _MONTH_OF), key=len, reverse=True))
WRITTEN_DATE = late(
    "|".join(
        (
            rf"\b(?P<m1>{_NAMES})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)(?![\d]{{1,2}}\b)",
            rf"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|º|°|\.)?\s*(?:de\s+|of\s+)?(?P<m2>{_NAMES})\b\.?,?\s*(?:de\s+|del\s+)?(?P<y2>(?:19|20)\d\d)\b",
            r"(?P<y3>(?:19|20)\d\d)\s*[年년]\s*(?P<m3>\d{1,2})\s*[月월]\s*(?P<d3>\d{1,2})\s*[日일]",
            r"\b(?P<y4>(?:19|20)\d\d)[-/.](?P<m4>\d{1,2})[-/.](?P<d4>\d{1,2})\b",
            r"\b(?P<d5>\d{1,2})(?:\.\s?|\s\|\s)(?P<m5>\d{1,2})(?:\.\s?|\s\|\s)(?P<y5>(?:19|20)\d\d)\b",
            r"\b(?P<a6>\d{1,2})/(?P<b6>\d{1,2})/(?P<y6>(?:19|20)\d\d)\b",
        )
    ),
    re.IGNORECASE,
)


def written_dates(text: str, *, day_first: bool = False) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each date in ``text`` as YYYY-MM-DD with its span.

    03/04/2024 and other undecidable ones are left out, unless the text's language is known to write the ``day_first``.
    """
    for found in WRITTEN_DATE.finditer(text):
        iso = _iso({name: value for name, value in found.groupdict().items() if value is not None}, day_first)
        if iso:
            yield iso, found.span()


def _iso(parts: dict[str, str], day_first: bool) -> str | None:
    if "a6" in parts:
        first, second = int(parts["a6"]), int(parts["b6"])
        if first > 12 >= second or (day_first and max(first, second) <= 12):
            day, month = first, second
        elif second > 12 >= first:
            month, day = first, second
        elif first == second:
            day = month = first
        else:
            return None
        year = int(parts["y6"])
    else:
        number = next(name[1] for name in parts if name[0] == "y")
        named = parts[f"m{number}"].lower()
        month = _MONTH_OF.get(named) or (int(named) if named.isdigit() else 0)
        day, year = int(parts[f"d{number}"]), int(parts[f"y{number}"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
