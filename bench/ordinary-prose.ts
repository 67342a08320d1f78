// Ordinary newspaper prose of our own: what stands between political news. Slots in braces are filled by `mixed-news.ts`; every list is drawn from anew for each slot.

export const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  weather: [
    'Rain will spread from the {compass} during the {daytime}, heavy at times over the {adj} hills around {town}.',
    'Temperatures are likely to reach {n} degrees by the {daytime} before a {adj} breeze brings relief.',
    'The river was {n} centimetres above its usual level on {weekday}, and the meadows below the mill stood under water.',
    'After a {adj} start, the clouds should break and leave a dry, bright {daytime} in most parts.',
    'Frost is possible in the valleys, so tender plants are best kept under glass for another week.',
    'Gusts of up to {n} kilometres an hour blew tiles from roofs in {town} and kept the ferries in harbour.',
    'It was the {adj}est {month} since records began at the observatory in {year}.',
    'The outlook for the weekend stays {adj}, with long sunny spells and a light wind off the sea.',
    'Snow fell above {n}00 metres overnight, and the pass road was cleared only by noon.',
    'Hay fever sufferers will find little comfort, as pollen counts climb with the mercury.',
  ],
  sport: [
    '{club} beat {club2} {small}-{small} with two late goals from {person}.',
    'The {ordinal} set lasted {n} minutes, and neither player could hold serve when it mattered.',
    '{person} scored from the edge of the box after {small} minutes, and the rest was patience.',
    'It was a {adj} afternoon for {club}, whose back row had no reply to the pace on the wings.',
    'The coach rested three regulars and still saw his side stroll to a {ordinal} win in a row.',
    'A crowd of {n},{n}{small} watched in drizzle as the visitors wasted one chance after another.',
    '{person}, who turned {small}{small} last week, ran the {n}00 metres in a personal best.',
    'With {small} rounds left, {club} sit third in the table, a point behind {club2}.',
    'The goalkeeper got a hand to the penalty, but the rebound fell kindly for {person}.',
    'Her serve let her down in the tie-break, and the match slipped away within minutes.',
    'The bowlers found swing under the clouds, and the last five wickets fell for {n} runs.',
    'Rowers from {town} took the cup for the {ordinal} year running.',
  ],
  food: [
    'Heat the oil in a {adj} pan and soften the onions for {small} minutes without letting them brown.',
    'Stir in the {food}, season well, and leave the pot on a low flame until the sauce thickens.',
    'The {food} is best eaten warm, with a spoonful of cream and a handful of chopped {herb}.',
    'Fold the flour into the eggs with a metal spoon, a third at a time, and keep as much air in as you can.',
    'At {town} market the first {food} of the season fetched {n} a kilo.',
    'Grate the rind of a lemon over the {food} and scatter with {herb} before serving.',
    'The cafe on the corner serves {food} that people queue for in the rain.',
    'Leave the dough under a cloth for {small} hours, or overnight in a cool larder.',
    'A pinch of {herb} makes all the difference, as {person} likes to say.',
    'Bake for {n} minutes, until a skewer comes out clean.',
  ],
  culture: [
    'The novel follows three sisters through a {adj} summer in a house that smells of {herb} and old paper.',
    '{person} plays the lodger with a {adj} stillness that fills the stage.',
    'The museum in {town} has hung {n} landscapes that were in store for {small} decades.',
    'What the film lacks in plot it makes up for in light: every frame glows.',
    'The second movement was taken slowly, almost too slowly, yet the hush in the hall was complete.',
    'Her {ordinal} album is quieter than the last, built on piano, brushed drums and a {adj} double bass.',
    'The exhibition runs until {month} and is free on {weekday}s.',
    'There are {n} pots in the show, most of them no taller than a hand, and each has its own weather.',
    'The translation reads well, though the jokes have lost a little on the way.',
    'Tickets for the {adj} new production sold out within {small} hours.',
    '{person} wrote the score in a cottage near {town}, with the window open to the sea.',
  ],
  science: [
    'The beetle is {small} millimetres long and lives under the bark of {adj} birches.',
    'By comparing growth rings, the team could date the beams to within {small} years.',
    'The telescope gathers light from galaxies so faint that each exposure takes {n} hours.',
    'Seagrass meadows store more carbon than their size suggests, and they are slow to grow back.',
    'The fossil, no larger than a thumbnail, sat in a drawer for {n} years before anybody looked twice.',
    'Bees returned to the {adj} fields within {small} seasons of the hedges being replanted.',
    'In a dish of {adj} agar the cells doubled every {n} minutes.',
    'The model is simple: warm water rises, cools, and sinks again along the edges of the bay.',
    'Samples from the borehole near {town} hold air that is {n},000 years old.',
    'What puzzled {person} was the silence: the frogs had simply stopped calling.',
  ],
  local: [
    'The bakery in {street} is to reopen in {month} after {n} months of building work.',
    'A lorry shed its load of {food} on the ring road, and traffic was slow until {daytime}.',
    'Volunteers planted {n} saplings along the old railway line near {town}.',
    'The swimming pool needs a new roof, and nobody seems to know where the money will come from.',
    'Residents of {street} say the street lamps have been dark for {small} weeks.',
    'The choir meets on {weekday}s in the hall behind the church, and beginners are welcome.',
    'A cat that went missing in {month} turned up in {town}, {n} kilometres away, thin but cheerful.',
    'The {adj} bridge over the mill stream will be closed to cars for {small} weeks.',
    'House prices in {town} rose by {small}.{small} per cent over the year.',
    'The library lent {n},{n}{small} books last year, a third of them to children.',
    '{person} has run the flower stall by the station since {year}.',
  ],
  business: [
    'The company sold {n} million bottles last year, {small} per cent more than the year before.',
    'Shares in {firm} closed {small}.{small} per cent higher after a {adj} quarter.',
    '{firm} makes hinges, locks and handles in a brick factory outside {town}.',
    'Margins are thin in this trade, and a {adj} harvest can undo a year of work.',
    'The new line will turn out {n},000 bicycles a year once both shifts are running.',
    'Rents in the old harbour have doubled in {small} years, and the workshops are moving out.',
    '{person}, who founded {firm} in {year}, now spends most of the week in the workshop.',
    'Orders for the autumn are {small} per cent up, mostly from small shops.',
    'A {adj} chair of ash and leather costs {n}0, and the waiting list is {small} months long.',
    'The price of {food} fell for the {ordinal} week in a row.',
  ],
  travel: [
    'The path climbs gently from {town} through beech woods to a {adj} ridge with a view of the lake.',
    'Bring stout shoes and water, for there is no inn until the far side of the pass.',
    'The night train leaves at {small}.{n} and arrives in time for breakfast by the harbour.',
    'Rooms are plain, the sheets smell of {herb}, and the bread is baked next door.',
    'In {month} the island belongs to the gulls and a handful of painters.',
    'We took the {adj} road along the coast and stopped wherever there was shade.',
    'A boat goes out to the lighthouse twice a day, weather permitting.',
    'The old quarter of {town} is best seen on foot, early, before the shutters go up.',
  ],
}

export const LISTS: Readonly<Record<string, readonly string[]>> = {
  compass: ['north', 'south', 'east', 'west', 'north-west', 'south-west', 'north-east', 'south-east'],
  daytime: ['morning', 'afternoon', 'evening', 'early hours', 'late morning', 'middle of the day'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  month: ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ordinal: ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'],
  adj: 'quiet warm cold damp narrow broad steep gentle rough smooth bright dull plain pale dark soft sharp slow brisk light heavy deep shallow mild harsh dry fresh old low high small short long lean rich poor proud humble cheap dear neat wild tame'.split(
    ' ',
  ),
  food: 'leeks,mussels,lentils,rhubarb,plums,herring,chestnuts,barley,beetroot,quinces,mackerel,parsnips,goat cheese,apricots,broad beans,smoked trout,walnuts,asparagus,gooseberries,fennel,wild garlic,dried figs,new potatoes,hazelnuts'.split(
    ',',
  ),
  herb: 'thyme,sage,dill,chives,lavender,rosemary,parsley,mint,tarragon,bay,marjoram,chervil'.split(','),
}

/** Words for sentences that are put together anew each time, so that no two articles share more than single words. */
export const WORDS = {
  nouns:
    'garden,orchard,cellar,kettle,ladder,lantern,meadow,harbour,lighthouse,bicycle,blanket,basket,pavilion,orchestra,painter,gardener,baker,carpenter,potter,teacher,swimmer,rower,cyclist,poet,singer,dancer,child,neighbour,visitor,tourist,shopkeeper,fisherman,beekeeper,clockmaker,nurse,librarian,violin,piano,novel,poem,painting,statue,recipe,loaf,soup,cheese,apple,pear,plum,cherry,rose,tulip,fern,oak,birch,willow,hedge,lawn,pond,stream,valley,hill,ridge,island,beach,cliff,cave,tunnel,bridge,mill,barn,stable,cottage,chapel,library,museum,gallery,theatre,cinema,cafe,bakery,market,station,platform,carriage,engine,tram,ferry,yacht,canoe,rope,sail,anchor,compass,map,notebook,pencil,letter,stamp,photograph,camera,window,door,roof,chimney,staircase,corridor,kitchen,attic,carpet,curtain,mirror,cupboard,drawer,teapot,saucer,spoon,knife,plate,candle,clock,bell,drum,trumpet,guitar,tune,song,chorus,rehearsal,match,goal,racket,net,trophy,season,league,pitch,score,referee,winter,summer,autumn,spring,storm,breeze,cloud,frost,snow,rain,puddle,rainbow,shadow,sunrise,planet,comet,telescope,microscope,fossil,beetle,butterfly,heron,sparrow,owl,fox,hedgehog,badger,otter,salmon,trout'.split(
      ',',
    ),
  acts: 'painted,mended,carried,polished,baked,tasted,sketched,photographed,measured,borrowed,folded,wrapped,planted,watered,pruned,picked,peeled,chopped,stirred,weighed,tuned,hummed,rehearsed,repaired,oiled,swept,dusted,scrubbed,rinsed,hung,found,lost,noticed,admired,described,remembered,forgot,counted,sorted,stacked,shelved,lifted,dragged,rolled,tied,knitted,sewed,ironed,warmed,cooled,filled,emptied,poured,sipped,nibbled,chewed,enjoyed,loved,preferred,imagined,dreamt of,looked at,listened to,walked round,leaned on,sat beside,slept under,woke near,wandered past,climbed over,paddled along,rowed across'.split(
    ',',
  ),
  states:
    'creaked,glowed,faded,gleamed,shone,dripped,rustled,swayed,drifted,floated,sank,froze,melted,blossomed,withered,ripened,grew,shrank,trembled,hummed,whistled,yawned,smiled,blinked,dozed,limped,stumbled,skated,tumbled,paused'.split(
      ',',
    ),
  manners:
    'slowly,quietly,gently,neatly,often,rarely,twice,once more,at last,for hours,before breakfast,after supper,by candlelight,in silence,with care,without haste,all afternoon,every week,almost daily,as usual,in the rain,by the fire,under the stars,on tiptoe'.split(
      ',',
    ),
  places: 'behind,beside,near,below,above,beyond,inside,outside,opposite,along,under,around'.split(','),
  joints: 'while,because,until,although,as soon as,whenever,where,before,after,so that,and,but'.split(','),
} as const
