import { create } from 'qrcode'
import { openFonts } from '../../../server/pdf/fonts.ts'
import { mm } from '../../../server/pdf/measures.ts'
import { renderHandout } from '../../../server/pdf/render-handout.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../../support/build-profile.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf } from '../../support/pdf-reader.ts'
import { HOSTILE } from '../workshop/hostile-texts.ts'
import { buildHandout } from './build-review.ts'
import { foundInOrder } from './found-in-order.ts'

const handout = buildHandout()
let bytes: Buffer
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderHandout(handout)
  pdf = await readPdf(bytes)
})

const print = async (...given: Parameters<typeof buildHandout>) =>
  readPdf(await renderHandout(buildHandout(...given)))

/** The line numbers as they are printed, page by page from the top. */
const lineNumbers = ({ pages }: ReadPdf) =>
  pages.flatMap(({ pieces }) =>
    pieces
      .filter(({ artifact, x, text, y }) => artifact && x < mm(34) && y < mm(272) && /^\d+ ?$/u.test(text))
      .sort((a, b) => a.y - b.y)
      .map(({ text }) => Number(text)),
  )

const PLAIN = buildLink({
  outcomes: [
    buildOutcome({
      text: 'lyfta',
      criteria: [
        buildCriterion({ text: 'Kontrollerar lås, bromsar och sele före varje lyft.' }),
        buildCriterion({ text: 'Berättar vad som ska hända.' }),
      ],
    }),
  ],
})
const WITH_PLAIN = buildProfile({ purpose: 'Profilen är till för alla.', modules: [PLAIN] })

describe('the words of the hand-out', () => {
  test('come in reading order, from the meeting by way of the common part to the modules', () => {
    const order = [
      'Panelens underlag, omgång 2 Personlig assistent UNDERLAG Texten är inte fastställd och kan ändras.',
      'Möte 21 oktober 2026 kl. 09.00–12.30 Plats Folkets hus, Stockholm Videomöte https://moten.example/panel',
      'Fryst 30 september 2026 kl. 14.32 Ändrat sedan dess inget Utskrivet 12 oktober 2026 kl. 09.05',
      'Så fattas beslutet • Alla sex perspektiv är med. • Minst två tredjedelar instämmer.',
      'Så svarar du 1 Läs texten och skriv i kolumnen till höger.',
      '3 Svara på webben, gärna i telefonen. Rikta kameran mot rutan eller gå till profil.example/panel/2.',
      'Om yrket SeQF 4 av 8 Min synpunkt Syfte Profilen visar vad',
      'Avgränsningar Det här är utanför: • körkort • läkemedel Yrkesrollen En testare provar.',
      'Personlig lämplighet • Kan ta emot kritik Arbetet sker hemma.',
      'Ordlista Översättningar till arabiska visas på skärmen. sele tyg som håller om kroppen (engelska: sling )',
      'Jag tar ställning till delen om yrket Instämmer Instämmer med ändring Instämmer inte Avstår Skäl',
      '1 Förflyttning SeQF 3, obligatorisk Min synpunkt Modulen ger det som behövs',
      'Nivå: Arbetet görs i huvudsak självständigt.',
      'Kunskaper Deltagaren kan 1.1 beskriva hur kroppen belastas Inget kriterium än.',
      '1.2 förflytta en person mellan säng och stol a Berättar vad som ska hända. b Kontrollerar lås',
      'Förslag till bedömningssätt observation: 1.2 a Jag tar ställning till modul 1',
      '2 Måltid SeQF 3, valbar Min synpunkt',
      'Modulen har inget läranderesultat än. Jag tar ställning till modul 2',
    ]
    expect(foundInOrder(wholeText(pdf), order)).toEqual(order)
  })

  test('say that no meeting is planned, and leave out what the profile does not have', async () => {
    const profile = buildProfile({ purpose: '', roleDescription: '', levelRationale: '', modules: [] })
    const text = wholeText(await print({ meeting: null, profile, ruleSentences: [] }))
    expect(text).toContain('Möte Tiden är inte bestämd än.')
    expect(text).toContain('SeQF 4 av 8 Min synpunkt Jag tar ställning till delen om yrket')
    expect(text).not.toContain('Syfte')
    expect(text).not.toContain('Ordlista')
  })

  test('give a meeting that ends on another day both days', async () => {
    const meeting = {
      startsAt: '2026-10-21T20:00:00Z',
      endsAt: '2026-10-21T23:00:00Z',
      place: '',
      video: '',
    }
    const text = wholeText(await print({ meeting }))
    expect(text).toContain('Möte 21 oktober 2026 kl. 22.00 till 22 oktober 2026 kl. 01.00')
    expect(text).not.toContain('Plats')
  })

  test('are in English with what people have written marked as Swedish', async () => {
    const english = await print({ locale: 'en' })
    expect(english.language).toBe('en-GB')
    expect(wholeText(english)).toContain('My position on module 1 Agree Agree with a change Disagree Abstain')
    const swedish = tagsOf(english, 'H1', 'H2', 'P').filter(({ lang }) => lang === 'sv-SE')
    expect(swedish.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Personlig assistent', '1 Förflyttning', 'Berättar vad som ska hända.']),
    )
    expect(tagsOf(english, 'Span').find(({ text }) => text === 'sling')?.lang).toBe('en')
  })
})

describe('the lines of the hand-out', () => {
  test('are numbered through from 1, over all pages', async () => {
    const numbers = lineNumbers(pdf)
    expect(numbers.length).toBeGreaterThan(15)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    const modules = Array.from({ length: 12 }, () => PLAIN)
    const long = lineNumbers(await print({ profile: buildProfile({ modules }) }))
    expect(long.length).toBeGreaterThan(60)
    expect(long).toEqual(long.map((_, at) => at + 1))
  })

  test('stand each beside words on its baseline, and leave the column for remarks free', () => {
    for (const { pieces } of pdf.pages) {
      const numbers = pieces.filter(
        ({ artifact, x, y }) => artifact && x < mm(34) && y < mm(272) && y > mm(20),
      )
      for (const number of numbers) {
        const beside = pieces.filter(({ artifact, y }) => !artifact && Math.abs(y - number.y) < 0.1)
        expect(beside).not.toEqual([])
        for (const { x } of beside) expect(x > mm(34) && x < mm(142)).toBe(true)
      }
    }
  })

  test('have numbers that are not read into the sentences', () => {
    expect(wholeText(pdf)).toContain(
      'a Berättar vad som ska hända. b Kontrollerar lås, bromsar och sele före varje lyft.',
    )
    expect(wholeText(pdf)).toContain('En skärmläsare läser inte radnumren.')
  })
})

describe('what was amended since the text was frozen', () => {
  const marked = (pdfRead: ReadPdf) => tagsOf(pdfRead, 'P').filter(({ text }) => text === 'ändrad').length

  test.each([
    [
      'a criterion, by its number',
      '1.1 a',
      'Kontrollerar lås.',
      'a Kontrollerar lås, bromsar och sele före varje lyft. ändrad b',
    ],
    ['an outcome', '1.1', 'lyfta', '1.1 lyfta ändrad a'],
    ['a module’s purpose, by its words', '1', PLAIN.module.purpose, `${PLAIN.module.purpose} ändrad Nivå:`],
    ['a module’s title', '1', 'Förflyttning', '1 Förflyttning SeQF 3, obligatorisk Min synpunkt ändrad'],
    ['the purpose of the whole', '', 'Profilen är  till för alla.', 'Syfte ändrad Profilen är till'],
    ['something else of the whole', '', 'Testare', 'Om yrket SeQF 4 av 8 Min synpunkt ändrad Syfte'],
  ])('is marked beside %s', async (_, number, wording, words) => {
    const read = await print({ profile: WITH_PLAIN, changes: [{ number, wording }] })
    expect(wholeText(read)).toContain(words)
    expect(wholeText(read)).toContain('Ändrat sedan dess 1 ställe, märkt ”ändrad” i kolumnen för synpunkter')
    expect(marked(read)).toBe(1)
  })

  test('counts once, with all that is new, where it was amended twice', async () => {
    const wording = 'Kontrollerar lås, bromsar och sele före varje lyft.'
    const read = await print({
      profile: WITH_PLAIN,
      changes: [
        { number: '1.1 a', former: 'Kan lås.', wording: 'Kontrollerar lås.' },
        { number: '1.1 a', former: 'Kontrollerar lås.', wording },
        { number: '', former: 'Tester', wording: 'Testaren' },
        { number: '', former: 'Testaren', wording: 'Testare' },
      ],
    })
    expect(wholeText(read)).toContain('Ändrat sedan dess 2 ställen')
    expect(marked(read)).toBe(2)
  })

  test('is not marked anywhere when nothing was', () => {
    expect(marked(pdf)).toBe(0)
  })

  test.each([
    ['Har kunskap om lås före lyft.'],
    ['Kontrollerar lås, mycket noga, bromsar och sele före varje lyft.'],
    ['Kontrollerar lås , bromsar och sele före lyft'],
    [''],
  ])('has the words of the text and no others, also when they were ”%s”', async (former) => {
    const read = await print({
      profile: WITH_PLAIN,
      changes: [{ number: '1.1 a', wording: 'Kontrollerar lås, bromsar och sele före varje lyft.', former }],
    })
    const [body] = tagsOf(read, 'P').filter(({ text }) => text.startsWith('Kontrollerar'))
    expect(body?.text).toBe('Kontrollerar lås, bromsar och sele före varje lyft.')
  })
})

describe('the structure of the hand-out', () => {
  test('has one first heading, and no heading skips a level', () => {
    const levels = tagsOf(pdf, 'H1', 'H2', 'H3').map(({ role }) => Number(role.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1))
  })

  test('leaves no element empty, and has criteria in lists in their outcomes', () => {
    const roles = ['P', 'H1', 'H2', 'H3', 'LI', 'Lbl', 'LBody', 'L', 'TH', 'TD', 'Span', 'Link']
    expect(tagsOf(pdf, ...roles).filter(({ text }) => text === '')).toEqual([])
    const outcome = tagsOf(pdf, 'LI').find(({ text }) => text.startsWith('1.2'))!
    expect(outcome.kids.map(({ role }) => role)).toEqual(['Lbl', 'LBody'])
    expect(outcome.kids[1]!.kids.map(({ role }) => role)).toEqual(['P', 'L'])
  })

  test('leads by bookmarks and contents to each part', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual([
      'Personlig assistent',
      'Innehåll',
      'Om yrket',
      '1 Förflyttning',
      '2 Måltid',
    ])
    const contents = pdf.pages.flatMap(({ links }) => links).filter(({ page }) => page !== undefined)
    expect(contents).toHaveLength(3)
    for (const { contents: name, page } of contents) expect(name.endsWith(`, sida ${page}`)).toBe(true)
  })

  test('has a QR code that is described once, and a link where it leads', () => {
    expect(tagsOf(pdf, 'Figure').map(({ alt }) => alt)).toEqual([
      'QR-kod som leder till profil.example/panel/2',
    ])
    expect(pdf.pages[0]!.links).toMatchObject([
      { url: 'https://profil.example/panel/2', contents: 'Svara på webben: profil.example/panel/2' },
    ])
    // the small code of the footers still has modules that a phone can tell apart
    expect(
      13 / create('https://profil.example/panel/2', { errorCorrectionLevel: 'M' }).modules.size,
    ).toBeGreaterThan(0.35)
  })

  test('says on every page that it is not approved, and on each but the first across it', () => {
    for (const [at, { furniture }] of pdf.pages.entries()) {
      expect(fold(furniture)).toContain(
        'Underlag, inte fastställt. Omgång 2, fryst 30 september 2026 kl. 14.32',
      )
      expect(fold(furniture)).toContain(
        `Svara på webben: profil.example/panel/2 ${at + 1} av ${pdf.pages.length}`,
      )
      expect(furniture.includes('UTKAST')).toBe(at > 0)
    }
  })

  test('names the site only where the address is too long for a footer', async () => {
    const address = `https://yrkesprofiler.example/panel/${'personlig-assistent/'.repeat(6)}svara`
    const { pages } = await print({ address })
    for (const [at, { furniture }] of pages.entries())
      expect(fold(furniture)).toContain(`Svara på webben: yrkesprofiler.example ${at + 1} av`)
  })
})

describe('the file of the hand-out', () => {
  test('says that it is PDF/A-2a and PDF/UA-1, in Swedish, with its title', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatchObject({
      title: 'Panelens underlag, omgång 2: Personlig assistent',
      language: 'sv-SE',
      marked: true,
      displaysTitle: true,
    })
  })

  test('is the same to the byte each time, also with fonts opened anew', async () => {
    expect((await renderHandout(handout)).equals(bytes)).toBe(true)
    expect((await renderHandout(handout, openFonts())).equals(bytes)).toBe(true)
  })
})

describe('whatever is written', () => {
  test.each(HOSTILE)('%s is printed sanely wherever it is written', async (_, text) => {
    const criteria = [buildCriterion({ text }), buildCriterion({ text })]
    const profile = buildProfile({
      title: text.slice(0, 200),
      owner: text.slice(0, 200),
      purpose: text,
      targetGroup: text,
      delimitations: `- ${text}\n\n# ${text}`,
      roleDescription: text,
      levelRationale: text,
      outcomeStem: text.slice(0, 80),
      personalSuitability: [{ id: id('x'), text, reason: text }],
      wordList: [{ id: id('y'), term: text, explanation: text, translations: [{ language: 'xx-!', text }] }],
      modules: [buildLink({ title: text, purpose: text, outcomes: [buildOutcome({ text, criteria })] })],
    })
    const read = await print({
      profile,
      changes: [
        { number: '1.1 a', wording: text, former: 'något annat' },
        { number: '', wording: text },
        { number: '9.9', wording: text },
      ],
      meeting: { startsAt: '2026-10-21T07:00:00Z', endsAt: '2026-10-21T10:30:00Z', place: text, video: text },
      ruleSentences: [text],
    })
    expect(read.pages.length).toBeLessThan(30)
    for (const { pieces } of read.pages) {
      const content = pieces.filter(({ artifact }) => !artifact)
      expect(content.filter(({ x, y }) => x < mm(24) || x > mm(190) || y < mm(26) || y > mm(272))).toEqual([])
    }
    const numbers = lineNumbers(read)
    expect(numbers).toEqual(numbers.map((_number, at) => at + 1))
  })

  test('a thousand criteria are printed in seconds', async () => {
    const outcomes = Array.from({ length: 25 }, () =>
      buildOutcome({ criteria: Array.from({ length: 4 }, () => buildCriterion()) }),
    )
    const modules = Array.from({ length: 10 }, () => buildLink({ outcomes }))
    const start = performance.now()
    const read = await renderHandout(buildHandout({ profile: buildProfile({ modules }) }))
    expect(performance.now() - start).toBeLessThan(10_000)
    expect(read.length).toBeLessThan(3_000_000)
  })
})
