import { html, nothing, type TemplateResult } from 'lit'
import type { PanelMember } from '../../schemas/types.ts'
import { absenceInWords } from '../../server/domain/review/in-words/absence-in-words.ts'
import { entitled } from '../../server/domain/review/seats.ts'
import { composePanel } from '../api/reviews.ts'
import { locale } from '../i18n/locale.ts'
import { plural, t } from '../i18n/review.ts'
import { icon } from '../ui/icon.ts'
import type { Desk } from './desk.ts'
import { hintsInWords } from './in-words.ts'
import { memberQuestion } from './member-question.ts'
import { recusalActs, recusalsOf, standInActs } from './seat-acts.ts'
import { calledBy, composed, isGone, perspectiveNamed } from './seats.ts'

/** Who the panel is made of, what there is to think about, and what happens when somebody is not there. */
export function compositionPart(desk: Desk): TemplateResult {
  const { review } = desk
  const { members } = review.composition
  // Who is on it is what is prepared; later it is there for whoever looks for it.
  const isPrepared = review.status === 'preparing'
  return html`<section class="part" aria-labelledby="panel-heading">
    <h2 id="panel-heading">${t('composition.heading')}</h2>
    ${members.length === 0 ? nothing : html`<p class="quiet">${panelInWords(members)}</p>`}
    ${
      members.length === 0
        ? html`<p class="empty">${t(review.acts.compose ? 'composition.empty' : 'composition.none')}</p>`
        : isPrepared
          ? memberTable(desk)
          : html`<details class="seats-shown" ?open=${members.some((member) => isToBeSeenTo(desk, member))}>
              <summary>${t('composition.show')}</summary>
              ${memberTable(desk)}
            </details>`
    }
    ${
      review.acts.compose
        ? html`<p class="buttons">
            <wa-button
              variant=${members.length === 0 ? 'brand' : 'neutral'}
              appearance=${members.length === 0 ? 'accent' : 'outlined'}
              @click=${() => desk.ask(memberQuestion(desk, null))}
              >${icon('plus')} ${t('composition.add')}</wa-button
            >
          </p>`
        : nothing
    }
    ${isPrepared ? html`${hintList(desk)} ${absences(desk)}` : nothing}
  </section>`
}

function panelInWords(members: readonly PanelMember[]): string {
  const of = (part: PanelMember['part']) => members.filter((member) => member.part === part).length
  const kinds = (['member', 'substitute', 'observer'] as const).filter(
    (part) => part === 'member' || of(part) > 0,
  )
  return `${new Intl.ListFormat(locale(), { type: 'conjunction' }).format(
    kinds.map((part) => plural(`composition.count.${part}`, of(part))),
  )}.`
}

function memberTable(desk: Desk): TemplateResult {
  const { review } = desk
  const { members } = review.composition
  const { acts } = review
  const hasActs = acts.compose || acts.recuse || acts.standIn
  return html`<table class="rows seats">
    <thead>
      <tr>
        <th scope="col">${t('composition.name')}</th>
        <th scope="col">${t('composition.organisation')}</th>
        <th scope="col">${t('composition.perspective')}</th>
        <th scope="col">${t('composition.part')}</th>
        ${hasActs ? html`<td></td>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${members.map((member) => {
        const { code, name } = perspectiveNamed(review, member.perspective)
        return html`<tr>
          <th scope="row">
            ${member.name ?? t(isGone(members, member) ? 'composition.gone' : 'composition.nameless')}
            ${member.isMe ? html`<span class="here">${t('composition.me')}</span>` : nothing}
            ${member.email ? html`<span class="below quiet">${member.email}</span>` : nothing}
          </th>
          <td data-label=${t('composition.organisation')}>${member.organisation}</td>
          <td data-label=${t('composition.perspective')}>
            <span class="code" aria-hidden="true">${code}</span> ${name}
          </td>
          <td data-label=${t('composition.part')}>
            ${partInWords(desk, member)} ${recusalsOf(desk, member)} ${whatIfGone(desk, member)}
          </td>
          ${hasActs ? html`<td class="act">${seatActs(desk, member)}</td>` : nothing}
        </tr>`
      })}
    </tbody>
  </table>`
}

/** What is to be done about the place of somebody who is gone, as long as nothing has been. */
function whatIfGone({ review }: Desk, member: PanelMember): TemplateResult | typeof nothing {
  if (!isToBeSeenTo({ review }, member)) return nothing
  const what = review.acts.compose ? 'composition.goneBefore' : 'composition.goneOpen'
  return html`<p class="below gone">${t(what)}</p>`
}

/** Whether a place has lost its person, so that the panel would wait for somebody who never answers. */
function isToBeSeenTo({ review }: Pick<Desk, 'review'>, member: PanelMember): boolean {
  const { acts, composition } = review
  const { members } = composition
  if (!isGone(members, member)) return false
  if (acts.compose) return true
  const answers = member.part === 'member' || member.standsInFor !== null
  const isReplaced = members.some(({ standsInFor }) => standsInFor === member.id)
  return acts.recuse && answers && !isReplaced && !member.recusals.some(({ partId }) => partId === null)
}

function partInWords(
  { review }: Desk,
  { id, part, substituteFor, standsInFor }: PanelMember,
): TemplateResult {
  const { members } = review.composition
  const named = (memberId: string | null) => {
    const member = members.find((each) => each.id === memberId)
    return member && calledBy(review, member)
  }
  const replaced = named(substituteFor)
  const now = named(standsInFor)
  const substitute = members.find((each) => each.standsInFor === id)
  return html`${
    part === 'substitute' && replaced
      ? t('composition.substituteFor', { name: replaced })
      : t(`composition.is.${part}`)
  }
  ${now ? html`<span class="below"><b>${t('composition.standsIn', { name: now })}</b></span>` : nothing}
  ${
    substitute
      ? html`<span class="below"
          ><b>${t('composition.replacedBy', { name: calledBy(review, substitute) })}</b></span
        >`
      : nothing
  }`
}

function seatActs(desk: Desk, member: PanelMember): TemplateResult {
  const name = calledBy(desk.review, member)
  return html`${
    desk.review.acts.compose
      ? html`<button class="plain" @click=${() => desk.ask(memberQuestion(desk, member))}>
            ${t('composition.change')}<span class="sr"> ${name}</span>
          </button>
          <button class="plain" ?disabled=${desk.isBusy} @click=${() => remove(desk, member)}>
            ${t('composition.remove')}<span class="sr"> ${name}</span>
          </button>`
      : nothing
  }
  ${recusalActs(desk, member)} ${standInActs(desk, member)}`
}

function remove(desk: Desk, member: PanelMember): void {
  const { review } = desk
  const panel = composed(review.composition.members, { id: member.id, to: null })
  desk.act(() => composePanel(review.id, panel), t('composition.removed', { name: calledBy(review, member) }))
}

function hintList({ review }: Desk): TemplateResult | typeof nothing {
  const { hints, members } = review.composition
  if (hints.length === 0 || members.length === 0) return nothing
  return html`<div class="advice">
    <h3>${t('hint.heading')}</h3>
    <ul>
      ${hintsInWords(hints, review.perspectives).map((hint) => html`<li>${hint}</li>`)}
    </ul>
    <p class="hint">${t('hint.free')}</p>
  </div>`
}

/** What happens when somebody is not there: told to those to whom the panel is told at all. */
function absences({ review }: Desk): TemplateResult | typeof nothing {
  const { absences: found, members } = review.composition
  const isTold = review.acts.compose || review.acts.answerComposition
  const size = entitled(members, null).length
  if (!isTold || size === 0) return nothing
  return html`<div class="advice">
    <h3>${t('absence.heading')}</h3>
    <p>${absenceInWords(found, size, review.perspectives, locale())}</p>
  </div>`
}
