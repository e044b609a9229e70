import { rulesFor } from './rules-for.ts'

const RULE = 'title/misleading'

const rules = (text: string) => rulesFor(text, { kind: 'moduleTitle' })

describe('a misleading module title', () => {
  test.each([
    'Städning nivå 1',
    'Fortsättningskurs i svetsning',
    'Fördjupad livsmedelshygien',
    'Kassa och betalning (valfri)',
    'Tentamen: anatomi',
    'LAG200 Lagerarbete',
    'Skriftligt prov i arbetsrätt',
    'Truckkort, avancerad nivå',
    'Obligatoriska moment i köket',
    'Möte med kunden, steg 2',
    'Slutprov',
    'Fördjupningsmodul i ledarskap',
    'Svetsning 2',
    'Matlagning – grundnivå',
    'Muntlig examination',
    'Teoriprov för truck',
    'TRA-12 Lastsäkring',
    'Valfri fördjupning: Barista',
    'Obligatorisk introduktion',
    'SeQF 4 Arbetsledning',
    'Hygien för avancerade användare',
    'Kurs 3: Barnets språk',
    'Prov i förstahjälpen',
    'Truckkörning steg 1',
    'Lagerarbete grundkurs',
    'Hygien 1',
    'Certifieringsprov i svets',
    'Frivillig modul om trädgård',
    'BYG201 Murning',
    'Expertnivå: golvläggning',
    'B3: Truckkörning',
    'S2 – Svets',
    'Brödbak (B7)',
    '7. Brödbak',
    '3 – Hygien',
    'Truckkörning (oblig.)',
    'Valfr. kassaarbete',
    'Kassaarbete – frivill.',
    'Fördj. svetsning',
    'Hygien (exam.)',
  ])('is seen in ”%s”', (title) => {
    expect(rules(title)).toContain(RULE)
  })

  test.each([
    'Vattenprover och miljökontroll',
    'Nivåmätning i tankar',
    'Att välja rätt verktyg',
    'Koder, etiketter och märkning',
    'Grunder i hygien',
    'Provsmakning och servering av vin',
    'Steg för steg i trappan',
    'Kontrollera ljudnivå och ventilation',
    'Larm, 112 och första hjälpen',
    'Frivilligarbete och föreningsliv',
    'Blodprov och provrör',
    'Nivåreglering av vattenmagasin',
    'Kodlås, larm och passersystem',
    'Måltidens grunder',
    'Valborg, jul och andra högtider',
    'Provrum och kundmöte',
    'Avfall steg för steg',
    'Grunderna i bokföring',
    'Provning av brandlarm',
    'Första hjälpen för barn',
    'Nivåskillnader och ramper',
    'Livet i förskolan',
    'Test av larm och sprinkler',
    'Tidiga prover vid graviditet',
    'Väg 66 och andra turistmål',
    '12 tips för kassan',
    'Tåg, spår 3 och perrong',
    'Utskrift på A4',
    '112 – larma rätt',
    'Tentakler i akvariet',
    'Obligationer och fonder',
  ])('is not seen in ”%s”', (title) => {
    expect(rules(title)).not.toContain(RULE)
  })
})
