import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { verify } from '../usecases/operations/verify.ts'
import { progressBar } from './progress.ts'
import { say, sayJson } from './say.ts'
import { withContext } from './with-context.ts'

export function verifyCommand(config: Config): Command {
  const { locale } = config
  return new Command('verify')
    .description(text(locale, 'cli.verify.about'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (options: { json?: true }) => {
      const { draw, clear } = progressBar()
      const verified = await withContext(config, ({ deps }) => verify(deps.storage, draw))
      clear()
      const { editions, entries, breaches } = verified
      if (breaches.length > 0) process.exitCode = 1
      if (options.json) return sayJson(verified)
      if (breaches.length === 0) return say(text(locale, 'cli.verify.holds', { editions, entries }))
      say(text(locale, 'cli.verify.breaks', { count: breaches.length }))
      for (const { code, where } of breaches) say(`  ${where}: ${text(locale, `cli.verify.codes.${code}`)}`)
    })
}
