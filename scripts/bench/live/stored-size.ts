import type * as DocModule from '../../../server/board/kept-board.ts'
import type * as ReadModule from '../../../server/board/read-board.ts'
import type * as ReplayModule from '../../../server/board/replay.ts'
import type * as ConfigModule from '../../../server/config.ts'
import type * as ContextModule from '../../../server/context.ts'
import type * as FoldModule from '../../../server/live/boards/fold-board.ts'
import type * as JournalModule from '../../../server/live/boards/journal.ts'
import type * as OpenModule from '../../../server/live/boards/open-board.ts'
import { LIMITS } from '../../../server/live/boards/limits.ts'
import type { Board } from '../../../schemas/types.ts'
import { built } from '../built.ts'
import { digits, line, type Line } from '../report.ts'
import { hourOfTyping } from './hour-of-typing.ts'
import { installWorkshop } from './seat-groups.ts'

const AIM = 3
const START = Date.parse('2026-11-23T09:00:00Z')

/** What a board takes where it is kept, after an hour, beside the text that one sees on it. */
export async function measure(): Promise<Line[]> {
  return [
    ...(await afterAnHour('a workshop of all phases', 'all phases')),
    ...(await afterAnHour('nothing but typing', 'typing')),
  ]
}

/** The hour goes by as fast as it can; boards are folded when the server would. */
async function afterAnHour(what: string, kind: 'all phases' | 'typing'): Promise<Line[]> {
  const { settings, groups } = await installWorkshop({ groups: 1, seats: 6 })
  const [group = []] = groups
  const groupId = group[0]?.groupId ?? ''
  const { readConfig } = await built<typeof ConfigModule>('config')
  const { openContext } = await built<typeof ContextModule>('context')
  const { deps } = await openContext(readConfig({ ...settings, LOG_LEVEL: 'silent' }))
  const { OpenBoard } = await built<typeof OpenModule>('live/boards/open-board')
  const { foldBoard } = await built<typeof FoldModule>('live/boards/fold-board')
  const { openJournal } = await built<typeof JournalModule>('live/boards/journal')
  const { Document } = await import('@hocuspocus/server')
  let time = START
  const load = () => deps.storage.read(({ boards }) => boards.load(groupId))
  const now = () => new Date(time)
  const journal = openJournal(deps.storage)
  const open = new OpenBoard(groupId, new Document(groupId), await load(), {
    journal,
    now,
    load,
    isShared: false,
  })
  let last: FoldModule.LastStep | undefined
  let foldedAt = time
  const fold = async (stepEveryMs: number) => {
    open.unfolded = 0
    foldedAt = time
    ;({ last } = await foldBoard(deps.storage, groupId, { now: now(), last, stepEveryMs }))
  }
  let keystrokes = 0
  for (const tick of hourOfTyping(group, kind, open.document)) {
    time = START + tick.at
    keystrokes += tick.keystrokes
    await Promise.all(tick.writes.map(({ seat, update }) => open.write(seat, update)))
    if (open.unfolded > LIMITS.foldAfterUpdates || time - foldedAt >= LIMITS.foldEveryMs)
      await fold(LIMITS.stepEveryMs)
  }
  await fold(0)
  const kept = await load()
  const { size, steps } = await deps.storage.read(async ({ boards }) => ({
    size: await boards.size(groupId),
    steps: await boards.steps(groupId),
  }))
  const { docOf } = await built<typeof DocModule>('board/kept-board')
  const { readBoard } = await built<typeof ReadModule>('board/read-board')
  const { replayOf } = await built<typeof ReplayModule>('board/replay')
  const board = readBoard(docOf(kept))
  const replay = replayOf(steps)
  const text = visibleText(board)
  const isWhole = visibleText(replay.at(-1)?.board ?? board) === text
  await deps.storage.close()
  const history = steps.reduce((sum, { changes }) => sum + changes.length, 0)
  return [
    line(
      `an hour of six, ${what}: stored beside visible text`,
      size / Buffer.byteLength(text),
      '×',
      { most: AIM },
      `${digits(size)} of ${digits(Buffer.byteLength(text))} bytes; ${digits(keystrokes)} keystrokes, ${board.cards.length} cards, ${board.marks.length} marks`,
    ),
    line(
      '  steps that its history can be replayed in',
      isWhole ? steps.length : 0,
      '',
      { least: 25 },
      `${digits(history)} characters before they are packed`,
    ),
  ]
}

/** What stands on a board, without what was put aside. */
function visibleText({ cards, themes, outcomes, criteria }: Board): string {
  const texts = [...cards, ...outcomes, ...criteria].filter(({ isAside }) => !isAside).map(({ text }) => text)
  return [...texts, ...themes.filter(({ isAside }) => !isAside).map(({ title }) => title)].join('\n')
}
