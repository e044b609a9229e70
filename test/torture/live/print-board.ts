/** `tsx print-board.ts <data folder> <group>`: the board as it is kept, as JSON. */
import { keptBoard } from './kept-texts.ts'

const [dataDir = '', groupId = ''] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await keptBoard(dataDir, groupId)))
