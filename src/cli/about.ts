import type { Config } from '../config/config-schema.ts'
import type { About } from '../export/exported.ts'
import type { Store } from '../store/index.ts'
import { UsageError } from './exit.ts'
import type { Io } from './io.ts'
import type { Library } from './library.ts'

/** What exports say beside the events. No clock is asked: `created` is what SOURCE_DATE_EPOCH says (reproducible-builds.org), or nothing. */
export const aboutOf = (store: Store, version: string, config: Config | null, io: Io, library: Library | null): About => {
  const epoch = io.env.SOURCE_DATE_EPOCH
  if (epoch !== undefined && !/^\d{1,11}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"`, 'write seconds since 1970-01-01 as a whole number, or unset it')
  return {
    version,
    title: config?.title ?? null,
    licence: config?.licence ?? null,
    created: epoch === undefined ? null : new Date(Number(epoch) * 1000).toISOString(),
    runs: store.runs(),
    nameOf: library?.nameOf ?? ((code) => code),
    nameOfEntity: library?.nameOfEntity ?? (() => null),
  }
}
