import type { LoggedEvent, NamedLogEntry } from '../../../schemas/types.ts'
import { id } from '../../support/build-profile.ts'
import { eventInWords } from '../../../web/people/event-in-words.ts'

const forPerson = id('amina')
const names = new Map([
  [id('assistent'), 'Personlig assistent'],
  [id('radet'), 'Assistansrådet'],
])
const logged = (event: LoggedEvent, personName: string | null = 'Amina'): NamedLogEntry => ({
  entry: {
    seq: 1,
    at: '2026-11-23T02:00:00.000Z',
    actor: id('karin'),
    profileId: null,
    event,
    because: null,
    previousHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  },
  actorName: 'Karin',
  personName,
  profileSlug: null,
})

test.each<[LoggedEvent, string]>([
  [{ kind: 'person-invited', forPerson }, 'registrerade Amina'],
  [
    { kind: 'role-granted', forPerson, role: 'editor', scope: { kind: 'everything', id: null } },
    'gav Amina rollen redaktör för allt',
  ],
  [
    { kind: 'role-withdrawn', forPerson, role: 'reader', scope: { kind: 'profile', id: id('p') } },
    'tog bort rollen läsare för en profil från Amina',
  ],
  [
    { kind: 'role-granted', forPerson, role: 'reader', scope: { kind: 'profile', id: id('assistent') } },
    'gav Amina rollen läsare för Personlig assistent',
  ],
  [{ kind: 'organisation-created', organisationId: id('radet') }, 'lade till Assistansrådet'],
  [{ kind: 'organisation-removed', organisationId: id('gone') }, 'tog bort en organisation'],
  [
    { kind: 'person-amended', forPerson, fields: ['name', 'email'] },
    'ändrade uppgifter om Amina: namn, e-post',
  ],
  [{ kind: 'personal-data-read', what: 'everything', forPerson }, 'läste allt som finns om Amina'],
  [{ kind: 'personal-data-read', what: 'people', forPerson: null }, 'läste listan över personer'],
  [{ kind: 'mail-queued', forPerson, mailKind: 'invitation' }, 'lade en inbjudan till Amina i utkorgen'],
  [{ kind: 'settings-changed', fields: ['logo', 'name'] }, 'ändrade inställningar: logotyp, namn'],
  [{ kind: 'signed-in', by: 'passkey' }, 'loggade in med nyckel'],
  [{ kind: 'signed-in' }, 'loggade in'],
  [
    { kind: 'data-expired', counts: { mails: 3 } },
    'tog bort gamla uppgifter: personer 0, mejl 3, länkar och inloggningar 0, deltagares namn 0',
  ],
])('%j is told as: %s', (event, words) => {
  expect(eventInWords(logged(event), names).trim()).toBe(words)
})

test('an erased person is known by the end of the pseudonym alone', () => {
  const words = (event: LoggedEvent) => eventInWords(logged(event, null), names)
  const pseudonym = forPerson.slice(-8)
  expect(words({ kind: 'person-erased', forPerson })).toBe(`raderade en person (…${pseudonym})`)
  expect(words({ kind: 'person-invited', forPerson })).toBe(`registrerade en raderad person (…${pseudonym})`)
})
