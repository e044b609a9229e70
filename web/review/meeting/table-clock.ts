import { html, nothing, type TemplateResult } from 'lit'
import type { Clock, PanelMeeting } from '../../../schemas/types.ts'
import { t } from '../../i18n/review.ts'

const MINUTE = 60_000
/** How long the clock runs where the agenda sets no time. */
export const USUAL_MINUTES = 10
const MORE_MINUTES = 2

/** The time for a point, as the clocks of the workshop understand it: it never stands still. */
export function clockOf({ clock }: Pick<PanelMeeting, 'clock'>): Clock | null {
  return clock && { endsAt: clock.endsAt, ofMs: clock.minutes * MINUTE, leftMs: null }
}

/** So many minutes from now, for two more than are left. */
export function twoMore({ clock }: Pick<PanelMeeting, 'clock'>, now: number): number {
  const left = clock ? Math.max(0, Date.parse(clock.endsAt) - now) : 0
  return Math.round(left / MINUTE) + MORE_MINUTES
}

type TableClock = {
  readonly meeting: PanelMeeting
  readonly now: () => number
  /** Null where the reader does not run the meeting. */
  readonly set: ((minutes: number | null) => void) | null
}

/** The time that is left for what is on the table. */
export function tableClock({ meeting, now, set }: TableClock): TemplateResult {
  const { clock } = meeting
  return html`<section class="table-clock" aria-labelledby="clock-heading">
    <h2 id="clock-heading">${t('room.clock.heading')}</h2>
    ${
      clock
        ? html`<p class="time">
            <pv-time-left .clock=${clockOf(meeting)} .now=${now}></pv-time-left>
            <span class="quiet">${t('room.clock.of', { minutes: clock.minutes })}</span>
          </p>`
        : html`<p class="quiet">${t('room.clock.none')}</p>`
    }
    ${
      set
        ? html`<p class="buttons">
            ${
              clock
                ? html`<wa-button size="s" appearance="outlined" @click=${() => set(twoMore(meeting, now()))}
                      >${t('room.clock.add')}</wa-button
                    ><wa-button size="s" appearance="outlined" @click=${() => set(null)}
                      >${t('room.clock.remove')}</wa-button
                    >`
                : html`<wa-button size="s" appearance="outlined" @click=${() => set(USUAL_MINUTES)}
                    >${t('room.clock.start', { minutes: USUAL_MINUTES })}</wa-button
                  >`
            }
          </p>`
        : nothing
    }
  </section>`
}
