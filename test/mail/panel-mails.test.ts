import { compose } from '../../server/mail/compose.ts'
import type { MailValues } from '../../server/mail/mail-parts.ts'
import type { MailKind } from '../../server/storage/people-port.ts'
import { PANEL_MAILS } from './panel-values.ts'

const installation = { name: 'Yrkesprofiler Väst', baseUrl: 'https://profiler.example', contactEmail: '' }
const page = 'https://profiler.example/panel/1'
const write = (kind: MailKind, values: MailValues, locale: 'sv' | 'en' = 'sv') => {
  const { subject, text } = compose(
    kind,
    locale,
    { title: 'Boendestödjare', address: page, ...values },
    installation,
  )
  return { subject, text: text.replace(/\s+/gu, ' ') }
}

test.each<{ kind: MailKind; values: MailValues; sv: string; en: string }>([
  {
    kind: 'composition-proposed',
    values: { count: '9' },
    sv: 'Förslag till panel: Boendestödjare',
    en: 'Proposed panel: Boendestödjare',
  },
  {
    kind: 'composition-answered',
    values: { outcome: 'approved' },
    sv: 'Panelen är godkänd: Boendestödjare',
    en: 'The panel is approved: Boendestödjare',
  },
  {
    kind: 'composition-answered',
    values: { outcome: 'changes' },
    sv: 'Styrgruppen vill ändra panelen: Boendestödjare',
    en: 'The steering group wants to change the panel: Boendestödjare',
  },
  {
    kind: 'review-opened',
    values: { round: '1', minutes: '60', answerBy: '' },
    sv: 'Panelen börjar: Boendestödjare',
    en: 'The panel begins: Boendestödjare',
  },
  {
    kind: 'review-opened',
    values: { round: '2', minutes: '10', answerBy: '' },
    sv: 'Omgång 2 i panelen: Boendestödjare',
    en: 'Round 2 in the panel: Boendestödjare',
  },
  {
    kind: 'remark-settled',
    values: { count: '1' },
    sv: 'Svar på din synpunkt: Boendestödjare',
    en: 'An answer to your remark: Boendestödjare',
  },
  {
    kind: 'remark-settled',
    values: { count: '3' },
    sv: 'Svar på dina synpunkter: Boendestödjare',
    en: 'Answers to your remarks: Boendestödjare',
  },
  {
    kind: 'review-due',
    values: { version: '1.1.0', when: '1 mars 2027', kind: 'look' },
    sv: 'Dags att titta igenom: Boendestödjare',
    en: 'Time to look through: Boendestödjare',
  },
  {
    kind: 'review-due',
    values: { version: '1.1.0', when: '1 mars 2030', kind: 'review' },
    sv: 'Dags att relevanssäkra: Boendestödjare',
    en: 'Time for a relevance review: Boendestödjare',
  },
  {
    kind: 'panel-decided',
    values: { outcome: 'approved' },
    sv: 'Godkänd av panelen: Boendestödjare',
    en: 'Approved by the panel: Boendestödjare',
  },
  {
    kind: 'panel-decided',
    values: { outcome: 'changesRequested' },
    sv: 'Panelen vill ha ändringar: Boendestödjare',
    en: 'The panel wants changes: Boendestödjare',
  },
  {
    kind: 'panel-decided',
    values: { outcome: 'declined' },
    sv: 'Inte godkänd av panelen: Boendestödjare',
    en: 'Not approved by the panel: Boendestödjare',
  },
])('$kind with $values is about ”$sv”', ({ kind, values, sv, en }) => {
  expect(write(kind, values).subject).toBe(sv)
  expect(write(kind, values, 'en').subject).toBe(en)
})

test.each(PANEL_MAILS)(
  '$kind with $values.outcome names its profile and leads there, in both languages',
  (row) => {
    for (const locale of ['sv', 'en'] as const) {
      const { subject, text } = compose(row.kind, locale, row.values, installation)
      expect(subject).toContain('Personlig assistent')
      expect(text.replace(/\s+/gu, ' ')).toContain('Personlig assistent')
      expect(text).toContain(`\n${row.values['address']}\n`)
      expect(subject + text).not.toMatch(/\{\w+\}|undefined/u)
    }
  },
)

test('a reminder says what is left, how long it takes and when the panel meets, and first that what was answered is saved', () => {
  const values = { left: 'två moduler', minutes: '20', when: 'onsdag 21 oktober 2026 kl. 9.00–12.30' }
  const { text } = write('panel-reminder', values)
  expect(text).toMatch(/är sparat.*Kvar för dig: två moduler.*ungefär 20 minuter/u)
  expect(text).toContain('Panelen möts onsdag 21 oktober 2026 kl. 9.00–12.30.')
  expect(write('panel-reminder', { ...values, when: '' }).text).not.toContain('möts')
})

test('a reminder of a summons says when the panel meets, and by when to answer where a day is set', () => {
  const values = { asks: 'summons', when: 'onsdag 21 oktober 2026 kl. 9.00–12.30', answerBy: '14 oktober' }
  const { text } = write('panel-reminder', values)
  expect(text).toMatch(/Panelen möts onsdag 21 oktober 2026 kl. 9.00–12.30 om.*Svara senast 14 oktober\./u)
  expect(write('panel-reminder', { ...values, answerBy: '' }).text).not.toContain('senast')
})

test.each([
  { changed: '1', says: 'Ett svar har ändrats' },
  { changed: '2', says: '2 svar har ändrats' },
])('an answer to remarks tells of $changed that had another answer first', ({ changed, says }) => {
  expect(write('remark-settled', { count: '3', changed }).text).toContain(says)
  expect(write('remark-settled', { count: '3', changed: '0' }).text).not.toContain('har ändrats')
})

test.each([
  { days: '1', says: 'Den gäller i ett dygn från' },
  { days: '14', says: 'Den gäller i 14 dygn från' },
])('a link that signs its reader in for $days days says so', ({ days, says }) => {
  expect(write('panel-decided', { outcome: 'approved', days }).text).toContain(says)
})

test.each([{}, { days: '' }])('a link that signs nobody in says nothing of that: %j', (values) => {
  expect(write('panel-decided', { outcome: 'approved', ...values }).text).not.toContain('bara din')
})

test('a round that need not be answered by any day names none', () => {
  const values = { round: '1', minutes: '60' }
  expect(write('review-opened', { ...values, answerBy: '12 oktober' }).text).toContain(
    'Svara senast 12 oktober.',
  )
  expect(write('review-opened', { ...values, answerBy: '' }).text).not.toContain('senast')
})

test.each<{ kind: MailKind; values: MailValues; why: string }>([
  { kind: 'panel-decided', values: { outcome: 'perhaps' }, why: 'the mail has no words for that outcome' },
  {
    kind: 'review-due',
    values: { kind: 'x', version: '1', when: '' },
    why: 'the mail has no words for that kind',
  },
  { kind: 'remark-settled', values: { count: 'många' }, why: 'the mail counts count, which is no number' },
  { kind: 'remark-settled', values: {}, why: 'the mail says count, and was given none' },
])('$kind with $values is not written', ({ kind, values, why }) => {
  expect(() => write(kind, values)).toThrow(new Error(why))
})
