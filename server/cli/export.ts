import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import type { Config } from '../config.ts'
import { writeDraftFile, writeEditionFile } from '../exchange/own/write-profile-file.ts'
import { text } from '../i18n/text.ts'
import { THE_PROGRAM } from '../usecases/deps.ts'
import { readDraft } from '../usecases/profile/read-draft.ts'
import { parseEdition } from '../usecases/publishing/parse-edition.ts'
import { readEdition } from '../usecases/publishing/read-edition.ts'
import { sayJson } from './say.ts'
import { needData, withContext } from './with-context.ts'

export function exportProfile(config: Config): Command {
  const { locale } = config
  return new Command('export')
    .description(text(locale, 'cli.export.about'))
    .argument('<slug>')
    .option('--draft', text(locale, 'cli.export.draft'))
    .option('--edition <version>', text(locale, 'cli.export.edition'), 'latest')
    .option('-o, --out <file>', text(locale, 'cli.export.out'))
    .action(async (slug: string, options: { draft?: true; edition: string; out?: string }) => {
      needData(config)
      const file = await withContext(config, async ({ deps }) =>
        options.draft
          ? writeDraftFile((await readDraft(deps, THE_PROGRAM, { slug })).profile)
          : writeEditionFile(parseEdition(await readEdition(deps, { slug, version: options.edition }))),
      )
      if (options.out) writeFileSync(options.out, `${JSON.stringify(file, null, 2)}\n`)
      else sayJson(file)
    })
}
