import { rulesFor } from './rules-for.ts'

const RULE = 'wording/vague-verb'

describe('a vague verb', () => {
  test.each([
    'Har en viss förståelse för varför betong måste härda innan formen rivs.',
    'Förstår hur truckens säkerhetsbälte spänns fast.',
    'vet var utrymningsvägarna finns på lagret',
    'Är fullt införstådd med vilka uppgifter som ligger utanför rollen.',
    'Strävar efter att hålla arbetsytan fri från spill under hela passet.',
    'Klarar av att köra ut varorna före lunch.',
    'försöker lugna ett barn som gråter vid lämningen',
    'Har goda kunskaper i vilka golvmaterial som inte tål vatten.',
    'Inser att en blockerad nödutgång är en fara.',
    'Kan förstå en enkel ritning över byggplatsen.',
    'Tänker på att stänga grinden efter sig.',
    'Beaktar gästernas allergier.',
    'Tar hänsyn till de boendes vanor.',
    'Bekantar sig med butikens sortiment.',
    'är bekant med de vanligaste verktygen i en cykelverkstad',
    'Behärskar kassasystemet i butiken.',
    'Känner ett stort ansvar för gruppens arbetsmiljö.',
    'Lär sig de vanligaste leveransrutterna utantill.',
    'Uppfattar hur bussens passagerare mår.',
    'Verkar för en trivsam stämning i personalrummet.',
    'Kunskap om hur man hanterar kemikalier.',
    'Har tillräcklig kännedom om trafikreglerna på terminalområdet.',
    'Är mån om sina kollegors trivsel.',
    'Får inblick i hur en restaurang planerar sin meny.',
    'Har grundläggande kunskaper om hur en brandsläckare fungerar.',
    'Deltagaren kan förstå enkla arbetsorder på svenska.',
    'Har under praktiken lärt sig hur kassan stängs.',
    'Efter en månad har deltagaren förstått varför listan fylls i.',
    'Har försökt att laga felet.',
    'Gästens önskemål beaktas.',
    'Klarar att bära två brickor samtidigt.',
    'Väger in kundens behov i beslutet.',
    '4) Förstår varför limmet måste torka.',
  ])('is seen in ”%s”', (text) => {
    expect(rulesFor(text)).toContain(RULE)
  })

  test.each([
    'Känner på brödet för att avgöra om det är färdigbakat.',
    'Känner igen ljudet av en slirande fläktrem.',
    'Uppskattar hur mycket färg som går åt till en vägg.',
    'Ber om hjälp när hen inte förstår en arbetsorder.',
    'Förklarar för patienten så att hen förstår varför provet tas.',
    'Klargör för köparen vad garantin omfattar.',
    'Lär en ny medarbetare att stapla pallar.',
    'Provar ut skyddsskor tillsammans med kunden.',
    'Tar prov på poolvattnet varje morgon.',
    'Känner av temperaturen på nappflaskan mot handleden.',
    'Förstärker staketet med nya stolpar.',
    'Beskriver vad en medveten risk innebär vid klättring.',
    'Känner igen kunden och tilltalar hen med namn.',
    'Uppskattar avståndet till bilen framför.',
    'Frågar patienten om hen har förstått instruktionen.',
    'Lär kunden hur appen används.',
    'Känner efter knölar i djurets juver.',
    'Förklarar vad det innebär att vara medveten om sina fördomar.',
    'Verkställer beslutet om avstängning samma dag.',
    'Tänder gaslågan med tändare.',
    'Har kontrollerat bromsarna före avfärd.',
    'Har satt på sig skyddsglasögon innan maskinen startas.',
    'Uppskattar med hjälp av tumstock hur mycket list som går åt.',
    'Klarar smöret över låg värme.',
    'Väger in paketet på golvvågen.',
    'Vill kunden ha kvitto, skrivs det ut i kassan.',
  ])('is not seen in ”%s”', (text) => {
    expect(rulesFor(text)).not.toContain(RULE)
  })
})
