import nbformat
import pytest

from sourcebook.errors import InvalidKit, UnknownName
from sourcebook.handouts.kit import problems_of, read_kit
from sourcebook.handouts.page import title as heading
from sourcebook.handouts.plan import choose, read_plan


@pytest.fixture(scope="session")
def whole(root):
    return read_kit(root)


@pytest.fixture
def refusal(whole, tmp_path):
    def read(text):
        path = tmp_path / "plan.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidKit) as error:
            read_plan(path, whole)
        return [str(problem) for problem in error.value.problems]

    return read


def test_the_default_plan_has_every_lesson_for_every_audience_and_an_early_edition(root, whole):
    plan = read_plan(root / "briefings.toml", whole)
    lessons = {handout.notebook.name for handout in plan} - {"00_start_here"}
    assert len(plan) >= 13
    assert len(lessons) == 5
    for lesson in lessons:
        editions = {
            (h.parameters["audience"], h.parameters["as_of"])
            for h in plan
            if h.notebook.name == lesson
        }
        assert editions == {
            ("classroom", "2023-03-31"),
            ("teacher", "2023-03-31"),
            ("self-study", "2023-03-31"),
            ("briefing", "2023-03-31"),
            ("classroom", "2020-12-31"),
        }


def test_a_handouts_own_parameters_outweigh_the_defaults(whole, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(
        '[defaults]\nas_of = 2023-03-31\naudience = "briefing"\n'
        '[handouts.one]\nnotebook = "04_public_opinion"\nas_of = 2020-12-31\n'
        '[handouts.two]\nnotebook = "04_public_opinion"\nfile = "Second.html"\n',
        encoding="utf-8",
    )
    one, two = read_plan(path, whole)
    assert dict(one.parameters) == {"as_of": "2020-12-31", "audience": "briefing"}
    assert (one.file, two.file) == ("one.html", "Second.html")


def test_a_misspelt_parameter_names_the_valid_ones(refusal):
    assert refusal('[handouts.one]\nnotebook = "04_public_opinion"\naudiense = "briefing"\n') == [
        "plan.toml, [handouts.one]: no parameter of 04_public_opinion 'audiense'; did you mean "
        "'audience'? Valid: articles, as_of, assumed_sample_size, audience, language, prepared, "
        "prepared_for, terms, title\n    remedy: mend the name"
    ]


def test_an_ill_typed_parameter_says_what_is_wanted(refusal):
    assert refusal('[handouts.one]\nnotebook = "04_public_opinion"\nas_of = "soon"\n') == [
        "plan.toml, [handouts.one]: as_of = 'soon': must be a date written YYYY-MM-DD\n"
        "    remedy: as_of: the day whose knowledge is shown"
    ]


def test_an_unknown_notebook_names_the_valid_ones(refusal):
    assert refusal('[handouts.one]\nnotebook = "04_public_opinions"\n') == [
        "plan.toml, [handouts.one]: no notebook '04_public_opinions'; did you mean "
        "'04_public_opinion'? Valid: 00_start_here, 01_background, 02_trade_dispute, "
        "03_security_cooperation, 04_public_opinion, 05_reading_with_a_machine\n"
        "    remedy: mend the name"
    ]


def test_an_unknown_article_names_the_valid_ones(refusal):
    told = refusal('[handouts.one]\nnotebook = "01_background"\narticles = ["reset-buton"]\n')
    assert "no article 'reset-buton'; did you mean 'reset-button'?" in told[0]


def test_clashing_file_names_are_refused_even_when_only_their_case_differs(refusal):
    told = refusal(
        '[handouts.one]\nnotebook = "01_background"\nfile = "Same.html"\n'
        '[handouts.two]\nnotebook = "01_background"\nfile = "same.html"\n'
    )
    assert told == [
        "plan.toml, [handouts.two]: file 'same.html' is already that of [handouts.one]\n"
        "    remedy: give each handout its own file name"
    ]


@pytest.mark.parametrize(
    "file",
    ["../out.html", "a/b.html", "CON.html", "index.html", ".html", "x" * 300 + ".html", "a.pdf"],
)
def test_file_names_that_are_not_safe_everywhere_are_refused(refusal, file):
    told = refusal(f'[handouts.one]\nnotebook = "01_background"\nfile = "{file}"\n')
    assert "is not safe everywhere" in told[0]


def test_every_problem_of_a_plan_is_told_at_once(refusal):
    told = refusal(
        "[default]\nas_of = 2023-03-31\n"
        '[handouts.one]\nnotebook = "05_missing"\n'
        '[handouts.two]\nnotebook = "01_background"\nterms = "polite"\n'
    )
    assert [line.split(":")[0] for line in told] == [
        "plan.toml, [default]",
        "plan.toml, [handouts.one]",
        "plan.toml, [handouts.two]",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the plan lists no handout"),
        ("[handouts.one]\n", "names no notebook"),
        ("[handouts.one\n", "not readable as TOML"),
    ],
)
def test_a_plan_without_handouts_says_so(refusal, text, message):
    assert message in refusal(text)[0]


def test_a_plan_that_is_not_there_is_named(whole, tmp_path):
    with pytest.raises(InvalidKit, match=r"none.toml, file: there is no such file"):
        read_plan(tmp_path / "none.toml", whole)


def test_only_the_named_handouts_are_chosen(root, whole):
    plan = read_plan(root / "briefings.toml", whole)
    assert [h.name for h in choose(plan, ("public-opinion-2020",))] == ["public-opinion-2020"]
    assert choose(plan, ()) == plan
    with pytest.raises(UnknownName, match="did you mean 'public-opinion-2020'"):
        choose(plan, ("public-opinion-2021",))


def test_two_origins_for_one_report_are_refused(kit):
    home = kit("notebooks")
    catalog = home / "corpus" / "catalog.toml"
    text = catalog.read_text(encoding="utf-8")
    start = text.index("[drop-trade-dispute.origin]")
    changed = text[:start] + text[start:].replace("tokyo-summit-wire", "another-wire", 1)
    catalog.write_text(changed, encoding="utf-8")
    [problem] = problems_of(home)
    assert (problem.file, problem.place, problem.remedy) == (
        "corpus/catalog.toml",
        "[reset-button], [drop-trade-dispute]",
        "give both the same origin.value, with a note on which is the earlier version",
    )
    assert problem.rule.startswith("two origins for articles that share 3")


@pytest.mark.parametrize("key", ["notebook", "file"])
def test_defaults_cannot_share_a_notebook_or_a_file(refusal, key):
    given = {"notebook": "01_background", "file": "one.html"}[key]
    assert refusal(
        f'[defaults]\n{key} = "{given}"\n[handouts.one]\nnotebook = "01_background"\n'
    ) == [f"plan.toml, [defaults]: {key} cannot be shared\n    remedy: give each handout its own"]


@pytest.mark.parametrize(
    ("default", "message"),
    [
        ('audience = "parents"', "audience = 'parents': must be one of classroom, teacher, "),
        ("as_off = 2020-12-31", "no parameter of 01_background 'as_off'; did you mean 'as_of'?"),
        ('articles = ["reset-buton"]', "no article 'reset-buton'; did you mean 'reset-button'?"),
    ],
)
def test_defaults_are_checked_like_a_handouts_own_parameters(refusal, default, message):
    [told] = refusal(f'[defaults]\n{default}\n[handouts.one]\nnotebook = "01_background"\n')
    assert told.startswith(f"plan.toml, [handouts.one]: {message}")


def test_an_edition_without_articles_is_refused_with_the_first_day_that_has_one(refusal):
    plan = '[handouts.one]\nnotebook = "01_background"\nas_of = 1900-01-01\n'
    assert refusal(plan) == [
        "plan.toml, [handouts.one]: no article is left as of 1900-01-01\n    remedy: the first of "
        "these articles may be from 2020-11-08: set as_of to then or later"
    ]
    [told] = refusal(plan.replace("1900-01-01", '2023-03-15\narticles = ["reset-button"]'))
    assert "may be from 2023-03-16" in told


@pytest.mark.parametrize("title", ["", "  "])
def test_without_a_title_the_lessons_own_is_used(whole, tmp_path, title):
    path = tmp_path / "plan.toml"
    path.write_text(
        f'[defaults]\ntitle = "{title}"\n[handouts.one]\nnotebook = "04_public_opinion"\n'
        '[handouts.two]\nnotebook = "04_public_opinion"\ntitle = " What they say "\n',
        encoding="utf-8",
    )
    one, two = read_plan(path, whole)
    assert (heading(one, whole.corpus.vocabulary), heading(two, whole.corpus.vocabulary)) == (
        "Public opinion",
        "What they say",
    )


def test_a_plan_that_is_a_folder_is_named(whole, tmp_path):
    with pytest.raises(InvalidKit) as error:
        read_plan(tmp_path, whole)
    [problem] = error.value.problems
    assert (problem.file, problem.place) == (tmp_path.name, "file")
    assert problem.rule.startswith("cannot be read: ")


def test_a_plan_with_a_byte_order_mark_says_how_to_save_it(refusal):
    assert refusal('\ufeff[handouts.one]\nnotebook = "01_background"\n') == [
        "plan.toml, line 1: the file begins with a byte order mark (BOM)\n"
        "    remedy: save it as UTF-8 without BOM"
    ]


@pytest.fixture
def untitled(kit):
    """A kit in which somebody pressed the + of JupyterLab and left what came of it."""
    home = kit("notebooks", "briefings.toml")
    nbformat.write(nbformat.v4.new_notebook(), home / "notebooks" / "Untitled.ipynb")
    return home


def test_an_untitled_notebook_stops_no_other(untitled, root, whole):
    kit = read_kit(untitled)
    assert list(kit.notebooks.broken) == ["Untitled"]
    plan = read_plan(untitled / "briefings.toml", kit)
    assert [one.name for one in plan] == [
        one.name for one in read_plan(root / "briefings.toml", whole)
    ]
    assert {problem.file for problem in problems_of(untitled)} == {"notebooks/Untitled.ipynb"}


def test_a_plan_that_names_a_broken_notebook_gets_its_problem(untitled, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text('[handouts.one]\nnotebook = "Untitled"\n', encoding="utf-8")
    with pytest.raises(InvalidKit) as error:
        read_plan(path, read_kit(untitled))
    assert [str(problem) for problem in error.value.problems] == [
        "plan.toml, [handouts.one]: notebooks/Untitled.ipynb, cell 1: the first cell is not "
        "Markdown that begins with '# ' and the title\n    remedy: open with the title and the "
        "question"
    ]


def test_a_lessons_own_title_is_reworded_in_neutral_terms(whole, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(
        '[handouts.one]\nnotebook = "02_trade_dispute"\nterms = "neutral"\n'
        '[handouts.two]\nnotebook = "02_trade_dispute"\nterms = "neutral"\n'
        'title = "A trade dispute"\n',
        encoding="utf-8",
    )
    one, two = read_plan(path, whole)
    assert heading(one, whole.corpus.vocabulary) == "The disagreement over export measures"
    assert heading(two, whole.corpus.vocabulary) == "A trade dispute"
