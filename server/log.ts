import { pino } from 'pino'

/** The program's own log of what goes wrong; never texts or names. On stderr, so that a command's answer stays alone on stdout. */
export const log = pino(
  { name: 'profilverkstad', level: process.env.LOG_LEVEL || 'info' },
  pino.destination(2),
)
