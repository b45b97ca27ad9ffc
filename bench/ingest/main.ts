import { parseArgs } from 'node:util'
import { type ImportReport, measureImport } from './measure-import.ts'

const USAGE = `npm run bench:ingest -- [--articles N] [--json]

Imports N generated articles (300 when not given) of about 430 words into a database of its own, with full extraction in threads.
CPU time is of one article; the main thread's is known on Linux only. Where other work shares the machine, it tells more than
articles per second.`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(USAGE)
else {
  const report = await measureImport(Number(values.articles))
  console.log(values.json ? JSON.stringify(report) : describe(report))
}

function describe({ articles, articlesPerSecond, cpu, statements, rss }: ImportReport): string {
  const threads = cpu.main === null ? null : cpu.all - cpu.main
  return [
    `${articles} articles, ${articlesPerSecond.toFixed(1)} a second`,
    `CPU of the main thread   ${milliseconds(cpu.main)}`,
    `CPU of all other threads ${milliseconds(threads)}`,
    `SQL statements           ${statements.toFixed(1)} an article`,
    `resident memory          ${rss.toFixed(0)} MiB`,
  ].join('\n')
}

function milliseconds(value: number | null): string {
  return value === null ? 'not known on this system' : `${value.toFixed(1)} ms an article`
}
