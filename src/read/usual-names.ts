import type { Columns } from './reader.ts'

export type Field = keyof Columns
export const FIELDS: readonly Field[] = ['id', 'text', 'published', 'title', 'url', 'kind']

/** What the columns of news tables and the keys of news in JSON are usually called, without what parts their words; where a record has several the first one here holds the field. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'docid', 'document', 'articleid', 'guid', 'uuid', 'key'],
  text: ['text', 'body', 'content', 'article', 'articletext', 'fulltext', 'story', 'maintext', 'bodytext', 'articlebody'],
  published: [
    'published',
    'date',
    'pubdate',
    'publicationdate',
    'publishdate',
    'publishedat',
    'datetime',
    'datepublish',
    'datepublished',
    'webpublicationdate',
  ],
  title: ['title', 'headline', 'webtitle'],
  url: ['url', 'link', 'sourceurl', 'weburl'],
  kind: ['kind'],
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '')

/** How likely a name is to be the one of a field: its place among the usual ones, from 0; -1 where it is none ("Pub_Date" is one of `published`). */
export const usualness = (field: Field, name: string): number => NAMES[field].indexOf(plain(name))

/** Whether the beginning of a file of JSON has a key that usually holds an article's text. */
export const hasUsualText = (head: string): boolean =>
  [...head.matchAll(/"([\w -]{1,40})"\s*:\s*"/g)].some(([, key = '']) => usualness('text', key) >= 0)
