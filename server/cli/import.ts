import { Command, Option } from 'commander'
import type { ImportReport, PublishedAs } from '../../schemas/types.ts'
import type { Config } from '../config.ts'
import { faultsOf } from '../contract.ts'
import { cleanTexts } from '../domain/profile/clean-text.ts'
import { importReport } from '../exchange/import-report.ts'
import { OWN_FORMAT } from '../exchange/own/read-profile-file.ts'
import { digestFile, readFile } from '../exchange/read-file.ts'
import { text, type Locale } from '../i18n/text.ts'
import { ProblemError } from '../problems.ts'
import { THE_PROGRAM } from '../usecases/deps.ts'
import { importProfile } from '../usecases/profile/import-profile.ts'
import { UnreadableFile } from './explain.ts'
import { parseJson, readText, say, sayJson } from './say.ts'
import { sayRemarks } from './say-remarks.ts'
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
    .addOption(new Option('--draft', text(locale, 'cli.import.draft')).conflicts('published'))
    .option('--published', text(locale, 'cli.import.published'))
    .option('--edition <version>', text(locale, 'cli.import.edition'), '1.0.0')
    .option('--decided-on <date>', text(locale, 'cli.import.decidedOn'))
    .option('--decided-by <body>', text(locale, 'cli.import.decidedBy'))
    .option('--grounds <text>', text(locale, 'cli.import.grounds'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (file: string, options: Options) => {
      const published = publishedAs(options)
      const parsed = parseJson(readText(file), file)
      await withContext(config, async ({ deps }) => {
        const reading = readFile(parsed, locale, deps.newId)
        if (!reading.ok) throw new ProblemError('file-unreadable', {}, reading.faults)
        const imported = await importProfile(deps, THE_PROGRAM, {
          ...reading,
          published: published === undefined ? reading.published : published,
          fileDigest: digestFile(parsed),
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
  const file = { format: OWN_FORMAT, profile: {}, published }
  if (faultsOf('profile-file', file).some(({ pointer }) => pointer.startsWith('/published'))) {
    throw new UnreadableFile((locale) => text(locale, 'cli.import.needsDecision'))
  }
  return cleanTexts(published)
}

function sayReport({ slug, outcome, version, taken, ...remarks }: ImportReport, locale: Locale): void {
  say(text(locale, `cli.import.done.${outcome}`, { slug, version: version ?? '', ...taken }))
  sayRemarks(remarks, locale)
}
