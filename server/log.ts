import { pino } from 'pino'

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent']
const asked = process.env.LOG_LEVEL ?? ''

/** The program's own log of what goes wrong; never texts or names. On stderr, so that a command's answer stays alone on stdout. */
export const log = pino(
  // A wrong level is told with all other wrong settings, by config.ts; until then there must be something to log to.
  { name: 'profilverkstad', level: LEVELS.includes(asked) ? asked : 'info' },
  pino.destination(2),
)
