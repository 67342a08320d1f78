import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AddOptions } from './commands/lexicon-add.ts'
import type { Context } from './declare-review.ts'
import { messagesTo } from './messages.ts'
import { examples, gather } from './options.ts'

type Conditions = Readonly<Record<string, readonly string[]>>

/** `object=diplomat,=visit`: a slot and what may stand there. */
const condition = (value: string, before: Conditions = {}): Conditions => {
  const [, slot, list] = /^([a-z-]+)=(.+)$/.exec(value) ?? []
  if (slot === undefined || list === undefined) throw new InvalidArgumentError('write SLOT=CONDITION,CONDITION: object=diplomat,=visit')
  return { ...before, [slot]: [...(before[slot] ?? []), ...list.split(',').map((part) => part.trim())] }
}

type Office = { readonly role: string; readonly title: string; readonly from?: string; readonly to?: string }

/** `GOV:prime minister:2020-01-01:2023-05`. */
const office = (value: string, before: readonly Office[] = []): readonly Office[] => {
  const [role = '', title = '', from = '', to = ''] = value.split(':').map((part) => part.trim())
  if (role === '' || title === '')
    throw new InvalidArgumentError('write ROLE:TITLE:FROM:TO, the dates where they are known: GOV:president:2020-01-01:2024-05')
  return [...before, { role, title, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }]
}

const many = (flags: string, text: string): Option => new Option(flags, `${text}; may be given again`).argParser(gather)

/** Adds `annalist lexicon add action|actor|person`. */
export const declareLexiconAdd = (group: Command, { io, finish }: Pick<Context, 'io' | 'finish'>): void => {
  const add = group
    .command('add')
    .description(
      'write an entry with its example into a lexicon of your own: only if it loads, its examples hold and it breaks none of ours',
    )
    .addHelpText(
      'after',
      examples(
        'annalist lexicon add action mine --cameo 0312 --verb greenlight --when object=agreement --example "Uruguay greenlighted the pact with Chile." --source URY',
        'annalist lexicon add actor mine --kind group --name "Desert Hawks" --role REB --home MLI --example "The Desert Hawks attacked a convoy."',
        'annalist lexicon add person mine --name "Ana Blorp" --entity URY --office "GOV:finance minister:2025-03" --example "Ana Blorp resigned."',
      ),
    )

  const declare = (what: AddOptions['what'], text: string): Command =>
    add
      .command(what)
      .description(text)
      .argument('<dir>', 'the folder of your lexicon; made where there is none')
      .option('--id <id>', 'what the entry is called; else made from its words')

  const finishing = (command: Command, what: AddOptions['what']): Command =>
    command
      .addOption(many('--example <text>', 'a sentence of your own that it must be found in'))
      .addOption(many('--counterexample <text>', 'a sentence that it must not be found in'))
      .option('--file <file>', 'the file inside your lexicon; else the one that ours has for its kind')
      .option('--override', 'take the place of the entry that has this id')
      .option('--anyway', 'write it though examples of other entries hold no more')
      .option('--json', 'what came of it as JSON')
      .action(async (dir: string, options) => {
        const { lexiconAdd } = await import('./commands/lexicon-add.ts')
        finish(await lexiconAdd(dir, { what, ...options } as AddOptions, io, messagesTo(io, false)))
      })

  finishing(
    declare('action', 'an action: words that tell an act, what they ask for, and its CAMEO code')
      .requiredOption('--cameo <code>', 'its CAMEO code: 172')
      .addOption(many('--verb <verb>', 'a verb with the words that belong to it: fine, "pull out of"'))
      .addOption(many('--noun <noun>', 'a noun that names the act: fine, "air strike"'))
      .addOption(many('--adjective <adjective>', 'an adjective that tells it: "critical of"'))
      .addOption(
        new Option('--when <slot=condition>', 'what must stand in a slot: object=diplomat,=visit; may be given again').argParser(condition),
      )
      .addOption(new Option('--except <slot=condition>', 'what must not stand there; may be given again').argParser(condition))
      .option('--source <entities>', 'who does it in the examples: POL, or POL,DEU, or none')
      .option('--target <entities>', 'whom it is done to in the examples, or none')
      .option('--source-slot <slot>', 'the slot that gives the source where it is not the usual one')
      .option('--target-slot <slot>', 'the slot that gives the target where it is not the usual one')
      .option('--joint', 'all parties stand on both sides')
      .option('--plover <type>', 'PLOVER’s type where it is not the one of the code')
      .addOption(many('--mode <mode>', 'a PLOVER mode'))
      .addOption(many('--context <context>', 'a PLOVER context')),
    'action',
  )
  finishing(
    declare('actor', 'a state, organisation, group, party or other body')
      .requiredOption('--kind <kind>', 'state, region, igo, alliance, group, party, community, ngo, company, media, movement or body')
      .requiredOption('--name <name>', 'its name')
      .addOption(many('--also <name>', 'another name of it'))
      .addOption(many('--demonym <adjective>', 'an adjective of it: Malian'))
      .addOption(many('--capital <name>', 'its capital'))
      .addOption(many('--described-as <noun>', 'a noun that may refer back to it: alliance'))
      .option('--entity <entity>', 'the state that it is part of, of a region')
      .option('--home <entity>', 'its home country')
      .option('--role <role>', 'its CAMEO role: REB, OPP, NGO')
      .option('--code <code>', 'its CAMEO actor code where it is not home and role')
      .option('--from <date>', 'since when there is such a one: 2012, 2012-03, 2012-03-22')
      .option('--to <date>', 'until when'),
    'actor',
  )
  finishing(
    declare('person', 'a person with offices')
      .requiredOption('--name <name>', 'given name and surname')
      .requiredOption('--entity <entity>', 'the state or organisation: URY')
      .addOption(many('--also <name>', 'another name or spelling; the bare surname where it is unmistakable'))
      .addOption(new Option('--office <office>', 'ROLE:TITLE:FROM:TO, in order of time; may be given again').argParser(office))
      .option('--before <role>', 'the role before the first office')
      .option('--after <role>', 'the role after the last one where it is not ELI')
      .option('--female', 'for she and her'),
    'person',
  )
}
