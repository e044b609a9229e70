import type { Provenance, SentenceChain } from '../../../schemas/types.ts'
import type { Category } from '../../domain/profile/number-items.ts'
import type { Setup } from '../../installation.ts'
import { fill, html, type Html } from '../html.ts'
import { kindMark, mark } from '../marks.ts'
import type { TextKey } from '../texts.ts'
import { dissentList } from './dissent.ts'
import { perspectiveName, type Named } from './perspectives.ts'
import { standsOf } from './position-table.ts'
import { remarkRow } from './remark-row.ts'
import { amendmentKind, noteOf, reworded, saidRow } from './said.ts'

type Kind = TextKey extends infer Key ? (Key extends `chain.steps.${infer Of}` ? Of : never) : never
type Shown = Named & { readonly config: Setup; readonly chain: SentenceChain }

/** A step of the chain: how many there are of it, and each of them. */
export type ChainStep = { readonly kind: Kind; readonly count: number | null; readonly content: Html }

/** What a sentence has been through before the decision, in that order; a step that was not taken is left out. */
export function chainSteps(shown: Shown): ChainStep[] {
  const { chain } = shown
  const { origins, remarks, amendments, tally, dissents } = chain
  const cards = origins.flatMap((origin) => origin.cards.map((card) => ({ origin, card })))
  const wordings = origins.flatMap((origin) => origin.wordings.map((wording) => ({ origin, wording })))
  const steps: ChainStep[] = [
    { kind: 'cards', count: cards.length, content: list(cards, (each) => cardRow(shown, each)) },
    {
      kind: 'groupWordings',
      count: wordings.length,
      content: list(wordings, (each) => groupRow(shown, each)),
    },
    { kind: 'remarks', count: remarks.length, content: list(remarks, (remark) => remarkRow(shown, remark)) },
    {
      kind: 'amendments',
      count: amendments.length,
      content: list(amendments, (each) => amendmentRow(shown, each)),
    },
    {
      kind: 'dissents',
      count: dissents.length,
      content: dissentList({ ...shown, address: () => null }, dissents),
    },
  ]
  const taken = steps.filter(({ count }) => count !== 0)
  if (!tally) return taken
  const positions: ChainStep = {
    kind: 'positions',
    count: null,
    content: html`<div class="leaf"><div class="mid">${standsOf(shown, tally)}</div></div>`,
  }
  const before = taken.filter(({ kind }) => kind !== 'dissents')
  return [...before, positions, ...taken.filter(({ kind }) => kind === 'dissents')]
}

function list<T>(things: readonly T[], row: (thing: T) => Html): Html {
  return html`<ol>
    ${things.map(row)}
  </ol>`
}

type Card = { readonly origin: Provenance; readonly card: Provenance['cards'][number] }

function cardRow(shown: Shown, { origin, card }: Card): Html {
  const { say, config } = shown
  const icon =
    card.kind === 'suitability'
      ? mark('suitability', 'i kind')
      : kindMark(card.kind satisfies Category, config)
  const who =
    card.perspective === ''
      ? html`${say.text('chain.otherPerspective')}`
      : perspectiveName(shown, card.perspective)
  return saidRow({
    what: html`${icon}<span>${who}</span>`,
    content: html`<p class="remark" ${say.swedish}>${card.text}</p>`,
    side: workshopOf(shown, origin),
  })
}

/** Which workshop, and when. */
function workshopOf({ say }: Shown, { workshopName, date }: Provenance): Html {
  const name = html`<span ${say.swedish}>${workshopName}</span>`
  return html`<p class="quiet">${fill(say.text('chain.onDay'), { name, date: say.day(date) })}</p>`
}

type GroupWording = { readonly origin: Provenance; readonly wording: Provenance['wordings'][number] }

function groupRow(shown: Shown, { origin, wording }: GroupWording): Html {
  const { say } = shown
  const { source, differs } = origin
  const from =
    source &&
    html`<a href="${say.to.edition(source.profileSlug, source.version)}"
      >${source.profileSlug} ${source.version}</a
    >`
  return saidRow({
    what: html`<span>${say.text('chain.group', { number: wording.groupNumber })}</span>`,
    content: html`<p class="wording" ${say.swedish}>${wording.text}</p>`,
    side: html`${workshopOf(shown, origin)}
    ${from && html`<p class="quiet">${fill(say.text('chain.source'), { source: from })}</p>`}
    ${differs.trim() !== '' && noteOf(say, say.text('chain.differs'), differs)}`,
  })
}

function amendmentRow({ say }: Shown, change: SentenceChain['amendments'][number]): Html {
  const { at, former, wording, reason, isEditorial } = change
  return saidRow({
    what: html`<span>${amendmentKind(say, former, wording)}, ${say.dayOf(at)}</span>`,
    content: reworded(say, former, wording),
    side: html`${noteOf(say, say.text('panel.reason'), reason)}
    ${isEditorial && html`<p class="quiet">${say.text('panel.editorial')}</p>`}`,
  })
}
