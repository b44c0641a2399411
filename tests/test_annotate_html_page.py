"""Web pages: what a reader sees of them, the zones of that, and what they state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.annotate.html import read_html

NEWS = """<!DOCTYPE html><html lang="en-GB"><head><title>Ferries stranded - The Post</title>
<meta property="og:site_name" content="The Post">
<meta property="article:published_time" content="2024-03-14T08:00:00Z">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "NewsArticle", "headline": "Ferries &amp; talks", "author": [{"name": "Helen Marsh"},
{"name": "Tom Roe"}], "datePublished": "2024-03-14"}]}</script><style>p {color: red}</style></head>
<body class="has-ads"><div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
<header><h1 class="logo">The Post</h1><nav><ul><li><a href="/">Home</a><li><a>News</a></ul></nav>
</header><main><article><header><h1>Ferries stranded as
   talks collapse</h1><p class="standfirst">Union says no</p>
<div class="meta">By <a rel="author" href="#">Helen Marsh</a> |
<time datetime="2024-03-14">14 March 2024</time></div></header>
<figure><img src="x" alt="not seen"><figcaption>Lorries queue at Fishguard
<span class="credit">Photo: Getty</span></figcaption></figure>
<div class="article-body has-related"><p>FISHGUARD, Wales &mdash; Passengers faced a <b>second</b>
day of cancellations on Thursday.</p><p>"We have no choice," said Owen&nbsp;Pryce.<br>"None."</p>
<aside class="newsletter"><h3>Sign up</h3><p>Our best stories.</p></aside>
<h2>Nobody told us</h2><p>About 400 lorries were parked, police said.</p>
<p hidden>unseen</p><p style="display: none">unseen</p><!-- unseen -->
<p><a href="/x">Why the ferry firm lost its money</a></p><p>The end came at noon on Friday.
</div><ul class="tags"><li>Wales<li>Ferries</ul></article></main>
<footer>© 2024 The Post</footer></body></html>"""

BLOG = """<HTML><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=/>Home</A> | <A HREF=/news>News</A> |
<A HREF=/about>About</A></TD></TR><TR><TD><FONT SIZE=5>Village shop saved by its customers</FONT>
<BR><BR>By Lucy Hart<BR><BR>Villagers have bought their only shop after a campaign of three years.
<BR><BR>It will open on Monday, with a post office &amp; a caf&eacute; in the yard.<BR><BR>
Copyright 1999 The Valley News. All rights reserved.</TD></TR></TABLE>"""


def zones(page):
    return [(zone["zone"], zone.quote) for zone in page.zones]


def test_a_news_page():
    page = read_html(NEWS, "ferries")
    assert zones(page) == [
        ("boilerplate", "We use cookies.\n\nAccept"),
        ("navigation", "The Post\n\nHome\n\nNews"),
        ("headline", "Ferries stranded as talks collapse"),
        ("byline", "By Helen Marsh"),
        ("timestamp", "14 March 2024"),
        ("caption", "Lorries queue at Fishguard"),
        ("photo-credit", "Photo: Getty"),
        ("dateline", "FISHGUARD, Wales —"),
        ("boilerplate", "Sign up\n\nOur best stories."),
        ("section-head", "Nobody told us"),
        ("boilerplate", "Why the ferry firm lost its money"),
        ("navigation", "Wales\n\nFerries"),
        ("boilerplate", "© 2024 The Post"),
    ]
    assert '"We have no choice," said Owen\xa0Pryce.\n"None."\n\nSign up' in page.text
    assert "unseen" not in page.text and "not seen" not in page.text
    assert (page.headline, page.published) == ("Ferries & talks", "2024-03-14")
    assert (page.author, page.site_name) == ("Helen Marsh, Tom Roe", "The Post")
    assert page.language == "en-GB"


def test_a_page_without_telling_markup_is_read_as_text():
    page = read_html(BLOG, "shop")
    assert zones(page) == [
        ("navigation", "Home | News | About"),
        ("headline", "Village shop saved by its customers"),
        ("byline", "By Lucy Hart"),
        ("boilerplate", "Copyright 1999 The Valley News. All rights reserved."),
    ]
    assert "a post office & a café in the yard." in page.text
    assert (page.headline, page.published, page.author) == ("", "", "")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two", "one\n\ntwo"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<p>a  <b> b</b>\n c </p>", "a b c"),
        ("<table><tr><td>A<td>1</td></tr><tr><th>B</th><td>2</table>", "A\t1\nB\t2"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("tea &amp; milk &#8212; &eacute; &nosuch; &", "tea & milk — é &nosuch; &"),
        ("<script>if (a < b) x()</script><noscript>n</noscript><template>t</template>ok", "ok"),
        ("<p>1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<textarea>a</textarea><svg><text>b</text></svg><select><option>c</select>d", "d"),
        ('<a title="1 > 0">shown</a>', "shown"),
        ("<!doctype html><?xml version='1.0'?><![CDATA[x]]>ok", "ok"),
        ("<p>kept<!-- never closed <p>lost", "kept"),
        ("<b><p>one</b> two</p>three", "one two\n\nthree"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";"),
        ("", ""),
    ],
)
def test_visible_text(html, text):
    assert read_html(html, "page").text == text


@pytest.mark.parametrize(
    ("element", "zone"),
    [
        ('<div class="c-article__byline">Ana Silva</div>', "byline"),
        ('<span itemprop="author">Ana Silva</span>', "byline"),
        ('<div class="post-date">3 May</div>', "timestamp"),
        ('<p class="dateline">3 May, Lima</p>', "timestamp"),
        ('<p class="wp-caption-text">The old mine</p>', "caption"),
        ('<span class="photo-credit">Ana Silva</span>', "photo-credit"),
        ('<div role="navigation">Mines</div>', "navigation"),
        ('<ol class="breadcrumb"><li>Mines</ol>', "navigation"),
        ('<div class="share-buttons">Tell your friends</div>', "boilerplate"),
        ('<section id="comments"><h2>What you say</h2></section>', "boilerplate"),
        ('<div class="related-articles">The other mine</div>', "navigation"),
        ('<aside class="popular">The other mine</aside>', "navigation"),
        ('<div data-x="1" class="ad-slot">Buy gold</div>', "boilerplate"),
    ],
)
def test_what_classes_and_roles_tell(element, zone):
    story = "<p>The mine will close in May, its owner said.</p><p>It opened in 1931, in March.</p>"
    page = read_html(f"<article><h1>Mine to close</h1>{element}{story}</article>", "mine")
    assert [name for name, _ in zones(page)] == ["headline", zone]


def test_a_class_on_most_of_the_page_is_not_believed():
    story = "<p>The mine will close in May after ninety years, its owner said on Friday.</p>" * 4
    page = read_html(f'<h1>Mine to close</h1><div class="related">{story}</div>', "mine")
    assert zones(page) == [("headline", "Mine to close")]


@pytest.mark.parametrize("written", ["{", "[" * 100_000, '"x"', "[1, null]", '{"headline": 3}'])
def test_broken_linked_data_states_nothing(written):
    page = read_html(f'<script type="application/ld+json">{written}</script>', "page")
    assert (page.headline, page.author) == ("", "")


TAGS = st.sampled_from(
    "<p>|</p>|<div class=byline>|</div>|<h1>|<br>|<td>|</table>|<nav>|</nav>|<b>|</i>|x y.|<!--|-->"
    "|<a b='|\">|<![|<?|</|<|&#1;|\0|\ud800|<script>|</script>|<pre>|By Ana Silva|<time>|\n".split(
        "|"
    )
)


@given(st.one_of(st.text(), st.lists(TAGS).map("".join)))
def test_any_string_is_read(html):
    page = read_html(html, "page")
    end = 0
    for zone in page.zones:
        assert end <= zone.start < zone.end
        assert zone.quote == page.text[zone.start : zone.end]
        assert zone.maker == "rule:html"
        end = zone.end


@pytest.mark.parametrize(
    "piece",
    ["<![", "<!--", "<!-- --!", "<a", '<a "', "<a b='", "</a", "<?", "<script>", "&a", "&#9"],
)
def test_a_megabyte_of_unfinished_markup_takes_linear_time(piece):
    page = read_html("<p>Read me</p>" + piece * (1_000_000 // len(piece)), "page")
    assert page.text.startswith("Read me")


@pytest.mark.parametrize(
    ("before", "after"),
    [("<div>", "</div>"), ("<b>", "</i>"), ("<span class=byline>", ""), ("<ul><li>", "</b>")],
)
def test_deep_nesting_takes_linear_time(before, after):
    assert read_html(before * 100_000 + "x" + after * 100_000, "page").text == "x"
