"""Figures are found with value, bounds, unit and hedge; names, dates and references are not."""

from decimal import localcontext

import pytest

from sourcebook import load_corpus
from sourcebook.annotate.figures import find_figures
from sourcebook.annotate.figures.number_words import plain, read_number
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation

# A sentence, and its figures: words, value, low, high, unit.
SENTENCES = [
    ("Unemployment fell to 4.1 per cent in the spring quarter.", ["4.1 per cent|4.1|||%"]),
    ("Shares closed up 0.25 percentage points, about 25 basis points above target.",
     ["0.25 percentage points|0.25|||percentage points",
      "about 25 basis points|25|||basis points"]),
    ("The firm paid US$1.2bn for the mine and £3m in fees.",
     ["US$1.2bn|1200000000|||US dollars", "£3m|3000000|||pounds (£)"]),
    ("Tickets cost €40, or 20p more than last year.", ["€40|40|||euros (€)", "20p|20|||pence"]),
    ("It lost ¥100 million, while rivals earned 3 trillion won and 500,000 yen.",
     ["¥100 million|100000000|||yen or yuan (¥)", "3 trillion won|3000000000000|||won",
      "500,000 yen|500000|||yen"]),
    ("At least 1,200 people were evacuated.", ["At least 1,200 people||1200||people"]),
    ("Only 12 of the 40 members voted.", ["12|12|||members", "40 members|40|||members"]),
    ("A dozen eggs and half a million visitors.",
     ["A dozen eggs|12|||eggs", "half a million visitors|500000|||visitors"]),
    ("Hundreds of protesters gathered while thousands marched.",
     ["Hundreds of protesters||200||protesters", "thousands||2000||unknown"]),
    ("Tens of thousands of fans waited for three and a half hours.",
     ["Tens of thousands of fans||20000||fans", "three and a half hours|3.5|||hours"]),
    ("A third of voters and three-quarters of pensioners were unsure; one in five refused.",
     ["A third|33.33|||% of voters", "three-quarters|75|||% of pensioners",
      "one in five|20|||%"]),
    ("Brazil is the second-biggest producer and the third most populous state in the bloc.",
     ["second-biggest|2|||rank", "third most populous|3|||rank"]),
    ("She was ranked third, behind the No. 1 seed.", ["third|3|||rank", "No. 1|1|||rank"]),
    ("The talks lasted three days after a two-and-a-half-hour delay.",
     ["three days|3|||days", "two-and-a-half-hour|2.5|||hours"]),
    ("The 43-year-old was jailed for 12 years.",
     ["43-year-old|43|||years", "12 years|12|||years"]),
    ("Ann Smith-Hill, 34, denies it; a girl, 4, saw it.", ["34|34|||years", "4|4|||years"]),
    ("He died on Monday aged 71.", ["71|71|||years"]),
    ("Between 10 and 15 homes were damaged.", ["Between 10 and 15 homes||10|15|homes"]),
    ("Prices will rise 10 to 15 percent, costing $3-5 million.",
     ["10 to 15 percent||10|15|%", "$3-5 million||3000000|5000000|dollars ($)"]),
    ("Some 3,000 troops, as many as 400 tanks and fewer than 20 aircraft took part.",
     ["Some 3,000 troops|3000|||troops", "as many as 400 tanks|||400|tanks",
      "fewer than 20 aircraft|||20|aircraft"]),
    ("An estimated 60,000 birds died over three days.",
     ["An estimated 60,000 birds|60000|||birds", "three days|3|||days"]),
    ("Output is three times as high as it was and profit has doubled.",
     ["three times|3|||times", "doubled|2|||times"]),
    ("Sales rose 3.2 percent to 1.4 million units, up from 12% growth a year earlier.",
     ["3.2 percent|3.2|||%", "1.4 million units|1400000|||units", "12%|12|||%"]),
    ("Temperatures reached 41.5C on Tuesday and fell to -5°C overnight.",
     ["41.5C|41.5|||degrees Celsius", "-5°C|-5|||degrees Celsius"]),
    ("The road is 30 km long; winds hit 120 mph.",
     ["30 km|30|||kilometres", "120 mph|120|||mph"]),
    ("Rovers won 3-1 at home.", ["3|3|||score", "1|1|||score"]),
    ("The Senate voted 52-48 to confirm her.", ["52|52|||votes", "48|48|||votes"]),
    ("The 2018 elections were held at 10:30 on Nov. 4.", []),
    ("Channel 4 showed a Boeing 747 landing at Gate 12.", []),
    ("Call 020 7946 0018 or visit 10 Downing Street.", []),
    ("One of the men told me that one cannot know.", []),
    ("First, second and third thoughts are welcome.", []),
    ("The two leaders shook hands and the two sides agreed.", []),
    ("Police arrested 14 and two were injured.", ["14|14|||unknown", "two|2|||unknown"]),
    ("The bomb killed 12 and wounded more than 30.",
     ["12|12|||unknown", "more than 30||30||unknown"]),
    ("He scored twice in nine minutes.", ["twice|2|||times", "nine minutes|9|||minutes"]),
    ("A 10-member panel and a three-judge bench heard the case.",
     ["10-member|10|||members", "three-judge|3|||judges"]),
    ("Nearly half of the 650 MPs abstained.",
     ["Nearly half|||50|% of MPs", "650 MPs|650|||MPs"]),
    ("Two police officers and five bystanders were hurt, one seriously.",
     ["Two police officers|2|||officers", "five bystanders|5|||bystanders"]),
    ("The quake, of magnitude 6.2, struck 10km below the seabed.",
     ["6.2|6.2|||magnitude", "10km|10|||kilometres"]),
    ("The index rose 1.5%, or 512.3 points, to 34,200.7.",
     ["1.5%|1.5|||%", "512.3 points|512.3|||points", "34,200.7|34200.7|||unknown"]),
    ("The fund is worth roughly $7.5bn (£5.9bn).",
     ["roughly $7.5bn|7500000000|||dollars ($)", "£5.9bn|5900000000|||pounds (£)"]),
    ("He faces up to 20 years in prison and a $250,000 fine.",
     ["up to 20 years|||20|years", "$250,000|250000|||dollars ($)"]),
    ("A 24-hour strike by 6,000 nurses begins.",
     ["24-hour|24|||hours", "6,000 nurses|6000|||nurses"]),
    ("The man in his 40s was found with two dogs.", ["40s||40|49|years", "two dogs|2|||dogs"]),
    ("It employs over 500 people in 14 countries.",
     ["over 500 people||500||people", "14 countries|14|||countries"]),
    ("A centuries-old temple and a years-long feud.",
     ["centuries-old||200||years", "years-long||2||years"]),
    ("It took ten years or so and cost a few hundred pounds.",
     ["ten years or so|10|||years", "a few hundred pounds||200||pounds"]),
    ("Scores of homes burned and several dozen firefighters were treated.",
     ["Scores of homes||40||homes", "several dozen firefighters||24||firefighters"]),
    ("The 5-4 ruling came after a 2-1 defeat in the lower court.",
     ["5|5|||score", "4|4|||score", "2|2|||score", "1|1|||score"]),
    ("Her third consecutive win took 2.3 seconds off the record.",
     ["third consecutive win|3|||wins", "2.3 seconds|2.3|||seconds"]),
    ("Nine out of 10 patients recovered; two-thirds had been vaccinated.",
     ["Nine out of 10|90|||% of patients", "two-thirds|66.67|||%"]),
    ("Inflation, at 9.1%, is more than four times the bank's 2% target.",
     ["9.1%|9.1|||%", "more than four times||4||times", "2%|2|||%"]),
    ("The company sold 3m cars and built a 100m track.",
     ["3m cars|3000000|||cars", "100m|100|||metres"]),
    ("About 200,000 barrels a day will be cut for six months.",
     ["About 200,000 barrels|200000|||barrels", "six months|6|||months"]),
    ("There were 10,500 new cases and 212 deaths in the past 24 hours.",
     ["10,500 new cases|10500|||cases", "212 deaths|212|||deaths", "24 hours|24|||hours"]),
    ("He has been in office for almost a decade.", ["almost a decade|||1|decades"]),
    ("A woman was hit at 9am and 3 p.m. buses were cancelled.", []),
    ("Twenty-one people, including three children, were killed.",
     ["Twenty-one people|21|||people", "three children|3|||children"]),
    ("Rs 500 crore was set aside, or 5 billion rupees.",
     ["Rs 500 crore|5000000000|||rupees", "5 billion rupees|5000000000|||rupees"]),
    ("England beat France 24-17 before 82,000 fans.",
     ["24|24|||score", "17|17|||score", "82,000 fans|82000|||fans"]),
    ("The Big Four banks and the Five Eyes partners met.", []),
    ("Three men, aged 19, 22 and 25, were charged.",
     ["Three men|3|||men", "19|19|||years", "22|22|||years", "25|25|||years"]),
    ("The new train runs at 350 km/h, covering 1,300 km in 4.5 hours.",
     ["350 km/h|350|||km/h", "1,300 km|1300|||kilometres", "4.5 hours|4.5|||hours"]),
    ("More than one million people and one officer were affected.",
     ["More than one million people||1000000||people", "one officer|1|||officers"]),
    ("A three-way race is expected.", ["three-way|3|||countries"]),
    ("A 17-year-old boy and a woman aged 40 were held; Tracey Hull, 52, was not.",
     ["17-year-old|17|||years", "40|40|||years", "52|52|||years"]),
    ("They are aged five, eight and 11, and the club is for ages 55 to 80.",
     ["five|5|||years", "eight|8|||years", "11|11|||years", "55 to 80||55|80|years"]),
    ("Brent crude rose $1.20 to $84.50 a barrel.",
     ["$1.20|1.2|||dollars ($)", "$84.50|84.5|||dollars ($)"]),
    ("The loan, worth €1.5 to €2 billion, runs for 5 to 7 years.",
     ["€1.5 to €2 billion||1500000000|2000000000|euros (€)", "5 to 7 years||5|7|years"]),
    ("Growth was lower than a year earlier, after more than a decade of gains.",
     ["more than a decade||1||decades"]),
    ("Police were called at 10.45pm, and in the 1990s the road had trams.", []),
    ("United won 15 of their last 16, and three of the four captains left.",
     ["15|15|||unknown", "three|3|||captains"]),
    ("The government will spend Rs 1.2 lakh crore; one in 14 million people wins.",
     ["Rs 1.2 lakh crore|1200000000000|||rupees",
      "one in 14 million|0.000007143|||% of people"]),
    ("It cut waste by a quarter, but a third man said no.",
     ["a quarter|25|||%", "third man|3|||rank"]),
    ("Its iPhone 15 costs less, and Train 12 leaves early.", []),
    ("He moved half an hour later, about a year ago.",
     ["half an hour|0.5|||hours", "about a year|1|||years"]),
    ("Turnout was 98% of the total; the 1,000-strong crowd left at 14.30.",
     ["98%|98|||% of total", "1,000-strong|1000|||people"]),
    ("Storm Kills Two; Two Dead, Five Hurt in Floods; At Least 20 Killed in Blast",
     ["Two|2|||unknown", "Two|2|||unknown", "Five|5|||unknown", "At Least 20||20||unknown"]),
    ("The second defendant, Dave Hall (42), stands 5ft 10in.",
     ["second defendant|2|||rank", "42|42|||years", "5ft 10in|70|||inches"]),
    ("It took two hours and 48 minutes, then 1hr 20min.",
     ["two hours and 48 minutes|168|||minutes", "1hr 20min|80|||minutes"]),
    ("She was the third of six children and stayed ninth until the fourth Test.",
     ["third|3|||rank", "six children|6|||children", "ninth|9|||rank", "fourth Test|4|||rank"]),
    ("They live on 42nd Street, and the second half began late.", []),
    ("She finished fourth in the race and third in the 400m.",
     ["fourth|4|||rank", "third|3|||rank", "400m|400|||metres"]),
    ("When he was 12, he died at 91, or at the age of 24; Ann, now 46, is in her mid-40s.",
     ["12|12|||years", "91|91|||years", "24|24|||years", "46|46|||years", "mid-40s||40|49|years"]),
    ("People in their 20s and 30s and a man aged between 30 and 35 queued.",
     ["20s||20|29|years", "30s||30|39|years", "between 30 and 35||30|35|years"]),
    ("It expects between 7% and 8%, not 10km to 15km (95% CI 18-44%).",
     ["between 7% and 8%||7|8|%", "10km to 15km||10|15|kilometres", "95%|95|||%",
      "18-44%||18|44|%"]),
    ("MPs voted 88 to 41; it was passed by 312 to 290.",
     ["88|88|||votes", "41|41|||votes", "312|312|||votes", "290|290|||votes"]),
    ("Leaders said they would double the number and may triple penalties; a double bed is cheap.",
     ["double|2|||times", "triple|3|||times"]),
    ("Temperatures fell to minus 9C, plus or minus 2 degrees (p < 0.01).",
     ["minus 9C|-9|||degrees Celsius", "2 degrees|2|||degrees", "0.01|||0.01|unknown"]),
    ("The toll stood at 31, the boat was built for just 120, and four such boats sank.",
     ["31|31|||unknown", "120|120|||unknown", "four such boats|4|||boats"]),
    ("They met at 9 or 10, called 101, and were shut between junctions 12 and 14.", []),
    ("It finished 16th last season after 2022-23, drew 1-1, and won 6-4 3-6.",
     ["16th|16|||rank", "1|1|||score", "1|1|||score", "6|6|||score", "4|4|||score",
      "3|3|||score", "6|6|||score"]),
    ("They had a couple of hundred pounds, 60 grand and 300-plus seats, and zero guests.",
     ["a couple of hundred pounds||200||pounds", "60 grand|60000|||unknown",
      "300-plus||300||seats", "zero guests|0|||guests"]),
    ("It missed the 175,000 economists had expected and rose 12 bps, or 1.2pc.",
     ["175,000|175000|||unknown", "12 bps|12|||basis points", "1.2pc|1.2|||%"]),
    ("For the third time this year the yen fell below 130.",
     ["third time|3|||times", "below 130|||130|unknown"]),
]  # fmt: skip


def figures(text, dates=(), zones=()):
    return find_figures(Page(text, given_zones=zones), dates)


def spelt(figure):
    return "|".join([figure.quote, *(figure[name] for name in ("value", "low", "high", "unit"))])


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_yields_its_figures_and_no_others(text, expected):
    assert [spelt(figure) for figure in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "hedge", "quantifies"),
    [
        ("At least 12 miners died.", "At least", "miners"),
        ("About two dozen striking miners left.", "About", "striking miners"),
        ("The crossing took ten years or so.", "or so", "The crossing"),
        ("Some 64% of shoppers agreed.", "Some", "shoppers"),
        ("Exports to Chile totalled nearly $52 billion.", "nearly", "Exports to Chile"),
        ("It ended an almost four-year border dispute.", "almost", "border dispute"),
        ("Peru is the second-largest copper producer.", "", "copper producer"),
        ("Jane Smith, 34, denied it.", "", "Jane Smith"),
        ("The tunnel closes at 95%.", "", "unknown"),
        ("On Saturday the ferry cost £40.", "", "the ferry"),
        ("She was jailed for nine years.", "", "jailed"),
        ("He worked the line for 27 years.", "", "worked the line"),
        ("It opened with a grant of £2,500.", "", "grant"),
        ("Last year it was fewer than 40.", "fewer than", "unknown"),
        ("Some walkers saw 30+ hungry wolves.", "+", "hungry wolves"),
    ],
)
def test_a_figure_tells_its_hedge_and_what_it_quantifies(text, hedge, quantifies):
    figure = figures(text)[0]
    assert (figure["hedge"], figure["quantifies"]) == (hedge, quantifies)


def test_a_figure_has_every_column_and_says_what_is_unknown():
    figure = figures("Some 40% of riders want the ferry.")[0]
    assert dict(figure.attributes) == {
        "figure": "unknown",
        "value": "40",
        "low": "",
        "high": "",
        "unit": "% of riders",
        "hedge": "Some",
        "quantifies": "riders",
        "period": "",
        "source": "unknown",
        "missing": "",
    }
    assert (figure.layer, figure.maker, figure.status) == ("figures", "rule:figures", "machine")


def date(text, words):
    start = text.index(words)
    return Annotation("text", "dates", start, start + len(words), words, {}, "test", "machine")


def test_a_number_in_a_date_counts_only_as_a_span_of_time():
    text = "In the 12 years since the 40 games of 2009, 30 clubs closed."
    dates = [date(text, "the 40 games of 2009"), date(text, "In the 12 years")]
    assert [figure.quote for figure in figures(text, dates)] == ["12 years", "30 clubs"]


def test_nothing_is_found_in_the_furniture_of_a_page():
    text = "Top 10 stories\nSome 40 people came."
    zone = Annotation("text", "zones", 0, 14, text[:14], {"zone": "navigation"}, "test", "machine")
    assert [figure.quote for figure in figures(text, zones=[zone])] == ["Some 40 people"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("123,456,789.125 trillion", "123456789125000000000"),
        ("two hundred and fifty thousand", "250000"),
        ("ninety-nine", "99"),
        ("3½ years", "3.5"),
        ("0.10", "0.1"),
    ],
)
def test_numbers_are_exact_whatever_precision_a_program_has_set(text, value):
    with localcontext() as context:
        context.prec = 3
        assert plain(read_number(text, 0).value) == value


@pytest.mark.parametrize("text", ["1" * 16, "1.2.3", "10:30", "9/11", "\u017fix", "tw"])
def test_what_is_no_number_is_not_read(text):
    assert read_number(text, 0) is None


def agrees(found, wanted):
    return (
        found.start < wanted.end
        and wanted.start < found.end
        and all(found[name] == wanted[name] for name in ("value", "low", "high"))
    )


def test_the_reviewed_figures_are_found_and_no_others():
    corpus = load_corpus()
    for name, article in corpus.articles.items():
        layers = {
            layer: [one for one in corpus.layer(layer) if one.article == name]
            for layer in ("zones", "dates", "figures")
        }
        found = find_figures(Page(article.text, name, given_zones=layers["zones"]), layers["dates"])
        assert len(found) == len(layers["figures"])
        assert all(map(agrees, found, layers["figures"]))
