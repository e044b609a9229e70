import type { LoggedEvent, NamedLogEntry } from '../../schemas/types.ts'
import { t } from '../i18n/people.ts'
import { roleName, scopeName } from './role-in-words.ts'

/** An erased person is known by nothing but this; the last signs are enough to know one from another. */
const SHOWN_OF_PSEUDONYM = 8

/** What organisations and profiles are called, by their ids; one that is gone has no name any more. */
export type Names = ReadonlyMap<string, string>

/** What an entry of the log says, as the end of a sentence that begins with who did it: "gav Amina rollen redaktör". */
export function eventInWords({ entry, personName }: NamedLogEntry, names: Names): string {
  const { event } = entry
  const person = personOf(event, personName)
  return t(`log.kinds.${event.kind}`, { ...detailsOf(event, person, names), person })
}

/** A person's name, or where it is erased, the end of the pseudonym. */
export function nameOr(name: string | null, pseudonym: string): string {
  return name ?? t('log.erasedWith', { pseudonym: pseudonym.slice(-SHOWN_OF_PSEUDONYM) })
}

function personOf(event: LoggedEvent, name: string | null): string {
  const id = 'forPerson' in event ? event.forPerson : null
  return id === null ? '' : nameOr(name, id)
}

function detailsOf(event: LoggedEvent, person: string, names: Names): Record<string, string | number> {
  switch (event.kind) {
    case 'item-amended':
    case 'item-added':
    case 'item-removed':
    case 'item-moved':
      return { item: t(`log.items.${event.itemKind}`) }
    case 'edition-published':
      return { version: event.version }
    case 'draft-started':
      return { version: event.basedOn }
    case 'change-explained':
      return { number: event.of }
    case 'signed-in':
      return { by: event.by ? t(`log.by.${event.by}`) : '' }
    case 'person-amended':
      return { fields: event.fields.map((each) => t(`log.fields.${each}`)).join(', ') }
    case 'role-granted':
    case 'role-withdrawn':
      return {
        role: roleName(event.role),
        scope: names.get(event.scope.id ?? '') ?? scopeName(event.scope.kind),
      }
    case 'organisation-created':
    case 'organisation-amended':
    case 'organisation-removed':
      return { organisation: names.get(event.organisationId) ?? t('log.organisation') }
    case 'person-erased':
      return { pseudonym: event.forPerson.slice(-SHOWN_OF_PSEUDONYM) }
    case 'settings-changed':
      return { fields: event.fields.map(settingInWords).join(', ') }
    case 'panel-act':
      return { act: t(`log.panelActs.${event.act}`) }
    case 'personal-data-read':
      return { what: t(`log.reads.${event.what}`, { person }) }
    case 'mail-queued':
      return { kind: t(`log.mails.${event.mailKind}`) }
    case 'job-run':
      return { job: t(`log.jobs.${event.job}`) }
    case 'data-expired':
      return { people: 0, mails: 0, secrets: 0, names: 0, ...event.counts }
    default:
      return {}
  }
}

const SETTINGS = [
  'name',
  'thirdCategory',
  'outcomeStem',
  'perspectives',
  'panelSize',
  'passwords',
  'retention',
  'logo',
] as const

function settingInWords(field: string): string {
  const known = SETTINGS.find((each) => each === field)
  return known ? t(`log.settings.${known}`) : field
}
