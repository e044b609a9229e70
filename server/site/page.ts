import type { Setup } from '../installation.ts'
import { readAssets, type Assets } from '../http/assets.ts'
import { LOCALES } from '../i18n/catalogue.ts'
import { translated } from './addresses.ts'
import { html, type Html } from './html.ts'
import { mark, shapesFor } from './marks.ts'
import { sayIn, type Say } from './say.ts'

/** What every page is made with: how the installation is set up at that moment, and where its style sheet and fonts lie. */
export type Site = { readonly config: Setup; readonly assets: () => Assets }

/** How an installation's pages are made; the built files are looked for when the first page is asked for. */
export function siteOf(setup: () => Setup): Site {
  let found: Assets | undefined
  return {
    get config() {
      return setup()
    },
    assets: () => (found ??= readAssets()),
  }
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
  /** Pages that nobody should come upon by searching: of signing in, of a person's own, of what went wrong. */
  readonly hidden?: boolean
  /** What the page can do without, and does better with; its path in `web/`. */
  readonly script?: string
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%23176695' d='M3 2h6v4h3a8 8 0 0 1 8 8v3h2v5H3z'/%3E%3C/svg%3E"

/** A whole page: head, menu, content and foot. It loads one style sheet and two fonts, and runs no script unless it names one. */
export function renderPage(site: Site, page: Page): Html {
  const { say } = page
  const content = html`<a class="skip" href="#main">${say.text('skip')}</a>
    <div class="page">
      ${header(site, page)}
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

function head({ config, assets }: Site, page: Page): Html {
  const { title, description, path, canonical, hidden, script } = page
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
    <title>${title === config.name ? title : `${title} – ${config.name}`}</title>
    ${description && html`<meta name="description" content="${description}" />`}
    ${hidden && html`<meta name="robots" content="noindex" />`}
    <link rel="stylesheet" href="${asset('styles/site.css')}" />
    ${font('pv-sans-400')} ${font('pv-serif-400')}
    <link rel="icon" href="${ICON}" />
    ${script && html`<script type="module" src="${asset(script)}"></script>`}
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

function header({ config }: Site, { say, current, path }: Page): Html {
  const entry = (page: Page['current'], address: string, name: string) =>
    html`<a href="${address}" ${current === page && html`aria-current="true"`}>${name}</a>`
  const other = sayIn(say.locale === 'sv' ? 'en' : 'sv')
  return html`<header class="site">
    <a class="brand" href="${say.to.profiles}">${brandMark(config)}<span>${config.name}</span></a>
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

/** The installation's logo where it has one, with its name beside it in words. */
function brandMark({ logo }: Setup): Html {
  return logo === null ? mark('mark') : html`<img src="/logo/${logo.tag}" alt="" height="32" />`
}

function footer({ say, foot, hidden, path }: Page): Html {
  const entry = (address: string, name: string) => html`<li><a href="${address}">${name}</a></li>`
  return html`<footer class="foot">
    ${foot} ${!hidden && html`<p class="quiet">${say.text('foot.nothingKept')}</p>`}
    <ul class="links">
      ${path !== say.to.signIn && entry(say.to.signIn, say.text('foot.signIn'))}
      ${entry(say.to.privacy, say.text('foot.privacy'))}
      ${entry(say.to.accessibility, say.text('foot.accessibility'))}
      ${entry(say.to.api, say.text('foot.api'))}
    </ul>
  </footer>`
}
