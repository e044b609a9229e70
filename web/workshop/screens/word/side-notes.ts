import { html, nothing, type TemplateResult } from 'lit'
import type { NearestText, Theme, WordedOutcome } from '../../../../schemas/types.ts'
import { t } from '../../../i18n/wording.ts'
import { icon } from '../../../ui/icon.ts'
import type { Numbered } from './board-coach.ts'

type CoachContext = {
  readonly canWrite: boolean
  /** Id of the field that a finding speaks of. */
  readonly fieldOf: (finding: Numbered) => string
  /** What it speaks of: kriterium b. */
  readonly whatOf: (finding: Numbered) => string
  readonly take: (finding: Numbered) => void
  readonly keep: (finding: Numbered) => void
}

/** The coach beside the sentence: question, reason, and what it proposes at a press. */
export function coachNotes(findings: readonly Numbered[], context: CoachContext): TemplateResult {
  const fields = new Map<string, Numbered[]>()
  for (const finding of findings) {
    const key = context.fieldOf(finding)
    fields.set(key, [...(fields.get(key) ?? []), finding])
  }
  return html`<section class="advice" aria-label=${t('word.coach.title')}>
    ${[...fields].map(
      ([field, those]) => html`<div id="${field}-notes">${those.map((each) => note(each, context))}</div>`,
    )}
  </section>`
}

function note(finding: Numbered, { canWrite, whatOf, take, keep }: CoachContext): TemplateResult {
  const { fix, message, reason, number } = finding
  return html`<div class="coach-note">
    <p>
      <span class="n">${number}</span> <b>${message}</b>
      <span class="sr">${t('word.coach.to', { what: whatOf(finding) })}</span>
    </p>
    <p>${reason}</p>
    ${
      canWrite
        ? html`<p class="acts">
            ${fix ? html`<button class="btn" @click=${() => take(finding)}>${fix.label}</button>` : nothing}
            <button class="plain" @click=${() => keep(finding)}>${t('word.coach.keep')}</button>
          </p>`
        : nothing
    }
  </div>`
}

type NearContext = {
  readonly items: readonly NearestText[]
  readonly outcome: WordedOutcome
  readonly theme: Theme
  /** What the sentence was copied from, where it can be called by name. */
  readonly source: NearestText | null | undefined
  /** The reason as it is being written; null while nobody writes it here. */
  readonly draft: string | null
  readonly copy: (item: NearestText) => void
  readonly link: (item: NearestText) => void
  readonly say: () => void
  readonly said: (words: string) => void
  readonly settle: () => void
}

/** What is published and resembles the sentence: to be copied, linked, or told apart from. Without anything it is not there. */
export function nearNotes(context: NearContext): TemplateResult | typeof nothing {
  const { items, outcome, draft, source } = context
  const isNothing = items.length === 0 && outcome.differs === '' && draft === null && outcome.source === null
  if (isNothing) return nothing
  const from = outcome.source && {
    profile: source?.profileTitle ?? outcome.source.profileSlug,
    version: outcome.source.version,
  }
  return html`<section class="near" aria-labelledby="near-title">
    <h2 id="near-title">${t('word.near.title')}</h2>
    ${from ? html`<p>${t('word.near.source', from)}</p>` : nothing}
    ${items.map((item) => nearest(item, context))} ${difference(context)}
  </section>`
}

function nearest(item: NearestText, { theme, copy, link }: NearContext): TemplateResult {
  const { profileTitle, version, moduleNumber, itemKind, moduleId } = item
  const isLinked = theme.reuse?.moduleId === moduleId
  return html`<div class="hit">
    <p class="quiet">
      ${t('word.near.from', { profile: profileTitle, version, number: moduleNumber })},
      ${t(`word.near.${itemKind}`)}
    </p>
    <blockquote>${item.text}</blockquote>
    <p class="acts">
      ${
        itemKind === 'module'
          ? nothing
          : html`<button class="plain" @click=${() => copy(item)}>
              ${t('word.near.copy')}<span class="sr">: ${item.text}</span>
            </button>`
      }
      ${
        isLinked
          ? nothing
          : html`<button class="plain" @click=${() => link(item)}>
              ${t('word.near.link')}<span class="sr">: ${item.moduleTitle}</span>
            </button>`
      }
    </p>
  </div>`
}

const LONGEST_REASON = 1000

function difference({ outcome, draft, say, said, settle }: NearContext): TemplateResult {
  if (draft === null && outcome.differs === '')
    return html`<button class="plain" @click=${say}>${t('word.near.differs')}</button>`
  return html`<label class="differs">
    <span>${t('word.near.differs')}</span>
    <textarea
      id="differs"
      rows="2"
      lang="sv"
      maxlength=${LONGEST_REASON}
      aria-label=${t('word.near.reason')}
      .value=${draft ?? outcome.differs}
      @input=${(event: InputEvent) => said((event.target as HTMLTextAreaElement).value)}
      @blur=${settle}
    ></textarea>
  </label>`
}

/** That the theme is linked to a published module, and the way back. */
export function linkNote(
  reuse: NonNullable<Theme['reuse']>,
  called: NearestText | undefined,
  unlink: (() => void) | null,
): TemplateResult {
  const { profileSlug, version } = reuse
  const words = called
    ? t('word.near.linked', { module: called.moduleTitle, profile: called.profileTitle, version })
    : t('word.near.linkedUnnamed', { profile: profileSlug, version })
  return html`<p class="linked">
    ${icon('link')}<span>${words}</span>
    ${unlink ? html`<button class="plain" @click=${unlink}>${t('word.near.unlink')}</button>` : nothing}
  </p>`
}
