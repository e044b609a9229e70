import type { Badge } from '../../../../web/workshop/board/badge.ts'
import { badgeInWords } from '../../../../web/workshop/screens/shell/badge-in-words.ts'

test.each<[Badge, string, string, string]>([
  [{ kind: 'on-server' }, 'ok', 'Sparat på servern', 'Sparat'],
  [{ kind: 'saving', isSlow: false }, 'calm', 'Sparar …', 'Sparar …'],
  [{ kind: 'waiting', count: 3 }, 'calm', '3 ändringar väntar', '3 väntar'],
  [{ kind: 'kept-here', count: 0 }, 'wait', 'Sparat i telefonen', 'I telefonen'],
  [{ kind: 'kept-here', count: 2 }, 'wait', 'Sparat i telefonen, 2 väntar', '2 väntar'],
  [{ kind: 'offline', minutes: 1, count: 0 }, 'wait', 'Utan nät i 1 minut', 'Utan nät'],
  [{ kind: 'offline', minutes: 4, count: 3 }, 'wait', 'Utan nät i 4 minuter, 3 väntar', '3 väntar på nät'],
  [{ kind: 'cannot-keep', count: 1 }, 'bad', 'Kan inte spara. Stäng inte sidan.', 'Kan inte spara'],
])('%j is %s: “%s”, in short “%s”', (badge, tone, long, short) => {
  expect(badgeInWords(badge, true)).toMatchObject({ tone, long, short })
})

test('only what the server has answered for is green or on the server', () => {
  const others: Badge[] = [
    { kind: 'saving', isSlow: true },
    { kind: 'waiting', count: 1 },
    { kind: 'kept-here', count: 1 },
    { kind: 'offline', minutes: 2, count: 1 },
    { kind: 'cannot-keep', count: 1 },
  ]
  for (const isPhone of [true, false])
    for (const badge of others) {
      const { tone, long } = badgeInWords(badge, isPhone)
      expect([tone, long]).not.toContain('ok')
      expect(long).not.toMatch(/servern/u)
    }
})
