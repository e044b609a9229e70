import { create } from 'qrcode'
import { figure } from './ink.ts'
import type { Page } from './page.ts'
import { INK } from './styles.ts'
import type { Tag } from './tagged.ts'

/**
 * A QR code; `size` is its side in points, without the white that must be around it (four of its modules). Level M:
 * it can be read with a seventh of it lost. Bone black on white, whatever the page.
 */
export function paintQr(page: Page, of: Tag, address: string, x: number, y: number, size: number): void {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const unit = size / modules.size
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      if (to > from) bars.push(`${from} ${row} ${to - from} 1 re`)
      from = to
    }
  }
  page.tagged(of).shape(bars.join(' '), figure(x), figure(y), unit, INK)
}
