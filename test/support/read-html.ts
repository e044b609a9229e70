/** An element's start, as it stands in a page. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Its text, without that of tags. */
  readonly text: string
}

const VOID = new Set(['meta', 'link', 'br', 'wbr', 'input', 'img', 'hr'])
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** Text as a reader sees it. */
export function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** Every element of a page in order. Throws when tags do not match or an attribute is not quoted. */
export function elementsOf(page: string): Element[] {
  const found: { name: string; attributes: Record<string, string>; from: number; to: number }[] = []
  const open: typeof found = []
  for (const tag of page.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|<(?!!doctype)/giu,
  )) {
    const [whole, closing, name, given = '', selfClosed] = tag
    if (name === undefined) throw new Error(`not a tag: ${page.slice(tag.index, tag.index + 60)}`)
    if (closing) {
      const last = open.pop()
      if (last?.name !== name)
        throw new Error(`</${name}> closes <${last?.name}> at ${page.slice(tag.index - 80, tag.index)}`)
      last.to = tag.index
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, key = '', value = ''] of given.matchAll(/([\w:-]+)(?:="([^"]*)")?/gu)) {
      if (key in attributes) throw new Error(`${key} twice in ${whole}`)
      attributes[key] = unescape(value)
    }
    const from = tag.index + whole.length
    const element = { name, attributes, from, to: from }
    found.push(element)
    if (!selfClosed && !VOID.has(name)) open.push(element)
  }
  if (open.length > 0) throw new Error(`never closed: ${open.map(({ name }) => name).join(', ')}`)
  return found.map(({ name, attributes, from, to }) => ({
    name,
    attributes,
    text: textOf(page.slice(from, to)),
  }))
}

/** What a reader sees of a page, spaces folded. */
export function textOf(page: string): string {
  return unescape(page.replace(/<[^>]*>/gu, ' '))
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .trim()
}
