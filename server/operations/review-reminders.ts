import { nextBackup } from '../domain/operations/next-backup.ts'
import type { Deps } from '../usecases/deps.ts'
import { remindOfDueReviews } from '../usecases/review/remind-of-due-reviews.ts'
import type { Job } from './jobs.ts'

/** Tells those who run panels, every night, which versions are soon to be looked through or reviewed. */
export function reviewReminders(deps: Deps): Job {
  let told: Date | undefined
  return {
    name: 'review-due',
    nextDue(last, now) {
      told = last
      return nextBackup({ last }, now)
    },
    run: () => remindOfDueReviews(deps, told),
  }
}
