import type { LoggedEvent } from '../../../schemas/types.ts'
import { requireRole, type Asker, type Deps } from '../deps.ts'
import { logEvent } from '../log-event.ts'

/** What an administrator can have done now. */
export type AskedJob = Extract<LoggedEvent, { kind: 'job-run' }>['job']

/** Notes that an administrator wants a job done now, before it is done: a backup is a copy of everything about people. */
export async function askForJob(deps: Deps, asker: Asker, job: AskedJob): Promise<void> {
  requireRole(asker, 'manageInstallation')
  await deps.storage.write((stores) => logEvent(deps, stores, asker.personId, { kind: 'job-run', job }))
}
