import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Board } from '../../../schemas/types.ts'
import { docOf } from '../../../server/board/kept-board.ts'
import { readBoard } from '../../../server/board/read-board.ts'
import { openStorage, SQLITE_FILE } from '../../../server/storage/open-storage.ts'

const PROGRAM = path.join(import.meta.dirname, 'print-board.ts')
const run = promisify(execFile)

/**
 * What a server would find that started now: the board as it lies on the disk. It is read from a copy, so that nothing
 * is mended before the server's next start has to.
 */
export async function keptBoard(dataDir: string, groupId: string): Promise<Board> {
  const copy = mkdtempSync(path.join(tmpdir(), 'profilverkstad-torture-'))
  try {
    for (const name of [SQLITE_FILE, `${SQLITE_FILE}-wal`])
      if (existsSync(path.join(dataDir, name))) copyFileSync(path.join(dataDir, name), path.join(copy, name))
    const storage = await openStorage({ databaseUrl: undefined, dataDir: copy }, () => undefined)
    const kept = await storage.read(({ boards }) => boards.load(groupId))
    await storage.close()
    return readBoard(docOf(kept))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The same, read by a process of its own. */
export async function boardInFreshProcess(dataDir: string, groupId: string): Promise<Board> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', PROGRAM, dataDir, groupId], {
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stdout) as Board
}

/** The text of a card or an outcome, by its id. */
export function textsIn({ cards, outcomes }: Board): ReadonlyMap<string, string> {
  return new Map([...cards, ...outcomes].map(({ id, text }) => [id, text]))
}
