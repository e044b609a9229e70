import { rulesFor } from './rules-for.ts'

const RULE = 'suitability/not-observable'
const CALLED_FOR = 'Truckar och gående delar körytor.'

const rules = (text: string, reason: string) => rulesFor(text, { kind: 'suitability', reason })

describe('suitability that cannot be observed', () => {
  test.each([
    'Är empatisk.',
    'Har god samarbetsförmåga.',
    'Social kompetens.',
    'Känner ansvar för helheten.',
    'Trivs med att arbeta i grupp.',
    'Gillar barn.',
    'Är noggrann och punktlig.',
    'Tror på Gud.',
    'Tjej med glimten i ögat.',
    'Är driven och självgående.',
    'Har lätt för att samarbeta.',
    'Har humor.',
    'Brinner för service.',
    'Gott omdöme.',
    'Klarar högt tempo.',
    'Tål kritik.',
    'Är bra på att lyssna.',
    'Känner in stämningen i rummet.',
    'Är rask för sin ålder.',
    'Har ett svenskklingande namn.',
    'Kille under 25.',
    'Passar in i vårt unga gäng.',
    'Vara kvinna mellan 30 och 50.',
    'Är av svensk härkomst.',
    'Ungdomlig och sprallig.',
    'Har svenskt utseende.',
    'Ljus hudton.',
    'Är en lagspelare.',
    'Ödmjukhet.',
    'Snabb i tanken.',
    'Är positiv och samarbetar.',
    'Är utåtriktad och gillar människor.',
    'Är flexibel: trivs med förändringar i schemat.',
    'Lever ihop med någon.',
    'Har en relation med en kollega.',
  ])('is found in ”%s”, however good the reason', (text) => {
    expect(rules(text, CALLED_FOR)).toContain(RULE)
  })

  test.each([
    '',
    ' ',
    '–',
    'Det är trevligt.',
    'Chefen vill det.',
    'För att det är viktigt.',
    'Det känns bra.',
    'Vi brukar göra så.',
    'Det är så vi gör här.',
    'Alla tycker om artiga människor.',
    'Det ser snyggt ut.',
    'Det är trevligt med sällskap.',
    'Det är vanligt hyfs.',
    'Glada människor är trevliga.',
    'Så vill ägaren ha det.',
    'Det har vi kommit överens om.',
    'Det ser snyggare ut.',
    'För att det är så.',
    'Så har vi alltid gjort här.',
    'Man måste tycka om människor.',
    'Se ovan.',
    'Det är snyggare så.',
    'Det ser finare ut så.',
    'Ägaren gillar att alla ser likadana ut.',
    'Arbetsledaren tycker att det är prydligt.',
    'Vi föredrar när bordet är tomt på kvällen.',
  ])('is found where the reason is ”%s”, which is not about the work', (reason) => {
    expect(rules('Frågar när något är oklart.', reason)).toContain(RULE)
  })

  test.each([
    ['Stannar kvar tills avlösaren har kommit.', 'Maskinen får aldrig lämnas utan tillsyn.'],
    ['Kan tala inför en grupp resenärer.', 'Guiden informerar bussens passagerare vid varje stopp.'],
    ['Behåller lugnet när flera barn gråter samtidigt.', 'På småbarnsavdelningen händer det dagligen.'],
    ['Håller tider som har avtalats.', 'Nästa skift kan inte börja förrän överlämningen är gjord.'],
    [
      'Gör ingen skillnad på kunder utifrån etnicitet, religion eller sexuell läggning.',
      'Butiken är öppen för alla.',
    ],
    ['Ställer sig sist i kön när personalen äter i matsalen.', 'Gästerna ska få maten först.'],
    ['Sänker rösten i samtal med äldre som hör dåligt och ser på dem.', 'Många boende läser på läpparna.'],
    ['Klär sig efter vädret på gården.', 'Barngruppen är ute fyra timmar om dagen.'],
    ['Följer med en boende till kyrkan på söndagar.', 'Den boende väljer själv sina aktiviteter.'],
    ['Följer samma turordning även när någon tjatar.', 'Kunder i kön ska behandlas lika.'],
    [
      'Låter mobilen ligga i skåpet under lektionerna.',
      'Barnen ska ha vuxnas hela uppmärksamhet vid poolen.',
    ],
    ['Återkommer till kunden samma dag även när svaret är nej.', 'Kunden planerar sin resa efter beskedet.'],
    ['Tar emot en tillsägelse utan att gå därifrån.', 'Fel vid pressen kan ge svåra skador.'],
    ['Talar långsamt med äldre kunder som ber om det.', 'Många kunder hör dåligt i lokalen.'],
    [
      'Väntar tills kvinnan i omklädningsrummet har svarat innan hen går in.',
      'Badgästernas integritet ska skyddas.',
    ],
    ['Ger samma service till alla oavsett religion eller hudfärg.', 'Myndigheten ska behandla alla lika.'],
    ['Ringer återbud senast kvällen före.', 'Schemat görs om samma kväll så att alla turer blir körda.'],
    ['Väntar på sin tur i samtal.', 'Barnen lär sig turtagning av de vuxna.'],
    ['Kontrollerar sitt arbete innan det lämnas vidare.', 'Ett fel i listan ger fel medicin.'],
    [
      'Svarar alla lika vänligt, oavsett hudfärg, ålder och funktionsnedsättning.',
      'Kommunen ska behandla alla lika.',
    ],
    ['Tolkar för hörselskadade besökare på guidade turer.', 'Turerna hålls på svenskt teckenspråk.'],
    ['Tar på sig hörselskydd vid kapen.', 'Bullret är över 85 decibel.'],
    ['Visar hänsyn mot äldre passagerare vid av- och påstigning.', 'Bussen får inte köra innan alla sitter.'],
    [
      'Lyssnar utan att avbryta när en gäst berättar om sin tro.',
      'Hospicet tar emot gäster från många samfund.',
    ],
    ['Serverar halalkött och vegetarisk mat på skilda fat.', 'Gästerna ska kunna lita på vad de äter.'],
    ['Sköter kön vid insläppet utan att höja rösten.', 'Vid konserter väntar upp till 900 personer.'],
    [
      'Frågar när något är oklart.',
      'Det är viktigt att maten är fri från nötter, eftersom barn har allergi.',
    ],
    ['Är tålmodig: väntar tills barnet har knäppt jackan själv.', CALLED_FOR],
    ['Är uppmärksam och vänder på varje planka före sågning.', CALLED_FOR],
    ['Är punktlig – stämplar in fem minuter före passet.', CALLED_FOR],
    ['Hejar på gästen vid dörren.', CALLED_FOR],
    ['Kartongerna bärs med raka armar.', CALLED_FOR],
    ['Vinkar fram en bil i taget.', 'Det är viktigt så att ingen blir påkörd.'],
    ['Bär hårnät i köket.', 'Ledningen kräver det efter att hår hittats i maten.'],
    ['Säger till när en vajer är sliten.', 'Vi gillar inte fallande last, därför stoppas lyftet genast.'],
    ['Svarar inom tre signaler.', 'Kunderna uppskattar att få hjälp snabbt.'],
    ['Har telefonen med på varje pass.', 'Jouren måste nå den som är ute.'],
  ])('is not found in ”%s” (%s)', (text, reason) => {
    expect(rules(text, reason)).not.toContain(RULE)
  })
})
