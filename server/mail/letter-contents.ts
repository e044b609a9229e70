import type { Role } from '../../schemas/types.ts'
import type { Locale } from '../i18n/catalogue.ts'
import { text } from '../i18n/text.ts'
import type { Setup } from '../installation.ts'
import type { StoredMail } from '../storage/people-port.ts'
import type { Deps } from '../usecases/deps.ts'
import { describePerson } from '../usecases/people/describe-people.ts'
import { LINK_LASTS, makeLink } from '../usecases/people/sign-in-link.ts'
import { panelLetter } from './panel-letter.ts'
import type { MailContents } from './post-office.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * What goes into a mail at the moment when it is sent: the address and the name as they are then, and a link that is
 * made for it. Undefined when the person is gone or has no address; `moot` when there is nothing to tell any more.
 */
export async function letterContents(
  deps: Deps,
  setup: Setup,
  { personId, kind, locale, about }: StoredMail,
): Promise<MailContents | 'moot' | undefined> {
  return deps.storage.write(async (stores) => {
    const person = await stores.people.find(personId)
    if (!person?.email) return undefined
    const { name, email } = person
    const common = { to: { name, address: email }, installation: setup }
    switch (kind) {
      case 'sign-in-link':
      case 'invitation': {
        const lasts = kind === 'invitation' ? LINK_LASTS.invitation : LINK_LASTS.mailed
        const { token } = await makeLink(deps, stores, person, { lasts, actor: null })
        const address = `${setup.baseUrl}/logga-in/${token}`
        return {
          ...common,
          values: { address, minutes: String(lasts / MINUTE), hours: String(lasts / HOUR) },
        }
      }
      case 'rights-changed': {
        const { roles } = await describePerson(deps, stores, person)
        const rights = roles.map(({ role, scope, reaches }) =>
          rightInWords(locale, role, reaches ?? (scope.kind === 'everything' ? null : '–')),
        )
        return { ...common, values: { rights: rights.join('\n') } }
      }
      case 'test':
        return { ...common, values: {} }
      case 'summons':
      case 'summons-changed':
      case 'summons-cancelled':
      case 'panel-reminder':
      case 'composition-proposed':
      case 'composition-answered':
      case 'review-opened':
      case 'remark-settled':
      case 'review-due':
      case 'panel-decided': {
        const values = await panelLetter(
          { deps, setup, stores },
          { kind, locale, about },
          { ...person, email },
        )
        return values ? { ...common, values } : 'moot'
      }
    }
  })
}

function rightInWords(locale: Locale, role: Role, reaches: string | null): string {
  const name = text(locale, `roles.${role}`)
  return reaches === null ? name : text(locale, 'roles.for', { role: name, reaches })
}
