/** Makes schemas/types.ts out of the JSON Schemas. `--check` only says whether the committed file is fresh. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from 'json-schema-to-typescript'
import { format } from 'prettier'

const folder = path.join(import.meta.dirname, '../schemas')
const target = path.join(folder, 'types.ts')

type Node = Record<string, unknown>
const read = (file: string) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Node

/**
 * A `$ref` to a titled schema becomes the name of its type (the compiler would otherwise write the type again for
 * every place that describes it in words of its own); a `$ref` to a part without a title becomes what stands there.
 * A part that says nothing but a description may be any value.
 */
function named(node: unknown, file: string, writtenElsewhere = false): unknown {
  if (Array.isArray(node)) return node.map((part) => named(part, file, writtenElsewhere))
  if (node === null || typeof node !== 'object') return node
  const { $ref, ...own } = node as Node
  if (typeof $ref === 'string') {
    const [other, pointer = ''] = $ref.split('#')
    const targetFile = other ? path.join(path.dirname(file), other) : file
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<Node>((at, key) => at[key] as Node, read(targetFile))
    return { ...(named(found, targetFile, true) as Node), ...own }
  }
  if (Object.keys(own).join() === 'description') return { ...own, tsType: 'unknown' }
  if (writtenElsewhere && typeof own.title === 'string') return { tsType: own.title }
  return Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, named(value, file, writtenElsewhere)]),
  )
}

/** The titles of the types that are written where they are described. */
function titlesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(titlesIn)
  if (node === null || typeof node !== 'object') return []
  const { title, ...rest } = node as Node
  return [...(typeof title === 'string' ? [title] : []), ...Object.values(rest).flatMap(titlesIn)]
}

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort()

const types = []
const titled = new Set<string>()
for (const file of files) {
  const { $defs = {}, ...schema } = read(file)
  for (const part of [...Object.values($defs as object), schema] as Node[]) {
    const { $id: _id, $schema: _schema, ...plain } = named(part, file) as Node
    const options = {
      bannerComment: '',
      additionalProperties: false,
      format: false,
      ignoreMinAndMaxItems: true,
    }
    // Two of one name would be merged into a third that neither schema knows.
    for (const title of titlesIn(plain)) {
      if (titled.has(title)) throw new Error(`${file} has a second type called ${title}`)
      titled.add(title)
    }
    types.push(await compile(plain, String(part.title), options))
  }
}

const banner =
  '/* Generated from the JSON Schemas in this folder by `npm run generate`. Change them, not this. */\n\n'
const style = { parser: 'typescript', semi: false, singleQuote: true, printWidth: 110 }
const text = await format(banner + types.join('\n'), style)

if (!process.argv.includes('--check')) writeFileSync(target, text)
else if (readFileSync(target, 'utf8') !== text) {
  console.error('schemas/types.ts is not what the schemas say. Run `npm run generate`.')
  process.exitCode = 1
}
