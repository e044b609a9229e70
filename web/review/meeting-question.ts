import { html } from 'lit'
import type { PanelMeeting, PlanMeeting } from '../../schemas/types.ts'
import { changeMeeting, planMeeting } from '../api/reviews.ts'
import { t } from '../i18n/review.ts'
import { inSweden, momentInSweden } from '../i18n/swedish-time.ts'
import type { Desk } from './desk.ts'
import type { Faults, Written } from './dialog-form.ts'
import { lineField, textField } from './fields.ts'

/** Plans a meeting, or changes the plan of one: those who have been summoned are told. */
export function askMeeting(desk: Desk, meeting: PanelMeeting | null): void {
  const { review } = desk
  const [from, to] = meeting ? [inSweden(meeting.startsAt), inSweden(meeting.endsAt)] : []
  desk.ask({
    label: t(meeting ? 'meetings.changeTitle' : 'meetings.planTitle'),
    go: t(meeting ? 'meetings.save' : 'meetings.planGo'),
    fields: (fault) => html`
      ${meeting?.summonedAt ? html`<p>${t('meetings.changeHelp')}</p>` : html`<p>${t('meetings.planHelp')}</p>`}
      ${lineField({ name: 'day', type: 'date', label: t('meetings.day'), value: from?.day ?? '', fault: fault('day') })}
      <div class="two">
        ${lineField({ name: 'from', type: 'time', label: t('meetings.from'), value: from?.time ?? '09:00', fault: fault('from') })}
        ${lineField({ name: 'to', type: 'time', label: t('meetings.to'), value: to?.time ?? '12:00', fault: fault('to') })}
      </div>
      ${lineField({ name: 'place', label: t('meetings.place'), value: meeting?.place ?? '', maxlength: 200 })}
      ${lineField({
        name: 'video',
        type: 'url',
        label: t('meetings.videoLink'),
        hint: t('meetings.videoHint'),
        value: meeting?.video ?? '',
        maxlength: 500,
        fault: fault('video'),
      })}
      ${textField({
        name: 'material',
        label: t('meetings.material'),
        hint: t('meetings.materialHint'),
        value: meeting?.material ?? '',
        maxlength: 4000,
      })}
      ${lineField({
        name: 'answerBy',
        type: 'date',
        label: t('meetings.answerByLabel'),
        hint: t('meetings.answerByHint'),
        value: meeting?.answerBy ?? '',
        fault: fault('answerBy'),
      })}
    `,
    faultsIn: meetingFaults,
    send: async (written) => {
      const plan = planWritten(written)
      if (!plan) return ''
      if (meeting) await changeMeeting(review.id, meeting.id, plan)
      else await planMeeting(review.id, plan)
      return t(
        meeting ? (meeting.summonedAt ? 'meetings.didChangeTold' : 'meetings.didChange') : 'meetings.didPlan',
      )
    },
  })
}

/** What has to be mended before a meeting can be planned. */
export function meetingFaults(written: Written): Faults {
  const [day, from, to] = [written('day'), written('from'), written('to')]
  const answerBy = written('answerBy')
  const video = written('video')
  const faults: readonly (readonly [string, boolean, string])[] = [
    ['day', day === '', t('meetings.fault.day')],
    ['from', from === '', t('meetings.fault.from')],
    ['to', to === '', t('meetings.fault.to')],
    ['to', from !== '' && to !== '' && to <= from, t('meetings.fault.order')],
    ['video', video !== '' && !/^https:\/\/\S+$/u.test(video), t('meetings.fault.video')],
    ['answerBy', day !== '' && answerBy > day, t('meetings.fault.answerBy')],
  ]
  return new Map(faults.filter(([, isSo]) => isSo).map(([name, , words]) => [name, words]))
}

/** The plan that was written, by Swedish clocks; null where it has no times. */
export function planWritten(written: Written): PlanMeeting | null {
  const day = written('day')
  const startsAt = momentInSweden({ day, time: written('from') })
  const endsAt = momentInSweden({ day, time: written('to') })
  if (startsAt === null || endsAt === null) return null
  const [place, video, material] = [written('place'), written('video'), written('material')]
  return { startsAt, endsAt, place, video, material, answerBy: written('answerBy') || null }
}
