import type {
  Anonymity,
  ItemOrigin,
  PlannedPhase,
  Provenance,
  RulingOnRow,
  WorkshopConduct,
} from '../../schemas/types.ts'

/** A workshop as it lies in the database. */
export type StoredWorkshop = {
  readonly id: string
  readonly profileId: string
  readonly name: string
  readonly date: string
  readonly question: string
  readonly phases: readonly PlannedPhase[]
  readonly anonymity: Anonymity
  readonly isRehearsal: boolean
  readonly conduct: WorkshopConduct
  readonly createdAt: string
  readonly endedAt: string | null
}

export type StoredGroup = {
  readonly id: string
  readonly workshopId: string
  readonly number: number
  readonly place: string
  readonly seats: number
  readonly code: string
}

/** A participant's place in a group. `hand` is the pseudonym on the board; what leads back is kept as hashes only. */
export type StoredSeat = {
  readonly id: string
  readonly groupId: string
  readonly name: string
  readonly perspective: string
  readonly hand: string
  readonly wordHash: string
  readonly takenAt: string
  /** When the facilitator took the seat away; what was written stays. */
  readonly removedAt: string | null
}

/** What was decided about a row of a compilation. A later ruling on one of its statements replaces it. */
export type StoredRuling = RulingOnRow & {
  readonly workshopId: string
  /** The statement that stands for the row: each stands for one ruling at most. */
  readonly rowId: string
  /** The criteria that were to come along. */
  readonly criterionIds: readonly string[]
}

export type HeldNames = Pick<StoredWorkshop, 'id' | 'date' | 'endedAt'> & { readonly names: number }

export interface WorkshopReader {
  find(id: string): Promise<StoredWorkshop | undefined>
  /** Those of a profile, latest date first. */
  list(profileId: string): Promise<StoredWorkshop[]>
  /** A workshop's groups, by number. */
  groups(workshopId: string): Promise<StoredGroup[]>
  findGroup(groupId: string): Promise<StoredGroup | undefined>
  groupByCode(code: string): Promise<StoredGroup | undefined>
  /** The seats of a workshop in the order in which they were taken, removed ones too. */
  seats(workshopId: string): Promise<StoredSeat[]>
  findSeat(seatId: string): Promise<StoredSeat | undefined>
  /** The seat that a device has the secret to. */
  seatByDevice(secretHash: string): Promise<StoredSeat | undefined>
  /** The rulings of a workshop, in the order in which they were made. */
  rulings(workshopId: string): Promise<StoredRuling[]>
  /** The module of the draft that a theme of a compilation has become. */
  moduleOf(workshopId: string, themeId: string): Promise<string | undefined>
  /** Where an item of a profile comes from, latest first; more than once where it was made of several workshops. */
  origins(profileId: string, itemId: string): Promise<Provenance[]>
  /** The items of a profile that come from a workshop, each once: from the latest of several. */
  itemsWithOrigin(profileId: string): Promise<ItemOrigin[]>
  /** What has come of a workshop, by item. */
  originsIn(workshopId: string): Promise<Provenance[]>
  /** Workshops of which participants' names are held, and how many. */
  heldNames(): Promise<HeldNames[]>
}

export interface WorkshopWriter extends WorkshopReader {
  insert(workshop: StoredWorkshop): Promise<void>
  save(workshop: StoredWorkshop): Promise<void>
  /** Throws AlreadyThere when the code is taken. */
  insertGroup(group: StoredGroup): Promise<void>
  saveGroup(group: StoredGroup): Promise<void>
  insertSeat(seat: StoredSeat): Promise<void>
  saveSeat(seat: StoredSeat): Promise<void>
  /** Forgets what the participants of a workshop are called; their seats stay. Gives how many names there were. */
  forgetNames(workshopId: string): Promise<number>
  addDevice(secretHash: string, seatId: string, at: string): Promise<void>
  /** Forgets a device; the seat stays, and what was written. */
  removeDevice(secretHash: string): Promise<void>
  saveRuling(ruling: StoredRuling): Promise<void>
  nameModule(workshopId: string, themeId: string, moduleId: string): Promise<void>
  addOrigin(profileId: string, origin: Provenance): Promise<void>
  removeOrigin(profileId: string, itemId: string, workshopId: string): Promise<void>
}

/** What was changed on a board at once, as a Yjs update, and by whom. */
export type BoardUpdate = {
  readonly groupId: string
  readonly seatId: string
  readonly at: string
  readonly update: Uint8Array
}

/** A board as it is kept: its folded state, what has come since, and which seat each Yjs client writes for. */
export type KeptBoard = {
  readonly state: Uint8Array | null
  /** The state holds every update up to and including that one. */
  readonly foldedTo: number
  readonly writers: Readonly<Record<string, string>>
  /** In order, after `foldedTo`. */
  readonly updates: readonly (Omit<BoardUpdate, 'groupId'> & { readonly seq: number })[]
}

/** How a board looked at a time: what differs from the step before, as JSON. */
export type BoardStep = { readonly at: string; readonly changes: string }

export interface BoardReader {
  load(groupId: string): Promise<KeptBoard>
  /** The groups of a workshop on whose boards a seat has written: more than one when it has been moved. */
  writtenBy(workshopId: string, seatId: string): Promise<string[]>
  /** The board's history in coarse steps, in order. */
  steps(groupId: string): Promise<BoardStep[]>
  /** How many bytes the board takes where it is kept, its history included. */
  size(groupId: string): Promise<number>
}

export interface BoardWriter extends BoardReader {
  /** Keeps updates, in order: when the transaction has been committed they outlive a power cut. */
  append(updates: readonly BoardUpdate[]): Promise<void>
  /**
   * Puts a state in place of the updates up to and including `foldedTo`, and remembers the step when there is one. Does
   * nothing where the board has been folded since by somebody else: by a state that was made out of what had been folded to
   * `foldedFrom`, what others have folded in the meantime would be gone.
   */
  fold(
    groupId: string,
    folded: Omit<KeptBoard, 'updates' | 'state'> & {
      readonly state: Uint8Array
      readonly foldedFrom?: number
      readonly step: BoardStep | null
    },
  ): Promise<void>
}
