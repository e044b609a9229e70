import { html, nothing, type TemplateResult } from 'lit'
import type { PanelMeeting, PanelMember, Review } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'
import { addressOf } from '../../router.ts'
import { icon } from '../../ui/icon.ts'
import { calledBy, isGone, perspectiveNamed } from '../seats.ts'
import { asAnswered, isPresent } from './who-is-here.ts'

type Speaking = {
  readonly review: Review
  readonly meeting: PanelMeeting
  /** Null where the reader does not run the meeting. */
  readonly change: ((speakers: string[]) => void) | null
}

/** Who has asked to speak, in order; the first has the floor. */
export function speakersList({ review, meeting, change }: Speaking): TemplateResult {
  const { members } = review.composition
  const { speakers } = meeting
  const waiting = speakers.flatMap((id) => members.filter((member) => member.id === id))
  const others = members.filter(
    (member) =>
      !speakers.includes(member.id) && isPresent(meeting, member.id) !== false && !isGone(members, member),
  )
  return html`<section class="speakers" aria-labelledby="speakers-heading">
    <h2 id="speakers-heading">${t('room.speakers.heading')}</h2>
    ${
      waiting.length === 0
        ? html`<p class="quiet">${t('room.speakers.none')}</p>`
        : html`<ol>
            ${waiting.map(
              (member, at) =>
                html`<li class=${at === 0 ? 'has-floor' : ''}>
                  <span
                    >${calledBy(review, member)}${at === 0 ? html` <small>${t('room.speakers.floor')}</small>` : nothing}</span
                  >
                  ${
                    change
                      ? html`<button
                          class="plain"
                          @click=${() => change(speakers.filter((id) => id !== member.id))}
                        >
                          ${icon('x')}<span class="sr"
                            >${t('room.speakers.remove', { name: calledBy(review, member) })}</span
                          >
                        </button>`
                      : nothing
                  }
                </li>`,
            )}
          </ol>`
    }
    ${
      change
        ? html`<p class="joined">
            <label class="sr" for="new-speaker">${t('room.speakers.add')}</label>
            <select
              id="new-speaker"
              @change=${({ target }: Event) => {
                const select = target as HTMLSelectElement
                if (select.value !== '') change([...speakers, select.value])
                select.value = ''
              }}
            >
              <option value="">${t('room.speakers.add')}</option>
              ${others.map((member) => html`<option value=${member.id}>${calledBy(review, member)}</option>`)}
            </select>
            ${
              waiting.length > 1
                ? html`<wa-button appearance="outlined" @click=${() => change(speakers.slice(1))}
                    >${t('room.speakers.next')}</wa-button
                  >`
                : nothing
            }
          </p>`
        : nothing
    }
  </section>`
}

type Presence = {
  readonly review: Review
  readonly meeting: PanelMeeting
  readonly slug: string
  readonly note: ((noted: ReadonlyMap<string, boolean>) => void) | null
}

/** Who is here: said of each, beginning with what they have answered to the summons. */
export function presenceList({ review, meeting, slug, note }: Presence): TemplateResult {
  const { members } = review.composition
  const here = members.filter(({ id }) => isPresent(meeting, id) === true).length
  const answered = asAnswered(meeting)
  const isNoted = members.some(({ id }) => isPresent(meeting, id) !== null)
  return html`<details class="presence" ?open=${!isNoted}>
    <summary>
      ${icon('chevron-right', 'turns')}
      <h2>${t('room.presence.heading')}</h2>
      <span class="quiet">${t('room.presence.count', { count: here, of: members.length })}</span>
    </summary>
    ${
      note && answered.size > 0
        ? html`<p>
            <wa-button appearance="outlined" size="s" @click=${() => note(answered)}
              >${t('room.presence.asAnswered')}</wa-button
            >
          </p>`
        : nothing
    }
    <ul>
      ${members.map((member) => presenceRow(review, meeting, member, note))}
    </ul>
    ${
      note
        ? html`<p class="hint">
            ${t('room.presence.substitutes')}
            <a href=${addressOf({ page: 'review', slug })}>${t('room.presence.toPanel')}</a>
          </p>`
        : nothing
    }
  </details>`
}

function presenceRow(
  review: Review,
  meeting: PanelMeeting,
  member: PanelMember,
  note: Presence['note'],
): TemplateResult {
  const { id, perspective, part } = member
  const { code, name } = perspectiveNamed(review, perspective)
  const is = isPresent(meeting, id)
  const isErased = isGone(review.composition.members, member)
  const answer = meeting.attendance.find(({ memberId }) => memberId === id)?.answer ?? null
  const button = (isHere: boolean) =>
    html`<button
      aria-pressed=${is === isHere ? 'true' : 'false'}
      @click=${() => note?.(new Map([[id, isHere]]))}
    >
      ${t(isHere ? 'room.presence.here' : 'room.presence.away')}<span class="sr">
        ${calledBy(review, member)}</span
      >
    </button>`
  return html`<li>
    <span class="who"
      ><abbr class="code" title=${name}>${code}</abbr>
      <span
        >${calledBy(review, member)}
        <small>${isErased ? t('composition.gone') : seatAndAnswer(part, is, answer)}</small></span
      ></span
    >
    ${
      note && !isErased
        ? html`<span class="here-away">${button(true)}${button(false)}</span>`
        : html`<span class="quiet"
            >${is === null ? nothing : t(is ? 'room.presence.here' : 'room.presence.away')}</span
          >`
    }
  </li>`
}

type Attendance = PanelMeeting['attendance'][number]

/** Their part, where it is not a member's, and what they have answered, until it is known whether they came. */
function seatAndAnswer(part: PanelMember['part'], is: boolean | null, answer: Attendance['answer']): string {
  const seat = part === 'member' ? [] : [t(`room.seat.${part}`)]
  return [...seat, ...(is === null ? [t(`room.answer.${answer ?? 'none'}`)] : [])].join(', ')
}
