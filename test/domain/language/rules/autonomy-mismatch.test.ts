import { rulesFor } from './rules-for.ts'

const RULE = 'level/autonomy-mismatch'

describe('guidance at a high level', () => {
  test.each([
    [4, 'Monterar en elcentral under handledning.'],
    [5, 'Under handledning av platschefen upprättar hen en arbetsmiljöplan.'],
    [4, 'Genomför utvecklingssamtal delvis under handledning.'],
    [4, 'Kör mobilkran under ständig handledning av en certifierad förare.'],
    [4, 'Deltagaren kan under direkt handledning ta bort stygn.'],
    [4, 'Opererar in märkchip på smådjur under handledning av veterinär.'],
    [5, 'Fattar beslut om bemanning under handledning.'],
    [4, 'Injusterar värmesystemet under viss handledning.'],
    [4, 'Sköter växeln under handledning den första veckan.'],
    [4, 'Under erfaren personals handledning sövs hunden.'],
    [4, 'Svetsar rör åt en kund under handledning.'],
    [4, 'Hjälper en boende att duscha under handledning.'],
    [4, 'Beskriver hur hen svetsar under handledning.'],
    [4, 'Ser till att jobbet blir klart under handledning.'],
    [4, 'Förklarar för kunden att arbetet sker under handledning.'],
  ])('is seen at level %i in ”%s”', (seqfLevel, text) => {
    expect(rulesFor(text, { seqfLevel })).toContain(RULE)
  })

  test.each([
    [4, 'Beskriver vad en praktikant får göra under handledning.'],
    [4, 'Ger handledning till två praktikanter i taget.'],
    [4, 'Antecknar de frågor som kom upp under handledningen.'],
    [3, 'Svetsar en stumfog under handledning.'],
    [4, 'Avgör när en lärling kan kapa utan att stå under handledning.'],
    [4, 'Sköter pannan på egen hand, inte längre under handledning.'],
    [4, 'Handleder två elever.'],
    [4, 'Planerar vilka moment en lärling ska göra under handledning.'],
    [4, 'Ger återkoppling under handledningssamtal.'],
    [3, 'Klipper häcken under handledning.'],
    [4, 'Arbetar utan handledning med enklare service.'],
    [4, 'Tar upp svåra fall under handledningen med psykologen.'],
    [4, 'Låter eleven mäta upp dosen under handledning.'],
    [4, 'Ber lärlingen att backa släpet under handledning.'],
    [4, 'Instruerar en lärling som svarvar under handledning.'],
    [4, 'Beskriver hur nya chaufförer övar backning under handledning.'],
    [4, 'Avgör vilka moment som utförs under handledning.'],
    [4, 'Lägger protokollet under fliken Handledning.'],
    [4, 'Antecknar vad som sägs under dagens handledning.'],
    [4, 'Planerar lärlingens vecka så att varje lyft sker under handledning.'],
    [4, 'Ser till att praktikantens första klippning görs under handledning.'],
    [4, 'Ser till att lärlingen svarvar under handledning.'],
  ])('is not seen at level %i in ”%s”', (seqfLevel, text) => {
    expect(rulesFor(text, { seqfLevel })).not.toContain(RULE)
  })
})
