"""Countries, well-known cities and common given names: evidence of what kind a name is.

All are folded: lower case, without diacritics. A name that is missing here is judged by the words
around it.
"""

from __future__ import annotations

PLACES = frozenset(
    name.strip()
    for name in """afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,
azerbaijan,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,botswana,
brazil,britain,brunei,bulgaria,burkina faso,burma,burundi,cambodia,cameroon,canada,chad,chile,china,
colombia,congo,costa rica,croatia,cuba,cyprus,czech republic,czechia,denmark,djibouti,ecuador,egypt,
el salvador,england,eritrea,estonia,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,
great britain,greece,greenland,guatemala,guinea,guyana,haiti,honduras,hong kong,hungary,iceland,
india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,jordan,kazakhstan,kenya,kosovo,
kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,liechtenstein,lithuania,luxembourg,
macau,madagascar,malawi,malaysia,maldives,mali,malta,mauritania,mauritius,mexico,moldova,monaco,
mongolia,montenegro,morocco,mozambique,myanmar,namibia,nepal,netherlands,new zealand,nicaragua,
niger,nigeria,north macedonia,northern ireland,norway,oman,pakistan,palestine,panama,paraguay,peru,
philippines,poland,portugal,puerto rico,qatar,romania,russia,rwanda,saudi arabia,scotland,senegal,
serbia,sierra leone,singapore,slovakia,slovenia,somalia,south africa,south sudan,soviet union,spain,
sri lanka,sudan,sweden,switzerland,syria,taiwan,tajikistan,tanzania,thailand,togo,tonga,trinidad,
tunisia,turkey,turkiye,turkmenistan,uganda,uk,u.k.,ukraine,united arab emirates,uae,u.a.e.,
united kingdom,united states,us,u.s.,u.s.a.,usa,uruguay,uzbekistan,vanuatu,vatican,venezuela,
vietnam,wales,yemen,zambia,zimbabwe,africa,america,antarctica,asia,europe,oceania,middle east,
latin america,north america,south america,central america,east asia,southeast asia,south asia,
western europe,eastern europe,west africa,east africa,north africa,scandinavia,balkans,caucasus,
crimea,donbas,gaza,west bank,kashmir,tibet,xinjiang,siberia,kurdistan,catalonia,bavaria,tuscany,
sicily,normandy,caribbean,pacific,atlantic,arctic,mediterranean,baltic,himalayas,alps,sahara,sahel,
amazon,alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,
idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,
minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,new york,
north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,south carolina,
south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,
ontario,quebec,alberta,british columbia,nova scotia,new south wales,queensland,victoria,tasmania,
punjab,sindh,kerala,gujarat,tamil nadu,new york city,los angeles,chicago,houston,phoenix,
philadelphia,san francisco,boston,seattle,atlanta,miami,dallas,denver,detroit,las vegas,new orleans,
minneapolis,baltimore,st louis,pittsburgh,cleveland,portland,austin,san diego,silicon valley,
hollywood,manhattan,brooklyn,toronto,montreal,vancouver,ottawa,calgary,london,manchester,birmingham,
liverpool,leeds,sheffield,bristol,glasgow,edinburgh,cardiff,belfast,newcastle,nottingham,leicester,
brighton,oxford,cambridge,york,bath,dublin,cork,yorkshire,lancashire,kent,essex,surrey,sussex,devon,
cornwall,norfolk,suffolk,paris,lyon,marseille,berlin,munich,hamburg,frankfurt,cologne,vienna,
zurich,geneva,bern,davos,brussels,antwerp,amsterdam,rotterdam,the hague,hague,luxembourg city,rome,
milan,naples,venice,turin,madrid,barcelona,seville,valencia,lisbon,porto,athens,istanbul,ankara,
moscow,st petersburg,kyiv,kiev,kharkiv,odesa,odessa,lviv,mariupol,minsk,warsaw,krakow,prague,
budapest,bucharest,sofia,belgrade,sarajevo,zagreb,ljubljana,tallinn,riga,vilnius,helsinki,
stockholm,oslo,copenhagen,reykjavik,jerusalem,tel aviv,ramallah,rafah,beirut,damascus,aleppo,amman,
baghdad,mosul,basra,tehran,riyadh,jeddah,mecca,dubai,abu dhabi,doha,kabul,kandahar,islamabad,
karachi,lahore,peshawar,delhi,new delhi,mumbai,kolkata,chennai,bangalore,bengaluru,hyderabad,dhaka,
colombo,kathmandu,beijing,shanghai,guangzhou,shenzhen,wuhan,chongqing,taipei,pyongyang,hanoi,
ho chi minh city,bangkok,jakarta,bali,manila,kuala lumpur,phnom penh,yangon,ulaanbaatar,cairo,
alexandria,tripoli,tunis,algiers,casablanca,khartoum,addis ababa,nairobi,mombasa,kampala,kigali,
mogadishu,lagos,abuja,accra,dakar,kinshasa,johannesburg,cape town,pretoria,durban,harare,lusaka,
sydney,melbourne,brisbane,perth,adelaide,canberra,auckland,wellington,christchurch,mexico city,
havana,bogota,caracas,lima,quito,santiago,buenos aires,montevideo,sao paulo,rio de janeiro,
brasilia,la paz,port-au-prince,kingston,nagasaki,hiroshima,osaka,kyoto,busan,washington dc,
downing street,wall street,capitol hill,westminster""".replace("\n", "").split(",")
)
"""Countries, regions, states and cities."""

GIVEN_NAMES = frozenset(
    """aaron abdul abdullah abigail abraham adam adrian agnes ahmad ahmed aisha alan albert alberto
    alejandro aleksandr alessandro alex alexander alexandra alexei alfred ali alice alicia alison
    allison alvaro amanda amber amelia amina amir amit amy ana anastasia anders andre andrea
    andreas andres andrew andy angel angela angelina anil anita ann anna anne annette annie anthony
    antoine anton antonio anwar april arjun armando arnold arthur ashley ashok asif audrey ayesha
    barack barbara barry beatrice ben benjamin bernard bernie beth betty beverly bill billy bob
    bobby boris brad bradley brandon brenda brendan brian bridget bruce bruno bryan caitlin
    cameron carl carla carlos carmen carol carole caroline carolyn catherine cathy cecilia charles
    charlie charlotte cheryl chiara chloe chris christian christina christine christopher
    claire clara claude claudia claudio colin connor craig cristina cristiano cynthia daisy dale
    damian dan daniel daniela danielle danny darren dave david dawn dean deborah debra declan deepak
    denis denise dennis derek diana diane diego dmitri dmitry dominic don donald donna doris dorothy
    doug douglas duncan dylan ed eddie eduardo edward edwin eileen elaine eleanor elena eli elias
    elizabeth ella ellen elon emily emma emmanuel enrique eric erica erik erin ernest esther ethan
    eugene eva evan evelyn fabio farah fatima felipe felix fernanda fernando fiona florence frances
    francesca francesco francis francisco francois frank fred frederick friedrich fumio gabriel
    gabriela gareth gary gavin geoff geoffrey george gerald gerard gerhard giorgia giorgio giovanni
    giulia giuseppe gloria gordon grace graeme graham greg gregory greta guillermo gustavo guy
    hamid hannah hans harold harriet harry hassan hazel heather hector heidi heinrich helen helena
    helene henri henrik henry herbert hillary hiroshi holly howard hugh hugo hussein ian ibrahim
    igor imran ingrid irene iris isaac isabel isabella ivan jack jackie jackson jacob jacques jake
    james jamie jan jane janet janice jared jason javier jay jean jeff jeffrey jennifer jenny
    jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna joanne joao joaquin jodie
    joe joel johan johann johannes john johnny jon jonathan jorge jose joseph josephine josh joshua
    joy joyce juan juanita judith judy julia julian juliana julie juliet justin kamala karen karim
    karin karl karla kate katherine kathleen kathryn kathy katie katrina keir keith kelly ken
    kenji kenneth kerry kevin khalid kim kimberly kirsten klaus kristin kyle lara larry lars laura
    lauren laurence lawrence layla leah lee leila lena leo leon leonardo leslie lewis liam lillian
    lily linda lindsay lindsey lionel lisa liz logan lois lorenzo lori louis louise luca lucas lucia
    lucy luigi luis luiz luke lydia lynn mahmoud malcolm manuel marc marcel marcelo marco marcos
    marcus margaret maria mariam marie marina mario marion marissa mark markus marta martha martin
    martina martine marvin mary massimo mateo matt matteo matthew maureen maurice max maya meera
    megan mehmet melanie melissa mercedes mette michael michel michele michelle miguel mike mikhail
    milan mohamed mohammad mohammed mohan mona monica moses muhammad mustafa nadia nancy naomi
    narendra natalia natalie natasha nathan neil nelson nicholas nick nicola nicolas nicole nigel
    nikita nikolai nina noah noel nora norman nuno olaf oleg olga oliver olivia omar oscar osman
    otto owen pablo paige pamela paolo pascal pat patricia patrick paul paula pauline pavel pedro
    peggy penelope penny perry pete peter petra phil philip philippe phillip phoebe pierre pietro
    priya rachel rafael rahul raj rajesh ralph ramesh ramon randy raul ravi ray raymond rebecca
    recep reza ricardo richard rick rishi rita rob robert roberta roberto robin rodrigo roger
    rohan roland rolf roman ron ronald rosa rose rosemary ross roy ruben rudolf rupert russell ruth
    ryan sadiq saeed salah sally salma sam samantha samir samuel sandra sandy sanjay sara sarah
    scott sean sebastian serena serge sergei sergey sergio seth shane shannon sharon shaun sheila
    shelley shinzo shirley sidney silvia silvio simon simone sofia sonia sophia sophie stacey
    stanley stefan stefano stella stephanie stephen steve steven stuart sue sunil suresh susan
    susanna susie suzanne sven svetlana sylvia tamara tammy tania tanya tara tariq taylor ted
    terence teresa terry thabo theo theodore theresa therese thomas tiffany tim timothy tina todd
    tom tomas tommy toni tony tracey tracy travis trevor tyler ursula valentina valerie vanessa
    vera veronica vicky victor victoria vijay vikram viktor vincent viola violet virginia vivian
    vladimir volodymyr wallace walter wanda wayne wendy werner wilfred wilhelm will william willie
    winston wolfgang xavier yasmin yolanda yuki yuri yusuf yvette yvonne zachary zainab zoe
    zara zheng ngozi kwame kofi chinua amara olu oluwaseun chidi abiy uhuru cyril jacinda
    gretchen brett kirk shawn dwayne jermaine tyrone darnell latoya keisha raheem marcus bukayo
    jude ollie declan erling kylian""".split()
)
"""Common in the news, of many countries; never complete, and never needed to be."""

FAMILY_FIRST = frozenset(
    """kim lee park choi jung jeong kang cho jang lim han oh seo shin kwon hwang ahn song hong moon
    nam ryu bae baek heo yu noh roh suh chin wang li zhang liu chen yang huang zhao wu zhou xu sun
    ma zhu hu guo he lin luo liang xi wen deng mao jiang xie tang feng cao peng zeng pan yuan dong
    su ye lu wei jia ding xue qin tan chan wong lam leung cheung ng tsai hsu lai nguyen tran le
    pham vo phan vu dang bui do ho ngo""".split()
)
"""Family names that are written before the given name."""
