import type { Page } from 'playwright-core'
import { invitePerson } from '../../server/usecases/people/register-people.ts'
import { changeSettings } from '../../server/usecases/installation/settings.ts'
import { handOverLink } from '../../server/usecases/people/sign-in-link.ts'
import { THE_PROGRAM } from '../../server/usecases/deps.ts'
import { EVERYTHING } from '../../server/domain/people/grants.ts'
import { startIssuer, type TestIssuer } from '../support/issuer.ts'
import { axeFindings, fitsItsWidth, PHONE, startJourney, type Journey } from '../support/journey.ts'

let issuer: TestIssuer
let journey: Journey
let page: Page
beforeAll(async () => {
  issuer = await startIssuer()
  journey = await startJourney({
    OIDC_ISSUER: issuer.config.issuer,
    OIDC_CLIENT_ID: issuer.config.clientId,
    OIDC_CLIENT_SECRET: issuer.config.clientSecret,
    OIDC_NAME: 'Kommunens inloggning',
  })
  await changeSettings(journey.context.deps, THE_PROGRAM, { passwords: true })
  await journey.context.installation.load()
  page = await journey.visitor({ viewport: PHONE })
  await plugInAuthenticator(page)
}, 60_000)
afterAll(async () => {
  await journey.close()
  await issuer.close()
})

/** A phone that can keep passkeys, and says that its owner has shown a finger. */
async function plugInAuthenticator(onPage: Page): Promise<void> {
  const devtools = await onPage.context().newCDPSession(onPage)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Somebody is registered, and gives the address of a link that lets them in. */
async function invite(name: string, email: string): Promise<string> {
  const { deps } = journey.context
  const invited = { name, email, organisationId: null, locale: 'sv', sendMail: false } as const
  const person = await invitePerson(deps, THE_PROGRAM, { ...invited, role: 'editor', scope: EVERYTHING })
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId: person.id })
  return `${journey.url}/logga-in/${token}`
}

async function signOut(): Promise<void> {
  await page.goto(`${journey.url}/logga-in`)
  await page.getByRole('button', { name: 'Logga ut' }).click()
  await page.goto(`${journey.url}/logga-in`)
}

test('in by a link and out again with the keyboard alone, on a phone', async () => {
  await page.goto(await invite('Karin Ek', 'karin.ek@assistans.example'))
  expect(await axeFindings(page)).toEqual([])
  await tabTo('Logga in')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/verkstad')
  await page.goto(`${journey.url}/logga-in`)
  await tabTo('Logga ut')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname === '/')
  await page.goto(`${journey.url}/konto`)
  await page.waitForURL('**/logga-in')
}, 60_000)

async function tabTo(name: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
  for (let presses = 0; presses < 30 && (await focused()) !== name; presses++)
    await page.keyboard.press('Tab')
  expect(await focused()).toBe(name)
}

test('a passkey is added, asked for after a link, and enough by itself', async () => {
  await page.goto(await invite('Amina Ali', 'amina@assistans.example'))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/verkstad')
  await page.goto(`${journey.url}/konto`)
  await page.getByRole('textbox', { name: 'Namn på en ny nyckel' }).fill('telefonen')
  await page.getByRole('button', { name: 'Lägg till nyckel' }).click()
  await page.getByText('Nyckeln är tillagd.').waitFor()
  await page.getByText('Kräv nyckel efter länk eller lösenord').click()
  await page.getByText('Sparat').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await expect(fitsItsWidth(page)).resolves.toBe(true)

  await signOut()
  await page.getByRole('button', { name: 'Logga in med nyckel' }).click()
  await page.waitForURL('**/verkstad')

  await signOut()
  const { deps } = journey.context
  const amina = await deps.storage.read(({ people }) => people.findByEmail('amina@assistans.example'))
  const { token } = await handOverLink(deps, THE_PROGRAM, { personId: amina?.id ?? '' })
  await page.goto(`${journey.url}/logga-in/${token}`)
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/nyckel')
  expect(await axeFindings(page)).toEqual([])
  expect((await page.request.get(`${journey.url}/api/v1/account`)).status()).toBe(401)
  await page.getByRole('button', { name: 'Logga in med nyckel' }).click()
  await page.waitForURL('**/verkstad')
  await signOut()
}, 60_000)

test('a password is chosen, is wrong once, and lets its owner in', async () => {
  await page.goto(await invite('Leila Berg', 'leila@assistans.example'))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/verkstad')
  await page.goto(`${journey.url}/konto`)
  await page.getByRole('textbox', { name: 'Nytt lösenord' }).fill('en mening som jag minns')
  await page.getByRole('button', { name: 'Välj lösenord' }).click()
  await page.getByText('Lösenordet gäller nu.').waitFor()
  await signOut()
  const password = page.getByRole('textbox', { name: 'Lösenord' })
  await page.locator('#password-email').fill('leila@assistans.example')
  await password.fill('en annan mening')
  await page.getByRole('button', { name: 'Logga in med lösenord' }).click()
  await page.getByRole('alert').filter({ hasText: 'hör inte ihop' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await expect(page.locator('#password-email').inputValue()).resolves.toBe('leila@assistans.example')
  await password.fill('en mening som jag minns')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/verkstad')
  await signOut()
}, 60_000)

test('the municipality’s sign-in lets in whom it vouches for, and says so in words to others', async () => {
  await invite('Siv Ny', 'siv.ny@assistans.example')
  issuer.accounts.set('siv', { sub: 's-1', email: 'siv.ny@assistans.example', email_verified: true })
  issuer.accounts.set('okand', { sub: 'o-1' })
  await byIssuer('okand')
  await page.getByRole('heading', { name: 'Vi känner inte igen dig' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.context().clearCookies()
  await byIssuer('siv')
  await page.waitForURL('**/verkstad')
  await page.goto(`${journey.url}/konto`)
  await page.getByText('Ditt konto är kopplat till Kommunens inloggning').waitFor()
}, 60_000)

test('an account is connected from within, and the page says that it went well, once', async () => {
  issuer.accounts.set('leila', { sub: 'l-1' })
  await page.context().clearCookies()
  await page.goto(await invite('Nora Lind', 'nora@assistans.example'))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.waitForURL('**/verkstad')
  await page.goto(`${journey.url}/konto`)
  await page.getByText('Koppla till Kommunens inloggning').click()
  await page.getByLabel('Konto').fill('leila')
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByText('Det gick bra. Nästa gång kan du logga in med Kommunens inloggning.').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.reload()
  await page.getByText('Ditt konto är kopplat till Kommunens inloggning').waitFor()
  expect(await page.getByText('Det gick bra.').count()).toBe(0)
}, 60_000)

async function byIssuer(account: string): Promise<void> {
  await page.goto(`${journey.url}/logga-in`)
  await page.getByRole('link', { name: 'Logga in med Kommunens inloggning' }).click()
  await page.getByLabel('Konto').fill(account)
  await page.getByRole('button', { name: 'Logga in' }).click()
}
