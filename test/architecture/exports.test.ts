import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../../server/repository-root.ts'

const root = repositoryRoot()
const files = ['server', 'web', 'schemas', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs)$/u.test(file))
    .map((file) => path.join(folder, file)),
)
const texts = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))

/** The generated types are the contract, used or not. */
const isOurs = (file: string) => /^(?:server|web)\//u.test(file)

test('nothing is exported that no other file uses', () => {
  const unused = [...texts]
    .filter(([file]) => isOurs(file))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^export (?:abstract )?(?:async )?(?:function\*?|const) (\w+)/gmu)]
        .map(([, name = '']) => name)
        .filter(
          (name) =>
            ![...texts].some(([other, its]) => other !== file && new RegExp(`\\b${name}\\b`, 'u').test(its)),
        )
        .map((name) => `${file}: ${name}`),
    )
  expect(unused).toEqual([])
})
