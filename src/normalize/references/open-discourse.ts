import type { Document } from '../../document.ts'
import type { NameReader } from '../../extract/nlp.ts'
import { readSentence } from '../../extract/read-sentence.ts'
import { mayName } from '../../extract/sift.ts'
import type { SyntaxModel } from '../../syntax/network/model.ts'
import { readSyntax } from '../../syntax/read-syntax.ts'
import { tokenize } from '../../syntax/tokens.ts'
import { type Discourse, emptyDiscourse, type Pair, remember } from './discourse.ts'
import { rememberDatelines } from './remember-datelines.ts'
import { resolveSentence } from './resolve-sentence.ts'

/** What an article says before its first sentence: whom its title names, and where it was sent from. `day` is that of publication. */
export const openDiscourse = (reader: NameReader & { readonly model: SyntaxModel }, document: Document, day: string | null): Discourse => {
  const { lexicon, model } = reader
  const { title } = document.article
  if (title === null || title.trim() === '') return rememberDatelines(emptyDiscourse, document, lexicon, day)
  const sentence = { index: -1, block: -1, section: 0, kind: 'heading' as const, start: 0, end: title.length }
  const tokens = tokenize(title, sentence)
  if (!mayName(tokens, lexicon)) return rememberDatelines(emptyDiscourse, document, lexicon, day)
  const reading = readSentence({ sentence, words: readSyntax(model, tokens), date: day, text: title }, reader)
  const { discourse } = resolveSentence(reading, lexicon, emptyDiscourse)
  return rememberDatelines(remember(discourse, [], pairOfTitle(discourse)), document, lexicon, day)
}

/** The two that a title names, whatever it says of them: the article is about both. */
const pairOfTitle = ({ referents, pairs }: Discourse): readonly Pair[] => {
  const [first, second, third] = referents.filter((r, i) => referents.findIndex((other) => other.entity === r.entity) === i)
  return pairs.length === 0 && first && second && !third ? [{ entities: [first, second], sentence: -1, section: 0, bond: null }] : []
}
