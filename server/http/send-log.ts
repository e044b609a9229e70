import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { log } from '../log.ts'
import { ProblemError } from '../problems.ts'
import type { Deps } from '../usecases/deps.ts'

const BATCH = 500

/**
 * The log from its first entry, a line each, as fast as the reader takes it: who reads slowly may read for as long as
 * they may read it at all. `stillMay` throws when that is over, and the answer breaks off.
 */
export async function sendLog(
  { storage }: Pick<Deps, 'storage'>,
  response: Response,
  stillMay: () => Promise<void>,
): Promise<void> {
  response.type('application/x-ndjson')
  try {
    await pipeline(Readable.from(linesIn(storage, stillMay)), response)
  } catch (error) {
    if (!hasLeft(error) && !(error instanceof ProblemError))
      log.error({ err: error }, 'the log could not be sent whole')
    response.destroy()
  }
}

/** In pages, each with a transaction of its own: a slow reader must not keep the database from tidying. */
async function* linesIn(storage: Deps['storage'], stillMay: () => Promise<void>): AsyncGenerator<string> {
  for (let after = 0; ;) {
    await stillMay()
    const entries = await storage.read((stores) => stores.log.after(after, BATCH))
    for (const entry of entries) yield `${JSON.stringify(entry)}\n`
    const last = entries.at(-1)
    if (!last) return
    after = last.seq
  }
}

function hasLeft(error: unknown): boolean {
  const { code } = Object(error) as { code?: unknown }
  return /^(?:ERR_STREAM_|ECONNRESET$|EPIPE$)/u.test(String(code))
}
