import * as Y from 'yjs'
import { BOARD_PARTS, isId, MOST_LETTERS, type PartForm } from '../../server/domain/workshop/board-form.ts'
import type { Writers } from '../../server/board/writers.ts'

/**
 * What stands on a board and is not of its form, read from the raw document and not by what reads boards: also what
 * stands where nobody looks, and in another's name.
 */
export function foreignOn(
  doc: Y.Doc,
  writers: Writers,
  seats: readonly { readonly seatId: string; readonly hand: string }[],
): string[] {
  const foreign: string[] = []
  const handOf = (item: Y.Item) => seats.find(({ seatId }) => seatId === writers.seatOf(item.id.client))?.hand
  for (const [name, root] of doc.share) {
    const form: PartForm | undefined = (BOARD_PARTS as Record<string, PartForm>)[name]
    if (!form) foreign.push(`part ${name}`)
    if (root._start !== null) foreign.push(`list in ${name}`)
    if (!form) continue
    for (const [key, item] of root._map) {
      if (item.deleted) continue
      const hand = handOf(item)
      if (hand === undefined) foreign.push(`nobody's ${name}/${key}`)
      if (form.kind === 'values') {
        const [value] = item.content.getContent() as unknown[]
        if (!(item.content instanceof Y.ContentAny) || !form.fits(value)) foreign.push(`value ${name}/${key}`)
        if (!form.mayWrite(key, hand ?? '')) foreign.push(`another's ${name}/${key}`)
        continue
      }
      const thing = item.content instanceof Y.ContentType ? item.content.type : undefined
      if (!isId(key) || thing?.constructor !== Y.Map) foreign.push(`thing ${name}/${key}`)
      if (!thing) continue
      if (thing._start !== null) foreign.push(`list in ${name}/${key}`)
      for (const [field, each] of thing._map) {
        if (each.deleted) continue
        const at = `${name}/${key}/${field}`
        const fieldForm = Object.hasOwn(form.fields, field) ? form.fields[field] : undefined
        if (!fieldForm) foreign.push(`field ${at}`)
        const isMakers = form.byMaker.includes(field)
        if (isMakers && handOf(each) !== hand) foreign.push(`another's ${at}`)
        if (field === 'by' && each.content.getContent()[0] !== hand) foreign.push(`name on ${at}`)
        if (fieldForm?.kind === 'value') {
          const values = each.content.getContent() as unknown[]
          if (!(each.content instanceof Y.ContentAny) || !fieldForm.fits(values.at(-1)))
            foreign.push(`value ${at}`)
        }
        if (fieldForm?.kind === 'text')
          foreign.push(...foreignInText(each, at, isMakers ? hand : undefined, handOf))
      }
    }
  }
  return foreign
}

function foreignInText(
  holder: Y.Item,
  at: string,
  hand: string | undefined,
  handOf: (item: Y.Item) => string | undefined,
): string[] {
  const text = holder.content instanceof Y.ContentType ? holder.content.type : undefined
  if (!(text instanceof Y.Text) || text.constructor !== Y.Text) return [`text ${at}`]
  const foreign = text._map.size > 0 ? [`attributes on ${at}`] : []
  if (text.length > MOST_LETTERS) foreign.push(`${text.length} letters in ${at}`)
  for (let item = text._start; item !== null; item = item.right) {
    if (item.parent !== text) foreign.push(`a stranger in ${at}`)
    if (!(item.content instanceof Y.ContentString) && !(item.content instanceof Y.ContentDeleted))
      foreign.push(`content in ${at}`)
    if (hand !== undefined && !item.deleted && handOf(item) !== hand)
      foreign.push(`another's letters in ${at}`)
  }
  return foreign
}
