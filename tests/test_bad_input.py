"""Every broken corpus is refused with one clear error: file, place, rule and remedy."""

import csv

import pytest

from sourcebook import load_corpus
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.errors import InvalidKit, Problem

ANNOTATIONS = "corpus/annotations"
WORDS = "corpus/vocabulary"
CATALOG = "corpus/catalog.toml"
RESTORE = "restore the file from git"
NO_FILE = "there is no such file"


def swap(home, file, old, new):
    """Replace the first `old` in a file, as somebody would with a text editor."""
    path = home / file
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def first_zone(home):
    """The first row of a layer, whoever made or corrected it last."""
    with (home / ANNOTATIONS / "zones.csv").open(encoding="utf-8", newline="") as file:
        return next(csv.DictReader(file))


def problems(home):
    with pytest.raises(InvalidKit) as error:
        load_corpus(home)
    found = list(error.value.problems)
    head = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    assert str(error.value) == "\n".join([head, *map(str, found)])
    return found


def test_the_copy_is_sound_before_it_is_broken(kit):
    assert len(load_corpus(kit()).articles) == 5


# Cells of an annotation file: old text, new text, and the problem

ROWS = {
    "shifted offset": (
        "zones",
        ("seoul,14,97,", "seoul,15,98,"),
        "row 3",
        "15-98 covers 'oncerned about semiconductor supply, Be…', not the quote "
        "'Concerned about semiconductor supply, B…'",
        "the quote first stands at 14-97: mend start and end",
    ),
    "offset past the end": (
        "zones",
        ("seoul,14,97,", "seoul,14,9700,"),
        "row 3",
        "14-9700 is not a span of the article's 2024 characters",
        "the quote first stands at 14-97: mend start and end",
    ),
    "empty span": (
        "zones",
        ("seoul,14,97,", "seoul,14,14,"),
        "row 3",
        "14-14 is not a span of the article's 2024 characters",
        "the quote first stands at 14-97: mend start and end",
    ),
    "words not in the article": (
        "zones",
        ("print PRINT", "print page"),
        "row 2",
        "0-11 covers 'print PRINT', not the quote 'print page'",
        "the quote's words are not in the article: restore them or drop the row",
    ),
    "offset that is no number": (
        "zones",
        ("seoul,14,97,", "seoul,14.0,97,"),
        "row 3",
        "start and end must be whole numbers, code points counted from 0",
        "the quote first stands at 14 and 97: write these",
    ),
    "offset with an underscore": (
        "zones",
        ("seoul,14,97,", "seoul,1_4,97,"),
        "row 3",
        "start and end must be whole numbers, code points counted from 0",
        "the quote first stands at 14 and 97: write these",
    ),
    "unknown article": (
        "zones",
        ("beijing-urges-seoul,0,", "beijing-urges-soul,0,"),
        "row 2",
        "no article 'beijing-urges-soul'; did you mean 'beijing-urges-seoul'? Valid: "
        "beijing-urges-seoul, drop-trade-dispute, reset-button, seoul-beefs-up-diplomacy, "
        "warming-fast",
        "mend the article's id",
    ),
    "unknown registry key": (
        "terms",
        ("the Blue House,presidential-office,", "the Blue House,presidential-ofice,"),
        "row 3",
        "concept: no registered key 'presidential-ofice'; did you mean 'presidential-office'? "
        "Valid: cause-of-measures, comfort-women, export-measures, mobilised-labour, north-korea, "
        "plaintiffs-response, presidential-office, rule-of-korea, settlement-plan",
        "mend it, or add it to vocabulary/terms.toml",
    ),
    "impossible date": (
        "dates",
        (",2020-11-08,2020-11-14,", ",2020-11-08,2020-11-31,"),
        "row 2",
        "latest: '2020-11-31' is not a day of the calendar, written YYYY-MM-DD",
        "mend the cell",
    ),
    "date written another way": (
        "dates",
        (",2020-11-08,2020-11-14,", ",20201108,2020-11-14,"),
        "row 2",
        "earliest: '20201108' is not a day of the calendar, written YYYY-MM-DD",
        "mend the cell",
    ),
    "date with one end": (
        "dates",
        (",2020-11-08,2020-11-14,", ",unknown,2020-11-14,"),
        "row 2",
        "earliest: a date needs both its bounds",
        "write the widest interval known",
    ),
    "dates the wrong way round": (
        "dates",
        (",2020-11-08,2020-11-14,", ",2020-11-14,2020-11-08,"),
        "row 2",
        "latest comes before earliest",
        "swap or mend the two days",
    ),
    "anchor that is no span": (
        "dates",
        ("seoul-beefs-up-diplomacy:2313-2322 ", "seoul-beefs-up-diplomacy "),
        "row 2",
        "anchor: 'seoul-beefs-up-diplomacy' is not written ARTICLE:START-END",
        "mend the cell",
    ),
    "wrong status": (
        "zones",
        ("{maker},{status},", "{maker},rewieved,"),
        "row 2",
        "no status 'rewieved'; did you mean 'reviewed'? Valid: disputed, machine, reviewed",
        "choose one of these",
    ),
    "no maker": (
        "zones",
        ("{maker},{status},", ",{status},"),
        "row 2",
        "no maker",
        "write who made the annotation: a person, a rule or a model",
    ),
    "unknown zone": (
        "zones",
        ("print PRINT,boilerplate,", "print PRINT,boilerplat,"),
        "row 2",
        "zone: no zone 'boilerplat'; did you mean 'boilerplate'? Valid: boilerplate, byline, "
        "caption, dateline, headline, navigation, photo-credit, section-head, timestamp",
        "choose one of these",
    ),
    "empty cell that must be filled": (
        "zones",
        ("print PRINT,boilerplate,", "print PRINT,,"),
        "row 2",
        "zone: empty",
        "fill it; write unknown if it isn't known",
    ),
    "number with a comma": (
        "figures",
        (",30000000000,", ',"30,000,000,000",'),
        "row 11",
        "value: '30,000,000,000' is not a finite number, written with digits and a point",
        "mend the cell",
    ),
    "number without end": (
        "figures",
        (",30000000000,", ",inf,"),
        "row 11",
        "value: 'inf' is not a finite number, written with digits and a point",
        "mend the cell",
    ),
    "number a table would drop": (
        "figures",
        (",30000000000,", ",30_000_000_000,"),
        "row 11",
        "value: '30_000_000_000' is not a finite number, written with digits and a point",
        "mend the cell",
    ),
    "period the wrong way round": (
        "figures",
        ("2021-01-01/2021-12-31", "2021-12-31/2021-01-01"),
        "row 2",
        "period: 2021-01-01 comes before 2021-12-31",
        "mend the cell",
    ),
    "cell too many": (
        "zones",
        ("print PRINT,boilerplate,", "print, PRINT,boilerplate,"),
        "row 2",
        "9 cells where the header has 8",
        "quote cells that contain commas",
    ),
    "speaker with one end": (
        "quotations",
        (",155,207,", ",155,,"),
        "beijing-urges-seoul:248-271",
        "speaker_start '155' and speaker_end '' are not a span of the article",
        "give both ends of the words that name the speaker, or leave both empty",
    ),
    "speaker past the article's end": (
        "quotations",
        (",155,207,", ",155,2025,"),
        "beijing-urges-seoul:248-271",
        "speaker_start '155' and speaker_end '2025' are not a span of the article",
        "give both ends of the words that name the speaker, or leave both empty",
    ),
    "speaker that ends before it begins": (
        "quotations",
        (",155,207,", ",207,155,"),
        "beijing-urges-seoul:248-271",
        "speaker_start '207' and speaker_end '155' are not a span of the article",
        "give both ends of the words that name the speaker, or leave both empty",
    ),
    "role not in force": (
        "organisations",
        ("main opposition party", "ruling party"),
        "reset-button:4321-4337",
        "no role of democratic-party-of-korea on 16 March 2023 'ruling party'. "
        "Valid: main opposition party",
        "choose a role in force then, or date it in vocabulary/organisations.toml",
    ),
    "role of nobody known": (
        "people",
        ("President Moon Jae-in,moon-jae-in,", "President Moon Jae-in,unknown,"),
        "beijing-urges-seoul:404-425",
        "role 'President of South Korea' of somebody unknown",
        "empty the role, or register who holds it",
    ),
    "anchor in an unknown article": (
        "dates",
        ("seoul-beefs-up-diplomacy:2313-2322 ", "seoul-beefs-up:2313-2322 "),
        "beijing-urges-seoul:580-593",
        "evidence seoul-beefs-up:2313-2322: no article 'seoul-beefs-up'; did you mean "
        "'seoul-beefs-up-diplomacy'? Valid: beijing-urges-seoul, drop-trade-dispute, "
        "reset-button, seoul-beefs-up-diplomacy, warming-fast",
        "mend the reference",
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_row_with_a_mistake(case, kit):
    layer, (old, new), place, rule, remedy = ROWS[case]
    file = f"{ANNOTATIONS}/{layer}.csv"
    home = kit()
    first = first_zone(home)
    swap(home, file, old.format(**first), new.format(**first))
    assert problems(home) == [Problem(file, place, rule, remedy)]


def test_a_row_that_stands_twice(kit):
    file = f"{ANNOTATIONS}/zones.csv"
    home = kit()
    row = (home / file).read_text(encoding="utf-8").splitlines(keepends=True)[1]
    swap(home, file, row, row + row)
    assert problems(home) == [
        Problem(file, "beijing-urges-seoul:0-11", "the row stands twice", "drop one")
    ]


# A whole annotation file

ZONES = "article,start,end,quote,zone,maker,status,note"


@pytest.mark.parametrize(
    ("old", "new", "place", "rule", "remedy"),
    [
        (
            ZONES,
            "article,start,end,quote,maker,status,note",
            "row 1",
            "column zone is missing",
            f"the header must be {ZONES}",
        ),
        (
            ZONES,
            f"{ZONES},page",
            "row 1",
            "column page is not one of this layer's",
            f"the header must be {ZONES}",
        ),
        (
            ZONES,
            "article,end,start,quote,zone,maker,status,note",
            "row 1",
            "columns are out of order or stand twice",
            f"the header must be {ZONES}",
        ),
        (
            ZONES,
            f"\ufeff{ZONES}",
            "row 1",
            "the file begins with a byte order mark (BOM)",
            "save it as UTF-8 without BOM",
        ),
        (
            "print PRINT,boilerplate",
            '"print" PRINT,boilerplate',
            "line 2",
            "not CSV: ',' expected after '\"'",
            "mend it",
        ),
    ],
    ids=["missing column", "surplus column", "order of columns", "BOM", "malformed"],
)
def test_a_layer_file_of_the_wrong_shape(kit, old, new, place, rule, remedy):
    file = f"{ANNOTATIONS}/zones.csv"
    home = kit()
    swap(home, file, old, new)
    assert problems(home) == [Problem(file, place, rule, remedy)]


@pytest.mark.parametrize("layer", ["zones", "dates"])
def test_a_missing_layer(kit, layer):
    home = kit()
    (home / ANNOTATIONS / f"{layer}.csv").unlink()
    assert problems(home) == [
        Problem(f"{ANNOTATIONS}/{layer}.csv", "file", "the layer is missing", RESTORE)
    ]


def test_an_empty_layer_file_has_no_header(kit):
    home = kit()
    (home / ANNOTATIONS / "hedges.csv").write_bytes(b"")
    assert problems(home) == [
        Problem(
            f"{ANNOTATIONS}/hedges.csv",
            "row 1",
            "column article, start, end, quote, kind, maker, status, note is missing",
            "the header must be article,start,end,quote,kind,maker,status,note",
        )
    ]


def test_a_stray_csv_that_nothing_would_read(kit):
    home = kit()
    (home / ANNOTATIONS / "peoples.csv").write_text("article\n", encoding="utf-8")
    assert problems(home) == [
        Problem(
            f"{ANNOTATIONS}/peoples.csv",
            "file",
            "no layer has this name",
            "rename it to one of: zones, people, organisations, places, dates, events, figures, "
            "quotations, attributions, terms, hedges, differences, provenance",
        )
    ]


def test_a_layer_saved_in_another_encoding(kit):
    file = f"{ANNOTATIONS}/zones.csv"
    home = kit()
    (home / file).write_bytes(b"article,start\n\xe9")
    assert problems(home) == [Problem(file, "file", "not UTF-8 at byte 14", "save it as CSV UTF-8")]


# Articles and catalogue


@pytest.mark.parametrize("end", [b"\n", b" ", b"\xff"], ids=["line end", "blank", "not UTF-8"])
def test_an_article_that_changed(kit, end):
    home = kit()
    path = home / "corpus" / "articles" / "004_96cd9c4180aa896a.txt"
    path.write_bytes(path.read_bytes() + end)
    [problem] = problems(home)
    assert problem.file == "corpus/articles/004_96cd9c4180aa896a.txt"
    assert problem.place == "whole file"
    assert problem.rule.startswith("the article changed: sha256 is ")
    assert problem.rule.endswith("…, catalogued as 25dac6b8c65a…")
    assert problem.remedy == "put the old file back, or run: sourcebook review warming-fast"


FILE = 'file = "000_99741289b381d39c.txt"'
MEND = "mend the entry"
BEIJING = "[beijing-urges-seoul]"


@pytest.mark.parametrize(
    ("old", "new", "rule", "remedy"),
    [
        (
            FILE,
            'file = "../articles/000_99741289b381d39c.txt"',
            "file '../articles/000_99741289b381d39c.txt' must be a plain name inside articles/",
            MEND,
        ),
        (
            FILE,
            'file = "/etc/hostname"',
            "file '/etc/hostname' must be a plain name inside articles/",
            MEND,
        ),
        (FILE, 'file = ""', "file '' must be a plain name inside articles/", MEND),
        (FILE, 'file = ".."', "file '..' must be a plain name inside articles/", MEND),
        (
            FILE,
            'file = "000.txt"',
            "file '000.txt' cannot be read in corpus/articles",
            "add the file or mend its name",
        ),
        (FILE, "", "'file' is missing", MEND),
        (
            "earliest = 2020-11-08",
            "earliest = 2021-11-08",
            "2021-07-22 comes before 2021-11-08",
            MEND,
        ),
        (
            "earliest = 2020-11-08",
            'earliest = "2020-11-08"',
            "earliest is not a date written YYYY-MM-DD without quotation marks",
            MEND,
        ),
        (
            "latest = 2021-07-22",
            "latest = 2021-07-22T09:00:00",
            "latest is not a date written YYYY-MM-DD without quotation marks",
            MEND,
        ),
        (
            'basis = "stated"',
            'basis = "guessed"',
            "headline: no basis 'guessed'. Valid: background, inferred, stated, unknown",
            MEND,
        ),
        (
            'evidence = ["beijing-urges-seoul:14-97"]\nnote = ""',
            'evidence = []\nnote = ""',
            "headline: a fact that is stated must name its evidence",
            MEND,
        ),
        (
            'evidence = ["beijing-urges-seoul:14-97"]',
            'evidence = ["the headline"]',
            "'the headline' is not written ARTICLE:START-END",
            MEND,
        ),
        (
            'evidence = ["beijing-urges-seoul:14-97"]',
            'evidence = ["beijing-urges-seoul:14-9700"]',
            "evidence beijing-urges-seoul:14-9700 lies outside the article",
            "mend its start and end",
        ),
        (
            'evidence = ["beijing-urges-seoul:14-97"]',
            'evidence = ["beijing-urges-seoul:97-14"]',
            "evidence beijing-urges-seoul:97-14 lies outside the article",
            "mend its start and end",
        ),
        (
            'topics = ["diplomacy", "trade", "history"]',
            'topics = ["diplomacy", "trades", "history"]',
            "no topic 'trades'; did you mean 'trade'? "
            "Valid: diplomacy, history, opinion, security, trade",
            "choose one, or add it to topics.toml",
        ),
    ],
)
def test_a_catalogue_entry_with_a_mistake(kit, old, new, rule, remedy):
    home = kit()
    swap(home, CATALOG, old, new)
    # Without the article its annotations would be strangers too: only the cause is told.
    assert problems(home) == [Problem(CATALOG, BEIJING, rule, remedy)]


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        (CATALOG, "latest = 2021-07-22", "latest = 2021-02-30", "Invalid date or datetime"),
        (f"{WORDS}/topics.toml", 'label = "Trade"', "label = Trade", "Invalid value"),
    ],
    ids=["impossible date", "words without quotation marks"],
)
def test_a_toml_file_that_cannot_be_read(kit, file, old, new, why):
    home = kit()
    swap(home, file, old, new)
    before, _, _ = (home / file).read_text(encoding="utf-8").partition(new)
    line = before.count("\n") + 1
    [problem] = problems(home)
    assert (problem.file, problem.place, problem.remedy) == (file, "file", "mend that line")
    assert problem.rule.startswith(f"not readable as TOML: {why} (at line {line}, ")


@pytest.mark.parametrize("file", [CATALOG, f"{WORDS}/people.toml"])
def test_a_toml_file_saved_in_another_encoding(kit, file):
    home = kit()
    (home / file).write_bytes(b"[caf\xe9]\n")
    assert problems(home) == [Problem(file, "file", "not UTF-8 at byte 4", "save it as UTF-8")]


@pytest.mark.parametrize("file", [CATALOG, f"{WORDS}/people.toml"])
def test_a_toml_file_with_a_byte_order_mark(kit, file):
    home = kit()
    (home / file).write_bytes(b"\xef\xbb\xbf" + (home / file).read_bytes())
    rule = "the file begins with a byte order mark (BOM)"
    assert problems(home) == [Problem(file, "line 1", rule, "save it as UTF-8 without BOM")]


@pytest.mark.parametrize("file", [CATALOG, f"{WORDS}/people.toml", f"{ANNOTATIONS}/zones.csv"])
def test_a_folder_where_a_file_should_be(kit, file):
    home = kit()
    (home / file).unlink()
    (home / file).mkdir()
    [problem] = problems(home)
    assert (problem.file, problem.place) == (file, "file")
    assert problem.rule.startswith("cannot be read: ")


def test_a_missing_catalogue_and_a_missing_registry_are_both_told(kit):
    home = kit()
    (home / CATALOG).unlink()
    (home / WORDS / "terms.toml").unlink()
    assert problems(home) == [
        Problem(CATALOG, "file", NO_FILE, "restore it, or mend its name"),
        Problem(f"{WORDS}/terms.toml", "file", NO_FILE, "restore it, or mend its name"),
    ]


# Registries

FIELDS = "FIELDS"  # stands for the registry's own


@pytest.mark.parametrize(
    ("registry", "old", "new", "place", "rule", "remedy"),
    [
        (
            "topics",
            'label = "Trade"',
            'lable = "Trade"',
            "[trade]",
            "no field 'lable'; did you mean 'label'? Valid: description, label",
            FIELDS,
        ),
        ("topics", 'label = "Trade"', "", "[trade]", "'label' is missing", FIELDS),
        (
            "events",
            "earliest = 2023-03-10",
            "earliest = 2023-03-11",
            "[gallup-poll-published]",
            "2023-03-10 comes before 2023-03-11",
            FIELDS,
        ),
        (
            "events",
            "earliest = 2023-03-10",
            'earliest = "10 March"',
            "[gallup-poll-published]",
            "earliest is not a date written YYYY-MM-DD without quotation marks",
            FIELDS,
        ),
        (
            "events",
            '"reset-button:3001-3017"',
            '"reset-button:3001-3016"',
            "[gallup-poll-published]",
            "evidence reset-button:3001-3016 is not a row of dates.csv",
            "cite the date expression that supports the event's date",
        ),
        (
            "events",
            '"reset-button:3001-3017"',
            '"reset-button:3001-30170"',
            "[gallup-poll-published]",
            "evidence reset-button:3001-30170 lies outside the article",
            "mend its start and end",
        ),
        (
            "figures",
            'topics = ["opinion"]',
            'topics = ["polls"]',
            "[no-need-to-rush]",
            "no topic 'polls'. Valid: diplomacy, history, opinion, security, trade",
            "choose one, or add it to topics.toml",
        ),
        (
            "differences",
            'background_with = ["warming-fast"]',
            'background_with = ["warming"]',
            "[radar-or-no-cause]",
            "background_with: no article 'warming'; did you mean 'warming-fast'? Valid: "
            "beijing-urges-seoul, drop-trade-dispute, reset-button, seoul-beefs-up-diplomacy, "
            "warming-fast",
            "mend the article's id",
        ),
        (
            "people",
            "from = 2017-05-10\nto = 2022-05-09",
            "from = 2017-05-10\nto = 2012-05-09",
            "[moon-jae-in]",
            "role 'President of South Korea' ends before it begins",
            FIELDS,
        ),
        (
            "people",
            "from = 2017-05-10",
            'from = "May 2017"',
            "[moon-jae-in]",
            "role date 'May 2017' is not written YYYY-MM-DD",
            FIELDS,
        ),
        (
            "people",
            "from = 2017-05-10",
            "since = 2017-05-10",
            "[moon-jae-in]",
            "no field of a role 'since'; did you mean 'evidence'? "
            "Valid: basis, evidence, from, note, role, to",
            FIELDS,
        ),
    ],
)
def test_a_registry_entry_with_a_mistake(kit, registry, old, new, place, rule, remedy):
    file = f"{WORDS}/{registry}.toml"
    home = kit()
    swap(home, file, old, new)
    if remedy == FIELDS:
        first, others = REGISTRIES[registry]
        remedy = f"mend the entry; its fields may be {', '.join([first, *others.split()])}"
    assert problems(home) == [Problem(file, place, rule, remedy)]


# Many at once


def test_all_problems_are_listed_at_once(kit):
    home = kit()
    swap(home, f"{ANNOTATIONS}/zones.csv", "seoul,14,97,", "seoul,15,98,")
    first = "{maker},{status},".format(**first_zone(home))
    swap(home, f"{ANNOTATIONS}/zones.csv", first, first.replace(",", ",x", 1))
    swap(home, f"{ANNOTATIONS}/terms.csv", "Blue House,presidential-office,", "Blue House,office,")
    swap(home, f"{ANNOTATIONS}/dates.csv", "2020-11-14", "2020-11-31")
    swap(home, f"{WORDS}/figures.toml", 'topics = ["opinion"]', 'topics = ["polls"]')
    (home / ANNOTATIONS / "hedges.csv").unlink()
    (home / ANNOTATIONS / "notes.csv").write_text("", encoding="utf-8")
    assert [(problem.file, problem.place) for problem in problems(home)] == [
        (f"{ANNOTATIONS}/zones.csv", "row 2"),
        (f"{ANNOTATIONS}/zones.csv", "row 3"),
        (f"{ANNOTATIONS}/dates.csv", "row 2"),
        (f"{ANNOTATIONS}/terms.csv", "row 3"),
        (f"{ANNOTATIONS}/hedges.csv", "file"),
        (f"{ANNOTATIONS}/notes.csv", "file"),
        (f"{WORDS}/figures.toml", "[no-need-to-rush]"),
    ]


def test_one_row_with_two_mistakes_is_told_both(kit):
    file = f"{ANNOTATIONS}/zones.csv"
    home = kit()
    maker = first_zone(home)["maker"]
    swap(home, file, f"0,11,print PRINT,boilerplate,{maker},", "1,12,print PRINT,junk,,")
    assert [problem.rule.split(":")[0].split(" covers")[0] for problem in problems(home)] == [
        "1-12",
        "no maker",
        "zone",
    ]


@pytest.mark.parametrize(
    ("start", "end", "remedy"),
    [
        ("", "", "the quote first stands at 14 and 97: write these"),
        ("14", "", "the quote first stands at 14 and 97: write these"),
    ],
)
def test_a_row_without_offsets_is_told_where_its_quote_stands(kit, start, end, remedy):
    home = kit()
    file = f"{ANNOTATIONS}/zones.csv"
    swap(home, file, "seoul,14,97,", f"seoul,{start},{end},")
    rule = "start and end must be whole numbers, code points counted from 0"
    assert problems(home) == [Problem(file, "row 3", rule, remedy)]


def test_a_layer_separated_by_semicolons_is_told(kit):
    home = kit()
    file = f"{ANNOTATIONS}/zones.csv"
    path = home / file
    path.write_bytes(path.read_bytes().replace(b",", b";"))
    rule = "the cells are separated by semicolons"
    remedy = "save it with commas between the cells"
    assert problems(home) == [Problem(file, "row 1", rule, remedy)]


def test_a_headline_whose_evidence_says_something_else(kit):
    home = kit()
    swap(
        home,
        CATALOG,
        'evidence = ["beijing-urges-seoul:14-97"]',
        'evidence = ["beijing-urges-seoul:0-11"]',
    )
    rule = (
        "headline 'Concerned about semiconductor supply, B…' is not what its evidence says: "
        "'print PRINT'"
    )
    remedy = "cite where the text says it, or empty the evidence and say so in the note"
    assert problems(home) == [Problem(CATALOG, BEIJING, rule, remedy)]


def test_a_quotation_that_stands_twice_with_two_speakers(kit):
    home = kit()
    path = home / ANNOTATIONS / "quotations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    again = [*rows[1]]
    again[rows[0].index("speaker_start")] = again[rows[0].index("speaker_end")] = ""
    again[rows[0].index("cue")] = "insisted"
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(again)
    place = f"{again[0]}:{again[1]}-{again[2]}"
    said = Problem(f"{ANNOTATIONS}/quotations.csv", place, "the quotation stands twice", "drop one")
    assert problems(home) == [said]


def test_a_folder_that_is_no_kit_is_told_what_is_missing(tmp_path):
    with pytest.raises(InvalidKit, match=rf"^10 problems\ncorpus/catalog.toml, file: {NO_FILE}"):
        load_corpus(tmp_path)
