import './styles/board.css'
import { html, render, type TemplateResult } from 'lit'
import type { Seat } from '../schemas/types.ts'
import { fetchTexts } from './i18n/board.ts'
import { locale } from './i18n/locale.ts'
import { registerPageWorker } from './page-worker/register-page-worker.ts'

/**
 * A group's board, and the way to it: `/med` and `/med/<code>`, `/tavla`, and `/tavla/titta/<group>` for those who lead.
 * Nothing of the editor comes with it: it is opened on phones, in rooms with a bad network.
 */
document.documentElement.lang = locale()
const SOON_MS = 1_500
const LOOK = /^\/tavla\/titta\/([0-9a-f-]{36})\/?$/u
const JOIN = /^\/med(?:\/([^/]*))?\/?$/u

void show()

async function show(): Promise<void> {
  const join = JOIN.exec(location.pathname)
  if (join) {
    await Promise.all([import('./workshop/screens/join/join-page.ts'), fetchTexts()])
    draw(html`<pv-join-page .code=${codeIn(join[1] ?? '')} @seated=${seated}></pv-join-page>`)
    // While somebody writes their name, what they are on their way to is fetched.
    return void fetchBoard()
  }
  await fetchBoard()
  draw(html`<pv-board-page .watched=${LOOK.exec(location.pathname)?.[1] ?? ''}></pv-board-page>`)
  keepForOffline()
}

async function seated({ detail }: CustomEvent<Seat>): Promise<void> {
  await fetchBoard()
  history.replaceState(null, '', '/tavla')
  draw(html`<pv-board-page .taken=${detail}></pv-board-page>`)
  keepForOffline()
}

/** The worker fetches the screens of all phases: when the board has been drawn, and soon even where the page has no rest. */
function keepForOffline(): void {
  const register = () => void registerPageWorker('/tavla')
  if ('requestIdleCallback' in globalThis) requestIdleCallback(register, { timeout: SOON_MS })
  else setTimeout(register, SOON_MS)
}

async function fetchBoard(): Promise<void> {
  await Promise.all([import('./workshop/screens/shell/board-page.ts'), fetchTexts()])
}

function codeIn(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function draw(page: TemplateResult): void {
  render(page, document.body)
}
