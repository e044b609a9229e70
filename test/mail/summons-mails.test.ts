import ICAL from 'ical.js'
import { compose } from '../../server/mail/compose.ts'
import type { MailValues } from '../../server/mail/mail-parts.ts'
import { SUMMONS } from './panel-values.ts'

type Kind = 'summons' | 'summons-changed' | 'summons-cancelled'

const installation = { name: 'Yrkesprofiler Väst', baseUrl: 'https://profiler.example', contactEmail: '' }
const write = (kind: Kind, values: MailValues = {}, locale: 'sv' | 'en' = 'sv') =>
  compose(kind, locale, { ...SUMMONS, changed: '', ...values }, installation)

function onCalendar({ calendar }: ReturnType<typeof write>) {
  const read = new ICAL.Component(ICAL.parse(calendar?.content ?? '') as unknown[])
  const event = read.getFirstSubcomponent('vevent')
  const value = (name: string) => event?.getFirstPropertyValue(name)
  return {
    method: read.getFirstPropertyValue('method'),
    ...Object.fromEntries(
      ['uid', 'sequence', 'summary', 'location', 'description', 'url', 'status'].map((name) => [
        name,
        value(name),
      ]),
    ),
  }
}

test('a summons says what, when, where and what to read, and brings the meeting for the calendar', () => {
  const mail = write('summons')
  expect(mail.subject).toBe('Kallelse till panelmöte: Personlig assistent')
  expect(mail.text).toContain(`Du är kallad till panelens möte om yrkesprofilen Personlig assistent.

- När: onsdag 21 oktober 2026 kl. 9.00–12.30
- Var: Folkets hus, Sundsvall
- Video: https://video.example/rum
- Svara senast: måndag 12 oktober 2026

Inför mötet:

- Hela utkastet
- Beslutet från omgång 1

Tacka ja eller nej:
https://profiler.example/logga-in/abc_DEF-123
`)
  expect(mail.calendar?.method).toBe('request')
  expect(onCalendar(mail)).toEqual({
    method: 'REQUEST',
    uid: SUMMONS.uid,
    sequence: 2,
    summary: 'Panelmöte: Personlig assistent',
    location: 'Folkets hus, Sundsvall',
    description: [
      'Panelen möts om yrkesprofilen Personlig assistent.',
      'Video: https://video.example/rum',
      'Inför mötet:',
      'Hela utkastet',
      'Beslutet från omgång 1',
      'Tacka ja eller nej: https://profiler.example/panel/1',
    ].join('\n'),
    url: 'https://profiler.example/panel/1',
    status: 'CONFIRMED',
  })
})

test('what a summons has nothing to say of stands nowhere, and a meeting by video alone is there', () => {
  const mail = write('summons', { place: '', material: ' \n', answerBy: '' })
  expect(mail.text).not.toMatch(/Var:|Inför|Svara senast/u)
  expect(onCalendar(mail)).toMatchObject({ location: 'https://video.example/rum' })
  const neither = write('summons', { place: '', video: '' })
  expect(neither.text).not.toContain('Video')
  expect(onCalendar(neither)).toMatchObject({ location: null })
})

test.each(['summons', 'summons-changed', 'summons-cancelled'] as const)(
  'the calendar of %s does not have the link that signs its reader in',
  (kind) => {
    const { text, calendar } = write(kind)
    expect(text).toContain('/logga-in/')
    expect(calendar?.content.replaceAll('\r\n ', '')).not.toContain('logga-in')
  },
)

test('a change begins with what is new', () => {
  const { subject, text } = write('summons-changed', { changed: 'when video' })
  expect(subject).toBe('Ändrat panelmöte: Personlig assistent')
  expect(text).toContain(`Det här är nytt:

- När: onsdag 21 oktober 2026 kl. 9.00–12.30
- Video: https://video.example/rum

Det här gäller som förut:

- Var: Folkets hus, Sundsvall
- Svara senast: måndag 12 oktober 2026

Inför mötet:
`)
})

test.each([
  { changed: 'material', order: [/Inför mötet:/u, /gäller som förut:/u, /När:/u] },
  {
    changed: 'place',
    order: [/Det här är nytt:/u, /Var:/u, /gäller som förut:/u, /När:/u, /Inför mötet:/u],
  },
  { changed: '', order: [/gäller nu:/u, /När:/u, /Inför mötet:/u] },
])('when ”$changed” is new the mail says $order, in that order', ({ changed, order }) => {
  const { text } = write('summons-changed', { changed })
  const places = order.map((words) => text.search(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a cancellation says that what was answered is kept, and takes the meeting out of the calendar', () => {
  const mail = write('summons-cancelled', { sequence: '3' })
  expect(mail.subject).toBe('Inställt panelmöte: Personlig assistent')
  expect(mail.text).toContain('Dina svar och synpunkter finns kvar.')
  expect(mail.calendar?.method).toBe('cancel')
  expect(onCalendar(mail)).toMatchObject({
    method: 'CANCEL',
    uid: SUMMONS.uid,
    sequence: 3,
    summary: 'Inställt panelmöte: Personlig assistent',
    description:
      'Panelmötet om yrkesprofilen Personlig assistent är inställt.\nPanelens sida: https://profiler.example/panel/1',
    status: 'CANCELLED',
  })
})

test('the calendar speaks the language of the mail', () => {
  expect(onCalendar(write('summons', {}, 'en'))).toMatchObject({
    summary: 'Panel meeting: Personlig assistent',
  })
})

test.each([
  { video: 'https://video.example/rum?a=1&b=2', link: 'href="https://video.example/rum?a=1&amp;b=2"' },
  { video: 'Koden är 1234 (https://video.example/rum).', link: 'href="https://video.example/rum"' },
  { video: 'javascript:alert(1)', link: undefined },
  { video: 'Ring 08-123 45 67', link: undefined },
  { video: 'https://"onclick=x', link: undefined },
])('what can be pressed in ”$video” is $link', ({ video, link }) => {
  const { html } = write('summons', { video, material: '' })
  const pressed = [...html.matchAll(/<li>Video: .*?<\/li>/gu)].flatMap(
    ([item]) => item.match(/href="[^"]*"/gu) ?? [],
  )
  expect(pressed).toEqual(link === undefined ? [] : [link])
})
