import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const CONFIG_NAMES = ['annalist.config.json', 'annalist.config.yaml', 'annalist.config.yml'] as const

/** What could be the configuration of a folder, that which goes before others first. */
export const findConfigs = (folder: string): readonly string[] => CONFIG_NAMES.map((name) => join(folder, name)).filter(existsSync)
