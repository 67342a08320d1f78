import { acled } from './acled.ts'
import { annalist } from './annalist.ts'
import { gdelt } from './gdelt.ts'
import { icews } from './icews.ts'
import type { Layout } from './layout.ts'
import { polecat } from './polecat.ts'

export const LAYOUTS = { annalist, gdelt, icews, polecat, acled } as const satisfies Readonly<Record<string, Layout>>
export type LayoutName = keyof typeof LAYOUTS

/** docs/columns.md: every column of every layout. */
export const columnsPage = (): string =>
  [
    '# Columns of CSV\n',
    'What `annalist export --format csv --columns NAME` writes, column by column. A row is one source and one target of an event. This page is made from the code.\n',
    ...Object.values(LAYOUTS).map(({ name, about, unsaid, columns }: Layout) =>
      [
        `## ${name}\n`,
        `${about} ${unsaid ? 'A side that the text leaves unsaid is empty.' : 'An event whose source or target the text leaves unsaid has no row.'}\n`,
        '| column | what stands in it |\n|---|---|',
        ...columns.map((column) => `| \`${column.name}\` | ${column.meaning} |`),
        '',
      ].join('\n'),
    ),
  ].join('\n')
