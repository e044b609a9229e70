import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import settings from '../../../../server/domain/installation/default-settings.json' with { type: 'json' }
import perspectives from '../../../../server/domain/review/in-words/perspectives.sv.json' with { type: 'json' }
import sentences from '../../../../server/domain/review/in-words/sentences.sv.json' with { type: 'json' }
import { repositoryRoot } from '../../../../server/repository-root.ts'

const folder = path.join(repositoryRoot(), 'server/domain/review/in-words')

type Texts = { readonly [key: string]: string | Texts }

function leaves(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key} `),
  )
}

const read = (file: string) => leaves(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Texts)

describe.each(['sentences', 'perspectives', 'numbers'])('the catalogue of %s', (name) => {
  const [swedish, english] = [read(`${name}.sv.json`), read(`${name}.en.json`)]

  test('has the same texts with the same gaps in both languages', () => {
    const gaps = (texts: typeof swedish) =>
      Object.fromEntries(texts.map(([key, text]) => [key, text.match(/\{\w+\}/gu)?.sort() ?? []]))
    expect(gaps(english)).toEqual(gaps(swedish))
  })

  test('has no empty text, straight quotes or exclamation marks', () => {
    expect([...swedish, ...english].filter(([, text]) => text.trim() === '' || /["'!]/u.test(text))).toEqual(
      [],
    )
  })
})

test('each perspective that comes with the product has its forms', () => {
  const ids = [perspectives.people, perspectives.bodies].flatMap((forms) => Object.keys(forms))
  expect(ids.sort()).toEqual(settings.perspectives.map(({ id }) => id).sort())
})

test('each sentence is said somewhere', () => {
  const code = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const unsaid = Object.keys(sentences).filter((key) => {
    const stem = key.replace(/\.(?:one|other)$/u, '')
    return !code.includes(`'${key}'`) && !code.includes(`'${stem}'`) && !/\.(?:people|from)$/u.test(key)
  })
  expect(unsaid).toEqual([])
})
