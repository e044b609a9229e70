import { elementsOf } from './read-html.ts'

/** That nothing in an answer runs: what looks like an attack stands there as words, if at all. */
export function expectHarmless(text: string): void {
  expect(text).not.toMatch(/<script>alert|<img src=x/iu)
  if (!text.startsWith('<')) return
  const elements = elementsOf(text)
  const running = elements
    .flatMap(({ attributes }) => Object.keys(attributes))
    .filter((name) => /^on/iu.test(name))
  const scripts = elements.filter(
    ({ name, attributes }) => name === 'script' && !attributes.src?.startsWith('/assets/'),
  )
  expect([running, scripts]).toEqual([[], []])
}
