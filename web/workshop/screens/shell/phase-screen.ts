import { html, type TemplateResult } from 'lit'
import { until } from 'lit/directives/until.js'
import type { Phase } from '../../../../schemas/types.ts'
import { t } from '../../../i18n/board.ts'
import type { BoardSession } from '../../board/board-session.ts'
import '../collect/collect.ts'
import type { Desk } from '../desk.ts'
import '../sort/sort.ts'

/** A network that was away is asked again. */
const AGAIN_MS = 5_000

const fetched = new Map<Phase, Promise<TemplateResult | ''>>()
const FETCH: Readonly<Partial<Record<Phase, () => Promise<unknown>>>> = {
  delimit: () => import('../delimit/delimit.ts'),
  word: () => import('../word/word.ts'),
  done: () => import('../done/done.ts'),
}

/** The screen of a phase. Collecting and sorting are there from the start; the others come when they are gone to. */
export function phaseScreen(phase: Phase, desk: Desk, session: BoardSession): TemplateResult {
  switch (phase) {
    case 'collect':
      return html`<pv-collect .desk=${desk}></pv-collect>`
    case 'sort':
      return html`<pv-sort .desk=${desk}></pv-sort>`
    case 'delimit':
      return html`<pv-delimit .session=${session}></pv-delimit>${missing(phase)}`
    case 'word':
      return html`<pv-word .session=${session}></pv-word>${missing(phase)}`
    case 'done':
      return html`<pv-done .session=${session}></pv-done>${missing(phase)}`
  }
}

/** Gives what stands beside the screen: nothing once it is there, a sentence where it could not be fetched. */
function fetchScreen(phase: Phase): Promise<TemplateResult | ''> {
  const under = fetched.get(phase)
  if (under) return under
  const fetching = (FETCH[phase]?.() ?? Promise.resolve()).then(
    () => '' as const,
    () => {
      setTimeout(() => fetched.delete(phase), AGAIN_MS)
      return html`<main class="before"><h1>${t('screenMissing')}</h1></main>`
    },
  )
  fetched.set(phase, fetching)
  return fetching
}

function missing(phase: Phase): TemplateResult {
  return html`${until(fetchScreen(phase), '')}`
}
