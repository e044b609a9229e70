import type { OccupationReference } from '../../../schemas/types.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import { inFours } from '../../domain/publishing/in-fours.ts'
import { html, type Html, type Part } from '../html.ts'
import { mark } from '../marks.ts'
import { levelRule } from '../rule.ts'
import type { Say } from '../say.ts'
import type { ShownEdition } from './shown-edition.ts'

const DIGITS_SHOWN = 12

/** Names and values beside a page's title. Facts without a value are left out. */
export function factList(facts: readonly (readonly [name: string, value: Part])[]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        value &&
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

/** Level, how much there is, when it was approved and is to be reviewed, codes of the occupation, digest. */
export function profileFacts(shown: ShownEdition): Html {
  const { say, edition, profile, digest } = shown
  const { modules, outcomes } = countItems(profile)
  return factList([
    [say.text('facts.level'), levelInWords(say, profile.seqfLevel)],
    [
      say.text('facts.content'),
      say.text('facts.contentValue', {
        modules: say.count('counts.modules', modules),
        outcomes: say.count('counts.outcomes', outcomes),
      }),
    ],
    [
      say.text('facts.approved'),
      profile.isExample ? say.text('facts.notApproved') : say.day(edition.decision.decidedOn),
    ],
    [say.text('facts.review'), say.text('facts.reviewBy', { month: say.month(edition.nextReviewDue) })],
    [say.text('facts.code'), codes(shown)],
    [
      say.text('facts.digest'),
      html`<span class="num">${inFours(digest, DIGITS_SHOWN)}</span>
        <a href="${say.to.check(profile.slug, edition.version)}">${say.text('facts.check')}</a>`,
    ],
  ])
}

/** A level on stickan, with its number in words of the page. */
function levelInWords(say: Say, level: number | null): Part {
  return level !== null && html`${levelRule(level)} ${say.text('facts.levelValue', { level })}`
}

/** The first code that people know; the others can be unfolded. */
function codes({ say, profile }: ShownEdition): Part {
  const [first, ...more] = profile.occupationReferences.map((reference) => code(say, reference))
  if (!first) return null
  if (more.length === 0) return first
  return html`<details class="more">
    <summary>${first} <span class="link">${say.text('facts.moreCodes')}</span></summary>
    <ul>
      ${more.map((each) => html`<li>${each}</li>`)}
    </ul>
  </details>`
}

/** ESCO's codes are long addresses, so its label stands for them. */
function code(say: Say, { scheme, id, label }: OccupationReference): Html {
  const name = say.text(`schemes.${scheme}`)
  if (scheme !== 'esco') return html`${name} <span class="num">${id}</span>`
  const shown = label.trim() || id
  return /^https?:\/\//u.test(id) ? html`${name} <a href="${id}">${shown}</a>` : html`${name} ${shown}`
}

/** What a reader can take away. */
export function takeAway({ say, profile, edition }: ShownEdition): Html {
  const { slug } = profile
  return html`<nav class="take" aria-label="${say.text('take.heading')}">
    ${takeAwayLink('printer', say.to.pdf(slug, edition.version), say.text('take.pdf'), 'PDF')}
    ${takeAwayLink('download', say.to.file(slug, edition.version), say.text('take.file'), 'JSON')}
  </nav>`
}

function takeAwayLink(icon: string, address: string, name: string, kind: string): Html {
  return html`<p>${mark(icon)}<a href="${address}">${name}</a><small>${kind}</small></p>`
}
