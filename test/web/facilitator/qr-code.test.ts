import { qrPath } from '../../../web/facilitator/qr-code.ts'

test('a code is one path of bars that stay within it, and the same address is the same code', () => {
  const { path, side } = qrPath('https://profil.example/med/K7M4PX')
  expect(side).toBe(29)
  const bars = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/gu)].map((bar) => bar.slice(1).map(Number))
  expect(bars.map((bar) => `M${bar[0]} ${bar[1]}h${bar[2]}v1h-${bar[3]}z`).join('')).toBe(path)
  expect(bars.every(([x = 0, y = 0, width = 0]) => x + width <= side && y < side)).toBe(true)
  // The three corners that a reader finds it by begin with a bar of seven.
  expect(path).toContain('M0 0h7v1')
  expect(path).toContain(`M${side - 7} 0h7v1`)
  expect(path).toContain(`M0 ${side - 7}h7v1`)
  expect(qrPath('https://profil.example/med/K7M4PX').path).toBe(path)
})
