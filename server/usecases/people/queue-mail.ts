import type { MailKind, Person } from '../../storage/people-port.ts'
import type { Writers } from '../../storage/storage.ts'
import type { Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'

/** Puts a mail in the outbox, in the transaction of what it tells about; it is sent when that is kept, or so many milliseconds after. */
export async function queueMail(
  deps: Deps,
  stores: Writers,
  { id: personId, locale }: Person,
  {
    kind,
    actor,
    about = null,
    after = 0,
  }: { kind: MailKind; actor: string | null; about?: string | null; after?: number },
): Promise<void> {
  const now = deps.now()
  const at = now.toISOString()
  await stores.mails.insert({
    id: deps.newId(),
    personId,
    kind,
    about,
    locale,
    status: 'waiting',
    attempts: 0,
    createdAt: at,
    nextAttemptAt: new Date(now.getTime() + after).toISOString(),
    claimedAt: null,
    sentAt: null,
    problem: null,
  })
  await logEvent(deps, stores, actor, { kind: 'mail-queued', forPerson: personId, mailKind: kind })
  stores.afterCommit(deps.nudgePost)
}
