import { get } from 'node:http'

/** Somebody who has a stream of events open, and all that it has said to them. */
export type Listening = {
  readonly said: readonly unknown[]
  /** Waits until so many things have been said. */
  readonly until: (count: number) => Promise<void>
  /** When the program has let go of them. */
  readonly ended: Promise<void>
  readonly leave: () => void
}

export function listenTo(port: number, path: string, cookie: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const asking = get({ port, path, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`))
      const said: unknown[] = []
      let waiting: { readonly count: number; readonly heard: () => void }[] = []
      let rest = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const [last = '', ...whole] = `${rest}${chunk}`.split('\n\n').toReversed()
        rest = last
        for (const event of whole.toReversed())
          if (event.startsWith('data: ')) said.push(JSON.parse(event.slice('data: '.length)))
        for (const { count, heard } of waiting) if (said.length >= count) heard()
        waiting = waiting.filter(({ count }) => said.length < count)
      })
      const ended = new Promise<void>((end) => response.on('close', end))
      response.on('error', () => undefined)
      resolve({
        said,
        ended,
        until: (count) =>
          said.length >= count
            ? Promise.resolve()
            : new Promise((heard) => void waiting.push({ count, heard })),
        leave: () => void asking.destroy(),
      })
    })
    asking.on('error', reject)
  })
}
