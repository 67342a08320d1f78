import type { Command } from 'commander'
import type { Config } from '../config/config-schema.ts'
import { findConfigs } from '../config/find-config.ts'
import { UsageError } from './exit.ts'

type Given = { readonly config?: string; readonly db?: string; readonly lexicon?: readonly string[] }
export type Settled<Options> = Omit<Options, 'config' | 'lexicon' | 'db'> & {
  readonly db: string
  readonly lexicon: readonly string[] | undefined
  readonly config: Config | null
  /** The file that the configuration stands in. */
  readonly configFile: string | undefined
}

/**
 * The options of a command with what the configuration says where the command line says nothing: the file named with --config, or the one of this folder.
 * @throws ConfigError, or UsageError where there are two: which one holds is nothing to guess
 */
export const settle = async <Options extends Given>(options: Options, command: Command): Promise<Settled<Options>> => {
  const [file, second] = options.config === undefined ? findConfigs('.') : [options.config]
  if (second !== undefined)
    throw new UsageError(`there are ${file} and ${second} here`, 'remove one of them, or name the one that holds with --config')
  const config = file === undefined ? null : (await import('../config/read-config.ts')).readConfig(file)
  const said = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
  return {
    ...options,
    config,
    configFile: file,
    db: said('db') ? (options.db ?? 'events.db') : (config?.db ?? options.db ?? 'events.db'),
    lexicon: options.lexicon ?? config?.lexicon,
  }
}
