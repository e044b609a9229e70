import { v7 } from 'uuid'
import type {
  AmendText,
  MemberDesk,
  OccupationalProfile,
  PositionKind,
  Review,
  ReviewText,
  Role,
} from '../../../../schemas/types.ts'
import { VOTING_RULES } from '../../../../server/domain/review/voting-rules.ts'
import type { EditCommand } from '../../../../server/domain/profile/edit-draft.ts'
import { STRANGER, type Asker, type Deps } from '../../../../server/usecases/deps.ts'
import { discardDraft } from '../../../../server/usecases/profile/discard-draft.ts'
import { editDraft } from '../../../../server/usecases/profile/edit-draft.ts'
import { readDraft } from '../../../../server/usecases/profile/read-draft.ts'
import { startDraft } from '../../../../server/usecases/profile/start-draft.ts'
import { publishEdition } from '../../../../server/usecases/publishing/publish-edition.ts'
import { amendText, confirmEditorial } from '../../../../server/usecases/review/amend-text.ts'
import { liftRecusal, recuseMember, standIn } from '../../../../server/usecases/review/change-seats.ts'
import { closeReview, readClosing, recallDecision } from '../../../../server/usecases/review/close-review.ts'
import {
  answerComposition,
  composePanel,
  proposeComposition,
  setRule,
} from '../../../../server/usecases/review/compose-panel.ts'
import { readDesk } from '../../../../server/usecases/review/describe-desk.ts'
import { readText } from '../../../../server/usecases/review/describe-text.ts'
import { makeRemark, withdrawRemark } from '../../../../server/usecases/review/make-remark.ts'
import { settleRemark } from '../../../../server/usecases/review/settle-remark.ts'
import { readReview } from '../../../../server/usecases/review/describe-review.ts'
import { openRound } from '../../../../server/usecases/review/open-round.ts'
import { publishReview } from '../../../../server/usecases/review/publish-review.ts'
import { ruleEquivalence } from '../../../../server/usecases/review/rule-equivalence.ts'
import { submitDraft, withdrawSubmission } from '../../../../server/usecases/review/submit-draft.ts'
import { enterPositions, takePosition } from '../../../../server/usecases/review/take-position.ts'
import { member } from '../../../support/hold-review.ts'
import type { Dice } from '../../../torture/dice.ts'
import { ReferencePanel, type RuleName } from './reference-panel.ts'
import { amended, wordsOf, type Words } from './words.ts'

const EVERYTHING = { kind: 'everything', id: null } as const
const POSITIONS: readonly PositionKind[] = [
  'agree',
  'agree',
  'agree',
  'agreeWithChange',
  'disagree',
  'abstain',
]
const AGREE: PositionKind = 'agree'
const WORDS = ['Visar handen.', 'Visar foten.', 'Berättar.', 'Frågar först.']
const PLACES = [
  'employer',
  'employer',
  'employee',
  'employee',
  'tradesBoard',
  'tradesBoard',
  'serviceUser',
] as const

/** A member at one of their devices, with what it showed them last. */
type Browser = { readonly memberId: string; readonly asker: Asker; desk?: MemberDesk }
type Repeat = { readonly what: string; readonly run: () => Promise<unknown> }

/** A profile, its editors, its panel, and the reference model that is told of each thing that was done. */
export class PanelAtPlay {
  readonly slug: string
  readonly coordinator = somebody('coordinator')
  readonly steering = somebody('steeringGroup')
  readonly editor = somebody('editor')
  readonly askers = new Map<string, Asker>()
  readonly repeats: Repeat[] = []
  reviewId = ''
  model: ReferencePanel
  browsers: Browser[] = []
  rule: RuleName
  #formerId = ''
  readonly #deps: Deps
  readonly #dice: Dice

  constructor(deps: Deps, dice: Dice, profile: OccupationalProfile) {
    this.#deps = deps
    this.#dice = dice
    this.slug = profile.slug
    this.rule = dice.pick(['consensus', 'consensus', 'twoThirds', 'consent'] as const)
    this.model = new ReferencePanel(profile)
  }

  /** The same panel on a copy of the database, in other hands of chance; before anybody has said anything. */
  copy(deps: Deps, dice: Dice): PanelAtPlay {
    const copy = new PanelAtPlay(deps, dice, this.model.text)
    copy.reviewId = this.reviewId
    copy.rule = this.rule
    for (const [memberId, asker] of this.askers) copy.askers.set(memberId, asker)
    copy.model.rule = this.rule
    copy.model.seats = structuredClone(this.model.seats)
    copy.#openBrowsers()
    return copy
  }

  // The text

  async editDraft(): Promise<string> {
    const { profile } = await readDraft(this.#deps, this.editor, { slug: this.slug })
    const command = this.#anyEdit(profile)
    await editDraft(this.#deps, this.editor, { slug: this.slug, command })
    return `an editor changes the draft: ${JSON.stringify(command)}`
  }

  async submit(): Promise<string> {
    const { revision, profile } = await readDraft(this.#deps, this.coordinator, { slug: this.slug })
    const review = await submitDraft(this.#deps, this.coordinator, { slug: this.slug, revision })
    if (review.id === this.reviewId) {
      this.model.text = profile
      this.model.decided = undefined
    } else {
      this.#formerId = this.reviewId
      this.reviewId = review.id
      this.model = new ReferencePanel(profile)
      this.browsers = []
    }
    return 'the draft is submitted'
  }

  async withdrawSubmission(): Promise<string> {
    await withdrawSubmission(this.#deps, this.coordinator, this.reviewId)
    return 'the submission is withdrawn'
  }

  async startDraft(): Promise<string> {
    await startDraft(this.#deps, this.editor, { slug: this.slug })
    return 'a new draft is started'
  }

  async discardDraft(): Promise<string> {
    const { revision } = await readDraft(this.#deps, this.editor, { slug: this.slug })
    await discardDraft(this.#deps, this.editor, { slug: this.slug, revision })
    return 'the draft is thrown away'
  }

  async publishPast(): Promise<string> {
    const { revision } = await readDraft(this.#deps, this.editor, { slug: this.slug })
    const version = `${this.#dice.below(9) + 1}.0.0`
    const decision = { decidedOn: '2026-03-01', decidedBy: 'Redaktionen', grounds: 'Förbi panelen.' }
    await publishEdition(this.#deps, this.coordinator, {
      slug: this.slug,
      revision,
      version,
      versionReason: 'Ändå.',
      decision,
      rulings: [],
    })
    return 'the draft is published past the panel'
  }

  // The panel

  /** The panel of four or more, with a substitute and an observer; composed again, somebody may have gone. */
  async compose(): Promise<string> {
    const gone = this.#dice.below(12)
    const members = PLACES.map((perspective, index) => ({
      ...member(`P${index} Panel`, perspective),
      part: index === 5 ? ('substitute' as const) : index === 6 ? ('observer' as const) : ('member' as const),
    })).filter((_, index) => index !== gone)
    const { reviewId } = this
    const deps = this.#deps
    await setRule(deps, this.coordinator, { reviewId, rule: VOTING_RULES[this.rule] })
    const { composition } = await composePanel(deps, this.coordinator, { reviewId, members })
    this.#takeSeats(composition)
    for (const { id, email } of composition.members) {
      const person = await deps.storage.read(({ people }) => people.findByEmail(email ?? ''))
      this.askers.set(id, somebody('panelMember', person?.id))
    }
    return `the panel is composed${gone < PLACES.length ? ` without P${gone}` : ''}`
  }

  async approvePanel(): Promise<string> {
    const { reviewId, coordinator, steering } = this
    await proposeComposition(this.#deps, coordinator, reviewId)
    await answerComposition(this.#deps, steering, { reviewId, outcome: 'approved', reason: '' })
    return 'the steering group approves the panel'
  }

  async openRound(): Promise<string> {
    const { reviewId, slug } = this
    const text = this.#dice.pick(['panel', 'draft'] as const)
    const draft = await readDraft(this.#deps, this.editor, { slug }).catch(() => undefined)
    const isFirst = (await this.#review()).status === 'preparing'
    const round = { kind: 'ordinary', answerBy: null, text, tellMembers: false } as const
    await openRound(this.#deps, this.coordinator, { reviewId, ...round })
    if (!isFirst && text === 'draft' && draft) this.model.text = draft.profile
    this.model.decided = undefined
    this.#openBrowsers()
    return `a round is opened on the ${text}`
  }

  /** Two for each, which look for the first time when they are first used. */
  #openBrowsers(): void {
    this.browsers = [...this.askers]
      .filter(([memberId]) => this.model.seats.has(memberId))
      .flatMap(([memberId, asker]) => [
        { memberId, asker },
        { memberId, asker },
      ])
  }

  async #anyBrowser(): Promise<Browser & { desk: MemberDesk }> {
    const browser = this.#dice.pick(this.browsers)
    browser.desk ??= await readDesk(this.#deps, browser.asker, this.reviewId)
    return browser as Browser & { desk: MemberDesk }
  }

  /** All of it that is left until members can answer. */
  async getGoing(): Promise<string> {
    const { composition } = await this.#review()
    const story = [
      ...(this.model.seats.size === 0 ? [await this.compose()] : []),
      ...(composition.status === 'approved' ? [] : [await this.approvePanel()]),
      await this.openRound(),
    ]
    return story.join(', ')
  }

  async recuse(): Promise<string> {
    const memberId = this.#anyMember()
    const partId = this.#dice.pick([null, ...wordsOf(this.model.text).keys()])
    const { reviewId } = this
    const review = await recuseMember(this.#deps, this.coordinator, {
      reviewId,
      memberId,
      partId,
      reason: 'Jäv.',
    })
    this.#takeSeats(review.composition)
    return `${this.#nameOf(memberId)} is recused from ${partId ?? 'everything'}`
  }

  async liftRecusal(): Promise<string> {
    const { composition } = await this.#review()
    const recused = composition.members.filter(({ recusals }) => recusals.length > 0)
    if (recused.length === 0) return 'nobody is recused'
    const { id: memberId, recusals } = this.#dice.pick(recused)
    const recusalId = this.#dice.pick(recusals).id
    const { reviewId } = this
    const review = await liftRecusal(this.#deps, this.coordinator, { reviewId, memberId, recusalId })
    this.#takeSeats(review.composition)
    return `${this.#nameOf(memberId)} is recused no more`
  }

  /** Mostly for somebody of the substitute's own perspective: for others nobody may. */
  async standIn(): Promise<string> {
    const there = this.#substitute()
    const perspective = this.model.seats.get(there ?? '')?.perspective
    const alike = [...this.model.seats].filter(([, each]) => each.perspective === perspective)
    const fitting = alike.flatMap(([id, { part }]) => (part === 'member' ? id : []))
    const anybody = fitting.length === 0 || this.#dice.below(4) === 0
    const memberId = anybody ? this.#anyMember() : this.#dice.pick(fitting)
    const substituteId = this.#dice.pick([null, this.#anyMember(), there, there, there])
    const { reviewId } = this
    const review = await standIn(this.#deps, this.coordinator, { reviewId, memberId, substituteId })
    this.#takeSeats(review.composition)
    return `${substituteId === null ? 'nobody' : this.#nameOf(substituteId)} stands in for ${this.#nameOf(memberId)}`
  }

  // What members say

  async look(): Promise<string> {
    const browser = this.#dice.pick(this.browsers)
    browser.desk = await readDesk(this.#deps, browser.asker, this.reviewId)
    return `${this.#nameOf(browser.memberId)} looks`
  }

  /** On what the browser shows, which may be an hour old; `replaces` is what it knows. */
  async takePosition(): Promise<string> {
    const browser = await this.#anyBrowser()
    const { text, positions } = browser.desk
    const part = this.#dice.pick(text.parts)
    const item = this.#dice.pick(part.items)
    const scope = this.#dice.pick(['part', 'part', 'item'] as const)
    const on = scope === 'part' ? part : item
    const said = this.#dice.below(8) === 0 ? null : this.#dice.pick(POSITIONS)
    const former = positions.findLast((each) => each.scope === scope && each.itemId === on.id)
    await this.#say(browser, { scope, partId: part.id, on, said, replaces: former?.actId ?? null })
    return `${this.#nameOf(browser.memberId)}: ${said ?? 'takes back'} on the ${scope} ${on.id}`
  }

  /** In the room, where it is entered at once: everybody, or nearly everybody, agrees to all that there is, or nearly all. */
  async everybodyAgrees(): Promise<string> {
    const text = await readText(this.#deps, this.coordinator, this.reviewId)
    const left = this.#dice.below(6) === 0 ? 1 : 0
    const isMixed = this.#dice.below(4) === 0
    const members = [...this.model.seats.keys()]
      .filter((each) => this.model.mayAnswer(each, null))
      .slice(left)
    const taken = text.parts.flatMap(({ id: itemId, hash }) =>
      members.map((memberId) => ({
        memberId,
        itemId,
        hash,
        position: isMixed ? this.#dice.pick(POSITIONS) : AGREE,
      })),
    )
    await this.#enter(text, taken)
    return `everybody${left ? ' but one' : ''} agrees in the room`
  }

  async enterPositions(): Promise<string> {
    const text = await readText(this.#deps, this.coordinator, this.reviewId)
    const { id: itemId, hash } = this.#dice.pick(text.parts)
    const members = [...this.model.seats.keys()].filter(() => this.#dice.below(2) === 0)
    const taken = members.map((memberId) => ({
      memberId,
      itemId,
      hash,
      position: this.#dice.pick(POSITIONS),
    }))
    await this.#enter(text, taken)
    return `${taken.length} positions on ${itemId} are entered in the room`
  }

  async #enter(
    text: ReviewText,
    taken: readonly { memberId: string; itemId: string; hash: string; position: PositionKind }[],
  ): Promise<void> {
    const { reviewId } = this
    const id = v7()
    const entries = taken.map((each) => ({ ...each, scope: 'part' as const, reason: 'Sagt i rummet.' }))
    const run = () => enterPositions(this.#deps, this.coordinator, { reviewId, id, entries })
    await run()
    const words = wordsOf(text.profile)
    for (const { memberId, itemId, position: answer, reason } of entries)
      this.model.say(memberId, {
        scope: 'part',
        itemId,
        covers: words.get(itemId) ?? new Map<string, string>(),
        answer,
        reason,
        actId: id,
      })
    this.repeats.push({ what: 'positions entered', run })
  }

  async makeRemark(): Promise<string> {
    const { asker, desk, memberId } = await this.#anyBrowser()
    const item = this.#dice.pick(desk.text.parts.flatMap(({ items }) => items))
    const { reviewId } = this
    const anchor = { scope: 'item', itemId: item.id, hash: item.hash, quote: '' } as const
    const remark = { id: v7(), anchor, text: 'Otydligt.', proposal: null }
    const run = () => makeRemark(this.#deps, asker, { reviewId, ...remark })
    await run()
    this.repeats.push({ what: 'a remark', run })
    return `${this.#nameOf(memberId)} makes a remark`
  }

  async withdrawRemark(): Promise<string> {
    const remarks = await this.#deps.storage.read(({ reviews }) => reviews.remarks(this.reviewId))
    if (remarks.length === 0) return 'there is no remark'
    const { id: remarkId, memberId } = this.#dice.pick(remarks)
    await withdrawRemark(this.#deps, this.askers.get(memberId) ?? STRANGER, {
      reviewId: this.reviewId,
      remarkId,
    })
    return 'a remark is withdrawn'
  }

  /** One remark, or all that are open. */
  async settle(): Promise<string> {
    const remarks = await this.#deps.storage.read(({ reviews }) => reviews.remarks(this.reviewId))
    const open = remarks.filter(({ disposition, withdrawnAt }) => !disposition && withdrawnAt === null)
    const settled = this.#dice.below(3) === 0 ? remarks.slice(0, 1) : open
    for (const { id: remarkId } of settled) {
      const disposition = { outcome: 'declined', reason: 'Det räcker.', amendmentId: null } as const
      await settleRemark(this.#deps, this.editor, { reviewId: this.reviewId, remarkId, ...disposition })
    }
    return `${settled.length} remarks are settled`
  }

  // What becomes of it

  /** By somebody whose page may be as old as a member's. After a decision nothing but spelling has a chance. */
  async amend(isSpelling = this.model.decided !== undefined && this.#dice.below(5) > 0): Promise<string> {
    const seen: Pick<ReviewText, 'parts' | 'profile'> =
      this.#dice.below(4) === 0 && this.browsers.length > 0
        ? (await this.#anyBrowser()).desk.text
        : await readText(this.#deps, this.editor, this.reviewId)
    const item = this.#dice.pick(seen.parts.flatMap(({ items }) => items))
    const to = this.#dice.pick(WORDS)
    const changes: AmendText['change'][] = [
      { act: 'reword', itemId: item.id, hash: item.hash, to },
      { act: 'reword', itemId: item.id, hash: item.hash, to },
      { act: 'reword', itemId: item.id, hash: item.hash, to },
      { act: 'remove', itemId: item.id, hash: item.hash },
      { act: 'add-criterion', itemId: v7(), outcomeId: item.id, to },
      rewritten(seen.profile, item.id, to),
    ]
    const change = isSpelling ? this.#dice.pick([changes[0]!, changes.at(-1)!]) : this.#dice.pick(changes)
    return this.#amendAs(change, isSpelling || this.#dice.below(2) === 0)
  }

  /** Former words stand again, as spelling it is claimed, and nobody has confirmed it: everybody may have agreed to those once. */
  async takeBack(): Promise<string> {
    const { parts } = await readText(this.#deps, this.editor, this.reviewId)
    const former = this.model.amendments.flatMap(({ from }) => [...from])
    const changes = parts.flatMap(({ items }) =>
      items.flatMap(({ id: itemId, hash, wording }) =>
        former.flatMap(([place, to]) =>
          place === itemId && to !== wording ? [{ act: 'reword', itemId, hash, to } as const] : [],
        ),
      ),
    )
    return changes.length === 0
      ? 'there is nothing to take back'
      : this.#amendAs(this.#dice.pick(changes), true)
  }

  async #amendAs(change: AmendText['change'], claimsEditorial: boolean): Promise<string> {
    const { reviewId } = this
    const remarks = await this.#deps.storage.read(({ reviews }) => reviews.remarks(reviewId))
    const remarkIds = remarks.filter(() => this.#dice.below(3) === 0).map(({ id }) => id)
    const amendment = { id: v7(), change, reason: 'Det går att se.', remarkIds, claimsEditorial }
    const run = () => amendText(this.#deps, this.editor, { reviewId, ...amendment })
    await run()
    const next = amended(this.model.text, change)
    if (JSON.stringify(next) !== JSON.stringify(this.model.text))
      this.model.amend(amendment.id, claimsEditorial, next)
    this.repeats.push({ what: 'an amendment', run })
    return `the text is amended${claimsEditorial ? ', in its spelling as is claimed' : ''}: ${JSON.stringify(change)}`
  }

  /** Words are spelled otherwise, and some say at once that nothing else is. */
  async respell(): Promise<string> {
    return `${await this.amend(true)}; ${await this.confirm()}`
  }

  /** An editor and the panel change the same words, one after the other; the panel may not know of it. */
  async crossEditor(): Promise<string> {
    const { profile } = await readDraft(this.#deps, this.editor, { slug: this.slug })
    const { module } = this.#dice.pick(profile.modules)
    const items = module.outcomes.flatMap((outcome) => [outcome, ...outcome.criteria])
    const item = this.#dice.pick([module, ...items])
    const [itemKind, field, from] =
      'title' in item
        ? (['module', 'title', item.title] as const)
        : (['criteria' in item ? 'outcome' : 'criterion', 'text', item.text] as const)
    const fields = { [field]: { from, to: 'Skriver själv.' } }
    const command = { act: 'amend', itemKind, itemId: item.id, fields } as const
    await editDraft(this.#deps, this.editor, { slug: this.slug, command })
    return `an editor changes ${item.id}`
  }

  async confirm(): Promise<string> {
    const { reviewId } = this
    if (this.model.amendments.length === 0) return 'there is no amendment'
    const { id: amendmentId, verdicts } = this.#dice.pick(this.model.amendments.slice(-2))
    const confirms = this.#dice.below(8) > 0
    const members = [...this.model.seats.keys()].filter(() => this.#dice.below(3) > 0)
    for (const memberId of members) {
      const id = v7()
      const verdict = { reviewId, amendmentId, id, confirms }
      const run = () => confirmEditorial(this.#deps, this.askers.get(memberId) ?? STRANGER, verdict)
      if (!this.model.mayAnswer(memberId, null)) continue
      await run()
      verdicts.set(memberId, confirms)
      this.repeats.push({ what: 'a confirmation', run })
    }
    return `${members.map((each) => this.#nameOf(each)).join(', ')} ${confirms ? 'confirm' : 'deny'} ${amendmentId}`
  }

  async ruleOnRewordings(): Promise<string> {
    const { reviewId } = this
    const { rewordings } = await readText(this.#deps, this.coordinator, reviewId)
    for (const { itemId, formerHash, hash, ruling } of rewordings) {
      if (ruling) continue
      const equivalent = this.#dice.below(2) === 0
      const of = { itemId, formerHash, hash, equivalent, reason: 'Samma krav.' }
      await ruleEquivalence(this.#deps, this.coordinator, { reviewId, ...of })
    }
    return 'rewordings are ruled on'
  }

  /** On what was shown a moment, or an act, ago. */
  async close(): Promise<string> {
    const { reviewId } = this
    const closing = await readClosing(this.#deps, this.coordinator, reviewId)
    const meanwhile = this.#dice.below(8) === 0 && this.browsers.length > 0
    if (meanwhile) await this.takePosition().catch(() => undefined)
    const likely = closing.possible.includes('approved') && this.#dice.below(3) > 0
    const outcome = likely
      ? this.#dice.pick(['approved', 'approvedEditorial', 'approvedEditorial', 'approvedEditorial'] as const)
      : this.#dice.pick(['approved', 'approvedEditorial', 'changesRequested', 'declined'] as const)
    await closeReview(this.#deps, this.coordinator, {
      reviewId,
      state: closing.state,
      outcome,
      decidedOn: '2026-03-01',
      decidedBy: 'Panelen',
      grounds: 'Så står det.',
    })
    this.model.decided = { text: this.model.text, roomForSpelling: outcome === 'approvedEditorial' }
    return `the review is closed: ${outcome}`
  }

  async recall(): Promise<string> {
    await recallDecision(this.#deps, this.coordinator, this.reviewId)
    this.model.decided = undefined
    return 'the decision is recalled'
  }

  /** When the profile has been submitted anew since. */
  async recallFormer(): Promise<string> {
    if (this.#formerId === '') return 'there is no former review'
    await recallDecision(this.#deps, this.coordinator, this.#formerId)
    return 'the decision of the former review is recalled'
  }

  async publish(): Promise<string> {
    const { reviewId } = this
    const { version } = await readText(this.#deps, this.coordinator, reviewId)
    await publishReview(this.#deps, this.coordinator, { reviewId, version, versionReason: '' })
    return `version ${version} is published`
  }

  async repeat(): Promise<string> {
    if (this.repeats.length === 0) return 'there is nothing to repeat'
    const { what, run } = this.#dice.pick(this.repeats)
    await run()
    return `${what} is sent again`
  }

  // By the way

  async #say(
    browser: Browser & { desk: MemberDesk },
    what: {
      scope: 'part' | 'item'
      partId: string
      on: { id: string; hash: string }
      said: PositionKind | null
      replaces: string | null
    },
  ): Promise<void> {
    const { scope, partId, on, said, replaces } = what
    const { reviewId } = this
    const shown = wordsOf(browser.desk.text.profile).get(partId) ?? new Map<string, string>()
    const place = on.id === partId ? `around ${partId}` : on.id
    const covers: Words = scope === 'part' ? shown : new Map([[place, shown.get(place) ?? '']])
    const position = { scope, itemId: on.id, hash: on.hash, position: said, reason: 'Det behövs.', replaces }
    const id = v7()
    const run = () => takePosition(this.#deps, browser.asker, { reviewId, id, position })
    const last = this.model.last(browser.memberId, { scope, itemId: on.id })
    const isSame = last?.answer === said && last.reason === position.reason && sameWords(last.covers, covers)
    const isOvertaken = (last?.actId ?? null) !== replaces && !isSame
    browser.desk = await run()
    if (isOvertaken) throw new Error('an answer that nobody saw was overwritten')
    const { reason } = position
    this.model.say(browser.memberId, { scope, itemId: on.id, covers, answer: said, reason, actId: id })
    this.repeats.push({ what: 'a position', run })
  }

  #anyEdit(profile: OccupationalProfile): EditCommand {
    const { module } = this.#dice.pick(profile.modules)
    const outcome = module.outcomes[0]
    const criterion = outcome?.criteria[0]
    const text = this.#dice.pick(WORDS)
    const swap = (field: string, from: unknown) => ({ [field]: { from, to: text } })
    const amend = (itemKind: 'module' | 'outcome' | 'profile', itemId: string, field: string, from: string) =>
      ({ act: 'amend', itemKind, itemId, fields: swap(field, from) }) as const
    const place = { parentId: outcome?.id ?? module.id, before: null }
    return this.#dice.pick<EditCommand>([
      amend('module', module.id, 'title', module.title),
      amend('module', module.id, 'purpose', module.purpose),
      ...(outcome ? [amend('outcome', outcome.id, 'text', outcome.text)] : []),
      amend('profile', profile.id, 'targetGroup', profile.targetGroup),
      { act: 'add', itemKind: 'criterion', item: { id: v7(), text, assessmentMethods: [] }, place },
      ...(criterion
        ? ([
            {
              act: 'amend',
              itemKind: 'criterion',
              itemId: criterion.id,
              fields: swap('text', criterion.text),
            },
            { act: 'move', itemKind: 'criterion', itemId: criterion.id, place },
            { act: 'remove', itemKind: 'criterion', itemId: criterion.id },
          ] as const)
        : []),
    ])
  }

  #takeSeats({ members }: Review['composition']): void {
    this.model.rule = this.rule
    this.model.seats = new Map(
      members.map(({ id, perspective, part, standsInFor, recusals }) => [
        id,
        {
          perspective,
          part,
          standsInFor,
          recused: new Set(recusals.map(({ partId }) => partId ?? 'everything')),
        },
      ]),
    )
  }

  async #review(): Promise<{ status: string; composition: Review['composition'] }> {
    return readReview(this.#deps, this.coordinator, this.reviewId)
  }

  #anyMember(): string {
    return this.#dice.pick([...this.model.seats.keys()])
  }

  #substitute(): string | null {
    return [...this.model.seats].find(([, { part }]) => part === 'substitute')?.[0] ?? null
  }

  #nameOf(memberId: string): string {
    return `${this.model.seats.get(memberId)?.perspective} ${memberId.slice(-4)}`
  }
}

function sameWords(these: Words, those: Words): boolean {
  return these.size === those.size && [...these].every(([place, words]) => those.get(place) === words)
}

function somebody(role: Role, personId = v7()): Asker {
  return { ...STRANGER, personId, name: role, viewer: { grants: [{ role, scope: EVERYTHING }] } }
}

/** The purpose of the profile, a module, or a module that the item is in. */
function rewritten(profile: OccupationalProfile, itemId: string, to: string): AmendText['change'] {
  const { module } = profile.modules.find((each) => JSON.stringify(each).includes(itemId)) ?? {}
  const { id, purpose } = module ?? profile
  return { act: 'rewrite', itemId: id, field: 'purpose', from: purpose, to }
}
