import type { DiffChange } from '../../../schemas/types.ts'
import { findItem } from '../../domain/profile/items.ts'
import type { ChangeEntry } from '../../domain/publishing/group-changes.ts'
import { html, type Html, type Part } from '../html.ts'
import { kindMark, mark } from '../marks.ts'
import { paragraphs } from '../markdown.ts'
import { dissentLines } from '../panel/dissent.ts'
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

/** Beside a change: what was ruled, what came along, who disagreed, and the way to how it came to be. */
function note(compared: Compared, { change }: ChangeEntry, isAlone: boolean): Part {
  const { say } = compared
  const notes = [
    rulingOn(compared, change),
    cameAlong(compared, change, isAlone),
    ...dissentsOn(compared, change).map(
      (line) =>
        html`<p>${say.text('panel.facts.dissent')}</p>
          <p class="quiet">${line}</p>`,
    ),
  ].filter((each) => each !== null)
  const chain = chainOf(compared, change)
  if (chain !== null)
    notes.push(
      html`${notes.pop()}
        <p>${chain}</p>`,
    )
  return (
    notes.length > 0 &&
    html`<div class="side">${notes.map((content) => html`<div class="note">${content}</div>`)}</div>`
  )
}

/** It was the panel that ruled where one stands behind the version, and nothing came between. */
function rulingOn({ say, before, after }: Compared, { ruling }: DiffChange): Html | null {
  if (!ruling) return null
  const byPanel = after.panel !== undefined && after.supersedes?.version === before.version
  const heading = byPanel
    ? say.text(ruling.equivalent ? 'panel.same' : 'panel.other')
    : say.text(ruling.equivalent ? 'differences.sameRuling' : 'differences.otherRuling')
  return html`<p>${heading}</p>
    <div class="quiet" ${say.swedish}>${paragraphs(ruling.reason)}</div>`
}

function cameAlong({ say, after }: Compared, change: DiffChange, isAlone: boolean): Html | null {
  if (change.ruling || change.kind !== 'moved' || change.itemKind !== 'outcome') return null
  const outcomes = after.profile.modules.flatMap(({ module }) => module.outcomes)
  const criteria = outcomes.find(({ id }) => id === change.itemId)?.criteria.length ?? 0
  return html`<p>${capitalized(say.inWords('differences.came', criteria))}</p>
    ${isAlone && html`<p class="quiet">${say.text('differences.cameUnchanged')}</p>`}`
}

function dissentsOn({ say, config, slug, after }: Compared, { itemId }: DiffChange): Html[] {
  const at = { slug, version: after.version }
  return dissentLines(
    { say, perspectives: config.perspectives },
    after.panel,
    at,
    (dissent) => dissent.itemId === itemId,
  )
}

function chainOf({ say, slug, after, hasChain }: Compared, { itemId, itemKind }: DiffChange): Html | null {
  const found = itemKind === 'profile' ? undefined : findItem(after.profile, itemId)
  if (!found || !hasChain(found.within?.module.id ?? after.profile.id)) return null
  return html`<a href="${say.to.chain(slug, after.version, itemId)}">${say.text('chain.follow')}</a>`
}
