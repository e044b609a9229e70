import fc from 'fast-check'
import ICAL from 'ical.js'
import {
  writeCalendarFile,
  writeInvitation,
  type Invitation,
} from '../../../server/exchange/calendar/write-invitation.ts'

const meeting: Invitation = {
  method: 'request',
  uid: '0193c0de-7a11-7000-8000-000000000001@profiler.example',
  sequence: 0,
  startsAt: '2026-10-21T07:00:00.000Z',
  endsAt: '2026-10-21T10:30:00.000Z',
  stampedAt: '2026-10-01T12:00:00.000Z',
  summary: 'Panelmöte: Personlig assistent',
  description: 'Panelen möts.\nVideo: https://video.example/rum',
  location: 'Folkets hus, Sundsvall',
  url: 'https://profiler.example/panel/1',
  organizer: { name: 'Karin Ek', email: 'karin@nordvux.example' },
  attendee: { name: 'Åke Öst', email: 'ake@assistans.example' },
}

/** What another program reads in it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = calendar.getAllSubcomponents('vevent')
  const [event] = events
  if (!event || events.length > 1) throw new Error('not one event')
  const value = (name: string) => event.getFirstPropertyValue(name)
  const party = (name: string) => {
    const property = event.getFirstProperty(name)
    return { name: property?.getFirstParameter('cn'), address: property?.getFirstValue() }
  }
  const time = (name: string) => (value(name) as ICAL.Time).toJSDate().toISOString()
  return {
    properties: [...calendar.getAllProperties(), ...event.getAllProperties()].map(({ name }) => name).sort(),
    parts: calendar.getAllSubcomponents().length + event.getAllSubcomponents().length,
    method: calendar.getFirstPropertyValue('method'),
    uid: value('uid'),
    sequence: value('sequence'),
    startsAt: time('dtstart'),
    endsAt: time('dtend'),
    stampedAt: time('dtstamp'),
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    url: value('url'),
    status: value('status'),
    class: value('class'),
    organizer: party('organizer'),
    attendee: party('attendee'),
    asked: event.getFirstProperty('attendee')?.toJSON()[1],
  }
}

test('an invitation says to another program what it was given, and asks the one invited for an answer', () => {
  expect(read(writeInvitation(meeting))).toMatchObject({
    method: 'REQUEST',
    uid: meeting.uid,
    sequence: 0,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    stampedAt: meeting.stampedAt,
    summary: meeting.summary,
    description: meeting.description,
    location: meeting.location,
    url: meeting.url,
    status: 'CONFIRMED',
    class: 'PRIVATE',
    organizer: { name: 'Karin Ek', address: 'mailto:karin@nordvux.example' },
    attendee: { name: 'Åke Öst', address: 'MAILTO:ake@assistans.example' },
    asked: { role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: 'TRUE' },
  })
})

test('a cancellation is about the same meeting, later, and asks for nothing', () => {
  const { asked, ...cancelled } = read(writeInvitation({ ...meeting, method: 'cancel', sequence: 3 }))
  expect(cancelled).toMatchObject({ method: 'CANCEL', uid: meeting.uid, sequence: 3, status: 'CANCELLED' })
  expect(asked).not.toHaveProperty('rsvp')
})

test('a file to put in the calendar oneself invites nobody', () => {
  const { attendee: _, method: __, ...plain } = meeting
  const file = read(writeCalendarFile(plain))
  expect(file).toMatchObject({ method: 'PUBLISH', uid: meeting.uid, startsAt: meeting.startsAt })
  expect(file.properties).not.toContain('attendee')
})

test('times are universal, so that no calendar has to know any time zone', () => {
  const text = writeInvitation(meeting)
  expect(text).toContain('\r\nDTSTART:20261021T070000Z\r\n')
  expect(text).not.toMatch(/TZID|VTIMEZONE/u)
})

test('a meeting without a place has none', () => {
  expect(read(writeInvitation({ ...meeting, location: ' ' })).properties).not.toContain('location')
})

test.each([
  { words: 'Vård; omsorg, stöd: allt', why: 'signs that separate' },
  { words: String.raw`C:\profil\ny och \n som tecken`, why: 'backslashes' },
  { words: 'Arbetsförmedlingen på Åland, Ånge och Örebro '.repeat(12).trim(), why: 'å ä ö over many lines' },
  { words: 'Möte 👩🏽‍🦽👩‍👩‍👧‍👦 '.repeat(20).trim(), why: 'signs of many bytes' },
])('$why come out as they went in', ({ words }) => {
  const description = `${words}\n\n${words}`
  const text = writeInvitation({ ...meeting, summary: words, location: words, description })
  expect(read(text)).toMatchObject({ summary: words, location: words, description })
})

test.each([
  ['Ek, Karin; "Kia": chef', 'Ek, Karin; ’Kia’: chef'],
  ['Karin\r\nATTENDEE:mailto:alla@example.com', 'Karin ATTENDEE:mailto:alla@example.com'],
  [String.raw`Karin \ Ek`, 'Karin / Ek'],
  ['   ', 'ake@assistans.example'],
])('the name %j is read as %j', (name, expected) => {
  const { attendee } = read(writeInvitation({ ...meeting, attendee: { ...meeting.attendee, name } }))
  expect(attendee).toEqual({ name: expected, address: 'MAILTO:ake@assistans.example' })
})

test('a link with commas and semicolons leads to the same place', () => {
  const url = 'https://profiler.example/panel/a,b;c?d=1,2#e'
  const written = read(writeInvitation({ ...meeting, url })).url as string
  expect(decodeURIComponent(written)).toBe(url)
})

const NO_ADDRESS = 'an address is no mail address'
const NO_LINK = 'the link is no web address'
const NO_UID = 'other signs than letters, digits and .@-_'

test.each([
  { what: 'a uid with a line break', differing: { uid: 'x\r\nX-EVIL:1' }, why: NO_UID },
  { what: 'a uid of nothing', differing: { uid: '' }, why: NO_UID },
  { what: 'a link that is script', differing: { url: 'javascript:alert(1)' }, why: NO_LINK },
  { what: 'a link that leads nowhere', differing: { url: 'http://' }, why: NO_LINK },
  { what: 'no time', differing: { startsAt: 'onsdag' }, why: 'a time of the meeting is no time' },
  {
    what: 'two addresses in one',
    differing: { attendee: { name: 'Åke', email: 'a@b.example,c@d.example' } },
  },
  { what: 'a line break in it', differing: { organizer: { name: 'Karin', email: 'a@b.example\r\nX:1' } } },
  { what: 'no address', differing: { organizer: { name: 'Karin', email: '' } } },
])('an invitation with $what is not written', ({ differing, why = NO_ADDRESS }) => {
  expect(() => writeInvitation({ ...meeting, ...differing })).toThrow(why)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'Möte\r\nATTENDEE:mailto:alla@example.com',
    'x\nEND:VEVENT\nBEGIN:VEVENT\nUID:1',
    'x\rBEGIN:VALARM\rACTION:EMAIL\rEND:VALARM',
    'x\u2028DTSTART:20200101T000000Z',
    'x\u0085X-EVIL:1\u000bY\u000cZ\u0000',
    '";RSVP=FALSE;X="',
    String.raw`\;\,\n\N`,
    '\u202Egnol',
    '\ud800',
  ),
)

test('nothing that anybody writes adds a line of its own, and every line is short and ends as it should', () => {
  const plain = read(writeInvitation(meeting))
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (summary, description, place, name) => {
      const text = writeInvitation({
        ...meeting,
        summary,
        description: `x${description}`,
        location: `x${place}`,
        organizer: { ...meeting.organizer, name },
        attendee: { ...meeting.attendee, name },
      })
      const { properties, parts, uid, startsAt, attendee, asked } = read(text)
      expect({ properties, parts }).toEqual({ properties: plain.properties, parts: plain.parts })
      expect({ uid, startsAt }).toEqual({ uid: meeting.uid, startsAt: meeting.startsAt })
      expect(attendee.address).toBe(plain.attendee.address)
      expect(asked).toMatchObject({ rsvp: 'TRUE' })

      expect(text.endsWith('\r\n')).toBe(true)
      const lines = text.slice(0, -2).split('\r\n')
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
      expect(lines.filter((line) => /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]/u.test(line))).toEqual([])
    }),
  )
})
