import path from 'node:path'
import { Command } from 'commander'
import type { Config } from '../config.ts'
import { openContext, type AppContext } from '../context.ts'
import { text } from '../i18n/text.ts'
import { repositoryRoot } from '../repository-root.ts'
import { seedExamples } from '../seed-examples.ts'
import { serve } from '../serve.ts'
import { issueAdminLink } from '../usecases/people/sign-in-link.ts'
import { say } from './say.ts'

export function serveCommand(config: Config): Command {
  const { locale } = config
  return new Command('serve').description(text(locale, 'cli.serve.about')).action(async () => {
    // From the start: whoever asks as soon as the address is told must be heard too.
    const stopAsked = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    const context = await openContext(config)
    if (config.seedExamples) {
      const slugs = await seedExamples(context.deps, path.join(repositoryRoot(), 'profiles'))
      if (slugs.length > 0) say(text(locale, 'cli.serve.seeded', { slugs: slugs.join(', ') }))
    }
    const serving = await serve(context).catch(async (error: unknown) => {
      await context.deps.storage.close()
      throw error
    })
    const address = config.port === 0 ? `http://localhost:${serving.port}` : config.baseUrl
    say(text(locale, 'cli.serve.ready', { address }))
    if (await wantsLink(context)) {
      const fallbackName = text(locale, 'cli.admin-link.fallbackName')
      const { token, expiresAt } = await issueAdminLink(context.deps, { fallbackName })
      const minutes = Math.round((Date.parse(expiresAt) - Date.now()) / 60_000)
      say(text(locale, 'cli.serve.link', { minutes, address: signInAddress(address, token) }))
    }
    await stopAsked
    say(text(locale, 'cli.serve.stopping'))
    await serving.stop()
  })
}

/** Somebody sits here, or nobody has been in yet. A link that still works does not belong in a service manager's journal. */
async function wantsLink({ deps }: AppContext): Promise<boolean> {
  if (process.stdout.isTTY) return true
  const people = await deps.storage.read((stores) => stores.people.list())
  return !people.some(({ lastSignedInAt }) => lastSignedInAt !== null)
}

export function signInAddress(baseUrl: string, token: string): string {
  return `${baseUrl}/logga-in/${token}`
}
