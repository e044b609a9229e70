import path from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { backUp } from '../storage/backup.ts'
import { progressBar } from './progress.ts'
import { say, sayJson } from './say.ts'

export function backup(config: Config): Command {
  const { locale } = config
  return new Command('backup')
    .description(text(locale, 'cli.backup.about'))
    .argument('[file]', text(locale, 'cli.backup.file'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (given: string | undefined, options: { json?: true }) => {
      const createdAt = new Date().toISOString()
      const name = `profilverkstad-${createdAt.replaceAll(/\D/gu, '').slice(0, 14)}.backup.gz`
      const file = given ?? path.join(config.dataDir, name)
      const { draw, clear } = progressBar()
      const { rows } = await backUp(config, file, createdAt, draw)
      clear()
      if (options.json) sayJson({ file, rows, createdAt })
      else say(text(locale, 'cli.backup.done', { file, rows }))
    })
}
