import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PdfKit from 'pdfkit'
import type { OccupationalProfile } from '../../schemas/types.ts'
import { groupOutcomes, letter } from '../../server/domain/profile/number-items.ts'

const require = createRequire(import.meta.url)
const SERIF = readFileSync(require.resolve('source-serif/TTF/SourceSerif4-Regular.ttf'))
const SANS = readFileSync(require.resolve('source-sans/TTF/SourceSans3-Regular.ttf'))

type Struct = { add(child: unknown): Struct; end(): void }
type Plain = {
  struct(type: string, paint?: () => void): Struct
  addStructure(root: Struct): void
  font(name: string): Plain
  fontSize(size: number): Plain
  text(text: string): Plain
  moveDown(lines?: number): Plain
  registerFont(name: string, bytes: Buffer): void
  on(event: string, listener: (chunk: Buffer) => void): void
  end(): void
}

/**
 * The same words in pdfkit's own way, without design: each text one `text()` call in a structure element. It is the
 * measure of the renderer's speed.
 */
export function renderPlain(profile: OccupationalProfile): Promise<Buffer> {
  const options = {
    size: 'A4',
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'sv-SE',
    displayTitle: true,
    font: null,
    info: { Title: profile.title, CreationDate: new Date('2026-11-20T10:00:00Z') },
  }
  const doc = new PdfKit(options as unknown as PDFKit.PDFDocumentOptions) as unknown as Plain
  const chunks: Buffer[] = []
  doc.on('data', (chunk) => chunks.push(chunk))
  doc.registerFont('serif', SERIF)
  doc.registerFont('sans', SANS)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const put = (parent: Struct, type: string, text: string, font: string, size: number) => {
    if (text !== '') parent.add(doc.struct(type, () => doc.font(font).fontSize(size).text(`${text} `)))
  }
  put(root, 'H1', profile.title, 'serif', 46)
  for (const text of [
    profile.purpose,
    profile.targetGroup,
    profile.roleDescription,
    profile.delimitations,
    profile.levelRationale,
    ...profile.personalSuitability.flatMap((item) => [item.text, item.reason]),
  ]) {
    put(root, 'P', text, 'serif', 10.5)
  }
  profile.modules.forEach(({ module }, index) => {
    const sect = doc.struct('Sect')
    root.add(sect)
    put(sect, 'H2', `${index + 1} ${module.title}`, 'serif', 23)
    put(sect, 'P', module.purpose, 'sans', 10)
    put(sect, 'P', module.levelRationale, 'sans', 9.5)
    let number = 0
    for (const { category, outcomes } of groupOutcomes(module)) {
      put(sect, 'H3', `${category} ${profile.outcomeStem}`, 'sans', 10)
      for (const outcome of outcomes) {
        put(sect, 'P', `${index + 1}.${++number} ${outcome.text}`, 'serif', 11.5)
        const list = doc.struct('L')
        sect.add(list)
        outcome.criteria.forEach(({ text }, at) => {
          const item = doc.struct('LI')
          list.add(item)
          put(item, 'Lbl', letter(at), 'sans', 10)
          put(item, 'LBody', text, 'serif', 10)
          item.end()
        })
        list.end()
      }
    }
    sect.end()
  })
  for (const { term, explanation } of profile.wordList) put(root, 'P', `${term}: ${explanation}`, 'sans', 10)
  root.end()
  return new Promise((resolve) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.end()
  })
}
