import { Command } from 'commander'
import type { ImportReport, PublishedAs } from '../../schemas/types.ts'
import type { Config } from '../config.ts'
import { faultsOf } from '../contract.ts'
import { importReport } from '../exchange/import-report.ts'
import { readFile } from '../exchange/read-file.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { sha256 } from '../seal.ts'
import { THE_PROGRAM } from '../usecases/deps.ts'
import { importProfile } from '../usecases/profile/import-profile.ts'
import { UnreadableFile } from './explain.ts'
import { readJson, readText, say, sayJson } from './say.ts'
import { withContext } from './with-context.ts'

type Options = {
  readonly json?: true
  readonly draft?: true
  readonly published?: true
  readonly edition?: string
  readonly decidedOn?: string
  readonly decidedBy?: string
  readonly grounds?: string
}

export function importFile(config: Config): Command {
  const { locale } = config
  return new Command('import')
    .description(text(locale, 'cli.import.about'))
    .argument('<file>')
    .option('--draft', text(locale, 'cli.import.draft'))
    .option('--published', text(locale, 'cli.import.published'))
    .option('--edition <version>', text(locale, 'cli.import.edition'), '1.0.0')
    .option('--decided-on <date>', text(locale, 'cli.import.decidedOn'))
    .option('--decided-by <body>', text(locale, 'cli.import.decidedBy'))
    .option('--grounds <text>', text(locale, 'cli.import.grounds'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (file: string, options: Options) => {
      const published = publishedAs(options)
      const content = readJson(file)
      await withContext(config, async ({ deps }) => {
        const reading = readFile(content, locale, deps.newId)
        if (!reading.ok) throw new ProblemError('file-unreadable', {}, reading.faults)
        const imported = await importProfile(deps, THE_PROGRAM, {
          ...reading,
          published: published === undefined ? reading.published : published,
          fileDigest: sha256(readText(file)),
        })
        const report = importReport(reading, imported, locale)
        if (options.json) sayJson(report)
        else sayReport(report, locale)
      })
    })
}

/** null: as a draft; undefined: as the file says. Throws when a decision is not stated in full. */
function publishedAs(options: Options): PublishedAs | null | undefined {
  if (options.draft) return null
  if (!options.published) return undefined
  const { edition: version = '', decidedOn = '', decidedBy = '', grounds = '' } = options
  const published = { version, decision: { decidedOn, decidedBy, grounds } }
  if (faultsOf('decision', published.decision).length > 0) {
    throw new UnreadableFile((locale) => text(locale, 'cli.import.needsDecision'))
  }
  return published
}

function sayReport({ slug, outcome, version, taken, repaired, leftOut }: ImportReport, locale: Locale): void {
  say(text(locale, `cli.import.done.${outcome}`, { slug, version: version ?? '', ...taken }))
  for (const [heading, remarks] of [
    ['repaired', repaired],
    ['leftOut', leftOut],
  ] as const) {
    if (remarks.length > 0) say(text(locale, `cli.import.${heading}`))
    for (const remark of remarks) say(`  ${remark.pointer}: ${remark.text}`)
  }
}
