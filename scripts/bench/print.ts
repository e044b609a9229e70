import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type * as FontsModule from '../../server/pdf/fonts.ts'
import type { PrintInput } from '../../server/pdf/print-job.ts'
import type * as RenderModule from '../../server/pdf/render-profile.ts'
import { buildLargeEdition } from './build-large-profile.ts'
import { built } from './built.ts'
import { startServer } from './child-server.ts'
import { installLargeProfile, LARGE } from './large-installation.ts'
import { renderPlain } from './plain-pdfkit.ts'
import { digits, line, type Line } from './report.ts'
import { interleave, median, medianRatio } from './rounds.ts'

const ROUNDS = 15
const AIM = 0.35

/** The designed PDF of a large profile, beside the same words set by pdfkit's own `text()` with tags; and its second print. */
export async function measure(): Promise<Line[]> {
  return [...(await designedAndPlain()), ...(await throughTheServer())]
}

async function designedAndPlain(): Promise<Line[]> {
  const { openFonts, productFonts } = await built<typeof FontsModule>('pdf/fonts')
  const { renderProfile } = await built<typeof RenderModule>('pdf/render-profile')
  const { edition, digest } = buildLargeEdition(LARGE)
  const input: PrintInput = {
    kind: 'edition',
    edition,
    digest,
    address: 'https://profil.example/v/yrke-i-stort-format/1.0.0',
    locale: 'sv',
    thirdCategory: 'responsibilityAutonomy',
  }
  const { plain, designed, afresh } = await interleave(
    {
      plain: () => renderPlain(edition.profile),
      designed: () => renderProfile(input, productFonts()),
      afresh: () => renderProfile(input, openFonts()),
    },
    { rounds: ROUNDS, warmUp: 3 },
  )
  const base = `pdfkit’s text() ${digits(median(plain))} ms`
  return [
    line(
      'PDF of 480 criteria, designed',
      medianRatio(designed, plain),
      '×',
      { most: AIM },
      `${digits(median(designed))} ms, ${base}`,
    ),
    line(
      '  with no word seen before',
      medianRatio(afresh, plain),
      '×',
      undefined,
      `${digits(median(afresh))} ms`,
    ),
  ]
}

async function throughTheServer(): Promise<Line[]> {
  const { settings, dataDir, profile } = await installLargeProfile('1.0.0')
  const server = await startServer(settings)
  const fetchPrint = async () => {
    const start = performance.now()
    const response = await fetch(`${server.url}/api/v1/profiles/${profile.slug}/editions/1.0.0/pdf`)
    const bytes = Buffer.from(await response.arrayBuffer())
    if (response.status !== 200) throw new Error(`the print was answered with ${response.status}`)
    return { bytes, time: performance.now() - start }
  }
  const first = await fetchPrint()
  const again: number[] = []
  for (let round = 0; round < ROUNDS; round++) again.push((await fetchPrint()).time)
  await server.stop()
  const folder = path.join(dataDir, 'cache/pdf')
  const kept = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)))
  const isKept = kept.some((bytes) => bytes.equals(first.bytes))
  return [
    line('first print of an edition, in a server just started', first.time, 'ms'),
    line(
      'second print of it',
      median(again),
      'ms',
      undefined,
      isKept ? 'from the cache' : 'NOT from the cache',
    ),
  ]
}
