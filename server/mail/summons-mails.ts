import { writeInvitation, type Invitation } from '../exchange/calendar/write-invitation.ts'
import type { Locale } from '../i18n/catalogue.ts'
import type { Block } from './blocks.ts'
import {
  counted,
  link,
  needed,
  ownLink,
  paragraph,
  said,
  saidInLines,
  type MailCalendar,
  type MailValues,
  type Occasion,
  type Written,
} from './mail-parts.ts'
import { mailText } from './texts.ts'

/*
 * All three take the same facts: `title` of the profile, `when` (a time in words), `place`, `video`, `material` (one thing
 * a line) and `answerBy` (a day in words), of which the last four may be empty; `address`, which signs the reader in and
 * is good for `days`; and for the calendar `uid`, `sequence`, `startsAt`, `endsAt`, `stampedAt`, `organizerName`,
 * `organizerEmail`, `attendeeName`, `attendeeEmail`, and `page`, the panel’s address, which signs nobody in.
 */

const FACTS = ['when', 'place', 'video', 'answerBy'] as const

export function summons({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  return {
    subject: mailText(locale, 'summons.subject', { title }),
    blocks: [
      paragraph(mailText(locale, 'summons.lead', { title })),
      ...facts(locale, values, FACTS),
      ...material(locale, values),
      link(locale, mailText(locale, 'summons.action'), needed(values, 'address')),
      ...ownLink(locale, values),
      paragraph(mailText(locale, 'summons.calendar')),
      wonder(locale, values),
    ],
    calendar: invitation(locale, values, 'request'),
  }
}

/** Takes `changed` too: which of when, place, video, answerBy and material are new, with spaces between; may be empty. */
export function summonsChanged({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const changed = new Set(said(values, 'changed').split(' '))
  const isNew = FACTS.filter((fact) => changed.has(fact))
  const isOld = FACTS.filter((fact) => !changed.has(fact))
  const [news, olds] = [facts(locale, values, isNew), facts(locale, values, isOld)]
  const lead = (which: 'now' | 'new' | 'asBefore') => paragraph(mailText(locale, `summonsChanged.${which}`))
  const reading = material(locale, values)
  return {
    subject: mailText(locale, 'summonsChanged.subject', { title }),
    blocks: [
      paragraph(mailText(locale, 'summonsChanged.lead', { title })),
      ...(news.length > 0 ? [lead('new'), ...news] : []),
      ...(changed.has('material') ? reading : []),
      ...(olds.length > 0
        ? [lead(isNew.length > 0 || changed.has('material') ? 'asBefore' : 'now'), ...olds]
        : []),
      ...(changed.has('material') ? [] : reading),
      paragraph(mailText(locale, 'summonsChanged.again')),
      link(locale, mailText(locale, 'summonsChanged.action'), needed(values, 'address')),
      ...ownLink(locale, values),
      paragraph(mailText(locale, 'summonsChanged.calendar')),
      wonder(locale, values),
    ],
    calendar: invitation(locale, values, 'request'),
  }
}

export function summonsCancelled({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  return {
    subject: mailText(locale, 'summonsCancelled.subject', { title }),
    blocks: [
      paragraph(mailText(locale, 'summonsCancelled.lead', { title, when: said(values, 'when') })),
      paragraph(mailText(locale, 'summonsCancelled.kept')),
      link(locale, mailText(locale, 'summonsCancelled.action'), needed(values, 'address')),
      ...ownLink(locale, values),
      paragraph(mailText(locale, 'summonsCancelled.calendar')),
      wonder(locale, values),
    ],
    calendar: invitation(locale, values, 'cancel'),
  }
}

function facts(
  locale: Locale,
  values: MailValues,
  which: readonly (typeof FACTS)[number][],
): readonly Block[] {
  const items = which.flatMap((fact) => {
    const value = said(values, fact)
    return value ? [mailText(locale, `meeting.${fact}`, { value })] : []
  })
  return items.length > 0 ? [{ kind: 'list', items, hasLinks: true }] : []
}

function material(locale: Locale, values: MailValues): readonly Block[] {
  const items = saidInLines(values, 'material')
  return items.length > 0
    ? [paragraph(mailText(locale, 'meeting.material')), { kind: 'list', items, hasLinks: true }]
    : []
}

function wonder(locale: Locale, values: MailValues): Block {
  const [name, address] = [said(values, 'organizerName'), said(values, 'organizerEmail')]
  return paragraph(mailText(locale, 'meeting.wonder', { name, address }))
}

function invitation(locale: Locale, values: MailValues, method: Invitation['method']): MailCalendar {
  const title = said(values, 'title')
  const isCancelled = method === 'cancel'
  const page = needed(values, 'page')
  const [place, video] = [said(values, 'place'), said(values, 'video')]
  const reading = saidInLines(values, 'material')
  // Some mail programs show this instead of the mail.
  const description = isCancelled
    ? [mailText(locale, 'meeting.isCancelled', { title }), mailText(locale, 'meeting.page', { page })]
    : [
        mailText(locale, 'meeting.about', { title }),
        ...(video ? [mailText(locale, 'meeting.video', { value: video })] : []),
        ...(reading.length > 0 ? [mailText(locale, 'meeting.material'), ...reading] : []),
        mailText(locale, 'meeting.answer', { page }),
      ]
  return {
    method,
    content: writeInvitation({
      method,
      uid: needed(values, 'uid'),
      sequence: counted(values, 'sequence'),
      startsAt: needed(values, 'startsAt'),
      endsAt: needed(values, 'endsAt'),
      stampedAt: needed(values, 'stampedAt'),
      summary: mailText(locale, isCancelled ? 'meeting.summaryCancelled' : 'meeting.summary', { title }),
      description: description.join('\n'),
      location: place || video,
      url: page,
      organizer: { name: needed(values, 'organizerName'), email: needed(values, 'organizerEmail') },
      attendee: { name: needed(values, 'attendeeName'), email: needed(values, 'attendeeEmail') },
    }),
  }
}
