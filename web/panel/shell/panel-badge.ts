import type { PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { CalmBadge } from '../../ui/calm-badge.ts'
import { badge, nextLook } from '../../workshop/board/badge.ts'
import type { OutboxState } from '../acts/act-outbox.ts'
import { whereaboutsOf } from '../acts/outbox-whereabouts.ts'
import { badgeInWords } from './badge-in-words.ts'

/** Where a member's answers lie. */
@customElement('pv-panel-badge')
export class PanelBadge extends CalmBadge {
  @property({ attribute: false }) outbox: OutboxState | null = null
  #looking: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    clearTimeout(this.#looking)
    super.disconnectedCallback()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('outbox')) this.#look()
  }

  #look(): void {
    clearTimeout(this.#looking)
    const { outbox } = this
    if (!outbox) return
    const [where, now] = [whereaboutsOf(outbox), Date.now()]
    this.show(
      badgeInWords({
        badge: badge(where, now),
        refused: outbox.acts.filter(({ refusal }) => refusal !== null).length,
        takenAt: outbox.takenAt,
        isPhone: matchMedia('(pointer: coarse)').matches,
      }),
    )
    const next = nextLook(where, now)
    if (next !== null) this.#looking = setTimeout(() => this.#look(), next)
  }
}
