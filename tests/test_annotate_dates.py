"""How time expressions are resolved: the tables read as a reporter's sentences."""

from __future__ import annotations

from datetime import date

import pytest

from sourcebook.annotate.dates import find_dates
from sourcebook.annotate.page import Page
from sourcebook.interval import Interval

WEDNESDAY = date(2024, 5, 15)


def read(text: str, published: date | Interval | None = WEDNESDAY) -> list[tuple[str, ...]]:
    day = Interval(published, published) if isinstance(published, date) else published
    return [
        (found.quote, found["earliest"], found["latest"])
        for found in find_dates(Page(text, published=day, given_zones=[]))
    ]


def days(text: str, published: date | Interval | None = WEDNESDAY) -> list[str]:
    return [
        earliest if earliest == latest else f"{earliest}/{latest}"
        for _, earliest, latest in read(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council approved the plan Tuesday.", "2024-05-14"),
        ("Residents said on Wednesday they would appeal.", "2024-05-15"),
        ("A study published Friday found no link.", "2024-05-10"),
        ("Ministers will meet on Friday.", "2024-05-17"),
        ("The verdict is due Thursday.", "2024-05-16"),
        ("Saturday’s parade drew 12,000 people.", "2024-05-11"),
        ("Ahead of Saturday's final, the coach was calm.", "2024-05-18"),
        ("On Monday, the Supreme Court will rule.", "2024-05-20"),
        ("On Monday, the Supreme Court ruled.", "2024-05-13"),
        ("The hearing on Friday is expected to be short.", "2024-05-17"),
        ("Polls open on Sunday and close at 8 p.m.", "2024-05-19"),
        ("Voters head to the polls on Sunday.", "2024-05-19"),
        ("The market will remain closed Monday.", "2024-05-20"),
        ("The storm had weakened by Tuesday.", "2024-05-14"),
        ("Campaigners have until Friday to appeal.", "2024-05-17"),
        ("Shares rose more than expected on Tuesday.", "2024-05-14"),
        ("The walkout is planned for Thursday.", "2024-05-16"),
        ("Rain may fall; the match ended on Sunday night.", "2024-05-12"),
        ("He agreed to meet them on Monday.", "2024-05-20"),
        ("The budget, published last Friday, raised taxes.", "2024-05-10"),
        ("They face Villa next Saturday.", "2024-05-18"),
        ("They spoke on Monday last week.", "2024-05-06"),
        ("Voters go to the polls this Sunday.", "2024-05-19"),
        ("Heavy rain is forecast between Friday and Sunday.", "2024-05-17/2024-05-19"),
        ("Talks ran from Saturday to Monday.", "2024-05-11/2024-05-13"),
        ("The talks before Friday's vote failed.", "2024-05-17"),
        ("A service is being held on Saturday.", "2024-05-18"),
        ("It will be the fourth strike since Monday.", "2024-05-13"),
        ("He waited until Monday to answer.", "2024-05-13"),
        ("The bank announces its decision on Thursday.", "2024-05-16"),
        ("The firm, which reports results on Thursday, fell.", "2024-05-16"),
        ("It is to publish its annual results on Friday.", "2024-05-17"),
        ("Unions called a strike from Monday.", "2024-05-20"),
        ("They agreed limits before a deadline on Friday.", "2024-05-17"),
        ("The talks had been due to end on Saturday.", "2024-05-11"),
        ("Ministers have agreed to meet on Friday.", "2024-05-17"),
        ("“Soon I turn 52,” she tells me on Saturday.", "2024-05-11"),
        ("He must reply by Friday.", "2024-05-15/2024-05-17"),
        ("It will be held a week on Saturday.", "2024-05-25"),
        ("They meet on Monday week.", "2024-05-27"),
        ("It is due in the week of 20 May.", "2024-05-20/2024-05-26"),
        ("Flash floods were possible through Friday.", "2024-05-17"),
        ("He told reporters on Thursday, May 9, that talks failed.", "2024-05-09"),
    ],
)
def test_a_weekday_lies_back_or_ahead_by_tense_and_cue(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on April 10, 1912.", "1912-04-10"),
        ("It was signed on the 3rd of March 1918.", "1918-03-03"),
        ("He left on 2023-11-05.", "2023-11-05"),
        ("The form was dated 13/04/2023.", "2023-04-13"),
        ("The form was dated 04/13/2023.", "2023-04-13"),
        ("The form was dated 03.04.2023.", "2023-04-03"),
        ("The form was dated 3/4/2023.", "2023-03-04/2023-04-03"),
        ("The fair ran March 30-April 2, 2023.", "2023-03-30/2023-04-02"),
        ("They met on 16 and 17 March 2023.", "2023-03-16/2023-03-17"),
        ("They will meet from 3 to 9 June.", "2024-06-03/2024-06-09"),
        ("The strike began on Dec. 28.", "2023-12-28"),
        ("A vote is scheduled for June 3.", "2024-06-03"),
        ("She resigned in December.", "2023-12-01/2023-12-31"),
        ("The plant opens in December.", "2024-12-01/2024-12-31"),
        ("It ran in the March/April edition.", "2024-03-01/2024-04-30"),
        ("It was found in May last year.", "2023-05-01/2023-05-31"),
        ("It came out last August.", "2023-08-01/2023-08-31"),
        ("Profit for the three months to June fell.", "2023-04-01/2023-06-30"),
        ("Floods came in late April.", "2024-04-21/2024-04-30"),
        ("Profit in the year to March rose.", "2023-04-01/2024-03-31"),
        ("It lost money in the nine months to September 2023.", "2023-01-01/2023-09-30"),
        ("Profit rose in the three months ended March 31.", "2024-01-01/2024-03-31"),
        ("Sales fell in the 12 weeks to 12 May.", "2024-02-19/2024-05-12"),
        ("It happened in the first week of April.", "2024-04-01/2024-04-07"),
        ("It is set for the last ten days of June.", "2024-06-21/2024-06-30"),
        ("It was in the second half of May 2020.", "2020-05-16/2020-05-31"),
        ("It ran from March 2019 to June 2021.", "2019-03-01/2021-06-30"),
        ("He served between 3 May 2010 and 4 June 2012.", "2010-05-03/2012-06-04"),
        ("Jobs will go by 2026.", "2024-05-15/2026-12-31"),
        ("It was shut before Christmas.", "2023-12-25"),
        ("They met in the summer of ’67.", "1967-06-01/1967-08-31"),
        ("Bookings for the summer rose.", "2024-06-01/2024-08-31"),
        ("It stays shut for the rest of the year.", "2024-05-15/2024-12-31"),
        ("It closed in 1987.", "1987-01-01/1987-12-31"),
        ("The 2018 Winter Olympics were cold.", "2018-01-01/2018-12-31"),
        ("It rests on a 1965 treaty.", "1965-01-01/1965-12-31"),
        ("The 1910-45 occupation left scars.", "1910-01-01/1945-12-31"),
        ("He reigned from 1936 to 1952.", "1936-01-01/1952-12-31"),
        ("The 2023/24 season is over.", "2023-01-01/2024-12-31"),
        ("It closed in the late 1970s.", "1977-01-01/1979-12-31"),
        ("Music of the ’60s is back.", "1960-01-01/1969-12-31"),
        ("It dates from the 19th century.", "1801-01-01/1900-12-31"),
        ("It grew in Q2 2022.", "2022-04-01/2022-06-30"),
        ("It grew in the first half of 2021.", "2021-01-01/2021-06-30"),
        ("Profit rose in the first quarter.", "2024-01-01/2024-03-31"),
        ("Sales rose in the first nine months of 2023.", "2023-01-01/2023-09-30"),
        ("It was the wettest April on record.", "2024-04-01/2024-04-30"),
        ("It happened on April 26 and 7 people died.", "2024-04-26"),
        ("Output rose in fiscal 2024.", "2023-04-01/2025-03-31"),
        ("They met in the summer of 2019.", "2019-06-01/2019-08-31"),
        ("This summer will be dry.", "2024-06-01/2024-08-31"),
        ("Snow fell last winter.", "2023-12-01/2024-02-29"),
        ("It opened on Christmas Day.", "2023-12-25"),
        ("It is unseen since World War II.", "1945-01-01/1945-12-31"),
    ],
)
def test_dates_months_years_and_longer_stretches(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left yesterday.", "2024-05-14"),
        ("Rain fell overnight.", "2024-05-14/2024-05-15"),
        ("He spoke last night.", "2024-05-14"),
        ("It fell last week.", "2024-05-05/2024-05-12"),
        ("It fell this week.", "2024-05-12/2024-05-19"),
        ("Next week’s summit matters.", "2024-05-19/2024-05-26"),
        ("It fell last month.", "2024-04-01/2024-04-30"),
        ("She has led since last year.", "2023-01-01/2023-12-31"),
        ("It passed earlier this month.", "2024-05-01/2024-05-15"),
        ("It is due later this year.", "2024-05-15/2024-12-31"),
        ("It ends before the end of this year.", "2024-05-15/2024-12-31"),
        ("It fell late last year.", "2023-09-01/2023-12-31"),
        ("Thousands marched at the weekend.", "2024-05-11/2024-05-12"),
        ("The fair is this weekend.", "2024-05-18/2024-05-19"),
        ("She left three days ago.", "2024-05-12"),
        ("She left two years ago.", "2022-01-01/2022-12-31"),
        ("She left a decade ago.", "2014-01-01/2014-12-31"),
        ("Deaths doubled over the last five years.", "2019-01-01/2024-05-15"),
        ("Output fell in the past decade.", "2014-01-01/2024-05-15"),
        ("It rose for the first time in 12 years.", "2012-01-01/2024-05-15"),
        ("It was their first win for 31 years.", "1993-01-01/2024-05-15"),
        ("They ended an almost four-year feud.", "2020-01-01/2024-05-15"),
        ("It will report in three months’ time.", "2024-08-01/2024-08-31"),
        ("It plans to close within two years.", "2024-05-15/2026-12-31"),
    ],
)
def test_what_says_how_far_away_it_lies(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank on April 10, 1912. Two days later, they met.", "1912-04-12"),
        ("He won in 2015 and left two years later.", "2017-01-01/2017-12-31"),
        ("The raid was on Monday. That night was calm.", "2024-05-13"),
        ("The raid was on Monday. They left the next day.", "2024-05-14"),
        ("She wed in June 2019 and moved the following year.", "2020-01-01/2020-12-31"),
        ("She was jailed in June 2019 and freed in September.", "2019-09-01/2019-09-30"),
        ("Prices rose in August 2022, more than a year earlier.", "2021-08-01/2021-08-31"),
        ("They met in November. The two agreed at the time to talk.", "2023-11-01/2023-11-30"),
        ("He will visit on June 6 and 7; talks follow during his visit.", "2024-06-06/2024-06-07"),
        ("It was agreed on Monday. Only three days had passed since.", "2024-05-10/2024-05-13"),
        (
            "It is unlike 2014. The dig began in mid-2016 and ended 18 months later.",
            "2017-11-01/2018-02-28",
        ),
        (
            "It was dug up in the winter of 2014 and sold the following March.",
            "2015-03-01/2015-03-31",
        ),
        ("He died on February 3 last year and was buried on 9 February.", "2023-02-09"),
        ("It ends on May 20. Later that evening, they left.", "2024-05-20"),
        ("It begins on Monday and will last until Friday.", "2024-05-24"),
        ("He wed in January 1954, having met her the previous summer.", "1953-08-31"),
        ("It was sold in 2016. In March that year it shut.", "2016-03-31"),
        ("In the summer of 2019 it burned, and that October it fell.", "2019-10-31"),
        (
            "It was found in October 2019. He left the following week and was held on 6 November.",
            "2019-11-06",
        ),
        (
            "They died on 7 November 2020.\n\nHe spoke on Wednesday. He was held on 19 November.",
            "2020-11-19",
        ),
        ("The 2026 World Cup will end on 19 July.", "2026-07-19"),
    ],
)
def test_what_counts_from_another_date_of_the_text(text: str, expected: str) -> None:
    assert days(text)[-1].endswith(expected)


def test_such_a_date_names_the_one_it_counts_from() -> None:
    text = "The raid was on Monday. They left the next day."
    first, second = find_dates(Page(text, article="raid", given_zones=[], published=one(WEDNESDAY)))
    assert (first["anchor"], first["basis"]) == ("published", "inferred")
    assert (second["anchor"], second["basis"]) == (f"raid:{first.start}-{first.end}", "inferred")


def one(day: date) -> Interval:
    return Interval(day, day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke Thursday.", ["2023-03-09"]),
        ("He spoke on Monday.", ["2023-03-06"]),
        ("It fell last week.", ["2023-02-26/2023-03-11"]),
        ("It rose for the first time in 12 years.", ["2011-01-01/2023-03-12"]),
    ],
)
def test_a_day_of_publication_known_to_several_days_widens_what_counts_from_it(
    text: str, expected: list[str]
) -> None:
    assert days(text, Interval(date(2023, 3, 9), date(2023, 3, 12))) == expected


def test_the_order_of_day_and_month_follows_the_other_dates() -> None:
    assert days("Signed 3/4/2023, sealed 25/4/2023.") == ["2023-04-03", "2023-04-25"]
    assert days("Signed 3/4/2023 in the March 25 style.")[0] == "2023-03-04"


@pytest.mark.parametrize("edge", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_hold(edge: date) -> None:
    text = (
        "Last week, next week, 400 years ago, in 12 years, next Monday, last Friday, this winter, "
        "next decade, last century, in three months' time, a year earlier, on May 3, in June."
    )
    for _, earliest, latest in read(text, edge):
        assert "0001-01-01" <= earliest <= latest <= "9999-12-31"


def test_a_past_day_without_a_year_lies_in_the_year_of_publication() -> None:
    assert days("The invasion began on Feb. 24.", date(2022, 12, 29)) == ["2022-02-24"]
    assert days("The strike began on Dec. 28.", date(2022, 1, 5)) == ["2021-12-28"]
