import { SCHEMAS } from '../../contract.ts'
import { html, join, type Html, type Part } from '../html.ts'

export type Schema = Readonly<Record<string, unknown>>

/** A property as the table shows it; those of an object within it come after it, with its name before theirs. */
export type Property = {
  readonly name: string
  readonly isRequired: boolean
  readonly type: Part
  readonly limits: string
  readonly description: string
}

/** A schema that stands in a file of its own has a name; one that stands inside another has that one's. */
export type Placed = { readonly schema: Schema; readonly file: string }

const DEEPEST = 4

/** The properties of an object, or of the objects in a list, in the schema's order. */
export function propertiesOf({ schema, file }: Placed, prefix = '', depth = 0): Property[] {
  const required = (schema.required as readonly string[] | undefined) ?? []
  return Object.entries((schema.properties as Readonly<Record<string, Schema>> | undefined) ?? {}).flatMap(
    ([property, value]) => {
      const name = `${prefix}${property}`
      const there = settled({ schema: value, file })
      const inside = depth < DEEPEST ? insideOf(there) : undefined
      return [
        {
          name,
          isRequired: required.includes(property),
          type: typeInWords({ schema: value, file }),
          limits: limitsInWords(there.schema),
          description: words(value, 'description') || words(there.schema, 'description'),
        },
        ...(inside ? propertiesOf(inside.placed, `${name}${inside.mark}.`, depth + 1) : []),
      ]
    },
  )
}

/** The alternatives of a schema that is one of several things. */
export function alternativesOf({ schema, file }: Placed): Placed[] {
  const several = (schema.oneOf ?? schema.anyOf) as readonly Schema[] | undefined
  return several?.map((each) => ({ schema: each, file })) ?? []
}

/** What a value may be, with links to the schemas that have names. */
export function typeInWords({ schema, file }: Placed): Part {
  if (typeof schema.$ref === 'string') {
    const target = resolve(schema.$ref, file)
    return schema.$ref.includes('#') ? typeInWords(target) : schemaLink(target.file)
  }
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (Array.isArray(schema.enum)) {
    return join(
      schema.enum.map((value) => html`<code>${String(value)}</code>`),
      ' ',
    )
  }
  const several = alternativesOf({ schema, file })
  if (several.length > 0) return join(several.map(typeInWords), ' or ')
  if (schema.type === 'array')
    return html`list of ${typeInWords({ schema: (schema.items ?? {}) as Schema, file })}`
  if (Array.isArray(schema.type)) return schema.type.join(' or ')
  return typeof schema.type === 'string' ? schema.type : 'anything'
}

export function schemaLink(file: string): Html {
  const title = titleOf(file)
  return html`<a href="#${title}">${title}</a>`
}

export function titleOf(file: string): string {
  return words(SCHEMAS.get(file) ?? {}, 'title') || file
}

/** What a schema says of itself; empty where it says nothing. */
export function words(schema: Schema, keyword: 'title' | 'description'): string {
  const said = schema[keyword]
  return typeof said === 'string' ? said : ''
}

function limitsInWords(schema: Schema): string {
  const limits: [string, string][] = [
    ['format', 'format'],
    ['minLength', 'at least'],
    ['maxLength', 'at most'],
    ['minimum', 'from'],
    ['maximum', 'to'],
    ['minItems', 'at least'],
  ]
  const unit = schema.type === 'string' ? ' characters' : schema.type === 'array' ? ' items' : ''
  return limits
    .filter(([keyword]) => schema[keyword] !== undefined)
    .map(
      ([keyword, wording]) =>
        `${wording} ${String(schema[keyword])}${/^m..(?:Length|Items)$/u.test(keyword) ? unit : ''}`,
    )
    .join(', ')
}

/** The object whose properties are shown under a property: itself, the items of its list, or the one thing besides null. */
function insideOf(placed: Placed): { placed: Placed; mark: string } | undefined {
  const { schema, file } = placed
  if (schema.properties !== undefined) return { placed, mark: '' }
  if (schema.type === 'array') {
    const items = inline({ schema: (schema.items ?? {}) as Schema, file })
    return items?.schema.properties === undefined ? undefined : { placed: items, mark: '[]' }
  }
  const objects = alternativesOf(placed)
    .map(inline)
    .filter((each) => each?.schema.properties !== undefined)
  const [only] = objects
  return objects.length === 1 && only ? { placed: only, mark: '' } : undefined
}

/** The schema as it stands there; nothing for one with a name of its own, which is linked to and not shown inside another. */
export function inline(placed: Placed): Placed | undefined {
  const { $ref } = placed.schema
  return typeof $ref === 'string' && !$ref.includes('#') ? undefined : settled(placed)
}

function settled(placed: Placed): Placed {
  const { $ref } = placed.schema
  if (typeof $ref !== 'string' || !$ref.includes('#')) return placed
  return settled(resolve($ref, placed.file))
}

/** What a reference means, seen from a schema's file: `../module.schema.json#/properties/title`. */
function resolve(reference: string, from: string): Placed {
  const [address = '', pointer = ''] = reference.split('#')
  const file = address === '' ? from : fileOf(address, from)
  let schema: unknown = SCHEMAS.get(file) ?? {}
  for (const key of pointer.split('/').slice(1)) schema = (schema as Schema)[key]
  return { schema: (schema ?? {}) as Schema, file }
}

function fileOf(address: string, from: string): string {
  const name = address.replace('.schema.json', '')
  if (name.startsWith('../')) return name.slice(3)
  return from.startsWith('requests/') ? `requests/${name}` : name
}
