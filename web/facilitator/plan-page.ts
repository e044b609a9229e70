import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Session, Workshop } from '../../schemas/types.ts'
import { readProfile } from '../api/profiles.ts'
import { addGroup, amendGroup, amendWorkshop, planWorkshop, readWorkshop } from '../api/workshops.ts'
import { formatDay } from '../i18n/locale.ts'
import { plural, t } from '../i18n/workshop.ts'
import { addressOf, goTo } from '../router.ts'
import { Trying } from '../trying.ts'
import { LightElement } from '../ui/light-element.ts'
import { titlePage } from '../ui/page-title.ts'
import { bar } from './bar.ts'
import { labelled } from './labelled.ts'
import {
  changesIn,
  draftOf,
  faultsIn,
  planFrom,
  usualPlan,
  type PlanDraft,
  type PlanFault,
} from './plan-draft.ts'
import { planAnonymity, planGroups, planPhases, type PlanForm } from './plan-parts.ts'

/** Plans a workshop, or changes the plan of one. A usual workshop asks for nothing but its day. */
@customElement('pv-plan-page')
export class PlanPage extends LightElement {
  @property({ attribute: false }) declare viewer: Session
  @property() slug = ''
  /** Empty for a new one. */
  @property() workshopId = ''
  @state() private draft: PlanDraft | null = null
  @state() private faults: ReadonlyMap<string, PlanFault> = new Map()
  @state() private profileTitle = ''
  @state() private busy = false
  #planned: Workshop | null = null
  readonly #trying = new Trying(this)

  override connectedCallback(): void {
    super.connectedCallback()
    titlePage(t(this.workshopId ? 'plan.change' : 'plan.new'), this.viewer)
    void this.#trying.read(() => this.#read())
  }

  async #read(): Promise<void> {
    if (this.workshopId) {
      const workshop = await readWorkshop(this.workshopId)
      this.#planned = workshop
      this.profileTitle = workshop.profileTitle
      this.draft = draftOf(workshop)
    } else {
      const { title } = await readProfile(this.slug)
      this.profileTitle = title
      this.draft = usualPlan(t('plan.usualQuestion'))
    }
  }

  override render(): TemplateResult {
    const heading = t(this.workshopId ? 'plan.change' : 'plan.new')
    return html`
      ${bar({ slug: this.slug, profileTitle: this.profileTitle, here: heading, isBelow: true })}
      <main class="start plan" id="main">
        <h1 class="title">${heading}</h1>
        ${this.workshopId ? nothing : html`<p class="lead">${t('plan.lead')}</p>`} ${this.#trying.shown()}
        ${this.#faultList()}
        ${this.draft ? this.#form(this.draft) : this.#trying.trouble ? nothing : html`<pv-loading></pv-loading>`}
      </main>
    `
  }

  /** What is to be mended stands on top with links, and beside each field. */
  #faultList(): TemplateResult | typeof nothing {
    if (this.faults.size === 0) return nothing
    return html`<section class="notice error" role="alert" tabindex="-1">
      <h2>${plural('fault.heading', this.faults.size)}</h2>
      <ul>
        ${[...this.faults].map(
          ([field, fault]) =>
            html`<li>
              <a
                href="#plan-${field}"
                @click=${(event: Event) => {
                  event.preventDefault()
                  this.querySelector<HTMLElement>(`#plan-${field}`)?.focus()
                }}
                >${t(`fault.${fault}`)}</a
              >
            </li>`,
        )}
      </ul>
    </section>`
  }

  #form(draft: PlanDraft): TemplateResult {
    const form: PlanForm = {
      draft,
      fault: (field) => {
        const fault = this.faults.get(field)
        return fault && t(`fault.${fault}`)
      },
      change: (changes) => {
        this.draft = { ...draft, ...changes }
        // What has been found wrong goes when it is mended, and nothing is called wrong while it is being written.
        const still = faultsIn(this.draft)
        this.faults = new Map([...this.faults].filter(([field]) => still.has(field)))
      },
      isPlanned: this.workshopId !== '',
      thirdCategory: this.viewer.settings.thirdCategory,
    }
    return html`<form novalidate @submit=${this.#save}>
      <section class="part">
        <h2>${t('plan.what')}</h2>
        <div class="fields">
          ${this.#text(form, 'date', { type: 'date', hint: t('plan.dateHint') })}
          ${this.#text(form, 'name', {
            ...(this.#planned ? {} : { hint: t('plan.nameHint') }),
            maxlength: 120,
            placeholder: this.#usualName(draft),
          })}
          ${this.#question(form)}
        </div>
      </section>
      ${planGroups(form)} ${planPhases(form)} ${planAnonymity(form)}
      <p class="buttons save">
        <wa-button type="submit" variant="brand" ?loading=${this.busy}
          >${t(this.workshopId ? 'plan.save' : 'plan.go')}</wa-button
        >
        <a href=${this.#back()}>${t('plan.leave')}</a>
      </p>
      <button type="submit" hidden></button>
    </form>`
  }

  #text(
    { draft, fault, change }: PlanForm,
    name: 'date' | 'name',
    {
      type = 'text',
      hint,
      maxlength,
      placeholder,
    }: { type?: string; hint?: string; maxlength?: number; placeholder?: string },
  ): TemplateResult {
    return labelled({
      id: `plan-${name}`,
      label: t(`plan.${name}`),
      hint,
      fault: fault(name),
      control: ({ id, describedBy, isFaulty }) =>
        html`<input
          id=${id}
          type=${type}
          autocomplete="off"
          .value=${draft[name]}
          placeholder=${placeholder ?? nothing}
          maxlength=${maxlength ?? nothing}
          aria-describedby=${describedBy}
          aria-invalid=${isFaulty}
          @input=${({ target }: Event) => change({ [name]: (target as HTMLInputElement).value })}
        />`,
    })
  }

  /** It is read aloud and stands on the wall: whoever writes it sees all of it. */
  #question({ draft, fault, change }: PlanForm): TemplateResult {
    return labelled({
      id: 'plan-question',
      label: t('plan.question'),
      fault: fault('question'),
      control: ({ id, describedBy, isFaulty }) =>
        html`<textarea
          id=${id}
          rows="2"
          maxlength="300"
          .value=${draft.question}
          aria-describedby=${describedBy}
          aria-invalid=${isFaulty}
          @input=${({ target }: Event) => change({ question: (target as HTMLTextAreaElement).value })}
        ></textarea>`,
    })
  }

  /** It is called after its day, until somebody calls it something. */
  #usualName({ date }: PlanDraft): string {
    if (this.#planned) return this.#planned.name
    return date ? t('plan.usualName', { day: formatDay(new Date(`${date}T12:00`)) }) : t('plan.nameless')
  }

  #back(): string {
    const { slug, workshopId } = this
    return addressOf(workshopId ? { page: 'workshop', slug, workshopId } : { page: 'workshops', slug })
  }

  readonly #save = async (event: SubmitEvent) => {
    event.preventDefault()
    const { draft, slug } = this
    if (!draft || this.busy) return
    this.faults = faultsIn(draft)
    if (this.faults.size > 0) {
      await this.updateComplete
      return this.querySelector<HTMLElement>('.notice.error')?.focus()
    }
    this.busy = true
    await this.#trying.act(async () => {
      const planned = this.#planned
      const workshopId = planned
        ? await this.#amend(planned, draft)
        : (await planWorkshop(slug, planFrom(draft, this.#usualName(draft)))).id
      goTo({ page: 'workshop', slug, workshopId })
    })
    this.busy = false
  }

  /** One thing after another; what has been done stays done if the next one is refused, and is not done again. */
  async #amend(planned: Workshop, draft: PlanDraft): Promise<string> {
    const { id } = planned
    const { workshop, amended, added } = changesIn(planned, draft)
    const done = (answer: Workshop) => (this.#planned = answer)
    if (Object.keys(workshop).length > 0) done(await amendWorkshop(id, workshop))
    for (const { groupId, changes } of amended) done(await amendGroup(id, groupId, changes))
    for (const group of added) {
      const { groups } = draftOf(done(await addGroup(id, group)))
      const left = (this.draft ?? draft).groups.filter((each) => each.id === null).slice(1)
      this.draft = { ...draft, groups: [...groups, ...left] }
    }
    return id
  }
}
