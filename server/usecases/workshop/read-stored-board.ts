import type { Board } from '../../../schemas/types.ts'
import { docOf } from '../../board/kept-board.ts'
import { readBoard } from '../../board/read-board.ts'
import type { Readers } from '../../storage/storage.ts'
import type { LiveBoards } from '../deps.ts'

/** A group's board as it stands: as it is open here, else as it is kept. */
export async function boardOf(
  { boards: live }: { readonly boards: LiveBoards },
  { boards }: Pick<Readers, 'boards'>,
  groupId: string,
): Promise<Board> {
  return live.board(groupId) ?? readBoard(docOf(await boards.load(groupId)))
}
