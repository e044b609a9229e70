import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { issueAdminLink } from '../usecases/people/sign-in-link.ts'
import { say, sayJson } from './say.ts'
import { signInAddress } from './serve.ts'
import { withContext } from './with-context.ts'

export function adminLink(config: Config): Command {
  const { locale } = config
  return new Command('admin-link')
    .description(text(locale, 'cli.admin-link.about'))
    .option('--name <name>', text(locale, 'cli.admin-link.name'))
    .option('--json', text(locale, 'cli.json'))
    .action(async (options: { name?: string; json?: true }) => {
      const fallbackName = text(locale, 'cli.admin-link.fallbackName')
      const link = await withContext(config, ({ deps }) =>
        issueAdminLink(deps, { name: options.name, fallbackName, alone: true }),
      )
      const address = signInAddress(config.baseUrl, link.token)
      if (options.json) return sayJson({ address, name: link.person.name, expiresAt: link.expiresAt })
      const time = new Date(link.expiresAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
      say(text(locale, 'cli.admin-link.done', { time, address }))
    })
}
