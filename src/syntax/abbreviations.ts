const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((w) => w !== ''))

/** Titles, and words that lead on to something: they end no sentence, even where a word follows that others begin with. Without the stop, as they are written. */
export const TITLES: ReadonlySet<string> = words(`
  Mr Mrs Ms Mx Messrs Mmes Mlle Dr Drs Prof Profs Rev Hon Fr Msgr Mgr Gov Govs Lt Col Cols Gen Gens Maj Brig Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Sen Sens Rep Reps Pres
  Amb Supt Insp Det e.g E.g i.e I.e vs v cf Cf viz ca approx
`)

/** What stands before a name or a number: its full stop ends no sentence that goes on. */
export const BEFORE_NAME: ReadonlySet<string> = new Set([
  ...TITLES,
  ...words(`
    Sec Atty Const St Ste Mt Ft Pt No Nos no nos VS Vs Vol vol Art art Fig fig Figs Eq Ch ch Op op p pp Pp ed eds Ed trans Ave Blvd Rd Hwy
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Tel tel ext Ext Attn Univ Dept Gov't Govt Natl Intl Assn Bros
    Ariz Calif Colo Conn Fla Ill Ind Kan Mass Mich Minn Miss Neb Nev Okla Ore Penn Tenn Tex Va Vt Wash Wis Wyo
  `),
])

/** What may end a sentence too: a word that can't go on a sentence has to follow. */
export const MAY_END: ReadonlySet<string> = words(`
  Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq Ph.D PhD M.Sc B.Sc etc al a.m p.m A.M P.M Ave Blvd St Bhd Pty Llc est dept div incl excl min max
`)

/** Whether a word before a full stop is an abbreviation: one of the lists, an initial (`J`), or letters with stops between them (`U.S`). */
export const isAbbreviation = (word: string): boolean =>
  BEFORE_NAME.has(word) || MAY_END.has(word) || /^\p{Lu}$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
