import { Command, Help } from 'commander'
import type { Config } from '../config.ts'
import { text } from '../i18n/text.ts'
import { programVersion } from '../repository-root.ts'
import { adminLink } from './admin-link.ts'
import { backup } from './backup.ts'
import { exportProfile } from './export.ts'
import { importFile } from './import.ts'
import { lint } from './lint.ts'
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
    .version(programVersion(), '-V, --version', text(locale, 'cli.version'))
    .helpCommand(false)
    .addHelpText('after', `\n${text(locale, 'cli.after')}`)
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined }) // told once, in words of ours, by explain.ts
    .exitOverride()
  for (const command of [
    serveCommand,
    validate,
    lint,
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
  localize(program, config)
  return program
}

/** Commander writes its headings, and the words in its usage line, in English. */
function localize(program: Command, { locale }: Config): void {
  const word = (key: 'usage' | 'arguments' | 'options' | 'commands') => text(locale, `cli.titles.${key}`)
  const titles: Record<string, string> = {
    'Usage:': word('usage'),
    'Arguments:': word('arguments'),
    'Options:': word('options'),
    'Commands:': word('commands'),
  }
  const words: Record<string, string> = {
    options: text(locale, 'cli.usage.options'),
    command: text(locale, 'cli.usage.command'),
    file: text(locale, 'cli.usage.file'),
    slug: text(locale, 'cli.usage.slug'),
  }
  const inWords = (usage: string) => usage.replace(/(?<=[[<])\w+/gu, (name) => words[name] ?? name)
  const help = new Help()
  for (const command of [program, ...program.commands]) {
    command.configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: inWords,
      subcommandTerm: (sub) => inWords(help.subcommandTerm(sub)),
      argumentTerm: (argument) => words[argument.name()] ?? argument.name(),
      optionDescription: ({ description }) => description,
    })
  }
}
