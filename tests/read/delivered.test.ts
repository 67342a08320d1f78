import { describe, expect, test } from 'vitest'
import { deliveredIn } from '../../src/read/delivered.ts'
import { folder, readAll } from './folder.ts'

const lexis = `\ufeff
                               1 of 3 DOCUMENTS

                               The Daily Wire

                          April 4, 2023 Tuesday
                              Late Edition - Final

Peru Meets
Chile

BYLINE: By ADA LOVE

SECTION: Section A; Column 1; Foreign Desk;
   Pg. 1

LENGTH: 312 words

DATELINE: LIMA, April 4

BODY:

   Peru met Chile on
   Tuesday.

   SECTION 2: Iran left.

LOAD-DATE: April 5, 2023

LANGUAGE: ENGLISH

                 Copyright 2023 The Daily Wire

                               2 of 3 DOCUMENTS

                               The Daily Wire

                          April 5, 2023 Wednesday

Correction Appended

Iran Left

LENGTH: 100 words

   Iran left the talks.

                 Copyright 2023 The Daily Wire

                               3 of 3 DOCUMENTS

                               The Daily Wire

HEADLINE: Mali

BODY: Mali left.
`
const factiva = `HD  Peru meets
    Chile
BY  By Ada Love
PD  4 April 2023
LA  English
CY  Copyright 2023
LP
LIMA, April 4 - Peru met Chile.
TD
Iran left. IN all it was
quiet.

RE  peru : Peru
PUB The Wire, Inc.
AN  Document LBA0001

HD  Second
PD  5 April 2023
LP  Mali left.
AN  Document LBA0002
`

const nexis = `Time of Request: Monday, May 15, 2023 10:12:44 AM
User Name: = Ada Love
Date and Time: Monday, May 15, 2023 10:12:00 AM CEST
Job Number: 123456789

Documents (3)
1. Peru Meets Chile
Client/Matter: -None-
Search Terms: peru and chile
Search Type: Terms and Connectors


Peru Meets
Chile

The Daily Wire

April 4, 2023 Tuesday 9:20 AM GMT

Copyright 2023 The Daily Wire All Rights Reserved

Section: Section A; Column 1; Foreign Desk; Pg. 1

Length: 312 words

Byline: By Ada Love

Dateline: LIMA

Body

Peru met Chile on
Tuesday.

Graphic: a word that opens a paragraph.

Graphic

A port. Ada Love

Classification

Language: ENGLISH

Publication-Type: Newspaper

Load-Date: April 5, 2023

End of Document

Iran Left
The Daily Wire
April 5, 2023 Wednesday
Late Edition - Final
Copyright 2023 The Daily Wire
Length: 100 words
Body

Iran left the talks.

Load-Date: April 5, 2023

End of Document

Mali left
The Daily Wire
Body
Mali left.
End of Document
`
const proquest = `____________________________________________________________

Document 1 of 2

Peru Meets Chile

Author: Love, Ada

Publication info: The Daily Wire; Lima [Lima]. 04 Apr 2023: A.1.

http://example.org/docview/1

Abstract: Peru met Chile.

Full text: LIMA -- Peru met Chile on Tuesday.

Location: the word of it was clear.

Iran left.

Credit: By Ada Love

Subject: Talks;  Borders

Location: Peru; Chile

Title: Peru Meets Chile

Publication title: The Daily Wire; Lima

Pages: A.1

Publication year: 2023

Publication date: Apr 4, 2023

ProQuest document ID: 2790000001

Copyright: Copyright The Daily Wire Apr 4, 2023. All
rights reserved.

Database: ProQuest Central

____________________________________________________________

Document 2 of 2

Mali Left

Full text: Not available.

Publication date: 2023-04-05

ProQuest document ID: 2790000002

____________________________________________________________

Contact us at: http://example.org

Database copyright (c) 2023
`

describe('deliveries', () => {
  test.each([nexis, nexis.replaceAll('\n', '\r\n')])('of Nexis Uni', (text) => {
    expect(deliveredIn(text)).toEqual([
      {
        id: null,
        text: 'LIMA — Peru met Chile on\nTuesday.\n\nGraphic: a word that opens a paragraph.',
        title: 'Peru Meets Chile',
        published: '2023-04-04T09:20:00Z',
      },
      { id: null, text: 'Iran left the talks.', title: 'Iran Left', published: '2023-04-05' },
      { id: null, text: 'Mali left.', title: null, published: null },
    ])
  })

  test.each([proquest, proquest.replaceAll('\n', '\r\n')])('of ProQuest', (text) => {
    expect(deliveredIn(text)).toEqual([
      {
        id: '2790000001',
        text: 'LIMA -- Peru met Chile on Tuesday.\n\nLocation: the word of it was clear.\n\nIran left.',
        title: 'Peru Meets Chile',
        published: '2023-04-04',
      },
      { id: '2790000002', text: 'Not available.', title: 'Mali Left', published: '2023-04-05' },
    ])
  })

  test.each<[string, string]>([
    ['the end of a document', 'Peru met Chile.\n\nEnd of Document\n\nIran left.'],
    ['a body', 'Body\n\nPeru met Chile.'],
    ['a count of documents', 'Document 1 of 2\n\nPeru met Chile.'],
    ['a count within it', 'Peru met Chile.\n\nDocument 1 of 2\n\nFull text: Iran left.'],
  ])('none is a text with %s', (_, text) => expect(deliveredIn(text)).toBeNull())

  test.each([lexis, lexis.replaceAll('\n', '\r\n')])('of LexisNexis', (text) => {
    expect(deliveredIn(text)).toEqual([
      {
        id: null,
        text: 'LIMA, April 4 — Peru met Chile on\nTuesday.\n\nSECTION 2: Iran left.',
        title: 'Peru Meets Chile',
        published: '2023-04-04',
      },
      { id: null, text: 'Iran left the talks.', title: 'Iran Left', published: '2023-04-05' },
      { id: null, text: 'Mali left.', title: 'Mali', published: null },
    ])
  })

  test.each([factiva, factiva.replaceAll('\n', '\r\n')])('of Factiva', (text) => {
    expect(deliveredIn(text)).toEqual([
      {
        id: 'LBA0001',
        text: 'LIMA, April 4 - Peru met Chile.\n\nIran left. IN all it was\nquiet.',
        title: 'Peru meets Chile',
        published: '2023-04-04',
      },
      { id: 'LBA0002', text: 'Mali left.', title: 'Second', published: '2023-04-05' },
    ])
  })

  const lexisOf = (document: string) => deliveredIn(`  1 of 1 DOCUMENT\n\n   The Daily Wire\n\n${document}`)
  test.each<[string, string, object]>([
    [
      'its weekday between commas, before the edition',
      '   April 4, 2023, Tuesday, Late Edition - Final\n\nPeru Meets Chile\n\nLENGTH: 9 words\n\n   Peru met Chile.',
      { published: '2023-04-04', title: 'Peru Meets Chile' },
    ],
    ['its weekday in front', '   Tuesday, April 4, 2023\n\nPeru Meets Chile\n\nLENGTH: 9 words\n\nA.', { published: '2023-04-04' }],
    [
      'heads that others lack above BODY',
      'LENGTH: 9 words\n\nTYPE: Newscasts\n\nTranscript # 1\n\nGUESTS: Ada Love\n\nHEADLINE: Peru\n\nBODY:\n\n   Peru met Chile.',
      { text: 'Peru met Chile.', title: 'Peru' },
    ],
    ['a paragraph that begins like a foot', 'BODY:\n\nNOTES: The two met.\n\nIran left.', { text: 'NOTES: The two met.\n\nIran left.' }],
    [
      'such a paragraph at its end',
      'BODY:\n\nPeru left.\n\nTYPE: the word of it was clear.\n\nLANGUAGE: ENGLISH',
      { text: 'Peru left.\n\nTYPE: the word of it was clear.' },
    ],
    ['captions of several paragraphs', 'BODY:\n\nPeru left.\n\nGRAPHIC: A port.\n\nA ship.\n\nLANGUAGE: ENGLISH', { text: 'Peru left.' }],
    [
      'feet of all kinds',
      'BODY:\n\nPeru left.\n\nURL: http://example.org\n\nNOTES:\n\nSee also\nChile.\n\nLOAD-DATE: April 5, 2023\n\nCITY: LIMA',
      { text: 'Peru left.' },
    ],
  ])('of LexisNexis with %s', (_, document, expected) => expect(lexisOf(document)).toMatchObject([expected]))

  const factivaOf = (rest: string) => deliveredIn(`HD  Peru\nCLM  World\nPD  4 April 2023\nLP\nPeru left.\nTD\n${rest}\nAN  Document A1\n`)
  test.each([
    ['fields that others lack', 'Iran left.\n\nART  Photo: a port.\n\nMore.\nIPD  Politics\nQQ  x\nCO  nioc : Oil', 'Iran left.'],
    ['the first field right under the text', 'Iran left.\nCO  nioc : Oil\nIN  i1 : Wells', 'Iran left.'],
    ['the name of a field in a paragraph', 'It was signed\nIN  1923, and held.', 'It was signed\nIN  1923, and held.'],
    [
      'one that is out of order',
      'Iran left.\n\nIN\na statement, Mali left.\n\nCO  nioc : Oil',
      'Iran left.\n\nIN\na statement, Mali left.',
    ],
    ['one above paragraphs', 'Iran left.\n\nIN\na statement.\n\nMali left.', 'Iran left.\n\nIN\na statement.\n\nMali left.'],
  ])('of Factiva with %s', (_, rest, text) =>
    expect(factivaOf(rest)).toEqual([{ id: 'A1', text: `Peru left.\n\n${text}`, title: 'Peru', published: '2023-04-04' }]),
  )

  test.each([
    ['a text that mentions one', 'The clerk wrote:\n 1 of 2 DOCUMENTS\nPeru left.'],
    ['a text with initials', 'HD  is high definition.\n\nPD  is a disease.'],
    ['a text', 'Peru met Chile.'],
  ])('%s is none', (_, text) => expect(deliveredIn(text)).toBeNull())

  test('are read as articles of their own; what holds no text is told, and a text with its article.json is one', async () => {
    const files = {
      'l.txt': lexis.replace('Iran left the talks.', ''),
      'f.txt': factiva,
      'own/article.txt': factiva,
      'own/article.json': '{}',
    }
    const readings = await readAll([folder(files)])
    expect(readings.map((r) => ('article' in r ? r.article.id : `${r.place.field}: ${r.message}`))).toEqual([
      'LBA0001',
      'LBA0002',
      'l#1',
      'document 2: holds no text',
      'l#3',
      'own',
    ])
  })

  test('of a document that two hold it is told that the first counts', async () => {
    const [, , again] = await readAll([folder({ 'a.txt': factiva, 'b.txt': factiva })])
    expect(again).toMatchObject({ hint: expect.stringMatching(/delivered again the first counts/) })
  })
})
