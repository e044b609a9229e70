/** `npm start`: build if needed, then migrate, seed and serve, all in this one process. */
import { buildIfNeeded } from './build-if-needed.mjs'

buildIfNeeded()
process.argv.push('serve')
await import('../dist/server/cli/main.js')
