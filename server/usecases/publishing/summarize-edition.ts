import type { EditionSummary } from '../../../schemas/types.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import type { StoredEdition } from '../../storage/storage.ts'
import { parseEdition } from './parse-edition.ts'

/** What a list says about an edition. `standing` is not the edition's own: it never knows what came after it. */
export function summarize(stored: StoredEdition, standing: EditionSummary['standing']): EditionSummary {
  const { version, publishedAt, decision, nextReviewDue, profile } = parseEdition(stored)
  return {
    version,
    digest: stored.digest,
    title: profile.title,
    seqfLevel: profile.seqfLevel,
    publishedAt,
    decision,
    nextReviewDue,
    standing,
    counts: countItems(profile),
  }
}
