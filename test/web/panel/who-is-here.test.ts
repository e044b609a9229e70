import { isHere, nobodyHere, personHere } from '../../../web/panel/who-is-here.ts'

test.each([
  ['nobody is signed in', '', 'https:', null],
  ['somebody is', 'a=b; __Host-profilverkstad-person=anna; c=d', 'https:', 'anna'],
  ['somebody is, without TLS', 'profilverkstad-person=anna', 'http:', 'anna'],
  ['the name without its prefix came over TLS', 'profilverkstad-person=anna', 'https:', null],
  ['the cookie is empty', 'profilverkstad-person=', 'http:', null],
])('%s', (_when, cookies, protocol, person) => {
  expect(personHere(cookies, protocol)).toBe(person)
})

test.each(['http:', 'https:'])('over %s the cookie can be taken away', (protocol) => {
  expect(nobodyHere(protocol)).toMatch(
    protocol === 'https:'
      ? /^__Host-profilverkstad-person=; Max-Age=0; Path=\/; Secure$/u
      : /^profilverkstad-person=; Max-Age=0; Path=\/$/u,
  )
})

test.each(['http:', 'https:'])('over %s it can be set, and is found', (protocol) => {
  const cookie = isHere('anna', protocol)
  expect(personHere(cookie.split(';')[0] ?? '', protocol)).toBe('anna')
  expect(cookie.includes('Secure')).toBe(protocol === 'https:')
})
