import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import type { Site } from '../page.ts'
import type { Say } from '../say.ts'
import { adminCommand, advice, onlyReading, signInFrame } from './sign-in-frame.ts'

/** For somebody who is signed in already. */
export function alreadyInPage(site: Site, say: Say, name: string): Html {
  return signInFrame(site, say, {
    path: say.to.signIn,
    title: say.text('signIn.already', { name }),
    content: html`<p class="next">
        <a class="btn go tall" href="${say.to.workshop}">${say.text('signIn.toWorkshop')}</a>
      </p>
      <form method="post" action="${say.to.signOut}">
        <button type="submit" class="btn tall">${mark('log-out')}${say.text('signIn.out')}</button>
      </form>`,
    aside: onlyReading(say),
  })
}

/** A link that still opens: signing in takes a press of the button, since programs that read mail open links on their own. */
export function signInLinkPage(site: Site, say: Say, token: string): Html {
  return signInFrame(site, say, {
    title: say.text('signIn.ready'),
    content: html`<p class="lead">${say.text('signIn.readyLead')}</p>
      <form method="post" action="${say.to.signInWith(token)}">
        <button type="submit" class="btn go tall">${say.text('signIn.button')}</button>
      </form>`,
    aside: html`${advice(say.text('signIn.lasts'), html`<p>${say.text('signIn.lastsMore')}</p>`)}
    ${advice(say.text('signIn.whyButton'), html`<p>${say.text('signIn.whyButtonMore')}</p>`)}`,
  })
}

/** A link that opens nothing any more, or never did. */
export function spentLinkPage(site: Site, say: Say): Html {
  return signInFrame(site, say, {
    title: say.text('signIn.spent'),
    icon: 'link',
    content: html`<p class="lead">${say.text('signIn.spentLead')}</p>
      <div class="not">
        <h2>${say.text('signIn.whatNow')}</h2>
        <ul>
          <li>
            <span>${say.text('signIn.usedHere')}</span>
            <a href="${say.to.workshop}">${say.text('signIn.toWorkshop')}</a>
          </li>
          ${
            site.config.mail === null
              ? html`<li><span>${say.text('signIn.askForNew')}</span></li>`
              : html`<li>
                  <span>${say.text('signIn.mailNew')}</span>
                  <a href="${say.to.signIn}">${say.text('sent.again')}</a>
                </li>`
          }
          <li><span>${say.text('signIn.makeNew')} ${adminCommand()}</span></li>
        </ul>
      </div>`,
    aside: onlyReading(say),
  })
}
