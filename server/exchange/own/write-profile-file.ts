import type { Edition, OccupationalProfile, ProfileFile } from '../../../schemas/types.ts'
import { OWN_FORMAT } from './read-profile-file.ts'

/** A draft as a file. Reading it again gives the same profile. */
export function writeDraftFile(profile: OccupationalProfile): ProfileFile {
  return { format: OWN_FORMAT, profile, published: null }
}

/** A published version as a file, with its decision. Left out: its digest, wording hashes and rulings, which are made anew. */
export function writeEditionFile({ profile, version, decision }: Edition): ProfileFile {
  return { format: OWN_FORMAT, profile, published: { version, decision } }
}
