import { html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import type { Say } from '../say.ts'

type Frame = {
  /** As a heading; what the window is called, where that is something else. */
  readonly title: string
  readonly windowTitle?: string
  readonly content: Html
  readonly aside: Html
  readonly icon?: string
  readonly path?: string
  readonly script?: string
}

/** What all pages of signing in have in common: found by no search engine, the way in to the left, advice to the right. */
export function signInFrame(site: Site, say: Say, frame: Frame): Html {
  const { title, windowTitle = title, content, aside, icon, path, script } = frame
  const body = html`<div class="leaf flat head sign">
    ${icon && html`<span class="addr">${mark(icon)}</span>`}
    <div class="mid">
      <h1 class="title">${title}</h1>
      ${content}
    </div>
    <div class="side">${aside}</div>
  </div>`
  return renderPage(site, {
    say,
    body,
    title: windowTitle,
    hidden: true,
    ...(path !== undefined && { path }),
    ...(script !== undefined && { script }),
  })
}

/** A piece of advice beside the way in. */
export function advice(heading: string, content: Html): Html {
  return html`<div class="also">
    <h2>${heading}</h2>
    ${content}
  </div>`
}

export function onlyReading(say: Say): Html {
  return advice(
    say.text('signIn.onlyReading'),
    html`<p>${say.text('signIn.onlyReadingMore')}</p>
      <p><a href="${say.to.profiles}">${say.text('signIn.toProfiles')}</a></p>`,
  )
}

/** The way in that an administrator always has, from the server itself. */
export function adminCommand(): Html {
  return html`<code>profilverkstad admin-link</code>`
}
