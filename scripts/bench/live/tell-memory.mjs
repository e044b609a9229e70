/** Loaded before the program: at SIGUSR2 it clears its heap and writes what it holds to the file MEMORY_FILE. */
import { renameSync, writeFileSync } from 'node:fs'

process.on('SIGUSR2', () => void tell())

async function tell() {
  for (let time = 0; time < 4; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    globalThis.gc?.()
  }
  const file = process.env.MEMORY_FILE ?? ''
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()))
  renameSync(`${file}.new`, file)
}
