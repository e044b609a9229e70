import type { ProfileFile } from '../../../schemas/types.ts'
import { faultsOf } from '../../contract.ts'
import { cleanText } from '../../domain/profile/clean-text.ts'
import type { Fault } from '../../problems.ts'
import type { Reading, Remark } from '../reading.ts'

export const OWN_FORMAT = 'profilverkstad-profile-1'

/**
 * Reads the product's own format. Invisible characters are cleaned away, fields that nobody knows and ids that stand
 * twice are mended and reported; a file that breaks the schema in any other way is refused as a whole.
 */
export function readProfileFile(file: unknown, newId: () => string): Reading {
  const repaired: Remark[] = []
  const cleaned = cleaning(file, '', repaired)
  const { leftOut, faults } = dropUnknownFields(cleaned)
  if (faults.length > 0) return { ok: false, faults }
  const { profile, published } = cleaned as ProfileFile
  renewRepeatedIds(profile, new Set(), '/profile', repaired, newId)
  return { ok: true, format: OWN_FORMAT, profile, published, repaired, leftOut }
}

/** A copy of the value with every text cleaned, and a remark for each that was not clean. */
function cleaning(value: unknown, pointer: string, remarks: Remark[]): unknown {
  if (typeof value === 'string') {
    const text = cleanText(value)
    if (text !== value) remarks.push({ code: 'text-cleaned', pointer })
    return text
  }
  if (Array.isArray(value)) return value.map((part, index) => cleaning(part, `${pointer}/${index}`, remarks))
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    cleaning(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, remarks),
  ])
  return Object.fromEntries(parts) as unknown
}

/** Takes the fields that nobody knows out of the value, and gives what else is wrong with it. */
function dropUnknownFields(value: unknown): { leftOut: Remark[]; faults: Fault[] } {
  const all = faultsOf('profile-file', value)
  const unknown = all.filter(({ code }) => code === 'additionalProperties')
  const leftOut = unknown.map(({ pointer }): Remark => {
    const path = pointer.split('/').slice(1).map(unescapePointer)
    const holder = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value)
    delete (holder as Record<string, unknown>)[path.at(-1) ?? '']
    return { code: 'unknown-field', pointer }
  })
  // An unknown field makes a part that may be one of several things look like none of them; so all is looked at again.
  return { leftOut, faults: leftOut.length > 0 ? faultsOf('profile-file', value) : all }
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Walks the tree in the order of the text: of two with the same id, the later gets a new one. */
function renewRepeatedIds(
  node: unknown,
  seen: Set<string>,
  pointer: string,
  remarks: Remark[],
  newId: () => string,
): void {
  if (typeof node !== 'object' || node === null) return
  const item = node as { id?: unknown; scheme?: unknown }
  if (typeof item.id === 'string' && item.scheme === undefined) {
    if (seen.has(item.id)) {
      item.id = newId()
      remarks.push({ code: 'id-renewed', pointer })
    }
    seen.add(item.id as string)
  }
  for (const [key, part] of Object.entries(node))
    renewRepeatedIds(part, seen, `${pointer}/${key}`, remarks, newId)
}
