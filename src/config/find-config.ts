import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const CONFIG_NAMES = ['annalist.config.json', 'annalist.config.yaml', 'annalist.config.yml'] as const

/** The configuration of a folder, or null where there is none. */
export const findConfig = (folder: string): string | null => CONFIG_NAMES.map((name) => join(folder, name)).find(existsSync) ?? null
