import { inflateSync } from 'node:zlib'
import type { OccupationalProfile } from '../../schemas/types.ts'
import type { PrintedDraft } from '../../server/pdf/print-job.ts'
import { renderProfile } from '../../server/pdf/render-profile.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { readPdf, wholeText } from '../support/pdf-reader.ts'

const MINUTE = 60_000

/** The same text in every place of a profile where somebody can write. */
function everywhere(text: string): OccupationalProfile {
  const criteria = [buildCriterion({ text }), buildCriterion({ text }), buildCriterion({ text })]
  return buildProfile({
    title: text.slice(0, 200),
    owner: text.slice(0, 200),
    purpose: text,
    targetGroup: text,
    delimitations: text,
    levelRationale: text,
    outcomeStem: text.slice(0, 80),
    roleDescription: text,
    occupationReferences: [{ scheme: 'esco', id: text.slice(0, 200), label: text.slice(0, 200) }],
    personalSuitability: [{ id: id('x'), text, reason: text }],
    wordList: [
      {
        id: id('y'),
        term: text.slice(0, 120),
        explanation: text,
        translations: [{ language: 'xx-!', text }],
      },
    ],
    modules: [
      buildLink({
        title: text.slice(0, 200),
        purpose: text,
        prerequisites: text,
        levelRationale: text,
        outcomes: [buildOutcome({ text, criteria })],
      }),
    ],
  })
}

const draftOf = (profile: OccupationalProfile): PrintedDraft => ({
  kind: 'draft',
  profile,
  basedOn: null,
  printedAt: '2026-11-22T13:32:00Z',
  locale: 'sv',
  thirdCategory: 'responsibilityAutonomy',
})

const print = async (profile: OccupationalProfile) => renderProfile(draftOf(profile))

test.each([
  ['one word of 2,000 letters', 'å'.repeat(2000)],
  ['2,000 letters with a hyphen between each', 'x-'.repeat(1000)],
  ['a title of wide letters', 'W'.repeat(200)],
  ['only spaces and line breaks', ' \n \t \r\n '.repeat(50)],
  ['only what nobody can see', '\u200B\u202E\uFEFF\u00AD\u2060'.repeat(40)],
  ['text turned around', 'Berätta \u202Egnignätsretfe\u202C för personen'],
  ['HTML', '<script>alert(1)</script><b onclick="x">fetstil</b> &amp; <img src=x>'],
  [
    'Markdown to the brim',
    `${'> '.repeat(40)}${'- '.repeat(40)}# **_\`[a](javascript:x)![b](c)\`_**\n`.repeat(8),
  ],
  [
    'a hundred nested lists',
    Array.from({ length: 100 }, (_, n) => `${'  '.repeat(n)}- nivå ${n}`).join('\n'),
  ],
  ['emoji', 'Ger stöd 👩🏽‍🦽👨‍👩‍👧‍👦🇸🇪 varje dag'],
  ['other scripts', 'مساعد شخصي अभिवादन 个人助理 Приклад Ελληνικά ᠮᠣᠩᠭᠣᠯ'],
  ['loose accents', 'r\u030A e\u0301\u0323 \u0301\u0301\u0301 a\u0308'],
  ['half a surrogate pair', 'a\uD800b\uDC00c'],
  ['braces, brackets and backslashes of the file format', '(((\\)))[[]]<<>>%/ endstream endobj \\r\\n \\'],
  ['no characters at all', '\uFFFE\uFFFF\u0000\u0001'],
])('%s is printed sanely wherever it is written', async (_, text) => {
  const pdf = await readPdf(await print(everywhere(text)))
  expect(pdf.pages.length).toBeGreaterThan(0)
  expect(pdf.pages.length).toBeLessThan(80)
})

test(
  'a word of 100 kB neither hangs nor runs over the edge',
  async () => {
    const start = performance.now()
    const pdf = await readPdf(await print(buildProfile({ purpose: 'oändlig'.repeat(15_000) })))
    expect(performance.now() - start).toBeLessThan(MINUTE / 4)
    const edge = Math.max(...pdf.pages.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
    expect(edge).toBeLessThan(595 - 56)
    expect(wholeText(pdf).replaceAll(' ', '')).toContain('oändlig'.repeat(1000))
  },
  MINUTE,
)

test('a thousand word-list entries in every outcome do not slow it down', async () => {
  const words = Array.from({ length: 1000 }, (_, n) => `ord${n}`)
  const profile = buildProfile({
    wordList: words.map((term, n) => ({ id: id(n), term, explanation: 'betyder något', translations: [] })),
    modules: [buildLink({ outcomes: [buildOutcome({ text: words.join(' ').slice(0, 2000) })] })],
  })
  const start = performance.now()
  await print(profile)
  expect(performance.now() - start).toBeLessThan(MINUTE / 12)
})

test('what the font lacks is printed as a box, and the sign itself is kept for those who listen', async () => {
  const bytes = await print(buildProfile({ targetGroup: 'Tummen 👍🏽 upp' }))
  expect(wholeText(await readPdf(bytes))).toMatch(/Tummen [□☐] upp/u)
  const sign = Buffer.from('\uFEFF👍🏽', 'utf16le').swap16().toString('hex')
  expect(contentOf(bytes)).toContain(`/ActualText <${sign}>`)
})

test('no text is printed with a glyph that the font does not have', async () => {
  const bytes = await print(everywhere('Tummen 👍🏽 upp, 个人 och \u0007 å\u0308\uFFFF'))
  const strings = [...contentOf(bytes).matchAll(/\[(.*?)\] TJ/gsu)].flatMap(([, array = '']) =>
    glyphsOf(array),
  )
  expect(strings.length).toBeGreaterThan(500)
  expect(strings.filter((code) => code === 0)).toEqual([])
})

test('HTML is printed as it was written', async () => {
  const text = wholeText(
    await readPdf(await print(buildProfile({ roleDescription: 'Inget <b>fetstilt</b> <script>' }))),
  )
  expect(text).toContain('Inget <b>fetstilt</b> <script>')
})

test('a word in letters that cannot be printed is left to the web, not shown as boxes', async () => {
  const wordList = [
    {
      id: id('w'),
      term: 'allergi',
      explanation: 'när kroppen reagerar mot något',
      translations: [
        { language: 'ar', text: 'حساسية' },
        { language: 'fa', text: 'آلرژی' },
        { language: 'so', text: 'xasaasiyad' },
      ],
    },
  ]
  const text = wholeText(await readPdf(await print(buildProfile({ wordList }))))
  expect(text).toContain('Översättningar till arabiska och persiska visas på skärmen.')
  expect(text).toContain('allergi när kroppen reagerar mot något somaliska: xasaasiyad')
  expect(text).not.toMatch(/[□☐]/u)
})

/** The content streams of a file, one byte a character. */
function contentOf(bytes: Buffer): string {
  const streams = [...bytes.toString('latin1').matchAll(/stream\n(.*?)\nendstream/gsu)].map(
    ([, stream = '']) => Buffer.from(stream, 'latin1'),
  )
  return streams
    .flatMap((stream) => {
      try {
        const text = inflateSync(stream).toString('latin1')
        return text.includes(' Tm ') ? [text] : []
      } catch {
        return []
      }
    })
    .join('\n')
}

/** The glyph codes of a TJ array, two bytes each. */
function glyphsOf(array: string): number[] {
  const escapes: Record<string, string> = { n: '\n', r: '\r' }
  const text = [...array.matchAll(/\(((?:\\.|[^\\)])*)\)/gsu)]
    .map(([, inner = '']) => inner.replace(/\\(.)/gsu, (_, sign: string) => escapes[sign] ?? sign))
    .join('')
  return Array.from(
    { length: text.length / 2 },
    (_, at) => (text.charCodeAt(at * 2) << 8) | text.charCodeAt(at * 2 + 1),
  )
}
