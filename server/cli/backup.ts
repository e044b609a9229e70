import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { backUp } from '../storage/back-up.ts'
import { withProgressBar } from './progress.ts'
import { say, sayJson } from './say.ts'
import { needData } from './with-context.ts'

export function backup(config: Config): Command {
  const { locale } = config
  return new Command('backup')
    .description(text(locale, 'cli.backup.about'))
    .argument('[file]', text(locale, 'cli.backup.file'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (given: string | undefined, options: { json?: true }) => {
      needData(config)
      const createdAt = new Date().toISOString()
      const name = `profilverkstad-${createdAt.replaceAll(/\D/gu, '').slice(0, 14)}.backup.gz`
      if (given === undefined) mkdirSync(config.dataDir, { recursive: true })
      const file = given ?? path.join(config.dataDir, name)
      const { rows } = await withProgressBar((onProgress) => backUp(config, file, createdAt, onProgress))
      if (options.json) sayJson({ file, rows, createdAt })
      else say(text(locale, 'cli.backup.done', { file, rows }))
    })
}
