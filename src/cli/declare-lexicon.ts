import { Argument, type Command, InvalidArgumentError, Option } from 'commander'
import { isDay } from '../config/is-day.ts'
import { declareLexiconAdd } from './declare-lexicon-add.ts'
import type { Context } from './declare-review.ts'
import { overLocal } from './local-database.ts'
import { messagesTo } from './messages.ts'
import { config, db, examples, lexicon, natural, positive, quiet } from './options.ts'
import { settle } from './settle.ts'

const day = (value: string): string => {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(value) || !isDay(`${value}-01-01`.slice(0, 10)))
    throw new InvalidArgumentError('write a day, a month or a year: 2003-04-05, 2003-04, 2003')
  return value
}

/** Adds `annalist lexicon` with all that it does. */
export const declareLexicon = (program: Command, { io, finish }: Pick<Context, 'io' | 'finish'>): void => {
  const group = program
    .command('lexicon')
    .description('the lexicon: what it covers and lacks, what a word reaches, and a lexicon of your own over it')
    .addHelpText(
      'after',
      examples(
        'annalist lexicon stats',
        'annalist lexicon show expelled',
        'annalist lexicon gaps --db events.db',
        'annalist lexicon add action mine --cameo 0312 --verb greenlight --when object=agreement --example "Uruguay greenlighted the pact with Chile." --source URY',
        'annalist lexicon check mine && annalist lexicon test mine',
      ),
    )

  group
    .command('stats')
    .description('what the lexicon covers: entries, words and examples by CAMEO code, actors by kind, roles, classes')
    .addOption(lexicon())
    .option('--codes', 'every code of the codebook, not the roots alone')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('annalist lexicon stats', 'annalist lexicon stats --codes --lexicon mine'))
    .action(async (options) => {
      const { lexiconStats } = await import('./commands/lexicon-stats.ts')
      finish(await lexiconStats(options, io))
    })

  group
    .command('check')
    .description('what is wrong with a lexicon of your own over ours: file, line, key and what to write instead; else what it changes')
    .addArgument(new Argument('<dir...>', 'its folder; more than one is laid over the other'))
    .option('--json', 'as JSON')
    .addHelpText('after', examples('annalist lexicon check mine', 'annalist lexicon check mine --json'))
    .action(async (dirs, options) => {
      const { lexiconCheck } = await import('./commands/lexicon-check.ts')
      finish(await lexiconCheck(dirs, options, io))
    })

  group
    .command('test')
    .description('run the examples and counterexamples of a lexicon of your own, or without one of ours; exit 1 where one does not hold')
    .addArgument(new Argument('[dir...]', 'its folder; more than one is laid over the other'))
    .option('--entry <id>', 'of this entry only: expel-diplomats, actors/NATO')
    .option('--all', 'those of our entries, too: does yours break one of them?')
    .option('--known', 'list those that known-failures.txt says do not hold yet')
    .option('--json', 'one JSON object for each that does not hold')
    .addOption(quiet())
    .addHelpText(
      'after',
      examples('annalist lexicon test mine', 'annalist lexicon test mine --all', 'annalist lexicon test --entry expel-diplomats'),
    )
    .action(async (dirs, options) => {
      const { lexiconTest } = await import('./commands/lexicon-test.ts')
      finish(await lexiconTest(dirs, options, io, messagesTo(io, options.quiet ?? false)))
    })

  group
    .command('gaps')
    .description('what a database’s articles tell and the lexicon lacks: unknown actors, acts without a code, with counts and sentences')
    .addOption(db())
    .addOption(config())
    .addOption(lexicon())
    .addOption(
      new Option('--only <what>', 'only these: names and people, acts without a code, entries that fired where nobody acts').choices([
        'actors',
        'acts',
        'sides',
      ]),
    )
    .addOption(new Option('--most <n>', 'so many of each').argParser(positive).default(20))
    .addOption(new Option('--samples <n>', 'so many sentences for each').argParser(natural).default(2))
    .option('--json', 'one JSON object a gap')
    .addHelpText(
      'after',
      examples('annalist lexicon gaps', 'annalist lexicon gaps --only acts --most 50', 'annalist lexicon gaps --json | jq .name'),
    )
    .action(async (options, command) => {
      const { lexiconGaps } = await import('./commands/lexicon-gaps.ts')
      const settled = await settle(options, command)
      finish(await overLocal([settled.db] as const, ([db]) => lexiconGaps({ ...settled, db } as never, io)))
    })

  declareLexiconAdd(group, { io, finish })

  group
    .command('show')
    .description('every entry that a word can reach, in the order in which they are tried, and why one goes before another')
    .argument('<word>', 'a word as it may stand in a text, or a phrase')
    .addOption(lexicon())
    .addOption(new Option('--on <day>', 'what names stand for on this day').argParser(day))
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples('annalist lexicon show expelled', 'annalist lexicon show "pull out"', 'annalist lexicon show Bush --on 1991'),
    )
    .action(async (word, options) => {
      const { lexiconShow } = await import('./commands/lexicon-show.ts')
      finish(await lexiconShow(word, options, io))
    })
}
