"""Which of “he” and “she” may stand for a name: titles, given names and words beside it."""

from __future__ import annotations

import re

_MALE_NAMES = """aaron abdul abdullah adam ahmed akira alan albert alberto aleksandr alejandro alex
    alexander alexei ali anders andre andreas andrei andres andrew andriy andy angus anthony
    anton antonio arthur barack barry ben benjamin bernard bill bob boris brad brandon brian
    bruce carl carlos charles chris christian christopher chuck clive colin craig dan daniel
    dave david dean dele dennis derek diego dmitry dominic don donald doug douglas duncan
    dylan ed eduardo edward eli emmanuel eric erik ethan evan fabio felipe felix fernando
    francesco francis francisco franck frank fred gabriel gareth gary gavin geoff george
    gerald giorgio giovanni glenn gordon graham greg gregory guy hans harold harry hassan
    hector henry hiroshi howard hugh hugo hussein ian ibrahim igor isaac ivan jack jacob jake
    jamal james jan jared jason javier jeff jeffrey jeremy jerome jim jimmy joao joe joel
    johan john johnny jon jonathan jorge jose joseph josh joshua juan julian jurgen justin
    karl keir keith ken kenneth kenji kevin khalid klaus kyle lars larry lawrence lee leo leon
    leonard liam louis luca lucas luis luke malcolm manuel marc marco marcus mario mark markus
    martin mathias matt matthew max michael miguel mike mikhail mitch mohamed mohammad
    mohammed muhammad nathan neil nicholas nick nicolas nigel noah oleg oliver omar oscar owen
    pablo patrick paul pavel pedro peter phil philip pierre piotr rafael raj ralph ramon raul
    ray raymond reza ricardo richard rishi rob robert roberto rodrigo roger roland roman ron
    ronald rory ross roy russell ryan sam samuel scott sean sebastian sergei sergey sergio
    shaun shinzo simon stanley stefan stephen steve steven stuart sven takeshi ted terry theo
    thierry thomas tim timothy toby todd tom tomas tony trevor tyler vadim victor viktor
    vincent vladimir volodymyr walter wayne will william xavier xi yusuf zach zachary tetsuo
    fumio hirokazu yoshihide taro ryan dmytro kamau joachim wolfgang friedrich dieter gunter
    antoine jean-luc jean-claude francois olivier gianni""".split()
_FEMALE_NAMES = """abigail adele agnes aisha alexandra alice alicia alison amal amanda amber
    amelia amina
    amy ana anastasia andrea angela anita ann anna anne annette annie april astrid ayesha barbara
    beatrice beatriz becky beth betty brenda bridget camilla carla carmen carol caroline
    catherine cathy charlotte chloe christina christine claire clara claudia cynthia daisy
    dana dawn deborah debbie diana diane donna dorothy edith eileen elaine eleanor elena
    elisabeth elizabeth ellen ellie emily emma erica erin esther eva eve evelyn ewa fatima
    fiona florence frances gail gemma georgia georgina gillian gina giorgia gloria grace greta
    gwen hannah harriet hazel heather heidi helen helena hilary hillary holly ida ingrid irene
    irina isabel isabella iris ivana jacinda jackie jacqueline jane janet janice jasmine jean
    jenna jennifer jenny jessica jill joan joanna joanne josephine joyce juanita judith judy
    julia julie june kaja kamala karen kate katherine kathleen kathryn kathy katie kayla kelly
    kim kirsten kirsty laura lauren leila lena lesley leslie leyla lily linda lisa liz louise
    lucia lucy lynn lydia mackenzie madeleine maggie maia malala margaret maria marie marina
    marine martha mary maureen maya megan melanie melinda melissa mia michelle miriam molly
    monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora nour olga olha
    olivia oksana pamela patricia paula pauline penelope penny philippa phoebe polly priya
    rachel razia rebecca renee rhian rhiannon roberta rosa rose ruth sabrina sally samantha
    sandra sara sarah shannon sharon sheila shirley silvia sofia sonia sophia sophie stella
    stephanie sue susan suzanne svetlana sylvia tamara tanya tara tatiana teresa theresa tina
    tracy ursula valentina valerie vanessa vera veronica victoria viktoria virginia wendy
    whitney yasmin yuko yulia yvette yvonne zainab zara zoe yoko akiko keiko sanae noriko
    ayaka monika""".split()

_GIVEN = {**dict.fromkeys(_MALE_NAMES, "he"), **dict.fromkeys(_FEMALE_NAMES, "she")}
_MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Baron|Duke|Father|Herr|Monsieur|Brother|Señor|Imam|Pope"
    r"|father|husband|brother|son|grandfather|uncle|nephew|actor|businessman|spokesman|chairman"
    r"|congressman|policeman|fisherman|man|boy|widower|dad|boyfriend|salesman|councilman"
    r"|grandson|fireman|sportsman|frontman|striker)\b\.?(?!’s|'s)"
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Baroness|Duchess|Sister|Frau|Madame|Señora"
    r"|mother|wife|sister|daughter|grandmother|aunt|niece|actress|businesswoman|spokeswoman"
    r"|chairwoman|congresswoman|policewoman|woman|girl|widow|mum|mom|girlfriend|councilwoman"
    r"|granddaughter|sportswoman|frontwoman|waitress|duchess|nun|midwife)\b\.?(?!’s|'s)"
)


def gender_of(name: str, beside: str = "") -> str:
    """``he`` or ``she``, from a person's name and the words right before it; empty if unclear.

    Examples
    --------
    >>> gender_of("Clara Brandt"), gender_of("Lindqvist", "with Mr"), gender_of("Adunni")
    ('she', 'he', '')
    """
    if _FEMALE.search(beside):
        return "she"
    if _MALE.search(beside):
        return "he"
    return _GIVEN.get(name.split(maxsplit=1)[0].lower() if name.strip() else "", "")
