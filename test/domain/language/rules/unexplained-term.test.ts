import { rulesFor } from './rules-for.ts'

const RULE = 'vocabulary/unexplained-term'

describe('an unexplained term', () => {
  test.each([
    'Utför HLR på en docka i två minuter.',
    'Gör en SBAR-rapport vid skiftbytet.',
    'Fyller i ett CMR-dokument för en utrikes transport.',
    'Läser av EAN-koden med handskanner.',
    'Deltar i EHT och antecknar besluten.',
    'Berättar vad ADR innebär för en förare.',
    'Förbereder köket med mise en place före lunch.',
    'Bygger upp hyllan efter planogrammet.',
    'Anger vad som ska rapporteras enligt lex Sarah.',
    'Rapporterar till OAS vid tecken på urinvägsinfektion.',
    'Rengör ett GN-bleck.',
    'Använder lågaffektivt bemötande vid konflikter.',
    'Fyller i en riskbedömning enligt ROAG.',
    'Rapporterar enligt SBAR till sjuksköterskan.',
    'Beskriver vad OVK innebär för hyresgästen.',
    'Gör en ADL-bedömning tillsammans med arbetsterapeuten.',
    'Hanterar WMS-systemet vid inleverans.',
    'Förklarar skillnaden mellan HSL och SoL.',
    'Använder PPE vid saneringen.',
    'Serverar frukost på SÄBO.',
    'Ser över SBA-pärmen varje kvartal.',
    'Utför uppgifter på delegering av sjuksköterska.',
    'Meddelar fjtkl när spåret är fritt.',
    'Lunnar fram massaveden till vägen.',
    'Bakar bröd av poolish.',
    'Kopplar ihop vattnet med avhärdaren.',
    'Skriver protokoll i prx-systemet.',
  ])('is seen in ”%s”', (text) => {
    expect(rulesFor(text)).toContain(RULE)
  })

  test.each([
    'Hämtar en kaffe till gästen i TV-rummet.',
    'Legitimerar kunden med ID-kort eller körkort.',
    'Skickar bilden som PDF till kontoret.',
    'Ansluter USB-minnet till datorn.',
    'Bokar tid i kalendern via mejl eller SMS.',
    'Ställer klockan på rätt tid före kl. 7.',
    'Betalar parkeringen i appen med QR-koden på skylten.',
    'Trycker på knappen START.',
    'Sätter dekalen GIFT på dunken.',
    'Lägger etiketten LYFT på lådan.',
    'Packar tröjor i storlek XXL.',
    'Häller 2 msk olja och 1 tsk salt i skålen.',
    'Räknar antal st. i varje frp.',
  ])('is not seen in ”%s”', (text) => {
    expect(rulesFor(text)).not.toContain(RULE)
  })
})
