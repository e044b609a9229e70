import fc from 'fast-check'
import { readMarkdown as readForPaper } from '../../../../server/pdf/markdown.ts'
import { readMarkdown } from '../../../../web/panel/desk/read-markdown.ts'

type Said = { readonly text: string; readonly strong?: boolean; readonly isStrong?: boolean }
type Told =
  | { readonly kind: 'paragraph' | 'heading'; readonly pieces: readonly Said[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Told[])[] }

/** Blocks in short: # heading, paragraph, - list with its items; *strong*. */
function inShort(blocks: readonly Told[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'list') return block.items.map(inShort)
    const words = block.pieces.map(({ text, strong, isStrong }) => (strong || isStrong ? `*${text}*` : text))
    return `${block.kind === 'heading' ? '# ' : ''}${words.join('').replaceAll('**', '').trim()}`
  })
}

test.each([
  ['paragraphs', 'ett\nstycke\n\ntvå'],
  ['headings', '# Ett\n### Tre\n\nUnder\n-----\ntext'],
  [
    'strong words, and no italics',
    'en **stark** och *lutad*, __stark__ och _lutad_, snake_case_ord och 3 * 4 * 5',
  ],
  ['lists', '- a\n- b\n\n* c\n\n1. d\n2. e'],
  ['lists in lists', '- a\n- b\n  1. c\n  2. d\n- e'],
  ['lists right below a paragraph', 'Det här hör inte hit:\n- a\n- b\n\ntext'],
  ['a figure that begins a line of a paragraph', 'Det beslutades\n2026. Sedan hände inget.'],
  ['points that run on over lines', '- a\nb\n- c\n  d\n\n  e\n\nf'],
  ['hard line breaks', 'ett  \ntvå\\\ntre'],
  [
    'links and pictures as their words',
    '[lagen](https://example.se "om") och ![en bild](x.png) och <https://a.se>',
  ],
  ['quotes', '> citat\n> mer\n\ntext'],
  ['code', '`x` och\n\n```\ny\n```\n\nz'],
  ['what is written so that it is no mark', '\\*inte\\* \\# och 1\\. först'],
  ['HTML as it is written', '<b>x</b>\n\n<div>y</div>'],
  ['rules as nothing', 'ett\n\n---\n\n***\ntvå'],
  ['line ends of other systems', 'ett\r\n\r\n- två\r\n- tre'],
])('reads %s as they stand on paper', (_, markdown) => {
  const onPaper = inShort(readForPaper(markdown))
  expect(inShort(readMarkdown(markdown))).toEqual(onPaper)
})

test('no word of a text without marks is lost, however its lines are broken and set in', () => {
  const word = fc.constantFrom('vaktmästare', 'lås', '2.', '-', '#', '>', '1)', 'och', '**', '_')
  const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', '\n  ', '\n    ')), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(text, (parts) => {
      const markdown = parts.map(([said, space]) => said + space).join('')
      const shown = JSON.stringify(readMarkdown(markdown))
      for (const said of ['vaktmästare', 'lås', 'och'])
        expect(shown.split(said)).toHaveLength(markdown.split(said).length)
    }),
  )
})

test.each([
  ['https://example.se', 'https://example.se'],
  ['mailto:a@b.se', 'mailto:a@b.se'],
  ['javascript:alert(1)', null],
  ['/hem', null],
])('a link to %s leads to %s', (address, href) => {
  const [block] = readMarkdown(`[ord](${address})`)
  expect(block).toEqual({ kind: 'paragraph', pieces: [{ text: 'ord', isStrong: false, href }] })
})
