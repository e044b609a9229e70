import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator'
import { oneLine } from '../../mail/one-line.ts'

type Party = { readonly name: string; readonly email: string }

/** A meeting as a calendar keeps it. Times are ISO 8601 in UTC. */
export type CalendarMeeting = {
  /** The same for as long as the meeting lives, in every mail about it: by this a calendar knows it again. */
  readonly uid: string
  /** Grows with each change, the cancellation included; a calendar passes over what is older than what it has. */
  readonly sequence: number
  readonly startsAt: string
  readonly endsAt: string
  /** When this was written. */
  readonly stampedAt: string
  readonly summary: string
  /** May have several lines. */
  readonly description: string
  /** Empty for none. */
  readonly location: string
  /** Calendars are shared: never an address that signs anybody in. */
  readonly url: string
  readonly organizer: Party
}

export type Invitation = CalendarMeeting & {
  readonly method: 'request' | 'cancel'
  /** A calendar shows the buttons for an answer when this is the mailbox that the mail came to. */
  readonly attendee: Party
}

/**
 * An invitation, its change or its cancellation as iCalendar text for a mail (RFC 5545, 5546 and 6047). Answers from the
 * calendar go by mail to the organizer. Throws when the uid, an address or the link is not of its form.
 */
export function writeInvitation({ method, attendee, ...meeting }: Invitation): string {
  const isCancelled = method === 'cancel'
  return write(meeting, isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST, {
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    attendees: [
      {
        ...party(attendee),
        role: ICalAttendeeRole.REQ,
        ...(isCancelled ? {} : { status: ICalAttendeeStatus.NEEDSACTION, rsvp: true }),
      },
    ],
  })
}

/** The same meeting as a file to put in a calendar by hand: it invites nobody and asks for no answer. */
export function writeCalendarFile(meeting: CalendarMeeting): string {
  return write(meeting, ICalCalendarMethod.PUBLISH, { status: ICalEventStatus.CONFIRMED })
}

function write(
  {
    uid,
    sequence,
    startsAt,
    endsAt,
    stampedAt,
    summary,
    description,
    location,
    url,
    organizer,
  }: CalendarMeeting,
  method: ICalCalendarMethod,
  about: Pick<ICalEventData, 'status' | 'attendees'>,
): string {
  // The library writes this one as it stands.
  if (!/^[\w.@-]+$/u.test(uid))
    throw new Error('the meeting’s uid has other signs than letters, digits and .@-_')
  const calendar = new ICalCalendar({
    prodId: { company: 'Profilverkstad', product: 'Profilverkstad', language: 'SV' },
    method,
    events: [
      {
        id: uid,
        sequence,
        // No time zone anywhere: the library would then print UTC's figures as local time.
        start: moment(startsAt),
        end: moment(endsAt),
        stamp: moment(stampedAt),
        summary: oneLine(summary.toWellFormed()),
        description: lines(description),
        location: oneLine(location.toWellFormed()) || null,
        url: webAddress(url),
        organizer: party(organizer),
        // Who sits on a panel is for themselves to tell: colleagues who see their calendar see that they are busy.
        class: ICalEventClass.PRIVATE,
        ...about,
      },
    ],
  })
  return `${calendar.toString()}\r\n`
}

function moment(iso: string): Date {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) throw new Error('a time of the meeting is no time')
  return date
}

function lines(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(oneLine)
    .join('\n')
    .trim()
}

/** A name stands in quotes, where no sign can be escaped (RFC 5545, 3.2); the library escapes all the same. */
function party({ name, email }: Party): Party {
  if (!/^[^\s\p{C}@<>",;:\\]+@[^\s\p{C}@<>",;:\\]+$/u.test(email))
    throw new Error('an address is no mail address')
  const quotable = oneLine(name.toWellFormed()).replaceAll('"', '’').replaceAll('\\', '/')
  return { name: quotable || email, email }
}

/** An address is no text (RFC 5545, 3.3.13): what the library would put a backslash before is written another way. */
function webAddress(url: string): string {
  if (!/^https?:/u.test(url) || !URL.canParse(url)) throw new Error('the link is no web address')
  return new URL(url).href.replace(/[,;\\]/gu, encodeURIComponent)
}
