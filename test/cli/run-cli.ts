import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ProfileFile } from '../../schemas/types.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import { OWN_FORMAT } from '../../server/exchange/own/read-profile-file.ts'
import { openStorage } from '../../server/storage/open-storage.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { buildProfile } from '../support/build-profile.ts'

export type Answer = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

/** A folder of its own, in which the command line is tried as a shell would call it. */
export type Bench = {
  readonly folder: string
  readonly dataDir: string
  /** What the command answers. `settings` is the environment, beside DATA_DIR. */
  run(words: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Answer>
  /** Writes a file, JSON unless it is text or bytes; gives its path. */
  file(name: string, content: unknown): string
  /** Looks into the data folder as the program would. */
  look<T>(work: (storage: Storage) => Promise<T>): Promise<T>
  remove(): void
}

export function openBench(): Bench {
  const folder = mkdtempSync(path.join(tmpdir(), 'profilverkstad-cli-'))
  const dataDir = path.join(folder, 'data')
  return {
    folder,
    dataDir,
    run: (words, settings = {}) => runHere(words, { DATA_DIR: dataDir, ...settings }),
    file(name, content) {
      const file = path.join(folder, name)
      mkdirSync(path.dirname(file), { recursive: true })
      const asItIs = typeof content === 'string' || Buffer.isBuffer(content)
      writeFileSync(file, asItIs ? content : JSON.stringify(content))
      return file
    },
    async look(work) {
      const storage = await openStorage({ databaseUrl: undefined, dataDir }, () => undefined)
      try {
        return await work(storage)
      } finally {
        await storage.close()
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The command in this process, with what it writes on stdout caught: that is all that main.ts adds to it. */
async function runHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Answer> {
  const written: string[] = []
  const { stdout } = process
  const write = stdout.write.bind(stdout)
  stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0
  try {
    const wrong = await runCommand(words, environment)
    return {
      exitCode: wrong?.exitCode ?? Number(process.exitCode ?? 0),
      stdout: written.join(''),
      stderr: wrong?.message ?? '',
    }
  } finally {
    stdout.write = write
    process.exitCode = undefined
  }
}

/** A file that could be imported and published as it is. */
export function profileFile(given: Partial<ProfileFile> = {}): ProfileFile {
  return { format: OWN_FORMAT, profile: buildProfile(), published: null, ...given }
}

/** What the command line is told when an approved text comes in. */
export const AS_DECIDED = [
  '--published',
  '--decided-on',
  '2026-01-15',
  '--decided-by',
  'Testrådet',
  '--grounds',
  'Enigt beslut.',
] as const
