/** Whether a verb's base form (in small letters) is its past as well: told of news, it is that. */
export const isBarePast = (form: string): boolean => BARE_PASTS.test(form)

const BARE_PASTS = /^(?:beat|bet|bid|burst|cast|cost|cut|hit|hurt|let|put|quit|read|set|shed|shut|split|spread|thrust|upset)$/
