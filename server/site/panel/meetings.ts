import { wasHeld, type PanelRecord } from '../../usecases/review/read-panel-record.ts'
import { html, type Html } from '../html.ts'
import { capitalized, type Say } from '../say.ts'

/** When the panel met, and how many were there; where and who stands in the minutes. */
export function meetingList(say: Say, { meetings, composition }: PanelRecord): Html {
  return html`<dl class="facts">
    ${meetings.map(({ startsAt, wasPresent }) => {
      const there = composition.filter((_seat, at) => wasPresent[at] === true)
      const perspectives = new Set(there.map(({ perspective }) => perspective)).size
      return html`<div>
        <dt>${say.dayOf(startsAt)}</dt>
        <dd>
          ${
            there.length === 0
              ? say.text('panel.presentUnknown')
              : say.text('panel.present', {
                  people: capitalized(say.inWords('counts.present', there.length)),
                  perspectives: say.inWords('counts.perspectives', perspectives),
                })
          }
        </dd>
      </div>`
    })}
  </dl>`
}

/** Those that were held when the panel decided: what was planned for later never was. */
export function heldMeetings({ meetings, decision }: PanelRecord): PanelRecord['meetings'] {
  return meetings.filter((meeting) => decision === null || wasHeld(meeting, decision.at))
}
