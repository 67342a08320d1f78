const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((w) => w !== ''))

/** What stands before a name or a number: its full stop ends no sentence that goes on. Without the stop, as they are written. */
export const BEFORE_NAME: ReadonlySet<string> = words(`
  Mr Mrs Ms Mx Messrs Mmes Mlle Dr Drs Prof Rev Hon Fr Msgr Mgr Gov Govs Lt Col Gen Maj Brig Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Sen Sens Rep Reps Pres Amb
  Sec Atty Supt Insp Det Const St Ste Mt Ft Pt No Nos no nos vs VS v Vs e.g E.g i.e I.e cf Cf ca approx viz Vol vol Art art Fig fig Figs Eq Ch ch Op op p pp Pp
  ed eds Ed trans Ave Blvd Rd Hwy Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Tel tel ext Ext Attn
  Gens Cols Profs Univ Dept Gov't Govt Natl Intl Assn Bros Ariz Calif Colo Conn Fla Ill Ind Kan Mass Mich Minn Miss Neb Nev Okla Ore Penn Tenn Tex Va Vt Wash Wis Wyo
`)

/** What may end a sentence too: a word that can't go on a sentence has to follow. */
export const MAY_END: ReadonlySet<string> = words(`
  Inc Corp Co Cos Ltd Plc Bros Jr Sr Esq Ph.D PhD M.Sc B.Sc etc al a.m p.m A.M P.M Ave Blvd St Bhd Pty Llc est dept div incl excl min max
`)

/** Whether a word before a full stop is an abbreviation: one of the lists, an initial (`J`), or letters with stops between them (`U.S`). */
export const isAbbreviation = (word: string): boolean =>
  BEFORE_NAME.has(word) || MAY_END.has(word) || /^\p{Lu}$/u.test(word) || /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
