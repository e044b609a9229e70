import type { Setup } from '../installation.ts'
import type { Versions } from './versions-of.ts'

/** A version never changes, but what came after it does: others may keep its page for a while, not for ever. */
export const KEEP_A_WHILE = 'public, max-age=600'

/** Everything that a page of a published version depends on: the installation, its address, and which versions there are. */
export function keyOf(
  { name, thirdCategory, logo, perspectives }: Setup,
  path: string,
  versions: Versions,
): string {
  const called = perspectives.map(({ id, code, name: itsName }) => [id, code, itsName])
  const digests = versions.map(({ digest }) => digest)
  return JSON.stringify([name, thirdCategory, logo?.tag, called, path, digests])
}
