import { actOf } from '../../../../web/panel/acts/member-acts.ts'
import { does } from '../desk/desk-in-short.ts'

test.each([
  ['a position', does.says('agree', 'part', 'M1'), 'POST /reviews/review/positions', true],
  ['a rating', does.rates('M1', 4), 'PUT /reviews/review/ratings', true],
  ['a remark', does.remarks('a', 'Så här.'), 'POST /reviews/review/remarks', true],
  ['taking one back', does.withdraws('r1'), 'POST /reviews/review/remarks/r1/withdrawal', false],
  ['a confirmation', does.confirms('am1', true), 'PUT /reviews/review/amendments/am1/confirmation', true],
  ['an answer to a summons', does.comes('m1'), 'PUT /reviews/review/meetings/m1/attendance', false],
  ['consent to a name', does.isNamed(true), 'PUT /reviews/review/me/name', false],
])(
  '%s goes where the server takes it, with its id where it could otherwise be done twice',
  (_, act, to, hasId) => {
    expect(`${act.method} ${act.path}`).toBe(to)
    expect(act.body.id).toBe(hasId ? act.id : undefined)
  },
)

test('an act is read as what it is, and as nothing else', () => {
  const act = does.confirms('am1', false)
  expect(actOf('confirmation', act)).toMatchObject({ amendmentId: 'am1', confirms: false })
  expect(actOf('position', act)).toBeNull()
})
