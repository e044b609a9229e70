import fc from 'fast-check'
import { isPersonalNumber } from '../../../server/domain/people/personal-number.ts'

// Made up, with the birth numbers 980-999 that Skatteverket keeps for tests; 701063-2391 is its own printed example.
test.each([
  ['ten digits', '9001019802'],
  ['ten digits and a hyphen', '900101-9802'],
  ['twelve digits', '199001019802'],
  ['twelve digits and a hyphen', '19900101-9802'],
  ['somebody who has turned 100', '121212+9801'],
  ['somebody born in the century before last', '18900101-9802'],
  ['somebody born in this century', '20120101-9807'],
  ['a leap day', '20040229-9838'],
  ['the leap day of a century that has one', '20000229-9824'],
  ['a leap day whose century is not said', '000229-9824'],
  ['a co-ordination number', '701063-2391'],
  ['a co-ordination number with its century', '19850675-9854'],
  ['a co-ordination number for the last of the month', '900191-9803'],
  ['one with space around it', ' 900101-9802 '],
])('a personal number is known: %s', (_, text) => expect(isPersonalNumber(text)).toBe(true))

test.each([
  ['nothing', ''],
  ['a wrong check digit', '900101-9803'],
  ['two digits in each other’s place', '901001-9802'],
  ['a thirteenth month', '901301-9808'],
  ['month 00', '900015-9807'],
  ['day 00', '900100-9803'],
  ['day 32', '900132-9805'],
  ['day 92', '900192-9802'],
  ['29 February in a year that is no leap year', '230229-9801'],
  ['29 February 1900, which was not', '19000229-9824'],
  ['the first century', '009001019802'],
  ['a century to come', '219001019802'],
  ['eleven digits', '90010198021'],
  ['the hyphen in the wrong place', '9001-019802'],
  ['two hyphens', '900101--9802'],
  ['a longer number with one in it', '1009001019802'],
  ['letters', 'karin-9802'],
  ['a UUID', '019f3b0a-7c1e-7d22-9b1a-199001019802'],
  ['digits of another script', '٩٠٠١٠١٩٨٠٢'],
])('no personal number: %s', (_, text) => expect(isPersonalNumber(text)).toBe(false))

test('of ten numbers that differ in the check digit alone, one is a personal number', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 999 }), (day, birthNumber) => {
      const nine = `${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(birthNumber).padStart(3, '0')}`
      const known = Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).filter(isPersonalNumber)
      expect(known).toHaveLength(1)
    }),
  )
})

test('a single wrong digit is always found', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const digits = '9001019802'.split('')
      digits[place] = String((Number(digits[place]) + step) % 10)
      expect(isPersonalNumber(digits.join(''))).toBe(false)
    }),
  )
})
