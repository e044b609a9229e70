import type { Config } from '../config.ts'
import { readAssets, type Assets } from '../http/assets.ts'
import { LOCALES } from '../i18n/catalogue.ts'
import { translated } from './addresses.ts'
import { html, type Html } from './html.ts'
import { mark, shapesFor } from './marks.ts'
import { sayIn, type Say } from './say.ts'

/** What every page is made with: how the installation is set up, and where its style sheet and fonts lie. */
export type Site = { readonly config: Config; readonly assets: () => Assets }

/** How an installation's pages are made; the built files are looked for when the first page is asked for. */
export function siteOf(config: Config): Site {
  let found: Assets | undefined
  return { config, assets: () => (found ??= readAssets()) }
}

export type Page = {
  readonly say: Say
  readonly title: string
  readonly body: Html
  /** The page's own path, where it also exists in the other language. */
  readonly path?: string
  readonly description?: string
  /** Which of the menu's pages this is or belongs to. */
  readonly current?: 'profiles' | 'howWeWork'
  /** What the foot says before what it says on every page. */
  readonly foot?: Html
  /** Another address under which search engines are to know this page. */
  readonly canonical?: string
  /** Pages that nobody should come upon by searching. */
  readonly hidden?: boolean
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%23176695' d='M3 2h6v4h3a8 8 0 0 1 8 8v3h2v5H3z'/%3E%3C/svg%3E"

/** A whole page: head, menu, content and foot. It loads one style sheet and two fonts, and runs no script. */
export function renderPage(site: Site, page: Page): Html {
  const { say } = page
  const content = html`<a class="skip" href="#main">${say.text('skip')}</a>
    <div class="page">
      ${header(page)}
      <main id="main">${page.body}</main>
      ${footer(page)}
    </div>`
  return html`<!doctype html>
    <html lang="${say.locale}">
      ${head(site, page)}
      <body>
        ${content} ${shapesFor(content)}
      </body>
    </html>`
}

function head({ config, assets }: Site, { say, title, description, path, canonical, hidden }: Page): Html {
  const asset = (source: string) => assets().address(source)
  const font = (name: string) =>
    html`<link
      rel="preload"
      as="font"
      type="font/woff2"
      crossorigin
      href="${asset(`generated/${name}.woff2`)}"
    />`
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title === say.text('name') ? title : `${title} – ${say.text('name')}`}</title>
    ${description && html`<meta name="description" content="${description}" />`}
    ${hidden && html`<meta name="robots" content="noindex" />`}
    <link rel="stylesheet" href="${asset('styles/site.css')}" />
    ${font('pv-sans-400')} ${font('pv-serif-400')}
    <link rel="icon" href="${ICON}" />
    ${canonical && html`<link rel="canonical" href="${config.baseUrl}${canonical}" />`}
    ${
      path !== undefined &&
      LOCALES.map(
        (locale) =>
          html`<link
            rel="alternate"
            hreflang="${locale}"
            href="${config.baseUrl}${translated(path, locale)}"
          />`,
      )
    }
  </head>`
}

function header({ say, current, path }: Page): Html {
  const entry = (page: Page['current'], address: string, name: string) =>
    html`<a href="${address}" ${current === page && html`aria-current="true"`}>${name}</a>`
  const other = sayIn(say.locale === 'sv' ? 'en' : 'sv')
  return html`<header class="site">
    <a class="brand" href="${say.to.profiles}">${mark('mark')}${say.text('name')}</a>
    <nav aria-label="${say.text('menu')}">
      ${entry('profiles', say.to.profiles, say.text('nav.profiles'))}
      ${entry('howWeWork', say.to.howWeWork, say.text('nav.howWeWork'))}
    </nav>
    ${
      path !== undefined &&
      html`<a
        class="lang"
        href="${translated(path, other.locale)}"
        lang="${other.locale}"
        hreflang="${other.locale}"
        >${other.text('inThisLanguage')}</a
      >`
    }
  </header>`
}

function footer({ say, foot }: Page): Html {
  return html`<footer class="foot">
    ${foot}
    <p class="quiet">
      <a href="${say.to.privacy}">${say.text('foot.privacy')}</a> ·
      <a href="${say.to.accessibility}">${say.text('foot.accessibility')}</a> ·
      <a href="${say.to.api}">${say.text('foot.api')}</a> ·
      <a href="${say.to.signIn}">${say.text('foot.signIn')}</a>
    </p>
  </footer>`
}
