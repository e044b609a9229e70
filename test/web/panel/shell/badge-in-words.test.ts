import { badge } from '../../../../web/workshop/board/badge.ts'
import type { OutboxState } from '../../../../web/panel/acts/act-outbox.ts'
import type { KeptAct } from '../../../../web/panel/acts/act.ts'
import { whereaboutsOf } from '../../../../web/panel/acts/outbox-whereabouts.ts'
import { badgeInWords } from '../../../../web/panel/shell/badge-in-words.ts'
import { Refused } from '../world.ts'

const NOW = Date.parse('2026-09-14T12:32:00Z')
const ago = (minutes: number) => NOW - minutes * 60_000

const act = (id: string, more: Partial<KeptAct> = {}, madeAt = ago(2)): KeptAct => ({
  id,
  reviewId: 'r',
  personId: 'anna',
  kind: 'position',
  method: 'POST',
  path: '/',
  body: { id },
  madeAt: new Date(madeAt).toISOString(),
  isTried: true,
  hasArrived: false,
  refusal: null,
  ...more,
})
const [one, two, three] = [act('1'), act('2'), act('3')]
const calm: OutboxState = {
  acts: [],
  unkept: new Set(),
  hindrance: null,
  apartSince: null,
  takenAt: null,
}
const apart = (minutes: number) => ({ hindrance: 'no-answer', apartSince: ago(minutes) }) as const
const refused = act('4', { refusal: new Refused(409).problem })

test.each<[string, Partial<OutboxState>, string, string]>([
  ['nothing has been done here', {}, 'ok', 'Sparat'],
  [
    'the server took the last of it',
    { acts: [act('1', { hasArrived: true })], takenAt: NOW },
    'ok',
    `Sparat ${new Intl.DateTimeFormat('sv', { hour: '2-digit', minute: '2-digit' }).format(NOW).replace(':', '.')}`,
  ],
  ['an answer is on its way', { acts: [act('1', {}, NOW - 100)] }, 'calm', 'Sparar …'],
  ['the server is slow', { acts: [one, two, three] }, 'calm', '3 ändringar väntar'],
  ['the network has just gone', { acts: [one], ...apart(0.5) }, 'wait', 'Sparat i telefonen, 1 väntar'],
  [
    'the network has been gone for long',
    { acts: [one, two, three], ...apart(4.5) },
    'wait',
    'Utan nät i 4 minuter, 3 väntar',
  ],
  ['nothing waits, without a network', apart(1), 'wait', 'Utan nät i 1 minut'],
  ['the session has ended', { acts: [one], hindrance: 'signed-out' }, 'wait', 'Sparat i telefonen, 1 väntar'],
  ['the session has ended, and nothing waits', { hindrance: 'signed-out' }, 'ok', 'Sparat'],
  ['the server cannot just now', { acts: [one, two], hindrance: 'not-now' }, 'calm', '2 ändringar väntar'],
  [
    'neither device nor server has it',
    { acts: [one], unkept: new Set(['1']), ...apart(0) },
    'bad',
    'Kan inte spara. Stäng inte sidan.',
  ],
  ['the server has said no', { acts: [refused] }, 'bad', 'Kunde inte spara. Texten finns kvar.'],
  [
    'the server has said no to one, and others wait',
    { acts: [refused, one, two] },
    'calm',
    '2 ändringar väntar',
  ],
])('when %s', (_when, state, tone, words) => {
  const outbox = { ...calm, ...state }
  const said = badgeInWords({
    badge: badge(whereaboutsOf(outbox), NOW),
    refused: outbox.acts.filter(({ refusal }) => refusal !== null).length,
    takenAt: outbox.takenAt,
    isPhone: true,
  })
  expect([said.tone, said.long]).toEqual([tone, words])
})
