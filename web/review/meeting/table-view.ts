import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type {
  OnTable,
  PanelMeeting,
  Remark,
  Review,
  ReviewItem,
  ReviewPart,
  ReviewTally,
  ReviewText,
  Session,
} from '../../../schemas/types.ts'
import { findItem } from '../../../server/domain/profile/items.ts'
import { isOpen } from '../../../server/domain/review/remarks.ts'
import { inSentence } from '../../i18n/locale.ts'
import { plural, t } from '../../i18n/review.ts'
import { kindIcon } from '../../ui/category.ts'
import { icon } from '../../ui/icon.ts'
import { rewording, wordsOf } from '../settle/amending.ts'
import type { Amending } from '../settle/amend-form.ts'
import { changedWords } from '../settle/changed-words.ts'
import { authorOf } from '../settle/remark-in-words.ts'
import { formerWords } from './former-words.ts'
import { STATE_ICONS, stillMissing } from './in-words.ts'
import { tallyOnTable } from './marks-on-table.ts'
import { perspectiveMarks } from './member-mark.ts'
import { partInWords } from '../part-names.ts'
import { itemName } from './item-name.ts'
import { targetOf, votersOn } from './who-is-here.ts'

/** A longer list, such as that of words, is opened by whoever wants it. */
const MOST_SENTENCES = 40

/** What is being written on the screen, and for which remark. */
export type Writing = { readonly amending: Amending; readonly remark: Remark | null }

export type Table = {
  readonly review: Review
  readonly text: ReviewText
  readonly tally: ReviewTally
  readonly remarks: readonly Remark[]
  readonly meeting: PanelMeeting
  readonly viewer: Session
  readonly writing: Writing | null
  readonly acts: {
    readonly put: (onTable: OnTable) => void
    readonly write: (writing: Writing | null) => void
    readonly amended: (text: ReviewText | null) => void
    readonly entered: (tally: ReviewTally, said: string) => void
  }
}

/** The part and the item that are on the table; null where nothing is, or it is no longer in the text. */
export function onTableIn(
  { parts }: Pick<ReviewText, 'parts'>,
  onTable: OnTable | null,
): { readonly part: ReviewPart; readonly item: ReviewItem | null } | null {
  const part = parts.find(({ id }) => id === onTable?.partId)
  if (!part) return null
  return { part, item: part.items.find(({ id, kind }) => id === onTable?.itemId && kind !== 'frame') ?? null }
}

/** What is on the table: its words, how it stands, what has been said of it, and what those in the room say. */
export function tableView(table: Table): TemplateResult {
  const { review, text, tally, meeting } = table
  const found = onTableIn(text, meeting.onTable)
  if (!found) return html`<p class="lead">${t('room.table.gone')}</p>`
  const { part, item } = found
  const stands = tallyOnTable(tally, { partId: part.id, itemId: item?.id ?? null })
  const { here, elsewhere } = votersOn(review.composition.members, meeting, part.id)
  const state = stands?.row.state ?? 'waiting'
  return html`<div class="still ${state}">
      ${
        stands
          ? html`<p class="still-words" role="status">
                ${icon(STATE_ICONS[state])}<span>${stillMissing(stands.row, review.perspectives)}</span>
              </p>
              ${perspectiveMarks(stands.row, review)}`
          : nothing
      }
    </div>
    ${item ? itemShown(table, part, item) : partShown(table, part)} ${remarksShown(table, part, item)}
    <pv-room-positions
      .review=${review}
      .here=${here}
      .elsewhere=${elsewhere}
      .marks=${stands?.marks ?? new Map()}
      .target=${targetOf(part, item?.id ?? null)}
      .isHidden=${tally.isHidden}
      .entered=${table.acts.entered}
    ></pv-room-positions>
    ${item ? nothing : sentences(table, part)}`
}

function itemShown(table: Table, part: ReviewPart, item: ReviewItem): TemplateResult {
  const { text, viewer, acts, writing } = table
  const found = findItem(text.profile, item.id)
  const outcome = found?.kind === 'criterion' ? findItem(text.profile, found.parentId) : found
  const former = formerWords(text, item.id)
  const around = part.items.filter(({ kind }) => kind !== 'frame')
  const at = around.findIndex(({ id }) => id === item.id)
  const step = (to: ReviewItem | undefined, label: string, name: string) =>
    to
      ? html`<button
          class="plain"
          @click=${() => acts.put({ partId: part.id, itemId: to.id })}
          aria-label="${label}: ${itemName(to)}"
        >
          ${icon(name)}${to.number}
        </button>`
      : nothing
  return html`<p class="ctx">
      <button class="plain" @click=${() => acts.put({ partId: part.id, itemId: null })}>
        ${t('room.table.wholePart', { part: inSentence(partInWords(part)) })}
      </button>
      <span class="steps-around">
        ${step(around[at - 1], t('room.table.before'), 'arrow-left')}
        ${step(around[at + 1], t('room.table.after'), 'arrow-right')}
      </span>
    </p>
    <h2 class="on-table" tabindex="-1" id="on-table">
      ${item.number ? html`<span class="addr">${item.number}</span>` : nothing}
      ${outcome?.kind === 'outcome' ? kindIcon(outcome.item.category, viewer.settings.thirdCategory) : nothing}
      <span class="sr">${itemName(item)}</span>
    </h2>
    ${found?.kind === 'criterion' && outcome?.kind === 'outcome' ? html`<p class="under quiet wording" lang="sv">${text.profile.outcomeStem} ${outcome.item.text}</p>` : nothing}
    <p class="text large" lang="sv">
      ${found?.kind === 'outcome' ? html`<span class="quiet">${text.profile.outcomeStem} </span>` : nothing}${
        former === undefined ? item.wording : changedWords(former, item.wording)
      }
    </p>
    ${writing ? amendForm(table, item, writing) : itemActs(table, item)}`
}

function itemActs({ text, review, acts, remarks }: Table, item: ReviewItem): TemplateResult | typeof nothing {
  const reworded = rewording(text.profile, item)
  if (!review.acts.amend || !reworded) return nothing
  const button = (label: string, amending: Amending) =>
    html`<wa-button size="s" appearance="outlined" @click=${() => acts.write({ amending, remark: null })}
      >${label}</wa-button
    >`
  const isDemand = item.kind === 'outcome' || item.kind === 'criterion'
  const hasProposal = remarks.some(
    (each) => isOpen(each) && each.anchor.itemId === item.id && each.proposal !== null,
  )
  return html`<p class="acts">
    ${button(t(item.kind === 'frame' ? 'room.table.writeFrame' : 'room.table.write'), reworded)}
    ${item.kind === 'outcome' ? button(t('room.table.addCriterion'), { act: 'add-criterion', item }) : nothing}
    ${isDemand ? button(t('room.table.remove'), { act: 'remove', item }) : nothing}
    ${hasProposal ? html`<span class="hint">${t('room.table.hasProposal')}</span>` : nothing}
  </p>`
}

function amendForm(table: Table, item: ReviewItem, { amending, remark }: Writing): TemplateResult {
  const open = table.remarks.filter(
    (each) => isOpen(each) && each.anchor.itemId === item.id && each !== remark,
  )
  const isReword = amending.act === 'reword'
  return keyed(
    `${item.id} ${amending.act} ${remark?.id}`,
    html`<pv-amend-form
      .review=${table.review}
      .text=${table.text}
      .amending=${amending}
      .answers=${remark ? [remark] : []}
      .offered=${open.filter(({ proposal }) => !isReword || remark === null || proposal === null)}
      .others=${isReword && remark ? open.filter(({ proposal }) => proposal !== null) : []}
      .done=${table.acts.amended}
    ></pv-amend-form>`,
  ) as TemplateResult
}

function partShown(table: Table, part: ReviewPart): TemplateResult {
  const [frame] = part.items
  const purpose = wordsOf(table.text.profile, part.id, 'purpose')
  return html`<h2 class="on-table" tabindex="-1" id="on-table">
      ${part.number ? html`<span class="addr">${part.number}</span>` : nothing}
      <span class="text large" lang="sv">${part.number ? part.title : partInWords(part)}</span>
    </h2>
    ${purpose ? html`<p class="wording" lang="sv">${purpose}</p>` : nothing}
    ${frame ? (table.writing ? amendForm(table, frame, table.writing) : itemActs(table, frame)) : nothing}`
}

/** The words of a part, with what stands worse than the rest said so, each to be taken up by itself. */
function sentences({ tally, text, remarks, acts, review }: Table, part: ReviewPart): TemplateResult {
  const contested = new Map(
    tally.parts
      .find(({ partId }) => partId === part.id)
      ?.contested.map((each) => [each.itemId, each.tally.state]),
  )
  const items = part.items.filter(({ kind }) => kind !== 'frame')
  return html`<details class="sentences" ?open=${items.length <= MOST_SENTENCES}>
    <summary>
      ${icon('chevron-right', 'turns')}
      <h3>${t('room.table.words')}</h3>
      <span class="quiet num">${items.length}</span>
    </summary>
    ${review.acts.conductMeeting ? html`<p class="quiet">${t('room.table.choose')}</p>` : nothing}
    <ul class="items">
      ${items.map((item) => {
        const state = contested.get(item.id)
        const open = remarks.filter((each) => isOpen(each) && each.anchor.itemId === item.id).length
        const former = formerWords(text, item.id)
        return html`<li class="${item.kind} ${state ?? ''}">
          <button
            ?disabled=${!review.acts.conductMeeting}
            @click=${() => acts.put({ partId: part.id, itemId: item.id })}
          >
            <span class="no num">${item.number}</span>
            <span class="wording" lang="sv"
              >${former === undefined ? item.wording : changedWords(former, item.wording)}</span
            >
            <span class="flags">
              ${
                state && state !== 'ready'
                  ? html`<span class="state-${state}"
                      >${icon(STATE_ICONS[state])}<span>${t(`room.state.${state}`)}</span></span
                    >`
                  : nothing
              }
              ${open > 0 ? html`<span>${plural('room.remarks', open)}</span>` : nothing}
            </span>
          </button>
        </li>`
      })}
    </ul>
  </details>`
}

/** What waits for an answer there. */
function remarksShown(
  table: Table,
  part: ReviewPart,
  item: ReviewItem | null,
): TemplateResult | typeof nothing {
  const { remarks, review, acts, text, writing } = table
  // Of a part as a whole one writes its frame: its title, its purpose and the like.
  const words = item ?? part.items[0]
  const about = remarks.filter(
    (each) =>
      isOpen(each) &&
      each.anchor.itemId === (item ?? part).id &&
      (item === null || each.anchor.scope === 'item'),
  )
  if (about.length === 0) return nothing
  return html`<section class="said-of" aria-labelledby="said-heading">
    <h3 id="said-heading">${t('room.table.remarks')}</h3>
    <ul>
      ${about.map((remark) => {
        const amending = words && review.acts.amend ? rewording(text.profile, words, remark.proposal) : null
        return html`<li>
          <p><b>${authorOf(remark, review)}</b></p>
          ${remark.text ? html`<p class="said">${remark.text}</p>` : nothing}
          ${
            remark.proposal !== null && words
              ? html`<p class="wording" lang="sv">${changedWords(words.wording, remark.proposal)}</p>`
              : nothing
          }
          ${
            amending && !writing
              ? html`<wa-button
                  size="s"
                  appearance="outlined"
                  @click=${() => acts.write({ amending, remark })}
                  >${t(remark.proposal === null ? 'room.table.writeFor' : 'room.table.use')}<span class="sr">
                    ${authorOf(remark, review)}</span
                  ></wa-button
                >`
              : nothing
          }
        </li>`
      })}
    </ul>
  </section>`
}
