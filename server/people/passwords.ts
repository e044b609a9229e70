import { ProblemError } from '../problems.ts'

/** Makes passwords unreadable, and says whether one fits. */
export type Passwords = {
  hash(password: string): Promise<string>
  /** Takes as long when there is nothing to compare with, so that nobody learns by the clock whom we know. */
  fits(hashed: string | undefined, password: string): Promise<boolean>
}

/** Loaded when the first password is typed: few installations have any. */
const library = () => import('@node-rs/argon2')

/** OWASP's least for argon2id (the library's default kind): 19 MiB, two rounds, one thread. About 30 ms. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
/** Each takes 19 MiB and a core: so many at once, and so many in the queue. */
const AT_ONCE = 2
const IN_QUEUE = 40

export function openPasswords(): Passwords {
  let nobodys: Promise<string> | undefined
  const waiting: (() => void)[] = []
  let running = 0

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting.length >= IN_QUEUE) throw new ProblemError('too-many-requests', { retryAfter: 10 })
    // Whoever is done leaves their place to the next in the queue.
    if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }

  return {
    hash: (password) => inTurn(async () => (await library()).hash(password.normalize('NFC'), COST)),
    fits: (hashed, password) =>
      inTurn(async () => {
        const { hash, verify } = await library()
        nobodys ??= hash('', COST)
        const isRight = await verify(hashed ?? (await nobodys), password.normalize('NFC'))
        return isRight && hashed !== undefined
      }),
  }
}
