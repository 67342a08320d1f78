import pc from 'picocolors'
import type { Added, Draft } from '../../lexicography/add-entry.ts'
import type { ActionOptions, ActorOptions, PersonOptions } from '../../lexicography/draft-entry.ts'
import { EXIT, type Exit, UsageError } from '../exit.ts'
import { type Io, takesColour, write } from '../io.ts'
import type { Messages } from '../messages.ts'

type How = { readonly override?: boolean; readonly anyway?: boolean; readonly file?: string; readonly json?: boolean }
export type AddOptions =
  | ({ readonly what: 'action' } & ActionOptions & How)
  | ({ readonly what: 'actor' } & ActorOptions & How)
  | ({ readonly what: 'person' } & PersonOptions & How)

/** `annalist lexicon add`: writes an entry with its example into a lexicon of the user's own, or says why it can't be. */
export const lexiconAdd = async (dir: string, options: AddOptions, io: Io, messages: Messages): Promise<Exit> => {
  if ((options.example ?? []).length === 0)
    throw new UsageError(
      'an entry needs an example',
      'give a sentence of your own with --example "…": it is tried before the entry is written',
    )
  const [{ addEntry }, { readModel }, { loadNlp }, { loadSyntaxModel }] = await Promise.all([
    import('../../lexicography/add-entry.ts'),
    import('../../index.ts'),
    import('../../load-nlp.ts'),
    import('../../syntax/network/model.ts'),
  ])
  const draft = await draftOf(options)
  const { override = false, anyway = false, file } = options
  const placed = file === undefined ? draft : { ...draft, file }
  const added = addEntry(dir, placed, { model: loadSyntaxModel(readModel()), nlp: loadNlp }, { override, anyway })
  if (options.json) await write(io, `${JSON.stringify({ entry: draft.name, ...added })}\n`)
  else if ('written' in added) await write(io, `${added.written}:${added.line} ${draft.name}\n`)
  else tellRefusal(draft, added, io, messages)
  return 'written' in added ? EXIT.done : EXIT.failed
}

const draftOf = async (options: AddOptions): Promise<Draft> => {
  const { draftAction, draftActor, draftPerson } = await import('../../lexicography/draft-entry.ts')
  switch (options.what) {
    case 'action': {
      if (!options.verb && !options.noun && !options.adjective)
        throw new UsageError('an action is told by words', 'give at least one --verb, --noun or --adjective')
      return draftAction(options, await fileOfRoot())
    }
    case 'actor':
      return draftActor(options)
    case 'person':
      return draftPerson(options)
  }
}

/** The file in which ours keep the actions of a root. */
const fileOfRoot = async (): Promise<(root: string) => string> => {
  const { readOver } = await import('../../lexicography/read-over.ts')
  const { actions } = readOver().entries
  return (root) => actions.find(({ value }) => value.cameo.startsWith(root))?.raw.file ?? `actions/${root}.yaml`
}

const REMEDIES = {
  faults: 'nothing was written; docs/lexicon.md says how entries are written',
  exists: 'nothing was written; give another --id, or --override to take its place',
  fails: 'nothing was written; annalist lexicon show WORD tells which entries the words reach and in what order',
  breaks: 'nothing was written; ask for more with --when, take cases out with --except, or write it all the same with --anyway',
} as const

const tellRefusal = ({ name }: Draft, added: Extract<Added, { readonly refused: string }>, io: Io, messages: Messages): void => {
  const { dim } = pc.createColors(takesColour(io, io.stderr))
  const lines = (() => {
    switch (added.refused) {
      case 'faults':
        return added.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`)
      case 'exists':
        return [`there is an entry ${name} already: ${added.place}`]
      case 'fails':
        return added.trials.map((t) => `its ${t.kind} does not hold: ${t.text}\n      wanted ${t.wanted}\n      got    ${t.got}`)
      case 'breaks':
        return added.trials.map((t) => `it takes the ${t.kind} of ${t.entry}: ${t.text}\n      wanted ${t.wanted}\n      got    ${t.got}`)
    }
  })()
  for (const line of lines) messages.fault(line)
  io.stderr.write(`      ${dim(REMEDIES[added.refused])}\n`)
}
