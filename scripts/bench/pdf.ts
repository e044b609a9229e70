/**
 * How long the designed PDF of a large profile takes, beside the same words set by pdfkit's own `text()` with tags:
 * `npx tsx scripts/bench/pdf.ts [rounds]`. Both in one process, in turn; medians of the rounds after warming up.
 */
import { openFonts, productFonts } from '../../server/pdf/fonts.ts'
import type { PrintInput } from '../../server/pdf/print-job.ts'
import { renderProfile } from '../../server/pdf/render-profile.ts'
import { buildLargeEdition } from './build-large-profile.ts'
import { renderPlain } from './plain-pdfkit.ts'

const AIM = 0.35
const WARM_UP = 3
const rounds = Number(process.argv[2] ?? 15)

const { edition, digest } = buildLargeEdition({ modules: 12, outcomes: 8, criteria: 5 })
const input: PrintInput = {
  kind: 'edition',
  edition,
  digest,
  address: 'https://profil.example/v/yrke-i-stort-format/1.0.0',
  locale: 'sv',
  thirdCategory: 'responsibilityAutonomy',
}

type Way = {
  readonly name: string
  readonly run: () => Promise<Buffer>
  readonly times: number[]
  bytes: number
}
const way = (name: string, run: () => Promise<Buffer>): Way => ({ name, run, times: [], bytes: 0 })
const designed = way('designed, as in a server', () => renderProfile(input, productFonts()))
const afresh = way('designed, no word seen before', () => renderProfile(input, openFonts()))
const plain = way('plain pdfkit, tagged', () => renderPlain(edition.profile))

async function main(): Promise<void> {
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const each of [plain, designed, afresh]) {
      await new Promise(setImmediate) // as between two requests: what the former left behind can go
      const start = performance.now()
      each.bytes = (await each.run()).length
      if (round < 0) continue
      each.times.push(performance.now() - start)
    }
  }
  const base = median(plain.times)
  for (const { name, times, bytes } of [plain, designed, afresh]) {
    const time = median(times)
    console.log(
      `${name.padEnd(30)} ${time.toFixed(0).padStart(5)} ms  ${(bytes / 1000).toFixed(0).padStart(5)} kB  ` +
        `${(time / base).toFixed(2)} of plain`,
    )
  }
  const ratio = median(designed.times) / base
  console.log(`ratio ${ratio.toFixed(3)}, aim ${AIM} or less: ${ratio <= AIM ? 'reached' : 'missed'}`)
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

await main()
