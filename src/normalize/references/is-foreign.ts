/** "foreign journalists", "overseas observers": people of no state that the passage is about. A foreign ministry is the state's own. */
export const isForeign = (words: string): boolean => FOREIGN.test(words) && !OWN.test(words)

const FOREIGN = /\b(foreign|overseas|expatriate)\s/i
const OWN = /\bforeign\s+(?:and \w+ )?(?:minist|secretar|affairs|office|polic|service|trade|aid|relations)/i
