import type { Config } from '../config.ts'
import { openContext, type AppContext } from '../context.ts'

/** Does something with the installation's data, and closes it again. */
export async function withContext<T>(config: Config, work: (context: AppContext) => Promise<T>): Promise<T> {
  const context = await openContext(config)
  try {
    return await work(context)
  } finally {
    await context.deps.storage.close()
  }
}
