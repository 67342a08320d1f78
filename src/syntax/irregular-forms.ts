/** Irregular verbs, one a line: the base, then the forms that no rule gives. */
const VERBS = `
arise arose arisen|awake awoke awoken|be am is are was were been|bear bore borne|beat beaten|become became|befall befell befallen|beget begot begotten
begin began begun|behold beheld|bend bent|beseech besought|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought
broadcast broadcast|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|counsel counselled counselling|creep crept|deal dealt|dig dug|die dying
do does did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|equal equalled equalling|fall fell fallen|feed fed|feel felt|fight fought
find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast forecast|forego forewent foregone|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go goes went gone|grind ground|grow grew grown
hang hung|have has had|hear heard|hide hid hidden|hold held|inlay inlaid|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt
leave left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|mow mown|overcome overcame
overthrow overthrew overthrown|pay paid|plead pled|prove proven|read read|ride rode ridden|ring rang rung|rise rose risen|run ran|say says said|see saw seen
seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|slay slew slain
sleep slept|slide slid|sling slung|smell smelt|smite smote smitten|sow sown|speak spoke spoken|speed sped|spend spent|spill spilt|spin spun|spit spat|spoil spoilt
spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung
strive strove striven|swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|tie tying|tread trod trodden|undergo underwent undergone|understand understood|undertake undertook undertaken|undo undid undone|uphold upheld
vie vying|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood|wring wrung
write wrote written|ski skiing skied skis|panic panicked panicking|traffic trafficked trafficking|mimic mimicked mimicking|picnic picnicked picnicking|quit quitting
quiz quizzed quizzing quizzes|focus focus focuses focused focusing focussed|bias biased|gas gassed gassing gasses|bus bused bussed|equip equipped equipping
transfer transferred transferring|die dies died|lie lies lied|tie ties tied|vie vies vied|agree agreed|free freed|flee flees|decree decreed|guarantee guaranteed|referee refereed
use used|cause caused|veto vetoes vetoed vetoing|echo echoes echoed|torpedo torpedoes torpedoed|embargo embargoes embargoed|control controlled controlling
patrol patrolled patrolling|compel compelled compelling|expel expelled expelling|propel propelled propelling|repel repelled repelling|rebel rebelled rebelling
quell quelled quelling|install installed installing|enroll enrolled enrolling|fulfill fulfilled fulfilling fulfils|dispel dispelled dispelling|shell shelled shelling|telephone telephoned telephoning
greenlight greenlit|waylay waylaid|forswear forsworn|hamstring hamstrung|refuel refuelled refuelling`

const NOUNS = `
child children|man men|woman women|foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|life lives|wife wives|knife knives|wolf wolves|half halves|thief thieves|shelf shelves
leaf leaves|loaf loaves|calf calves|self selves|elf elves|hoof hooves|scarf scarves|headscarf headscarves|crisis crises|analysis analyses|base bases|hypothesis hypotheses|thesis theses
oasis oases|diagnosis diagnoses|emphasis emphases|axis axes|criterion criteria|phenomenon phenomena|stratum strata|memorandum memoranda|referendum referenda
ultimatum ultimata|alumnus alumni|nucleus nuclei|stimulus stimuli|index indices|matrix matrices|appendix appendices|corpus corpora|bus buses|gas gases|virus viruses
campus campuses|census censuses|status statuses|bonus bonuses|caucus caucuses|chorus choruses|consensus consensuses|lens lenses|bias biases|canvas canvases|atlas atlases
alias aliases|series series|species species|means means|headquarters headquarters|news news|crossroads crossroads|barracks barracks|troops troops|politics politics
economics economics|physics physics|mathematics mathematics|linguistics linguistics|genetics genetics|electronics electronics|logistics logistics|ethics ethics
goods goods|proceedings proceedings|remains remains|savings savings|earnings earnings|clothes clothes|thanks thanks
surroundings surroundings|whereabouts whereabouts|customs customs|chaos chaos|gallows gallows|movie movies|cookie cookies
lie lies|tie ties|pie pies|die dies|zombie zombies|rookie rookies|calorie calories|selfie selfies|cache caches|niche niches|headache headaches|avalanche avalanches
corps corps|chassis chassis|debris debris|coup coups|people people|axe axes|hero heroes|veto vetoes|embargo embargoes|tomato tomatoes|potato potatoes
volcano volcanoes|mosquito mosquitoes|torpedo torpedoes|tornado tornadoes|echo echoes|cargo cargoes|negro negroes|domino dominoes|mango mangoes`

const ADJECTIVES = `
good better best|bad worse worst|far farther farthest furthest|big bigger biggest|hot hotter|large larger|close closer|late later latest
great greater|high higher|low lower|long longer|short shorter|strong stronger|weak weaker|old older eldest|young younger|new newer|small smaller|wide wider|broad broader
deep deeper|fast faster|slow slower|hard harder|tough tougher|soft softer|cheap cheaper|near nearer|clear clearer|safe safer|poor poorer|rich richer|few fewer|bright brighter
dark darker|light lighter|tight tighter|quick quicker|narrow narrower|nice nicer|simple simpler|smart smarter|smooth smoother|tall taller|thick thicker|thin thinner|warm warmer
cold colder|cool cooler|fair fairer|fresh fresher|harsh harsher|sharp sharper|steep steeper|strict stricter|bold bolder|calm calmer|grave graver|fierce fiercer|free freer freest
full fuller|loud louder|mild milder|quiet quieter|rare rarer|sad sadder|stark starker|stiff stiffer|wise wiser|worthy worthier`

const pairsOf = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split(/[\n|]/)
    .flatMap((line) => {
      const [lemma = '', ...forms] = line.split(' ')
      return forms.map((form) => [form, lemma] as const)
    })

/** What no rule of inflection gives, by part of speech and form. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({ VERB: VERBS, NOUN: NOUNS, ADJ: ADJECTIVES }).flatMap(([upos, table]) =>
    pairsOf(table).map(([form, lemma]): readonly [string, string] => [`${upos} ${form}`, lemma]),
  ),
)
