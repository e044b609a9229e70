import type { OccupationalProfile } from '../../schemas/types.ts'
import { buildCriterion, buildLink, buildOutcome, buildProfile, id } from '../support/build-profile.ts'
import { publish } from '../support/published.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { publishNext } from './publish-next.ts'
import { elementsOf, textOf } from '../support/read-html.ts'

const outcome = (name: string) =>
  buildOutcome({
    id: id(name),
    text: `utföra ${name}`,
    criteria: ['a', 'b'].map((letter) =>
      buildCriterion({ id: id(name + letter), text: `Visar ${name} ${letter}.` }),
    ),
  })

/** Two modules with two outcomes of two criteria each; the second is optional. */
function base(): OccupationalProfile {
  return buildProfile({
    wordList: [{ id: id('w'), term: 'sele', explanation: 'Håller om kroppen.', translations: [] }],
    modules: [
      buildLink({ id: id('m1'), title: 'Lyft', outcomes: [outcome('lyft'), outcome('vila')] }),
      buildLink(
        { id: id('m2'), title: 'Resor', outcomes: [outcome('resa'), outcome('paus')] },
        { obligation: 'optional' },
      ),
    ],
  })
}

let test: TestApp
beforeEach(async () => {
  test = await startTestApp()
  await publish(test.context.deps, base())
})
afterEach(() => test.close())

const read = async (address: string) => textOf((await test.stranger.get(address).expect(200)).text)

type Change = (profile: OccupationalProfile) => unknown
const first = (profile: OccupationalProfile, m = 0) => profile.modules[m]!.module.outcomes[0]!

/** What the page says about a change from 1.0.0, when it is published. */
async function pageOf(change: Change, how: Parameters<typeof publishNext>[2] = {}, prefix = '') {
  const next = base()
  change(next)
  const version = await publishNext(test.context.deps, next, how)
  const { text } = await test.stranger.get(`${prefix}/profiler/testare/${version}/jamfor/1.0.0`).expect(200)
  const elements = elementsOf(text)
  const ofClass = (name: string) =>
    elements.filter(({ attributes }) => attributes.class?.split(' ').includes(name))
  return {
    page: text,
    text: textOf(text),
    version,
    lead: ofClass('lead')[0]?.text,
    sections: elements
      .filter(({ name, attributes }) => name === 'section' && attributes.class === 'sec')
      .map((section) => section.text),
    why: ofClass('a').map(({ text: answer }) => answer),
  }
}

const OTHER = { rule: () => ({ equivalent: false, reason: 'Två sätt i stället för ett.' }) }

const newCriterion = (name: string) => buildCriterion({ id: id(name), text: `Visar ${name}.` })

it.each<[string, Change, object, string, string]>([
  [
    'one new criterion',
    (p) => first(p).criteria.push(newCriterion('sele')),
    {},
    '2.0.0',
    'Ett kriterium är nytt. Den som är bedömd mot 1.0.0 kan därför sakna något.',
  ],
  [
    'two new criteria and a changed word list',
    (p) => {
      first(p).criteria.push(newCriterion('sele'), newCriterion('broms'))
      p.wordList[0]!.explanation = 'Håller om hela kroppen.'
    },
    {},
    '2.0.0',
    'Två kriterier är nya. Den som är bedömd mot 1.0.0 kan därför sakna något. Resten kräver ingenting av den som redan är bedömd.',
  ],
  [
    'a new outcome, counted once with its criteria',
    (p) =>
      p.modules[0]!.module.outcomes.push(buildOutcome({ criteria: [newCriterion('x'), newCriterion('y')] })),
    {},
    '2.0.0',
    'Ett läranderesultat är nytt. Den som är bedömd mot 1.0.0 kan därför sakna något.',
  ],
  [
    'a new module and another demand',
    (p) => {
      p.modules.push(buildLink({ title: 'Bad' }))
      first(p).criteria[0]!.text = 'Visar lyft på två sätt.'
    },
    OTHER,
    '2.0.0',
    'En modul är ny och en ordalydelse ställer ett annat krav. Den som är bedömd mot 1.0.0 kan därför sakna något.',
  ],
  [
    'an optional module made mandatory',
    (p) => {
      p.modules[1]!.obligation = 'mandatory'
    },
    {},
    '2.0.0',
    'En modul har blivit obligatorisk. Den som är bedömd mot 1.0.0 kan därför sakna något.',
  ],
  [
    'other words for the same demand',
    (p) => {
      first(p).criteria[0]!.text = 'Visar lyftet.'
    },
    {},
    '1.1.0',
    'Inget krav har kommit till. Den som är bedömd mot 1.0.0 behöver inte göra något.',
  ],
  [
    'the word list only',
    (p) => {
      p.wordList[0]!.explanation = 'Håller.'
    },
    {},
    '1.0.1',
    'Varje läranderesultat och kriterium har samma ord som förut. Den som är bedömd mot 1.0.0 behöver inte göra något.',
  ],
  ['nothing at all', () => undefined, {}, '1.0.1', 'Alla ord är desamma i båda versionerna.'],
])('sums up %s', async (_what, change, how, version, lead) => {
  const found = await pageOf(change, how)
  expect([found.version, found.lead]).toEqual([version, lead])
})

describe('why a version has its number', () => {
  it('a new demand decides, whatever else has changed', async () => {
    const { why, text } = await pageOf((p) => {
      first(p).criteria.push(newCriterion('sele'))
      first(p, 1).criteria.push(newCriterion('karta'))
    })
    expect(text).toContain('Varför heter den 2.0.0?')
    expect(why).toEqual([
      'Ja, på ett ställe. Första siffran ökar, och det avgör.',
      'Ja, på ett ställe. Bara det hade gett 1.1.0.',
      'Nej. Då hade den hetat 1.0.1.',
    ])
  })

  it('other words for the same demand give the second figure', async () => {
    const { why } = await pageOf((p) => {
      first(p).criteria[0]!.text = 'Visar lyftet.'
      first(p).criteria[1]!.text = 'Visar det.'
    })
    expect(why).toEqual([
      'Nej. Då hade den hetat 2.0.0.',
      'Ja, på två ställen. Andra siffran ökar, och det avgör.',
      'Nej. Då hade den hetat 1.0.1.',
    ])
  })

  it('anything else gives the third', async () => {
    const { why } = await pageOf((p) => {
      p.owner = 'Nya rådet'
    })
    expect(why).toEqual([
      'Nej. Då hade den hetat 2.0.0.',
      'Nej. Då hade den hetat 1.1.0.',
      'Ja, på ett ställe. Tredje siffran ökar.',
    ])
  })

  it('another number than the one that follows has its reason beside it', async () => {
    const { text } = await pageOf(
      (p) => {
        p.owner = 'Nya rådet'
      },
      { version: '3.0.0' },
    )
    expect(text).toContain(
      'Ändringarna leder till 1.0.1, men versionen heter 3.0.0. Skälet är: Rådet vill markera en nystart.',
    )
  })
})

describe('the changes, by what they mean to somebody who is assessed', () => {
  it.each<[string, Change, object, string]>([
    [
      'a new criterion',
      (p) => first(p).criteria.push(newCriterion('sele')),
      {},
      '1 Kan saknas hos den som redan är bedömd Ett intyg enligt 1.0.0 gäller fortfarande. Det här går att komplettera, utan att göra om resten. 1.1 c Nytt kriterium i Lyft Visar sele.',
    ],
    [
      'another demand, with the ruling beside it',
      (p) => {
        first(p).criteria[0]!.text = 'Visar lyft på två sätt.'
      },
      OTHER,
      '1 Kan saknas hos den som redan är bedömd Ett intyg enligt 1.0.0 gäller fortfarande. Det här går att komplettera, utan att göra om resten. 1.1 a Ändrat kriterium i Lyft Visar lyft a på två sätt . Inte samma krav som förut Två sätt i stället för ett.',
    ],
    [
      'the same demand in other words',
      (p) => {
        first(p).criteria[0]!.text = 'Visar lyftet a.'
      },
      {},
      '1 Samma krav med andra ord Den som är bedömd behöver inte göra något. 1.1 a Ändrat kriterium i Lyft Visar lyft lyftet a. Samma krav som förut Enklare ord för samma sak.',
    ],
    [
      'something new in an optional module',
      (p) => first(p, 1).criteria.push(newCriterion('karta')),
      {},
      '1 Valbart som är nytt eller ändrat Det behövs inte för hela profilen. 2.1 c Nytt kriterium i Resor Visar karta.',
    ],
    [
      'an outcome that has moved, with its criteria',
      (p) => p.modules[1]!.module.outcomes.push(p.modules[0]!.module.outcomes.pop()!),
      {},
      '1 Flyttat, med orden kvar 2.3 Stod som 1.2 i Lyft utföra vila Två kriterier följde med Inget ord är ändrat, så det som är bedömt gäller.',
    ],
    [
      'a criterion that is gone',
      (p) => first(p).criteria.pop(),
      {},
      '1 Struket Det här krävs inte längre. 1.1 b Struket kriterium i Lyft Visar lyft b.',
    ],
    [
      'a whole module that is gone',
      (p) => p.modules.pop(),
      {},
      '1 Struket Det här krävs inte längre. 2 Struken modul Resor Hela modulen är struken, med 2 läranderesultat och 4 kriterier.',
    ],
    [
      'a level',
      (p) => {
        p.modules[0]!.module.seqfLevel = 4
      },
      {},
      '1 Andra ändringar 1 Modulen: nivå, i Lyft SeQF 3 SeQF 4',
    ],
    [
      'a new word, with what it means',
      (p) => p.wordList.push({ id: id('w2'), term: 'lift', explanation: 'En lyft.', translations: [] }),
      {},
      '1 Andra ändringar Nytt ord i ordlistan lift En lyft.',
    ],
    [
      'a word explained otherwise',
      (p) => {
        p.wordList[0]!.explanation = 'Håller om hela kroppen.'
      },
      {},
      '1 Andra ändringar Ordlistan, sele: betydelse Håller om hela kroppen.',
    ],
    [
      'a paragraph among others',
      (p) => {
        p.roleDescription = 'En testare **provar**.\n\nOch dömer.'
      },
      {},
      '1 Andra ändringar Profilen: beskrivning av yrkesrollen Och dömer.',
    ],
  ])('shows %s', async (_what, change, how, section) => {
    expect((await pageOf(change, how)).sections).toEqual([section])
  })

  it('marks struck and new words as such', async () => {
    const { page } = await pageOf((p) => {
      first(p).criteria[0]!.text = 'Visar lyftet i trappan.'
    })
    expect(page).toContain('Visar <del>lyft a</del> <ins>lyftet i trappan</ins>.')
  })

  it('shows a new outcome with its criteria as one change', async () => {
    const { sections, page } = await pageOf((p) =>
      p.modules[0]!.module.outcomes.push(
        buildOutcome({ text: 'bada', criteria: [newCriterion('x'), newCriterion('y')] }),
      ),
    )
    expect(sections).toHaveLength(1)
    expect(sections[0]).toMatch(/^1 .*1\.3 Nytt läranderesultat i Lyft bada Visar x\. Visar y\.$/u)
    expect(page).toContain('<li><ins>Visar x.</ins></li>')
  })

  it('leads to each item where it stands', async () => {
    const { page } = await pageOf((p) => {
      first(p).criteria.push(newCriterion('sele'))
      first(p, 1).criteria.pop()
    })
    expect(page).toContain('href="/profiler/testare/2.0.0#1.1c"')
    expect(page).toContain('href="/profiler/testare/1.0.0#2.1b"')
  })

  it('says how much has the same words', async () => {
    const { text } = await pageOf((p) => first(p).criteria.pop())
    expect(text).toContain('4 läranderesultat och 7 kriterier har samma ord som förut.')
    expect(text).toContain('7 av 7 kriterier')
  })

  it('says it all in English too, around the Swedish words', async () => {
    const { lead, sections } = await pageOf((p) => first(p).criteria.push(newCriterion('sele')), {}, '/en')
    expect(lead).toBe('One criterion is new. So somebody assessed against 1.0.0 may lack something.')
    expect(sections).toEqual([
      '1 Somebody already assessed may lack this An attestation under 1.0.0 still holds. This can be added, without redoing the rest. 1.1 c New criterion in Lyft Visar sele.',
    ])
  })
})

describe('versions that do not follow on each other', () => {
  beforeEach(async () => {
    const second = base()
    first(second).criteria[0]!.text = 'Visar lyftet.'
    await publishNext(test.context.deps, second)
    const third = structuredClone(second)
    third.owner = 'Nya rådet'
    await publishNext(test.context.deps, third)
  })

  it('lead to each step, where what was ruled stands', async () => {
    const { text } = await test.stranger.get('/profiler/testare/1.1.1/jamfor/1.0.0')
    expect(textOf(text)).toContain(
      'Ändrade ord, med besked i varje steg I versionen där orden ändrades står om kravet är detsamma.',
    )
    expect(textOf(text)).not.toContain('Varför heter den')
    expect(text).toContain('href="/profiler/testare/1.1.0/jamfor/1.0.0"')
    expect(text).toContain('href="/profiler/testare/1.1.1/jamfor/1.1.0"')
  })

  it('leave to the steps what a changed wording means', async () => {
    expect(await read('/profiler/testare/1.1.1/jamfor/1.0.0')).toContain(
      'Några ordalydelser är ändrade. I versionerna däremellan står om den som är bedömd mot 1.0.0 kan sakna något.',
    )
  })
})

it.each([
  ['/profiler/testare/1.0.0/jamfor/2.0.0', '/profiler/testare/2.0.0/jamfor/1.0.0'],
  ['/en/profiler/testare/2.0.0/jamfor/2.0.0', '/en/profiler/testare/2.0.0'],
])('%s leads to %s', async (asked, instead) => {
  await pageOf((p) => first(p).criteria.push(newCriterion('sele')))
  const { status, headers } = await test.stranger.get(asked)
  expect([status, headers.location]).toEqual([302, instead])
})
