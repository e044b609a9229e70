import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { digestFile, readFile } from './exchange/read-file.ts'
import type { Writers } from './storage/storage.ts'
import { THE_PROGRAM, type Deps } from './usecases/deps.ts'
import { importProfile } from './usecases/profile/import-profile.ts'

/** The example profiles that are shipped, as files. */
export function exampleFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.join(folder, file))
}

/**
 * Publishes the examples in an installation where nobody has done anything yet: all of them, or, when the program is
 * killed meanwhile, none, so that the next start tries again. Gives the slugs of those that came in.
 */
export async function seedExamples(deps: Deps, folder: string): Promise<string[]> {
  const { seq } = await deps.storage.read(({ log }) => log.head())
  if (seq > 0) return []
  const files = exampleFiles(folder).map((file) => {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const reading = readFile(content, 'sv', deps.newId)
    if (!reading.ok)
      throw new Error(`${file} is not what the schema says: ${JSON.stringify(reading.faults[0])}`)
    return { ...reading, fileDigest: digestFile(content) }
  })
  // A profile comes after the one whose module it links.
  const links = (file: (typeof files)[number]) =>
    file.profile.modules.filter(({ linkedFrom }) => linkedFrom).length
  return deps.storage.write(async (stores) => {
    const within = { ...deps.storage, write: <T>(work: (into: Writers) => Promise<T>) => work(stores) }
    const slugs: string[] = []
    for (const file of files.sort((a, b) => links(a) - links(b))) {
      slugs.push((await importProfile({ ...deps, storage: within }, THE_PROGRAM, file)).slug)
    }
    return slugs
  })
}
