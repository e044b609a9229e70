import { accessSync, constants, readFileSync } from 'node:fs'
import { text } from '../i18n/text.ts'
import { UnreadableFile } from './explain.ts'
import { reasonOf } from './explain-system.ts'

/** A line for whoever asked, on stdout. */
export function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`)
}

/** Control characters from a file (in the name of a field, say) would steer the terminal that shows them. */
export function printable(line: string): string {
  return line.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, '\uFFFD')
}

/** A JSON value for a script, on stdout. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** A JSON value on a line of its own. */
export function sayLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** A file's text, which must be UTF-8; a byte order mark is no part of it. Throws UnreadableFile. */
export function readText(file: string): string {
  const bytes = readBytes(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new UnreadableFile((locale) => text(locale, 'cli.errors.notText', { file }), error)
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
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

/** A file's text as JSON. Throws UnreadableFile. */
export function parseJson(content: string, file: string): unknown {
  try {
    return JSON.parse(content) as unknown
  } catch (error) {
    const reason = reasonOf(error)
    throw new UnreadableFile((locale) => text(locale, 'cli.errors.notJson', { file, reason }), error)
  }
}
