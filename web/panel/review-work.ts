import type { AnswerSummons, MakeRemark, MemberDesk, PositionToTake, Rating } from '../../schemas/types.ts'
import { readForMember } from '../api/member-acts.ts'
import type { Act, KeptAct } from './acts/act.ts'
import {
  actOf,
  attendanceAct,
  confirmationAct,
  nameAct,
  positionAct,
  ratingAct,
  remarkAct,
  withdrawalAct,
  type Doer,
} from './acts/member-acts.ts'
import { lastOn } from './desk/answers.ts'
import { overlay } from './desk/overlay.ts'
import type { Reading, ReadingState } from './kept/reading.ts'
import type { OpenPanel } from './open-panel.ts'

type Answer = Omit<PositionToTake, 'replaces'>
type Ports = Pick<OpenPanel, 'me' | 'outbox' | 'reading' | 'writing'> & {
  readonly newId: () => string
  readonly now: () => number
}

/** A member's work with one review: their desk as it is with what they have done since, and what they can do. */
export class ReviewWork {
  readonly reviewId: string
  readonly #ports: Ports
  readonly #reading: Reading<MemberDesk>
  readonly #changed: () => void
  #unsubscribe: () => void = () => undefined
  #asked: readonly string[] = []
  #shown: { from: MemberDesk; acts: readonly KeptAct[]; desk: MemberDesk } | null = null

  constructor(reviewId: string, ports: Ports, changed: () => void) {
    this.reviewId = reviewId
    this.#ports = ports
    this.#changed = changed
    let arrived: readonly string[] = []
    this.#reading = ports.reading<MemberDesk>(`/reviews/${reviewId}/desk`, changed, {
      ask: (path) => {
        arrived = this.#arrived()
        return readForMember(path, ports.me)
      },
      // What the server had taken before it was asked is in its answer.
      taken: () => void ports.outbox.settle(arrived),
    })
  }

  async open(): Promise<void> {
    this.#unsubscribe = this.#ports.outbox.subscribe(() => this.#follow())
    await this.#reading.open()
    this.#follow()
  }

  close(): void {
    this.#unsubscribe()
    this.#reading.close()
  }

  get state(): ReadingState<MemberDesk> {
    return this.#reading.state
  }

  /** The desk with one's own acts in it; null as long as nothing is known. */
  get desk(): MemberDesk | null {
    const from = this.#reading.state.answer
    if (!from) return null
    const { acts } = this.#ports.outbox.state
    const isShown = this.#shown?.from === from && sameActs(this.#shown.acts, acts)
    if (!isShown) this.#shown = { from, acts, desk: overlay(from, acts) }
    return this.#shown?.desk ?? null
  }

  get writing(): Ports['writing'] {
    return this.#ports.writing
  }

  refresh(): Promise<void> {
    return this.#reading.refresh()
  }

  /** Takes a position in place of the last one on the same thing, whether the server has had that or not. */
  async take(answer: Answer, actId: string): Promise<void> {
    const last = this.desk ? lastOn(this.desk, answer.scope, answer.itemId) : null
    const refused = this.#refusedOn(answer).map(({ id }) => id)
    await this.#keep(positionAct(this.#doer(actId), { ...answer, replaces: last?.actId ?? null }), refused)
  }

  async rate(rating: Rating): Promise<void> {
    await this.#keep(ratingAct(this.#doer(), [rating]))
  }

  async remark(remark: Omit<MakeRemark, 'id'>, actId: string): Promise<void> {
    await this.#keep(remarkAct(this.#doer(actId), remark))
  }

  async withdraw(remarkId: string): Promise<void> {
    await this.#keep(withdrawalAct(this.#doer(), remarkId))
  }

  async confirm(amendmentId: string, confirms: boolean): Promise<void> {
    await this.#keep(confirmationAct(this.#doer(), amendmentId, confirms))
  }

  async answerSummons(meetingId: string, answer: AnswerSummons['answer']): Promise<void> {
    const act = attendanceAct(this.#doer(), meetingId, answer)
    await this.#keep(act, this.#unsent(act.path))
  }

  async consentToName(isNamed: boolean): Promise<void> {
    const act = nameAct(this.#doer(), isNamed)
    await this.#keep(act, this.#unsent(act.path))
  }

  /** Answers that another device was before with: what is said there stands until their giver has chosen. */
  get conflicts(): readonly KeptAct[] {
    return this.#ports.outbox.state.acts.filter(
      ({ reviewId, kind, refusal }) =>
        reviewId === this.reviewId && kind === 'position' && refusal?.type === '/problems/position-changed',
    )
  }

  /** Their own answer stands after all, in place of the one that was given elsewhere. */
  async insist(refused: KeptAct): Promise<void> {
    const position = actOf('position', refused)?.position
    if (!position) return
    const { replaces: _replaces, ...answer } = position
    await this.take(answer, this.#ports.newId())
  }

  async yieldTo(refused: KeptAct): Promise<void> {
    await this.#ports.outbox.throwAway(refused.id)
  }

  #doer(id = this.#ports.newId()): Doer {
    const { me, now } = this.#ports
    return { id, reviewId: this.reviewId, personId: me, madeAt: new Date(now()).toISOString() }
  }

  async #keep(act: Act, instead: readonly string[] = []): Promise<void> {
    await this.#ports.outbox.keep(act, instead)
  }

  #refusedOn({ scope, itemId }: Pick<Answer, 'scope' | 'itemId'>): KeptAct[] {
    return this.#ports.outbox.state.acts.filter((act) => {
      const position = actOf('position', act)?.position
      const isMine = act.reviewId === this.reviewId && act.refusal !== null
      return isMine && position?.scope === scope && position.itemId === itemId
    })
  }

  #unsent(path: string): string[] {
    return this.#ports.outbox.state.acts.filter((act) => act.path === path).map(({ id }) => id)
  }

  #arrived(): string[] {
    return this.#ports.outbox.state.acts
      .filter(({ reviewId, hasArrived }) => reviewId === this.reviewId && hasArrived)
      .map(({ id }) => id)
  }

  #refused(): string[] {
    return this.#ports.outbox.state.acts
      .filter(({ reviewId, refusal }) => reviewId === this.reviewId && refusal !== null)
      .map(({ id }) => id)
  }

  /** When the server has taken something, or has refused it, it is asked how the desk is now, once: that may tell why. */
  #follow(): void {
    const answered = [...this.#arrived(), ...this.#refused()]
    const hasNews = answered.some((id) => !this.#asked.includes(id))
    this.#asked = answered
    if (hasNews) void this.refresh()
    this.#changed()
  }
}

function sameActs(one: readonly KeptAct[], other: readonly KeptAct[]): boolean {
  return one.length === other.length && one.every((act, at) => isSame(act, other[at]))
}

function isSame(act: KeptAct, other: KeptAct | undefined): boolean {
  return act.id === other?.id && act.hasArrived === other.hasArrived && act.refusal === other.refusal
}
