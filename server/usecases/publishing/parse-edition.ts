import type { Edition } from '../../../schemas/types.ts'
import type { StoredEdition } from '../../storage/storage.ts'

/** How many editions are kept parsed; a parsed one of 480 criteria takes about a megabyte. */
const KEPT = 24
const parsed = new Map<string, Edition>()

/** An edition's content. The same digest is always the same content, so the ones used last are kept. */
export function parseEdition({ digest, document }: Pick<StoredEdition, 'digest' | 'document'>): Edition {
  const edition = parsed.get(digest) ?? (JSON.parse(document) as Edition)
  parsed.delete(digest)
  parsed.set(digest, edition)
  for (const oldest of parsed.keys()) if (parsed.size > KEPT) parsed.delete(oldest)
  return edition
}
