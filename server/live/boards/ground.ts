import type { Logger } from 'pino'
import type { Storage } from '../../storage/storage.ts'
import type { Limits } from './limits.ts'

/** What the boards stand on. */
export type BoardsGround = {
  readonly storage: Pick<Storage, 'read' | 'write'>
  readonly now: () => Date
  readonly log: Pick<Logger, 'warn'>
  /** Whether other programs write in the same storage: several processes on one PostgreSQL. */
  readonly isShared: boolean
  readonly limits: Limits
}
