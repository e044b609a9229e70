import { rulesFor } from './rules-for.ts'

const RULE = 'title/protected'

const rules = (text: string) => rulesFor(text, { kind: 'profileTitle' })

describe('a protected occupational title', () => {
  test.each([
    'Undersköterska på vårdcentral',
    'Legitimerad apotekare',
    'Logoped',
    'Läkare',
    'Röntgensjuksköterska',
    'Skolpsykolog',
    'Receptarie på sjukhusapotek',
    'Hälso- och sjukvårdskurator',
    'Naprapat',
    'Audionom',
    'Fysioterapeut inom primärvård',
    'Specialistläkare',
    'Kiropraktor',
    'Undersköterska natt',
    'Veterinär',
    'Optiker',
    'Legitimerad psykoterapeut',
    'Tandläkare',
    'Sjukhusfysiker',
    'Sjuksköterska i elevhälsan',
    'Barnmorska på mödravård',
    'Ortopedingenjör',
    'Apotekare',
    'Arbetsterapeut',
    'Psykolog',
  ])('is seen in ”%s”', (title) => {
    expect(rules(title)).toContain(RULE)
  })

  test.each([
    'Läkarsekreterare',
    'Apotekstekniker',
    'Optikerassistent',
    'Stödassistent',
    'Djurvårdare',
    'Truckförare',
    'Elevassistent',
    'Barnskötare',
    'Psykiatriskötare',
    'Tandsköterska på specialistklinik',
    'Fysioterapibiträde',
    'Receptionist på läkarmottagning',
    'Biomedicinsk labbassistent',
    'Hemtjänstpersonal',
    'Vårdbiträde i hemtjänst',
    'Läkarmottagningens receptionist',
    'Skötare i psykiatri',
    'Tandteknikerbiträde',
    'Medicinsk sekreterare',
  ])('is not seen in ”%s”', (title) => {
    expect(rules(title)).not.toContain(RULE)
  })
})
