import * as fc from 'fast-check'
import { NEARLY_THE_SAME } from '../../../../server/domain/workshop/resemblance/gather-statements.ts'
import { likenessOf } from '../../../../server/domain/workshop/resemblance/likeness.ts'
import { sentence } from './sentences.ts'

const likeness = (...texts: string[]) => likenessOf(texts.map((text, at) => ({ id: `s${at + 1}`, text })))
const score = (one: string, other: string) => likeness(one, other).score
const LIMIT = 100 * NEARLY_THE_SAME

describe('two groups say nearly the same', () => {
  test.each([
    [
      'flytta en person från säng till rullstol med rätt teknik',
      'förflytta brukaren i och ur säng och stol utan att någon skadas',
    ],
    ['kontrollera lås, bromsar och sele före varje lyft', 'kolla sele och bromsar och rapportera fel'],
    ['tvätta händerna före varje måltid', 'tvättar sina händer innan måltiden'],
    ['känna till reglerna om tystnadsplikt', 'redogöra för vad tystnadsplikten innebär'],
    ['ta ansvar för sin egen arbetsmiljö', 'ansvara för arbetsmiljön'],
    ['följa rutiner för hygien', 'följa hygienrutinerna'],
    ['laga mat efter brukarens önskemål', 'tillaga måltider efter personens önskemål'],
    ['dokumentera avvikelser i journalen', 'anteckna avvikelser i journal'],
    ['beskriva hur man förebygger fallolyckor', 'förklara hur fall förebyggs'],
    ['ge läkemedel enligt delegering', 'ge medicin efter delegering'],
    ['städa badrum och kök', 'rengöra kök och badrum'],
    ['larma vid brand', 'slå larm om det brinner'],
    ['bemöta anhöriga med respekt', 'möta närstående på ett respektfullt sätt'],
    ['samarbeta med kollegor', 'samverka i arbetslaget'],
    ['be om hjälp när man inte klarar uppgiften', 'be om hjälp när uppgiften är för svår'],
    ['hjälpa en person att äta', 'mata en brukare'],
    ['klä på en brukare', 'hjälpa brukaren med påklädning'],
    ['bedöma när hjälp behöver tillkallas', 'avgöra när man ska ringa efter hjälp'],
    ['köra truck på ett säkert sätt', 'framföra truck säkert'],
    ['ta betalt i kassan', 'hantera betalning i kassan'],
    ['mäta kylens temperatur', 'kontrollera temperaturen i kylen'],
    ['packa varor efter plocklista', 'plocka och packa varor enligt plocklistan'],
    ['vara lugn i stressiga situationer', 'behålla lugnet när det är stressigt'],
    ['komma i tid', 'vara punktlig'],
    ['välja rätt rengöringsmedel', 'använda rätt medel vid rengöring'],
  ])('”%s” and ”%s”', (one, other) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(LIMIT)
  })
})

describe('two groups say different things', () => {
  test.each([
    ['städa köket', 'städa badrummet'],
    ['tvätta händerna', 'tvätta kläder'],
    ['beskriva risker vid lyft', 'beskriva risker vid medicinhantering'],
    ['hjälpa brukaren med dusch', 'hjälpa brukaren med maten'],
    ['lyfta en låda rätt', 'lyfta en person rätt'],
    ['följa rutiner för brand', 'följa rutiner för hygien'],
    ['dokumentera i journalen', 'läsa journalen'],
    ['ge läkemedel enligt delegering', 'beställa läkemedel'],
    ['använda lyft', 'underhålla lyft'],
    ['samarbeta med kollegor', 'samarbeta med anhöriga'],
    ['förflytta en person mellan säng och stol', 'bädda en säng'],
    ['känna till brukarens rättigheter', 'känna till brukarens sjukdomar'],
    ['planera veckans matinköp', 'planera veckans aktiviteter'],
    ['ta emot kunder', 'ta emot varor'],
    ['handla mat', 'laga mat'],
    ['ta betalt i kassan', 'räkna kassan'],
    ['känna till lagar om diskriminering', 'känna till lagar om arbetsmiljö'],
    ['avgöra när en förflyttning kräver två personer', 'förflytta en person mellan säng och stol'],
    ['beskriva vad tystnadsplikt innebär', 'beskriva vad delegering innebär'],
    ['ha tålamod', 'vara lugn'],
  ])('”%s” and ”%s”', (one, other) => {
    expect(score(one, other)).toBeLessThan(LIMIT)
  })

  test.each([
    ['tvätta händerna före måltiden', 'tvätta händerna efter måltiden'],
    ['klä på en person', 'klä av en person'],
    ['rapportera muntligt till kollegor', 'rapportera skriftligt till kollegor'],
    ['öppna butiken', 'stänga butiken'],
    ['lyfta ensam', 'inte lyfta ensam'],
    ['lyfta med hjälpmedel', 'lyfta utan hjälpmedel'],
    ['arbeta ensam', 'arbeta tillsammans med andra'],
    ['lasta varor', 'lossa varor'],
    ['ta emot kritik', 'ge kritik'],
  ])('when what they say is opposed: ”%s” and ”%s”', (one, other) => {
    expect(score(one, other)).toBeLessThan(LIMIT)
  })
})

describe('what words alone cannot tell', () => {
  test.each([
    ['följa städschemat', 'göra städschemat'],
    ['läsa ritningar', 'rita ritningar'],
  ])('”%s” is taken for ”%s”, and a person must part them', (one, other) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(LIMIT)
  })

  test.each([
    ['sätta gränser', 'säga nej'],
    ['bära ut sopor', 'slänga sopor'],
  ])('”%s” is not found to be ”%s”, and a person must put them together', (one, other) => {
    expect(score(one, other)).toBeLessThan(LIMIT)
  })
})

describe('the reasons', () => {
  test('name shared words as the first one writes them, synonyms, and what each has of its own', () => {
    expect(
      likeness(
        'Kontrollera lås, bromsar och selen före varje lyft',
        'kolla sele och bromsar och rapportera fel',
      ),
    ).toEqual({
      score: expect.any(Number),
      shared: ['bromsar', 'selen'],
      synonyms: [['kontrollera', 'kolla']],
      own: [
        { statementId: 's1', words: ['lås', 'före', 'lyft'] },
        { statementId: 's2', words: ['rapportera', 'fel'] },
      ],
    })
  })

  test('count a stol as the part of a rullstol that both have', () => {
    const { shared, own } = likeness('flytta från säng till rullstol', 'flytta från säng till stol')
    expect(shared).toEqual(['flytta', 'säng', 'stol'])
    expect(own.flatMap(({ words }) => words)).toEqual([])
  })

  test('take verbs with particles as one word', () => {
    const { synonyms, own } = likeness('ta eget ansvar för nycklarna', 'ansvarar för nycklar')
    expect(synonyms).toEqual([['ta ansvar för', 'ansvarar för']])
    expect(own[0]?.words).toEqual(['eget'])
  })

  test('of several groups name as shared what two of them have', () => {
    const { shared, synonyms, own } = likeness(
      'flytta en person från säng',
      'förflytta brukaren till toalett',
      'förflytta till säng',
    )
    expect(shared).toEqual(['säng'])
    expect(synonyms).toEqual([['flytta', 'förflytta']])
    expect(own.map(({ words }) => words)).toEqual([[], ['toalett'], []])
  })

  test('say nothing of function words, however many are shared', () => {
    expect(likeness('att kunna vara med i det', 'att kunna vara med om den')).toMatchObject({
      score: 0,
      shared: [],
    })
  })

  test('keep capitals that are not those of a beginning', () => {
    expect(likeness('Ge HLR', 'ge HLR').shared).toEqual(['HLR'])
  })
})

describe('the score', () => {
  test('is the same whichever of two comes first, from 0 to 100', () => {
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        expect(score(one, other)).toBe(score(other, one))
        expect(score(one, other)).toBeGreaterThanOrEqual(0)
        expect(score(one, other)).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('is 100 for a text and itself', () => {
    fc.assert(fc.property(sentence, (text) => expect(score(text, text)).toBe(100)))
  })

  test('accounts for every telling word: it is shared or somebody’s own', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 5 }), (texts) => {
        const { own } = likeness(...texts)
        const count = new Map<string, number>()
        for (const word of own.flatMap(({ words }) => words)) count.set(word, (count.get(word) ?? 0) + 1)
        expect([...count.values()].every((times) => times === 1)).toBe(true)
        expect(own.map(({ statementId }) => statementId)).toEqual(texts.map((_, at) => `s${at + 1}`))
      }),
    )
  })
})
