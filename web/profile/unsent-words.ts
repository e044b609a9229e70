import { html, nothing, type TemplateResult } from 'lit'
import type { EditCommand } from '../../server/domain/profile/edit-draft.ts'
import { textOf } from '../../server/domain/profile/items.ts'

/** What somebody has written in an edit: the words that would be lost with it. */
function wordsOf(command: EditCommand): string {
  switch (command.act) {
    case 'amend':
      return Object.values(command.fields)
        .map(({ to }) => to)
        .filter((to) => typeof to === 'string')
        .join(' ')
    case 'add':
      return ['title', 'term', 'text', 'explanation']
        .map((field) => textOf(command.item, field))
        .join(' ')
        .trim()
    default:
      return ''
  }
}

/** Words that could not be saved, to be read and copied. */
export function unsentWords(commands: readonly EditCommand[]): TemplateResult | typeof nothing {
  const texts = commands.map(wordsOf).filter((words) => words !== '')
  return texts.length === 0 ? nothing : html`${texts.map((words) => html`<p class="wording">${words}</p>`)}`
}
