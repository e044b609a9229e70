import type { Deps } from '../deps.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Puts a mail with a sign-in link in the outbox, if somebody with that address is known. Nobody is told whether, so
 * that nobody can ask us who takes part.
 */
export async function requestLink(deps: Deps, { email }: { email: string }): Promise<void> {
  if (!deps.sendsMail) return
  await deps.storage.write(async (stores) => {
    const person = await stores.people.findByEmail(email)
    if (person) await queueMail(deps, stores, person, { kind: 'sign-in-link', actor: null })
  })
}
