/** What opens an item of a list: a sign, or a number with a stop or bracket; more than one figure pair is a year or a decimal. */
export const BULLET = /^(?:[•‣▪●◦■□➤►·*]\s*|[-–—]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)(?=\S)/
