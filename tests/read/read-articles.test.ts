import { execFileSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { folder, outline, readAll } from './folder.ts'

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

describe('folders and files', () => {
  test('a folder is walked in the order of names, its articles called by folder or file', async () => {
    const dir = folder({
      'b/article.txt': 'Second.',
      'b/gold.jsonl': line({ doc: 'b' }),
      'a.txt': 'First.',
      '2024/05/c.txt': 'Deep.',
      'z.jsonl': line({ id: 'one', text: 'One.' }) + line({ id: 'two', text: 'Two.' }),
      'notes.md': '# Not an article',
      '.hidden/x.txt': 'Hidden.',
    })
    expect(outline(await readAll([dir]), dir)).toEqual(['2024/05/c', 'a', 'b', 'one', 'two'])
  })

  test('article.json beside article.txt gives its facts, keys it does not know are left alone', async () => {
    const facts = {
      id: 'real-id',
      title: 'A title',
      published: '2023-04-05',
      url: 'https://example.org/a',
      kind: 'wire',
      license: 'CC0-1.0',
    }
    const dir = folder({ 'x/article.txt': 'Text.\r\n', 'x/article.json': JSON.stringify(facts) })
    const article = {
      id: 'real-id',
      text: 'Text.\r\n',
      published: '2023-04-05',
      title: 'A title',
      url: 'https://example.org/a',
      kind: 'wire',
    }
    for (const path of [dir, join(dir, 'x'), join(dir, 'x/article.txt'), join(dir, 'x/article.json')])
      expect(await readAll([path])).toMatchObject([{ article }])
  })

  test('an article.json may hold the text itself', async () => {
    const dir = folder({ 'x/article.json': JSON.stringify({ text: 'Inside.' }) })
    expect(await readAll([dir])).toMatchObject([{ article: { id: 'x', text: 'Inside.', published: null } }])
  })

  test('--published dates what has no date of its own', async () => {
    const dir = folder({ 'a.txt': 'A.', 'b.jsonl': line({ id: 'b', text: 'B.' }) + line({ id: 'c', text: 'C.', published: '2001-02-03' }) })
    const readings = await readAll([dir], { published: '2020-01-01' })
    expect(readings.map((r) => 'article' in r && r.article.published)).toEqual(['2020-01-01', '2020-01-01', '2001-02-03'])
  })

  test('a folder of links that lead round in a circle ends', async () => {
    const dir = folder({ 'in/a.txt': 'A.' })
    symlinkSync('..', join(dir, 'in/loop'))
    symlinkSync('nowhere', join(dir, 'broken.txt'))
    expect(outline(await readAll([dir]), dir)).toEqual(['broken.txt: there is no such file or folder', 'in/a'])
  })

  test('a pipe in a folder is told of, not waited for', async () => {
    const dir = folder({ 'b.txt': 'B.' })
    execFileSync('mkfifo', [join(dir, 'a.txt'), join(dir, 'notes.md')])
    symlinkSync('a.txt', join(dir, 'c.txt'))
    expect(outline(await readAll([dir]), dir)).toEqual([
      'a.txt: is no file, but a pipe, socket or device',
      'b',
      'c.txt: is no file, but a pipe, socket or device',
    ])
  })

  test('an article of two files that a pattern matches both is one', async () => {
    const dir = folder({ 'x/article.txt': 'X.', 'x/article.json': '{"id": "own"}', 'y/article.json': '{', 'y/article.txt': 'Y.' })
    expect(outline(await readAll([`${dir}/**/*`]), dir)).toEqual(['own', expect.stringMatching(/^y\/article\.json: is not JSON/)])
  })

  test.skipIf(process.platform !== 'linux')('a name that is not in UTF-8 is told as that', async () => {
    const dir = folder({})
    writeFileSync(Buffer.concat([Buffer.from(`${dir}/bad`), Buffer.from([0xff]), Buffer.from('.txt')]), 'A.')
    expect(outline(await readAll([dir]), dir)).toEqual(['bad\ufffd.txt: has a name that is not in UTF-8'])
  })

  test('a file that is named twice is read once', async () => {
    const dir = folder({ 'a.txt': 'A.', 'b.jsonl': '{"id": "b", "text": "B."}\n{"id": "b", "text": "B again."}\n' })
    const again = [dir, join(dir, 'a.txt'), `${dir}/./b.jsonl`, `${dir}/../${basename(dir)}/a.txt`]
    expect(outline(await readAll(again), dir)).toEqual(['a', 'b', expect.stringMatching(/^b\.jsonl:2: id: "b" is the id of another/)])
  })

  test('and so is one of several articles, or named once from here and once from the root', async () => {
    const dir = folder({
      'f.rss': '<rss><channel><item><guid>one</guid><description>One.</description></item></channel></rss>',
      'm.eml': [
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        '',
        'Outer.',
        '--x',
        'Content-Type: message/rfc822',
        '',
        'Subject: In',
        '',
        'Inner.',
        '--x--',
        '',
      ].join('\r\n'),
      'a.txt': 'A.',
    })
    const once = await readAll([dir])
    expect(once.filter((reading) => 'article' in reading)).toHaveLength(4)
    expect(await readAll([dir, ...['f.rss', 'm.eml', 'a.txt'].map((name) => join(dir, name)), relative('.', dir)])).toEqual(once)
  })

  test('a name with a line end is told on one line', async () => {
    const dir = folder({ 'a\nb.txt': '' })
    expect(outline(await readAll([dir]), dir)[0]).toMatch(/a\\nb\.txt": is empty$/)
  })

  test('hundreds of files come in order, with any number read at once', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${String(i).padStart(3, '0')}.txt`, `Text ${i}.`]))
    const dir = folder(files)
    const one = await readAll([dir], { concurrency: 1 })
    expect(one).toHaveLength(300)
    expect(await readAll([dir], { concurrency: 32 })).toEqual(one)
  })
})

describe('text as it was read', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['Windows line ends stay', 'One.\r\nTwo.\r\n', 'One.\r\nTwo.\r\n'],
    ['a byte order mark at the front is no text', '\ufeffOne.', 'One.'],
    ['and only there', 'One.\ufeff', 'One.\ufeff'],
    ['blanks around stay', '  \n One. \n', '  \n One. \n'],
    ['astral characters are two units', '😀 One.', '😀 One.'],
    ['UTF-16 with its mark, as programs of Windows write it', Buffer.from('\ufeffOne 😀.\r\n', 'utf16le'), 'One 😀.\r\n'],
    ['the greater byte first', Buffer.from('\ufeffOne.', 'utf16le').swap16(), 'One.'],
  ])('%s', async (_, content, text) => {
    const dir = folder({ 'a.txt': content })
    expect(await readAll([dir])).toMatchObject([{ article: { text } }])
  })

  test('stdin is one text, or with --format jsonl one article a line', async () => {
    expect(await readAll(['-'], { stdin: Readable.from([Buffer.from('Caf'), Buffer.from([0xc3]), Buffer.from([0xa9])]) })).toMatchObject([
      { article: { id: 'stdin', text: 'Café' } },
    ])
    const lines = Readable.from([Buffer.from('{"id":"a","te'), Buffer.from('xt":"A."}\r\n\r\n{"id":7,"text":"B."}')])
    expect(await readAll(['-'], { stdin: lines, format: 'jsonl' })).toMatchObject([
      { article: { id: 'a' }, place: { line: 1 } },
      { article: { id: '7' }, place: { line: 3 } },
    ])
  })

  test('half a surrogate pair in JSON becomes a replacement character, so that the store can give it back', async () => {
    const dir = folder({ 'a.jsonl': '{"id":"a","text":"x \\ud83d y"}\n' })
    expect(await readAll([dir])).toMatchObject([{ article: { text: 'x \ufffd y' } }])
  })
})

describe('what is no article is told with its place, and loses nothing', () => {
  const good = line({ id: 'good', text: 'Good.' })
  test.each<[string, string, string | Uint8Array, string, string]>([
    ['empty file', 'a.txt', '', 'a.txt: is empty', 'text of an article'],
    ['only blanks', 'a.txt', ' \n\t\n', 'a.txt: holds nothing but blanks', 'text of an article'],
    ['binary file', 'a.txt', new Uint8Array([82, 117, 0, 1, 2, 3, 4, 5, 6, 7, 8]), 'a.txt: is a binary file: NUL at byte 2', 'give text'],
    ['PDF', 'a.txt', '%PDF-1.7 …', 'a.txt: is a PDF document, not text', 'pdftotext'],
    ['tar', 'a.txt', `${'a'.repeat(257)}ustar\0`, 'a.txt: is a tar archive, not text', 'tar xf'],
    ['bzip2', 'a.txt', 'BZh91AY&SY\0', 'a.txt: is bzip2-compressed, not text', 'bunzip2'],
    ['xz', 'a.txt', Buffer.from('\xfd7zXZ\0', 'latin1'), 'a.txt: is xz-compressed, not text', 'unxz'],
    ['Parquet', 'a.txt', 'PAR1\u0015\0', 'a.txt: is a Parquet file, not text', 'CSV'],
    ['gzip', 'a.txt', new Uint8Array([31, 139, 8, 0]), 'a.txt: is cut short: the gzip stream ends before its end', 'fetch the file again'],
    [
      'Latin-1',
      'a.txt',
      Buffer.from('One.\nThe café in Paris closed early that year, Hélène said.', 'latin1'),
      'a.txt: is not UTF-8: 0xE9 at byte 12 (line 2) begins no character',
      'iconv -f',
    ],
    [
      'UTF-16 that breaks off',
      'a.txt',
      Buffer.from('\ufeffNews \ud83d', 'utf16le'),
      'a.txt: is UTF-16 by its first bytes, but not all of it',
      'iconv -f UTF-16 ',
    ],
    [
      'UTF-16 without',
      'a.txt',
      Buffer.from('News.', 'utf16le'),
      'a.txt: is UTF-16 without a byte order mark, it seems: every other byte is NUL, the first at byte 1',
      'UTF-16LE',
    ],
    [
      'half a character at the end',
      'a.txt',
      new Uint8Array([65, 0xe2, 0x82]),
      'a.txt: is not UTF-8: 0xE2 at byte 1 (line 1) begins no character',
      'iconv',
    ],
    ['broken line', 'a.jsonl', `${good}{"id": "b", "text": \n`, 'a.jsonl:2: is not JSON: Unexpected end of JSON input', 'one article'],
    ['broken line, with its column', 'a.jsonl', `${good}{"id": b}\n`, "a.jsonl:2: is not JSON: Unexpected token 'b'", 'one article'],
    ['a list', 'a.jsonl', `${good}[1]\n`, 'a.jsonl:2: is JSON, but a list, not an object', 'one article'],
    ['a stray bracket', 'a.jsonl', `{\n${good}`, "a.jsonl:1: is not JSON: Expected property name or '}' at column 2", 'one article'],
    [
      'a text that is a list',
      'a.jsonl',
      good + line({ id: 'b', text: ['B.'] }),
      'a.jsonl:2: text: must be a text in quotes',
      'one article',
    ],
    ['missing text', 'a.jsonl', good + line({ id: 'b' }), 'a.jsonl:2: text: is missing; it holds the text of the article', 'one article'],
    ['blank text', 'a.jsonl', good + line({ id: 'b', text: ' ' }), 'a.jsonl:2: text: holds nothing but blanks', 'one article'],
    ['missing id', 'a.jsonl', good + line({ text: 'B.' }), 'a.jsonl:2: id: is missing; give every article an id of its own', 'one article'],
    [
      'empty id',
      'a.jsonl',
      good + line({ id: '', text: 'B.' }),
      'a.jsonl:2: id: is empty; give every article an id of its own',
      'one article',
    ],
    [
      'unknown date',
      'a.jsonl',
      good + line({ id: 'b', text: 'B.', published: 'last Tuesday' }),
      'a.jsonl:2: published: "last Tuesday" is no date that annalist knows; write an ISO 8601 date such as 2023-04-05 or 2023-04-05T10:30:00Z, or leave the field out',
      'one article',
    ],
    [
      'no such day',
      'a.jsonl',
      good + line({ id: 'b', text: 'B.', published: '2023-02-30' }),
      'a.jsonl:2: published: "2023-02-30" is no date that annalist knows; write an ISO 8601 date such as 2023-04-05 or 2023-04-05T10:30:00Z, or leave the field out',
      'one article',
    ],
    [
      'two with one id',
      'a.jsonl',
      good + line({ id: 'good', text: 'Other.' }),
      'a.jsonl:2: id: "good" is the id of another article, at a.jsonl:1; this one is left out',
      'id of its own',
    ],
    ['a file of blank lines', 'a.jsonl', '\n\n \n', 'a.jsonl: is empty: no line holds an article', 'one article'],
    [
      'article.json that is broken',
      'x/article.json',
      '{"id": ',
      'x/article.json: is not JSON: Unexpected end of JSON input',
      'article.json holds',
    ],
    ['article.json that is a list', 'x/article.json', '[]', 'x/article.json: is JSON, but a list, not an object', 'article.json holds'],
    [
      'article.json with an unknown date',
      'x/article.json',
      '{"published": "5/4/23"}',
      'x/article.json: published: "5/4/23" is no date that annalist knows; write an ISO 8601 date such as 2023-04-05 or 2023-04-05T10:30:00Z, or leave the field out',
      'article.json holds',
    ],
    [
      'article.json alone',
      'x/article.json',
      '{"id": "x"}',
      'x/article.json: text: is missing, and there is no article.txt beside it',
      'article.txt',
    ],
  ])('%s', async (_, name, content, message, hint) => {
    const dir = folder({ [name]: content, 'zz.txt': 'The last one.' })
    const readings = await readAll([dir])
    const told = outline(readings, dir).map((text) => text.replaceAll(`${dir}/`, ''))
    expect(told.filter((text) => text !== 'good' && text !== 'zz')).toEqual([message])
    expect(told.at(-1)).toBe('zz')
    const fault = readings.find((r) => !('article' in r))
    expect(fault && 'hint' in fault && fault.hint).toContain(hint)
  })

  test('no such path', async () => {
    expect(outline(await readAll(['/no/such/place']), 'x')).toEqual(['/no/such/place: there is no such file or folder'])
  })

  test('a line beyond any article is left out without being kept in memory', async () => {
    const chunk = Buffer.alloc(1 << 20, 'a')
    async function* chunks() {
      for (let i = 0; i < 20; i++) yield chunk
      yield Buffer.from(`\n${line({ id: 'after', text: 'After.' })}`)
    }
    const readings = await readAll(['-'], { stdin: chunks(), format: 'jsonl' })
    expect(outline(readings, '')).toEqual(['stdin:1: the line has 20971520 bytes', 'after'])
  })
})
