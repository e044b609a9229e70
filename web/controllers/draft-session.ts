import type {
  Announcement,
  Change,
  Draft,
  EditResult,
  OccupationalProfile,
  Problem,
  Reason,
} from '../../schemas/types.ts'
import { applyChange, invertChange } from '../../server/domain/profile/change.ts'
import { editDraft, type EditCommand } from '../../server/domain/profile/edit-draft.ts'
import type { ItemKind } from '../../server/domain/profile/items.ts'
import type { PendingEdit } from './outbox.ts'
import { deriveView, insist, type Conflict, type Stranded, type View } from './derive-view.ts'
import type { SaveState, SessionPorts, SessionState, Touch } from './session-state.ts'

/** Typing rests this long before it is sent. */
const QUIET_MS = 800
/** Not signed in any more, and too many requests: the same edit goes well another time. */
const PASSING: readonly number[] = [401, 429]
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

/**
 * One person's work on a draft in one tab. Edits show at once, lie in the outbox until the server has answered for
 * them, and are sent one at a time, in order. What others do is applied underneath; where two have written in the
 * same field, both texts stand until somebody chooses.
 */
export class DraftSession {
  readonly #ports: SessionPorts
  readonly #onChange: () => void
  #draft: Draft
  #pending: PendingEdit[] = []
  #view: View
  #typingKey: string | null = null
  #sending: string | null = null
  #answered = new Map<string, number>()
  #failures = 0
  #offlineSince: number | null = null
  #problem: Problem | null = null
  /** From a 401 until the server has answered this person again: no answer at all does not change it. */
  #isSignedOut = false
  #savedAt: number | null = null
  #undoable: Change[][] = []
  #touched = new Map<string, Touch>()
  #rejected = new Map<string, Problem>()
  #ended: SessionState['ended'] = null
  #callOff: () => void = () => undefined
  #stopListening: () => void = () => undefined

  private constructor(ports: SessionPorts, draft: Draft, pending: PendingEdit[], onChange: () => void) {
    this.#ports = ports
    this.#draft = draft
    this.#pending = pending
    this.#onChange = onChange
    this.#view = deriveView(draft.profile, pending)
  }

  /** Reads the draft, and takes up what was left unsent the last time. */
  static async open(ports: SessionPorts, slug: string, onChange: () => void): Promise<DraftSession> {
    const draft = await ports.readDraft()
    const left = await ports.outbox.takeOver(slug, ports)
    const session = new DraftSession(ports, draft, left, onChange)
    session.#stopListening = ports.listen(
      (announcement) => session.#hear(announcement),
      () => void session.#reread(),
    )
    session.#send()
    return session
  }

  close(): void {
    this.#callOff()
    this.#stopListening()
  }

  get state(): SessionState {
    return {
      draft: this.#draft,
      view: this.#view,
      save: this.#saveState(),
      touched: this.#touched,
      rejected: this.#rejected,
      isSignedOut: this.#isSignedOut,
      unsent: this.#unanswered(),
      ended: this.#ended,
    }
  }

  get profile(): OccupationalProfile {
    return this.#view.profile
  }

  /** Does something to the draft: it shows at once, and is sent as soon as what came before it is. */
  edit(command: EditCommand, because?: Reason): void {
    this.rest()
    this.#keep(this.#newEdit(command, because))
    this.#send()
  }

  /** Takes down what somebody is typing in a field. It is kept at once, and sent when they pause. */
  type(itemKind: ItemKind, itemId: string, field: string, from: unknown, to: unknown): void {
    const begun = this.#begunIn(itemId, field)
    if (begun?.key !== this.#typingKey) this.rest()
    const first = begun?.command.act === 'amend' ? begun.command.fields[field]?.from : from
    const command: EditCommand = { act: 'amend', itemKind, itemId, fields: { [field]: { from: first, to } } }
    const edit = begun ? { ...begun, command } : this.#newEdit(command)
    this.#typingKey = edit.key
    this.#rejected.delete(edit.key)
    this.#keep(edit)
    this.#schedule(() => this.flush(), QUIET_MS)
  }

  /** An edit of that field that can still take more words: not on its way, and nothing else has followed on it but a conflict. */
  #begunIn(itemId: string, field: string): PendingEdit | undefined {
    const open = this.#pending.filter(({ key, command }) => {
      const isOfField =
        command.act === 'amend' && command.itemId === itemId && Object.keys(command.fields).join() === field
      return isOfField && key !== this.#sending && !this.#answered.has(key)
    })
    const isHeld = ({ key }: PendingEdit) => this.#heldKeys().has(key)
    return open.find(isHeld) ?? open.find((edit) => edit === this.#pending.at(-1))
  }

  /** The typing pauses: what has been typed may be sent. */
  rest(): void {
    this.#typingKey = null
  }

  /** Sends what lies in wait: the typing has paused, the field is left, the network is back, the page is about to close. */
  flush(): void {
    this.rest()
    this.#send()
  }

  get canUndo(): boolean {
    return this.#undoable.length > 0
  }

  /** Takes back the last thing that this person did here. Gives false when somebody else has changed it since: that stays. */
  undo(): boolean {
    const changes = this.#undoable.pop() ?? []
    const commands = changes.toReversed().map(invertChange).map(commandOf)
    let profile = this.profile
    for (const command of commands) {
      const edited = editDraft(profile, command)
      if (!edited.ok) return false
      profile = edited.next
    }
    for (const command of commands) this.edit(command, { kind: 'undid' })
    return true
  }

  /** Follows what the server has done at this person's wish by another way than an edit; it can be taken back like one. */
  follow({ revision, changes }: EditResult): void {
    if (changes.length > 0) this.#undoable.push(changes)
    this.#advance(revision, changes)
  }

  /** Chooses between two wordings of one field: one's own, the other's, or a new one that both have gone into. */
  settle({ key, field, theirs }: Conflict, choice: { keep: 'mine' | 'theirs' } | { write: string }): void {
    const edit = this.#pending.find((pending) => pending.key === key)
    if (edit?.command.act !== 'amend') return
    if ('keep' in choice && choice.keep === 'theirs') return this.#drop(key)
    const insisted = insist(edit.command, { [field]: theirs })
    const fields =
      'write' in choice
        ? { ...insisted.fields, [field]: { from: theirs, to: choice.write } }
        : insisted.fields
    this.#keep({ ...edit, command: { ...insisted, fields }, because: { kind: 'settled' } })
    this.flush()
  }

  /** Lets go of an edit that has nowhere to stand, or that the server refuses. */
  letGo({ key }: Pick<Stranded, 'key'>): void {
    this.#drop(key)
    this.flush()
  }

  #newEdit(command: EditCommand, because?: Reason): PendingEdit {
    const { newKey, tab, me } = this.#ports
    const slug = this.#draft.profile.slug
    return { key: newKey(), slug, tab, by: me, command, ...(because && { because }) }
  }

  #keep(edit: PendingEdit): void {
    const there = this.#pending.some(({ key }) => key === edit.key)
    this.#pending = there
      ? this.#pending.map((each) => (each.key === edit.key ? edit : each))
      : [...this.#pending, edit]
    void this.#ports.outbox.put(edit)
    this.#changed()
  }

  #drop(key: string): void {
    this.#pending = this.#pending.filter((edit) => edit.key !== key)
    this.#answered.delete(key)
    this.#rejected.delete(key)
    void this.#ports.outbox.remove(key)
    this.#changed()
  }

  /** Edits that wait for a person: in conflict, without a place, or refused as they are. */
  #heldKeys(): ReadonlySet<string> {
    const { conflicts, stranded } = this.#view
    return new Set([
      ...conflicts.map(({ key }) => key),
      ...stranded.map(({ key }) => key),
      ...this.#rejected.keys(),
    ])
  }

  #unanswered(): PendingEdit[] {
    return this.#pending.filter(({ key }) => !this.#answered.has(key))
  }

  /** Sends the first edit that is neither being typed nor held. */
  #send(): void {
    if (this.#sending !== null || this.#ended) return
    const held = this.#heldKeys()
    const next = this.#unanswered().find(({ key }) => key !== this.#typingKey && !held.has(key))
    if (!next) return
    this.#sending = next.key
    this.#changed()
    void this.#ports.sendEdit(next.command, next.because).then(
      (result) => this.#accepted(next, result),
      (error: unknown) => this.#refused(next, error),
    )
  }

  #accepted(edit: PendingEdit, { revision, changes }: EditResult): void {
    this.#sending = null
    this.#failures = 0
    this.#offlineSince = null
    this.#problem = null
    this.#isSignedOut = false
    this.#savedAt = this.#ports.now()
    if (edit.because?.kind !== 'undid' && changes.length > 0) this.#undoable.push(changes)
    this.#answered.set(edit.key, revision)
    this.#advance(revision, changes)
    this.#send()
  }

  #refused(edit: PendingEdit, error: unknown): void {
    this.#sending = null
    const problem = this.#ports.problemIn(error)
    if (problem === null || problem.status >= 500 || PASSING.includes(problem.status)) {
      this.#note(problem)
      if (problem === null) this.#offlineSince ??= this.#ports.now()
      const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] ?? 0
      this.#schedule(() => this.flush(), wait)
      this.#changed()
      return
    }
    this.#offlineSince = null
    this.#failures = 0
    this.#problem = null
    // Perhaps the draft is another than was thought here: against the one that stands, the edit shows what it meets.
    void this.#reread().then(() => {
      if (!this.#heldKeys().has(edit.key)) this.#rejected.set(edit.key, problem)
      this.#changed()
      this.#send()
    })
  }

  #schedule(run: () => void, ms: number): void {
    this.#callOff()
    this.#callOff = this.#ports.later(run, ms)
  }

  #hear(announcement: Announcement): void {
    switch (announcement.kind) {
      case 'listening':
        if (announcement.revision !== this.#draft.revision || this.#isSignedOut) void this.#reread()
        break
      case 'draft-edited':
        this.#touch(announcement)
        this.#advance(announcement.revision, announcement.changes)
        break
      case 'review-changed':
        break
      default:
        this.#ended = announcement
        this.#changed()
    }
  }

  #touch({ changes, by, revision }: Extract<Announcement, { kind: 'draft-edited' }>): void {
    if (by?.id === this.#ports.me) return
    for (const { itemId } of changes) this.#touched.set(itemId, { name: by?.name ?? '', revision })
  }

  /** Moves the draft on by one edit, whoever made it; one that is known already is passed over, a gap is read again. */
  #advance(revision: number, changes: readonly Change[]): void {
    if (revision === this.#draft.revision + 1) {
      const profile = changes.reduce<OccupationalProfile | undefined>(
        (at, change) => at && applyChange(at, change),
        this.#draft.profile,
      )
      if (profile) this.#rebase({ ...this.#draft, profile, revision })
      else void this.#reread()
    } else if (revision > this.#draft.revision) void this.#reread()
    else this.#rebase(this.#draft)
  }

  async #reread(): Promise<void> {
    try {
      const draft = await this.#ports.readDraft()
      const isBack = this.#isSignedOut
      if (isBack) this.#problem = null
      this.#isSignedOut = false
      if (draft.revision >= this.#draft.revision) this.#rebase(draft)
      if (isBack) this.#send()
    } catch (error) {
      const problem = this.#ports.problemIn(error)
      if (problem?.type === '/problems/draft-not-found') this.#ended ??= { kind: 'gone' }
      else this.#note(problem)
      this.#changed()
    }
  }

  #note(problem: Problem | null): void {
    this.#problem = problem
    if (problem?.status === 401) this.#isSignedOut = true
  }

  #rebase(draft: Draft): void {
    this.#draft = draft
    for (const [key, revision] of this.#answered) if (revision <= draft.revision) this.#drop(key)
    this.#changed()
  }

  #changed(): void {
    this.#view = deriveView(this.#draft.profile, this.#pending)
    this.#onChange()
  }

  #saveState(): SaveState {
    const count = this.#unanswered().length
    if (count === 0) return { kind: 'saved', at: this.#savedAt }
    if (this.#offlineSince !== null) return { kind: 'offline', since: this.#offlineSince, count }
    const problem = this.#problem ?? [...this.#rejected.values()][0]
    if (problem) return { kind: 'failed', problem, count }
    return this.#sending !== null && count === 1 ? { kind: 'saving' } : { kind: 'waiting', count }
  }
}

/** The command that makes a change. */
function commandOf(change: Change): EditCommand {
  const { itemId } = change
  switch (change.kind) {
    case 'item-amended': {
      const { itemKind, field, from, to } = change
      return { act: 'amend', itemKind, itemId, fields: { [field]: { from, to } } }
    }
    case 'item-added':
      return { act: 'add', itemKind: change.itemKind, item: change.item, place: change.place }
    case 'item-removed':
      return { act: 'remove', itemKind: change.itemKind, itemId }
    case 'item-moved':
      return { act: 'move', itemKind: change.itemKind, itemId, place: change.to }
  }
}
