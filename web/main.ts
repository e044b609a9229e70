import '@awesome.me/webawesome/dist/styles/themes/default.css'
import './styles/app.css'
import './components.ts'
import { html, render } from 'lit'
import type { Session } from '../schemas/types.ts'
import { readSession } from './api/profiles.ts'
import { locale } from './i18n/localize.ts'
import { placeAt, watchPlace, type Place } from './router.ts'
import { troubleIn, troublePage } from './trying.ts'

/** The workshop: who is here, and the page that the address names. Strangers are shown the door. */
document.documentElement.lang = locale()
try {
  open(await readSession())
} catch (error) {
  render(
    troublePage(troubleIn(error, 'read'), () => location.reload()),
    document.body,
  )
}

function open(viewer: Session): void {
  if (viewer.person === null) return location.replace('/logga-in')
  const show = (place: Place) => render(pageAt(place, viewer), document.body)
  watchPlace((place, isNew) => {
    show(place)
    if (isNew) requestAnimationFrame(() => requestAnimationFrame(arrive))
  })
  show(placeAt(location.pathname))
}

/** A new place begins at its top, and is read from its heading; somebody who is led to a field stays in it. */
function arrive(): void {
  if (document.activeElement instanceof HTMLTextAreaElement) return
  scrollTo(0, 0)
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

function pageAt(place: Place, session: Session) {
  switch (place.page) {
    case 'start':
      return html`<pv-start-page .viewer=${session}></pv-start-page>`
    case 'editor':
      return html`<pv-editor-page
        .viewer=${session}
        .slug=${place.slug}
        .section=${place.section}
      ></pv-editor-page>`
    case 'history':
      return html`<pv-history-page .viewer=${session} .slug=${place.slug}></pv-history-page>`
    case 'publish':
      return html`<pv-publish-page .viewer=${session} .slug=${place.slug}></pv-publish-page>`
  }
}
