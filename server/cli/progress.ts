import type { Progress } from '../storage/backup.ts'

const WIDTH = 30
/** Redrawing costs more than the work itself if it is done for every row. */
const BETWEEN_MS = 100

/** A bar that fills while long work goes on, when a person is watching; nothing when a script is. */
export function progressBar(): { readonly draw: Progress; readonly clear: () => void } {
  const { stderr } = process
  if (!stderr.isTTY) return { draw: () => undefined, clear: () => undefined }
  let drawnAt = 0
  return {
    draw(done, total) {
      if (performance.now() - drawnAt < BETWEEN_MS) return
      drawnAt = performance.now()
      const share = total === 0 ? 1 : Math.min(done / total, 1)
      const filled = Math.round(share * WIDTH)
      stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(share * 100)} %`)
    },
    clear: () => void stderr.write('\r\u001B[K'),
  }
}
