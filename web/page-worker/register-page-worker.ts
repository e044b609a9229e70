/** The part of Trusted Types that is used: TypeScript's library does not know them. */
type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string }
}

/**
 * Has the page at this address opened without a network from now on, where the browser can: by the worker that is called
 * like it. Never throws: a page without that is a page still.
 */
export async function registerPageWorker(page: '/tavla' | '/panel'): Promise<void> {
  try {
    const worker = trusted(`${page}-worker.js`)
    await navigator.serviceWorker.register(worker, { scope: page, updateViaCache: 'none' })
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
  const policy = trustedTypes?.createPolicy('page-worker', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError('not a worker of ours')
      return asked
    },
  })
  return policy ? policy.createScriptURL(address) : address
}
