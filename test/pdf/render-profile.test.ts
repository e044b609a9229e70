import type { OccupationalProfile } from '../../schemas/types.ts'
import { letter } from '../../server/domain/profile/number-items.ts'
import { mm } from '../../server/pdf/measures.ts'
import { openFonts } from '../../server/pdf/fonts.ts'
import type { PrintedDraft } from '../../server/pdf/print-job.ts'
import { renderProfile } from '../../server/pdf/render-profile.ts'
import { buildEdition, toPrint } from '../support/build-edition.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { fold, readPdf, tagsOf, wholeText, type ReadPdf, type ReadTag } from '../support/pdf-reader.ts'

const CATEGORIES = ['knowledge', 'skills', 'responsibilityAutonomy'] as const

/** Six modules of six outcomes with one to five criteria, all of them different, and everything else a profile has. */
const profile: OccupationalProfile = buildProfile({
  title: 'Personlig assistent',
  purpose: 'Vad en person behöver kunna för att ge stöd.',
  targetGroup: 'Den som arbetar nära en annan människa.',
  delimitations: 'Profilen tar inte upp:\n\n1. vård som kräver legitimation\n2. ledning av andra',
  roleDescription:
    '# Arbetet\n\nDagen är **aldrig** lik en annan.\n\n## Det svåra\n\n- att vara nära\n- att vänta',
  occupationReferences: [{ scheme: 'ssyk2012', id: '5343', label: 'Personliga assistenter' }],
  personalSuitability: [
    { id: id('lugn'), text: 'Behåller lugnet när planer ändras.', reason: 'Dagen styrs av personens behov.' },
  ],
  wordList: [
    { id: id('öl'), term: 'överflyttning', explanation: 'när någon byter plats', translations: [] },
    {
      id: id('sele'),
      term: 'sele',
      explanation: 'tyg som håller om kroppen när en lyft används',
      translations: [{ language: 'en', text: 'sling' }],
    },
    { id: id('ål'), term: 'ålderdom', explanation: 'den sista delen av livet', translations: [] },
  ],
  modules: Array.from({ length: 6 }, (_, m) =>
    buildLink(
      {
        title: `Modul om ämne ${m + 1}`,
        outcomes: CATEGORIES.flatMap((category, c) =>
          [0, 1].map((o) =>
            buildOutcome({
              category,
              text: `utföra uppgift ${m + 1}–${c}–${o} på det sätt som personen själv vill, också när tiden är knapp`,
              criteria: Array.from({ length: ((m + c + o) % 5) + 1 }, (__, k) =>
                buildCriterion({
                  text: `Visar steg ${m + 1}–${c}–${o}–${k} med sele och berättar för personen vad som ska hända härnäst.`,
                  assessmentMethods: k === 0 ? ['observation'] : [],
                }),
              ),
            }),
          ),
        ),
      },
      m === 5 ? { obligation: 'optional' } : {},
    ),
  ),
})
const input = toPrint(buildEdition(profile))
const draft: PrintedDraft = {
  kind: 'draft',
  profile,
  basedOn: '1.0.0',
  printedAt: '2026-11-22T13:32:00Z',
  locale: 'sv',
  thirdCategory: 'competences',
}

let bytes: Buffer
let pdf: ReadPdf

beforeAll(async () => {
  bytes = await renderProfile(input)
  pdf = await readPdf(bytes)
})

describe('the words of a printed profile', () => {
  test('come in reading order, from cover to decision', () => {
    const text = wholeText(pdf)
    const order = [
      'Testrådet Yrkesprofil Personlig assistent Vad en person behöver kunna',
      'Version 1.0.0, den första Fastställd 15 januari 2026 av Testrådet Nivå SeQF 4 av 8',
      '6 moduler, 36 läranderesultat, 105 bedömningskriterier Yrkeskod SSYK 2012 5343',
      'Är det här den senaste versionen? Läs av koden eller gå till profil.example/v/testare/1.0.0 Kontrolltal',
      'Innehåll Yrkesrollen 3',
      'Yrkesrollen Arbetet Dagen är aldrig lik en annan. Det svåra • att vara nära • att vänta',
      'Syfte och målgrupp Vad en person behöver kunna för att ge stöd. Målgrupp Den som arbetar nära',
      'Avgränsningar Profilen tar inte upp: 1. vård som kräver legitimation 2. ledning av andra',
      'Nivå SeQF 4 av 8 Arbetet är självständigt och varierat. Modulernas nivåer 1 Modul om ämne 1 SeQF 3',
      'Personlig lämplighet Det här underlättar',
      'Det som märks Därför behövs det i arbetet Behåller lugnet när planer ändras. Dagen styrs av personens behov.',
      '1 Modul om ämne 1 SeQF 3 obligatorisk Modulen ger det som behövs',
      'Kunskaper Deltagaren kan 1.1 utföra uppgift 1–0–0',
      'Förslag till bedömningssätt observation 1.1 a',
      'Ordlista Ord i yrket',
      'Beslut Fastställd 15 januari 2026 Beslutad av Testrådet Grunder Enigt beslut i en prövande panel.',
    ]
    let from = 0
    for (const words of order) {
      const at = text.indexOf(words, from)
      expect(at < 0 ? words : 'found').toBe('found')
      from = at
    }
  })

  test('hold every criterion once, with its letter, after its numbered outcome', () => {
    const text = wholeText(pdf)
    profile.modules.forEach(({ module }, m) => {
      module.outcomes.forEach((outcome, o) => {
        const number = `${m + 1}.${o + 1}`
        const from = text.indexOf(`${number} ${outcome.text}`)
        expect(from).toBeGreaterThan(-1)
        outcome.criteria.forEach((criterion, c) => {
          const marked = `${letter(c)} ${criterion.text}`
          expect(text.indexOf(marked, from)).toBeGreaterThan(from)
          expect(text.split(criterion.text)).toHaveLength(2)
        })
      })
    })
  })

  test('have the word list in Swedish order', () => {
    const terms = tagsOf(pdf, 'TH').map(({ text }) => text)
    expect(terms.slice(terms.indexOf('sele'))).toEqual(
      expect.arrayContaining(['sele', 'ålderdom', 'överflyttning']),
    )
    expect(terms.indexOf('ålderdom')).toBeLessThan(terms.indexOf('överflyttning'))
  })

  test('explain a word of the trade where a module first uses it, and only there', () => {
    const explained = pdf.pages.slice(0, -1).map(({ text }) => text.split('tyg som håller om').length - 1)
    const inWordList = 1
    expect(explained.reduce((sum, count) => sum + count, 0)).toBe(profile.modules.length + inWordList)
  })
})

describe('the structure of a printed profile', () => {
  test('has one first heading, and no heading skips a level', () => {
    const levels = tagsOf(pdf, 'H1', 'H2', 'H3').map(({ role }) => Number(role.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, at) => expect(level - levels[at]!).toBeLessThanOrEqual(1))
  })

  test.each([
    ['LI', ['L']],
    ['Lbl', ['LI']],
    ['LBody', ['LI']],
    ['TR', ['Table']],
    ['TH', ['TR']],
    ['TD', ['TR']],
    ['TOCI', ['TOC']],
    ['Reference', ['TOCI']],
  ])('puts %s only in %s', (role, parents) => {
    const found = pdf.pages.flatMap(({ tags }) => tags.flatMap((tag) => parentsOf(tag, role)))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((parent) => !parents.includes(parent))).toEqual([])
  })

  test('gives every row of a table the same number of cells', () => {
    for (const table of tagsOf(pdf, 'Table')) {
      expect(new Set(table.kids.map(({ kids }) => kids.length)).size).toBe(1)
    }
  })

  test('says of every head of a table what it is the head of', () => {
    const file = bytes.toString('latin1')
    const heads = file.match(/\/S \/TH [^>]*/gu) ?? []
    const scopes = new Set(
      [...file.matchAll(/(\d+) 0 obj\n<<\n\/O \/Table\n\/Scope \/(?:Row|Column)/gu)].map(([, n]) => n),
    )
    expect(heads.length).toBeGreaterThan(5)
    expect(heads.filter((head) => !scopes.has(/\/A (\d+) 0 R/u.exec(head)?.[1] ?? ''))).toEqual([])
  })

  test('describes the QR code in words', () => {
    expect(tagsOf(pdf, 'Figure').map(({ alt }) => alt)).toEqual([
      'QR-kod som leder till profil.example/v/testare/1.0.0',
    ])
  })

  test('leaves no element empty but the empty cells of tables', () => {
    const empty = tagsOf(pdf, 'P', 'H1', 'H2', 'H3', 'LI', 'Lbl', 'LBody', 'L', 'Sect').filter(
      ({ text }) => text === '',
    )
    expect(empty).toEqual([])
  })

  test('says which words are in another language', () => {
    expect(tagsOf(pdf, 'Span').filter(({ lang }) => lang === 'en')).toMatchObject([{ text: 'sling' }])
  })
})

describe('the file of a printed profile', () => {
  test('says that it is PDF/A-2a and PDF/UA-1, in Swedish, with its title', () => {
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf.xmp).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toMatchObject({
      title: 'Yrkesprofil: Personlig assistent, version 1.0.0',
      language: 'sv-SE',
      marked: true,
      displaysTitle: true,
    })
  })

  test('is the same to the byte each time, also with fonts opened anew', async () => {
    expect((await renderProfile(input)).equals(bytes)).toBe(true)
    expect((await renderProfile(input, openFonts())).equals(bytes)).toBe(true)
  })

  test('is another file for another edition of the same profile and time', async () => {
    const other = await renderProfile({ ...input, digest: '0'.repeat(64) })
    expect(idOf(other)).not.toBe(idOf(bytes))
  })

  test('keeps a title with signs that mean something in XML', async () => {
    const strange = 'Drift & <skötsel> "allt"'
    const read = await readPdf(await renderProfile(toPrint(buildEdition(buildProfile({ title: strange })))))
    expect(read.title).toBe(`Yrkesprofil: ${strange}, version 1.0.0`)
    expect(read.xmp).toContain('Drift &amp; &lt;skötsel&gt; &quot;allt&quot;')
  })
})

describe('finding one’s way', () => {
  test('the contents name the page on which each section begins, and lead there', () => {
    const [, contents] = pdf.pages
    expect(contents?.links).toHaveLength(13)
    for (const link of contents?.links ?? []) {
      const [, title, page] = /^(.*), sida (\d+)$/u.exec(link.contents) ?? []
      expect(link.page).toBe(Number(page))
      const headings = pdf.pages[Number(page) - 1]!.tags.flatMap((tag) => within(tag, 'H2')).map(
        ({ text }) => text,
      )
      expect(headings).toContain(title)
    }
  })

  test('every link says where it leads', () => {
    for (const { links } of pdf.pages) for (const { contents } of links) expect(contents).not.toBe('')
    expect(pdf.pages[0]?.links).toMatchObject([{ url: 'https://profil.example/v/testare/1.0.0' }])
  })

  test('bookmarks lead to the sections, and in a module to its kinds of outcomes', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual([
      'Innehåll',
      'Yrkesrollen',
      'Syfte och målgrupp',
      'Avgränsningar',
      'Nivå',
      'Personlig lämplighet',
      ...profile.modules.map(({ module }, m) => `${m + 1} ${module.title}`),
      'Ordlista',
      'Beslut',
    ])
    const module = pdf.bookmarks.find(({ title }) => title === '2 Modul om ämne 2')
    expect(module?.kids.map(({ title }) => title)).toEqual([
      'Kunskaper',
      'Färdigheter',
      'Ansvar och självständighet',
    ])
    for (const { title, page } of pdf.bookmarks) {
      const headings = pdf.pages[page - 1]!.tags.flatMap((tag) => within(tag, 'H2')).map(({ text }) => text)
      expect(headings).toContain(title)
    }
  })

  test('header and footer say profile, version, module, decision, digest and page, and are no content', () => {
    const at = pdf.pages.findIndex((page) => fold(page.text).includes('2.1 utföra'))
    const { furniture, text } = pdf.pages[at]!
    expect(furniture).toMatch(/Personlig assistent\s+version 1\.0\.0\s+Modul (?:1–)?2/u)
    expect(furniture).toContain('Fastställd 15 januari 2026')
    expect(furniture).toContain(`Kontrolltal ${input.digest.slice(0, 4)} ${input.digest.slice(4, 8)}`)
    expect(furniture).toContain(`${at + 1} av ${pdf.pages.length}`)
    expect(text).not.toContain('Kontrolltal')
  })
})

describe('page breaks', () => {
  test('leave an outcome together with its first two criteria', () => {
    profile.modules.forEach(({ module }) => {
      for (const { text, criteria } of module.outcomes) {
        const pageOf = (start: string) =>
          pdf.pages.findIndex((page) => page.text.replace(/\s+/gu, ' ').includes(start))
        const kept = [text, ...criteria.slice(0, 2).map((criterion) => criterion.text)]
        expect(new Set(kept.map((wording) => pageOf(wording.slice(0, 24)))).size).toBe(1)
      }
    })
  })

  test('leave no heading as the last on its page', () => {
    for (const { tags } of pdf.pages.slice(1)) {
      const last = tags.flatMap(leaves).at(-1)
      expect(last?.role).not.toMatch(/^H\d$/u)
    }
  })

  test.each([24, 25, 26, 27, 28])('leave no heading last after %i lines of text', async (lines) => {
    const filled = { ...profile, roleDescription: Array.from({ length: lines }, () => 'Rad.  ').join('\n') }
    const read = await readPdf(await renderProfile({ ...draft, profile: filled }))
    const lasts = read.pages.slice(1).map(({ tags }) => tags.flatMap(leaves).at(-1)?.role)
    expect(lasts.filter((role) => role?.startsWith('H'))).toEqual([])
  })

  test('begin a module on a new page when more than a third is used', () => {
    const [top, height] = [mm(26), mm(297 - 52)]
    for (const { module } of profile.modules) {
      const page = pdf.pages
        .slice(3)
        .find(({ tags }) =>
          tags.flatMap((tag) => within(tag, 'H2')).some(({ text }) => text.endsWith(module.title)),
        )!
      const heading = page.pieces.find(({ text, artifact }) => !artifact && text === module.title)!
      const above = page.pieces.filter(({ y, artifact }) => !artifact && y < heading.y - 27)
      const used = Math.max(top, ...above.map(({ y }) => y)) - top
      expect(used).toBeLessThanOrEqual(height / 3)
    }
  })

  test('keep all text inside the margins', () => {
    const content = pdf.pages.slice(1).flatMap(({ pieces }) => pieces.filter(({ artifact }) => !artifact))
    expect(content.filter(({ x, y }) => x < mm(25) - 1 || x > mm(190) || y < mm(26) || y > mm(271))).toEqual(
      [],
    )
  })
})

describe('a draft', () => {
  let read: ReadPdf
  beforeAll(async () => {
    read = await readPdf(await renderProfile(draft))
  })

  test('has UTKAST across every page, behind the text and not read aloud', () => {
    for (const { furniture } of read.pages) expect(furniture).toContain('UTKAST')
    for (const { text } of read.pages.slice(1)) expect(text).not.toContain('UTKAST')
  })

  test('says on its cover and on each page that it is not approved, and when it was printed', () => {
    expect(wholeText(read)).toContain('UTKAST Profilen är inte fastställd, och texten kan ändras.')
    expect(wholeText(read)).toContain('Fastställd nej, inte fastställd Utskriven 22 november 2026 kl. 14.32')
    for (const { furniture } of read.pages.slice(1)) {
      expect(furniture).toContain('Utkast efter version 1.0.0, inte fastställt')
    }
  })

  test('has no decision, no digest and no code to scan', () => {
    expect(wholeText(read)).not.toMatch(/Kontrolltal|Beslut/u)
    expect(tagsOf(read, 'Figure')).toEqual([])
  })

  test('calls the third category as the installation has chosen', () => {
    expect(wholeText(read)).toContain('Kompetenser Deltagaren kan')
    expect(wholeText(read)).not.toContain('Ansvar och självständighet')
  })

  test('says what is missing instead of leaving a hole', async () => {
    const empty = buildProfile({ title: '', modules: [buildLink({ title: '', outcomes: [] })] })
    const text = wholeText(await readPdf(await renderProfile({ ...draft, profile: empty, basedOn: null })))
    expect(text).toContain('Yrkesprofil Utan titel')
    expect(text).toContain('1 Modul utan titel')
    expect(text).toContain('Modulen har inget läranderesultat än.')
  })

  test('can be printed before anything is written', async () => {
    const nothing = buildProfile({
      roleDescription: '',
      purpose: '',
      levelRationale: '',
      seqfLevel: null,
      modules: [],
    })
    const empty = await readPdf(await renderProfile({ ...draft, profile: nothing }))
    expect(empty.pages).toHaveLength(1)
    expect(wholeText(empty)).toContain('0 moduler, 0 läranderesultat, 0 bedömningskriterier')
  })
})

describe('an example', () => {
  test('is marked so on its cover and on each page, and nowhere called approved', async () => {
    const example = buildEdition({ ...profile, isExample: true })
    const read = await readPdf(await renderProfile(toPrint(example)))
    expect(wholeText(read)).toContain('EXEMPEL Text och beslut är påhittade')
    expect(wholeText(read)).toContain('Fastställd nej, texten är ett exempel')
    for (const { furniture } of read.pages.slice(1)) expect(furniture).toContain('Exempel, inte fastställt')
  })
})

describe('in English', () => {
  test('headings and explanations are English, and the wordings are marked as Swedish', async () => {
    const read = await readPdf(await renderProfile({ ...input, locale: 'en' }))
    const text = wholeText(read)
    expect(read.language).toBe('en-GB')
    expect(text).toContain('Occupational profile Personlig assistent')
    expect(text).toContain('6 modules, 36 learning outcomes, 105 assessment criteria')
    expect(text).toContain('Approved 15 January 2026 by Testrådet')
    expect(text).toContain('Knowledge Deltagaren kan')
    expect(text).not.toMatch(/Kunskaper|Innehåll|Fastställd/u)
    const criteria = tagsOf(read, 'LBody').filter(({ text: words }) => words.startsWith('Visar steg'))
    expect(criteria).toHaveLength(105)
    expect(criteria.every(({ lang }) => lang === 'sv-SE')).toBe(true)
  })
})

function parentsOf(tag: ReadTag, role: string): string[] {
  return tag.kids.flatMap((kid) => [...(kid.role === role ? [tag.role] : []), ...parentsOf(kid, role)])
}

function within(tag: ReadTag, role: string): ReadTag[] {
  return [...(tag.role === role ? [tag] : []), ...tag.kids.flatMap((kid) => within(kid, role))]
}

function leaves(tag: ReadTag): ReadTag[] {
  return tag.kids.length === 0 ? [tag] : tag.kids.flatMap(leaves)
}

function idOf(file: Buffer): string | undefined {
  return /\/ID \[<(\w+)>/u.exec(file.toString('latin1'))?.[1]
}
