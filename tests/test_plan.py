import pytest

from sourcebook.errors import InvalidKit, UnknownName
from sourcebook.handouts.kit import problems_of, read_kit
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
    assert len(lessons) == 4
    for lesson in lessons:
        editions = {
            (h.parameters["audience"], h.parameters["as_of"])
            for h in plan
            if h.notebook.name == lesson
        }
        assert editions == {
            ("classroom", "2023-03-31"),
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
        "'audience'? Valid: articles, as_of, assumed_sample_size, audience, prepared_for, terms, "
        "title\n    remedy: mend the name"
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
        "03_security_cooperation, 04_public_opinion\n    remedy: mend the name"
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
