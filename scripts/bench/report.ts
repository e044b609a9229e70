/** One thing that was measured; without an aim it is there to be known. */
export type Line = {
  readonly what: string
  readonly measured: string
  readonly aim?: string
  readonly met?: boolean
  /** Of what the figure is made. */
  readonly detail?: string
}

type Aim = { readonly most: number } | { readonly least: number }

/** A figure with the bound that it should keep to, both in the same unit. */
export function line(what: string, value: number, unit: string, aim?: Aim, detail?: string): Line {
  const measured = `${digits(value)} ${unit}`
  if (!aim) return { what, measured, ...(detail && { detail }) }
  const [sign, bound] = 'most' in aim ? ['≤', aim.most] : ['≥', aim.least]
  const met = 'most' in aim ? value <= aim.most : value >= aim.least
  return { what, measured, aim: `${sign} ${bound} ${unit}`, met, ...(detail && { detail }) }
}

export function printTitle(title: string): void {
  console.log(`\n${title}`)
}

export function printLine({ what, measured, aim = '', met, detail = '' }: Line): void {
  const verdict = met === undefined ? '' : met ? 'met' : 'NOT MET'
  const columns = [what.padEnd(52), measured.padStart(12), aim.padStart(12), verdict.padEnd(8), detail]
  console.log(`  ${columns.join('  ').trimEnd()}`)
}

/** Three figures that count. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(value >= 10 ? 1 : value >= 1 ? 2 : 3)
}
