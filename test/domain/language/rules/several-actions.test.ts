import { rulesFor } from './rules-for.ts'

const RULE = 'wording/several-actions'

describe('several actions', () => {
  test.each([
    'Plockar ordern och packar den i rätt kartong enligt följesedeln.',
    'Mäter upp virket samt kapar det på geringssågen.',
    'skalar och skivar grönsaker till salladsbuffén',
    'Tömmer papperskorgarna, torkar av borden och fyller på tvål.',
    'Lyssnar på kunden och föreslår en lösning.',
    'Deltagaren kan backa släpet och koppla loss det.',
    'Hjälper barnet att klä på sig och packar väskan.',
    'Kontrollerar däcktrycket innan turen börjar och antecknar värdet i körjournalen.',
    'Beställer varor utifrån prognosen eller flyttar lager mellan butikerna.',
    'Informerar om menyn, tar upp beställningen och dukar bordet.',
    'Stänger av vattnet när ett rör läcker och ringer rörmokaren.',
    'Rengöra skärmaskinen och montera ihop den igen.',
    'Byter filter som är igensatta och rapporterar bytet i systemet.',
    'Deltar i morgonmötet och berättar vad som hände under natten.',
    'Kan sadla och tränsa hästen.',
    'Tar emot kallelsen och bokar en ny tid.',
    'Packar upp varorna, kontrollerar datum och ställer dem i hyllan.',
    'Sopar golvet samt tömmer askkopparna.',
    'Deltagaren kan mäta, kapa och montera en golvlist.',
    'Läser av mätaren och skriver upp värdet.',
    'Rapporterar tillbudet till chefen eller fyller i blanketten.',
    'Kan byta blöja och tvätta barnet.',
    'Hjälper patienten upp ur sängen och följer hen till matsalen.',
    'Analyserar felet och åtgärdar det inom en timme.',
    'Frågar kunden vad den söker och visar vägen till hyllan.',
    'Kontrollerar att alla bälten är låsta och startar karusellen.',
  ])('are seen in ”%s”', (text) => {
    expect(rulesFor(text)).toContain(RULE)
  })

  test.each([
    'Visar hur man knyter och lossar en pålstek.',
    'Serverar mat och dryck till samtliga gäster.',
    'Berättar varför ventilen stängs och öppnas i en viss ordning.',
    'Frågar om gästen vill äta inne eller sitta ute.',
    'Väntar tills bussen har stannat och dörrarna är öppna.',
    'Hjälper kunder som letar eller undrar över något.',
    'Ser till att barnen äter och dricker under utflykten.',
    'Spikar fast lister och socklar längs hela väggen.',
    'Lägger skruvar och muttrar i separata lådor.',
    'Använder handskar för att skydda huden och undvika smitta.',
    'Ger exempel på lagar och regler som gäller på en byggplats.',
    'Byter däck och bromsbelägg på en lätt lastbil.',
    'Svarar artigt utan att höja rösten eller avbryta kunden.',
    'Märker upp öppnade och överblivna förpackningar med datum.',
    'Plockar upp leksaker och böcker från golvet.',
    'Larmar när någon faller eller skadar sig på byggplatsen.',
    'Torkar av bänkar och hyllor varje kväll.',
    'Sköter kylar och frysar enligt schemat.',
    'Beskriver hur en leverans tas emot, kontrolleras och ställs in.',
    'Fyller i tid, plats och väder i körjournalen.',
    'Anger vilka maskiner som kräver körkort och vilka som inte gör det.',
    'Hälsar på barn och vuxna när de kommer.',
    'Beskriver hur man öppnar och stänger kassan.',
    'Ser till att gästerna har lakan och handdukar.',
    'Berättar vad man gör om bilen sladdar eller får punktering.',
    'Svarar på frågor om priser, storlekar och färger.',
  ])('are not seen in ”%s”', (text) => {
    expect(rulesFor(text)).not.toContain(RULE)
  })
})
