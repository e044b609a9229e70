import { Command } from 'commander'
import type { Config } from '../config.ts'
import { missingFrom } from '../domain/profile/completeness.ts'
import { remarksInWords } from '../exchange/import-report.ts'
import { text } from '../i18n/text.ts'
import { faultsInWords } from './explain.ts'
import { missingInWords } from './missing-in-words.ts'
import { readProfile } from './read-profile.ts'
import { say, sayJson } from './say.ts'
import { sayRemarks } from './say-remarks.ts'

export function validate(config: Config): Command {
  const { locale } = config
  return new Command('validate')
    .description(text(locale, 'cli.validate.about'))
    .argument('<file>')
    .option('--json', text(locale, 'cli.json'))
    .action((file: string, options: { json?: true }) => {
      const reading = readProfile(file, locale)
      if (!reading.ok) {
        process.exitCode = 1
        if (options.json) return sayJson({ ok: false, errors: reading.faults })
        say(text(locale, 'cli.validate.faults', { file }))
        return faultsInWords(reading.faults, locale).forEach(say)
      }
      const missing = missingFrom(reading.profile)
      const repaired = remarksInWords(reading.repaired, locale)
      const leftOut = remarksInWords(reading.leftOut, locale)
      const asItIs = repaired.length + leftOut.length === 0
      if (missing.length > 0 || !asItIs) process.exitCode = 1
      if (options.json) return sayJson({ ok: true, missing, repaired, leftOut })
      if (!asItIs) {
        say(text(locale, 'cli.validate.changed', { file }))
        sayRemarks({ repaired, leftOut }, locale)
      }
      if (missing.length > 0) {
        say(text(locale, 'cli.validate.incomplete', { file }))
        for (const line of missingInWords(reading.profile, missing, locale)) say(`  ${line}`)
      }
      if (asItIs && missing.length === 0) say(text(locale, 'cli.validate.ok', { file }))
    })
}
