import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import type { Say } from '../say.ts'

/** How to get in. `reader` is the name of whoever is signed in already. */
export function signInPage(site: Site, say: Say, reader: string | null): Html {
  return signInFrame(site, say, {
    path: say.to.signIn,
    title: reader === null ? say.text('signIn.title') : say.text('signIn.already', { name: reader }),
    content: reader === null ? howToGetIn(say) : alreadyIn(say),
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
    aside: html`<div class="also">
        <h2>${say.text('signIn.lasts')}</h2>
        <p>${say.text('signIn.lastsMore')}</p>
      </div>
      <div class="also">
        <h2>${say.text('signIn.whyButton')}</h2>
        <p>${say.text('signIn.whyButtonMore')}</p>
      </div>`,
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
          <li><span>${say.text('signIn.askForNew')}</span></li>
          <li><span>${say.text('signIn.makeNew')} ${command()}</span></li>
        </ul>
      </div>`,
    aside: onlyReading(say),
  })
}

type Frame = {
  readonly title: string
  readonly content: Html
  readonly aside: Html
  readonly icon?: string
  readonly path?: string
}

function signInFrame(site: Site, say: Say, { title, content, aside, icon, path }: Frame): Html {
  const body = html`<div class="leaf flat head sign">
    ${icon && html`<span class="addr">${mark(icon)}</span>`}
    <div class="mid">
      <h1 class="title">${title}</h1>
      ${content}
    </div>
    <div class="side">${aside}</div>
  </div>`
  return renderPage(site, { say, body, title, hidden: true, ...(path !== undefined && { path }) })
}

function howToGetIn(say: Say): Html {
  return html`<p class="lead">${say.text('signIn.lead')}</p>
    <div class="not">
      <h2>${say.text('signIn.how')}</h2>
      <ul>
        <li><span>${say.text('signIn.ask')}</span></li>
        <li><span>${say.text('signIn.make')} ${command()}</span></li>
      </ul>
    </div>`
}

function alreadyIn(say: Say): Html {
  return html`<p class="next">
      <a class="btn go tall" href="${say.to.workshop}">${say.text('signIn.toWorkshop')}</a>
    </p>
    <form method="post" action="${say.to.signOut}">
      <button type="submit" class="btn tall">${mark('log-out')}${say.text('signIn.out')}</button>
    </form>`
}

function onlyReading(say: Say): Html {
  return html`<div class="also">
    <h2>${say.text('signIn.onlyReading')}</h2>
    <p>${say.text('signIn.onlyReadingMore')}</p>
    <p><a href="${say.to.profiles}">${say.text('signIn.toProfiles')}</a></p>
  </div>`
}

function command(): Html {
  return html`<code>npx profilverkstad admin-link</code>`
}
