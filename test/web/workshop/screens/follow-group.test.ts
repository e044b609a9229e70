import {
  groupMoved,
  lookAt,
  startWith,
  writingLeft,
} from '../../../../web/workshop/screens/shell/follow-group.ts'

test('everybody is moved when the group is', () => {
  expect(groupMoved(startWith('collect'), 'sort', false)).toEqual(startWith('sort'))
})

test('whoever looks at another phase is fetched to the group too', () => {
  expect(groupMoved(lookAt(startWith('collect'), 'word'), 'sort', false)).toEqual(startWith('sort'))
})

test('whoever is in the middle of a text is told, stays, and comes along when it is left', () => {
  const behind = groupMoved(startWith('collect'), 'sort', true)
  expect(behind).toEqual({ shown: 'collect', group: 'sort', isBehind: true })
  expect(writingLeft(behind)).toEqual(startWith('sort'))
})

test('whoever looks around by themselves is not taken away from there by leaving a field', () => {
  const looking = lookAt(startWith('sort'), 'collect')
  expect(writingLeft(looking)).toBe(looking)
})

test('the same phase again changes nothing', () => {
  const looking = lookAt(startWith('sort'), 'collect')
  expect(groupMoved(looking, 'sort', false)).toBe(looking)
})

test('whoever is behind and goes there by themselves is behind no more', () => {
  expect(lookAt(groupMoved(startWith('collect'), 'sort', true), 'sort')).toEqual(startWith('sort'))
})
