"""Plain sentences of news with their trees, made by a small grammar of our own: what the treebanks hold too little of and a reader gets wrong.

"Bolivia sold gas.", "The treaty that the two countries signed expired.", "Court jails former premier". Seeded: the same sentences every time."""
import random

from treebank import Sentence

NAMES = """Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium Bolivia Botswana Brazil Bulgaria Burundi
Cambodia Cameroon Canada Chad Chile China Colombia Croatia Cuba Cyprus Denmark Djibouti Ecuador Egypt Eritrea Estonia Ethiopia Finland France Gabon Georgia
Germany Ghana Greece Guinea Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo
Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Lithuania Malawi Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Morocco Mozambique Myanmar
Namibia Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Panama Paraguay Peru Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia Singapore Slovakia
Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan
Venezuela Vietnam Yemen Zambia Zimbabwe Moscow Washington Beijing Tehran Ankara Kyiv London Paris Berlin Brussels Cairo Riyadh Hamas Hezbollah NATO ECOWAS
OPEC Fatah Congress Parliament""".split()
TWO_WORDS = [("North", "Korea"), ("South", "Korea"), ("South", "Sudan"), ("South", "Africa")]
BODIES = [("United", "States"), ("United", "Nations"), ("European", "Union"), ("African", "Union"), ("Arab", "League"), ("Security", "Council"), ("World", "Bank")]
PLACES = """Geneva Vienna Doha Cairo Nairobi Khartoum Tripoli Baghdad Aleppo Kabul Kandahar Juba Goma Bamako Niamey Abuja Lagos Dakar Harare Lusaka Tbilisi Yerevan
Baku Minsk Vilnius Warsaw Prague Sofia Athens Belgrade Pristina Skopje Zagreb Kharkiv Odesa Donetsk Kherson Hanoi Manila Jakarta Bangkok Yangon Dhaka Colombo
Delhi Lahore Karachi Havana Caracas Bogota Quito Lima Santiago Gaza Jerusalem Damascus Beirut Amman Aden Sanaa""".split()
FIRST = "Ahmed Ali Maria Anna Ivan Petr John Peter Joseph Samuel Daniel Olga Elena Hassan Ibrahim Yusuf Fatima Amina Carlos Jorge Luis Pedro Ana Kofi Kwame Thabo Nana Hiroshi Kenji Wei Jun Li Arjun Ravi Priya Tomas Marek Jan Lars Erik Ingrid Paul Claude Marc".split()
LAST = "Okello Mensah Diallo Traore Keita Moyo Banda Phiri Haddad Nasser Mansour Karimi Rahimi Petrov Volkov Orlova Novak Horvat Kowalski Nowak Silva Santos Morales Rojas Vargas Castillo Tanaka Suzuki Chen Zhang Sharma Patel Khan Malik Hansen Larsen Weber Keller Dubois Laurent Rossi Greco Smith Baker Murphy".split()
TITLES = "President Minister General Colonel Judge Senator Governor Ambassador Bishop King Mayor Chancellor".split()
NATIONS = "Turkish Russian Chinese German French Iranian Iraqi Syrian Egyptian Kenyan Nigerian Indian Japanese Mexican Polish Serbian Ukrainian Israeli Afghan Somali Sudanese Libyan".split()
ADJECTIVES = "former new senior military foreign federal local armed national two three nine regional rival main ousted northern southern key joint".split()
NUMBERS = {"two": "CD", "three": "CD", "nine": "CD"}
PEOPLE = """president minister premier general commander envoy ambassador spokesman judge king army militia government cabinet junta court ministry police parliament
opposition party union coalition group alliance company bank mayor governor leader rebel soldier protester diplomat official lawmaker striker student fighter
worker miner farmer villager gunman hostage journalist activist prisoner refugee migrant observer negotiator delegation mission crowd mob navy regime council""".split()
THINGS = """treaty agreement deal truce ceasefire plan bill law proposal offer demand claim report sanction tariff tax curfew border bridge road port airport base
village town camp garrison convoy ship tanker plane missile rocket drone tank bomb weapon grain gas oil uranium wheat aid embassy mission prison palace barracks
election referendum vote talks constitution budget strike rally protest blockade siege attack raid coup""".split()
MASS = "gas oil uranium wheat aid grain police opposition".split()
ALREADY = "talks barracks police".split()
PARTS = "ministry bank army party city government leader parliament".split()
TRANSITIVE = """accept approve arm arrest attack back ban blame block boycott capture cancel censure challenge condemn confirm cede close criticise
defend demand deny deploy destroy discuss dismiss drop endorse enter evacuate execute expel extradite fine free fund halt hail help hit host impose invade
investigate invite jail join kill lead leave lift lose meet mobilise move name negotiate occupy offer open oppose order oust pardon pledge postpone praise
present proclaim promise protest publish purchase pursue ratify recall recognise reject release repel request rescue restore revoke sack seek seize sell
send sentence shell shoot sign storm strike suspend support surround sue threaten thank torture train visit welcome win withdraw wound buy cut fight hold pay
raise reach ship stop supply violate""".split()
INTRANSITIVE = "expire resign collapse fail arrive leave flee surrender desert protest march vote continue begin end fall withdraw retreat die explode return sink resume".split()
CONTROL = "refuse agree fail offer plan promise threaten decline try want hope decide vow".split()
SAYING = "say report confirm deny announce claim warn insist declare state".split()
PAST = dict(cut="cut cut", hit="hit hit", lead="led led", leave="left left", lose="lost lost", meet="met met", seek="sought sought", sell="sold sold",
            send="sent sent", shoot="shot shot", strike="struck struck", win="won won", withdraw="withdrew withdrawn", buy="bought bought",
            fight="fought fought", hold="held held", pay="paid paid", flee="fled fled", begin="began begun", fall="fell fallen", sink="sank sunk", say="said said")
DOUBLED = "ban stop ship expel repel drop plan rebel".split()


def forms(verb):
    """(base, third person, past, participle)"""
    third = verb[:-1] + "ies" if verb[-1] == "y" and verb[-2] not in "aeo" else verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    if verb in PAST:
        return (verb, third, *PAST[verb].split())
    stem = verb + verb[-1] if verb in DOUBLED else verb[:-1] + "i" if third.endswith("ies") else verb
    past = stem + ("d" if stem.endswith("e") else "ed")
    return verb, third, past, past


def plural(noun):
    if noun in ALREADY or noun in MASS:
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeo" else noun + "es" if noun.endswith(("s", "sh", "ch", "x")) else noun + "s"


class Node:
    """A word and what hangs off it, before and behind it."""

    def __init__(self, form, tag, xtag, label="root", left=(), right=()):
        self.form, self.tag, self.xtag, self.label, self.left, self.right = form, tag, xtag, label, list(left), list(right)

    def as_(self, label):
        self.label = label
        return self


def flat(top):
    """The sentence of a tree; of two commas, or a comma and a full stop, the second alone stays."""
    order, above = [], {}

    def walk(node):
        for child in node.left:
            above[id(child)] = node
            walk(child)
        order.append(node)
        for child in node.right:
            above[id(child)] = node
            walk(child)

    walk(top)
    order = [node for node, after in zip(order, [*order[1:], top]) if not (node.form == "," and after.form in ",.")]
    place = {id(node): i for i, node in enumerate(order, 1)}
    heads = [place[id(above[id(n)])] if id(n) in above else 0 for n in order]
    first = order[0].form
    return Sentence([first[:1].upper() + first[1:], *(n.form for n in order[1:])], [n.tag for n in order], [n.xtag for n in order], heads, [n.label for n in order])


class Grammar:
    def __init__(self, rng):
        self.rng = rng

    def some(self, words):
        return self.rng.choice(words)

    def chance(self, p):
        return self.rng.random() < p

    def name(self):
        kind = self.rng.random()
        if kind < 0.5:
            return Node(self.some(NAMES), "PROPN", "NNP")
        if kind < 0.57:
            first, second = self.some(TWO_WORDS)
            return Node(second, "PROPN", "NNP", left=[Node(first, "PROPN", "NNP", "compound")])
        if kind < 0.65:
            first, second = self.some(BODIES)
            noun = first in ("Security", "World")
            before = Node(first, "PROPN" if noun else "ADJ", "NNP", "compound" if noun else "amod")
            return Node(second, "PROPN", "NNPS" if second.endswith("s") else "NNP", left=[Node("the", "DET", "DT", "det"), before])
        head = Node(self.some(FIRST), "PROPN", "NNP", right=[Node(self.some(LAST), "PROPN", "NNP", "flat")])
        if kind < 0.85:
            title = Node(self.some(TITLES), "PROPN", "NNP", "nmod:desc")
            if self.chance(0.3):
                title.left.append(Node(self.some(NATIONS), "ADJ", "JJ", "amod"))
            head.left.append(title)
        return head

    def bare_name(self):
        node = self.name()
        node.left = [child for child in node.left if child.tag != "DET"]
        return node

    def noun(self, among, bare=False, deep=0):
        noun = self.some(among)
        many = noun in ALREADY or self.chance(0.4)
        uncounted = noun in MASS
        node = Node(plural(noun) if many else noun, "NOUN", "NNS" if many else "NN")
        if bare or (many or uncounted) and self.chance(0.5):
            pass
        elif self.chance(0.12):
            node.left.append(Node(self.some("its their his".split()), "PRON", "PRP$", "nmod:poss"))
        elif self.chance(0.15):
            node.left.append(Node(self.some(NAMES), "PROPN", "NNP", "nmod:poss", right=[Node("'s", "PART", "POS", "case")]))
        else:
            node.left.append(Node("the" if many or uncounted or self.chance(0.7) else "a", "DET", "DT", "det"))
        if self.chance(0.3):
            word = self.some(ADJECTIVES)
            if many or word not in NUMBERS:
                node.left.append(Node(word, "NUM" if word in NUMBERS else "ADJ", NUMBERS.get(word, "JJ"), "nummod" if word in NUMBERS else "amod"))
        elif self.chance(0.2):
            node.left.append(Node(self.some(NATIONS), "ADJ", "JJ", "amod"))
        if node.left and node.left[0].form == "a" and (node.left[1:] or [node])[0].form[:1].lower() in "aeiou":
            node.left[0].form = "an"
        if not bare and deep < 1 and self.chance(0.3):
            self.extend(node, deep + 1)
        return node

    def phrase(self, among, deep=0):
        return self.name() if among is PEOPLE and self.chance(0.5) else self.noun(among, deep=deep)

    def extend(self, node, deep):
        """A relative clause, a participle or an apposition behind a noun."""
        kind, comma = self.rng.random(), lambda: Node(",", "PUNCT", ",", "punct")
        verb = forms(self.some(TRANSITIVE))
        if kind < 0.4:  # "that the two countries signed", "the police arrested"
            clause = Node(verb[2], "VERB", "VBD", "acl:relcl", left=[self.phrase(PEOPLE, deep).as_("nsubj")])
            if self.chance(0.6):
                clause.left.insert(0, Node(self.some(["that", "which"]), "PRON", "WDT", "obj"))
        elif kind < 0.65:  # "who met the president"
            who = Node("who", "PRON", "WP", "nsubj") if self.chance(0.5) else Node("that", "PRON", "WDT", "nsubj")
            clause = Node(verb[2], "VERB", "VBD", "acl:relcl", left=[who], right=[self.phrase(THINGS, deep).as_("obj")])
            if self.chance(0.4):
                clause.left.insert(0, comma())
                clause.right.append(comma())
                who.form, who.xtag = "who", "WP"
        elif kind < 0.8:  # "built by German engineers"
            by = self.phrase(PEOPLE, deep).as_("obl:agent")
            by.left.insert(0, Node("by", "ADP", "IN", "case"))
            clause = Node(verb[3], "VERB", "VBN", "acl", right=[by])
        else:  # ", the capital of Chad,"
            of = Node(self.some(NAMES), "PROPN", "NNP", "nmod", left=[Node("of", "ADP", "IN", "case")])
            clause = Node(self.some(PARTS), "NOUN", "NN", "appos", left=[comma(), Node("the", "DET", "DT", "det")], right=[of, comma()])
        node.right.append(clause)

    def where(self):
        kind = self.rng.random()
        if kind < 0.4:
            return Node(self.some("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()), "PROPN", "NNP", "obl", left=[Node("on", "ADP", "IN", "case")])
        if kind < 0.7:
            return Node(self.some(PLACES), "PROPN", "NNP", "obl", left=[Node("in", "ADP", "IN", "case")])
        return Node(self.some("week month year".split()), "NOUN", "NN", "obl:unmarked", left=[Node("last", "ADJ", "JJ", "amod")])

    def clause(self, deep=0):
        """A clause in the past, without its full stop."""
        kind = self.rng.random()
        subject = self.phrase(PEOPLE, deep)
        if self.chance(0.12):
            other = self.phrase(PEOPLE, 1).as_("conj")
            other.left.insert(0, Node("and", "CCONJ", "CC", "cc"))
            subject.right.append(other)
        subject.as_("nsubj")
        if kind < 0.45:
            top = Node(forms(self.some(TRANSITIVE))[2], "VERB", "VBD", left=[subject], right=[self.phrase(self.some([PEOPLE, THINGS, THINGS]), deep).as_("obj")])
            if self.chance(0.15):
                second = Node(forms(self.some(TRANSITIVE))[2], "VERB", "VBD", "conj", left=[Node("and", "CCONJ", "CC", "cc")], right=[self.noun(THINGS, deep=1).as_("obj")])
                top.right.append(second)
                return top
        elif kind < 0.6:
            subject = (self.phrase(PEOPLE, deep) if self.chance(0.5) else self.noun("treaty agreement deal truce ceasefire plan talks bill coup strike siege".split())).as_("nsubj")
            top = Node(forms(self.some(INTRANSITIVE))[2], "VERB", "VBD", left=[subject])
        elif kind < 0.75:
            many = (subject := self.noun(THINGS + PEOPLE, deep=deep)).xtag == "NNS"
            by = self.phrase(PEOPLE, 1).as_("obl:agent")
            by.left.insert(0, Node("by", "ADP", "IN", "case"))
            be = Node("were" if many else "was", "AUX", "VBD", "aux:pass")
            top = Node(forms(self.some(TRANSITIVE))[3], "VERB", "VBN", left=[subject.as_("nsubj:pass"), be], right=[by] if self.chance(0.5) else [])
        elif kind < 0.88:
            inner = Node(self.some(TRANSITIVE), "VERB", "VB", "xcomp", left=[Node("to", "PART", "TO", "mark")], right=[self.phrase(THINGS, 1).as_("obj")])
            return Node(forms(self.some(CONTROL))[2], "VERB", "VBD", left=[subject], right=[inner])
        else:
            if deep:
                return self.clause(deep)
            inner = self.clause(1).as_("ccomp")
            if self.chance(0.5):
                inner.left.insert(0, Node("that", "SCONJ", "IN", "mark"))
            return Node(forms(self.some(SAYING))[2], "VERB", "VBD", left=[subject], right=[inner])
        if self.chance(0.25):
            top.right.append(self.where())
        return top

    def headline(self):
        bare = lambda among: self.bare_name() if among is PEOPLE and self.chance(0.4) else self.noun(among, bare=True)
        subject, kind = bare(PEOPLE), self.rng.random()
        if kind < 0.5:
            many = subject.xtag == "NNS"
            verb = forms(self.some(TRANSITIVE))
            top = Node(verb[0] if many else verb[1], "VERB", "VBP" if many else "VBZ", left=[subject.as_("nsubj")], right=[bare(self.some([PEOPLE, THINGS])).as_("obj")])
        elif kind < 0.75:
            top = Node(forms(self.some(TRANSITIVE))[3], "VERB", "VBN", left=[self.noun(PEOPLE + THINGS, bare=True).as_("nsubj:pass")])
        else:
            top = Node(self.some(TRANSITIVE), "VERB", "VB", left=[subject.as_("nsubj"), Node("to", "PART", "TO", "mark")], right=[bare(THINGS).as_("obj")])
        if self.chance(0.5):
            place = Node(self.some(PLACES), "PROPN", "NNP", "obl", left=[Node(self.some(["in", "near"]), "ADP", "IN", "case")])
            top.right.append(place)
        sentence = flat(top)
        style = self.rng.random()
        if style < 0.15:
            return sentence._replace(forms=[f.upper() for f in sentence.forms])
        if style < 0.4:
            return sentence._replace(forms=[f if f in ("in", "to", "'s") else f[:1].upper() + f[1:] for f in sentence.forms])
        return sentence


def drills(count, seed):
    """`count` sentences: three of four whole clauses, one of four a headline."""
    rng = random.Random(seed)
    grammar = Grammar(rng)
    out = []
    for _ in range(count):
        if rng.random() < 0.25:
            out.append(grammar.headline())
            continue
        top = grammar.clause()
        top.right.append(Node(".", "PUNCT", ".", "punct"))
        out.append(flat(top))
    return out


if __name__ == "__main__":
    for s in drills(40, 1):
        print(" ".join(s.forms))
