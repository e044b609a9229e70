import { rulesFor } from './rules-for.ts'

const RULE = 'level/verb-above-level'

describe('a verb above the level', () => {
  test.each([
    [2, 'Planerar veckans städning av trapphusen.'],
    [3, 'Utvärderar hur kampanjen gick i butiken.'],
    [3, 'Leder arbetslagets veckomöte.'],
    [3, 'Utformar en säljande skyltning i fönstret.'],
    [2, 'Jämför priset på två städmaskiner.'],
    [3, 'Drar egna slutsatser av mätningarna.'],
    [1, 'Beskriver vägen till omklädningsrummet.'],
    [2, 'Tar fullt ansvar för kassan.'],
    [2, 'Följer noga upp att alla barn har fått vatten.'],
    [3, 'Förhandlar med leverantören om priset.'],
    [2, 'Tolkar symbolerna på en farligt gods-skylt.'],
    [2, 'Felsöker en truck som inte startar.'],
    [3, 'Organiserar sommarfesten för de boende och leder sångstunden.'],
    [3, 'Utvecklar nya rutiner för lagret.'],
    [3, 'Granskar leverantörens fakturor.'],
    [2, 'Bedömer om golvet är torrt.'],
    [2, 'Redogör för vad som får slängas i brännbart.'],
    [2, 'Handleder en praktikant i diskrummet.'],
    [3, 'Drar slutsatser av temperaturloggen.'],
    [1, 'Identifierar tre sorters avfall.'],
    [2, 'Motiverar sitt val av rengöringsmedel.'],
    [3, 'Tar fram underlag och analyserar orsaken till svinnet.'],
    [3, 'Organiserar personalens raster.'],
    [3, 'Delegerar diskningen till en kollega.'],
    [3, 'Leder gruppens uppvärmning.'],
    [2, 'Testar brandvarnaren en gång i månaden.'],
    [2, 'Veckans förbrukning sammanställs i en tabell.'],
    [2, 'Avvikelserna följs upp varje månad.'],
    [2, 'Mötet leds av hen varannan vecka.'],
    [2, 'Följer upp veckans tillbud.'],
    [2, 'Motiverar varför en patient ska vändas på natten'],
    [2, 'Motiverar kort hur deltagare placeras i rummet'],
  ])('is seen at level %i in ”%s”', (seqfLevel, text) => {
    expect(rulesFor(text, { seqfLevel })).toContain(RULE)
  })

  test.each([
    [3, 'Planerar veckans inköp.'],
    [2, 'Presenterar sig för gästerna.'],
    [2, 'Leder hunden i koppel förbi lekplatsen.'],
    [3, 'Leder vattnet från taket till brunnen.'],
    [2, 'Visar var man planerar att ställa upp ställningen.'],
    [4, 'Granskar ett lastintyg.'],
    [2, 'Följer en karta till rätt adress.'],
    [2, 'Rapporterar till den som planerar arbetet.'],
    [4, 'Utvärderar veckans arbete med gruppen.'],
    [3, 'Leder hästen från hagen till stallet.'],
    [2, 'Leder kunden till rätt hylla.'],
    [3, 'Förklarar reglerna för spelet.'],
    [3, 'Beskriver hur man analyserar ett vattenprov.'],
    [2, 'Visar vem som leder arbetet.'],
    [3, 'Använder en utvärderingsblankett.'],
    [2, 'Följer en besökare ner och upp för trapporna.'],
    [2, 'Följer patienten upp på avdelningen.'],
    [2, 'Presenterar en vikarie för kollegorna.'],
    [3, 'Vattnet leds till brunnen.'],
    [2, 'Motiverar deltagare att prova igen.'],
  ])('is not seen at level %i in ”%s”', (seqfLevel, text) => {
    expect(rulesFor(text, { seqfLevel })).not.toContain(RULE)
  })
})
