/** The plural of a noun phrase's last word, or of its head before "of", "to", "for", "in": "heads of state", "Poles", "police officers". */
export const plural = (text: string): string => {
  const [head = text, ...rest] = text.split(/(?= (?:of|to|for|in|at|on|without|general)\b)/)
  return `${pluralWord(head)}${rest.join('')}`
}

const pluralWord = (head: string): string => {
  if (/(?:ese|[a-z]ish|nch|tch|lsh|Swiss)$/.test(head) && /^[A-Z]/.test(head)) return head
  if (/(?:troops|police|forces|services|media|people|authorities|personnel|military|clergy|youth|personnel)$/.test(head)) return head
  if (/(?:ss|sh|ch|x|z)$/.test(head)) return `${head}es`
  if (/(?:wo)?man$/.test(head) && !/(?:German|Roman|Oman|Norman|human|Ottoman|Turkoman|shaman|Cayman)$/.test(head))
    return `${head.slice(0, -3)}men`
  if (/person$/.test(head)) return `${head.slice(0, -6)}people`
  if (/child$/.test(head)) return `${head}ren`
  if (/(?:thie|wi|li|kni)f?e?$/.test(head) && /(?:thief|wife|life|knife)$/.test(head)) return head.replace(/fe?$/, 'ves')
  if (/[^aeiou]y$/.test(head)) return `${head.slice(0, -1)}ies`
  return /s$/.test(head) ? head : `${head}s`
}
