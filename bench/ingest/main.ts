import { parseArgs } from 'node:util'
import { measureImport } from './measure-import.ts'

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '300' } },
})
console.log(await measureImport(Number(values.articles)))
