import type { MailValues } from '../../server/mail/mail-parts.ts'
import type { MailKind } from '../../server/storage/people-port.ts'

const title = 'Personlig assistent'
const page = 'https://profiler.example/panel/1'
const address = 'https://profiler.example/logga-in/abc_DEF-123'

/** What a summons is written from. */
export const SUMMONS = {
  title,
  when: 'onsdag 21 oktober 2026 kl. 9.00–12.30',
  place: 'Folkets hus, Sundsvall',
  video: 'https://video.example/rum',
  material: 'Hela utkastet\nBeslutet från omgång 1',
  answerBy: 'måndag 12 oktober 2026',
  address,
  days: '14',
  uid: '0193c0de-0001@profiler.example',
  sequence: '2',
  startsAt: '2026-10-21T07:00:00.000Z',
  endsAt: '2026-10-21T10:30:00.000Z',
  stampedAt: '2026-10-01T12:00:00.000Z',
  organizerName: 'Karin Ek',
  organizerEmail: 'karin@nordvux.example',
  attendeeName: 'Åke Öst',
  attendeeEmail: 'ake@assistans.example',
  page,
}

type Row = { readonly kind: MailKind; readonly values: MailValues }

/** One of each mail of a panel, and of each outcome. */
export const PANEL_MAILS: readonly Row[] = [
  { kind: 'summons', values: SUMMONS },
  { kind: 'summons-changed', values: { ...SUMMONS, changed: 'when video' } },
  { kind: 'summons-cancelled', values: SUMMONS },
  {
    kind: 'panel-reminder',
    values: {
      title,
      left: 'två moduler och fem kriterier',
      minutes: '20',
      when: SUMMONS.when,
      address,
      days: '7',
    },
  },
  {
    kind: 'panel-reminder',
    values: {
      title,
      asks: 'summons',
      when: SUMMONS.when,
      answerBy: SUMMONS.answerBy,
      address,
      days: '7',
    },
  },
  { kind: 'composition-proposed', values: { title, count: '9', address: page } },
  ...['approved', 'changes'].map((outcome): Row => ({
    kind: 'composition-answered',
    values: { title, outcome, address: page },
  })),
  ...['1', '2'].map((round): Row => ({
    kind: 'review-opened',
    values: { title, round, minutes: '60', answerBy: SUMMONS.answerBy, address, days: '14' },
  })),
  ...['1', '3'].map((count): Row => ({ kind: 'remark-settled', values: { title, count, address: page } })),
  ...['look', 'review'].map((kind): Row => ({
    kind: 'review-due',
    values: { title, version: '1.1.0', when: '1 mars 2027', kind, address: page },
  })),
  ...['approved', 'approvedEditorial', 'changesRequested', 'declined'].map((outcome): Row => ({
    kind: 'panel-decided',
    values: { title, outcome, address: page },
  })),
]
