import './styles/panel.css'
import { html, render, type TemplateResult } from 'lit'
import type { Session } from '../schemas/types.ts'
import { noOfOurServer } from './api/member-acts.ts'
import { readSession } from './api/profiles.ts'
import { locale } from './i18n/locale.ts'
import { fetchTexts } from './i18n/panel.ts'
import { registerPageWorker } from './page-worker/register-page-worker.ts'
import { answerStore } from './panel/kept/answer-store.ts'
import { panelDatabase } from './panel/kept/panel-database.ts'
import { hereNow, openPanel } from './panel/open-panel.ts'
import { signInAddress } from './panel/shell/notices.ts'
import { needsNetworkPage } from './panel/shell/needs-network.ts'
import './panel/shell/panel-page.ts'
import { isHere, nobodyHere } from './panel/who-is-here.ts'

/**
 * What the members of a panel see: `/panel` and `/panel/<review>`. Nothing of the editor comes with it: it is read on
 * phones, on trains. What the device has of the person who is signed in here is shown at once, and the server's answer when
 * it comes.
 */
document.documentElement.lang = locale()
const SOON_MS = 1_500
void begin()

async function begin(): Promise<void> {
  await fetchTexts()
  const here = hereNow()
  if (here !== null) open(here)
  try {
    follow(here, await readSession())
  } catch (error) {
    noOfOurServer(error)
    if (here === null) draw(needsNetworkPage(() => location.reload()))
  }
}

/** The server is believed: whoever has signed out elsewhere, or whose session has been ended, sees nothing here. */
function follow(here: string | null, { person }: Session): void {
  void answerStore(panelDatabase())
    .keepOnlyOf(person?.id ?? null)
    .catch(() => undefined)
  if (person === null) {
    document.cookie = nobodyHere(location.protocol)
    location.replace(signInAddress())
  } else if (person.id !== here) {
    document.cookie = isHere(person.id, location.protocol)
    if (here === null) open(person.id)
    else location.reload()
  }
}

function open(me: string): void {
  const panel = openPanel(me)
  draw(html`<pv-panel-page .panel=${panel}></pv-panel-page>`)
  // Somebody has signed in or out in another tab.
  const look = () => {
    if (document.visibilityState === 'visible' && hereNow() !== me) location.reload()
  }
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  keepForOffline()
}

/** The worker fetches everything: when the page has been drawn, and soon even where it has no rest. */
function keepForOffline(): void {
  const register = () => void registerPageWorker('/panel')
  if ('requestIdleCallback' in globalThis) requestIdleCallback(register, { timeout: SOON_MS })
  else setTimeout(register, SOON_MS)
}

function draw(page: TemplateResult): void {
  render(page, document.body)
}
