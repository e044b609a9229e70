import { findItem } from '../../domain/profile/items.ts'
import type { ChangeEntry } from '../../domain/publishing/group-changes.ts'
import { html, type Html, type Part } from '../html.ts'
import { kindMark, mark } from '../marks.ts'
import { paragraphs } from '../markdown.ts'
import { anchorOf } from '../profile/shown-edition.ts'
import { capitalized } from '../say.ts'
import { changedWords } from './changed-words.ts'
import type { Compared } from './compared.ts'
import { sayChange } from './say-change.ts'

/** One change: its address, what happened, the words with their marks, and beside it what was ruled. */
export function entryRow(
  compared: Compared,
  entry: ChangeEntry,
  moduleBefore: string,
  isAlone: boolean,
): Html {
  const { say, config } = compared
  const { change } = entry
  const words = changedWords(say, config, change)
  const icon = change.kind === 'moved' ? mark('corner-down-right') : kind(compared, entry)
  return html`<li class="leaf ch">
    ${address(compared, entry)}
    <div class="mid">
      <p class="in">${icon}<span>${sayChange(compared, change, moduleBefore)}</span></p>
      ${
        words === null
          ? html`<p class="quiet">${say.text('differences.rewritten')}</p>`
          : html`<p class="wording" ${say.swedish}>${words}</p>`
      }
      ${meaningOf(compared, entry)} ${criteriaOf(compared, entry)}
    </div>
    ${note(compared, entry, isAlone)}
  </li>`
}

function kind({ config }: Compared, { change }: ChangeEntry): Part {
  if (change.itemKind === 'suitability') return mark('suitability', 'i kind')
  return change.category !== null && kindMark(change.category, config)
}

/** The item's number, leading to it in the version that has it. */
function address({ say, slug, before, after }: Compared, { change }: ChangeEntry): Part {
  const { numberAfter, numberBefore } = change
  const number = numberAfter ?? numberBefore
  if (number === null) return null
  const version = numberAfter === null ? before.version : after.version
  return html`<a class="addr" href="${say.to.edition(slug, version)}#${anchorOf(number)}">${number}</a>`
}

/** A new word comes with what it means. */
function meaningOf({ say, after }: Compared, { change: { kind: happened, itemId } }: ChangeEntry): Part {
  const found = findItem(after.profile, itemId)
  if (happened !== 'added' || found?.kind !== 'word') return null
  return html`<p class="quiet" ${say.swedish}>${found.item.explanation}</p>`
}

/** A new or removed outcome is shown with its criteria; what a whole module holds is only counted. */
function criteriaOf({ say, config }: Compared, { change, parts }: ChangeEntry): Part {
  if (change.itemKind === 'module' && parts.length > 0) {
    const count = (itemKind: string) => parts.filter((part) => part.itemKind === itemKind).length
    return html`<p class="quiet">
      ${say.text(`differences.whole.${change.kind === 'removed' ? 'removed' : 'added'}`, {
        outcomes: say.count('counts.outcomes', count('outcome')),
        criteria: say.count('counts.criteria', count('criterion')),
      })}
    </p>`
  }
  return (
    parts.length > 0 &&
    html`<ol class="crit" ${say.swedish}>
      ${parts.map((part) => html`<li>${changedWords(say, config, part)}</li>`)}
    </ol>`
  )
}

function note({ say, after }: Compared, { change }: ChangeEntry, isAlone: boolean): Part {
  const { ruling, kind: happened, itemKind } = change
  if (ruling) {
    return html`<div class="side">
      <div class="note">
        <p>${say.text(ruling.equivalent ? 'differences.sameRuling' : 'differences.otherRuling')}</p>
        <div class="quiet" ${say.swedish}>${paragraphs(ruling.reason)}</div>
      </div>
    </div>`
  }
  if (happened !== 'moved' || itemKind !== 'outcome') return null
  const outcomes = after.profile.modules.flatMap(({ module }) => module.outcomes)
  const criteria = outcomes.find(({ id }) => id === change.itemId)?.criteria.length ?? 0
  return html`<div class="side">
    <div class="note">
      <p>${capitalized(say.inWords('differences.came', criteria))}</p>
      ${isAlone && html`<p class="quiet">${say.text('differences.cameUnchanged')}</p>`}
    </div>
  </div>`
}
