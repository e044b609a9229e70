import type { AssessmentCriterion, LearningOutcome } from '../../../schemas/types.ts'
import { letter } from '../../domain/profile/number-items.ts'
import type { AnchoredWord, Explained } from '../explain-terms.ts'
import { html, type Html, type Part } from '../html.ts'
import { dissentLines } from '../panel/dissent.ts'
import { anchorOf, type ShownEdition } from './shown-edition.ts'
import { withVariants } from './variants.ts'

/** How many lines of notes find room beside an outcome: its own lines are higher, and it has about as many letters in each. */
function roomBeside({ text, criteria }: LearningOutcome): number {
  const criterionLines = criteria.map((criterion) => 0.35 + Math.ceil(criterion.text.length / 66) * 1.2)
  return Math.ceil(text.length / 56) * 1.45 + criterionLines.reduce((sum, lines) => sum + lines, 0) + 1.4
}

/** An outcome: number, wording with its criteria, and beside it the words that are new to the reader. */
export function outcomeRow(
  shown: ShownEdition,
  outcome: LearningOutcome,
  explain: (texts: readonly string[], lines: number) => Explained,
  languages: readonly string[],
): Html {
  const { say, numbers } = shown
  const number = numbers.get(outcome.id) ?? ''
  const texts = [outcome.text, ...outcome.criteria.map(({ text }) => text)]
  const { texts: linked, notes } = explain(texts, roomBeside(outcome))
  const [wording, ...criteria] = linked
  return html`<div class="leaf out" id="${number}">
    <a class="addr" href="#${number}">${number}</a>
    <div class="mid" ${say.swedish}>
      <h5>${withVariants(shown, outcome, 'text', wording, languages)}</h5>
      <ol class="crit">
        ${outcome.criteria.map((criterion, at) =>
          criterionRow(shown, criterion, `${number} ${letter(at)}`, criteria[at], languages),
        )}
      </ol>
    </div>
    ${beside(shown, notes, dissentsOn(shown, outcome))}
  </div>`
}

/** Those who disagreed with the outcome or one of its criteria. */
function dissentsOn({ say, config, profile, edition }: ShownEdition, outcome: LearningOutcome): Html[] {
  const ids = new Set([outcome.id, ...outcome.criteria.map(({ id }) => id)])
  const at = { slug: profile.slug, version: edition.version }
  return dissentLines({ say, perspectives: config.perspectives }, edition.panel, at, ({ itemId }) =>
    ids.has(itemId ?? ''),
  )
}

function criterionRow(
  shown: ShownEdition,
  criterion: AssessmentCriterion,
  number: string,
  wording: Part,
  languages: readonly string[],
): Html {
  const { say } = shown
  const methods = criterion.assessmentMethods.map((method) => say.text(`methods.${method}`))
  return html`<li id="${anchorOf(number)}">
    ${withVariants(shown, criterion, 'text', wording, languages)}${
      methods.length > 0 &&
      html`<span class="how" ${say.locale === 'en' && html`lang="en"`}>${methods.join(', ')}</span>`
    }
  </li>`
}

function beside({ say }: ShownEdition, notes: readonly AnchoredWord[], dissents: readonly Html[]): Part {
  if (notes.length + dissents.length === 0) return null
  return html`<dl class="side" ${say.swedish}>
    ${notes.map(
      ({ entry, short }) =>
        html`<dt>${entry.term}</dt>
          <dd>${short}</dd>`,
    )}
    ${
      dissents.length > 0 &&
      html`<dt lang="${say.locale}">${say.text('panel.facts.dissent')}</dt>
        ${dissents.map((line) => html`<dd lang="${say.locale}">${line}</dd>`)}`
    }
  </dl>`
}
