import { create } from 'qrcode'
import type { Anonymity, Phase } from '../../../schemas/types.ts'
import { openFonts } from '../../../server/pdf/fonts.ts'
import { mm, PAGE } from '../../../server/pdf/measures.ts'
import { renderGroupSheets } from '../../../server/pdf/render-group-sheets.ts'
import { anonymityFacts } from '../../../server/pdf/sections/workshop/anonymity-facts.ts'
import { textsIn } from '../../../server/pdf/texts.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf } from '../../support/pdf-reader.ts'
import { buildGroup, buildSheets, buildWorkshop } from './build-workshop.ts'
import { HOSTILE } from './hostile-texts.ts'

let bytes: Buffer
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderGroupSheets(buildSheets())
  pdf = await readPdf(bytes)
})

describe('a sheet on a group’s table', () => {
  test('says everything in the order in which it is read', () => {
    expect(fold(pdf.pages[0]!.text)).toBe(
      [
        'Workshop i Malmö Personlig assistent, 14 oktober 2026 Grupp 1 vid fönstret',
        'Vad behöver en person kunna för att klara jobbet?',
        'Så kommer du med profil.example/med Kod K7M 4PX',
        '1 Rikta telefonens kamera mot rutan. Eller gå till profil.example/med och skriv koden.',
        '2 Skriv ett namn, ditt eget eller ett annat. Välj ditt perspektiv: vem du är här som.',
        '3 Skriv. Ett kort, en sak. Skriv som du pratar.',
        'Vem som ser vad • När ni samlar ser du bara dina egna kort.',
        '• Gruppen ser vem som har skrivit och tyckt vad när ni sorterar och formulerar. Annars ser ingen det.',
        '• I protokollet står inga namn, bara perspektiven.',
        'Om nätet försvinner Skriv vidare. Inget går förlorat: allt sparas i telefonen och skickas när nätet är tillbaka.',
        'Har du stängt sidan? Öppna den igen på samma sätt, så kommer du tillbaka till din plats.',
      ].join(' '),
    )
  })

  test('is one page for each group, with the code of that group and no other', () => {
    expect(pdf.pages.map(({ text }) => /Grupp \d+/u.exec(text)?.[0])).toEqual(['Grupp 1', 'Grupp 2'])
    expect(fold(pdf.pages[1]!.text)).toContain('Kod ACD E34')
    expect(fold(pdf.pages[1]!.text)).not.toContain('K7M')
  })

  test('has a QR code of 56 mm that is described in words, and a link where it leads', () => {
    expect(tagsOf(pdf, 'Figure').map(({ alt }) => alt)).toEqual([
      'QR-kod som leder till profil.example/med/K7M4PX',
      'QR-kod som leder till profil.example/med/ACDE34',
    ])
    const boxes = [...bytes.toString('latin1').matchAll(/\/BBox \[([\d. ]+)\]/gu)].map(([, box = '']) =>
      box.split(' ').map(Number),
    )
    expect(boxes).not.toEqual([])
    for (const [left = 0, , right = 0] of boxes) expect(right - left).toBeCloseTo(mm(56), 1)
    expect(pdf.pages.map(({ links }) => links)).toMatchObject([
      [{ url: 'https://profil.example/med/K7M4PX', contents: 'Gå med i grupp 1: profil.example/med' }],
      [{ url: 'https://profil.example/med/ACDE34', contents: 'Gå med i grupp 2: profil.example/med' }],
    ])
    // a code of this size still has modules of more than a millimetre
    expect(56 / create('https://profil.example/med/K7M4PX').modules.size).toBeGreaterThan(1)
  })

  test('has headings that skip no level, lists that are lists, and nothing empty', () => {
    const headings = ['H2 Så kommer du med', 'H2 Vem som ser vad', 'H2 Om nätet försvinner']
    expect(tagsOf(pdf, 'H1', 'H2').map(({ role, text }) => `${role} ${text}`)).toEqual([
      'H1 Grupp 1',
      ...headings,
      'H1 Grupp 2',
      ...headings,
    ])
    const lists = tagsOf(pdf, 'L').map(({ kids }) => kids.map(({ role }) => role).join(' '))
    expect(lists).toEqual(Array.from({ length: 4 }, () => 'LI LI LI'))
    const empty = tagsOf(pdf, 'P', 'H1', 'H2', 'LI', 'Lbl', 'LBody', 'Link').filter(({ text }) => text === '')
    expect(empty).toEqual([])
    expect(pdf.bookmarks.map(({ title, page }) => [title, page])).toEqual([
      ['Grupp 1, vid fönstret', 1],
      ['Grupp 2', 2],
    ])
  })

  test('says that it is a rehearsal only when it is one', async () => {
    expect(pdf.pages[0]!.furniture).toBe('')
    expect(wholeText(pdf)).not.toContain('övning')
    const rehearsal = await readPdf(await renderGroupSheets(buildSheets({ isRehearsal: true })))
    for (const { furniture, text } of rehearsal.pages) {
      expect(furniture.trim()).toBe('ÖVNING')
      expect(fold(text)).toContain(
        'ÖVNING Det här är en övning. Inget av det ni skriver kommer med i profilen.',
      )
    }
  })

  test('is in English with what people have written marked as Swedish', async () => {
    const english = await readPdf(await renderGroupSheets(buildSheets({}, { locale: 'en' })))
    expect(english.language).toBe('en-GB')
    expect(fold(english.pages[0]!.text)).toContain('How to join')
    const swedish = tagsOf(english, 'P').filter(({ lang }) => lang === 'sv-SE')
    expect(swedish.map(({ text }) => text)).toContain('Vad behöver en person kunna för att klara jobbet?')
  })

  test('is one page that says so for a workshop without groups', async () => {
    const none = await readPdf(await renderGroupSheets(buildSheets({ groups: [] })))
    expect(none.pages).toHaveLength(1)
    expect(wholeText(none)).toContain('Workshopen har inga grupper än.')
  })
})

describe('the file of group sheets', () => {
  test('says that it is PDF/A-2a and PDF/UA-1, in Swedish, with its title', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatchObject({
      title: 'Gruppblad: Workshop i Malmö, 14 oktober 2026',
      language: 'sv-SE',
      marked: true,
      displaysTitle: true,
    })
  })

  test('is the same to the byte each time, also with fonts opened anew', async () => {
    expect((await renderGroupSheets(buildSheets())).equals(bytes)).toBe(true)
    expect((await renderGroupSheets(buildSheets(), openFonts())).equals(bytes)).toBe(true)
  })

  test('has another id when anything else stands on the sheets', async () => {
    const other = await renderGroupSheets(buildSheets({ question: 'Vad är svårt?' }))
    expect(idOf(other)).not.toBe(idOf(bytes))
  })
})

describe('what the sheet says of who sees what', () => {
  const ALL: readonly Phase[] = ['collect', 'sort', 'delimit', 'word', 'done']
  const anonymity = (given: Partial<Anonymity>): Anonymity => ({
    silentCollect: false,
    namedPhases: [],
    namesInMinutes: false,
    ...given,
  })

  test.each([
    [
      'cards are hidden while they are collected',
      { silentCollect: true },
      'När ni samlar ser du bara dina egna kort.',
    ],
    ['cards are seen as they are written', {}, 'Gruppen ser korten medan ni skriver dem.'],
    ['nobody is named', {}, 'Ingen i gruppen ser vem som har skrivit eller tyckt vad.'],
    [
      'all are named always',
      { namedPhases: [...ALL] },
      'Gruppen ser hela tiden vem som har skrivit och tyckt vad.',
    ],
    [
      'names are seen in one phase',
      { namedPhases: ['delimit'] as Phase[] },
      'Gruppen ser vem som har skrivit och tyckt vad när ni avgränsar. Annars ser ingen det.',
    ],
    [
      'names are seen always, but cards are hidden while they are collected',
      { silentCollect: true, namedPhases: [...ALL] },
      'Gruppen ser vem som har skrivit och tyckt vad när ni sorterar, avgränsar, formulerar och är klara. Annars ser ingen det.',
    ],
    ['the minutes have names', { namesInMinutes: true }, 'I protokollet står namnen på dem som är med.'],
    ['the minutes have no names', {}, 'I protokollet står inga namn, bara perspektiven.'],
  ])('%s', (_, given, sentence) => {
    expect(anonymityFacts(textsIn('sv'), buildWorkshop({ anonymity: anonymity(given) }))).toContain(sentence)
  })

  test('nothing is said of phases that are not in the plan', () => {
    const workshop = buildWorkshop({
      phases: [{ phase: 'word', minutes: 40 }],
      anonymity: anonymity({ silentCollect: true, namedPhases: ['collect', 'sort'] }),
    })
    expect(anonymityFacts(textsIn('sv'), workshop)).toEqual([
      'Ingen i gruppen ser vem som har skrivit eller tyckt vad.',
      'I protokollet står inga namn, bara perspektiven.',
    ])
  })
})

describe('whatever is written', () => {
  test.each(HOSTILE)('%s keeps to its page, and the way in stays free', async (_, text) => {
    const sheets = buildSheets({
      name: text.slice(0, 120),
      profileTitle: text,
      question: text,
      isRehearsal: true,
      groups: [buildGroup({ place: text.slice(0, 60), number: 12, code: 'WMWMWM' })],
    })
    const { pages } = await readPdf(await renderGroupSheets(sheets))
    expect(pages).toHaveLength(1)
    const pieces = pages[0]!.pieces.filter(({ artifact }) => !artifact)
    expect(pieces.filter(({ x, y }) => x < mm(22) || x > mm(190) || y < mm(10) || y > mm(282))).toEqual([])
    const joinAt = pieces.find((piece) => piece.text.startsWith('Så kommer'))!.y
    const after = pieces.slice(pieces.findIndex((piece) => piece.y === joinAt))
    expect(after.every(({ y }) => y >= joinAt)).toBe(true)
    const before = pieces.slice(0, pieces.length - after.length)
    expect(Math.max(...before.map(({ y }) => y))).toBeLessThan(joinAt)
  })

  test('twelve groups with the widest codes and a long address have a sheet each', async () => {
    const groups = Array.from({ length: 12 }, (_, at) =>
      buildGroup({
        number: at + 1,
        code: 'WMWMWM',
        place: 'i biblioteket på andra våningen, längst in till höger',
      }),
    )
    const address = 'https://yrkesprofiler.nordisktvalideringsforum.example/med'
    const sheets = buildSheets({ groups }, { address, joinAddressOf: (code) => `${address}/${code}` })
    const { pages } = await readPdf(await renderGroupSheets(sheets))
    expect(pages).toHaveLength(12)
    for (const { pieces } of pages) {
      const code = pieces.find(({ text }) => text.includes('WMW'))!
      expect(code.x).toBeGreaterThan(PAGE.width / 3)
    }
  })
})

function idOf(file: Buffer): string {
  return /\/ID \[<([0-9a-f]+)>/u.exec(file.toString('latin1'))?.[1] ?? ''
}
