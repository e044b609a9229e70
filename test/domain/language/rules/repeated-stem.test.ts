import { lintItem } from '../../../../server/domain/language/lint-item.ts'

const repeated = (text: string, stem = 'Deltagaren kan') =>
  lintItem({ id: '', kind: 'criterion', stem, text }).find(({ rule }) => rule === 'wording/repeated-stem')

describe('a repeated stem', () => {
  test.each([
    ['Deltagaren kan', 'Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', 'deltagaren kan byta kassarulle', 'byta kassarulle'],
    ['Deltagaren kan', 'Deltagaren byter kassarulle.', 'Byter kassarulle.'],
    ['Deltagaren kan', 'Deltagaren  kan\u00a0byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', 'Deltagaren kan deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', 'Individen ska kunna byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', '3. Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', '3. deltagaren kan byta kassarulle', 'byta kassarulle'],
    ['Deltagaren kan', 'b) Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', '4.1 Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', 'K2 – Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', '• Deltagaren kan byta kassarulle.', 'Byta kassarulle.'],
    ['Deltagaren kan', 'Den studerande kan byta kassarulle.', 'Byta kassarulle.'],
    ['Medarbetaren ska kunna', 'Medarbetaren ska kunna byta kassarulle.', 'Byta kassarulle.'],
    ['En lokalvårdare ska', 'En lokalvårdare ska byta kassarulle.', 'Byta kassarulle.'],
  ])('”%s” in ”%s” can be struck: ”%s”', (stem, text, struck) => {
    expect(repeated(text, stem)?.fix?.texts).toEqual([struck])
  })

  test.each([
    'Byter kassarulle.',
    'Kan byta kassarulle.',
    'Ska kunna byta kassarulle.',
    '3. Byter kassarulle.',
    '3 deltagare kan byta kassarulle.',
    'Hjälper deltagaren i gruppen.',
    'Kunden kan lita på att varan kommer.',
    'Deltagarlistan fylls i före passet.',
    'Deltagaren kan',
    'Deltagaren',
    '',
  ])('is not seen in ”%s”', (text) => {
    expect(repeated(text)).toBeUndefined()
  })

  test('is struck where the editor reads it', () => {
    expect(repeated('Deltagaren kan byta kassarulle.')).toMatchObject({
      start: 0,
      end: 14,
      message: 'Står redan i stammen',
      fix: { label: 'Stryk ”Deltagaren kan”' },
    })
  })
})
