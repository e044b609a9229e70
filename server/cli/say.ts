import { readFileSync } from 'node:fs'
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
    throw new UnreadableFile((locale) => text(locale, 'cli.errors.notThere', { file }), error)
  }
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

/** A count that grows, on a line of its own, when a person is watching; nothing when a script is. */
export function watchProgress(): { readonly tick: (done: number) => void; readonly done: () => void } {
  const { stderr } = process
  if (!stderr.isTTY) return { tick: () => undefined, done: () => undefined }
  return {
    tick: (count) => {
      if (count % 100 === 0) stderr.write(`\r${count} …`)
    },
    done: () => void stderr.write('\r\u001B[K'),
  }
}
