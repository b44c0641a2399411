"""What an article, a registry, a parameter or a cell says never becomes a page's works."""

import hostile
import pytest
from bs4 import BeautifulSoup

pytestmark = [pytest.mark.browser, pytest.mark.notebooks]

# What a page of the kit is made of; nothing else may come in by any door.
OURS = set(
    "html head meta title style body header main footer nav section div p h1 h2 h3 a b strong em "
    "i span sup sub mark data ul ol li dl dt dd pre code table caption thead tbody tr th td "
    "figure figcaption blockquote details summary img svg g path text use defs clippath rect "
    "pattern circle line br hr small abbr del bdi".split()
)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """The handout and the index of the hostile kit, rendered as any other."""
    from sourcebook.handouts.kit import read_kit
    from sourcebook.handouts.page import index, page
    from sourcebook.handouts.plan import read_plan
    from sourcebook.handouts.run import run

    home = hostile.build(tmp_path_factory.mktemp("hostile"))
    kit = read_kit(home)
    plan = [handout] = read_plan(home / "briefings.toml", kit)
    # As render does, but the proofreader is not asked: it would keep such a page from any reader.
    ran = run(handout.notebook.path, handout.parameters, "self-study")
    for name, html in (
        (handout.file, page(handout, ran, kit.corpus)),
        ("index.html", index(plan, kit.corpus.vocabulary)),
    ):
        (home / name).write_text(html, encoding="utf-8", newline="\n")
    return home


@pytest.fixture(scope="module")
def page(attacked):
    return BeautifulSoup((attacked / "attack.html").read_text(encoding="utf-8"), "html.parser")


def test_there_are_attacks_enough():
    assert len(set(hostile.STRINGS)) >= 30


@pytest.mark.parametrize("bypass", [True, False], ids=["escaping alone", "policy as well"])
@pytest.mark.parametrize("name", ["attack.html", "index.html"])
def test_nothing_runs_and_nothing_is_asked_for(attacked, visit, browser, name, bypass):
    context = browser.new_context(bypass_csp=bypass, offline=True)
    context.add_init_script("window.hits = []; window.hit = why => { window.hits.push(why) }")
    page = context.new_page()
    told = []
    for event in ("request", "console", "dialog", "pageerror", "download", "popup"):
        page.on(event, lambda what, event=event: told.append((event, str(what))))
    page.goto((attacked / name).as_uri())
    # What waits for a reader: the pointer over everything, every fold opened, every key.
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    page.mouse.move(300, 300)
    for _ in range(60):
        page.keyboard.press("Tab")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hits") == []
    assert [event for event, _ in told] == ["request"], told  # the page itself
    assert page.url.partition("#")[0] == (attacked / name).as_uri()
    context.close()


def test_a_policy_bypassed_would_let_a_script_run(attacked, browser, tmp_path):
    """The test above can fail: an unescaped attack is seen by it."""
    text = (attacked / "index.html").read_text(encoding="utf-8")
    (tmp_path / "bad.html").write_text(text.replace("<main>", "<main>" + hostile.STRINGS[2]))
    for bypass, hits in ((True, ["onerror"]), (False, [])):
        context = browser.new_context(bypass_csp=bypass, offline=True)
        context.add_init_script("window.hits = []; window.hit = why => { window.hits.push(why) }")
        page = context.new_page()
        page.goto((tmp_path / "bad.html").as_uri())
        page.wait_for_timeout(200)
        assert page.evaluate("window.hits") == hits
        context.close()


def test_the_page_is_made_of_nothing_but_its_own_elements(attacked, page):
    for path in attacked.glob("*.html"):
        whole = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert {element.name for element in whole.find_all(True)} <= OURS
        assert len(whole.find_all("style")) == len(whole.find_all("title")) == 1
        assert len(whole.find_all("meta")) == 3
        for element in whole.find_all(True):
            for name, value in element.attrs.items():
                assert not name.startswith("on") and name not in ("style", "srcdoc", "action")
                if name in ("href", "src", "xlink:href"):
                    assert value.startswith(("#", "data:image/", "https://", "attack.html")), value
                    assert element.name != "img" or value.startswith("data:image/")


def test_foreign_html_cannot_pass_for_what_the_kit_says_of_itself(page):
    for cell in page.select("main > .scroll[role=group] *"):
        assert not cell.get("class") and not cell.get("id") and not cell.get("data-articles")
    assert [one["id"] for one in page.select("[id=s1]")] == ["s1"]
    assert page.find(id="s1").name == "li"


def test_what_an_article_says_stands_there_word_for_word(page):
    passages = [one.get_text() for one in page.select("ol.sources .passage")]
    for number, words in enumerate(hostile.STRINGS):
        line = hostile._paragraph(number, words)
        said = [one.replace("\u202c", "").replace("\u2069", "") for one in passages]
        assert line.replace("\u2069", "") in said, words


def test_a_title_and_whom_it_is_for_are_text(page):
    assert page.h1.get_text() == hostile.STRINGS[20] + hostile.STRINGS[36]
    assert hostile.STRINGS[20] in page.title.get_text()
    assert hostile.STRINGS[0] + hostile.STRINGS[21] in page.select_one(".band").get_text()


def test_an_attack_in_a_drawing_is_text_of_the_drawing(page):
    drawn = " ".join(
        text.get_text() for svg in page.find_all("svg") for text in svg.find_all("text")
    )
    assert "<script>hit('script')</script>" in drawn
    for svg in page.find_all("svg"):
        assert not svg.find_all(["script", "image", "foreignobject", "a", "style", "animate"])


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_leaves_its_place(attacked, visit, width):
    page = visit(attacked / "attack.html", viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # Nothing of the text rises over the header, and nothing of the foot sinks into the text.
    over = page.evaluate(
        """() => {
            const head = document.querySelector("body > header").getBoundingClientRect();
            const foot = document.querySelector("body > footer").getBoundingClientRect();
            return [...document.querySelectorAll("main *")]
                .filter(e => e.checkVisibility() && !e.closest(".toc"))
                .filter(e => {
                    const box = e.getBoundingClientRect();
                    return box.height && (box.top < head.bottom - 1 || box.bottom > foot.top + 1);
                })
                .map(e => e.outerHTML.slice(0, 80));
        }"""
    )
    assert over == []


def test_the_words_around_an_attack_keep_their_direction(attacked, visit):
    page = visit(attacked / "attack.html", viewport={"width": 1280, "height": 900})
    turned = page.evaluate(
        """() => {
            const before = (p, start, end) => {
                // Where two words of one paragraph stand: the first must come first.
                const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), boxes = [];
                while (walk.nextNode()) for (const word of [start, end]) {
                    const at = walk.currentNode.data.indexOf(word);
                    if (at < 0) continue;
                    const range = document.createRange();
                    range.setStart(walk.currentNode, at);
                    range.setEnd(walk.currentNode, at + word.length);
                    boxes.push(range.getBoundingClientRect());
                }
                const [a, b] = [boxes[0], boxes.at(-1)];
                return a.bottom <= b.top + 4 || a.right <= b.left + 1;
            };
            return [...document.querySelectorAll("main > p")]
                .map(p => [p, p.textContent])
                .filter(([p, said]) => /^Before |^After it all/.test(said))
                .map(([p, said]) => said.startsWith("Before")
                    ? [before(p, "Before", "after"), before(p, "and", "after"), said]
                    : [before(p, "After", "stands"), before(p, "stands", "order"), said])
                .filter(([one, two]) => !one || !two)
                .map(([one, two, said]) => said.slice(0, 120));
        }"""
    )
    assert turned == []
