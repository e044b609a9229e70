import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Module, OccupationalProfile, ProfileFile } from '../../schemas/types.ts'
import { buildLargeProfile } from './build-large-profile.ts'
import { LARGE } from './large-installation.ts'

const examples = path.join(import.meta.dirname, '../../profiles')

/**
 * The large profile with the texts of the shipped examples in it as far as they go, each once: what people have
 * written, where the made-up texts are all of some two dozen forms. Every call gives objects that nobody has seen.
 */
export function buildCoachedProfile(): OccupationalProfile {
  const modules = readdirSync(examples)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(examples, file), 'utf8')) as ProfileFile)
    .flatMap(({ profile }) => profile.modules.map(({ module }) => module))
  const written = [...new Map(modules.map((module) => [module.id, module])).values()]
  const [outcomes, criteria] = [written.flatMap(outcomesOf), written.flatMap(criteriaOf)]
  const profile = buildLargeProfile(LARGE)
  return {
    ...profile,
    modules: profile.modules.map(({ module, ...link }) => ({
      ...link,
      module: {
        ...module,
        outcomes: module.outcomes.map((outcome) => ({
          ...outcome,
          text: outcomes.pop() ?? outcome.text,
          criteria: outcome.criteria.map(({ text, ...criterion }) => ({
            ...criterion,
            text: criteria.pop() ?? text,
          })),
        })),
      },
    })),
  }
}

function outcomesOf({ outcomes }: Module): string[] {
  return outcomes.map(({ text }) => text)
}

function criteriaOf({ outcomes }: Module): string[] {
  return outcomes.flatMap(({ criteria }) => criteria.map(({ text }) => text))
}
