const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu
/** Begins the number that stands for an id. In JSON it cannot occur, nor can a line break: both are escaped there. */
const MARK = '\u0001'
const NUMBER = /\u0001([0-9a-z]+);/gu

/**
 * JSON with each id written out once in a history and then referred to by its number, since a step says little besides
 * ids: the new ones on the first line, the rest on the second. Gives all ids that are known after it too.
 */
export function packIds(
  json: string,
  known: readonly string[],
): { readonly changes: string; readonly ids: readonly string[] } {
  const numbers = new Map(known.map((id, number) => [id, number]))
  const fresh: string[] = []
  const body = json.replace(ID, (id) => {
    const number = numbers.get(id) ?? known.length + fresh.length
    if (!numbers.has(id)) fresh.push(id)
    numbers.set(id, number)
    return `${MARK}${number.toString(36)};`
  })
  return { changes: `${fresh.join()}\n${body}`, ids: [...known, ...fresh] }
}

/** The JSON again. Throws where a number stands for nothing. */
export function unpackIds(
  packed: string,
  known: readonly string[],
): { readonly text: string; readonly ids: readonly string[] } {
  const end = packed.indexOf('\n')
  const ids = end > 0 ? [...known, ...packed.slice(0, end).split(',')] : known
  const text = packed.slice(end + 1).replace(NUMBER, (_, number: string) => {
    const id = ids[Number.parseInt(number, 36)]
    if (id === undefined) throw new Error(`a step of a history names the id ${number}, which is not in it`)
    return id
  })
  return { text, ids }
}
