import type { OutboxPage } from '../../../schemas/types.ts'
import { ProblemError } from '../../problems.ts'
import { requirePerson, requireRole, type Asker, type Deps } from '../deps.ts'
import { logReading } from '../log-event.ts'
import { findPerson } from '../people/find-person.ts'
import { queueMail } from '../people/queue-mail.ts'
import type { Paging } from '../profile/list-profiles.ts'

/** The mail outbox, latest first, with whom each is to. It is logged that it was read. */
export async function readOutbox(deps: Deps, asker: Asker, paging: Paging): Promise<OutboxPage> {
  requireRole(asker, 'manageInstallation')
  return deps.storage.write(async (stores) => {
    const { mails, total } = await stores.mails.page(paging)
    await logReading(deps, stores, asker, 'mail', null)
    const names = await stores.people.names([...new Set(mails.map(({ personId }) => personId))])
    return {
      mails: mails.map(({ personId, locale: _locale, claimedAt: _claimed, about: _about, ...mail }) => ({
        ...mail,
        to: { id: personId, name: names.get(personId) ?? '' },
      })),
      ...paging,
      total,
    }
  })
}

/**
 * Sends a mail that has not gone, or may not have, once more: as a new one, so that what became of the first stays
 * to be read. Throws mail-not-found, mail-not-sent for one that waits or has gone.
 */
export async function resendMail(deps: Deps, asker: Asker, { mailId }: { mailId: string }): Promise<void> {
  requireRole(asker, 'manageInstallation')
  await deps.storage.write(async (stores) => {
    const mail = await stores.mails.find(mailId)
    if (!mail) throw new ProblemError('mail-not-found')
    if (!deps.sendsMail || !['failed', 'uncertain'].includes(mail.status))
      throw new ProblemError('mail-not-sent')
    const person = await findPerson(stores, mail.personId)
    await queueMail(deps, stores, person, {
      kind: mail.kind,
      about: mail.about,
      actor: asker.personId,
    })
  })
}

/** A mail to oneself, to see that mail arrives. Throws mail-not-sent without an address, or without a mail server. */
export async function sendTestMail(deps: Deps, asker: Asker): Promise<void> {
  requireRole(asker, 'manageInstallation')
  const id = requirePerson(asker)
  await deps.storage.write(async (stores) => {
    const person = await findPerson(stores, id)
    if (person.email === null || !deps.sendsMail) throw new ProblemError('mail-not-sent')
    await queueMail(deps, stores, person, { kind: 'test', actor: id })
  })
}
