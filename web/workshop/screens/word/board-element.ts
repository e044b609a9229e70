import { nothing, type PropertyValues, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { LightElement } from '../../../ui/light-element.ts'
import type { BoardSession } from '../../board/board-session.ts'
import { deskOf, seenBoard, type Desk } from '../desk.ts'

/** A screen of a board, drawn anew whenever the board is another. */
export abstract class BoardElement extends LightElement {
  @property({ attribute: false }) session: BoardSession | undefined
  #unsubscribe: (() => void) | undefined
  #followed: BoardSession | undefined

  protected abstract draw(desk: Desk, session: BoardSession): TemplateResult | typeof nothing

  override render(): TemplateResult | typeof nothing {
    return this.session ? this.draw(this.deskOn(this.session), this.session) : nothing
  }

  /** The board as this hand may see it: while all collect in silence the others' cards are not there in any phase. */
  protected deskOn(session: BoardSession): Desk {
    const own = session.view.people.find(({ isSelf }) => isSelf)
    const desk = deskOf(session, own?.seatId ?? '')
    return { ...desk, board: seenBoard(desk) }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#unsubscribe?.()
    this.#unsubscribe = undefined
    this.#followed = undefined
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#follow()
  }

  /** Something is on the board that was not there: what hangs on its words is thought about again. */
  protected boardChanged(_session: BoardSession): void {}

  #follow(): void {
    if (!this.isConnected || this.#followed === this.session) return
    this.#unsubscribe?.()
    const { session } = this
    this.#followed = session
    this.#unsubscribe = session?.subscribe(() => {
      this.boardChanged(session)
      this.requestUpdate()
    })
    if (session) this.boardChanged(session)
  }
}
