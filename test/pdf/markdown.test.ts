import { readMarkdown, type Block } from '../../server/pdf/markdown.ts'

/** Blocks in short: # heading, paragraph, - list with its items; *strong*. */
function inShort(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'list') return { [block.ordered ? `${block.first}.` : '-']: block.items.map(inShort) }
    const text = block.pieces.map(({ text: words, strong }) => (strong ? `*${words}*` : words)).join('')
    return block.kind === 'heading' ? `# ${text}` : text
  })
}

test.each([
  ['paragraphs', 'ett\nstycke\n\ntvå', ['ett stycke', 'två']],
  ['headings of every level alike', '# Ett\n### Tre', ['# Ett', '# Tre']],
  ['strong words, and no italics', 'en **stark** och *lutad*', ['en *stark* och lutad']],
  ['lists, also in lists', '- a\n- b\n  1. c\n  2. d', [{ '-': [['a'], ['b', { '1.': [['c'], ['d']] }]] }]],
  ['a list that begins at another number', '3. c\n4. d', [{ '3.': [['c'], ['d']] }]],
  ['a hard line break as a new paragraph', 'ett  \ntvå', ['ett', 'två']],
  ['a link as its words', '[lagen](https://example.se)', ['lagen']],
  ['HTML as it is written', '<b>x</b>\n\n<div>y</div>', ['<b>x</b>', '<div>y</div>']],
  ['quotes and code as paragraphs', '> citat\n\n    kod', ['citat', 'kod\n']],
])('reads %s', (_, markdown, blocks) => {
  expect(inShort(readMarkdown(markdown))).toEqual(blocks)
})
