import type { Mention } from '../../document.ts'
import { mapped } from '../../lexicon/mapped.ts'
import { dependents, hangsBy, wordAt } from '../clauses/tree.ts'
import { mentionOf } from './mention-of.ts'
import type { Scene } from './mention-scene.ts'

/** "Yuri Baluyevsky, chief of the Russian general staff": what the name doesn't tell, its apposition does, and the other way round. */
export const withApposition = (scene: Scene, byHead: ReadonlyMap<number, Mention>, mention: Mention): Mention => {
  const { tree, text } = scene
  const named = namedBehind(scene, byHead, mention)
  if (named !== null) return named
  if ((mention.entity !== null && !isGroup(scene, mention)) || mention.kind === 'pronoun') return withGender(scene, byHead, mention)
  const beside = dependents(tree, mention.head, 'appos')
  const isBeside = hangsBy(tree, mention.head, 'appos')
  if (beside.length === 0 && !isBeside) return mention
  const others = mapped(isBeside ? [...beside, wordAt(tree, mention.head).head] : beside, (at) => byHead.get(at))
  // "Colombia's largest rebel group, the ELN": who it is goes before whose it is.
  const other =
    mention.entity === null
      ? others.find((m) => m && (m.entity !== null || m.role !== null))
      : others.find((m) => m?.kind === 'name' && m.entity !== null)
  if (!other) return mention
  const { entity, code, basis } = other
  const kind = mention.kind === 'unknown' ? other.kind : mention.kind
  const { gender, owner, name } = mention
  const who = { entity, role: mention.role ?? other.role, code, name }
  // "The then president, Yoweri Museveni,": who holds the office is quoted with it.
  const isNamed = mention.kind === 'person' && other.kind === 'person' && /^,? $/.test(text.slice(mention.end, other.start))
  const { start, head, plural } = mention
  const shared = isNamed ? { start, end: other.end, head, text: text.slice(start, other.end), plural } : mention
  return mentionOf(shared, kind, who, basis, { rule: mention.rule ?? other.rule, gender, owner })
}

/** "the Lebanese militant group Hezbollah": whom a word for a group and the name right behind it tell is the one of the name, wherever he is at home. */
const namedBehind = (scene: Scene, byHead: ReadonlyMap<number, Mention>, mention: Mention): Mention | null => {
  if (!isGroup(scene, mention)) return null
  const { tree, text } = scene
  let name: Mention | undefined
  for (let ahead = 1; ahead <= 4 && name === undefined; ahead++) name = byHead.get(mention.head + ahead)
  if (name?.kind !== 'name' || name.entity === null || name.start !== wordAt(tree, mention.head).end + 1) return null
  const { start, head, plural, gender, owner } = mention
  return mentionOf({ start, end: name.end, head, text: text.slice(start, name.end), plural }, 'name', name, 'name', {
    rule: name.rule,
    gender,
    owner,
  })
}

/** One group, by a word for such. */
const isGroup = ({ tree, describer }: Scene, { kind, plural, head }: Mention): boolean =>
  !plural && /^(people|body|description|unknown)$/.test(kind) && describer.isOf(wordAt(tree, head).lemma, 'group-word')

/** "Portugal's ambassador, Ana Lopes,": what the word for an office doesn't tell, the name beside it does. */
const withGender = ({ tree }: Scene, byHead: ReadonlyMap<number, Mention>, mention: Mention): Mention => {
  if (mention.kind !== 'person' || mention.gender !== null || mention.plural) return mention
  const [name, other] = dependents(tree, mention.head, 'appos').flatMap((at) => byHead.get(at) ?? [])
  if (name?.kind !== 'person' || name.gender === null || other !== undefined) return mention
  const { start, end, head, text, plural, kind, basis, rule, owner } = mention
  return mentionOf({ start, end, head, text, plural }, kind, mention, basis, { rule, gender: name.gender, owner })
}
