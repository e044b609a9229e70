import type { Edition, LogEntry, LoggedEvent, OccupationalProfile, Reason } from '../../schemas/types.ts'
import type {
  AccessReader,
  AccessWriter,
  MailReader,
  MailWriter,
  OrganisationReader,
  OrganisationWriter,
  PeopleReader,
  PeopleWriter,
} from './people-port.ts'
import type { ReviewReader, ReviewWriter } from './review-port.ts'
import type { BoardReader, BoardWriter, WorkshopReader, WorkshopWriter } from './workshop-port.ts'

/**
 * What the product needs from a database, in the product's words. There are two databases, SQLite and PostgreSQL,
 * and one implementation of this over Kysely; one suite of tests holds both to it.
 */
export interface Storage {
  /** Reads at one point in time: nothing that is written meanwhile is seen. */
  read<T>(work: (stores: Readers) => Promise<T>): Promise<T>
  /** One transaction: all of it is kept, or nothing. `afterCommit` runs when it is kept, in order. */
  write<T>(work: (stores: Writers) => Promise<T>): Promise<T>
  /**
   * Sees to it that nothing of what has been erased is left where the database keeps it. Throws StorageFailure
   * ('unavailable') when somebody else is reading just now; then it is to be tried again.
   */
  forget(): Promise<void>
  /** How many bytes the database takes. */
  size(): Promise<number>
  close(): Promise<void>
}

export type Readers = {
  readonly profiles: ProfileReader
  readonly drafts: DraftReader
  readonly editions: EditionReader
  readonly log: LogReader
  readonly people: PeopleReader
  readonly access: AccessReader
  readonly organisations: OrganisationReader
  readonly mails: MailReader
  readonly installation: InstallationReader
  readonly jobs: JobReader
  readonly workshops: WorkshopReader
  readonly boards: BoardReader
  readonly reviews: ReviewReader
}

export type Writers = {
  readonly profiles: ProfileWriter
  readonly drafts: DraftWriter
  readonly editions: EditionWriter
  readonly log: LogWriter
  readonly people: PeopleWriter
  readonly access: AccessWriter
  readonly organisations: OrganisationWriter
  readonly mails: MailWriter
  readonly installation: InstallationWriter
  readonly jobs: JobWriter
  readonly workshops: WorkshopWriter
  readonly boards: BoardWriter
  readonly reviews: ReviewWriter
  readonly afterCommit: (run: () => void) => void
}

/** A profile's identity: what never changes about it, whatever is drafted and published. */
export type ProfileIdentity = {
  readonly id: string
  readonly slug: string
  readonly createdAt: string
  /** Whose it is: those with a role in that organisation have it here. Null where it is nobody's in particular. */
  readonly organisationId: string | null
}

export interface ProfileReader {
  find(slug: string): Promise<ProfileIdentity | undefined>
  findById(id: string): Promise<ProfileIdentity | undefined>
  list(): Promise<ProfileIdentity[]>
}

export interface ProfileWriter extends ProfileReader {
  /** Throws AlreadyThere when the id or the slug is taken. */
  insert(profile: ProfileIdentity): Promise<void>
  /** Lets a profile belong to an organisation, or to none. */
  hand(id: string, organisationId: string | null): Promise<void>
}

export type StoredDraft = {
  readonly profile: OccupationalProfile
  /** Grows by one with every stored edit, and never comes again in a later draft of the profile. */
  readonly revision: number
  readonly basedOn: string | null
  readonly changedAt: string
}

export interface DraftReader {
  find(profileId: string): Promise<StoredDraft | undefined>
  /** The revision alone, which is cheap to ask for. */
  revision(profileId: string): Promise<number | undefined>
}

export interface DraftWriter extends DraftReader {
  /** The draft, held for this transaction: nobody else changes it until the transaction ends. */
  hold(profileId: string): Promise<StoredDraft | undefined>
  /** Throws AlreadyThere when the profile has a draft. */
  insert(draft: Omit<StoredDraft, 'revision'>): Promise<void>
  /** Stores the parts that differ (by identity) from the held draft; gives the new revision. */
  save(held: StoredDraft, next: OccupationalProfile, changedAt: string): Promise<number>
  remove(profileId: string): Promise<void>
}

/** A published version as it lies in the database: `document` is the canonical JSON that the digest is of. */
export type StoredEdition = {
  readonly profileId: string
  readonly version: string
  readonly digest: string
  readonly document: string
}
export type EditionRef = Pick<StoredEdition, 'version' | 'digest'>

export interface EditionReader {
  find(profileId: string, version: string): Promise<StoredEdition | undefined>
  /** The version that applies now: the one published last. */
  latest(profileId: string): Promise<StoredEdition | undefined>
  /** Whether anything of the profile has been published, which is cheap to ask for. */
  exists(profileId: string): Promise<boolean>
  /** Latest first. */
  list(profileId: string): Promise<EditionRef[]>
  /** Every edition there is, in the order of publication, one at a time. */
  all(): AsyncIterable<StoredEdition>
}

export interface EditionWriter extends EditionReader {
  /** Throws AlreadyThere when the profile has that version. */
  insert(edition: StoredEdition & { readonly parsed: Edition }): Promise<void>
}

export type NewLogEntry = {
  readonly at: string
  readonly actor: string | null
  readonly profileId: string | null
  readonly event: LoggedEvent
  readonly because?: Reason | undefined
}
/** What to look for in the log; what is left out is not asked for. */
export type LogSearch = {
  /** Did it, or had it done to them. */
  readonly personId?: string | undefined
  readonly profileId?: string | undefined
  readonly itemId?: string | undefined
  /** From then on, up to but not including then. */
  readonly from?: string | undefined
  readonly before?: string | undefined
}
export type LogPage = { readonly entries: LogEntry[]; readonly total: number }
/** Of an entry that somebody is in: when, what kind of thing, to which profile, and whether it was they who did it. */
export type Trace = Pick<LogEntry, 'seq' | 'at' | 'profileId'> & {
  readonly kind: LoggedEvent['kind']
  readonly byThem: boolean
}

export interface LogReader {
  /** Entries about a profile, latest first; not among them is what people have said afterwards about a change, and what a panel does. */
  page(profileId: string, paging: { limit: number; page: number }): Promise<LogPage>
  /** Entries about anything, latest first. */
  search(search: LogSearch, paging: { limit: number; page: number }): Promise<LogPage>
  /** All that a person has done, or had done to them, latest first. They may be hundreds of thousands. */
  traces(personId: string): Promise<Trace[]>
  /** What people have said afterwards about changes, in order. */
  explanations(profileId: string): Promise<LogEntry[]>
  /** The last entry that gave an item's field the value that stands now. */
  lastAmendment(profileId: string, itemId: string): Promise<LogEntry | undefined>
  find(seq: number): Promise<LogEntry | undefined>
  /** The number and hash that the next entry follows on. */
  head(): Promise<{ seq: number; hash: string }>
  /** The next entries after that one, in order. */
  after(seq: number, limit: number): Promise<LogEntry[]>
  /** Every entry there is, in order, one at a time. */
  all(): AsyncIterable<LogEntry>
}

export interface LogWriter extends LogReader {
  /** Adds entries to the end of the chain, in order. */
  append(entries: readonly NewLogEntry[]): Promise<void>
}

/** What the installation has chosen, in the order of the schema; and its logo, as a PNG or JPEG in base64. */
export interface InstallationReader {
  /** The settings as JSON, or undefined before anybody has chosen. */
  settings(): Promise<string | undefined>
  logo(): Promise<string | undefined>
}

export interface InstallationWriter extends InstallationReader {
  saveSettings(settings: string): Promise<void>
  saveLogo(logo: string | null): Promise<void>
}

/** How a job that runs by itself went the last time. */
export type JobRun = {
  readonly name: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly ok: boolean
  /** Figures, or the code of what went wrong. */
  readonly detail: Readonly<Record<string, string | number>>
}

/** As what the latest restore is noted among the jobs. It is never due. */
export const RESTORE = 'restore'

export interface JobReader {
  list(): Promise<JobRun[]>
}

export interface JobWriter extends JobReader {
  /** Takes a job on, unless it has been begun since then, or is still being done; gives whether it was free. */
  begin(name: string, at: string, unlessBegunSince: string): Promise<boolean>
  end(name: string, at: string, ok: boolean, detail: JobRun['detail']): Promise<void>
}

/** Something with that key is there already: in `table`, or nobody knows where when that is empty. */
export class AlreadyThere extends Error {
  override readonly name = 'AlreadyThere'
  readonly table: string

  constructor(table: string, cause: unknown) {
    super(`that key is taken in ${table}`, { cause })
    this.table = table
  }
}

/** The disk is full, the folder cannot be written to, or the database does not answer. Nothing was stored. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  readonly kind: 'full' | 'read-only' | 'unavailable'

  constructor(kind: StorageFailure['kind'], cause: unknown) {
    super(`storage is ${kind}`, { cause })
    this.kind = kind
  }
}

/** The database has been made by a later version of the program, which alone knows how to read it. */
export class DatabaseFromTheFuture extends Error {
  override readonly name = 'DatabaseFromTheFuture'
}
