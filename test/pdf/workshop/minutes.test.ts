import { openFonts } from '../../../server/pdf/fonts.ts'
import { mm } from '../../../server/pdf/measures.ts'
import { renderMinutes } from '../../../server/pdf/render-minutes.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf } from '../../support/pdf-reader.ts'
import { buildGroupMinutes, buildMinutes } from './build-workshop.ts'
import { HOSTILE } from './hostile-texts.ts'

const NAMED = { anonymity: { silentCollect: true, namedPhases: [], namesInMinutes: true } }

let bytes: Buffer
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderMinutes(buildMinutes())
  pdf = await readPdf(bytes)
})

const printed = async (...given: Parameters<typeof buildMinutes>) =>
  wholeText(await readPdf(await renderMinutes(buildMinutes(...given))))

describe('the words of the minutes', () => {
  test('come in reading order, from the facts by way of the groups to the compilation', () => {
    const text = wholeText(pdf)
    const order = [
      'Protokoll från workshop Workshop i Malmö Datum 14 oktober 2026 Yrkesprofil Personlig assistent',
      'Fråga Vad behöver en person kunna för att klara jobbet? Deltagare 5 deltagare i 2 grupper',
      'Perspektiv Arbetstagare 3, Arbetsgivare 1, Brukare 1',
      'Innehåll 60 kort, 4 teman, 4 läranderesultat, 4 bedömningskriterier',
      'Avslutad 14 oktober 2026 kl. 16.02 Namn Protokollet har inga namn, bara perspektiven.',
      'Så gick det till Fas Vad grupperna gjorde Planerad tid Samla Var och en skrev kort: en sak som behövs i jobbet på varje. De andras kort var dolda. 15 minuter',
      'Avgränsa Var och en tog ställning till varje kort: från dag ett, lärs på jobbet eller behövs inte. Sedan bestämde gruppen. ingen',
      'Formulera Gruppen skrev om korten till läranderesultat och bedömningskriterier. 40 minuter Grupperna i siffror',
      'Grupp 1 9 14 5 2 30 2 2 Grupp 2 9 14 5 2 30 2 2 Summa 18 28 10 4 60 4 4',
      'Grupp 1 4 deltagare 30 kort 2 teman vid fönstret Perspektiv: Arbetstagare 3, Arbetsgivare 1',
      '1 Förflyttning och hjälpmedel 7 kort Kunskaper Deltagaren kan 1.1 beskriva hur kroppen belastas Inget kriterium.',
      'Färdigheter Deltagaren kan 1.2 förflytta en person mellan säng och stol a Berättar vad som ska hända. b Kontrollerar lås',
      '2 Fritid och egna val 2 kort Temat har inget läranderesultat.',
      'Personlig lämplighet Det här underlättar i arbetet. Det bedöms inte. • Kan ta emot kritik',
      'Lärs på jobbet Det här behövs, men inte från dag ett. Det hör till introduktionen. • Ställa in rullstolen efter hen',
      'Behövs inte Gruppen bedömde att det här inte behövs för att klara jobbet. • Alla modeller av lyftselar',
      'Grupp 2 1 deltagare',
      'Sammanställningen Så här blev det när gruppernas formuleringar ställdes bredvid varandra: 1 togs som de stod, 1 skrevs samman ur flera, 1 lämnades ute.',
      'Togs som de stod Grupp Formulering i utkastet 1 beskriva hur kroppen belastas',
      'Skrevs samman Grupp Formulering i utkastet 1, 2 förflytta en person utan att någon skadas',
      'Lämnades ute Grupp Formulering Skäl 2 ha körkort Det är ett anställningsvillkor.',
    ]
    let from = 0
    for (const words of order) {
      const at = text.indexOf(words, from)
      expect(at < 0 ? words : 'found').toBe('found')
      from = at
    }
  })

  test('name nobody when the workshop says so, even if names are given', () => {
    const text = wholeText(pdf)
    for (const name of ['Karin', 'Ek', 'Omar', 'Birgit', 'Elif', 'Nadia', 'Haddad']) {
      expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u'))
    }
    expect(bytes.toString('latin1')).not.toContain('Karin')
    expect(pdf.xmp).not.toContain('Karin')
  })

  test('name those of each group when the workshop says so, and say that they do', async () => {
    const text = await printed({}, NAMED)
    expect(text).toContain('Namn: Karin Ek, Omar Said, Birgit Lund, Elif Kaya')
    expect(text.indexOf('Namn: Nadia Haddad')).toBeGreaterThan(text.indexOf('Grupp 2 1 deltagare'))
    expect(text).toContain(
      'Namn Deltagarnas namn står under varje grupp. Vem som har skrivit vad framgår inte.',
    )
  })

  test('say what is not there: compilation, result, end', async () => {
    const empty = buildGroupMinutes({
      themes: [],
      suitability: [],
      onTheJob: [],
      unworded: [],
      open: [],
      notNeeded: [],
      perspectives: [],
      cards: { knowledge: 0, skills: 0, responsibilityAutonomy: 0, suitability: 0 },
    })
    const text = await printed({ groups: [empty], results: null, endedAt: null })
    expect(text).toContain('Avslutad nej, workshopen pågår')
    expect(text).toContain('0 deltagare 0 kort 0 teman vid fönstret Gruppen har inte lämnat något resultat.')
    expect(text).toContain('Gruppernas resultat är inte sammanställda än.')
    expect(await printed({ groups: [], results: null })).toContain('0 deltagare i 0 grupper')
  })

  test('say that a rehearsal was one, across each page too', async () => {
    const rehearsal = await readPdf(
      await renderMinutes(buildMinutes({ results: null }, { isRehearsal: true })),
    )
    expect(wholeText(rehearsal)).toContain('ÖVNING Workshopen var en övning. Inget i protokollet')
    expect(wholeText(rehearsal)).toContain('Workshopen var en övning, och då sammanställs inget.')
    for (const { furniture } of rehearsal.pages) expect(furniture).toContain('ÖVNING')
    for (const { furniture } of pdf.pages) expect(furniture).not.toContain('ÖVNING')
  })

  test('call the third category what the installation calls it', async () => {
    expect(await printed({ thirdCategory: 'competences' })).toContain('Färdigheter Kompetenser Lämplighet')
  })

  test('are in English with what people have written marked as Swedish', async () => {
    const english = await readPdf(await renderMinutes(buildMinutes({ locale: 'en' })))
    expect(english.language).toBe('en-GB')
    expect(wholeText(english)).toContain('The minutes have no names, only perspectives.')
    const swedish = tagsOf(english, 'H1', 'H3', 'P', 'LBody', 'TD').filter(({ lang }) => lang === 'sv-SE')
    expect(swedish.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        'Workshop i Malmö',
        '1 Förflyttning och hjälpmedel',
        'Berättar vad som ska hända.',
        'ha körkort',
        'Det är ett anställningsvillkor.',
      ]),
    )
  })
})

describe('the structure of the minutes', () => {
  test('has one first heading, and no heading skips a level', () => {
    const levels = tagsOf(pdf, 'H1', 'H2', 'H3', 'H4').map(({ role }) => Number(role.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1))
    expect(levels).toContain(4)
  })

  test('gives every row of a table the same number of cells, and every table heads', () => {
    const tables = tagsOf(pdf, 'Table')
    expect(tables.length).toBeGreaterThanOrEqual(6)
    for (const table of tables) {
      expect(new Set(table.kids.map(({ kids }) => kids.length)).size).toBe(1)
      for (const row of table.kids) expect(row.kids[0]?.role).toBe('TH')
    }
  })

  test('leaves no element empty', () => {
    const empty = tagsOf(
      pdf,
      'P',
      'H1',
      'H2',
      'H3',
      'H4',
      'LI',
      'Lbl',
      'LBody',
      'L',
      'TH',
      'TD',
      'Span',
    ).filter(({ text }) => text === '')
    expect(empty).toEqual([])
  })

  test('leads by bookmarks to each group, and in it to its themes and lists', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual([
      'Workshop i Malmö',
      'Så gick det till',
      'Grupperna i siffror',
      'Grupp 1',
      'Grupp 2',
      'Sammanställningen',
    ])
    expect(pdf.bookmarks[3]?.kids.map(({ title }) => title)).toEqual([
      '1 Förflyttning och hjälpmedel',
      '2 Fritid och egna val',
      'Personlig lämplighet',
      'Lärs på jobbet',
      'Behövs inte',
    ])
  })

  test('has header and footer that are no content, and no header above the title', () => {
    const [first, second] = pdf.pages
    expect(fold(first!.furniture)).toBe(
      `Protokoll från workshop Avslutad 14 oktober 2026 kl. 16.02 1 av ${pdf.pages.length}`,
    )
    expect(fold(second!.furniture)).toContain('Workshop i Malmö 14 oktober 2026 Grupp 1')
    expect(wholeText(pdf)).not.toContain('1 av ')
  })
})

describe('the file of the minutes', () => {
  test('says that it is PDF/A-2a and PDF/UA-1, in Swedish, with its title', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatchObject({
      title: 'Protokoll från workshop: Workshop i Malmö, 14 oktober 2026',
      language: 'sv-SE',
      marked: true,
      displaysTitle: true,
    })
  })

  test('is the same to the byte each time, also with fonts opened anew', async () => {
    expect((await renderMinutes(buildMinutes())).equals(bytes)).toBe(true)
    expect((await renderMinutes(buildMinutes(), openFonts())).equals(bytes)).toBe(true)
  })

  test('is the same to the byte whoever took part, where the minutes have no names', async () => {
    const groups = buildMinutes().groups.map((group) => ({ ...group, names: ['Någon Annan'] }))
    expect((await renderMinutes(buildMinutes({ groups }))).equals(bytes)).toBe(true)
  })
})

describe('long minutes', () => {
  const groups = Array.from({ length: 12 }, (_, at) => {
    const base = buildGroupMinutes({ number: at + 1 })
    const themes = Array.from({ length: 4 }, () => base.themes[0]!)
    return { ...base, themes, names: [`${'Långnamn-'.repeat(12)}Ek`, 'Omar Said'] }
  })

  test('have contents that name the page of each group and lead there', async () => {
    const long = await readPdf(await renderMinutes(buildMinutes({ groups }, NAMED)))
    const links = long.pages.flatMap((page) => page.links)
    expect(links).toHaveLength(13)
    for (const link of links) {
      const [, title = '', page] = /^(.*), sida (\d+)$/u.exec(link.contents) ?? []
      expect(link.page).toBe(Number(page))
      const headings = tagsOf({ ...long, pages: [long.pages[Number(page) - 1]!] }, 'H2')
      expect(headings.map(({ text }) => text)).toContain(title)
    }
    expect(tagsOf(pdf, 'TOC')).toEqual([])
  })

  test('end no page with a heading, and keep all text inside the margins', async () => {
    const long = await readPdf(await renderMinutes(buildMinutes({ groups }, NAMED)))
    for (const { pieces } of long.pages) {
      const content = pieces.filter(({ artifact }) => !artifact)
      expect(
        content.filter(({ x, y }) => x < mm(25) - 1 || x > mm(190) || y < mm(26) || y > mm(271)),
      ).toEqual([])
    }
    const headings = new Set(tagsOf(long, 'H2', 'H3', 'H4').map(({ text }) => text))
    for (const { text } of long.pages) expect(headings).not.toContain(text.trim().split('\n').at(-1)?.trim())
  })

  test.each(HOSTILE)('%s is printed sanely wherever it is written', async (_, text) => {
    const group = buildGroupMinutes({
      place: text.slice(0, 60),
      perspectives: [{ name: text.slice(0, 60), count: 2 }],
      names: [text],
      themes: [{ title: text, cards: 1, outcomes: [{ category: 'skills', text, criteria: [text, text] }] }],
      suitability: [text],
      onTheJob: [text],
      unworded: [],
      open: [],
      notNeeded: [text],
    })
    const wording = { text, groups: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
    const hostile = buildMinutes(
      {
        groups: [group],
        outcomeStem: text.slice(0, 80),
        results: { taken: [wording], merged: [wording], leftOut: [{ ...wording, reason: text }] },
      },
      { ...NAMED, name: text.slice(0, 120), profileTitle: text, question: text },
    )
    const { pages } = await readPdf(await renderMinutes(hostile))
    expect(pages.length).toBeLessThan(20)
    const edge = Math.max(...pages.flatMap(({ pieces }) => pieces.map(({ x }) => x)))
    expect(edge).toBeLessThan(mm(190))
  })
})
