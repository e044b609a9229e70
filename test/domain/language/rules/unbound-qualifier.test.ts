import { rulesFor } from './rules-for.ts'

const RULE = 'wording/unbound-qualifier'

describe('an unbound qualifier', () => {
  test.each([
    'Hanterar kundens klagomål på ett professionellt och bra sätt.',
    'Använder lämplig skyddsutrustning vid slipning.',
    'Torkar av ytor vid behov.',
    'Har god ordning på verktygsvagnen.',
    'Väljer passande musik till rörelsestunden.',
    'Fyller på servetter, sugrör, lock etc.',
    'Ger adekvat information till resenären.',
    'Beskriver olika sätt att fästa last.',
    'Tar relevanta bilder på skadan.',
    'Lägger ut tillräckligt med halkmattor i entrén.',
    'Delar upp köttet i lagom stora bitar.',
    'Ordnar papper, pärmar osv. på kontoret.',
    'Plockar fram material och liknande till lektionen.',
    'Bemöter resenärer väl och på ett gott sätt.',
    'Skapar god stämning i väntrummet.',
    'Ställer relevanta frågor till kunden.',
    'Använder lämpliga ord i samtalet.',
    'Byter vatten i hinken vid behov.',
    'Ger barnet adekvat stöd vid läggdags.',
    'Har tillräckligt med material på vagnen.',
    'Sorterar skruv, mutter, bricka m.m. i fack.',
    'Delar ut broschyrer, kartor etc. till besökare.',
    'Ger exempel på olika sätt att spara vatten.',
    'Svarar på ett bra sätt när kunden klagar.',
    'Placerar möbler på lämplig plats i rummet.',
    'Utför arbetet med god kvalitet.',
    'Drar åt hjulmuttrarna ordentligt.',
    'Har hyfsad ordning i verktygslådan.',
    'Använder nödvändig utrustning.',
    'Möter olika kunder – och deras hundar.',
    'Lagar god mat till minst fyra personer.',
    'Håller tillräckligt avstånd till maskinen i rummet.',
  ])('is seen in ”%s”', (text) => {
    expect(rulesFor(text)).toContain(RULE)
  })

  test.each([
    'Väljer lämpligt slippapper enligt tabellen på väggen.',
    'Säger god morgon till varje barn vid namn.',
    'Frågar patienten om hen mår bra efter lunchen.',
    'Väljer bland tre olika muttrar den som passar gängan.',
    'Räcker över godset till föraren.',
    'Godkänner fakturor på högst 500 kronor.',
    'Förklarar vad som är lämplig temperatur i kylen utifrån kommunens riktlinjer.',
    'Anger vad en god man ansvarar för.',
    'Jämför två olika fogmassor.',
    'Väljer adekvat släckmedel enligt skylten vid dörren.',
    'Ställer in tillräckligt hög temperatur enligt receptet.',
    'Jämför tre olika offerter.',
    'Väljer kniv som är lämplig för filetering.',
    'Hälsar god dag på tre språk.',
    'Förklarar varför det är bra att vila efter lyft.',
    'Kontaktar personens gode man i frågor om pengar.',
    'Häller i 25 mm grus under plattorna.',
    'Målar fönster i olika färger: vitt, grönt och svart.',
    'Lämnar tillräckligt avstånd mellan sängen och väggen på båda sidor, minst 80 centimeter.',
    'Håller lämplig temperatur i skåpet under hela transporten till köket (högst 6 grader).',
    'Kör olika fordon (traktor, lastare och pickup).',
    'Serverar olika gäster, både barn och vuxna.',
    'Frågar om allt har varit bra under vistelsen.',
    'Frågar kunden hur bra skorna sitter.',
    'Kontrollerar att temperaturen är tillräckligt låg, högst 8 grader.',
    'Placerar stegen på lämpligt avstånd (minst en meter).',
    'Håller badvattnet lagom varmt, dvs. 37 grader.',
  ])('is not seen in ”%s”', (text) => {
    expect(rulesFor(text)).not.toContain(RULE)
  })
})
