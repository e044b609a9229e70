import { Command } from 'commander'
import { v7 } from 'uuid'
import type { Config } from '../config.ts'
import { missingFrom } from '../domain/profile/completeness.ts'
import { readFile } from '../exchange/read-file.ts'
import { text } from '../i18n/text.ts'
import { missingInWords } from './missing-in-words.ts'
import { readJson, say, sayJson } from './say.ts'

export function validate(config: Config): Command {
  const { locale } = config
  return new Command('validate')
    .description(text(locale, 'cli.validate.about'))
    .argument('<file>')
    .option('--json', text(locale, 'cli.json'))
    .action((file: string, options: { json?: true }) => {
      const reading = readFile(readJson(file), locale, v7)
      const missing = reading.ok ? missingFrom(reading.profile) : []
      if (!reading.ok || missing.length > 0) process.exitCode = 1
      if (options.json)
        return sayJson(reading.ok ? { ok: true, missing } : { ok: false, errors: reading.faults })
      if (!reading.ok) {
        say(text(locale, 'cli.validate.faults', { file }))
        for (const { pointer, detail } of reading.faults) say(`  ${pointer || '/'}: ${detail}`)
      } else if (missing.length > 0) {
        say(text(locale, 'cli.validate.incomplete', { file }))
        for (const line of missingInWords(reading.profile, missing, locale)) say(`  ${line}`)
      } else say(text(locale, 'cli.validate.ok', { file }))
    })
}
