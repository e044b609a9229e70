const WORKER = '/tavla-worker.js'
const SCOPE = '/tavla'

/** The part of Trusted Types that is used: TypeScript's library does not know them. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

/**
 * Has the page opened without a network from now on, where the browser can. Never throws: a board without that is a
 * board still.
 */
export async function registerBoardWorker(): Promise<void> {
  try {
    await navigator.serviceWorker.register(trusted(WORKER), { scope: SCOPE, updateViaCache: 'none' })
  } catch {
    // A browser without workers, or a page that does not come over TLS.
  }
}

/**
 * The pages' policy wants addresses of scripts to be vouched for, by a policy of a name that the server allows; this one
 * vouches for the one address, and for no other.
 */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('board-worker', {
    createScriptURL(asked) {
      if (asked !== WORKER) throw new TypeError('not the board worker')
      return asked
    },
  })
  return policy ? policy.createScriptURL(address) : address
}
