import { html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SaveState } from '../controllers/session-state.ts'
import { formatTime } from '../i18n/locale.ts'
import { plural, t } from '../i18n/localize.ts'
import { icon, type IconName } from './icon.ts'
import { LightElement } from './light-element.ts'

type Shown = {
  readonly tone: 'ok' | 'calm' | 'wait' | 'bad'
  readonly icon: IconName
  readonly words: string
}

/** A save that is quick is not worth a flicker. */
const SLOW_MS = 400
const MINUTE = 60_000

/**
 * Says where what one has written lies, and is always true. It speaks to screen readers only when the kind of answer
 * changes, not at each save.
 */
@customElement('pv-save-badge')
export class SaveBadge extends LightElement {
  @property({ attribute: false }) save: SaveState = { kind: 'saved', at: null }
  @state() private slow = false
  @state() private minutesAway = 0
  #timer: ReturnType<typeof setInterval> | undefined
  #announced = ''

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(() => this.#tick(), MINUTE / 4)
  }

  override disconnectedCallback(): void {
    clearInterval(this.#timer)
    super.disconnectedCallback()
  }

  override render(): TemplateResult {
    const { tone, icon: name, words } = this.#shown()
    if (this.save.kind === 'saving') this.#watchForSlowness()
    else this.slow = false
    const kind = tone === 'calm' ? 'ok' : tone
    if (kind !== this.#announced.split(':')[0]) this.#announced = `${kind}:${words}`
    return html`
      <span class="badge ${tone}">${icon(name)}<span>${words}</span></span>
      <span class="sr" role="status">${this.#announced.slice(this.#announced.indexOf(':') + 1)}</span>
    `
  }

  #shown(): Shown {
    const { save } = this
    switch (save.kind) {
      case 'saved': {
        const words =
          save.at === null ? t('save.saved') : t('save.savedAt', { time: formatTime(new Date(save.at)) })
        return { tone: 'ok', icon: 'cloud-check', words }
      }
      case 'offline': {
        const values = { count: save.count }
        const words =
          this.minutesAway < 1
            ? t('save.offline', values)
            : plural('save.offlineFor', this.minutesAway, { waiting: save.count })
        return { tone: 'wait', icon: 'cloud-off', words }
      }
      case 'failed': {
        const out = save.problem.type === '/problems/not-signed-in'
        return { tone: 'bad', icon: 'triangle-alert', words: t(out ? 'save.signedOut' : 'save.failed') }
      }
      case 'waiting': {
        const words = save.count === 1 ? t('save.saving') : plural('save.waiting', save.count)
        return { tone: 'calm', icon: 'cloud-upload', words }
      }
      case 'saving':
        // Green only when the server has answered: until it is slow, the words stay and the colour goes.
        if (!this.slow) return { tone: 'calm', icon: 'cloud-check', words: t('save.saved') }
        return { tone: 'calm', icon: 'cloud-upload', words: t('save.saving') }
    }
  }

  #watchForSlowness(): void {
    if (!this.slow) setTimeout(() => (this.slow = this.save.kind === 'saving'), SLOW_MS)
  }

  #tick(): void {
    this.minutesAway = this.save.kind === 'offline' ? Math.floor((Date.now() - this.save.since) / MINUTE) : 0
  }
}
