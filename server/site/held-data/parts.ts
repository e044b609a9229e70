import type { GrantedRole, LoggedEvent, PersonalData } from '../../../schemas/types.ts'
import { text } from '../../i18n/text.ts'
import type { MailKind, MailStatus, SignInMethod } from '../../storage/people-port.ts'
import { html, type Part } from '../html.ts'
import { factList } from '../profile/facts.ts'
import type { Say } from '../say.ts'
import type { TextKey } from '../texts.ts'
import { NONE, type HeldTable } from './held-table.ts'
import { panelTables } from './panel-parts.ts'

/** Who it is, name by name. */
export function factsAbout(say: Say, { person, hasPassword }: PersonalData): Part {
  const yesOrNo = (answer: boolean) => say.text(answer ? 'held.yes' : 'held.no')
  const none = say.text('held.none')
  return factList([
    [say.text('held.name'), person.name],
    [say.text('held.email'), person.email ?? none],
    [say.text('held.organisation'), person.organisation?.name ?? none],
    [say.text('held.locale'), say.language(person.locale)],
    [say.text('held.hasPassword'), yesOrNo(hasPassword)],
    [say.text('held.secondStep'), yesOrNo(person.secondStep)],
    [say.text('held.createdAt'), say.moment(person.createdAt)],
    [
      say.text('held.lastSignedInAt'),
      person.lastSignedInAt === null ? say.text('held.never') : say.moment(person.lastSignedInAt),
    ],
    [say.text('held.id'), html`<code>${person.id}</code>`],
  ])
}

/** Everything else, in the order in which people ask for it. `whose` heads the column of what they have done themself. */
export function tablesOf(say: Say, data: PersonalData, whose: TextKey): HeldTable[] {
  const at = (moment: string | null) => (moment === null ? say.text('held.never') : say.moment(moment))
  return [
    {
      kind: 'roles',
      columns: ['held.role', 'held.since'],
      rows: data.person.roles.map((role) => [roleInWords(say, role), at(role.grantedAt)]),
    },
    {
      kind: 'sessions',
      columns: ['held.device', 'held.method', 'held.since', 'held.lastUsed', 'held.ends'],
      rows: data.sessions.map(({ device, by, createdAt, lastSeenAt, expiresAt }) => [
        device || say.text('held.unknownDevice'),
        say.text(`held.methods.${by as SignInMethod}`),
        at(createdAt),
        at(lastSeenAt),
        at(expiresAt),
      ]),
    },
    {
      kind: 'passkeys',
      columns: ['held.name', 'held.since', 'held.lastUsed'],
      rows: data.passkeys.map(({ name, createdAt, lastUsedAt }) => [name, at(createdAt), at(lastUsedAt)]),
    },
    {
      kind: 'identities',
      columns: ['held.issuer', 'held.subject', 'held.since'],
      rows: data.identities.map(({ issuer, subject, connectedAt }) => [issuer, subject, at(connectedAt)]),
    },
    {
      kind: 'mails',
      columns: ['held.about', 'held.queued', 'held.sent', 'held.status'],
      rows: data.mails.map(({ kind, status, createdAt, sentAt }) => [
        say.text(`held.mailKinds.${kind as MailKind}`),
        at(createdAt),
        at(sentAt),
        say.text(`held.mailStatus.${status as MailStatus}`),
      ]),
    },
    ...panelTables(say, data.panels),
    {
      kind: 'log',
      columns: ['held.when', 'held.event', whose, 'held.profile'],
      rows: data.log.map((entry) => [
        at(entry.at),
        // The cast says that the catalogue knows every kind there is, or this would not compile.
        say.text(`events.${entry.kind as LoggedEvent['kind']}`),
        say.text(entry.byThem ? 'held.yes' : 'held.no'),
        entry.profile ?? NONE,
      ]),
    },
  ]
}

function roleInWords({ locale }: Say, { role, scope, reaches }: GrantedRole): string {
  const name = text(locale, `roles.${role}`)
  return scope.kind === 'everything'
    ? name
    : text(locale, 'roles.for', { role: name, reaches: reaches ?? '–' })
}
