import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { verify } from '../usecases/operations/verify.ts'
import { withProgressBar } from './progress.ts'
import { say, sayJson } from './say.ts'
import { needData, withContext } from './with-context.ts'

export function verifyCommand(config: Config): Command {
  const { locale } = config
  return new Command('verify')
    .description(text(locale, 'cli.verify.about'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (options: { json?: true }) => {
      needData(config)
      const verified = await withProgressBar((onProgress) =>
        withContext(config, ({ deps }) => verify(deps.storage, onProgress)),
      )
      const { editions, entries, head, breaches } = verified
      if (breaches.length > 0) process.exitCode = 1
      if (options.json) return sayJson(verified)
      if (breaches.length === 0) {
        say(text(locale, 'cli.verify.holds', { editions, entries }))
        return say(text(locale, 'cli.verify.head', { head }))
      }
      say(text(locale, 'cli.verify.breaks', { count: breaches.length }))
      for (const { code, where } of breaches) {
        const place = code.startsWith('log-') ? text(locale, 'cli.verify.entry', { seq: where }) : where
        say(`  ${place}: ${text(locale, `cli.verify.codes.${code}`)}`)
      }
    })
}
