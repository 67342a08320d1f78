import { fromFactiva } from './factiva.ts'
import { fromLexis } from './lexis.ts'
import { fromNexisUni } from './nexis-uni.ts'
import { fromProquest } from './proquest.ts'

/** A document of a text file as LexisNexis, Factiva and ProQuest deliver them, many in one. */
export type Delivered = {
  readonly id: string | null
  readonly text: string
  readonly title: string | null
  readonly published: string | null
}

/** The documents of a delivery by its looks; null for any other text. */
export const deliveredIn = (text: string): readonly Delivered[] | null => {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  return fromLexis(plain) ?? fromNexisUni(plain) ?? fromFactiva(plain) ?? fromProquest(plain)
}
