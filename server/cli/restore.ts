import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { restore } from '../storage/restore.ts'
import { withProgressBar } from './progress.ts'
import { needFile, say, sayJson } from './say.ts'

export function restoreBackup(config: Config): Command {
  const { locale } = config
  return new Command('restore')
    .description(text(locale, 'cli.restore.about'))
    .argument('<file>')
    .option('--replace', text(locale, 'cli.restore.replace'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (file: string, options: { replace?: true; json?: true }) => {
      needFile(file)
      const now = new Date().toISOString()
      const replace = options.replace === true
      const restored = await withProgressBar((onProgress) =>
        restore(config, file, { replace, now, onProgress }),
      )
      if (options.json) return sayJson(restored)
      const { rows, createdAt, setAside, erased } = restored
      say(text(locale, 'cli.restore.done', { rows, createdAt }))
      if (setAside) say(text(locale, 'cli.restore.setAside', { place: setAside }))
      if (erased === null) say(text(locale, 'cli.restore.erasuresUnknown', { createdAt }))
      else if (erased > 0) say(text(locale, 'cli.restore.erased', { count: erased }))
    })
}
