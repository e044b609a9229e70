import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProfileFile } from '../../schemas/types.ts'
import { renderProfile } from '../../server/pdf/render-profile.ts'
import { buildEdition, toPrint } from '../support/build-edition.ts'
import { readPdf, tagsOf, wholeText } from '../support/pdf-reader.ts'

const folder = path.join(import.meta.dirname, '../../profiles')
const shipped = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ProfileFile] as const)

// The largest takes a loaded machine longer than a test is given otherwise.
const ENOUGH_MS = 60_000

test.each(shipped)(
  '%s prints whole, each wording in its place',
  async (_, { profile, published }) => {
    const version = published ? { version: published.version, decision: published.decision } : {}
    const pdf = await readPdf(await renderProfile(toPrint(buildEdition(profile, version))))
    const text = wholeText(pdf).replaceAll(' ', '')
    for (const { module } of profile.modules) {
      for (const outcome of module.outcomes) {
        for (const wording of [outcome, ...outcome.criteria]) {
          expect(text).toContain(wording.text.replace(/\s/gu, ''))
        }
      }
    }
    expect(tagsOf(pdf, 'H2').length).toBeGreaterThan(profile.modules.length)
    expect(text).not.toMatch(/[□☐]/u)
  },
  ENOUGH_MS,
)
