import type { Basis, Mention, MentionKind } from '../../document.ts'
import type { Piece } from './piece.ts'

/** What a mention is by its place in the text. */
export type Shared = Pick<Mention, 'start' | 'end' | 'head' | 'text' | 'plural'>

/** Who a mention is. */
export type Identity = Pick<Mention, 'entity' | 'role' | 'code' | 'name'>

type Rest = Pick<Mention, 'rule' | 'gender'> & { readonly owner?: number | null }

/** All mentions are of one shape: whoever looks into them finds each field in its place. */
export const mentionOf = (
  { start, end, head, text, plural }: Shared,
  kind: MentionKind,
  who: Identity,
  basis: Basis,
  rest: Rest,
): Mention => {
  const { entity, role, code, name } = who
  return {
    start,
    end,
    kind,
    head,
    text,
    entity,
    role,
    code,
    name,
    basis,
    rule: rest.rule,
    plural,
    gender: rest.gender,
    owner: rest.owner ?? null,
  }
}

/** Nobody yet: left to the discourse. */
export const OPEN: Identity = { entity: null, role: null, code: null, name: null }

/** A name that the lexicon lacks. */
export const unknownBy = (name: string): Identity => ({ entity: null, role: null, code: null, name })

/** Who stands in a role of a piece's entity. */
export const from = (piece: Piece | undefined, role: string | null): Identity => ({
  entity: piece?.entity ?? null,
  role,
  code: null,
  name: piece?.name ?? null,
})

/** How an owner tells whose a role is. */
export const basisOf = (owner: Piece): Basis => (owner.kind === 'demonym' ? 'demonym' : owner.kind === 'capital' ? 'capital' : 'role')
