import { accessSync, constants, readFileSync } from 'node:fs'
import { text } from '../i18n/text.ts'
import { UnreadableFile } from './explain.ts'

/** A line for whoever asked, on stdout. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A JSON value for a script, on stdout. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2))
}

/** A file's text. Throws UnreadableFile. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw notThere(file, error)
  }
}

/** Throws UnreadableFile when a file is not there or may not be read. */
export function needFile(file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw notThere(file, error)
  }
}

function notThere(file: string, error: unknown): UnreadableFile {
  return new UnreadableFile((locale) => text(locale, 'cli.errors.notThere', { file }), error)
}

/** A file's content as JSON. Throws UnreadableFile. */
export function readJson(file: string): unknown {
  const content = readText(file)
  try {
    return JSON.parse(content) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new UnreadableFile((locale) => text(locale, 'cli.errors.notJson', { file, reason }), error)
  }
}
