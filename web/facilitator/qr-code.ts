import { html, type TemplateResult } from 'lit'
import { create } from 'qrcode'

/** The white that a reader needs around the code, in modules. */
const MARGIN = 4

/** The dark modules of a QR code as one path, and the side of the code in modules. Level M, as on paper. */
export function qrPath(address: string): { path: string; side: number } {
  const { modules } = create(address, { errorCorrectionLevel: 'M' })
  const bars: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      if (to > from) bars.push(`M${from} ${row}h${to - from}v1h${from - to}z`)
      from = to
    }
  }
  return { path: bars.join(''), side: modules.size }
}

/** A QR code with its margin: bone black on white on every ground, since many phones read no other. */
export function qrCode(address: string, label: string): TemplateResult {
  const { path, side } = qrPath(address)
  const box = `${-MARGIN} ${-MARGIN} ${side + 2 * MARGIN} ${side + 2 * MARGIN}`
  return html`<svg class="qr" viewBox=${box} shape-rendering="crispEdges" role="img" aria-label=${label}>
    <path
      class="qr-ground"
      d=${`M${-MARGIN} ${-MARGIN}h${side + 2 * MARGIN}v${side + 2 * MARGIN}H${-MARGIN}z`}
    />
    <path d=${path} />
  </svg>`
}
