import { nextBackup } from '../domain/operations/next-backup.ts'
import type { Deps } from '../usecases/deps.ts'
import { tidyUp } from '../usecases/installation/tidy-up.ts'
import type { Job } from './jobs.ts'

/** Takes away what is not kept any longer, every night, when the backup has been made. */
export function tidyingJob(deps: Deps): Job {
  return {
    name: 'tidy',
    nextDue: (last, now) => nextBackup({ last }, now),
    run: (asker) => tidyUp(deps, asker),
  }
}
