import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { THE_PROGRAM } from '../usecases/deps.ts'
import { readDraftForPrint, readEditionForPrint } from '../usecases/publishing/read-for-print.ts'
import { say } from './say.ts'
import { needData, withContext } from './with-context.ts'

export function pdf(config: Config): Command {
  const { locale } = config
  return new Command('pdf')
    .description(text(locale, 'cli.pdf.about'))
    .argument('<slug>')
    .option('--draft', text(locale, 'cli.pdf.draft'))
    .option('--edition <version>', text(locale, 'cli.pdf.edition'), 'latest')
    .option('-o, --out <file>', text(locale, 'cli.pdf.out'))
    .action(async (slug: string, options: { draft?: true; edition: string; out?: string }) => {
      needData(config)
      const file = options.out ?? `${slug}.pdf`
      const print = await withContext(config, async ({ deps, press }) => {
        if (options.draft) {
          const draft = await readDraftForPrint(deps, THE_PROGRAM, { slug })
          return press.printDraft(draft, locale, deps.now().toISOString())
        }
        const edition = await readEditionForPrint(deps, { slug, version: options.edition })
        return press.printEdition(slug, edition, locale)
      })
      writeFileSync(file, print.pdf)
      say(text(locale, 'cli.pdf.done', { file, size: Math.round(print.pdf.length / 1024) }))
    })
}
