import { openStorage } from '../../server/storage/open-storage.ts'
import { verify, type Verified } from '../../server/usecases/operations/verify.ts'

/** What `profilverkstad verify` says of a data folder, also while a server has it open. */
export async function verifyData(dataDir: string): Promise<Verified> {
  const storage = await openStorage({ databaseUrl: undefined, dataDir }, () => undefined)
  try {
    return await verify(storage)
  } finally {
    await storage.close()
  }
}
