import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { extract } from 'tar-fs'

type Found = { readonly executablePath: string; readonly env: Record<string, string> }

/** Where the systems keep a Chromium of their own. */
const INSTALLED: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
}

/** A headless Chromium: BROWSER_PATH, else the one that comes with npm, else one that is installed. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const args = [
    '--no-sandbox', // the one from npm has no setuid helper, and root may not use one
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1', // nothing from outside is there
    '--font-render-hinting=none',
    // Its network service dies now and then where a page goes offline with a websocket open, and takes all cookies with it.
    '--disable-features=PartitionAllocUnretainedDanglingPtr',
  ]
  return chromium.launch({
    executablePath,
    args,
    env: { ...(process.env as Record<string, string>), ...env },
  })
}

async function findBrowser(): Promise<Found> {
  const given = process.env.BROWSER_PATH
  if (given) return { executablePath: given, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedFromNpm()
  const installed = INSTALLED[process.platform]?.find((file) => existsSync(file))
  if (installed) return { executablePath: installed, env: {} }
  throw new Error('No Chromium found: install Chrome or Chromium, or set BROWSER_PATH.')
}

/** Unpacked once into node_modules/.cache; the folder appears when it is whole. */
async function unpackedFromNpm(): Promise<Found> {
  const modules = path.join(import.meta.dirname, '../../node_modules')
  const source = path.join(modules, '@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')) as {
    version: string
  }
  const bin = existsSync(path.join(source, 'bin/x64'))
    ? path.join(source, 'bin/x64')
    : path.join(source, 'bin')
  const folder = path.join(modules, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`
    mkdirSync(half, { recursive: true })
    const unpack = (file: string, target: NodeJS.WritableStream) =>
      pipeline(createReadStream(path.join(bin, file)), createBrotliDecompress({ chunkSize: 1 << 21 }), target)
    await Promise.all([
      unpack('chromium.br', createWriteStream(path.join(half, 'chromium'))),
      unpack('fonts.tar.br', extract(path.join(half, 'fonts'))),
      unpack('swiftshader.tar.br', extract(half)),
      unpack('al2023.tar.br', extract(path.join(half, 'libraries'))),
    ])
    chmodSync(path.join(half, 'chromium'), 0o755)
    const config = `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts/cache</cachedir></fontconfig>`
    writeFileSync(
      path.join(half, 'fonts/fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${config}`,
    )
    try {
      renameSync(half, folder)
    } catch {
      rmSync(half, { recursive: true, force: true }) // another test file was first
    }
  }
  const executablePath = path.join(folder, 'chromium')
  const env: Record<string, string> = {
    FONTCONFIG_PATH: path.join(folder, 'fonts'),
    FONTCONFIG_FILE: path.join(folder, 'fonts/fonts.conf'),
  }
  if (execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) {
    env.LD_LIBRARY_PATH = path.join(folder, 'libraries/lib')
  }
  return { executablePath, env }
}
