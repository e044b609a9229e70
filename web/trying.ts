import { html, nothing, type TemplateResult } from 'lit'
import type { Problem } from '../schemas/types.ts'
import { problemIn } from './api/http-client.ts'
import { faultInWords } from './fault-in-words.ts'
import { t } from './i18n/localize.ts'
import type { LightElement } from './ui/light-element.ts'

/** What is told in the place of what did not come: the server's no, or that no answer came. */
export type Trouble = Pick<Problem, 'title' | 'detail' | 'errors'> & {
  /** The kind of problem; empty when no answer came. */
  readonly type: string
  /** What the server knows the matter by, where it says that it failed itself. */
  readonly requestId?: string
  /** Whether the same may go well another time. */
  readonly passes: boolean
}

/** The session is over. */
export const SIGNED_OUT = '/problems/not-signed-in'

/** Longer lists of what is wrong with a file help nobody. */
const MOST_ERRORS = 20

/**
 * What to tell about an error. An act that no answer came to may have been done, a reading has done nothing.
 * An error that is neither a no nor a silence is a fault of ours, and is thrown on to the console.
 */
export function troubleIn(error: unknown, doing: 'act' | 'read'): Trouble {
  const problem = problemIn(error)
  if (problem) {
    const { type, title, detail, errors = [], status, requestId } = problem
    const passes = status >= 500
    return { type, title, detail, errors, passes, ...(passes && { requestId }) }
  }
  return { type: '', title: t('noAnswer.title'), detail: t(`noAnswer.${doing}`), passes: true }
}

/** Tries what needs the server, and has a notice to show when it does not go well. */
export class Trying {
  trouble: Trouble | null = null
  readonly #host: LightElement
  #again: (() => void) | null = null

  constructor(host: LightElement) {
    this.#host = host
  }

  /** Reads something; the notice offers to read it again where that may help. */
  read(work: () => Promise<unknown>): Promise<void> {
    return this.#try(work, 'read', () => void this.read(work))
  }

  /** Does something. It is not done again but by the person who asked for it: it may have been done. */
  act(work: () => Promise<unknown>): Promise<void> {
    return this.#try(work, 'act', null)
  }

  /** The notice, or nothing. */
  shown(): TemplateResult | typeof nothing {
    return this.trouble ? troubleNotice(this.trouble, this.#again) : nothing
  }

  async #try(work: () => Promise<unknown>, doing: 'act' | 'read', again: (() => void) | null): Promise<void> {
    this.#tell(null)
    try {
      await work()
    } catch (error) {
      this.#again = again
      this.#tell(troubleIn(error, doing))
      await this.#host.updateComplete
      this.#host.querySelector<HTMLElement>('.notice.error')?.focus()
    }
  }

  #tell(trouble: Trouble | null): void {
    this.trouble = trouble
    this.#host.requestUpdate()
  }
}

function troubleNotice(
  { type, title, detail, errors = [], requestId, passes }: Trouble,
  again: (() => void) | null,
) {
  return html`<section class="notice error" role="alert" tabindex="-1">
    <h2>${title}</h2>
    <p>${detail}</p>
    ${
      errors.length > 0
        ? html`<ul>
            ${errors.slice(0, MOST_ERRORS).map((each) => {
              const { place, key, what } = faultInWords(each)
              return html`<li>${place}${key ? html`, <code>${key}</code>` : nothing}: ${what}</li>`
            })}
          </ul>`
        : nothing
    }
    ${requestId ? html`<p class="quiet">${t('noAnswer.requestId')} <code>${requestId}</code></p>` : nothing}
    ${type === SIGNED_OUT ? html`<p><a href="/logga-in">${t('app.signIn')}</a></p>` : nothing}
    ${again && passes ? html`<p>${againButton(again)}</p>` : nothing}
  </section>`
}

/** In the place of a page that cannot be shown just now. What was written here and not saved lies in the browser. */
export function troublePage({ title, detail }: Trouble, again: () => void): TemplateResult {
  return html`<main class="alone" id="main">
    <section role="alert">
      <h1 class="title">${title}</h1>
      <p class="lead">${detail}</p>
      <p>${t('noAnswer.unsaved')}</p>
    </section>
    <p>${againButton(again)}</p>
  </main>`
}

function againButton(again: () => void): TemplateResult {
  return html`<wa-button appearance="outlined" @click=${again}>${t('noAnswer.again')}</wa-button>`
}
