import type { EditionSummary } from '../../../schemas/types.ts'
import { countItems } from '../../domain/publishing/diff-profiles.ts'
import type { EditionRef, StoredEdition } from '../../storage/storage.ts'
import { parseEdition } from './parse-edition.ts'

type Summary = Omit<EditionSummary, 'standing'>

/** How many summaries are kept, of about a kilobyte each: every page about a profile needs those of all its versions. */
const KEPT = 4096
const summaries = new Map<string, Summary>()

/** What a list says about an edition. `standing` is not the edition's own: it never knows what came after it. */
export function summarize(stored: StoredEdition, standing: EditionSummary['standing']): EditionSummary {
  const summary = summaries.get(stored.digest) ?? summaryOf(stored)
  summaries.delete(stored.digest)
  summaries.set(stored.digest, summary)
  for (const oldest of summaries.keys()) if (summaries.size > KEPT) summaries.delete(oldest)
  return { ...summary, standing }
}

/** The same, where `load` fetches the edition only if its summary is not known yet. */
export async function summarizeVersion(
  { digest }: EditionRef,
  standing: EditionSummary['standing'],
  load: () => Promise<StoredEdition>,
): Promise<EditionSummary> {
  const known = summaries.get(digest)
  return known ? { ...known, standing } : summarize(await load(), standing)
}

function summaryOf(stored: StoredEdition): Summary {
  const { version, publishedAt, decision, nextReviewDue, profile } = parseEdition(stored)
  return {
    version,
    digest: stored.digest,
    title: profile.title,
    seqfLevel: profile.seqfLevel,
    publishedAt,
    decision,
    nextReviewDue,
    counts: countItems(profile),
  }
}
