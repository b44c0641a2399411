"""The kit's own words: the same phrases in three languages, each written as its readers expect."""

# ruff: noqa: RUF001 - full-width signs are what these tests are about

import ast
import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from itertools import product

import pytest

from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.interface import words
from sourcebook.interval import Interval, spell

LANGUAGES = ("en", "ja", "ko")
OTHERS = ("ja", "ko")
# Names that stand in Latin letters in any language.
NAMES = (
    "Sourcebook",
    "corpus/README.md",
    "SHA-256",
    "Intelligence Community Directive 203",
    "Analytic Standards",
)


def read(language):
    text = files("sourcebook.interface").joinpath(f"{language}.toml").read_text("utf-8")
    return tomllib.loads(text)


def forms(phrase):
    return [phrase] if isinstance(phrase, str) else list(phrase.values())


def placeholders(phrase):
    return {found for form in forms(phrase) for found in re.findall(r"\{[^}]*\}", form)}


@pytest.fixture(scope="module")
def tables():
    return {language: read(language) for language in LANGUAGES}


def every(table):
    return [(key, form) for key, phrase in table.items() for form in forms(phrase)]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_what_english_says(tables, language):
    assert sorted(tables[language]) == sorted(tables["en"])
    english = {key: placeholders(phrase) for key, phrase in tables["en"].items()}
    assert {key: placeholders(phrase) for key, phrase in tables[language].items()} == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_placeholder_is_a_name_or_a_counted_noun(tables, language):
    wrong = []
    for key, form in every(tables[language]):
        for inside in re.findall(r"\{([^}]*)\}", form):
            name, _, noun = inside.partition(":")
            counted = not noun or isinstance(tables[language].get(noun), dict)
            if not name.isidentifier() or not counted:
                wrong.append((key, inside))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_phrases_have_the_forms_of_their_language(tables, language):
    for key, phrase in tables[language].items():
        if isinstance(phrase, dict):
            assert set(phrase) == ({"one", "other"} if language == "en" else {"other"}), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_empty_or_badly_set(tables, language):
    # Two spaces, spaces at an end, straight quotation marks, three dots for an ellipsis.
    slips = re.compile(r"^\s*$|  |^ |(?<![:;,]) $|[\"']|\.\.\.")
    assert [one for one in every(tables[language]) if slips.search(one[1])] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left(tables, language):
    left = []
    for key, form in every(tables[language]):
        for name in NAMES:
            form = form.replace(name, "")
        if re.search(r"[A-Za-z]", re.sub(r"\{[^}]*\}", "", form)):
            left.append((key, form))
    assert left == []


def test_each_language_is_written_in_its_script(tables):
    japanese = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
    hangul = re.compile("[\uac00-\ud7a3]")
    bare = re.compile(r"(\{[\w:]+\}|[^\w{}]|\d)*")  # "{first} – {last}", ": "
    for key, form in every(tables["ja"]):
        assert bare.fullmatch(form) or japanese.search(form), key
        assert not hangul.search(form), key
    for key, form in every(tables["ko"]):
        assert bare.fullmatch(form) or hangul.search(form), key
        assert not japanese.search(form), key


def test_japanese_is_set_in_full_width_and_in_the_plain_style(tables):
    # Half-width brackets and colons, a comma or stop of Latin type, polite endings.
    slips = re.compile(r"[():;!?]|[,.](?![\w])|です|ます。|ません|でした|ください")
    foreign = re.compile(r"[A-Z][\w ,/-]+|\{[^}]*\}")
    told = [(key, foreign.sub("", form)) for key, form in every(tables["ja"])]
    assert [one for one in told if slips.search(one[1])] == []


def test_korean_is_set_in_half_width_and_in_the_plain_style(tables):
    slips = re.compile("[（）：；，。、「」〜]|습니다|세요|어요|아요")
    assert [one for one in every(tables["ko"]) if slips.search(one[1])] == []


def test_korean_puts_no_particle_that_depends_on_the_word_before(tables):
    # 은 or 는, 이 or 가: which one is right depends on what fills the placeholder.
    particle = re.compile(r"\}(은|는|이|가|을|를|과|와|으로|로|이나|나|이며|며)(?![가-힣])")
    assert [one for one in every(tables["ko"]) if particle.search(one[1])] == []


@pytest.mark.parametrize(
    "language, one, many",
    [
        ("en", "1 article, 1 origin", "12 articles, 2 origins"),
        ("ja", "記事1本、発信元1件", "記事12本、発信元2件"),
        ("ko", "기사 1건, 원출처 1곳", "기사 12건, 원출처 2곳"),
    ],
)
def test_counting_follows_the_language(language, one, many):
    w = words(language)
    assert w("by-origins", articles=1, origins=1) == one
    assert w("by-origins", articles=12, origins=2) == many
    assert w.language == language


@pytest.mark.parametrize(
    "first, last, english, japanese, korean",
    [
        ("2023-03-31", "2023-03-31", "31 March 2023", "2023年3月31日", "2023년 3월 31일"),
        ("2023-02-01", "2023-02-28", "February 2023", "2023年2月", "2023년 2월"),
        ("2019-01-01", "2019-12-31", "2019", "2019年", "2019년"),
        ("2018-01-01", "2019-12-31", "2018–2019", "2018〜2019年", "2018~2019년"),
        ("2020-01-01", "2020-03-01", "1 January – 1 March 2020", "2020年1月1日〜3月1日",
         "2020년 1월 1일~3월 1일"),
        ("2020-11-09", "2020-11-15", "9–15 November 2020", "2020年11月9日〜15日",
         "2020년 11월 9일~15일"),
        ("2023-03-01", "2023-05-31", "March–May 2023", "2023年3〜5月", "2023년 3~5월"),
        ("2023-03-30", "2023-04-02", "30 March – 2 April 2023", "2023年3月30日〜4月2日",
         "2023년 3월 30일~4월 2일"),
        ("2022-12-30", "2023-01-02", "30 December 2022 – 2 January 2023",
         "2022年12月30日〜2023年1月2日", "2022년 12월 30일~2023년 1월 2일"),
        ("2022-12-01", "2023-02-28", "1 December 2022 – 28 February 2023",
         "2022年12月1日〜2023年2月28日", "2022년 12월 1일~2023년 2월 28일"),
        ("0001-01-01", "2023-03-31", "until 31 March 2023", "2023年3月31日まで",
         "2023년 3월 31일까지"),
    ],
)  # fmt: skip
def test_intervals_are_spelt_as_closely_as_they_are_known(first, last, english, japanese, korean):
    when = Interval(date.fromisoformat(first), date.fromisoformat(last))
    assert [words(one).interval(when) for one in LANGUAGES] == [english, japanese, korean]


def test_english_is_what_an_interval_says_of_itself():
    days = [date(2019, 12, 30) + timedelta(days=5 * step) for step in range(160)]
    w = words("en")
    assert [w.day(day) for day in days] == [spell(day) for day in days]
    pairs = [(a, b) for a, b in product(days, days) if a <= b]
    assert len(pairs) > 12_000
    assert [w.interval(Interval(*p)) for p in pairs] == [str(Interval(*p)) for p in pairs]


def test_no_two_intervals_read_alike():
    # Whoever reads only the Japanese or Korean page must be told as much.
    days = [date(2020, 1, 1) + timedelta(days=step) for step in range(0, 800, 9)]
    whole = [
        date(2020, 1, 31),
        date(2020, 3, 1),
        date(2021, 1, 1),
        date(2020, 2, 29),
        date(2020, 12, 31),
        date(2021, 12, 31),
    ]
    intervals = [Interval(a, b) for a, b in product(days, [*days, *whole]) if a <= b]
    for language in OTHERS:
        told = {words(language).interval(one) for one in intervals}
        assert len(told) == len(set(intervals))


def test_a_placeholder_spells_dates_as_the_language_does():
    when = Interval(date(2023, 3, 1), date(2023, 3, 31))
    assert words("ja")("undated-between", date=when) == "日付不明（2023年3月の間）"
    assert words("ko")("as-of", date=date(2023, 3, 31)) == "2023년 3월 31일 기준"


def test_page_numbers_become_counters_of_a_style_sheet():
    told = [words(one).css("page-of") for one in LANGUAGES]
    assert told == [
        '"Page " counter(page) " of " counter(pages)',
        'counter(page) "／" counter(pages) "ページ"',
        'counter(page) "/" counter(pages) "쪽"',
    ]


def test_a_style_sheet_cannot_be_left_from_inside_a_string():
    told = words("en").css("running-foot", edition='</style><b>"\\\n', date="}")
    assert told == (
        '"\\00003c/style\\00003e\\00003cb\\00003e\\000022\\00005c\\00000a" ", as of " "}"'
    )


def test_an_unknown_phrase_or_language_names_the_known_ones():
    with pytest.raises(UnknownName, match=r"no phrase \(ja\) 'sorces'; did you mean 'sources'\?"):
        words("ja")("sorces")
    with pytest.raises(UnknownName, match=r"no language 'fr'\. Valid: en, ja, ko"):
        words("fr")


def test_a_phrase_that_lacks_a_value_says_which():
    with pytest.raises(SourcebookError, match="'as-of' needs a value for 'date'"):
        words("en")("as-of")
    with pytest.raises(SourcebookError, match="'article' is counted: give n"):
        words("en")("article")


CALLS = {"word", "words", "own", "phrase", "w", "css", "template"}


def asked_for(path):
    """The keys that a module asks for, as far as it writes them out."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in CALLS:
                yield from (
                    one.value
                    for one in node.args[:2]
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def test_every_phrase_that_the_library_asks_for_is_there(root, tables):
    package = root / "lib" / "sourcebook"
    asked = {
        (path.name, key)
        for room in ("reading", "lesson", "handouts", "evidence")
        for path in (package / room).rglob("*.py")
        for key in asked_for(path)
    } | {
        (path.name, key)
        for path in package.rglob("*.j2")
        for key in re.findall(
            r"\bw(?:ords)?(?:\.\w+)?\(['\"]([\w-]*\w)['\"]", path.read_text("utf-8")
        )
    }
    assert len(asked) > 30
    known = tables["en"].keys() | set(LANGUAGES)
    assert sorted((name, key) for name, key in asked if key not in known) == []
