"""Words that tell what kind of name stands beside them, and words that are no names.

All are folded: lower case, without diacritics.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TITLES = _words(
    """mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron president premier
    chancellor minister secretary senator sen rep representative congressman congresswoman gov
    governor mayor ambassador envoy king queen prince princess duke duchess emperor sultan emir
    sheikh sheik pope cardinal archbishop bishop rev reverend fr father sister imam ayatollah
    rabbi judge justice magistrate general gen colonel col major maj captain capt lieutenant lt
    sergeant sgt corporal admiral commander cmdr brigadier marshal officer detective inspector
    constable superintendent commissioner sheriff chief director chairman chairwoman chair
    chairperson spokesman spokeswoman spokesperson ceo cfo coo manager coach captain-elect
    president-elect leader speaker deputy councillor taoiseach tanaiste councilman councilwoman
    attorney-general herr maitre frau monsieur madame mme mlle senor senora signor dato datuk pm mp
    counsel coroner editor correspondent reporter analyst economist lawmaker executive
    administrator principal headteacher headmaster headmistress dean provost rector vicar canon
    warden treasurer trooper viscount paramedic surgeon dci supt insp adm pres cllr hon pc
    advocate""",
)
"""May stand before a person's name with a capital."""

ABBREVIATIONS = _words(
    """mr mrs ms dr prof gen sen rep gov lt col capt sgt maj cmdr rev hon st mt ft jr sr fr adm
    messrs supt insp det pres"""
)
"""Written with a full stop that ends no sentence."""

OFFICES = _words(
    """prime foreign vice deputy finance defense defence interior home justice treasury chief
    attorney general executive senior first managing health trade labor labour education
    energy acting former then ex cabinet press state shadow lead assistant associate
    environment economy interim house senate police fire det ch parliamentary opposition
    crown retired field rear secretary agriculture transport culture science technology
    industry economic security financial operating national district county high internal
    external commerce head communications"""
)
"""Belong to the title that they stand before."""

ROLES = _words(
    """spokesman spokeswoman spokesperson minister president chancellor analyst economist professor
    coach striker defender midfielder goalkeeper captain actor actress singer author writer
    novelist poet director producer lawyer attorney barrister solicitor prosecutor judge
    mayor governor senator chairman chairwoman chair founder co-founder manager executive
    officer researcher scientist historian biologist physicist engineer doctor surgeon nurse
    teacher principal headteacher farmer resident student activist campaigner journalist
    reporter photographer correspondent editor columnist broadcaster presenter comedian
    musician guitarist drummer rapper artist painter sculptor architect designer chef owner
    partner wife husband son daughter brother sister mother father uncle aunt cousin
    grandson granddaughter friend neighbour neighbor colleague boss leader candidate
    lawmaker politician diplomat ambassador envoy adviser advisor aide secretary
    commissioner commander general colonel detective inspector sergeant constable sheriff
    officer soldier pilot driver referee umpire bowler batsman batter pitcher quarterback
    forward winger teammate champion swimmer runner sprinter cyclist boxer golfer
    billionaire tycoon entrepreneur investor strategist consultant pollster expert fellow
    lecturer curator critic pastor priest bishop archbishop imam rabbi monk pope defendant
    suspect victim survivor witness plaintiff counterpart successor predecessor premier mp
    councillor legislator deputy widow parent mum mom dad pensioner fisherman fan skipper
    playmaker rival veteran paramedic firefighter librarian gardener plumber builder electrician
    hairdresser beautician waiter waitress cleaner carer caretaker postman shopkeeper landlord
    landlady publican butcher baker accountant banker broker trader trustee organiser organizer
    volunteer commuter passenger eyewitness onlooker bystander customer shopper tourist
    holidaymaker motorist pedestrian hiker climber skier rower jockey trainer apprentice graduate
    undergraduate schoolboy schoolgirl teenager grandmother grandfather great-grandmother
    great-grandfather bride groom nephew niece fiancee bassist vocalist frontman choreographer
    playwright screenwriter filmmaker podcaster influencer blogger sailor mechanic technician
    programmer developer statistician mathematician chemist astronomer meteorologist ecologist
    geologist epidemiologist virologist sociologist psychologist psychiatrist neurologist
    archaeologist anthropologist criminologist cardiologist oncologist paediatrician pediatrician
    glaciologist oceanographer linguist palaeontologist paleontologist dentist vet pharmacist
    midwife janitor chaplain vicar deacon nun rower sprinter carpenter welder miner trucker"""
)
"""Say in lower case what a person is, before the name."""

SAYING = _words(
    """said says say told tells added adds asked asks argued argues wrote writes tweeted posted
    warned warns explained explains insisted insists noted notes claimed claims replied
    recalled recalls believes believed thinks testified conceded admitted acknowledged
    suggested stressed predicted reported reports commented remarked declared complained
    joked quipped concluded observed continues continued agreed agrees denied denies urged
    vowed pledged recounted"""
)
"""Verbs of saying: who does so is a person or a body."""

BODIES = _words(
    """university college school institute academy ministry department bureau agency office
    administration authority commission committee council board court tribunal parliament
    congress senate assembly government cabinet party union federation association
    organisation organization society foundation trust fund bank group holdings inc corp
    corporation co company ltd llc plc gmbh ag sa nv airlines airways motors motor
    industries electric electronics energy oil gas petroleum steel pharmaceuticals pharma
    insurance capital partners securities investments management technologies systems
    software labs laboratories laboratory networks media broadcasting news times post
    journal herald tribune gazette guardian telegraph press magazine daily weekly review
    shimbun television radio hospital clinic church cathedral police army navy force forces
    guard service services club united city fc afc athletic rovers wanderers albion league
    team orchestra opera theatre theater museum gallery library centre center alliance
    coalition network faculty guild power tech wire rail railways railway railroad water foods
    brands homes
    financial ventures logistics robotics therapeutics chemicals mining shipping properties
    brewery farms forum chamber exchange reserve treasury embassy consulate brigade
    regiment battalion mission programme program front movement brotherhood secretariat
    directorate prosecutors command registry ombudsman commons lords house kremlin pentagon
    studios records entertainment images pictures stores supermarkets hotels resorts brothers
    institutes centers centres sons associates bancorp nations senators democrats
    republicans conservatives tories greens observatory initiative"""
)
"""Head the name of an organisation, at its end or before "of"."""

NAMED_BODIES = _words(
    """labour conservatives tories republicans democrats congress parliament senate kremlin
    pentagon treasury commons lords bundestag knesset duma diet interpol nato opec unicef
    unesco""",
)
"""Name a body in one word, where they have a capital inside a sentence."""

GROUNDS = _words(
    """street road avenue lane boulevard drive square plaza river lake mountain mountains mount
    island islands islets sea ocean bay gulf county province prefecture district region
    valley peninsula airport bridge beach hill hills strait straits canal coast desert
    forest park harbour harbor port village town township borough airbase stadium arena
    station heights highway motorway tower palace castle prison jail republic kingdom
    emirates states territory"""
)
"""Head the name of a place."""

PLACE_OPENERS = _words(
    """north south east west northern southern eastern western northeast northwest southeast
    southwest new san santa los las saint st mount mt lake cape port fort el rio latin
    central upper lower great greater inner outer"""
)
"""Open the name of a place, and make a longer one of the name that follows."""

COMPASS = _words("north south east west the")
"""Name a place only beside its full name."""

OCCASIONS = _words(
    """olympics olympic paralympics paralympic games cup war wars championship championships summit
    treaty act day week festival awards award prize conference open tournament grand prix
    bowl series election elections revolution crisis agreement accord accords convention
    protocol pact christmas easter ramadan eid diwali hanukkah thanksgiving halloween
    passover covid hurricane typhoon storm bill law amendment oscar oscars grammy grammys
    medal euro eurovision wimbledon deal plan brexit internet holocaust"""
)
"""Head the name of an event, a law or a prize: of none of the three kinds."""

AFTER_A_NAME = _words("kc qc mp mep msp mbe obe cbe phd md mba sc sj")
"""Honours and degrees behind a person's name."""

PARTICLES = _words(
    "de da do dos das di del della van von der den ten ter la le du bin ibn al el y e af zu abu"
)
"""Stand in lower case inside a person's name."""

PLACE_PREPOSITIONS = _words("in near outside across throughout around inside into")
"""Before a name, speak for a place."""

DAYS_AND_MONTHS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"""
)

NO_NAMES = _words(
    """i ok tv dna rna ceo cfo gdp ai covid hiv aids pm am bst gmt est edt pst utc cet ii iii iv vi
    vii viii ix xi xii god christian christians muslim muslims jew jews jewish islamic islam
    catholic catholics protestant hindu hindus buddhist sunni shia shiite arab arabs kurd
    kurds kurdish western asian asians english french dutch irish welsh greek turk turks
    turkish dane danes swede swedes finn finns pole poles czech czechs slovak serb serbs
    croat croats thai iraqi iraqis israeli israelis pakistani pakistanis saudi saudis
    kuwaiti qatari omani yemeni emirati bangladeshi nepali afghan afghans swiss scot scots
    briton britons frenchman spaniard spaniards dutchman dutchwoman englishman englishwoman
    irishman irishwoman welshman frenchwoman scotsman liberal liberals labor conservative
    republican democrat filipino filipinos american americans african africans mexican
    mexicans german germans cuban cubans kenyan kenyans moroccan libyan tibetan nigerian
    venezuelan roman dominican puerto-rican texan californian londoner londoners tory q a qa
    faq url http https www photo image video file pictured reuters/file advertisement vat
    gps id nft led ufo dvd cd pc uk-based internet bible quran koran twitter/x sars mers phd
    mba ba ma bsc msc obe mbe cbe kc qc er icu asap diy vip rsvp iq suv atm pin usb lgbt
    lgbtq us-led eu-led states"""
)
"""Written with a capital, and no name of a person, organisation or place by themselves."""

ORDINARY = _words(
    """the a an this that these those there here it its he she they we you i his her their our your
    my who what when where why how which whose whom if in on at by for from to of with
    without within into onto over under after before during since until till while as than
    then though although because but and or nor so yet not no none some many much more most
    few several each every all any both either neither one two three four five six seven
    eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousands
    millions dozens about above across against along among amid around behind below beneath
    beside besides between beyond despite except inside outside near off out past per
    through throughout toward towards up upon via however meanwhile moreover furthermore
    nevertheless nonetheless instead still also again even ever never now once only just
    perhaps maybe indeed thus therefore hence otherwise later earlier today yesterday
    tomorrow tonight last next first second third another other others such same let yes
    please thanks thank according asked is are was were be been being has have had do does
    did will would can could may might must shall should officials police authorities
    experts analysts critics observers residents investors shares stocks sources witnesses
    researchers scientists doctors lawyers prosecutors officers firefighters protesters
    people men women children students teachers parents workers leaders lawmakers ministers
    fans players voters nobody everybody everyone someone anyone nothing something
    everything anything little less fewer half part sales profits prices demand inflation
    growth oil gold trade health education government parliament congress president prime
    minister chairman former local national international federal state public private
    social political economic financial new old young big small good bad great high low long
    short early late recent current latest major minor senior top key speaking asked given
    based born back down until unless whether whatever whenever wherever whoever like unlike
    plus well ahead apart together away always often sometimes usually rarely soon almost
    nearly roughly exactly around far further left right then get go come take make see look
    find give think know want need try use work call keep put read more share follow
    subscribe sign copyright contact home click watch listen advertisement updated published
    breaking exclusive analysis opinion comment editorial news sport business world politics
    culture science technology travel weather picture pictures photo photos caption image
    video pictured mum dad mother father sister brother god hello hi oh ah well sorry sure
    isn aren wasn weren don doesn didn won wouldn couldn shouldn can hasn haven hadn ain ll
    ve re court house bank market markets company firms companies banks officials emergency
    rescue crews detectives jurors neighbours neighbors passengers customers consumers
    employees staff experts campaigners activists supporters opponents rivals economists
    traders sir madam editor reporting writing edited additional interview question answer
    total average overall figures data results evidence details information nice
    never-ending similarly likewise finally eventually originally initially traditionally
    historically typically generally specifically especially particularly"""
)
"""Open a sentence, or stand in a headline, without being a name."""
