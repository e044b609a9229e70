import { CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import type { Locale } from '../i18n/text.ts'
import { buildProgram } from './program.ts'
import { explain } from './explain.ts'

/** The command line: runs the command that was asked for and sets the exit code that `--help` promises. */
const locale: Locale = process.env.LOCALE === 'en' ? 'en' : 'sv'
try {
  const config = readConfig(process.env)
  await buildProgram(config).parseAsync()
} catch (error) {
  const helpWasShown = error instanceof CommanderError && error.exitCode === 0
  if (!helpWasShown) {
    const { message, exitCode } = explain(error, locale)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}
