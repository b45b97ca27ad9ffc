import { InvalidArgumentError } from 'commander'

/** A time given on the command line: with its zone, so that it means the same everywhere. */
export function readTime(text: string): Date {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()) || !/[Zz]$|[+-]\d{2}:\d{2}$/.test(text)) {
    throw new InvalidArgumentError('write a time with its zone, like 2025-12-24T09:00:00Z.')
  }
  return time
}
