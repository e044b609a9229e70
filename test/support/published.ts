import { hash } from 'node:crypto'
import { v7 } from 'uuid'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { passkeyDoor } from '../../server/people/passkeys.ts'
import { openPasswords } from '../../server/people/passwords.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { NO_BOARDS, THE_PROGRAM, type Deps } from '../../server/usecases/deps.ts'
import { importProfile } from '../../server/usecases/profile/import-profile.ts'
import { buildDecision, buildProfile } from './build-profile.ts'

/** What the use cases need, on a storage, with a clock that stands still. */
export function depsOn(storage: Storage, now: () => Date = () => new Date('2026-03-01T09:00:00Z')): Deps {
  return {
    storage,
    now,
    newId: v7,
    newSecret: () => hash('sha256', v7(), 'base64url'),
    announce: () => undefined,
    letGo: () => undefined,
    sendsMail: false,
    nudgePost: () => undefined,
    boards: NO_BOARDS,
    passwords: openPasswords(),
    passkeys: passkeyDoor('http://localhost:3000'),
  }
}

/** Puts a profile in as a published version. */
export async function publish(
  deps: Deps,
  profile: OccupationalProfile = buildProfile(),
  version = '1.0.0',
): Promise<void> {
  const published = { version, decision: buildDecision() }
  await importProfile(deps, THE_PROGRAM, { profile, published, format: 'test', fileDigest: '0'.repeat(64) })
}

/** Puts a profile in as a draft. */
export async function draft(deps: Deps, profile: OccupationalProfile = buildProfile()): Promise<void> {
  await importProfile(deps, THE_PROGRAM, {
    profile,
    published: null,
    format: 'test',
    fileDigest: '0'.repeat(64),
  })
}
