import { NAME_DAYS } from '../../domain/workshop/plan.ts'
import { cookieName } from '../../http/cookies.ts'
import { LONGEST as LONGEST_AWAY } from '../../people/open-id-memory.ts'
import { HALF_SESSION_LASTS, SESSION_LASTS } from '../../usecases/people/open-session.ts'
import { LINK_LASTS } from '../../usecases/people/sign-in-link.ts'
import { SEAT_LASTS } from '../../usecases/workshop/take-seat.ts'
import { fill, html, type Html, type Part } from '../html.ts'
import type { Site } from '../page.ts'
import type { Say } from '../say.ts'
import { WAY_BACK, WAY_BACK_LASTS } from '../way-back.ts'
import { contact, prosePage } from './prose-page.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SESSION_DAYS = SESSION_LASTS / DAY

/** What is stored about whom, why, and for how long, as this installation is set up. */
export function privacyPage(site: Site, say: Say): Html {
  const paragraphs = (...parts: readonly ('reading' | 'log' | 'logReading' | 'erase')[]) =>
    parts.map((part) => html`<p>${say.text(`privacy.${part}.text`)}</p>`)
  return prosePage(site, say, {
    title: say.text('privacy.title'),
    lead: say.text('privacy.lead'),
    path: say.to.privacy,
    sections: [
      { heading: say.text('privacy.reading.heading'), content: paragraphs('reading') },
      { heading: say.text('privacy.cookies.heading'), content: cookies(site, say) },
      { heading: say.text('privacy.workshop.heading'), content: workshop(say) },
      { heading: say.text('privacy.panel.heading'), content: panel(say) },
      { heading: say.text('privacy.account.heading'), content: account(site, say) },
      { heading: say.text('privacy.log.heading'), content: paragraphs('log', 'logReading') },
      { heading: say.text('privacy.kept.heading'), content: times(site, say) },
      { heading: say.text('privacy.backups.heading'), content: backups(site, say) },
      { heading: say.text('privacy.erase.heading'), content: paragraphs('erase') },
      { heading: say.text('privacy.rights.heading'), content: rights(say) },
      { heading: say.text('privacy.ask.heading'), content: contact(say, site.config, 'privacy.ask') },
    ],
  })
}

/** Those that this installation sets, and what else stays in a browser. */
function cookies({ config }: Site, say: Say): Part {
  const cookie = (suffix: string, means: string) =>
    html`<dt><code>${cookieName(config, suffix)}</code></dt>
      <dd>${means}</dd>`
  const half = minutes(say, HALF_SESSION_LASTS)
  return html`<p>${say.text('privacy.cookies.text')}</p>
    <dl class="terms">
      ${cookie('', say.text('privacy.cookies.session', { days: SESSION_DAYS, half }))}
      ${cookie('-person', say.text('privacy.cookies.person'))}
      ${config.mail && cookie('-mail', say.text('privacy.cookies.mail', { time: minutes(say, LINK_LASTS.mailed) }))}
      ${
        config.openId &&
        cookie(
          '-oidc',
          say.text('privacy.cookies.openId', { name: config.openId.name, time: minutes(say, LONGEST_AWAY) }),
        )
      }
      ${cookie(WAY_BACK, say.text('privacy.cookies.wayBack', { time: minutes(say, WAY_BACK_LASTS) }))}
      ${cookie('-seat', say.text('privacy.cookies.seat', { time: time(say, SEAT_LASTS / DAY) }))}
    </dl>
    <p>${say.text('privacy.cookies.browser')}</p>`
}

/** Of those who take part without an account. */
function workshop(say: Say): Part {
  return html`<p>${say.text('privacy.workshop.text')}</p>
    ${bullets([
      say.text('privacy.workshop.name'),
      say.text('privacy.workshop.perspective'),
      say.text('privacy.workshop.writing'),
      say.text('privacy.workshop.word'),
      say.text('privacy.workshop.minutes'),
    ])}
    <p>${say.text('privacy.workshop.kept', { time: time(say, NAME_DAYS) })}</p>`
}

/** Of those who sit on a panel; the account that they have for it comes next. */
function panel(say: Say): Part {
  return html`<p>${say.text('privacy.panel.text')}</p>
    ${bullets([
      say.text('privacy.panel.place'),
      say.text('privacy.panel.positions'),
      say.text('privacy.panel.remarks'),
      say.text('privacy.panel.meetings'),
    ])}
    <p>${say.text('privacy.panel.open')}</p>
    <p>${say.text('privacy.panel.kept')}</p>`
}

function account({ config }: Site, say: Say): Part {
  return html`<p>${say.text('privacy.account.text')}</p>
    ${bullets([
      say.text('privacy.account.who'),
      say.text('privacy.account.roles'),
      say.text('privacy.account.waysIn'),
      config.openId && say.text('privacy.account.openId', { name: config.openId.name }),
      say.text('privacy.account.sessions'),
      config.mail && say.text('privacy.account.mails'),
      say.text('privacy.account.tries'),
    ])}`
}

/** The times that the installation has chosen, each as it is carried out every night. */
function times({ config }: Site, say: Say): Part {
  const { mailDays, unansweredInvitationDays, inactivePersonDays } = config.retention
  const timed = (part: 'invited' | 'inactive', days: number | null) =>
    days === null
      ? say.text(`privacy.kept.${part}.forever`)
      : say.text(`privacy.kept.${part}.timed`, { time: time(say, days) })
  return html`<p>${say.text('privacy.kept.text')}</p>
    ${bullets([
      timed('inactive', inactivePersonDays),
      timed('invited', unansweredInvitationDays),
      say.text('privacy.kept.mails', { time: time(say, mailDays) }),
      say.text('privacy.kept.names', { time: time(say, NAME_DAYS) }),
      say.text('privacy.kept.sessions', { days: SESSION_DAYS }),
      say.text('privacy.kept.log'),
    ])}`
}

function backups({ config }: Site, say: Say): Part {
  const { kept } = config.backups
  const nightly =
    kept === 0
      ? say.text('privacy.backups.none')
      : say.text('privacy.backups.nightly', { count: say.inWords('counts.backups', kept) })
  return html`<p>${nightly}</p>
    <p>${say.text('privacy.backups.erased')}</p>`
}

function rights(say: Say): Part {
  const link = (address: string, name: string) => html`<a href="${address}">${name}</a>`
  return bullets([
    fill(say.text('privacy.rights.read'), { page: link(say.to.ownData, say.text('privacy.rights.page')) }),
    fill(say.text('privacy.rights.mend'), {
      account: link(say.to.account, say.text('privacy.rights.account')),
    }),
    say.text('privacy.rights.erase'),
    fill(say.text('privacy.rights.complain'), {
      authority: link('https://www.imy.se', say.text('privacy.rights.authority')),
    }),
  ])
}

function bullets(points: readonly Part[]): Html {
  return html`<ul>
    ${points.filter(Boolean).map((point) => html`<li>${point}</li>`)}
  </ul>`
}

/** Whole years as years: nobody reckons in 730 days. */
function time(say: Say, days: number): string {
  return days % 365 === 0 ? say.inWords('counts.years', days / 365) : say.count('counts.days', days)
}

function minutes(say: Say, milliseconds: number): string {
  return say.inWords('counts.minutes', milliseconds / MINUTE)
}
