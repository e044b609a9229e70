import { pino } from 'pino'
import { logLevelIn } from './config.ts'

/** The program's own log of what goes wrong; never texts or names. On stderr, so that a command's answer stays alone on stdout. */
export const log = pino({ name: 'profilverkstad', level: logLevelIn(process.env) }, pino.destination(2))
