import { minutesFor, leftToDo } from '../domain/review/left-to-do.ts'
import { entitled } from '../domain/review/seats.ts'
import type { Setup } from '../installation.ts'
import type { MailKind, Person, StoredMail } from '../storage/people-port.ts'
import type { StoredMeeting, StoredReview } from '../storage/review-port.ts'
import type { Writers } from '../storage/storage.ts'
import { THE_PROGRAM, type Deps } from '../usecases/deps.ts'
import { makeLink } from '../usecases/people/sign-in-link.ts'
import { caseOf } from '../usecases/review/find-review.ts'
import { loadText } from '../usecases/review/load-panel.ts'
import { comingUp } from '../usecases/review/remind-of-due-reviews.ts'
import { titleOf } from '../usecases/workshop/describe-workshop.ts'
import type { MailValues } from './mail-parts.ts'
import { mailText } from './texts.ts'
import { dayInWords, meetingInWords } from './when-in-words.ts'

/** What a mail of the panel is made from: in the transaction that makes its link, as things stand when it is sent. */
type Needs = { readonly deps: Deps; readonly setup: Setup; readonly stores: Writers }

type PanelMailKind = Exclude<MailKind, 'sign-in-link' | 'invitation' | 'rights-changed' | 'test'>
type PanelMail = Pick<StoredMail, 'locale' | 'about'> & { readonly kind: PanelMailKind }
type Reader = Person & { readonly email: string }

const DAY = 24 * 60 * 60_000
/** For how long a link opens that leads to a panel: over the meeting, and no longer than anybody leaves a mail unread. */
const LONGEST_DAYS = 30
const DAYS = 7

/**
 * The values of a mail about a panel (what each kind takes stands in panel-mails.ts and summons-mails.ts). Undefined when
 * what it is about is gone, or no longer so: then there is nothing to send.
 */
export async function panelLetter(
  needs: Needs,
  { kind, locale, about }: PanelMail,
  person: Reader,
): Promise<MailValues | undefined> {
  const { stores, setup } = needs
  if (kind === 'review-due') return dueReview(needs, locale, about ?? '')
  const meeting = about === null ? undefined : await stores.reviews.findMeeting(about)
  const review = await stores.reviews.find(meeting?.reviewId ?? about ?? '')
  const profile = review && (await stores.profiles.findById(review.profileId))
  if (!review || !profile) return undefined
  const title = await titleOf(stores, profile)
  const bench = `${setup.baseUrl}/verkstad/${profile.slug}/panel`
  switch (kind) {
    case 'summons':
    case 'summons-changed':
    case 'summons-cancelled': {
      if (!meeting || (kind === 'summons-cancelled') !== (meeting.cancelledAt !== null)) return undefined
      const days = Math.min(LONGEST_DAYS, Math.max(DAYS, daysUntil(meeting.endsAt, needs.deps.now()) + 1))
      const link = await personalLink(needs, person, review, days)
      return { title, ...link, ...meetingFacts(needs, meeting, person), changed: meeting.news.join(' ') }
    }
    case 'panel-reminder': {
      if (meeting) return unansweredSummons(needs, meeting, review, person, title)
      const left = await leftFor(needs, review, person, locale)
      if (!left) return undefined
      return { title, ...left, ...(await personalLink(needs, person, review, DAYS)) }
    }
    case 'review-opened': {
      const round = review.rounds.at(-1)
      const left = await leftFor(needs, review, person, locale)
      if (!round) return undefined
      return {
        title,
        round: String(round.number),
        minutes: left?.minutes ?? '0',
        answerBy: round.answerBy === null ? '' : dayInWords(locale, round.answerBy),
        ...(await personalLink(needs, person, review, DAYS)),
      }
    }
    case 'composition-proposed': {
      const count = (await stores.reviews.members(review.id)).filter(({ part }) => part === 'member').length
      return { title, count: String(count), address: bench }
    }
    case 'composition-answered': {
      const [answer] = review.composition.answers
      if (!answer) return undefined
      return { title, outcome: answer.outcome === 'approved' ? 'approved' : 'changes', address: bench }
    }
    case 'remark-settled': {
      const members = await stores.reviews.members(review.id)
      const me = members.find(({ personId }) => personId === person.id)
      const settled = (await stores.reviews.remarks(review.id)).filter(
        ({ memberId, disposition }) => memberId === me?.id && disposition !== null,
      )
      if (settled.length === 0) return undefined
      const link = await personalLink(needs, person, review, DAYS)
      const changed = settled.filter(({ disposition }) => disposition?.isChanged).length
      return { title, count: String(settled.length), changed: String(changed), ...link }
    }
    case 'panel-decided': {
      const decision = (await stores.reviews.decisions(review.id)).find(
        ({ recalledAt }) => recalledAt === null,
      )
      if (!decision) return undefined
      return { title, outcome: decision.outcome, ...(await personalLink(needs, person, review, DAYS)) }
    }
  }
}

/** About a profile and not about a review of it: that its next look or review is coming up. */
async function dueReview(
  { deps, setup, stores }: Needs,
  locale: PanelMail['locale'],
  profileId: string,
): Promise<MailValues | undefined> {
  const profile = await stores.profiles.findById(profileId)
  const found = profile && (await comingUp(stores, profile, deps.now()))
  if (!found) return undefined
  const { edition, due } = found
  const { kind, day } = due
  const page = kind === 'look' ? 'profiler' : 'verkstad'
  return {
    title: edition.profile.title,
    version: edition.version,
    when: dayInWords(locale, day),
    kind,
    address: `${setup.baseUrl}/${page}/${profile.slug}`,
  }
}

/**
 * The address of a review that signs its reader in, for that many days. Summonses are sent on to whoever may come instead:
 * of people who can do more here than take part in panels the address alone, where they sign in as they do otherwise.
 */
async function personalLink(
  { deps, setup, stores }: Needs,
  person: Reader,
  { id }: StoredReview,
  days: number,
): Promise<{ address: string; days: string }> {
  const grants = await stores.people.grants(person.id)
  if (grants.some(({ role }) => role !== 'panelMember'))
    return { address: `${setup.baseUrl}/panel/${id}`, days: '' }
  const { token } = await makeLink(deps, stores, person, { lasts: days * DAY, actor: null })
  return { address: `${setup.baseUrl}/logga-in/${token}?till=/panel/${id}`, days: String(days) }
}

/** That somebody has not said whether they come; undefined when they have, and when the meeting is off or over. */
async function unansweredSummons(
  needs: Needs,
  meeting: StoredMeeting,
  review: StoredReview,
  person: Reader,
  title: string,
): Promise<MailValues | undefined> {
  const { stores, deps } = needs
  const me = (await stores.reviews.members(review.id)).find(({ personId }) => personId === person.id)
  const said = (await stores.reviews.attendance(review.id)).find(
    ({ meetingId, memberId }) => meetingId === meeting.id && memberId === me?.id,
  )
  const isAhead = meeting.cancelledAt === null && meeting.endsAt > deps.now().toISOString()
  if (!me || !isAhead || (said && said.answer !== null)) return undefined
  const { when = '', answerBy = '' } = meetingFacts(needs, meeting, person)
  return { title, when, answerBy, asks: 'summons', ...(await personalLink(needs, person, review, DAYS)) }
}

function meetingFacts({ deps, setup }: Needs, meeting: StoredMeeting, person: Reader): MailValues {
  const { locale } = person
  return {
    when: meetingInWords(locale, meeting.startsAt, meeting.endsAt),
    place: meeting.place,
    video: meeting.video,
    material: meeting.material,
    answerBy: meeting.answerBy === null ? '' : dayInWords(locale, meeting.answerBy),
    uid: `${meeting.id}@profilverkstad`,
    sequence: String(meeting.sequence),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    stampedAt: deps.now().toISOString(),
    organizerName: setup.name,
    organizerEmail: setup.contactEmail || (setup.mail?.from ?? ''),
    attendeeName: person.name,
    attendeeEmail: person.email,
    page: `${setup.baseUrl}/panel/${meeting.reviewId}`,
  }
}

/** What a member has left to answer; undefined for nothing, and for somebody who has no place any more. */
async function leftFor(
  { stores, deps }: Needs,
  review: StoredReview,
  person: Person,
  locale: Person['locale'],
): Promise<{ left: string; minutes: string; when: string } | undefined> {
  const found = await caseOf(stores, { ...THE_PROGRAM, personId: person.id }, review)
  const me = found?.members.find(({ personId }) => personId === person.id)
  if (!found || !me) return undefined
  const { text } = await loadText(stores, found)
  const parts = text.parts.filter((part) => entitled(found.members, part.id).includes(me))
  const positions = (await stores.reviews.positions(review.id)).filter(({ memberId }) => memberId === me.id)
  const left = leftToDo(text, parts, positions)
  const count = left.changes.length + left.unanswered.length
  if (count === 0) return undefined
  const now = deps.now().toISOString()
  const next = (await stores.reviews.meetings(review.id)).find(
    ({ cancelledAt, startsAt }) => cancelledAt === null && startsAt > now,
  )
  return {
    left: mailText(locale, `panelReminder.things.${count === 1 ? 'one' : 'other'}`, { count }),
    minutes: String(Math.max(1, minutesFor(left))),
    when: next ? meetingInWords(locale, next.startsAt, next.endsAt) : '',
  }
}

function daysUntil(moment: string, now: Date): number {
  return Math.ceil((Date.parse(moment) - now.getTime()) / DAY)
}
