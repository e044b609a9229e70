import type { CompiledRow } from '../../schemas/types.ts'
import { fitChoice, type Choice } from './row-choice.ts'

/** As much of the browser's own storage as is needed here. */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What has been kept by an earlier version of this program. */
const WITHOUT_FROM = { from: null }

/**
 * What somebody has half typed on the rows of a workshop, kept in this browser until it is decided. A row is found by
 * its statements: what it is called may be another when groups write on. Where the browser keeps nothing, it is kept
 * for as long as the page is open.
 */
export class ChoiceShelf {
  readonly #shelf: Shelf | undefined
  readonly #name: string
  #choices: Map<string, Choice>

  constructor(shelf: Shelf | undefined, personId: string, workshopId: string) {
    this.#shelf = shelf
    this.#name = `profilverkstad.compile.${personId}.${workshopId}`
    this.#choices = this.#read()
  }

  find(row: CompiledRow): Choice | undefined {
    const rowId = this.#nameOf(row)
    const choice = rowId === undefined ? undefined : this.#choices.get(rowId)
    return choice && fitChoice(row, choice)
  }

  keep(row: CompiledRow, choice: Choice): void {
    this.#forget(row)
    this.#choices.set(row.id, choice)
    this.#write()
  }

  drop(row: CompiledRow): void {
    this.#forget(row)
    this.#write()
  }

  #forget(row: CompiledRow): void {
    const rowId = this.#nameOf(row)
    if (rowId !== undefined) this.#choices.delete(rowId)
  }

  #nameOf({ id, statements }: CompiledRow): string | undefined {
    if (this.#choices.has(id)) return id
    const ids = new Set(statements.map((each) => each.id))
    return [...this.#choices].find(([rowId, { baseId }]) => ids.has(rowId) || ids.has(baseId))?.[0]
  }

  #read(): Map<string, Choice> {
    try {
      const kept = JSON.parse(this.#shelf?.getItem(this.#name) ?? '[]') as [string, Choice][]
      return new Map(kept.map(([rowId, choice]) => [rowId, { ...WITHOUT_FROM, ...choice }]))
    } catch {
      return new Map()
    }
  }

  #write(): void {
    try {
      if (this.#choices.size === 0) this.#shelf?.removeItem(this.#name)
      else this.#shelf?.setItem(this.#name, JSON.stringify([...this.#choices]))
    } catch {
      // A full storage, or one that is closed to this page: the page itself still has it.
    }
  }
}
