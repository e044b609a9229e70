/** What stands in a criterion; null when the criterion is not there. */
export type Wording = string | null

/**
 * What a client has been promised. A fact is certain when its act has been answered with success; while an act is
 * under way, or when it was cut off, either what stood before or what was asked for may stand.
 */
export type Ledger = {
  /** By criterion: what may stand there; one wording only when it is certain. */
  readonly wordings: Map<string, ReadonlySet<Wording>>
  /** The digest of every version whose publication has been answered for. */
  readonly editions: Map<string, string>
  /** Whether there is a draft; undefined when the act that decides it was cut off. */
  draft: boolean | undefined
  /** The version whose publication was cut off. */
  publishing: string | undefined
  /** How many acts have been answered with success, each of which is at least one entry in the log. */
  acknowledged: number
}

export function openLedger(profile: Standing, editions: ReadonlyMap<string, string>): Ledger {
  return {
    wordings: new Map([...profile].map(([id, text]) => [id, new Set([text])])),
    editions: new Map(editions),
    draft: false,
    publishing: undefined,
    acknowledged: 0,
  }
}

/** The text of every criterion, by id. */
export type Standing = ReadonlyMap<string, string>

/** What is really there. */
export type Found = {
  readonly standing: Standing
  readonly draft: boolean
  readonly editions: ReadonlyMap<string, string>
}

/** Everything in which what is there breaks what was promised; in words, empty when it holds. */
export function brokenPromises(ledger: Ledger, { standing, draft, editions }: Found): string[] {
  const broken: string[] = []
  for (const [id, allowed] of ledger.wordings) {
    const there = standing.get(id) ?? null
    if (!allowed.has(there))
      broken.push(`criterion ${id} is ${quote(there)}, promised ${[...allowed].map(quote).join(' or ')}`)
  }
  for (const id of standing.keys()) {
    if (!ledger.wordings.has(id)) broken.push(`criterion ${id} came from nowhere`)
  }
  for (const [version, digest] of ledger.editions) {
    if (editions.get(version) !== digest)
      broken.push(`version ${version} is ${editions.get(version)}, not ${digest}`)
  }
  for (const version of editions.keys()) {
    if (!ledger.editions.has(version) && version !== ledger.publishing)
      broken.push(`version ${version} came from nowhere`)
  }
  if (ledger.draft !== undefined && ledger.draft !== draft)
    broken.push(ledger.draft ? 'the draft is gone' : 'there is a draft that should be gone')
  if (ledger.publishing !== undefined && draft === editions.has(ledger.publishing))
    broken.push(`version ${ledger.publishing} is half published`)
  return broken
}

/** What is there is certain from now on. */
export function settle(ledger: Ledger, { standing, draft, editions }: Found): void {
  for (const id of ledger.wordings.keys()) ledger.wordings.set(id, new Set([standing.get(id) ?? null]))
  for (const [version, digest] of editions) ledger.editions.set(version, digest)
  ledger.draft = draft
  ledger.publishing = undefined
}

function quote(wording: Wording): string {
  return wording === null ? 'absent' : `”${wording}”`
}
