import { lintItem } from '../../../../server/domain/language/lint-item.ts'
import { rulesFor } from './rules-for.ts'

const RULE = 'suitability/discrimination-ground'
const reason = 'Truckar och gående delar körytor.'

const rules = (text: string) => rulesFor(text, { kind: 'suitability', reason })

describe('a ground of discrimination', () => {
  test.each([
    'Är man, helst över 180 cm.',
    'Är född i Sverige.',
    'Talar svenska utan brytning.',
    'Är högst 35 år.',
    'Har inga allergier.',
    'Är fullt frisk och har aldrig varit sjukskriven.',
    'Är heterosexuell.',
    'Tror på Gud.',
    'Tjej med glimten i ögat.',
    'Bär inte hijab i receptionen.',
    'Är i tjugoårsåldern.',
    'Inte gravid eller småbarnsförälder.',
    'Har normal syn och hörsel.',
    'Är yngre än 30 år.',
    'Är en stark kille.',
    'Har svenska som modersmål.',
    'Är kristen.',
    'Har inga funktionsnedsättningar.',
    'Är rask för sin ålder.',
    'Får inte ha huvudduk.',
    'Är gift eller sambo.',
    'Har ett svenskklingande namn.',
    'Är inte homosexuell.',
    'Kille under 25.',
    'Hör normalt på båda öronen.',
    'Passar in i vårt unga gäng.',
    'Klär sig kvinnligt.',
    'Planerar inte att bli gravid.',
    'Är pigg och under 35.',
    'Är uppvuxen i Sverige.',
    'Är fri från allergier och sjukdomar.',
    'Tillhör Svenska kyrkan.',
    'Har inte småbarn.',
    'Är en moderlig kvinna.',
    'Bryter inte på något annat språk.',
    'Ska vara svensk medborgare.',
    'Ser ung och fräsch ut.',
    'Bör vara man.',
    'Vara kvinna mellan 30 och 50.',
    'Är av svensk härkomst.',
    'Har vuxit upp med svenska traditioner.',
    'Pratar svenska som en infödd.',
    'Har arisk bakgrund.',
    'Ber inte under arbetstid.',
    'Tar ledigt endast på kristna helger.',
    'Sitter inte i rullstol.',
    'Har inte dyslexi.',
    'Är fullt arbetsför.',
    'Har ingen psykisk ohälsa.',
    'Är straight.',
    'Har en normal familjesituation.',
    'Är inte transperson.',
    'Har ett manligt sätt.',
    'Är född på 2000-talet.',
    'Har hela yrkeslivet framför sig.',
    'Är inte över medelåldern.',
    'Ungdomlig och sprallig.',
    'Blond tjej.',
    'Äter allt, även fläskkött.',
    'Är icke-troende.',
    'Ser kvinnlig ut.',
    'Verkar frisk och stark.',
    'Uppför sig som en gentleman.',
    'Tar inte ledigt för religiösa högtider.',
    'Tar ledigt för bön på fredagar.',
    'Går inte i kyrkan på söndagar.',
    'Lever ensam med sin fru.',
    'Har svenskt efternamn.',
    'Pratar svenska sedan barnsben.',
    'Har två friska ben.',
    'Har inga kroniska sjukdomar.',
    'Är en typisk nittiotalist.',
    'Är mellan tjugo och trettio år.',
    'Är född som man.',
  ])('is near in ”%s”', (text) => {
    expect(rules(text)).toContain(RULE)
  })

  test.each([
    'Stannar kvar tills avlösaren har kommit.',
    'Kan tala inför en grupp resenärer.',
    'Behåller lugnet när flera barn gråter samtidigt.',
    'Håller tider som har avtalats.',
    'Gör ingen skillnad på kunder utifrån etnicitet, religion eller sexuell läggning.',
    'Ställer sig sist i kön när personalen äter i matsalen.',
    'Sänker rösten i samtal med äldre som hör dåligt och ser på dem.',
    'Klär sig efter vädret på gården.',
    'Följer med en boende till kyrkan på söndagar.',
    'Följer samma turordning även när någon tjatar.',
    'Låter mobilen ligga i skåpet under lektionerna.',
    'Återkommer till kunden samma dag även när svaret är nej.',
    'Tar emot en tillsägelse utan att gå därifrån.',
    'Talar långsamt med äldre kunder som ber om det.',
    'Väntar tills kvinnan i omklädningsrummet har svarat innan hen går in.',
    'Ger samma service till alla oavsett religion eller hudfärg.',
    'Ringer återbud senast kvällen före.',
    'Väntar på sin tur i samtal.',
    'Kontrollerar sitt arbete innan det lämnas vidare.',
    'Svarar alla lika vänligt, oavsett hudfärg, ålder och funktionsnedsättning.',
    'Tolkar för hörselskadade besökare på guidade turer.',
    'Tar på sig hörselskydd vid kapen.',
    'Visar hänsyn mot äldre passagerare vid av- och påstigning.',
    'Lyssnar utan att avbryta när en gäst berättar om sin tro.',
    'Serverar halalkött och vegetarisk mat på skilda fat.',
    'Sköter kön vid insläppet utan att höja rösten.',
    'Visar tålamod när en person med funktionsnedsättning behöver tid för att svara.',
    'Håller rösten lugn när kön i kassan blir lång.',
    'Återger inte för utomstående det hen har sett hemma hos personen.',
    'Skriver ut lappar i stor stil vid nedsatt syn.',
    'Har fyllt 18 år.',
    'Håller upp dörren för den som har astma.',
    'Bär fram tallriken till den som är blind.',
    'Tar emot en gravid kollegas tyngsta pass.',
    'Hjälper unga besökare att fylla i blanketten.',
    'Ställer fram dopfatet före gudstjänsten.',
    'Låter gästen be i fred i vilrummet.',
    'Ser ut genom fönstret innan porten öppnas.',
    'Tar rast efter två timmar vid bandet.',
  ])('is not near in ”%s”', (text) => {
    expect(rules(text)).not.toContain(RULE)
  })

  test.each([
    ['Är kvinna.', 'kön'],
    ['Är inte transperson.', 'könsöverskridande identitet eller uttryck'],
    ['Har svensk bakgrund.', 'etnisk tillhörighet'],
    ['Delar verksamhetens kristna tro.', 'religion eller annan trosuppfattning'],
    ['Är fullt frisk.', 'funktionsnedsättning'],
    ['Är heterosexuell.', 'sexuell läggning'],
    ['Är högst 35 år.', 'ålder'],
  ])('is named: ”%s” is about %s', (text, ground) => {
    const finding = lintItem({ id: '', kind: 'suitability', text, reason }).find(({ rule }) => rule === RULE)
    expect(finding?.reason).toContain(ground)
  })

  test('is a matter for suitability only', () => {
    expect(rulesFor('Hjälper äldre kvinnor och män.', { kind: 'criterion' })).not.toContain(RULE)
  })
})
