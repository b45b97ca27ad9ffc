import { parseArgs } from 'node:util'
import { describeErrors } from './describe-errors.ts'
import { measureConll } from './measure-conll.ts'
import { measureFolder } from './measure-folder.ts'
import { measureSpeed } from './measure-speed.ts'
import { figureScores, formatReport, mentionScores, type Report } from './report.ts'

const USAGE = `npm run bench:extraction -- [folder] [--conll FILE]... [--errors] [--json]

Measures the embedded extractor on annotated articles (docs/annotation-guideline.md); the folder is
tests/golden when none is given. --conll FILE measures names on a CoNLL file (token, BIO tag) instead,
or, with a folder, as well. --errors lists every difference.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    conll: { type: 'string', multiple: true, default: [] },
    errors: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(USAGE)
else await main()

async function main(): Promise<void> {
  const folder = positionals[0] ?? (values.conll.length > 0 ? null : 'tests/golden')
  const reports: Report[] = []
  const errors: string[] = []
  if (folder !== null) {
    const { mentions, figures, articles } = await measureFolder(folder)
    reports.push({
      name: folder,
      articles: articles.length,
      mentions: mentionScores(mentions),
      ...figureScores(figures),
      wordsPerSecond: await measureSpeed(articles.map(({ article }) => article)),
    })
    if (values.errors) errors.push(...articles.flatMap(describeErrors))
  }
  for (const path of values.conll) {
    reports.push({ name: path, mentions: mentionScores(await measureConll(path)) })
  }
  if (values.json) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2))
  else console.log([reports.map(formatReport).join('\n\n'), ...errors].join('\n'))
}
