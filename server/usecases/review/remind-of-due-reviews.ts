import type { Edition } from '../../../schemas/types.ts'
import { nextDueReview, type DueReview } from '../../domain/review/due-reviews.ts'
import type { Person } from '../../storage/people-port.ts'
import type { ProfileIdentity, Readers, Writers } from '../../storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../deps.ts'
import { parseEdition } from '../publishing/parse-edition.ts'
import { swedishDay } from '../swedish-day.ts'
import { mailTo, peopleWho } from './tell-people.ts'

/**
 * Mails those who run panels about the versions of which a look or a review is coming up, once for each due day: what
 * has been told by `since`, when this last went well, is not told again, nor what still lies in the outbox where it did
 * not. Examples are nobody's to review. Gives how many mails.
 */
export async function remindOfDueReviews(deps: Deps, since?: Date): Promise<{ mails: number }> {
  const toldUntil = since === undefined ? '' : swedishDay(since)
  return deps.storage.write(async (stores) => {
    let mails = 0
    for (const profile of await stores.profiles.list()) {
      const found = await comingUp(stores, profile, deps.now())
      if (!found || isTold(found, toldUntil)) continue
      const people = await untold(stores, profile, found.due)
      mails += await mailTo(deps, stores, THE_PROGRAM, people, 'review-due', profile.id)
    }
    return { mails }
  })
}

type ComingUp = { readonly edition: Edition; readonly due: DueReview }

/** What is coming up of the version that applies; undefined where nothing is yet, or nothing is published. */
export async function comingUp(
  { editions }: Pick<Readers, 'editions'>,
  { id }: Pick<ProfileIdentity, 'id'>,
  now: Date,
): Promise<ComingUp | undefined> {
  const stored = await editions.latest(id)
  if (!stored) return undefined
  const edition = parseEdition(stored)
  const today = swedishDay(now)
  const due = nextDueReview(edition, today)
  return edition.profile.isExample || due.noticeFrom > today ? undefined : { edition, due }
}

/** A version that came after the last time may have been decided on long before. */
function isTold({ edition, due }: ComingUp, toldUntil: string): boolean {
  return due.noticeFrom <= toldUntil && swedishDay(new Date(edition.publishedAt)) < toldUntil
}

async function untold(
  stores: Writers,
  profile: ProfileIdentity,
  { noticeFrom }: DueReview,
): Promise<Person[]> {
  const people: Person[] = []
  for (const person of await peopleWho(stores, 'leadPanel', profile)) {
    const mails = await stores.mails.ofPerson(person.id)
    const has = mails.some(
      ({ kind, about, createdAt }) =>
        kind === 'review-due' && about === profile.id && swedishDay(new Date(createdAt)) >= noticeFrom,
    )
    if (!has) people.push(person)
  }
  return people
}
