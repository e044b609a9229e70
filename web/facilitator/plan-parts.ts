import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Anonymity, Phase, Session } from '../../schemas/types.ts'
import { plural, t } from '../i18n/workshop.ts'
import { tick } from '../people/fields.ts'
import { gauge } from '../ui/gauge.ts'
import { labelled } from './labelled.ts'
import {
  FEWEST_SEATS,
  groupsOf,
  minutesIn,
  MOST_GROUPS,
  MOST_SEATS,
  type GroupDraft,
  type PlanDraft,
} from './plan-draft.ts'

/** What the parts of the form are given. */
export type PlanForm = {
  readonly draft: PlanDraft
  /** How to mend what is wrong with a field, by its name. */
  readonly fault: (field: string) => string | undefined
  readonly change: (changes: Partial<PlanDraft>) => void
  readonly isPlanned: boolean
  readonly thirdCategory: Session['settings']['thirdCategory']
}

const MARK_MINUTES = 10
const USUAL_MINUTES = 90
/** Where something is written or marked, so that there is anything to put a name to. */
const NAMED_PHASES = ['collect', 'sort', 'delimit', 'word'] as const satisfies readonly Phase[]

export function planGroups({ draft, fault, change, isPlanned }: PlanForm): TemplateResult {
  const { groups } = draft
  const fewest = Math.max(1, groups.filter(({ id }) => id !== null).length)
  const set = (at: number, changes: Partial<GroupDraft>) =>
    change({ groups: groups.map((group, index) => (index === at ? { ...group, ...changes } : group)) })
  const total = groups.reduce((sum, { seats }) => sum + (Number(seats) || 0), 0)
  return html`<section class="part">
    <h2>${t('plan.groups')}</h2>
    <p>${t('plan.groupsHelp')}</p>
    ${labelled({
      id: 'plan-count',
      label: t('plan.count'),
      hint: isPlanned ? t('plan.countHint') : undefined,
      control: ({ id, describedBy }) =>
        html`<input
          id=${id}
          type="number"
          inputmode="numeric"
          min=${fewest}
          max=${MOST_GROUPS}
          aria-describedby=${describedBy}
          .value=${live(String(groups.length))}
          @input=${({ target }: Event) => {
            // On the way to twelve one is not asked for: groups go when the number has been written.
            const count = countIn(target)
            if (count > groups.length) change({ groups: groupsOf(groups, count) })
          }}
          @change=${({ target }: Event) => change({ groups: groupsOf(groups, countIn(target)) })}
        />`,
    })}
    <div class="planned-groups">
      ${groups.map((group, at) => {
        const problem = fault(`seats-${at}`)
        const advice = adviceOnSeats(group.seats)
        const below = [
          ...(advice ? [`plan-advice-${at}`] : []),
          ...(problem ? [`plan-seats-${at}-fault`] : []),
        ]
        return html`<div
          class="planned-group"
          role="group"
          aria-label=${t('groups.named', { number: at + 1 })}
        >
          <b aria-hidden="true">${at + 1}</b>
          <label
            ><span>${t('plan.seats')}</span
            ><input
              id="plan-seats-${at}"
              type="number"
              inputmode="numeric"
              min=${Math.max(FEWEST_SEATS, group.taken)}
              max=${MOST_SEATS}
              .value=${group.seats}
              aria-describedby=${below.join(' ') || nothing}
              aria-invalid=${problem ? 'true' : nothing}
              @input=${({ target }: Event) => set(at, { seats: (target as HTMLInputElement).value })}
          /></label>
          <label
            ><span>${t('plan.place')}</span
            ><input
              maxlength="60"
              autocomplete="off"
              .value=${group.place}
              placeholder=${at === 0 ? t('plan.placeExample') : nothing}
              @input=${({ target }: Event) => set(at, { place: (target as HTMLInputElement).value })}
          /></label>
          ${problem ? html`<span class="field-error" id="plan-seats-${at}-fault">${problem}</span>` : nothing}
          ${advice && !problem ? html`<span class="hint" id="plan-advice-${at}">${advice}</span>` : nothing}
        </div>`
      })}
    </div>
    <p class="quiet" aria-live="polite">${plural('plan.seatsInAll', total)}</p>
  </section>`
}

/** At least one, also where nothing is written that can be read. */
function countIn(target: EventTarget | null): number {
  const count = target instanceof HTMLInputElement ? Math.floor(target.valueAsNumber) : 1
  return Number.isNaN(count) ? 1 : Math.max(1, count)
}

/** Five or six is what the method builds on; other numbers are free to choose, with what they cost. */
function adviceOnSeats(typed: string): string | null {
  const seats = Number(typed)
  if (!Number.isInteger(seats) || seats < FEWEST_SEATS || seats > MOST_SEATS) return null
  if (seats < 5) return t('plan.few')
  return seats > 6 ? t('plan.many') : null
}

export function planPhases({ draft, fault, change }: PlanForm): TemplateResult {
  const set = (phase: Phase, changes: Partial<PlanDraft['phases'][number]>) =>
    change({ phases: draft.phases.map((each) => (each.phase === phase ? { ...each, ...changes } : each)) })
  const minutes = minutesIn(draft)
  return html`<section class="part">
    <h2>${t('plan.phases')}</h2>
    <p>${t('plan.phasesHelp')}</p>
    <ul class="planned-phases">
      ${draft.phases.map(({ phase, isIn, minutes: typed }) => {
        const name = t(`phase.${phase}`)
        const problem = fault(`phase-${phase}`) ?? fault(`minutes-${phase}`)
        return html`<li>
          <input
            type="checkbox"
            id="plan-phase-${phase}"
            aria-describedby="plan-what-${phase}"
            .checked=${live(isIn)}
            @change=${({ target }: Event) => set(phase, { isIn: (target as HTMLInputElement).checked })}
          />
          <label for="plan-phase-${phase}">${name}</label>
          <span class="what quiet" id="plan-what-${phase}">${t(`plan.does.${phase}`)}</span>
          <span class="minutes"
            ><input
              id="plan-minutes-${phase}"
              type="number"
              inputmode="numeric"
              min="0"
              max="240"
              ?disabled=${!isIn}
              .value=${typed}
              aria-label=${t('plan.minutesOf', { phase: name })}
              aria-invalid=${problem ? 'true' : nothing}
              aria-describedby=${problem ? `plan-phase-fault-${phase}` : nothing}
              @input=${({ target }: Event) => set(phase, { minutes: (target as HTMLInputElement).value })}
            /><span aria-hidden="true">${t('plan.minutes')}</span></span
          >
          ${problem ? html`<span class="field-error" id="plan-phase-fault-${phase}">${problem}</span>` : nothing}
        </li>`
      })}
    </ul>
    <p class="sum">
      ${gauge(minutes / MARK_MINUTES, Math.max(12, Math.ceil(minutes / MARK_MINUTES)))}
      <span aria-live="polite"
        >${plural('plan.sum', minutes)}${
          minutes === USUAL_MINUTES ? nothing : html` <span class="quiet">${t('plan.usualSum')}</span>`
        }</span
      >
    </p>
  </section>`
}

export function planAnonymity({ draft, change, isPlanned }: PlanForm): TemplateResult {
  const { anonymity } = draft
  const set = (changes: Partial<Anonymity>) => change({ anonymity: { ...anonymity, ...changes } })
  return html`<section class="part">
      <h2>${t('plan.anonymity')}</h2>
      <p>${t('plan.anonymityHelp')}</p>
      ${tick({
        name: 'silentCollect',
        label: t('plan.silent'),
        hint: t('plan.silentHint'),
        isOn: anonymity.silentCollect,
        onChange: (silentCollect) => set({ silentCollect }),
      })}
      <fieldset class="choices">
        <legend>${t('plan.named')}</legend>
        <div class="ticks">
          ${NAMED_PHASES.map((phase) =>
            tick({
              name: `named-${phase}`,
              label: t(`phase.${phase}`),
              isOn: anonymity.namedPhases.includes(phase),
              onChange: (isOn) =>
                set({
                  namedPhases: NAMED_PHASES.filter((each) =>
                    each === phase ? isOn : anonymity.namedPhases.includes(each),
                  ),
                }),
            }),
          )}
        </div>
      </fieldset>
      ${tick({
        name: 'namesInMinutes',
        label: t('plan.minutesNames'),
        hint: t('plan.minutesNamesHint'),
        isOn: anonymity.namesInMinutes,
        onChange: (namesInMinutes) => set({ namesInMinutes }),
      })}
    </section>
    ${
      isPlanned
        ? nothing
        : html`<section class="part">
            <h2>${t('plan.rehearsal')}</h2>
            ${tick({
              name: 'isRehearsal',
              label: t('plan.rehearse'),
              hint: t('plan.rehearseHint'),
              isOn: draft.isRehearsal,
              onChange: (isRehearsal) => change({ isRehearsal }),
            })}
          </section>`
    }`
}
