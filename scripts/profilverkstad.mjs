#!/usr/bin/env node
import { buildIfNeeded } from './build-if-needed.mjs'

buildIfNeeded()
await import('../dist/server/cli/main.js')
