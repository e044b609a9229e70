import fc from 'fast-check'
import { compose } from '../../server/mail/compose.ts'
import type { MailValues } from '../../server/mail/mail-parts.ts'
import { PANEL_MAILS } from './panel-values.ts'

const installation = {
  name: 'Yrkesprofiler Väst',
  baseUrl: 'https://profiler.example',
  contactEmail: 'fraga@profiler.example',
}
const address = 'https://profiler.example/logga-in/abc_DEF-123'
const KINDS = [
  { kind: 'sign-in-link', values: { address, minutes: '15' } },
  { kind: 'invitation', values: { address, hours: '72' } },
  { kind: 'rights-changed', values: { rights: 'Redaktör för Personlig assistent\nProcessledare' } },
  { kind: 'test', values: {} },
  ...PANEL_MAILS,
] as const

test('the sign-in link in Swedish says what it is, when it ends, that it works once, and what to do unasked', () => {
  const { subject, text } = compose('sign-in-link', 'sv', { address, minutes: '15' }, installation)
  expect(subject).toBe('Din länk till Yrkesprofiler Väst')
  expect(text).toBe(`Här är länken som loggar in dig i Yrkesprofiler Väst.

Logga in:
https://profiler.example/logga-in/abc_DEF-123

Länken öppnar en sida där du bekräftar att du vill logga in.

Länken gäller i 15 minuter från att mejlet skickades, och den går att
använda en gång.

Skicka inte länken vidare. Den som har den kommer in som du.

Har du inte bett om någon länk? Då kan du slänga mejlet. Ingen kommer in
utan länken.

-- 
Mejlet skickades automatiskt av Yrkesprofiler Väst,
https://profiler.example
Har du frågor? Skriv till fraga@profiler.example
`)
})

test.each([
  { locale: 'sv', kind: 'sign-in-link', subject: 'Din länk till Yrkesprofiler Väst' },
  { locale: 'en', kind: 'sign-in-link', subject: 'Your link to Yrkesprofiler Väst' },
  { locale: 'sv', kind: 'invitation', subject: 'Du är inbjuden till Yrkesprofiler Väst' },
  { locale: 'en', kind: 'invitation', subject: 'You are invited to Yrkesprofiler Väst' },
  { locale: 'sv', kind: 'rights-changed', subject: 'Dina roller i Yrkesprofiler Väst har ändrats' },
  { locale: 'en', kind: 'rights-changed', subject: 'Your roles in Yrkesprofiler Väst have changed' },
  { locale: 'sv', kind: 'test', subject: 'Provmejl från Yrkesprofiler Väst' },
  { locale: 'en', kind: 'test', subject: 'Test e-mail from Yrkesprofiler Väst' },
] as const)('$kind in $locale is about ”$subject”', ({ locale, kind, subject }) => {
  const { values } = KINDS.find((each) => each.kind === kind)!
  const composed = compose(kind, locale, values, installation)
  expect(composed.subject).toBe(subject)
  expect(composed.html).toContain(`<html lang="${locale}">`)
})

test.each([
  {
    kind: 'sign-in-link',
    values: { address, minutes: '1' },
    sv: 'i en minut från',
    en: 'for one minute from',
  },
  {
    kind: 'sign-in-link',
    values: { address, minutes: '60' },
    sv: 'i en timme från',
    en: 'for one hour from',
  },
  {
    kind: 'sign-in-link',
    values: { address, minutes: '90' },
    sv: 'i 90 minuter från',
    en: 'for 90 minutes from',
  },
  { kind: 'invitation', values: { address, hours: '8' }, sv: 'i 8 timmar från', en: 'for 8 hours from' },
  { kind: 'invitation', values: { address, hours: '24' }, sv: 'i ett dygn från', en: 'for one day from' },
  { kind: 'invitation', values: { address, hours: '72' }, sv: 'i 3 dygn från', en: 'for 3 days from' },
] as const)('$kind with $values says ”$sv”', ({ kind, values, sv, en }) => {
  expect(compose(kind, 'sv', values, installation).text).toContain(sv)
  expect(compose(kind, 'en', values, installation).text).toContain(en)
})

test('the roles that a person has now are a list', () => {
  const { text, html } = compose('rights-changed', 'sv', KINDS[2].values, installation)
  expect(text).toContain('- Redaktör för Personlig assistent\n- Processledare\n')
  expect(html).toContain('<li>Redaktör för Personlig assistent</li>\n<li>Processledare</li>')
})

test('a person who may do nothing any more hears first that what they wrote is still there, and gets no link', () => {
  const { text } = compose('rights-changed', 'sv', { rights: '' }, installation)
  expect(text.replace(/\s+/gu, ' ')).toContain(
    'inte längre någon roll i Yrkesprofiler Väst. Det du har skrivit finns kvar.',
  )
  expect(text).not.toContain('Öppna')
})

test('an installation without an address for questions invites none', () => {
  const { text, html } = compose('test', 'sv', {}, { ...installation, contactEmail: '' })
  expect(text).not.toContain('frågor')
  expect(html).not.toContain('frågor')
})

test.each(KINDS)('$kind says in HTML what it says in plain text', ({ kind, values }) => {
  const { text, html } = compose(kind, 'sv', values, installation)
  const words = (all: string) => all.replace(/[\s:-]+/gu, ' ').trim()
  const shown = html
    .replace(/<title>.*<\/title>/u, '')
    .replace(/<p>Går det inte att trycka[^<]*<br>/u, '')
    .replace(/<[^>]+>/gu, ' ')
  expect(words(shown)).toBe(words(text))
})

test.each(KINDS)('$kind fetches nothing from anywhere and runs nothing', ({ kind, values }) => {
  const { html } = compose(kind, 'sv', values, installation)
  expect(html).not.toMatch(/<(?:img|script|link|style|iframe|table|form)\b|\bsrc=|url\(|@import|\bon\w+=/iu)
})

test('the link of the HTML is also written out', () => {
  const { html } = compose('sign-in-link', 'sv', { address, minutes: '15' }, installation)
  expect(html).toContain(`href="${address}"`)
  expect(html).toContain(`>${address}</span>`)
})

test.each([
  { what: 'no link', values: { minutes: '15' }, why: 'the mail says address, and was given none' },
  {
    what: 'a link that is script',
    values: { address: 'javascript:alert(1)', minutes: '15' },
    why: 'the link is no web address',
  },
  {
    what: 'a link that leads nowhere',
    values: { address: 'http://', minutes: '15' },
    why: 'the link is no web address',
  },
])('a mail with $what is not written, and the link is not told', ({ values, why }) => {
  expect(() => compose('sign-in-link', 'sv', values as MailValues, installation)).toThrow(new Error(why))
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'Väst\r\nBcc: alla@example.com',
    'Väst\nX: y',
    '<script>alert(1)</script>',
    '"><img src=x onerror=1>',
    '{installation} {time} $& $1',
    '\u202Egnol',
  ),
)

test('no name breaks a subject in two, whatever it consists of', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...KINDS), (name, { kind, values }) => {
      const { subject } = compose(kind, 'sv', values, { ...installation, name })
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E]/u)
    }),
  )
})

test('no name and no right becomes HTML, whatever it consists of', () => {
  const tags = (html: string) => html.match(/<[a-z/!][^>]*>/giu)
  const plain = compose('rights-changed', 'sv', { rights: 'x' }, { ...installation, name: 'x' }).html
  fc.assert(
    fc.property(hostile, hostile, (name, right) => {
      const rights = `x${right.replace(/[\n\r]/gu, '')}`
      const { html } = compose('rights-changed', 'sv', { rights }, { ...installation, name })
      expect(tags(html)).toEqual(tags(plain))
    }),
  )
})

test('plain text keeps to 72 characters a line, save for words that are longer', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 40 }), (words) => {
      const { text } = compose('rights-changed', 'sv', { rights: words.join(' ') }, installation)
      const long = text.split('\n').filter((line) => line.length > 72)
      expect(long.filter((line) => line.replace(/^[- ] /u, '').includes(' '))).toEqual([])
    }),
  )
})
