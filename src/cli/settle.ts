import type { Command } from 'commander'
import type { Config } from '../config/config-schema.ts'
import { findConfig } from '../config/find-config.ts'

type Given = { readonly config?: string; readonly db?: string; readonly lexicon?: readonly string[] }
export type Settled<Options> = Omit<Options, 'config' | 'lexicon' | 'db'> & {
  readonly db: string
  readonly lexicon: readonly string[] | undefined
  readonly config: Config | null
}

/**
 * The options of a command with what the configuration says where the command line says nothing: the file named with --config, or the one of this folder.
 * @throws ConfigError
 */
export const settle = async <Options extends Given>(options: Options, command: Command): Promise<Settled<Options>> => {
  const file = options.config ?? findConfig('.')
  const config = file === null ? null : (await import('../config/read-config.ts')).readConfig(file)
  const said = (name: string): boolean => command.getOptionValueSource(name) === 'cli'
  return {
    ...options,
    config,
    db: said('db') ? (options.db ?? 'events.db') : (config?.db ?? options.db ?? 'events.db'),
    lexicon: options.lexicon ?? config?.lexicon,
  }
}
