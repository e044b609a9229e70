import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')

/** A module of the server as it is built: `built<typeof import('../../server/seal.ts')>('seal')`. */
export async function built<Module>(name: string): Promise<Module> {
  return (await import(path.join(root, 'dist/server', `${name}.js`))) as Module
}
