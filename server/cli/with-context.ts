import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { openContext, type AppContext } from '../context.ts'
import { text } from '../i18n/text.ts'
import { SQLITE_FILE } from '../storage/open-storage.ts'
import { UnreadableFile } from './explain.ts'

/** Does something with the installation's data, and closes it again. */
export async function withContext<T>(config: Config, work: (context: AppContext) => Promise<T>): Promise<T> {
  const context = await openContext(config)
  try {
    return await work(context)
  } finally {
    await context.deps.storage.close()
  }
}

/**
 * For commands that only make sense where there is something: with a misspelt data folder, `backup` would keep and
 * `verify` would praise an empty installation that it has just made. Throws UnreadableFile.
 */
export function needData({ databaseUrl, dataDir }: Config): void {
  if (databaseUrl || existsSync(path.join(dataDir, SQLITE_FILE))) return
  throw new UnreadableFile((locale) => text(locale, 'cli.errors.noData', { place: dataDir }))
}
