"""What the page says: words for template and script, and sentences whose fields the script fills in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rosterctl.export.html import wording
from rosterctl.export.xlsx.terms import weekday_name
from rosterctl.wording import say

Labels = dict[str, str | list[str]]

_PLAIN: Mapping[str, str] = {
    "language": wording.LANGUAGE_CODE,
    "overview": wording.OVERVIEW_VIEW,
    "month": wording.MONTH_VIEW,
    "day": wording.DAY_VIEW,
    "sums": wording.SUMS_VIEW,
    "views": wording.PAGE_VIEWS,
    "skip": wording.PAGE_SKIP,
    "search": wording.PAGE_SEARCH,
    "searchHint": wording.SEARCH_HINT,
    "hits": wording.SEARCH_HITS,
    "dark": wording.PAGE_DARK,
    "print": wording.PAGE_PRINT,
    "date": wording.CHOSEN_DATE,
    "scope": wording.PAGE_SCOPE,
    "wholeBureau": wording.PAGE_EVERYWHERE,
    "allUnits": wording.ALL_UNITS,
    "dayBefore": wording.DAY_BEFORE,
    "dayAfter": wording.DAY_AFTER,
    "noScript": wording.NO_SCRIPT,
    "today": wording.PAGE_TODAY,
    "tomorrow": wording.PAGE_TOMORROW,
    "firstDate": wording.FIRST_DATE,
    "notBegun": wording.NOT_BEGUN,
    "over": wording.PAGE_OVER,
    "belowLaw": wording.BELOW_LAW,
    "belowPlan": wording.BELOW_PLAN,
    "belowTarget": wording.BELOW_TARGET,
    "byShift": wording.BY_SHIFT,
    "peaks": wording.PAGE_PEAKS,
    "showThem": wording.SHOW_THEM,
    "allGaps": wording.ALL_GAPS,
    "noGaps": wording.NO_GAPS,
    "lacking": wording.PAGE_LACKING,
    "why": wording.WHY_SHORT,
    "curve": wording.PAGE_CURVE,
    "moment": wording.PAGE_MOMENT,
    "target": wording.STRENGTH_TARGET,
    "minima": wording.LEGAL_MINIMA,
    "time": wording.TIME_SPAN,
    "wanted": wording.HEADS_ASKED_FOR,
    "fewest": wording.FEWEST_THERE,
    "mean": wording.MEAN_THERE,
    "most": wording.MOST_THERE,
    "reached": wording.PAGE_REACHED,
    "attained": wording.TARGETS_ATTAINED,
    "noTeam": wording.PAGE_NO_TEAM,
    "goals": wording.PAGE_GOALS,
    "goal": wording.GOAL_HEAD,
    "result": wording.PAGE_RESULT,
    "proof": wording.PAGE_PROOF,
    "signs": wording.PAGE_SIGNS,
    "name": wording.PERSON_NAME,
    "unit": wording.CHOSEN_UNIT,
    "team": wording.HOME_TEAM,
    "role": wording.ROLE_HEAD,
    "dutyCount": wording.DUTY_COUNT,
    "hours": wording.HOURS_WORKED,
    "nights": wording.NIGHTS_WORKED,
    "weekends": wording.WEEKENDS_WORKED,
    "holidays": wording.HOLIDAYS_WORKED,
    "eves": wording.EVES_WORKED,
    "recalls": wording.RECALLS_WORKED,
    "overtime": wording.OVERTIME_WORKED,
    "heads": wording.HEADS_COUNT,
    "meanHours": wording.HOURS_A_HEAD,
    "weekHours": wording.WEEK_HOURS,
    "lieu": wording.LIEU_HOURS,
    "leading": wording.PAGE_LEADING,
    "post": wording.POST_HEAD,
    "crew": wording.CREW_HEAD,
    "vehicles": wording.VEHICLE_HEAD,
    "reserve": wording.PAGE_IN_RESERVE,
    "empty": wording.PAGE_EMPTY,
    "nobody": wording.PAGE_NOBODY,
    "leads": wording.PAGE_LEADS,
    "recalled": wording.PAGE_RECALLED,
    "exchanged": wording.PAGE_EXCHANGED,
    "brokenOff": wording.PAGE_BROKEN_OFF,
    "monthLine": wording.MONTH_LINE,
    "burden": wording.PAGE_BURDEN,
    "here": wording.PAGE_HERE,
    "peersMean": wording.PEERS_MEAN,
    "peersRange": wording.PEERS_RANGE,
    "past": wording.PAGE_PAST,
    "dutyList": wording.DUTY_LIST,
    "shift": wording.DUTY_SHIFT,
    "postsOfDuty": wording.POSTS_OF_DUTY,
    "comma": wording.LIST_COMMA,
    "byTeam": wording.BY_TEAM,
    "byTeamHint": wording.BY_TEAM_HINT,
    "byPerson": wording.BY_PERSON,
}


_MONDAY = date(2024, 1, 1)


def labels() -> Labels:
    """By the names that template and script use, in the language spoken."""
    week = [weekday_name(_MONDAY + timedelta(days=number)) for number in range(7)]
    return {**{name: say(_PLAIN[name]) for name in _PLAIN}, **_sentences(), "weekdays": week}


def _sentences() -> Labels:
    """Whole sentences in the order of the language, their fields still open: the script fills them in."""
    return {
        "dateLabel": say(wording.DATE_LABEL, weekday="{weekday}", month="{month}", day="{day}"),
        "fromTo": say(wording.FROM_TO, first="{first}", last="{last}"),
        "found": say(wording.PAGE_FOUND, number="{number}"),
        "dateShort": say(wording.DATE_SHORT, name="{name}", date="{date}", posts="{posts}", hours="{hours}"),
        "dateShortOfLaw": say(
            wording.DATE_SHORT_OF_LAW,
            name="{name}",
            date="{date}",
            posts="{posts}",
            law="{law}",
            hours="{hours}",
        ),
        "dateFine": say(wording.DATE_FINE, name="{name}", date="{date}"),
        "shortLine": say(wording.SHORT_LINE, time="{time}", unit="{unit}", post="{post}", heads="{heads}"),
        "moreGaps": say(wording.MORE_GAPS, number="{number}"),
        "curveSaid": say(
            wording.CURVE_SAID, date="{date}", scope="{scope}", fewest="{fewest}", most="{most}"
        ),
        "momentSaid": say(wording.MOMENT_SAID, clock="{clock}", heads="{heads}", teams="{teams}"),
        "momentShort": say(wording.MOMENT_SHORT, target="{target}", wanted="{wanted}", heads="{heads}"),
        "teamHeads": say(wording.TEAM_HEADS, team="{team}", heads="{heads}"),
        "targetLabel": say(wording.TARGET_LABEL, name="{name}", heads="{heads}"),
        "lacks": say(wording.PAGE_LACKS, heads="{heads}"),
        "shiftSign": say(wording.SHIFT_SIGN, sign="{sign}", shift="{shift}"),
        "unitHeading": say(wording.UNIT_HEADING, unit="{unit}", heads="{heads}"),
        "teamHeading": say(wording.TEAM_OF_HEADS, team="{team}", heads="{heads}"),
        "dayTitle": say(wording.DAY_TITLE, unit="{unit}", date="{date}", heads="{heads}"),
        "byPost": say(wording.BY_POST, clock="{clock}"),
        "targetsShort": say(
            wording.TARGETS_SHORT,
            name="{name}",
            number="{number}",
            target="{target}",
            time="{time}",
            heads="{heads}",
        ),
        "away": say(wording.PAGE_AWAY, number="{number}"),
        "lentFrom": say(wording.LENT_FROM, unit="{unit}"),
        "badgeOf": say(wording.BADGE_OF, badge="{badge}"),
        "besidePeers": say(wording.BESIDE_PEERS, team="{team}", role="{role}", heads="{heads}"),
        "lieuLeft": say(wording.LIEU_AT_THE_END, hours="{hours}"),
        "offRotation": say(wording.PAGE_OFF_ROTATION, date="{date}", why="{why}"),
        "moves": say(wording.PAGE_MOVES, date="{date}", unit="{unit}", team="{team}"),
        "firstShown": say(wording.FIRST_SHOWN, shown="{shown}", number="{number}"),
    }
