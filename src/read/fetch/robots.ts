/** What a site's robots.txt asks of us: whether a path may be fetched, and the seconds between requests (0 where it says nothing). */
export type Robots = { readonly allows: (path: string) => boolean; readonly delay: number }

export const ALL_ALLOWED: Robots = { allows: () => true, delay: 0 }

type Rule = { readonly allow: boolean; readonly pattern: string }
type Group = { readonly agents: readonly string[]; readonly rules: readonly Rule[]; readonly delay: number }

const LONGEST_DELAY = 30

/** Reads robots.txt as RFC 9309 says: the groups that name `agent`, else those of `*`; of the rules that match, the longest wins, and of two as long the one that allows. */
export const parseRobots = (text: string, agent: string): Robots => {
  const groups = groupsOf(text)
  const own = groups.filter((g) => g.agents.includes(agent.toLowerCase()))
  const chosen = own.length > 0 ? own : groups.filter((g) => g.agents.includes('*'))
  const rules = chosen.flatMap((g) => g.rules)
  return {
    allows: (asked) => {
      const path = encoded(asked)
      if (path === '/robots.txt') return true
      let best: Rule | null = null
      for (const rule of rules) {
        if (!matches(rule.pattern, path)) continue
        if (best === null || rule.pattern.length > best.pattern.length || (rule.pattern.length === best.pattern.length && rule.allow))
          best = rule
      }
      return best?.allow ?? true
    },
    delay: Math.min(LONGEST_DELAY, Math.max(0, ...chosen.map((g) => g.delay))),
  }
}

const groupsOf = (text: string): readonly Group[] => {
  const groups: { agents: string[]; rules: Rule[]; delay: number }[] = []
  let naming = false
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(raw.replace(/#.*$/, '')) ?? []
    const name = field.toLowerCase()
    if (name === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [], delay: 0 })
      // Only the product token counts: "annalist/1.0" names annalist.
      groups.at(-1)?.agents.push((/^[\w*-]+/.exec(value)?.[0] ?? value).toLowerCase())
      naming = true
      continue
    }
    if (name !== 'allow' && name !== 'disallow' && name !== 'crawl-delay') continue
    naming = false
    const group = groups.at(-1)
    if (!group) continue
    if (name === 'crawl-delay') group.delay = Number(value) || 0
    else if (value !== '') group.rules.push({ allow: name === 'allow', pattern: encoded(value) })
  }
  return groups
}

/** One spelling of a path, whatever of it is written as octets (RFC 9309 §2.2.2): letters, digits and `-._~` stand as they are, capitals in the octets, all but printing ASCII as octets. */
const encoded = (path: string): string =>
  path.replace(/%([\da-f]{2})|[^!-~]+/giu, (found, octet: string | undefined) => {
    if (octet === undefined) return encodeURIComponent(found)
    const letter = String.fromCharCode(Number.parseInt(octet, 16))
    return /[\w.~-]/.test(letter) ? letter : found.toUpperCase()
  })

/** Whether a path begins with a pattern, in which `*` stands for anything and a last `$` for the end. Linear: no regular expression is built from what a stranger wrote. */
const matches = (pattern: string, path: string): boolean => {
  const whole = pattern.endsWith('$')
  const parts = (whole ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of rest.entries()) {
    if (whole && i === rest.length - 1) return path.endsWith(part) && path.length - part.length >= at
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !whole || at === path.length
}
