import { swedish } from '../../../server/domain/language/sv/pack.ts'

function verbsOf(text: string): string {
  const { words, main } = swedish.read({ kind: 'criterion', text, level: 3, stem: 'Deltagaren kan' })
  const all = main.head ? [main.head, ...main.joined] : []
  return all.map(({ at }) => words[at]?.lower).join(' ')
}

describe('the verbs of the main clause', () => {
  test.each([
    ['Städar toaletter.', 'städar'],
    ['städa toaletter', 'städa'],
    ['Kan byta batteri i larmknappen.', 'byta'],
    ['Deltagaren ska kunna duka bordet.', 'duka'],
    ['Deltagaren dukar bordet.', 'dukar'],
    ['Självständigt planera veckans inköp.', 'planera'],
    ['Målinriktat planerar veckans inköp.', 'planerar'],
    ['Vid brand larmar hen 112.', 'larmar'],
    ['När larmet går utrymmer deltagaren lokalen.', 'utrymmer'],
    ['Vid brand ska deltagaren larma 112.', 'larma'],
    ['För anteckningar vid mötet.', 'för'],
    ['Väskan packas kvällen före.', 'packas'],
    ['Skruvar och muttrar sorteras efter längd.', 'sorteras'],
    ['Mätaren läses av vid årets slut.', 'läses'],
    ['Golvet ska moppas varje dag.', 'moppas'],
    ['Kött, sås och potatis serveras vid bordet.', 'serveras'],
    ['Går larmet, utrymmer hen lokalen.', 'utrymmer'],
    ['Saknas en vara, meddelas chefen.', 'meddelas'],
    ['Under rasten svetsar hen rör.', 'svetsar'],
    ['3. Pumpar däcken.', 'pumpar'],
    ['b) pumpa däcken', 'pumpa'],
    ['2 dl vatten mäts upp.', 'mäts'],
    ['Kunden kan lita på att varan kommer.', 'lita'],
    ['Social kompetens.', ''],
    ['Kunskap om hur man lyfter.', ''],
    ['Regler om hur avfall hanteras.', ''],
    ['Varor som har gått ut plockas bort.', 'plockas'],
    ['Filter som har suttit ett år byts.', 'byts'],
    ['Gäster som väntar får vatten.', 'får'],
    ['Burkar som ska pantas sorteras efter material.', 'sorteras'],
    ['Den som ringer får svar inom en minut.', 'får'],
    ['En kollega som lyssnar och stöttar.', ''],
    ['Kunskap om maskiner som går varma.', ''],
  ])('in ”%s” begin with: %s', (text, verbs) => {
    expect(verbsOf(text)).toBe(verbs)
  })

  test.each([
    ['Dukar bordet och serverar maten.', 'dukar serverar'],
    ['Skalar, skivar och steker löken.', 'skalar skivar steker'],
    ['duka bordet och servera maten', 'duka servera'],
    ['Kan duka bordet och kan servera maten.', 'duka servera'],
    ['Stänger av vattnet och sedan också elen och ringer jouren.', 'stänger ringer'],
    ['Kontrollerar att hjulen är låsta och ringer vaktmästaren.', 'kontrollerar ringer'],
    ['Byter handskar för att undvika smitta och kastar dem.', 'byter kastar'],
    ['Hjälper barn som gråter och tröstar dem.', 'hjälper tröstar'],
    ['Arbetar som värd och hälsar gästerna välkomna.', 'arbetar hälsar'],
    ['Förklarar hur avfall sorteras och visar kärlen.', 'förklarar visar'],
    ['Boxar godset och plastar det.', 'boxar plastar'],
    ['Golvet sopas och moppas.', 'sopas moppas'],
    ['Sorterar pallarna, märker de trasiga och slänger resten.', 'sorterar märker slänger'],
    ['Berättar vad priset omfattar och tar emot betalningen.', 'berättar tar'],
  ])('are joined in ”%s”: %s', (text, verbs) => {
    expect(verbsOf(text)).toBe(verbs)
  })

  test.each([
    ['Visar hur hen lyfter och förflyttar utan att vrida ryggen.', 'visar'],
    ['Kontrollerar att bussen har stannat och dörrarna är öppna.', 'kontrollerar'],
    ['Avbryter lyftet om personen säger ifrån eller visar smärta.', 'avbryter'],
    ['Hjälper kunder som letar eller undrar över något.', 'hjälper'],
    ['Hjälper personen att duscha och klä sig.', 'hjälper'],
    ['Ställer undan stegen så att ingen snubblar och slår sig.', 'ställer'],
    ['Anger vem som provar ut och lagar ett hjälpmedel.', 'anger'],
    ['Hämtar rena lakan och handdukar i förrådet.', 'hämtar'],
    ['Lägger skruvar och muttrar i lådor.', 'lägger'],
    ['Beskriver lagar och regler som gäller.', 'beskriver'],
    ['Tvättar armar, händer och tänder.', 'tvättar'],
    ['dokumentera städade ytor och använda medel i listan', 'dokumentera'],
    ['hjälpa barnet att äta och dricka', 'hjälpa'],
    ['Loggar in och ut ur kassasystemet.', 'loggar'],
  ])('are not joined in ”%s”', (text, verbs) => {
    expect(verbsOf(text)).toBe(verbs)
  })
})
