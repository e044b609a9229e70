import { slugFrom } from '../../../server/domain/profile/new-profile.ts'

test.each([
  ['Personlig assistent', 'personlig-assistent'],
  ['Återvinningsarbetare (ÅVC)', 'atervinningsarbetare-avc'],
  ['  Kock & kallskänka  ', 'kock-kallskanka'],
  ['***', ''],
])('the address of “%s” is %s', (title, slug) => expect(slugFrom(title)).toBe(slug))
