import type { Edition, PanelDecision } from '../../../schemas/types.ts'
import { ruleInWords } from '../../domain/review/in-words/rule-in-words.ts'
import { text } from '../../i18n/text.ts'
import type { PanelRecord } from '../../usecases/review/read-panel-record.ts'
import { html, type Html, type Part } from '../html.ts'
import { anchorOf } from '../profile/shown-edition.ts'
import { capitalized } from '../say.ts'
import type { ANCHORS } from './anchors.ts'
import { compositionTable } from './composition.ts'
import { dissentList } from './dissent.ts'
import { heldMeetings, meetingList } from './meetings.ts'
import type { Named } from './perspectives.ts'
import { positionTable } from './position-table.ts'
import { remarkRow } from './remark-row.ts'
import { amendmentKind, noteOf, reworded, saidRow } from './said.ts'

/** What a panel decided, and all that led to it. */
export type DecisionToShow = Named & {
  readonly edition: Edition
  readonly record: PanelRecord
  readonly decision: Approval
}
/** Nothing else leads to a version. */
export type Approval = PanelDecision & { readonly outcome: 'approved' | 'approvedEditorial' }

type Section = {
  readonly name: keyof typeof ANCHORS
  readonly isThere: (shown: DecisionToShow) => boolean
  readonly content: (shown: DecisionToShow) => Html
}

/** How it came out first, then who decided and by which rule. What there is none of is left out. */
export const DECISION_SECTIONS: readonly Section[] = [
  { name: 'positions', isThere: () => true, content: positions },
  { name: 'dissents', isThere: ({ decision }) => decision.dissents.length > 0, content: dissents },
  { name: 'amendments', isThere: ({ record }) => record.amendments.length > 0, content: amendments },
  { name: 'remarks', isThere: ({ record }) => record.remarks.length > 0, content: remarks },
  { name: 'rulings', isThere: ({ record }) => ruled(record).length > 0, content: rulings },
  { name: 'composition', isThere: () => true, content: composition },
  { name: 'meetings', isThere: () => true, content: meetings },
  { name: 'rule', isThere: () => true, content: rule },
]

function positions({ say, perspectives, edition, decision }: DecisionToShow): Html {
  const chainOf = (itemId: string) => say.to.chain(edition.profile.slug, edition.version, itemId)
  return html`<p class="intro">${say.text('panel.positions.intro')}</p>
    ${positionTable({ say, perspectives, chainOf }, decision.parts)}`
}

function dissents(shown: DecisionToShow): Html {
  return html`<p class="intro">${shown.say.text('panel.dissentsIntro')}</p>
    ${dissentList({ ...shown, address: ({ number }) => placeOf(shown, number) }, shown.decision.dissents)}`
}

function amendments(shown: DecisionToShow): Html {
  const { say, record } = shown
  return html`<p class="intro">${say.text('panel.amendmentsIntro')}</p>
    <ol>
      ${record.amendments.map(({ number, former, wording, reason, isEditorial }) =>
        saidRow({
          address: placeOf(shown, number),
          what: html`<span>${amendmentKind(say, former, wording)}</span>`,
          content: reworded(say, former, wording),
          side: html`${noteOf(say, say.text('panel.reason'), reason)}
          ${isEditorial && html`<p class="quiet">${say.text('panel.editorial')}</p>`}`,
        }),
      )}
    </ol>`
}

function remarks(shown: DecisionToShow): Html {
  const { say, record } = shown
  return html`<p class="intro">${say.text('panel.remarksIntro')} ${remarkCounts(shown)}</p>
    <ol>
      ${record.remarks.map(
        ({ disposition, anchor, number, ...remark }) =>
          disposition &&
          remarkRow(shown, {
            ...remark,
            outcome: disposition.outcome,
            reason: disposition.reason,
            address: placeOf(shown, number, anchor.scope === 'whole'),
            quote: anchor.quote,
            answeredBy: text(say.locale, `roles.${disposition.byRole}`),
          }),
      )}
    </ol>`
}

function remarkCounts({ say, decision }: DecisionToShow): string {
  const counts = (['accepted', 'changed', 'declined'] as const).filter((each) => decision.remarks[each] > 0)
  if (counts.length === 0) return ''
  return `${capitalized(say.list(counts.map((each) => say.count(`counts.${each}`, decision.remarks[each]))))}.`
}

function rulings(shown: DecisionToShow): Html {
  const { say, record } = shown
  return html`<p class="intro">${say.text('panel.rulingsIntro')}</p>
    <ol>
      ${ruled(record).map(({ number, former, wording, ruling }) =>
        saidRow({
          address: placeOf(shown, number),
          what: html`<span>${say.text('panel.amended')}</span>`,
          content: reworded(say, former, wording),
          side:
            ruling && noteOf(say, say.text(ruling.equivalent ? 'panel.same' : 'panel.other'), ruling.reason),
        }),
      )}
    </ol>`
}

function ruled({ rewordings }: PanelRecord): PanelRecord['rewordings'] {
  return rewordings.filter(({ ruling }) => ruling !== null)
}

function composition(shown: DecisionToShow): Html {
  return html`<div class="leaf flat">
    <div class="wide">${compositionTable(shown, shown.record.composition)}</div>
  </div>`
}

function meetings({ say, record }: DecisionToShow): Html {
  const held = heldMeetings(record)
  return html`<div class="leaf flat">
    <div class="mid wide-facts">
      ${held.length === 0 ? html`<p>${say.text('panel.noMeetings')}</p>` : meetingList(say, { ...record, meetings: held })}
    </div>
  </div>`
}

function rule({ say, perspectives, decision }: DecisionToShow): Html {
  const counts: Record<string, number> = {}
  for (const { decided, perspective } of decision.composition) {
    if (decided) counts[perspective] = (counts[perspective] ?? 0) + 1
  }
  return html`<div class="leaf flat">
    <div class="mid text">
      ${ruleInWords(decision.rule, perspectives, counts, say.locale).map((sentence) => html`<p>${sentence}</p>`)}
    </div>
  </div>`
}

/** The number of what is spoken of, leading to it; of what has none or is gone, what it belongs to. */
function placeOf({ say, edition }: DecisionToShow, number: string, isWhole = false): Part {
  if (number === '') {
    return html`<span class="addr common"
      >${say.text(isWhole ? 'panel.whole' : 'panel.positions.common')}</span
    >`
  }
  const { profile, version } = edition
  return html`<a class="addr" href="${say.to.edition(profile.slug, version)}#${anchorOf(number)}"
    >${number}</a
  >`
}
