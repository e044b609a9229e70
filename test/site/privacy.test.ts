import type { Retention } from '../../schemas/types.ts'
import type { Config } from '../../server/config.ts'
import { startTestApp } from '../support/test-app.ts'
import { textOf } from '../support/read-html.ts'

const MAIL = { smtpUrl: 'smtp://localhost:1', from: 'a@exempel.example' }
const OPEN_ID = { issuer: 'http://localhost:1', clientId: 'x', clientSecret: 'y', name: 'Kommunkonto' }

/** What the page says in an installation that is set up like that. */
async function read(config: Partial<Config>, retention?: Retention): Promise<string> {
  const test = await startTestApp(config)
  if (retention) {
    const administrator = await test.signedIn()
    await administrator.patch('/api/v1/installation/settings').send({ retention }).expect(200)
  }
  const { text } = await test.stranger.get('/integritet').expect(200)
  await test.close()
  return textOf(text)
}

describe('the page about what is stored', () => {
  it('tells the times that the installation has', async () => {
    const text = await read({ mail: MAIL })
    expect(text).toContain('De som inte har någon roll kvar tas bort två år efter sin senaste inloggning.')
    expect(text).toContain('De som aldrig har loggat in tas bort 180 dagar efter')
    expect(text).toContain('Uppgiften om ett mejl tas bort efter 90 dagar.')
    expect(text).toContain('En inloggning gäller i 14 dagar')
  })

  it('tells what is held about those who take part in a workshop without an account, and for how long', async () => {
    const text = await read({})
    for (const sentence of [
      'Du behöver inget konto.',
      'Det behöver inte vara ditt riktiga namn.',
      'Namnet tas bort så snart du tas ut ur workshopen, annars 90 dagar efter att koden har slutat gälla.',
      'Deltagares namn tas bort 90 dagar efter att workshopens koder har slutat gälla.',
      'Säger vilken plats du har i en workshop',
      'Gäller i ett år och försvinner när du lämnar platsen.',
    ])
      expect(text).toContain(sentence)
  })

  it('tells what is held about those who sit on a panel, why, and what stays when they are removed', async () => {
    const text = await read({})
    for (const sentence of [
      'Det avgör vad du kan ta ställning till och hur det räknas.',
      'Ditt namn står på sidan om beslutet och i protokollet bara om du har sagt ja till det.',
      'Är du ensam om ditt perspektiv kan andra ändå förstå vad du har sagt.',
      'sparas lika länge som beslutet, alltså för alltid, så att det går att se vad beslutet vilar på',
      'finns din plats och det du har sagt kvar, utan namn, och räknas som förut',
    ])
      expect(text).toContain(sentence)
  })

  it('tells others as they are chosen, and none where there is none', async () => {
    const text = await read({}, { mailDays: 30, unansweredInvitationDays: null, inactivePersonDays: null })
    expect(text).toContain('De som inte har någon roll kvar finns kvar tills någon tar bort dem.')
    expect(text).toContain('De som aldrig har loggat in finns kvar tills någon tar bort dem.')
    expect(text).toContain('Uppgiften om ett mejl tas bort efter 30 dagar.')
  })

  it.each([
    [14, 'De 14 senaste sparas.'],
    [1, 'Den senaste sparas.'],
    [0, 'Programmet gör ingen säkerhetskopia om natten.'],
  ])('tells of backups where %i are kept', async (kept, sentence) => {
    expect(await read({ backups: { folder: '/tmp', kept } })).toContain(sentence)
  })

  it.each([
    ['nothing', {}, ['', '-person', '-till', '-seat']],
    ['mail', { mail: MAIL }, ['', '-person', '-mail', '-till', '-seat']],
    ['another sign-in', { openId: OPEN_ID }, ['', '-person', '-oidc', '-till', '-seat']],
    ['TLS', { baseUrl: 'https://profiler.example' }, ['', '-person', '-till', '-seat']],
  ])('names the cookies that there are with %s', async (what, config, endings) => {
    const text = await read(config)
    const named = [...new Set(text.match(/(?:__Host-)?profilverkstad(?:-\w+)?(?= )/gu))]
    const prefix = what === 'TLS' ? '__Host-' : ''
    expect(named).toEqual(endings.map((ending) => `${prefix}profilverkstad${ending}`))
  })

  it.each([
    ['profiler@assistans.example', 'Skriv till profiler@assistans.example'],
    ['', 'Fråga dem.'],
  ])('says whom to ask (%p)', async (contactEmail, sentence) => {
    expect(await read({ contactEmail })).toContain(sentence)
  })
})
