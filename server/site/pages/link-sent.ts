import { LINK_LASTS } from '../../usecases/people/sign-in-link.ts'
import { hiddenField } from '../field.ts'
import { html, type Html } from '../html.ts'
import type { Site } from '../page.ts'
import { minutesRule } from '../rule.ts'
import type { Say } from '../say.ts'
import { advice, signInFrame } from './sign-in-frame.ts'

const MINUTES = LINK_LASTS.mailed / 60_000

/** A link has been asked for. The page is the same whether or not anybody here has that address. */
export function linkSentPage(site: Site, say: Say, email: string): Html {
  return signInFrame(site, say, {
    title: say.text('sent.title'),
    icon: 'mail',
    path: say.to.linkSent,
    content: html`<p class="lead">${email}</p>
      <p>${say.text('sent.open')}</p>
      <p class="lasting">
        ${minutesRule(MINUTES)}<span>${say.text('sent.lasts', { minutes: MINUTES })}</span>
      </p>
      <div class="not">
        <h2>${say.text('sent.nothing')}</h2>
        <ul>
          <li><span>${say.text('sent.spam', { name: site.config.name })}</span></li>
          <li>
            <span>${say.text('sent.otherAddress')}</span>
            <a href="${say.to.signIn}">${say.text('sent.change')}</a>
          </li>
          <li>
            <span>${say.text('sent.waited')}</span>
            <form method="post" action="${say.to.signIn}">
              ${hiddenField('email', email)}
              <button type="submit" class="link">${say.text('sent.again')}</button>
            </form>
          </li>
          <li><span>${say.text('sent.unknown')}</span></li>
        </ul>
      </div>`,
    aside: advice(say.text('sent.close'), html`<p>${say.text('sent.closeMore')}</p>`),
  })
}
