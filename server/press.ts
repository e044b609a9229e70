import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Setup } from './installation.ts'
import type { Locale } from './i18n/catalogue.ts'
import { log } from './log.ts'
import type { PrintInput } from './pdf/print-job.ts'
import type { Handout } from './pdf/sections/review/handout-input.ts'
import type { PanelMinutes } from './pdf/sections/review/panel-minutes-input.ts'
import { repositoryRoot } from './repository-root.ts'
import { sha256 } from './seal.ts'
import type { EditionForPrint } from './usecases/publishing/read-for-print.ts'
import type { MinutesForPrint } from './usecases/workshop/read-minutes.ts'
import type { OccupationalProfile, Workshop } from '../schemas/types.ts'

export type Print = { readonly pdf: Buffer; readonly etag: string }

/**
 * Prints profiles. A published version always looks the same, so its print is kept in the data folder under the
 * digest of all that goes into it, code, libraries and fonts included; the second print is a file read.
 */
export type Press = {
  readonly printEdition: (slug: string, edition: EditionForPrint, locale: Locale) => Promise<Print>
  readonly printDraft: (
    draft: { readonly profile: OccupationalProfile; readonly basedOn: string | null },
    locale: Locale,
    printedAt: string,
  ) => Promise<Print>
  readonly printGroupSheets: (workshop: Workshop, locale: Locale) => Promise<Print>
  readonly printMinutes: (minutes: MinutesForPrint, locale: Locale) => Promise<Print>
  readonly printHandout: (
    handout: Omit<Handout, 'locale' | 'thirdCategory'>,
    locale: Locale,
  ) => Promise<Print>
  readonly printPanelMinutes: (minutes: Omit<PanelMinutes, 'locale'>, locale: Locale) => Promise<Print>
}

export function openPress(setup: () => Setup): Press {
  const folder = path.join(setup().dataDir, 'cache', 'pdf')
  const underWay = new Map<string, Promise<Buffer>>()
  let layout: string | undefined

  /** Two who ask for the same print at once wait for the same one. */
  function once(name: string, print: () => Promise<Buffer>): Promise<Buffer> {
    const going = underWay.get(name) ?? kept(name, print).finally(() => underWay.delete(name))
    underWay.set(name, going)
    return going
  }

  async function kept(name: string, print: () => Promise<Buffer>): Promise<Buffer> {
    const file = path.join(folder, name)
    const there = await readFile(file).catch(() => undefined)
    if (there && isWhole(there)) return there
    const pdf = await print()
    await keep(file, pdf).catch((error: unknown) => log.warn({ err: error }, 'a print could not be kept'))
    return pdf
  }

  async function keep(file: string, pdf: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true })
    const half = `${file}.${process.pid}.half`
    try {
      await writeFile(half, pdf)
      await rename(half, file)
    } catch (error) {
      await rm(half, { force: true })
      throw error
    }
    // Prints of a layout that is no more
    const stale = (await readdir(folder)).filter(
      (name) => name.endsWith('.pdf') && !name.startsWith(`${layout}-`),
    )
    await Promise.all(stale.map((name) => rm(path.join(folder, name), { force: true })))
  }

  return {
    async printEdition(slug, { edition, digest, former }, locale) {
      layout ??= layoutDigest()
      const { baseUrl, thirdCategory } = setup()
      const address = `${baseUrl}/v/${slug}/${edition.version}`
      const name = `${layout}-${sha256([digest, locale, thirdCategory, address].join(' ')).slice(0, 32)}.pdf`
      const pdf = await once(name, () =>
        render({
          kind: 'edition',
          edition,
          digest,
          address,
          locale,
          thirdCategory,
          ...(former && { former }),
        }),
      )
      return { pdf, etag: `"${name.slice(0, -'.pdf'.length)}"` }
    },
    async printDraft(draft, locale, printedAt) {
      const { thirdCategory } = setup()
      return fresh(await render({ kind: 'draft', ...draft, locale, thirdCategory, printedAt }))
    },
    async printGroupSheets(workshop, locale) {
      const { renderGroupSheets } = await import('./pdf/render-group-sheets.ts')
      const address = `${setup().baseUrl}/med`
      const joinAddressOf = (code: string) => `${address}/${code}`
      return fresh(await renderGroupSheets({ workshop, address, joinAddressOf, locale }))
    },
    async printMinutes(minutes, locale) {
      const { renderMinutes } = await import('./pdf/render-minutes.ts')
      return fresh(await renderMinutes({ ...minutes, thirdCategory: setup().thirdCategory, locale }))
    },
    async printHandout(handout, locale) {
      const { renderHandout } = await import('./pdf/render-handout.ts')
      return fresh(await renderHandout({ ...handout, thirdCategory: setup().thirdCategory, locale }))
    },
    async printPanelMinutes(minutes, locale) {
      const { renderPanelMinutes } = await import('./pdf/render-panel-minutes.ts')
      return fresh(await renderPanelMinutes({ ...minutes, locale }))
    },
  }
}

/** A print that is made anew each time. */
function fresh(pdf: Buffer): Print {
  return { pdf, etag: `"${createHash('sha256').update(pdf).digest('hex').slice(0, 32)}"` }
}

/** After a power cut a file may be there without its content. */
function isWhole(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-32).includes('%%EOF')
}

/** The renderer comes in with the first print: it and its fonts are 16 MiB in memory and a quarter of the start. */
async function render(input: PrintInput): Promise<Buffer> {
  const { renderProfile } = await import('./pdf/render-profile.ts')
  return renderProfile(input)
}

/** What lays a page out: the renderer, and what it asks for numbers and differences. */
const LAYOUT = ['domain', 'pdf']

/** A digest of the code and texts that lay the page out, and of which libraries and fonts: another layout is another print. */
function layoutDigest(): string {
  const hash = createHash('sha256').update(readFileSync(path.join(repositoryRoot(), 'package-lock.json')))
  for (const part of LAYOUT) {
    const folder = path.join(import.meta.dirname, part)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(?:ts|js|json)$/u.test(file)) hash.update(file).update(readFileSync(path.join(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
