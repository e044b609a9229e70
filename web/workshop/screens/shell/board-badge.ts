import type { PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { CalmBadge } from '../../../ui/calm-badge.ts'
import type { Badge } from '../../board/badge.ts'
import { badgeInWords } from './badge-in-words.ts'

/** Where what one has written on a board lies. */
@customElement('pv-board-badge')
export class BoardBadge extends CalmBadge {
  @property({ attribute: false }) badge: Badge = { kind: 'saving', isSlow: false }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('badge')) return
    const words = badgeInWords(this.badge, matchMedia('(pointer: coarse)').matches)
    this.show({ kind: this.badge.kind, ...words })
  }
}
