import { openFonts } from '../../../server/pdf/fonts.ts'
import { mm } from '../../../server/pdf/measures.ts'
import { renderPanelMinutes } from '../../../server/pdf/render-panel-minutes.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf } from '../../support/pdf-reader.ts'
import { HOSTILE } from '../workshop/hostile-texts.ts'
import { buildCounts, buildPanelMinutes, buildRemark, buildSeat } from './build-review.ts'
import { foundInOrder } from './found-in-order.ts'

let bytes: Buffer
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderPanelMinutes(buildPanelMinutes())
  pdf = await readPdf(bytes)
})

const print = async (...given: Parameters<typeof buildPanelMinutes>) =>
  readPdf(await renderPanelMinutes(buildPanelMinutes(...given)))
const printed = async (...given: Parameters<typeof buildPanelMinutes>) => wholeText(await print(...given))

const EMPTY = {
  profileTitle: '',
  isSealed: false,
  ruleSentences: [],
  composition: [],
  meetings: [],
  parts: [],
  amendments: [],
  remarks: [],
  rulings: [],
  decision: null,
  dissents: [],
  version: null,
}

/** A table by one of its column heads, as the texts of its cells, row by row. */
function tableWith(read: ReadPdf, head: string): string[][] {
  return tagsOf(read, 'Table')
    .map(({ kids }) => kids.map((row) => row.kids.map(({ text }) => text)))
    .filter(([heads]) => heads?.includes(head))
    .flat()
}

describe('the words of the panel’s minutes', () => {
  test('come in reading order, what was decided first', () => {
    const order = [
      'Protokoll från den nationella panelen Personlig assistent Omgång 2',
      'Panelen 6 ledamöter, 1 ersättare och 1 observatör från 6 perspektiv',
      'Namn Namn står bara för dem som har sagt ja till det.',
      'Möten 21 oktober 2026 kl. 09.00–12.30 5 november 2026 kl. 00.30–01.30 Utskrivet 6 november 2026 kl. 09.00',
      'Beslut Panelen fastställer profilen. Datum 5 november 2026 Beslutat av Den nationella panelen för personlig assistans Grunder Alla delar är klara att anta. Version 2.0.0',
      'Panelens sammansättning Nr Perspektiv Organisation Uppdrag Namn 1 Arbetsgivare Vårdföretagarna ledamot Karin Ek 2 Arbetstagare Kommunal ledamot 3 Arbetstagare Kommunal ersättare för nummer 2 4',
      'Jäv 2 Arbetstagare, Kommunal: 4 Förflyttning. Har skrivit modulen. 2 Arbetstagare, Kommunal: hela profilen.',
      'Möten och närvaro Möte Tid Plats Närvarande 1 21 oktober 2026 kl. 09.00–12.30 Folkets hus, Stockholm 6 personer 2',
      '5 november 2026 kl. 00.30–01.30 på distans 1 person',
      'Så fattades beslutet • Alla sex perspektiv är med.',
      'Ställningstaganden Antal ledamöter i varje perspektiv, del för del. AG Arbetsgivare, AT Arbetstagare,',
      'Ändringar av texten Borttagna ord är genomstrukna',
      '4.3 b Ändrad text Har kunskap om hur Kontrollerar lås, bromsar och sele kontrolleras före varje lyft . Skäl: En utbildare',
      'Ändrad text, redaktionell ändring: betydelsen är densamma Profilen är tll till för alla.',
      '5.1 c Ny text Planerar veckans mat. Skäl: Saknades. 5.2 a Struken text Kan äta. Skäl: Hör inte hit.',
      'Synpunkter och svar 1 godtogs, 1 ledde till en annan ändring och 1 avslogs.',
      '4.3 b Utbildare Kunskap syns inte. Förslag: Kontrollerar lås, bromsar och sele före varje lyft. Godtogs Förslaget har ord som går att se. Svar från: samordnare',
      'Hela Ordet brukare ska bort. Avslogs Lagen har det.',
      'Samma krav eller inte För varje ändrad ordalydelse',
      'Det blir version 2.0.0. 4.3 b Inte samma krav',
      'Avvikande meningar Utbildare, om modul 4, Förflyttning Kravet går inte att pröva i skolan.',
      'Justering Underskrift Namnförtydligande Datum Underskrift Namnförtydligande Datum',
    ]
    expect(foundInOrder(wholeText(pdf), order)).toEqual(order)
  })

  test.each([
    [0, 0, 'Synpunkter och svar Inga synpunkter har lämnats.'],
    [0, 1, 'Synpunkter och svar 1 synpunkt väntar på svar.'],
    [3, 2, 'och 1 avslogs. 2 synpunkter väntar på svar.'],
  ])('say of %i answered remarks and %i that wait: %s', async (answered, openRemarks, sentence) => {
    const remarks = buildPanelMinutes().remarks.slice(0, answered)
    const text = wholeText(await print({ isSealed: false, remarks, openRemarks }))
    expect(text).toContain(sentence)
    expect(text.includes('Inga synpunkter')).toBe(answered + openRemarks === 0)
  })

  test.each([
    ['approved', 'Panelen fastställer profilen.'],
    ['approvedEditorial', 'Panelen fastställer profilen med redaktionella ändringar.'],
    ['changesRequested', 'Panelen begär ändringar. Profilen blir utkast igen, och synpunkterna följer med.'],
    ['declined', 'Panelen fastställer inte profilen.'],
  ] as const)('say of the decision %s: %s', async (outcome, sentence) => {
    const decision = { outcome, decidedOn: '2026-11-05', decidedBy: '', grounds: '', recalledAt: null }
    const text = await printed({ decision })
    expect(text).toContain(`Beslut ${sentence} Datum 5 november 2026`)
    expect(text).not.toContain('Beslutat av')
  })

  test('say that a decision was taken back', async () => {
    const decision = { ...buildPanelMinutes().decision!, recalledAt: '2026-11-05T12:07:00Z' }
    expect(await printed({ decision })).toContain(
      'Panelen fastställer profilen. Beslutet togs tillbaka 5 november 2026 kl. 13.07. Det gäller inte.',
    )
  })

  test.each([
    ['nobody', [null, null], 'Protokollet har inga namn, bara perspektiv och organisationer.', false],
    ['some', ['Karin Ek', null], 'Namn står bara för dem som har sagt ja till det.', true],
    ['everyone', ['Karin Ek', 'Omar Said'], 'Alla i panelen har sagt ja till att stå med namn.', true],
  ])('say once who is named when %s has agreed to it', async (_, names, sentence, column) => {
    const composition = names.map((name) => buildSeat('AG', 'Vårdföretagarna', { name }))
    const read = await print({ composition })
    expect(wholeText(read).split(sentence)).toHaveLength(2)
    expect(tableWith(read, 'Organisation')[0]!.includes('Namn')).toBe(column)
  })

  test('say what is not there, and leave out what has no meaning then', async () => {
    const text = await printed(EMPTY)
    for (const sentence of [
      'Utan titel UTKAST Protokollet är inte klart. Det kan ändras tills beslutet står fast.',
      'Beslut Panelen har inte fattat något beslut än.',
      'Panelens sammansättning Panelen har inga ledamöter.',
      'Möten och närvaro Panelen har inte haft något möte.',
      'Ställningstaganden Profilen har inga delar att ta ställning till.',
      'Ändringar av texten Panelen har inte ändrat något i texten.',
      'Synpunkter och svar Inga synpunkter har lämnats.',
      'Avvikande meningar Ingen har lämnat en avvikande mening.',
    ]) {
      expect(text).toContain(sentence)
    }
    for (const heading of ['Så fattas', 'Samma krav', 'Jäv', 'Version', 'Justering'])
      expect(text).not.toContain(heading)
    expect(await printed({ ...EMPTY, composition: [buildSeat('AG', '')] })).toContain(
      'Jäv Ingen har anmält jäv.',
    )
  })

  test.each([
    ['', 'Ny.', 'Ny text Ny.'],
    ['Gammal.', '', 'Struken text Gammal.'],
    ['Gammal.', 'Ny.', 'Ändrad text Gammal Ny .'],
    ['Måltid', 'Måltid', 'Annat än rubriken är ändrat Måltid'],
    ['', '', 'Annat än rubriken är ändrat ändrat'],
  ])('say of an amendment from ”%s” to ”%s”: %s', async (former, wording, words) => {
    const amendments = [{ number: '5', former, wording, reason: '', isEditorial: false }]
    expect(await printed({ amendments })).toContain(`5 ${words} Synpunkter`)
  })

  test('are a draft, across each page, until they are sealed', async () => {
    for (const { furniture } of pdf.pages) expect(furniture).not.toContain('UTKAST')
    expect(wholeText(pdf)).not.toContain('UTKAST')
    const { pages } = await print({ isSealed: false })
    for (const { furniture } of pages) {
      expect(furniture).toContain('UTKAST')
      expect(furniture).toContain('Utkast till protokoll, omgång 2')
    }
  })

  test('are in English with what people have written marked as Swedish', async () => {
    const english = await print({ locale: 'en' })
    expect(english.language).toBe('en-GB')
    const text = wholeText(english)
    expect(text).toContain('Decision The panel approves the profile. Date 5 November 2026')
    expect(text).toContain('21 October 2026, 09:00–12:30')
    const swedish = tagsOf(english, 'H1', 'P', 'TH', 'TD', 'Span').filter(({ lang }) => lang === 'sv-SE')
    expect(swedish.map((each) => each.text)).toEqual(
      expect.arrayContaining([
        'Personlig assistent',
        'Vårdföretagarna',
        'nummer 2',
        '4 Förflyttning, hjälpmedel och ergonomi',
        'Kunskap syns inte.',
        'Lagen har det.',
        'Kravet går inte att pröva i skolan.',
      ]),
    )
  })
})

describe('the table of positions', () => {
  test('says in each cell how many took which position, also to those who do not see the marks', () => {
    expect(tableWith(pdf, 'Läge')).toEqual([
      [
        'Del',
        'AG Arbetsgivare',
        'AT Arbetstagare',
        'BO Branschorganisation',
        'YN Yrkesnämnd',
        'UT Utbildare',
        'AF Arbetsförmedlingen',
        'Läge',
      ],
      ['Om yrket', ...Array.from({ length: 6 }, () => '1 instämmer'), 'Klar att anta.'],
      [
        '4 Förflyttning, hjälpmedel och ergonomi',
        '1 instämmer',
        '2 instämmer 1 med ändring',
        '1 instämmer',
        '1 instämmer',
        '1 instämmer inte 1 avstår',
        'ingen tar ställning',
        'Klar att anta, med en ändring.',
      ],
      [
        '5 Måltid',
        '3 inget svar',
        ...Array.from({ length: 5 }, () => '1 instämmer'),
        'Behöver 1 arbetsgivare till.',
      ],
    ])
  })

  test.each([1, 6, 8, 15, 40])(
    'has room for %i perspectives, in several tables if need be',
    async (count) => {
      const codes = Array.from({ length: count }, (_, at) =>
        String.fromCharCode(65 + (at % 26), 65 + Math.floor(at / 26)),
      )
      const byPerspective = codes.map((code) => buildCounts(code, { agree: 12, disagree: 1 }))
      const part = { number: '1', title: 'Modul', byPerspective, outcome: 'ready', sentence: '' } as const
      const read = await print({ parts: [part, part] })
      const heads = tableWith(read, 'Läge').filter(([first]) => first === 'Del')
      expect(heads.flatMap((row) => row.slice(1, -1))).toEqual(codes)
      for (const { pieces } of read.pages) {
        const counts = pieces.filter(({ text, artifact }) => !artifact && text.trim() === '12')
        for (const { x, y } of counts) {
          const right = counts.filter((other) => other.y === y && other.x > x).map((other) => other.x - x)
          for (const distance of right) expect(distance).toBeGreaterThan(18)
        }
      }
    },
  )

  test('has a row for every part on further pages, under the heads again', async () => {
    const parts = Array.from({ length: 60 }, (_, at) => ({
      ...buildPanelMinutes().parts[1]!,
      number: `${at + 1}`,
    }))
    const read = await print({ parts })
    const rows = tagsOf(read, 'TH').filter(({ text }) => /^\d+ Förflyttning/u.test(text))
    expect(rows.map(({ text }) => Number.parseInt(text, 10))).toEqual(parts.map((_, at) => at + 1))
    const withRows = read.pages.filter(({ text }) => text.includes('Klar att anta, med'))
    expect(withRows.length).toBeGreaterThan(2)
    for (const { furniture } of withRows.slice(1))
      expect(fold(furniture)).toContain('Del AG AT BO YN UT AF Läge')
  })
})

describe('attendance', () => {
  test('stands row by row for each meeting', () => {
    expect(tableWith(pdf, 'Vem').slice(0, 3)).toEqual([
      ['Vem', 'Möte 1', 'Möte 2'],
      ['1 Arbetsgivare, Vårdföretagarna', 'närvarande', 'närvarande'],
      ['2 Arbetstagare, Kommunal', 'frånvarande', 'frånvarande'],
    ])
    expect(tableWith(pdf, 'Vem').at(-1)).toEqual([
      '8 Arbetsförmedlingen, Socialstyrelsen',
      'inte antecknat',
      'frånvarande',
    ])
  })

  test('of many meetings stands in several tables, and where nobody noted it in none', async () => {
    const [meeting] = buildPanelMinutes().meetings
    const many = await print({ meetings: Array.from({ length: 9 }, () => meeting!) })
    const heads = tableWith(many, 'Vem').filter(([first]) => first === 'Vem')
    expect(heads.flatMap((row) => row.slice(1))).toEqual(
      Array.from({ length: 9 }, (_, at) => `Möte ${at + 1}`),
    )
    expect(wholeText(many)).toContain('Möten 9 möten')
    const unknown = await print({ meetings: [{ ...meeting!, byRow: [null, null] }] })
    expect(tableWith(unknown, 'Vem')).toEqual([])
  })
})

describe('the structure of the panel’s minutes', () => {
  test('has one first heading, and no heading skips a level', () => {
    const levels = tagsOf(pdf, 'H1', 'H2', 'H3').map(({ role }) => Number(role.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1))
  })

  test('gives every row of a table the same number of cells, and every table heads', () => {
    const tables = tagsOf(pdf, 'Table')
    expect(tables.length).toBeGreaterThanOrEqual(6)
    for (const table of tables) {
      expect(new Set(table.kids.map(({ kids }) => kids.length)).size).toBe(1)
      for (const row of table.kids) expect(row.kids[0]?.role).toBe('TH')
    }
    const file = bytes.toString('latin1')
    expect(file).toContain('/Scope /Column')
    expect(file).toContain('/Scope /Row')
  })

  test('leaves no element empty but cells for names', () => {
    const roles = ['P', 'H1', 'H2', 'H3', 'LI', 'Lbl', 'LBody', 'L', 'TH', 'Span']
    expect(tagsOf(pdf, ...roles).filter(({ text }) => text === '')).toEqual([])
  })

  test('leads by bookmarks to each section', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual([
      'Personlig assistent',
      'Beslut',
      'Panelens sammansättning',
      'Möten och närvaro',
      'Så fattades beslutet',
      'Ställningstaganden',
      'Ändringar av texten',
      'Synpunkter och svar',
      'Samma krav eller inte',
      'Avvikande meningar',
      'Justering',
    ])
  })
})

describe('the file of the panel’s minutes', () => {
  test('says that it is PDF/A-2a and PDF/UA-1, in Swedish, with its title', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatchObject({
      title: 'Protokoll från den nationella panelen, omgång 2: Personlig assistent',
      language: 'sv-SE',
      marked: true,
      displaysTitle: true,
    })
  })

  test('is the same to the byte each time, also with fonts opened anew', async () => {
    expect((await renderPanelMinutes(buildPanelMinutes())).equals(bytes)).toBe(true)
    expect((await renderPanelMinutes(buildPanelMinutes(), openFonts())).equals(bytes)).toBe(true)
  })
})

describe('long minutes of a panel', () => {
  const remarks = Array.from({ length: 400 }, (_, at) =>
    buildRemark({
      number: `${1 + Math.floor(at / 50)}.${1 + (at % 9)} a`,
      text: `Synpunkt ${at + 1}.`,
      reason: at === 7 ? 'Ett långt skäl med många ord. '.repeat(170) : 'Ett skäl.',
    }),
  )

  test('have every remark with its answer, within seconds, and contents that lead to each section', async () => {
    const start = performance.now()
    const file = await renderPanelMinutes(buildPanelMinutes({ remarks }))
    expect(performance.now() - start).toBeLessThan(10_000)
    const long = await readPdf(file)
    const text = wholeText(long)
    expect(remarks.filter((remark) => !text.includes(remark.text))).toEqual([])
    expect(text.split('Ett långt skäl').length - 1).toBe(170)
    const links = long.pages.flatMap((page) => page.links)
    expect(links).toHaveLength(9)
    for (const { contents, page } of links) expect(contents.endsWith(`, sida ${page}`)).toBe(true)
    expect(tagsOf(pdf, 'TOC')).toEqual([])
  })

  test('end no page with a heading, and keep all text inside the margins', async () => {
    const long = await print({ remarks })
    const headings = new Set(tagsOf(long, 'H2', 'H3').map(({ text }) => text))
    for (const { pieces, text } of long.pages) {
      const content = pieces.filter(({ artifact }) => !artifact)
      expect(
        content.filter(({ x, y }) => x < mm(25) - 1 || x > mm(190) || y < mm(26) || y > mm(271)),
      ).toEqual([])
      expect(headings).not.toContain(text.trim().split('\n').at(-1)?.trim())
    }
  })

  test.each(HOSTILE)('%s is printed sanely wherever it is written', async (_, text) => {
    const words = { number: '4.3 b', former: text, wording: `${text} mer`, reason: text }
    const read = await print({
      profileTitle: text,
      ruleSentences: [text],
      composition: [
        buildSeat('AG', text, {
          perspective: { code: 'AG', name: text },
          name: text,
          recusals: [{ partTitle: text, reason: text }],
        }),
        buildSeat('AT', text, { part: 'substitute', standsInFor: text }),
      ],
      meetings: [{ ...buildPanelMinutes().meetings[0]!, place: text }],
      parts: buildPanelMinutes().parts.map((part) => ({ ...part, title: text, sentence: text })),
      amendments: [
        { ...words, isEditorial: true },
        { ...words, number: '', wording: '', isEditorial: false },
      ],
      remarks: [buildRemark({ perspective: text, text, proposal: text, reason: text, by: text })],
      rulings: [{ ...words, equivalent: true }],
      decision: { outcome: 'declined', decidedOn: '2026-11-05', decidedBy: text, grounds: text },
      dissents: [{ perspective: text, about: text, reason: text }],
    })
    expect(read.pages.length).toBeLessThan(40)
    for (const { pieces } of read.pages) {
      const content = pieces.filter(({ artifact }) => !artifact)
      expect(
        content.filter(({ x, y }) => x < mm(25) - 3 || x > mm(190) || y < mm(26) || y > mm(271)),
      ).toEqual([])
    }
  })

  test('print reasons of 5,000 characters everywhere, each whole', async () => {
    const reason = `${'Orden räcker till och blir kvar på raden. '.repeat(119)}SLUT`
    const read = await print({
      amendments: [{ number: '1.1', former: 'a', wording: 'b', reason, isEditorial: false }],
      remarks: [buildRemark({ text: reason, reason, proposal: reason })],
      rulings: [{ number: '1.1', former: reason, wording: `${reason} mer`, equivalent: true, reason }],
      dissents: [{ perspective: 'Utbildare', about: 'modul 1', reason }],
      decision: { outcome: 'declined', decidedOn: '2026-11-05', decidedBy: 'Panelen', grounds: reason },
    })
    expect(wholeText(read).split('SLUT').length - 1).toBeGreaterThanOrEqual(8)
    for (const { pieces } of read.pages) {
      expect(pieces.filter(({ y, artifact }) => !artifact && y > mm(271))).toEqual([])
    }
  })
})
