import { Command } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { adminLink } from './admin-link.ts'
import { backup } from './backup.ts'
import { exportProfile } from './export.ts'
import { importFile } from './import.ts'
import { pdf } from './pdf.ts'
import { restoreBackup } from './restore.ts'
import { serveCommand } from './serve.ts'
import { validate } from './validate.ts'
import { verifyCommand } from './verify.ts'

/** `profilverkstad` with its commands. It throws CommanderError for a command that it does not understand. */
export function buildProgram(config: Config): Command {
  const { locale } = config
  const program = new Command('profilverkstad')
    .description(text(locale, 'cli.name'))
    .helpOption('-h, --help', text(locale, 'cli.help'))
    .helpCommand(false)
    .addHelpText('after', `\n${text(locale, 'cli.after')}`)
    .configureOutput({ outputError: () => undefined }) // told once, in words of ours, by explain.ts
    .exitOverride()
  for (const command of [
    serveCommand,
    validate,
    importFile,
    exportProfile,
    pdf,
    backup,
    restoreBackup,
    verifyCommand,
    adminLink,
  ]) {
    program.addCommand(command(config).copyInheritedSettings(program))
  }
  localizeTitles(program, config)
  return program
}

/** Commander writes its headings in English. */
function localizeTitles(program: Command, { locale }: Config): void {
  const titles: Record<string, string> = {
    'Usage:': text(locale, 'cli.titles.usage'),
    'Arguments:': text(locale, 'cli.titles.arguments'),
    'Options:': text(locale, 'cli.titles.options'),
    'Commands:': text(locale, 'cli.titles.commands'),
  }
  for (const command of [program, ...program.commands]) {
    command.configureHelp({ styleTitle: (title) => titles[title] ?? title })
  }
}
