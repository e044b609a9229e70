import type { Progress } from '../storage/backup.ts'

const WIDTH = 30
/** Redrawing costs more than the work itself if it is done for every row. */
const BETWEEN_MS = 100

/** Shows a bar that fills while long work goes on, when a person is watching; nothing when a script is. */
export async function withProgressBar<T>(work: (onProgress: Progress) => Promise<T>): Promise<T> {
  const { stderr } = process
  if (!stderr.isTTY) return work(() => undefined)
  let drawnAt = 0
  const draw: Progress = (done, total) => {
    if (performance.now() - drawnAt < BETWEEN_MS) return
    drawnAt = performance.now()
    const share = total === 0 ? 1 : Math.min(done / total, 1)
    const filled = Math.round(share * WIDTH)
    stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(share * 100)} %`)
  }
  try {
    return await work(draw)
  } finally {
    stderr.write('\r\u001B[K')
  }
}
