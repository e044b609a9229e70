import { once } from 'node:events'
import type { Response } from 'express'
import { log } from '../log.ts'
import type { Deps } from '../usecases/deps.ts'

/** The log from its first entry, a line each, as fast as the reader takes it. A reader who leaves is not written to any more. */
export async function sendLog({ storage }: Deps, response: Response): Promise<void> {
  response.type('application/x-ndjson')
  try {
    // In pages, each with a transaction of its own: a slow reader must not keep the database from tidying.
    for (let after = 0; !response.closed;) {
      const entries = await storage.read((stores) => stores.log.after(after, BATCH))
      for (const entry of entries) {
        if (!response.write(`${JSON.stringify(entry)}\n`))
          await Promise.race([once(response, 'drain'), once(response, 'close')])
      }
      const last = entries.at(-1)
      if (!last) break
      after = last.seq
    }
    response.end()
  } catch (error) {
    log.error({ err: error }, 'the log could not be sent whole')
    response.destroy()
  }
}

const BATCH = 500
