import { html, nothing, type TemplateResult } from 'lit'
import type { Phase } from '../../../../schemas/types.ts'
import { t } from '../../../i18n/board.ts'
import { icon } from '../../../ui/icon.ts'
import type { BoardView } from '../../board/board-session.ts'
import './board-badge.ts'
import './clock.ts'
import type { Whereabouts } from './follow-group.ts'
import { phaseName } from './notices.ts'

type Acts = {
  readonly lookAt: (phase: Phase) => void
  readonly choosePhase: () => void
  readonly openMenu: () => void
}

/** The bar on top: the group, its phases, where one's words lie, and the time. */
export function boardTop(
  view: BoardView,
  at: Whereabouts,
  { serverNow, isLooking }: { serverNow: () => number; isLooking: boolean },
  acts: Acts,
): TemplateResult {
  const { workshop, badge } = view
  const { clock } = workshop.conduct
  return html`<header class="bar board-bar">
      <span class="brand wide">${icon('mark')}</span>
      <button class="phase-now narrow" aria-haspopup="dialog" @click=${acts.choosePhase}>
        ${phaseName(at.shown)}${icon('chevron-down')}
      </button>
      <b class="group">${t('group', { number: workshop.group.number })}</b>
      ${isLooking ? html`<span class="stamp">${t('look.stamp')}</span>` : nothing}
      ${workshop.isRehearsal ? html`<span class="stamp wide">${t('rehearsal')}</span>` : nothing}
      ${phaseSteps(view, at, acts.lookAt)}
      <div class="end">
        ${isLooking ? nothing : html`<pv-board-badge .badge=${badge}></pv-board-badge>`}
        <pv-board-clock .clock=${clock} .serverNow=${serverNow}></pv-board-clock>
        <button
          class="btn icon bare"
          aria-label=${t('menu.open')}
          aria-haspopup="dialog"
          @click=${acts.openMenu}
        >
          ${icon('menu')}
        </button>
      </div>
    </header>
    <pv-board-clock part_="stick" .clock=${clock} .serverNow=${serverNow}></pv-board-clock>`
}

function phaseSteps({ workshop }: BoardView, at: Whereabouts, lookAt: Acts['lookAt']): TemplateResult {
  const phases = workshop.phases.map(({ phase }) => phase)
  const reached = phases.indexOf(at.group)
  return html`<nav class="phases wide" aria-label=${t('phases')}>
    <ol>
      ${phases.map((phase, index) => {
        const isGroups = phase === at.group
        return html`<li class=${index < reached ? 'past' : ''}>
          <button aria-current=${phase === at.shown ? 'step' : nothing} @click=${() => lookAt(phase)}>
            ${index < reached ? icon('check') : nothing}${phaseName(phase)}${
              isGroups && at.shown !== phase
                ? html`<span class="here-dot" aria-hidden="true"></span
                    ><span class="sr">${t('where.here')}</span>`
                : nothing
            }
          </button>
        </li>`
      })}
    </ol>
  </nav>`
}
