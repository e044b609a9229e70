import { html, nothing, type TemplateResult } from 'lit'
import type { PanelMember } from '../../schemas/types.ts'
import { liftRecusal, recuseMember, standIn } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import type { Desk } from './desk.ts'
import { selectField, textField } from './fields.ts'
import { calledBy, whoCouldStandInFor } from './seats.ts'
import { partNamed } from './part-names.ts'

/** What somebody takes no position on, and why, with the way back. */
export function recusalsOf(desk: Desk, member: PanelMember): TemplateResult | typeof nothing {
  const { review } = desk
  if (member.recusals.length === 0) return nothing
  const name = calledBy(review, member)
  return html`<ul class="recusals">
    ${member.recusals.map(({ id, partId, reason }) => {
      return html`<li>
        <b>${fromWhat(desk, partId)}</b> ${reason}
        ${
          review.acts.recuse
            ? html`<button
                class="plain"
                ?disabled=${desk.isBusy}
                @click=${() =>
                  desk.act(() => liftRecusal(review.id, member.id, id), t('recusal.lifted', { name }))}
              >
                ${t('recusal.lift')}<span class="sr"> ${name}</span>
              </button>`
            : nothing
        }
      </li>`
    })}
  </ul>`
}

function fromWhat({ parts }: Desk, partId: string | null): string {
  if (partId === null) return t('recusal.ofAll')
  const number = parts.find(({ id }) => id === partId)?.number ?? ''
  return number === '' ? t('recusal.ofWhole') : t('recusal.ofModule', { number })
}

export function recusalActs(desk: Desk, member: PanelMember): TemplateResult | typeof nothing {
  if (!desk.review.acts.recuse || member.part === 'observer') return nothing
  return html`<button class="plain" @click=${() => askRecusal(desk, member)}>
    ${t('recusal.note')}<span class="sr"> ${calledBy(desk.review, member)}</span>
  </button>`
}

function askRecusal(desk: Desk, member: PanelMember): void {
  const { review, parts } = desk
  const name = calledBy(review, member)
  desk.ask({
    label: t('recusal.title', { name }),
    go: t('recusal.go'),
    fields: (fault) => html`
      <p>${t('recusal.help')}</p>
      ${selectField({
        name: 'part',
        label: t('recusal.what'),
        value: '',
        choices: [
          ['', t('recusal.whole')],
          ...parts.map(({ id }) => [id, partNamed(desk, id) ?? ''] as const),
        ],
      })}
      ${textField({ name: 'reason', label: t('recusal.reason'), maxlength: 1000, fault: fault('reason') })}
    `,
    faultsIn: (written) => new Map(written('reason') === '' ? [['reason', t('recusal.reasonMissing')]] : []),
    send: async (written) => {
      const partId = written('part') || null
      await recuseMember(review.id, member.id, { partId, reason: written('reason') })
      return t('recusal.noted', { name })
    },
  })
}

/** A substitute comes in for a member, or the member comes back. */
export function standInActs(desk: Desk, member: PanelMember): TemplateResult | typeof nothing {
  const { review } = desk
  const { members } = review.composition
  if (!review.acts.standIn || member.part !== 'member') return nothing
  const name = calledBy(review, member)
  const substitute = members.find(({ standsInFor }) => standsInFor === member.id)
  if (substitute) {
    return html`<button
      class="plain"
      ?disabled=${desk.isBusy}
      @click=${() => desk.act(() => standIn(review.id, member.id, null), t('standIn.back', { name }))}
    >
      ${t('standIn.comeBack')}<span class="sr"> ${name}</span>
    </button>`
  }
  const choices = whoCouldStandInFor(members, member)
  if (choices.length === 0) return nothing
  return html`<button
    class="plain"
    @click=${() =>
      desk.ask({
        label: t('standIn.title', { name }),
        go: t('standIn.go'),
        fields: () => html`
          <p>${t('standIn.help', { name })}</p>
          ${selectField({
            name: 'substitute',
            label: t('standIn.who'),
            value: choices[0]?.id ?? '',
            choices: choices.map((each) => [each.id, calledBy(review, each)]),
          })}
        `,
        send: async (written) => {
          await standIn(review.id, member.id, written('substitute'))
          return t('standIn.done', { name })
        },
      })}
  >
    ${t('standIn.let')}<span class="sr"> ${name}</span>
  </button>`
}
