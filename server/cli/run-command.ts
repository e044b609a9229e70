import { CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import type { Locale } from '../i18n/text.ts'
import { explain } from './explain.ts'
import type { Explained } from './explain-system.ts'
import { buildProgram } from './program.ts'

/**
 * Runs the command that was asked for, as the shell gave it. Gives what went wrong, or undefined when nothing did; a
 * command whose answer is no sets process.exitCode itself.
 */
export async function runCommand(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Explained | undefined> {
  const locale: Locale = environment.LOCALE === 'en' ? 'en' : 'sv'
  try {
    await buildProgram(readConfig(environment)).parseAsync(words, { from: 'user' })
    return undefined
  } catch (error) {
    const helpWasShown = error instanceof CommanderError && error.exitCode === 0
    return helpWasShown ? undefined : explain(error, locale)
  }
}
