import { text } from '../../i18n/text.ts'
import { faultSummary, field } from '../field.ts'
import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import type { Site } from '../page.ts'
import { PASSKEY_SCRIPT, passkeyForm } from '../passkey-form.ts'
import type { Say } from '../say.ts'
import { adminCommand, advice, onlyReading, signInFrame } from './sign-in-frame.ts'

/** A form that was not taken: which one, what stood in it, and why. */
export type Attempt = {
  readonly by: 'mail' | 'password'
  readonly email: string
  readonly fault: 'email' | 'password' | 'refused'
}

type Way = {
  readonly heading: string
  /** What it is, for those who wonder; said in the page's lead where it is the only way. */
  readonly text?: string
  readonly content: (isFirst: boolean) => Html
}

/** How to get in, by each way that this installation has; with what is wrong, after an attempt. */
export function waysInPage(site: Site, say: Say, back: string | null, attempt?: Attempt): Html {
  const { mail, passwords, openId } = site.config
  const ways = [mail && byMail(say, attempt), passwords && byPassword(say, attempt), openId && byOpenId(say, openId.name)]
    .filter((way) => way !== null && way !== false) // prettier-ignore
  const [only] = ways
  const isByLink = ways.length === 0 || (ways.length === 1 && mail !== null)
  const title = isByLink ? say.text('signIn.titleLink') : say.text('signIn.title')
  return signInFrame(site, say, {
    path: say.to.signIn,
    title,
    windowTitle: attempt ? say.text('signIn.faulty', { title }) : title,
    content: html`${attempt && summary(say, attempt)}
    ${isByLink && html`<p class="lead">${say.text(mail ? 'signIn.mail.lead' : 'signIn.lead')}</p>`}
    ${only === undefined && askForLink(say)}
    ${ways.map(
      ({ heading, text: words, content }, at) =>
        html`<section class="way">
          ${
            ways.length > 1 &&
            html`<h2>${heading}</h2>
              ${words !== undefined && html`<p>${words}</p>`}`
          }
          ${content(at === 0)}
        </section>`,
    )}
    ${passkeyForm(say, { heading: say.text('signIn.passkey.heading'), isFirst: false, back })}`,
    aside: html`${onlyReading(say)}
    ${
      only !== undefined &&
      advice(
        say.text('signIn.noWay'),
        html`<p>${say.text('signIn.noWayMore')}</p>
          <p>${say.text('signIn.make')} ${adminCommand()}</p>`,
      )
    }`,
    script: PASSKEY_SCRIPT,
  })
}

/** The id of what says that the e-mail and the password do not go together. */
const FAULT = 'fault'

function byMail(say: Say, attempt?: Attempt): Way {
  const tried = attempt?.by === 'mail' ? attempt : undefined
  return {
    heading: say.text('signIn.mail.heading'),
    text: say.text('signIn.mail.short'),
    content: (isFirst) =>
      html`<form method="post" action="${say.to.signIn}" novalidate>
        ${field({
          id: 'mail-email',
          name: 'email',
          type: 'email',
          autocomplete: 'email',
          label: say.text('signIn.email'),
          value: tried?.email ?? '',
          fault: tried && say.text('signIn.faults.email'),
        })}
        ${submit(say.text('signIn.mail.send'), isFirst)}
      </form>`,
  }
}

function byPassword(say: Say, attempt?: Attempt): Way {
  const tried = attempt?.by === 'password' ? attempt : undefined
  const faultOf = (name: 'email' | 'password') =>
    tried?.fault === name ? say.text(`signIn.faults.${name}`) : undefined
  const faultAt = tried?.fault === 'refused' ? FAULT : undefined
  return {
    heading: say.text('signIn.password.heading'),
    content: (isFirst) =>
      html`<form method="post" action="${say.to.signInByPassword}" novalidate>
        ${field({
          id: 'password-email',
          name: 'email',
          type: 'email',
          autocomplete: 'username',
          label: say.text('signIn.email'),
          value: tried?.email ?? '',
          fault: faultOf('email'),
          faultAt,
        })}
        ${field({
          id: 'password',
          name: 'password',
          type: 'password',
          autocomplete: 'current-password',
          label: say.text('signIn.password.label'),
          fault: faultOf('password'),
          faultAt,
        })}
        ${submit(say.text('signIn.password.button'), isFirst)}
      </form>`,
  }
}

/** A link and not a form: browsers stop a form whose answer leads to another website (form-action in the CSP). */
function byOpenId(say: Say, name: string): Way {
  return {
    heading: say.text('signIn.openId.heading'),
    content: (isFirst) =>
      html`<p class="next">
        <a class="btn tall ${isFirst && 'go'}" href="${say.to.signInByOpenId}"
          >${say.text('signIn.openId.button', { name })}</a
        >
      </p>`,
  }
}

function submit(label: string, isFirst: boolean): Html {
  return html`<button type="submit" class="btn tall ${isFirst && 'go'}">${label}</button>`
}

function summary(say: Say, { by, fault }: Attempt): Html {
  const problem = (part: 'title' | 'detail') => text(say.locale, `problems.sign-in-refused.${part}`)
  if (fault === 'refused') {
    return faultSummary(
      FAULT,
      html`<p>${mark('triangle-alert')}${problem('title')}</p>
        <p>${problem('detail')}</p>
        <p><a href="#password">${say.text('signIn.faults.tryAgain')}</a></p>`,
    )
  }
  const at = fault === 'password' ? 'password' : `${by}-email`
  return faultSummary(FAULT, html`<p>${mark('triangle-alert')}<a href="#${at}">${say.text(`signIn.faults.${fault}`)}</a></p>`) // prettier-ignore
}

function askForLink(say: Say): Html {
  return html`<div class="not">
    <h2>${say.text('signIn.how')}</h2>
    <ul>
      <li><span>${say.text('signIn.ask')}</span></li>
      <li><span>${say.text('signIn.make')} ${adminCommand()}</span></li>
    </ul>
  </div>`
}
