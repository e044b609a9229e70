import '@awesome.me/webawesome/dist/styles/themes/default.css'
import './styles/app.css'
import './components.ts'
import { html, render } from 'lit'
import type { Session } from '../schemas/types.ts'
import { NoAnswer } from './api/http-client.ts'
import { readSession } from './api/profiles.ts'
import { locale } from './i18n/locale.ts'
import { fetchTexts } from './i18n/localize.ts'
import { placeAt, watchPlace, type Place } from './router.ts'
import { troubleIn, troublePage } from './trying.ts'

/** The workshop: who is here, and the page that the address names. Strangers are shown the door. */
document.documentElement.lang = locale()
try {
  const [viewer] = await Promise.all([readSession(), fetchTexts()])
  open(viewer)
} catch (error) {
  render(
    troublePage(troubleIn(error, 'read'), () => location.reload()),
    document.body,
  )
}

function open(viewer: Session): void {
  if (viewer.person === null) return location.replace('/logga-in')
  let shown: Place = placeAt(location.pathname)
  const show = async (place: Place) => {
    shown = place
    try {
      await fetchPage(place)
      if (shown === place) render(pageAt(place, viewer), document.body)
    } catch {
      const trouble = troubleIn(new NoAnswer('no page'), 'read')
      render(
        troublePage(trouble, () => location.reload()),
        document.body,
      )
    }
  }
  watchPlace((place, isNew) => {
    void show(place).then(() => {
      if (isNew) requestAnimationFrame(() => requestAnimationFrame(arrive))
    })
  })
  // Every page bears the person's name and the installation's. Where they cannot be read, the next page has them.
  addEventListener('session-changed', () => {
    void readSession().then(
      (session) => {
        viewer = session
        if (session.person !== null) void show(shown)
      },
      () => undefined,
    )
  })
  void show(shown)
}

/** What is not needed to write comes when it is gone to. */
async function fetchPage(place: Place): Promise<unknown> {
  switch (place.page) {
    case 'start':
    case 'editor':
      return undefined
    case 'history':
      return import('./pages/history-page.ts')
    case 'publish':
      return import('./pages/publish-page.ts')
    case 'workshops':
    case 'planning':
    case 'workshop':
    case 'projector':
      return import('./facilitator/pages.ts')
    case 'review':
    case 'settling':
    case 'closing':
    case 'panel-meeting':
    case 'panel-projector':
      return (await import('./review/review-place.ts')).fetchReviewPage(place.page)
    case 'compile':
      return import('./compile/compile-page.ts')
    case 'replay':
      return import('./replay/replay-page.ts')
    default:
      return import('./people/pages.ts')
  }
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
    case 'workshops':
    case 'planning':
    case 'workshop':
    case 'projector':
      return html`<pv-workshop-place .viewer=${session} .place=${place}></pv-workshop-place>`
    case 'review':
    case 'settling':
    case 'closing':
    case 'panel-meeting':
    case 'panel-projector':
      return html`<pv-review-place .viewer=${session} .place=${place}></pv-review-place>`
    case 'compile':
      return html`<pv-compile-page
        .viewer=${session}
        .slug=${place.slug}
        .workshopId=${place.workshopId}
        .themeId=${place.themeId ?? ''}
      ></pv-compile-page>`
    case 'replay':
      return html`<pv-replay-page
        .viewer=${session}
        .slug=${place.slug}
        .workshopId=${place.workshopId}
        .groupNumber=${place.groupNumber}
      ></pv-replay-page>`
    case 'account':
      return html`<pv-account-page .viewer=${session}></pv-account-page>`
    case 'administration':
      return html`<pv-administration-page .viewer=${session} .shown=${place.part}></pv-administration-page>`
    case 'person':
      return html`<pv-administration-page
        .viewer=${session}
        shown="people"
        .personId=${place.personId}
      ></pv-administration-page>`
  }
}
