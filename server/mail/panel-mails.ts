import {
  counted,
  duration,
  link,
  needed,
  numeral,
  oneOf,
  ownLink,
  paragraph,
  said,
  type Occasion,
  type Written,
} from './mail-parts.ts'
import { mailText } from './texts.ts'

/*
 * All take `title`, of the profile, and `address`. Those to members take `days` where the address signs them in, and
 * nothing or an empty one where it does not. What anybody has written or answered is in none of them: a mail is read by
 * more people than it is sent to.
 */

/**
 * Values: `left`, what is left to answer, in words; `minutes`, an estimate; `when` the panel meets, may be empty. Or, where
 * `asks` is summons, and the reader has not said whether they come: `when`, and `answerBy`, a day in words, may be empty.
 */
export function panelReminder({ locale, values }: Occasion): Written {
  if (values['asks'] === 'summons') return summonsReminder({ locale, values })
  const title = said(values, 'title')
  const when = said(values, 'when')
  const time = duration(locale, counted(values, 'minutes'))
  return {
    subject: mailText(locale, 'panelReminder.subject', { title }),
    blocks: [
      paragraph(mailText(locale, 'panelReminder.lead', { title })),
      paragraph(mailText(locale, 'panelReminder.left', { left: said(values, 'left'), time })),
      ...(when ? [paragraph(mailText(locale, 'panelReminder.when', { when }))] : []),
      link(locale, mailText(locale, 'panelReminder.action'), needed(values, 'address')),
      ...ownLink(locale, values),
    ],
  }
}

function summonsReminder({ locale, values }: Pick<Occasion, 'locale' | 'values'>): Written {
  const [title, when] = [said(values, 'title'), said(values, 'when')]
  const answerBy = said(values, 'answerBy')
  return {
    subject: mailText(locale, 'summonsReminder.subject', { title }),
    blocks: [
      paragraph(mailText(locale, 'summonsReminder.lead', { title, when })),
      ...(answerBy ? [paragraph(mailText(locale, 'summonsReminder.answerBy', { answerBy }))] : []),
      link(locale, mailText(locale, 'summons.action'), needed(values, 'address')),
      ...ownLink(locale, values),
    ],
  }
}

/** To the steering group. Value: `count` of members proposed. */
export function compositionProposed({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const count = counted(values, 'count')
  return {
    subject: mailText(locale, 'compositionProposed.subject', { title }),
    blocks: [
      paragraph(mailText(locale, `compositionProposed.lead.${numeral(count)}`, { title, count })),
      paragraph(mailText(locale, 'compositionProposed.ask')),
      link(locale, mailText(locale, 'compositionProposed.action'), needed(values, 'address')),
    ],
  }
}

/** To the coordinator. Value: `outcome`, approved or changes. */
export function compositionAnswered({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const outcome = oneOf(values, 'outcome', ['approved', 'changes'])
  return {
    subject: mailText(locale, `compositionAnswered.subject.${outcome}`, { title }),
    blocks: [
      paragraph(mailText(locale, `compositionAnswered.lead.${outcome}`, { title })),
      paragraph(mailText(locale, `compositionAnswered.next.${outcome}`)),
      link(locale, mailText(locale, `compositionAnswered.action.${outcome}`), needed(values, 'address')),
    ],
  }
}

/** Values: `round`, its number; `minutes`, an estimate; `answerBy`, a day in words, may be empty. */
export function reviewOpened({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const round = counted(values, 'round')
  const answerBy = said(values, 'answerBy')
  const time = duration(locale, counted(values, 'minutes'))
  const turn = round === 1 ? 'first' : 'later'
  return {
    subject: mailText(locale, `reviewOpened.subject.${turn}`, { title, round }),
    blocks: [
      paragraph(mailText(locale, `reviewOpened.lead.${turn}`, { title, round })),
      paragraph(mailText(locale, 'reviewOpened.time', { time })),
      ...(answerBy ? [paragraph(mailText(locale, 'reviewOpened.answerBy', { answerBy }))] : []),
      link(locale, mailText(locale, `reviewOpened.action.${turn}`), needed(values, 'address')),
      ...ownLink(locale, values),
    ],
  }
}

/** To the author of remarks. Values: `count` of those that were settled; `changed`, of those that had another answer first, may be left out. */
export function remarkSettled({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const count = counted(values, 'count')
  const changed = values['changed'] ? counted(values, 'changed') : 0
  const form = numeral(count)
  return {
    subject: mailText(locale, `remarkSettled.subject.${form}`, { title }),
    blocks: [
      paragraph(mailText(locale, `remarkSettled.lead.${form}`, { title, count })),
      ...(changed > 0
        ? [paragraph(mailText(locale, `remarkSettled.changed.${numeral(changed)}`, { count: changed }))]
        : []),
      paragraph(mailText(locale, `remarkSettled.there.${form}`)),
      link(locale, mailText(locale, `remarkSettled.action.${form}`), needed(values, 'address')),
      ...ownLink(locale, values),
    ],
  }
}

/** To coordinators. Values: `version`; `when`, the last day in words; `kind`, look (a year’s) or review (four years’). */
export function reviewDue({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const kind = oneOf(values, 'kind', ['look', 'review'])
  const about = { title, version: said(values, 'version'), when: said(values, 'when') }
  return {
    subject: mailText(locale, `reviewDue.subject.${kind}`, { title }),
    blocks: [
      paragraph(mailText(locale, `reviewDue.lead.${kind}`, about)),
      paragraph(mailText(locale, `reviewDue.next.${kind}`)),
      link(locale, mailText(locale, `reviewDue.action.${kind}`), needed(values, 'address')),
    ],
  }
}

/** To members. Value: `outcome`, approved, approvedEditorial, changesRequested or declined. */
export function panelDecided({ locale, values }: Occasion): Written {
  const title = said(values, 'title')
  const outcome = oneOf(values, 'outcome', ['approved', 'approvedEditorial', 'changesRequested', 'declined'])
  return {
    subject: mailText(locale, `panelDecided.subject.${outcome}`, { title }),
    blocks: [
      paragraph(mailText(locale, `panelDecided.lead.${outcome}`, { title })),
      paragraph(mailText(locale, `panelDecided.next.${outcome}`)),
      link(locale, mailText(locale, 'panelDecided.action'), needed(values, 'address')),
      ...ownLink(locale, values),
      paragraph(mailText(locale, 'panelDecided.thanks')),
    ],
  }
}
