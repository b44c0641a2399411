"""What the five articles say and do not say: knowledge that no edit may lose."""

import hashlib
from datetime import date

import pytest

from sourcebook.span import Span

SHA256 = {
    "000_99741289b381d39c.txt": "aca8d3254057d51c4c827bca5971352f5349f721bbe2e999a8a062c07c080e6e",
    "001_9aa4e507c3327256.txt": "425c5e669a6a4e3e923b0e07103c959e7ef6c4136a2c85fc3a5773e0f7b4c39e",
    "002_316af56db2f3c0b3.txt": "741060bfa56335656b0a2b1dce7148d1f083a0793019a88c87e3a467443d2b9b",
    "003_c0b3b7e955283eda.txt": "ba0f83d440046f695a606045e80ea83811cbf07ce8dc16eeb19c0d8a55d1e8a8",
    "004_96cd9c4180aa896a.txt": "25dac6b8c65a6abaf16cf337ad621e13f904324080cf1de49d2ab7a923a0ec17",
}


def words(corpus, spans):
    return [f"{span.article}: {corpus.text(span)}" for span in spans]


# The raw files


@pytest.mark.parametrize("file", SHA256)
def test_raw_files_are_byte_for_byte_what_was_received(root, file):
    raw = (root / "corpus" / "articles" / file).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == SHA256[file]


def test_there_are_these_five_files_and_no_other(root, corpus):
    assert {path.name for path in (root / "corpus" / "articles").iterdir()} == set(SHA256)
    assert {article.file: article.sha256 for article in corpus.articles.values()} == SHA256


@pytest.mark.parametrize(
    ("article", "characters", "file"),
    [
        ("beijing-urges-seoul", 2024, "000_99741289b381d39c.txt"),
        ("reset-button", 5391, "001_9aa4e507c3327256.txt"),
        ("seoul-beefs-up-diplomacy", 6089, "002_316af56db2f3c0b3.txt"),
        ("drop-trade-dispute", 4779, "003_c0b3b7e955283eda.txt"),
        ("warming-fast", 5192, "004_96cd9c4180aa896a.txt"),
    ],
)
def test_offsets_count_characters_and_not_bytes(corpus, root, article, characters, file):
    assert corpus.article(article).file == file
    assert len(corpus.article(article).text) == characters
    catalogue = (root / "corpus" / "catalog.toml").read_text(encoding="utf-8")
    assert f"characters = {characters}\n" in catalogue.partition(f"[{article}]")[2]


# What the catalogue knows, and on what basis


@pytest.mark.parametrize(
    ("article", "outlet", "basis"),
    [
        ("beijing-urges-seoul", "unknown", "unknown"),
        ("reset-button", "unknown", "unknown"),
        ("seoul-beefs-up-diplomacy", "Yonhap", "stated"),
        ("drop-trade-dispute", "unknown", "unknown"),
        ("warming-fast", "The Yomiuri Shimbun", "inferred"),
    ],
)
def test_outlets_are_named_only_where_the_words_support_it(corpus, article, outlet, basis):
    fact = corpus.article(article).outlet
    assert (fact.value, fact.basis, fact.known) == (outlet, basis, basis != "unknown")


@pytest.mark.parametrize(
    ("article", "earliest", "latest", "basis"),
    [
        ("beijing-urges-seoul", date(2020, 11, 8), date(2021, 7, 22), "inferred"),
        ("reset-button", date(2023, 3, 16), date(2023, 3, 16), "inferred"),
        ("seoul-beefs-up-diplomacy", date(2020, 11, 17), date(2020, 11, 17), "stated"),
        ("drop-trade-dispute", date(2023, 3, 16), date(2023, 3, 16), "inferred"),
        ("warming-fast", date(2023, 3, 9), date(2023, 3, 12), "inferred"),
    ],
)
def test_dates_are_intervals_with_their_basis(corpus, article, earliest, latest, basis):
    held = corpus.article(article)
    assert (held.date.earliest, held.date.latest, held.dated.basis) == (earliest, latest, basis)


@pytest.mark.parametrize("fact", ["headline", "outlet", "byline", "dateline", "language"])
def test_what_is_stated_or_inferred_points_to_words(corpus, fact):
    for article in corpus.articles.values():
        held = getattr(article, fact)
        assert held.value
        assert held.evidence or held.basis == "unknown", article.id


def test_headlines_are_the_words_of_the_file(corpus):
    for article in corpus.articles.values():
        assert words(corpus, article.headline.evidence) == [
            f"{article.id}: {article.headline.value}"
        ]


def test_only_one_article_has_a_byline_and_a_dateline(corpus):
    known = {a.id: (a.byline.value, a.dateline.value) for a in corpus.articles.values()}
    assert known.pop("seoul-beefs-up-diplomacy") == ("Song Sang-ho", "SEOUL, Nov. 17")
    assert set(known.values()) == {("unknown", "unknown")}


def test_every_article_lists_its_defects_and_where_they_are(corpus):
    counted = {a.id: len(a.defects) for a in corpus.articles.values()}
    assert counted == {
        "beijing-urges-seoul": 3,
        "reset-button": 3,
        "seoul-beefs-up-diplomacy": 3,
        "drop-trade-dispute": 2,
        "warming-fast": 3,
    }
    assert all(d.evidence for a in corpus.articles.values() for d in a.defects)


# beijing-urges-seoul: undated, and cut off


def test_the_undated_article_is_bounded_by_another_articles_words(corpus):
    evidence = corpus.article("beijing-urges-seoul").dated.evidence
    assert words(corpus, evidence) == [
        "beijing-urges-seoul: visited Japan",
        "seoul-beefs-up-diplomacy: last week",
        "beijing-urges-seoul: during the Tokyo Olympic and Paralympic Games",
        "seoul-beefs-up-diplomacy: next year's Tokyo Olympics",
        "beijing-urges-seoul: With less than two years left in his term",
        "seoul-beefs-up-diplomacy: May 2022",
    ]


def test_the_undated_article_prints_no_date(corpus):
    stated = [
        d for d in corpus.layer("dates", basis="stated") if d.article == "beijing-urges-seoul"
    ]
    assert stated == []
    assert "Background: they opened on 23 July 2021" in (
        corpus.article("beijing-urges-seoul").dated.note
    )


def test_one_quotation_is_never_closed(corpus):
    [open_end] = corpus.layer("quotations", closed="no")
    assert open_end.span == Span("beijing-urges-seoul", 1777, 1964)
    assert open_end["speaker"] == "yang-gi-ho"
    assert open_end.quote.startswith("“Unless the wartime labor issue is resolved")
    assert "”" not in open_end.quote
    assert corpus.article("beijing-urges-seoul").text.rstrip().endswith("Trending Japan")
    assert corpus.article("beijing-urges-seoul").defects[0].what == (
        "The last quotation is opened and never closed; text may be missing."
    )


def test_every_other_quotation_ends_with_a_closing_mark(corpus):
    unclosed = [
        str(q.span)
        for q in corpus.layer("quotations", closed="yes")
        if not q.quote.endswith(("”", '"'))
    ]
    assert unclosed == []


# One word, two days


@pytest.mark.parametrize(
    ("article", "start", "quote", "day"),
    [
        ("reset-button", 224, "Thursday", date(2023, 3, 16)),
        ("drop-trade-dispute", 178, "on Thursday", date(2023, 3, 16)),
        ("warming-fast", 694, "Thursday", date(2023, 3, 9)),
        ("reset-button", 3001, "published Friday", date(2023, 3, 10)),
        ("drop-trade-dispute", 2287, "published Friday", date(2023, 3, 10)),
        ("reset-button", 4844, "on Wednesday", date(2023, 3, 15)),
        ("drop-trade-dispute", 4587, "on Wednesday", date(2023, 3, 15)),
        ("warming-fast", 1203, "announced Monday", date(2023, 3, 6)),
        ("seoul-beefs-up-diplomacy", 1626, "Saturday's virtual summit", date(2020, 11, 14)),
        ("warming-fast", 190, "Nov. 13", date(2022, 11, 13)),
    ],
)
def test_days_of_the_week_are_resolved_from_their_own_article(corpus, article, start, quote, day):
    [found] = [d for d in corpus.layer("dates") if (d.article, d.start) == (article, start)]
    assert (found.quote, found["earliest"], found["latest"]) == (quote, str(day), str(day))
    assert found["basis"] == "inferred"
    assert found["anchor"] != ""


@pytest.mark.parametrize(
    ("day", "number"),
    [("Monday", 0), ("Wednesday", 2), ("Thursday", 3), ("Friday", 4), ("Saturday", 5)],
)
def test_every_weekday_in_the_corpus_falls_on_that_weekday(corpus, day, number):
    found = [d for d in corpus.layer("dates") if day in d.quote]
    assert found
    assert {date.fromisoformat(d["earliest"]).weekday() for d in found} == {number}
    assert [d for d in found if d["earliest"] != d["latest"]] == []


@pytest.mark.parametrize(
    ("article", "start", "earliest", "latest"),
    [
        ("seoul-beefs-up-diplomacy", 3212, "2019-01-01", "2019-12-31"),  # last year
        ("seoul-beefs-up-diplomacy", 2313, "2020-11-08", "2020-11-14"),  # last week
        ("reset-button", 3910, "2023-03-05", "2023-03-12"),  # last week
        ("warming-fast", 946, "2023-03-16", "2023-03-17"),  # March 16 and 17
        ("drop-trade-dispute", 3962, "2022-11-01", "2022-11-30"),  # in November
        ("beijing-urges-seoul", 1291, "2019-01-01", "2020-12-31"),  # Since last year: ambiguous
    ],
)
def test_vague_dates_stay_as_vague_as_their_words(corpus, article, start, earliest, latest):
    found = {
        (d["earliest"], d["latest"])
        for d in corpus.layer("dates")
        if (d.article, d.start) == (article, start)
    }
    assert found == {(earliest, latest)}


def test_the_summit_was_on_16_march_2023_and_the_visit_took_two_days(corpus):
    events = corpus.vocabulary.registries["events"]
    assert str(events["tokyo-summit"].interval) == "16 March 2023"
    assert str(events["yoon-visit"].interval) == "16–17 March 2023"
    assert str(events["gallup-poll-published"].interval) == "10 March 2023"
    assert str(events["compensation-plan"].interval) == "6 March 2023"
    assert str(events["export-curbs-imposed"].interval) == "2019"


# Two versions of one story


def test_two_articles_are_versions_of_one_wire_story(corpus):
    later, earlier = corpus.article("reset-button"), corpus.article("drop-trade-dispute")
    assert later.origin.value == earlier.origin.value == "tokyo-summit-wire"
    assert (later.version.value, earlier.version.value) == ("later", "earlier")
    assert {later.origin.basis, earlier.origin.basis, later.version.basis} == {"inferred"}
    others = {a.version.value for a in corpus.articles.values()} - {"later", "earlier"}
    assert others == {"single"}


def test_what_the_earlier_version_expects_the_later_one_reports(corpus):
    outlooks = {
        a.article: a["outlook"] for a in corpus.layer("events", event="shuttle-diplomacy-agreed")
    }
    assert outlooks == {"reset-button": "happened", "drop-trade-dispute": "expected"}


def test_a_sentence_that_stayed_behind_is_a_defect_of_the_later_version(corpus):
    [defect] = [d for d in corpus.article("reset-button").defects if "before the summit" in d.what]
    [span] = defect.evidence
    assert "are preparing to confirm the restart" in corpus.text(span)


# Names


def test_two_men_called_park_are_kept_apart(corpus):
    keys = {
        (mention.article, mention["key"])
        for mention in corpus.layer("people")
        if "Park" in mention.quote
    }
    assert keys == {
        ("beijing-urges-seoul", "park-jie-won"),
        ("seoul-beefs-up-diplomacy", "park-jie-won"),
        ("reset-button", "park-hong-keun"),
        ("drop-trade-dispute", "park-hong-keun"),
    }
    person = corpus.vocabulary.registries["people"]
    assert person["park-jie-won"].fields["note"] == "Not the same person as Park Hong-keun."
    assert person["park-hong-keun"].fields["note"] == "Not the same person as Park Jie-won."


def test_one_president_is_spelt_in_two_ways(corpus):
    spelt = {
        mention.article
        for mention in corpus.layer("people", key="yoon-suk-yeol")
        if "Yoon Suk-yeol" in mention.quote
    }
    assert spelt == {"warming-fast"}


def test_the_democratic_party_rules_in_2020_and_opposes_in_2023(corpus):
    party = "democratic-party-of-korea"
    roles = {a.article: a["role"] for a in corpus.layer("organisations", key=party)}
    assert roles == {
        "seoul-beefs-up-diplomacy": "ruling party",
        "reset-button": "main opposition party",
        "drop-trade-dispute": "main opposition party",
    }
    dated = {
        role.role: (role.start, role.end)
        for role in corpus.vocabulary.entry("organisations", party).roles
    }
    assert dated == {
        "ruling party": (date(2017, 5, 10), date(2022, 5, 9)),
        "main opposition party": (date(2022, 5, 10), date(2025, 6, 3)),
    }


@pytest.mark.parametrize(
    ("person", "role", "articles"),
    [
        (
            "moon-jae-in",
            "President of South Korea",
            {"beijing-urges-seoul", "seoul-beefs-up-diplomacy"},
        ),
        (
            "yoon-suk-yeol",
            "President of South Korea",
            {"reset-button", "drop-trade-dispute", "warming-fast"},
        ),
        ("yoshihide-suga", "Prime Minister of Japan", {"seoul-beefs-up-diplomacy"}),
        (
            "fumio-kishida",
            "Prime Minister of Japan",
            {"reset-button", "drop-trade-dispute", "warming-fast"},
        ),
        ("joe-biden", "President-elect of the United States", {"seoul-beefs-up-diplomacy"}),
    ],
)
def test_offices_are_those_held_on_the_day_of_the_article(corpus, person, role, articles):
    mentions = corpus.layer("people", key=person, role=role)
    assert {mention.article for mention in mentions} == articles
    assert {mention["role"] for mention in corpus.layer("people", key=person)} <= {role, ""}


# Rival words


@pytest.mark.parametrize(
    ("concept", "variant", "articles"),
    [
        ("mobilised-labour", "wartime labor", {"beijing-urges-seoul", "reset-button"}),
        ("mobilised-labour", "wartime labour", {"drop-trade-dispute"}),
        ("mobilised-labour", "former forced laborers", {"reset-button"}),
        ("mobilised-labour", "former forced labourers", {"drop-trade-dispute"}),
        ("mobilised-labour", "colonial-era forced labor", {"seoul-beefs-up-diplomacy"}),
        ("mobilised-labour", "former requisitioned workers", {"warming-fast"}),
        ("rule-of-korea", "colonization", {"seoul-beefs-up-diplomacy"}),
        ("rule-of-korea", "occupation", {"drop-trade-dispute"}),
        ("presidential-office", "Blue House", {"beijing-urges-seoul"}),
        ("presidential-office", "Cheong Wa Dae", {"seoul-beefs-up-diplomacy"}),
    ],
)
def test_who_uses_which_word(corpus, concept, variant, articles):
    used = corpus.layer("terms", concept=concept, variant=variant)
    assert {term.article for term in used} == articles


# Who agreed, and why


def test_who_agreed_to_share_missile_data_differs(corpus):
    sides = {
        a.article: (a.quote, a["position"])
        for a in corpus.layer("differences", difference="missile-data")
    }
    assert sides == {
        "drop-trade-dispute": (
            "South Korea and Japan at the time agreed to exchange real-time intelligence",
            "two countries agreed",
        ),
        "warming-fast": (
            "Tokyo, Washington and Seoul agreed during a trilateral summit in November",
            "three countries agreed",
        ),
    }


def test_the_measures_of_2019_have_three_accounts_of_their_cause(corpus):
    sides = {
        a.article: (a.quote, a["position"])
        for a in corpus.layer("differences", difference="cause-of-measures")
        if a.article != "drop-trade-dispute"
    }
    assert sides == {
        "reset-button": (
            "as tensions over a decades-old row with Seoul deepened",
            "“as tensions … deepened”",
        ),
        "seoul-beefs-up-diplomacy": ("In apparent retaliation", "“apparent retaliation”"),
        "warming-fast": ("strict export controls Japan has imposed", "no reason given"),
    }


def test_the_radar_account_is_one_articles_and_has_no_source(corpus):
    [told] = corpus.layer("events", event="radar-incident")
    assert told.article == "warming-fast"
    assert [a for a in corpus.layer("attributions") if a.span.overlaps(told.span)] == []
    assert (
        "South Korea denies it. The denial is not in the corpus."
        in (corpus.vocabulary.entry("events", "radar-incident").fields["background"])
    )


def test_what_is_not_in_the_corpus_is_marked_as_background(corpus):
    background = corpus.vocabulary.entry("differences", "cause-of-measures").fields["background"]
    assert background.endswith("No article quotes either government on this.")


def test_china_is_mediator_in_one_article_and_critic_in_two(corpus):
    urging = {a.article for a in corpus.layer("events", event="china-urges-seoul")}
    rebuke = {a.article for a in corpus.layer("events", event="china-rebuke")}
    assert urging == {"beijing-urges-seoul"}
    assert rebuke == {"reset-button", "drop-trade-dispute"}


# Figures

POLL = (
    "who was asked, and how many; field dates; mode of interview; margin of error; "
    "question wording; who paid for the poll; other answers offered"
)
TRADE = (
    "whose dollars (country not stated) and at which exchange rate; goods only or goods and "
    "services; whose records, the exporter's or the importer's; amount before rounding; change "
    "from earlier years"
)
RANK = (
    "ranked by which total; which markets are counted; goods only or goods and services; whose "
    "records"
)


@pytest.mark.parametrize("article", ["reset-button", "drop-trade-dispute"])
@pytest.mark.parametrize(
    ("figure", "quote", "value", "unit", "quantifies", "period", "source", "missing"),
    [
        (
            "no-need-to-rush",
            "64%",
            "64",
            "% of respondents",
            "respondents who said there was no need to rush to improve ties with Japan if there "
            "was no change in its attitude",
            "2023-03-10/2023-03-10",
            "Gallup Korea",
            POLL,
        ),
        (
            "not-apologetic",
            "85%",
            "85",
            "% of respondents",
            "respondents who said they thought the current Japanese government was not "
            "apologetic about Japan's colonial history",
            "2023-03-10/2023-03-10",
            "Gallup Korea",
            POLL,
        ),
        (
            "japan-exports-to-korea",
            "$52 billion",
            "52000000000",
            "dollars ($, country not stated)",
            "Japanese exports to South Korea",
            "2021-01-01/2021-12-31",
            "IMF",
            TRADE,
        ),
        (
            "korea-exports-to-japan",
            "$30 billion",
            "30000000000",
            "dollars ($, country not stated)",
            "South Korean exports to Japan",
            "2021-01-01/2021-12-31",
            "IMF",
            TRADE,
        ),
        (
            "export-market-rank",
            "fourth-largest",
            "4",
            "rank",
            "place of each country among the other's export markets",
            "2021-01-01/2021-12-31",
            "IMF",
            RANK,
        ),
    ],
)
def test_a_figure_has_unit_referent_period_source_and_what_is_missing(
    corpus, article, figure, quote, value, unit, quantifies, period, source, missing
):
    [found] = [a for a in corpus.layer("figures", figure=figure) if a.article == article]
    columns = ("value", "unit", "quantifies", "period", "source", "missing")
    assert {column: found[column] for column in columns} == {
        "value": value,
        "unit": unit,
        "quantifies": quantifies,
        "period": period,
        "source": source,
        "missing": missing,
    }
    assert found.quote.removeprefix("Around ") == quote


def test_only_one_version_says_around_85(corpus):
    hedged = {
        a.article: (a.quote, a["hedge"]) for a in corpus.layer("figures", figure="not-apologetic")
    }
    assert hedged == {"reset-button": ("Around 85%", "Around"), "drop-trade-dispute": ("85%", "")}
    assert {a["hedge"] for a in corpus.layer("figures", figure="no-need-to-rush")} == {""}


def test_bounds_and_ranges_are_no_points(corpus):
    bounds = {
        (a.quote, a["value"], a["low"], a["high"])
        for a in corpus.layer("figures")
        if not a["value"]
    }
    assert bounds == {
        ("less than two years", "", "", "2"),
        ("almost four-year", "", "", "4"),
        ("almost four-year-old", "", "", "4"),
        ("decades-old", "", "20", ""),
        ("1910-45", "", "1910", "1945"),
        ("1910-1945", "", "1910", "1945"),
        ("30-45 minutes", "", "30", "45"),
    }


def test_every_figure_says_whom_it_comes_from_or_that_nobody_is_named(corpus):
    assert {a["source"] for a in corpus.layer("figures")} == {
        "Gallup Korea",
        "IMF",
        "none",
        "their representatives",
        "a conservative member of the South Korean Diet (unnamed)",
    }


def test_one_word_means_two_sets_of_three_countries(corpus):
    found = {
        (a.article, a.start): a["figure"]
        for a in corpus.layer("figures")
        if a.quote == "trilateral"
    }
    assert found[("seoul-beefs-up-diplomacy", 3325)] == "parties-trilateral-china"
    assert found[("seoul-beefs-up-diplomacy", 5007)] == "parties-trilateral-us"


# Voices


def test_who_is_anonymous(corpus):
    anonymous = {q["speaker"] for q in corpus.layer("quotations", named="anonymous")}
    people = corpus.vocabulary.registries["people"]
    assert {key for key in anonymous if people[key].fields["named"]} == set()
    assert {"conservative-lawmaker", "japanese-official-anonymous"} <= anonymous


def test_speakers_named_by_an_article_stand_where_the_row_says(corpus):
    for said in corpus.layer("quotations"):
        if said["speaker_start"]:
            span = Span(said.article, int(said["speaker_start"]), int(said["speaker_end"]))
            assert corpus.text(span).strip() == corpus.text(span), str(said.span)


def test_both_leaders_are_credited_for_what_they_say_together(corpus):
    [slogan] = [
        q
        for q in corpus.layer("quotations", speaker="yoon-and-kishida")
        if "shuttle diplomacy" in q.quote
    ]
    assert slogan.article == "reset-button"
