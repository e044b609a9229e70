import { runCommand } from './run-command.ts'
import { printable } from './say.ts'

// Whoever reads the answer may stop before its end, as in `profilverkstad export … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

/** The command line, with the exit code that `--help` promises. */
const wrong = await runCommand(process.argv.slice(2), process.env)
if (wrong) {
  process.stderr.write(`${printable(wrong.message)}\n`)
  process.exitCode = wrong.exitCode
}
