import { lintItem } from '../../../../server/domain/language/lint-item.ts'

const words = (count: number) => Array.from({ length: count }, (_, index) => `ord${index}`).join(' ')
const tooLong = (text: string) =>
  lintItem({ id: '', kind: 'criterion', text }).find(({ rule }) => rule === 'wording/too-long')

describe('a long text', () => {
  test.each([
    [25, undefined],
    [26, 'hint'],
    [40, 'hint'],
    [41, 'warning'],
  ])('of %i words gets: %s', (count, severity) => {
    expect(tooLong(words(count))?.severity).toBe(severity)
  })

  test('has what is beyond the limit marked', () => {
    const text = words(27)
    const finding = tooLong(text)
    expect(text.slice(finding?.start, finding?.end)).toBe('ord25 ord26')
  })
})
